/* The print window: choices on both sides, pages in the middle.
 *
 * Each choice starts a job that makes the pages anew; its predecessor is cancelled, and what comes
 * late is dropped: only the job whose cancellable is at hand may deliver. It begins with what was
 * printed last of this study. Main thread.
 */
#include "config.h"

#include "entente-plain-words.h"
#include "entente-print-counts.h"
#include "entente-print-kind-row.h"
#include "entente-print-last.h"
#include "entente-print-leaving.h"
#include "entente-print-options.h"
#include "entente-print-outlet.h"
#include "entente-print-templates.h"
#include "entente-print-window.h"
#include "entente-summary-redaction.h"
#include "entente-toplevel.h"
#include <glib/gi18n.h>

struct _EntentePrintWindow {
  AdwWindow parent_instance;

  EntenteSession *session;
  EntentePrintout *printout; /* shown; or NULL */
  EntentePrintChoice made; /* of which it was made */
  EntenteRedactionList *list; /* what leaves with it; or NULL */
  GCancellable *making; /* of the newest job; NULL when it is done */
  EntentePrintChoice wanted; /* of which that one is made */
  char *lanes; /* of the figure */
  gboolean ready; /* the template is filled: choices count */
  EntentePrintCounts *counts; /* of the kinds that are not shown */

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  AdwFlap *kinds_flap, *options_flap;
  GtkListBox *kinds;
  GtkLabel *sentence, *count, *same;
  EntentePrintPreview *preview;
  EntentePrintOptions *options;
  EntentePrintTemplates *templates;
  EntentePrintLeaving *leaving;
};

enum { PROP_SESSION = 1, PROP_LANES, PROP_PRINTOUT, N_PROPS };

G_DEFINE_FINAL_TYPE (EntentePrintWindow, entente_print_window, ADW_TYPE_WINDOW)

static GParamSpec *props[N_PROPS];

/* ---- what is chosen ---- */

static EntentePrintKindRow *
get_kind_row (EntentePrintWindow *self)
{
  return ENTENTE_PRINT_KIND_ROW (gtk_list_box_get_selected_row (self->kinds));
}

static EntentePrintChoice
get_choice (EntentePrintWindow *self)
{
  EntentePrintChoice choice;

  entente_print_choice_init (&choice);
  entente_print_kind_row_choose (get_kind_row (self), &choice);
  entente_print_options_get (self->options, &choice);
  return choice;
}

static void
select_kind (EntentePrintWindow *self, const EntentePrintChoice *choice)
{
  for (int i = 0; i < (int) ENTENTE_N_PRINT_KINDS; i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->kinds, i);

    if (entente_print_kind_row_is_kind (ENTENTE_PRINT_KIND_ROW (row), choice))
      gtk_list_box_select_row (self->kinds, row);
  }
}

static void
show_choice (EntentePrintWindow *self, const EntentePrintChoice *choice)
{
  gboolean ready = self->ready;

  self->ready = FALSE;
  select_kind (self, choice);
  entente_print_options_set (self->options, choice);
  self->ready = ready;
}

/* ---- what it covers ---- */

static void
show_sentence (EntentePrintWindow *self)
{
  EntenteStudy *study = entente_session_get_study (self->session);
  g_autofree char *sentence =
    entente_study_format_query (study, entente_session_get_query (self->session));

  gtk_label_set_text (self->sentence, sentence);
}

/* Of what was made: how many events, and how many are missing. */
static void
show_count (EntentePrintWindow *self)
{
  guint left_out = entente_redaction_list_count (self->list, ENTENTE_REDACTION_LEFT_OUT);
  guint shown = entente_redaction_list_count (self->list, ENTENTE_REDACTION_PRIVATE);
  g_autofree char *missing =
    g_strdup_printf (ngettext ("%u private event left out", "%u private events left out", left_out),
                     left_out);
  g_autofree char *count = NULL;
  guint n, total;

  g_object_get (self->session, "n-filtered", &n, "n-events", &total, NULL);
  count =
    g_markup_printf_escaped (ngettext ("<b>%u</b> of %u event", "<b>%u</b> of %u events", total),
                             n - MIN (n, left_out),
                             total);
  gtk_label_set_markup (self->count, count);
  gtk_label_set_text (self->same, left_out > 0 ? missing : _ ("same as on screen"));
  entente_print_options_set_n_private (self->options, left_out + shown);
}

/* "3 moves, page 2" */
static void
show_undated (EntentePrintWindow *self, EntentePages *pages)
{
  const EntenteDocument *document = entente_pages_get_document (pages);
  guint n = document->n_undated;
  guint first = entente_bitset_count (document->rows) - n + 1;
  guint page = entente_pages_find_entry (pages, first) + 1;
  g_autofree char *moves = g_strdup_printf (ngettext ("%u move", "%u moves", n), n);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("none among these events"));
  else if (self->made.summary.undated)
    text = g_strdup_printf (_ ("%s, page %u"), moves, page);
  else
    text = g_strdup_printf (_ ("%s left out"), moves);
  entente_print_options_set_undated (self->options, text);
}

/* ---- making pages ---- */

static void
enable_actions (EntentePrintWindow *self)
{
  gboolean usable = self->printout && !self->making;
  gboolean document = usable && !self->made.poster;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.save", usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.save-as", document);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.copy", document);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.print", usable);
}

/* Both are taken. */
static void
take_printout (EntentePrintWindow *self, EntentePrintout *printout, EntenteRedactionList *list)
{
  gboolean first = self->printout == NULL;
  EntentePages *pages = entente_printout_get_pages (printout);

  g_clear_pointer (&self->printout, entente_printout_unref);
  g_clear_pointer (&self->list, entente_redaction_list_unref);
  self->printout = printout;
  self->list = list;
  self->made = self->wanted;
  entente_print_preview_set_message (self->preview, NULL);
  entente_print_preview_set_printout (self->preview, printout);
  entente_print_leaving_set_list (self->leaving, list);
  show_count (self);
  entente_print_kind_row_set_printout (get_kind_row (self), printout);
  if (self->counts)
    entente_print_counts_continue (self->counts);
  if (pages)
    show_undated (self, pages);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->preview));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PRINTOUT]);
}

static void
tell_trouble (EntentePrintWindow *self, const GError *error)
{
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  entente_print_preview_set_message (self->preview,
                                     stopped ? _ ("Stopped before the pages were set.")
                                             : error->message);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePrintWindow) self = data;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  gboolean newest = cancellable == self->making;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteRedactionList) list = NULL;
  g_autoptr (EntentePrintout) printout = entente_print_job_finish (result, &list, &error);

  if (!newest)
    return;
  entente_print_preview_end (self->preview, cancellable);
  g_clear_object (&self->making);
  if (printout)
    take_printout (self, g_steal_pointer (&printout), g_steal_pointer (&list));
  else
    tell_trouble (self, error);
  enable_actions (self);
}

static void
cancel_making (EntentePrintWindow *self)
{
  if (self->making)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
make_pages (EntentePrintWindow *self)
{
  g_autoptr (EntentePrintProgress) progress = entente_print_progress_new (ENTENTE_PRINT_READING);

  self->wanted = get_choice (self);
  cancel_making (self);
  entente_print_counts_stop (self->counts, &self->wanted);
  entente_print_templates_set_choice (self->templates, &self->wanted);
  self->making = g_cancellable_new ();
  entente_print_preview_begin (self->preview, progress, self->making);
  enable_actions (self);
  show_sentence (self);
  entente_print_job_start (self->session,
                           &self->wanted,
                           self->lanes,
                           progress,
                           self->making,
                           made_cb,
                           g_object_ref (self));
}

/* A choice changed, or what the session shows: all kinds are another length now. */
static void
choice_cb (EntentePrintWindow *self)
{
  if (!self->ready)
    return;
  entente_print_counts_forget (self->counts);
  make_pages (self);
}

static void
kind_cb (EntentePrintWindow *self)
{
  EntentePrintChoice choice;

  if (!self->kinds)
    return; /* the list lets go of its rows when the window is closed */
  entente_print_kind_row_keep_one_stop (self->kinds);
  if (!self->ready)
    return;
  choice = get_choice (self);
  show_choice (self, &choice);
  make_pages (self);
}

/* A template, or what was printed last. */
static void
chosen_cb (EntentePrintWindow *self, gpointer choice)
{
  show_choice (self, choice);
  choice_cb (self);
}

static void
again_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  make_pages (ENTENTE_PRINT_WINDOW (widget));
}

/* ---- where pages go ---- */

static void
add_toast (GtkWindow *window, const char *message)
{
  adw_toast_overlay_add_toast (ENTENTE_PRINT_WINDOW (window)->toasts,
                               entente_plain_words_toast (message));
}

static EntentePrintOutlet
get_outlet (EntentePrintWindow *self)
{
  return (EntentePrintOutlet){
    .window = GTK_WINDOW (self),
    .preview = self->preview,
    .session = self->session,
    .printout = self->printout,
    .list = self->list,
    .choice = &self->made,
    .lanes = self->lanes,
    .done = add_toast,
  };
}

/* The parameter is the suffix of the format. */
static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntentePrintOutlet outlet = get_outlet (ENTENTE_PRINT_WINDOW (widget));
  g_autofree char *name = g_strdup_printf (".%s", g_variant_get_string (parameter, NULL));

  entente_print_outlet_save (&outlet, entente_print_format_guess (name, ENTENTE_PRINT_PDF));
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntentePrintOutlet outlet = get_outlet (ENTENTE_PRINT_WINDOW (widget));

  entente_print_outlet_print (&outlet);
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntentePrintOutlet outlet = get_outlet (ENTENTE_PRINT_WINDOW (widget));

  entente_print_outlet_copy (&outlet);
}

/* ---- steps of the study: templates ---- */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePrintWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes =
    entente_study_history_finish (ENTENTE_STUDY (source), result, &error);

  if (!changes && entente_toplevel_is_open (GTK_WIDGET (self)))
    add_toast (GTK_WINDOW (self), error->message);
}

static void
undo_step_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntentePrintWindow *self = ENTENTE_PRINT_WINDOW (widget);

  entente_study_undo_step_async (entente_session_get_study (self->session),
                                 g_variant_get_int64 (parameter),
                                 undone_cb,
                                 g_object_ref (self));
}

/* What the window below says is covered by this one. */
static void
told_cb (EntentePrintWindow *self, const char *message, gint64 step)
{
  AdwToast *toast = entente_plain_words_toast (message);

  if (step != 0) {
    adw_toast_set_button_label (toast, _ ("Undo"));
    adw_toast_set_action_name (toast, "summary.undo-step");
    adw_toast_set_action_target_value (toast, g_variant_new_int64 (step));
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* ---- filling the window ---- */

static void
fill_kinds (EntentePrintWindow *self)
{
  for (guint kind = 0; kind < ENTENTE_N_PRINT_KINDS; kind++)
    gtk_list_box_append (self->kinds, entente_print_kind_row_new (kind));
}

static void
show_first_choice (EntentePrintWindow *self)
{
  EntenteStudy *study = entente_session_get_study (self->session);
  EntentePrintChoice choice;

  entente_print_choice_init (&choice);
  entente_print_last_load (study, &choice);
  show_choice (self, &choice);
  entente_print_options_set_n_pseudonyms (
    self->options,
    entente_summary_redaction_count (entente_study_get_chronicle (study)));
}

/* ---- GObject ---- */

static void
entente_print_window_constructed (GObject *object)
{
  EntentePrintWindow *self = ENTENTE_PRINT_WINDOW (object);
  EntenteStudy *study = entente_session_get_study (self->session);

  G_OBJECT_CLASS (entente_print_window_parent_class)->constructed (object);
  adw_window_title_set_subtitle (self->title, entente_study_get_title (study));
  fill_kinds (self);
  g_signal_connect_object (self->session,
                           "notify::filtered",
                           G_CALLBACK (choice_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session,
                           "notify-user",
                           G_CALLBACK (told_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->counts = entente_print_counts_new (self->session, self->kinds, self->lanes);
  entente_print_templates_set_session (self->templates, self->session);
  show_first_choice (self);
  self->ready = TRUE;
  make_pages (self);
}

static void
entente_print_window_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntentePrintWindow *self = ENTENTE_PRINT_WINDOW (object);

  switch (prop) {
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_LANES:
    g_value_set_string (value, self->lanes);
    break;
  case PROP_PRINTOUT:
    g_value_set_pointer (value, self->printout);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_print_window_set_property (GObject *object,
                                   guint prop,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (prop == PROP_SESSION)
    ENTENTE_PRINT_WINDOW (object)->session = g_value_dup_object (value);
  else if (prop == PROP_LANES)
    ENTENTE_PRINT_WINDOW (object)->lanes = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_print_window_dispose (GObject *object)
{
  EntentePrintWindow *self = ENTENTE_PRINT_WINDOW (object);

  self->ready = FALSE;
  if (self->templates)
    gtk_popover_popdown (GTK_POPOVER (self->templates)); /* or its text keeps the keyboard */
  cancel_making (self);
  g_clear_pointer (&self->counts, entente_print_counts_free);
  G_OBJECT_CLASS (entente_print_window_parent_class)->dispose (object);
}

static void
entente_print_window_finalize (GObject *object)
{
  EntentePrintWindow *self = ENTENTE_PRINT_WINDOW (object);

  g_clear_pointer (&self->printout, entente_printout_unref);
  g_clear_pointer (&self->list, entente_redaction_list_unref);
  g_clear_object (&self->session);
  g_free (self->lanes);
  G_OBJECT_CLASS (entente_print_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ENTENTE_TYPE_PRINT_PREVIEW);
  g_type_ensure (ENTENTE_TYPE_PRINT_OPTIONS);
  g_type_ensure (ENTENTE_TYPE_PRINT_TEMPLATES);
  g_type_ensure (ENTENTE_TYPE_PRINT_LEAVING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-print-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, kinds_flap);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, options_flap);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, kinds);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, sentence);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, count);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, same);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, options);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, templates);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, leaving);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
}

static void
bind_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "summary.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "summary.save-as", "s", save_action);
  gtk_widget_class_install_action (widget_class, "summary.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "summary.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "summary.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "summary.undo-step", "x", undo_step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_p,
                                       GDK_CONTROL_MASK,
                                       "summary.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_c,
                                       GDK_CONTROL_MASK,
                                       "summary.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_s,
                                       GDK_CONTROL_MASK,
                                       "summary.save",
                                       "s",
                                       "pdf");
}

static void
entente_print_window_class_init (EntentePrintWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = entente_print_window_constructed;
  object_class->get_property = entente_print_window_get_property;
  object_class->set_property = entente_print_window_set_property;
  object_class->dispose = entente_print_window_dispose;
  object_class->finalize = entente_print_window_finalize;
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENTENTE_TYPE_SESSION, flags);
  props[PROP_LANES] = g_param_spec_string ("lanes", NULL, NULL, NULL, flags);
  props[PROP_PRINTOUT] =
    g_param_spec_pointer ("printout", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (GTK_WIDGET_CLASS (class));
  bind_actions (GTK_WIDGET_CLASS (class));
}

static void
entente_print_window_init (EntentePrintWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- public functions ---- */

void
entente_print_window_present (GtkWindow *parent, EntenteSession *session, const char *lanes)
{
  gtk_window_present (g_object_new (ENTENTE_TYPE_PRINT_WINDOW,
                                    "session",
                                    session,
                                    "lanes",
                                    lanes,
                                    "transient-for",
                                    parent,
                                    NULL));
}

EntentePrintout *
entente_print_window_get_printout (EntentePrintWindow *self)
{
  return self->printout;
}

EntentePages *
entente_print_window_get_pages (EntentePrintWindow *self)
{
  return self->printout ? entente_printout_get_pages (self->printout) : NULL;
}
