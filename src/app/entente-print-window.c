/* The print window: choices on both sides, pages in the middle.
 *
 * Each choice starts a job that makes the pages anew; its predecessor is cancelled, and what comes
 * late is dropped: only the job whose cancellable is at hand may deliver. Nothing chosen here
 * outlives the window. Main thread.
 */
#include "config.h"

#include "entente-message-dialog.h"
#include "entente-plain-words.h"
#include "entente-print-counts.h"
#include "entente-print-job.h"
#include "entente-print-kind-row.h"
#include "entente-print-operation.h"
#include "entente-print-preview.h"
#include "entente-print-save.h"
#include "entente-print-window.h"
#include "entente-summary-redaction.h"
#include "entente-toplevel.h"
#include <glib/gi18n.h>

struct _EntentePrintWindow {
  AdwWindow parent_instance;

  EntenteSession *session;
  EntentePages *pages; /* shown; or NULL */
  GCancellable *making; /* of the newest job; NULL when it is done */
  char *lanes; /* of the figure */
  EntenteBitset *counted; /* the filtered events of @n_private; or NULL */
  guint n_private;
  gboolean ready; /* the template is filled: choices count */
  EntentePrintCounts *counts; /* of the kinds that are not shown */

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  AdwFlap *kinds_flap, *options_flap;
  GtkListBox *kinds;
  GtkLabel *sentence, *count, *same;
  EntentePrintPreview *preview;
  GtkSwitch *figure, *told, *quotes, *answers, *undated, *private_items, *pseudonyms;
  AdwActionRow *figure_row, *told_row, *answers_row, *undated_row;
  AdwActionRow *private_row, *pseudonyms_row;
  AdwComboRow *paper, *notes, *citations, *form;
};

enum { PROP_SESSION = 1, PROP_LANES, PROP_PAGES, N_PROPS };

G_DEFINE_FINAL_TYPE (EntentePrintWindow, entente_print_window, ADW_TYPE_WINDOW)

static GParamSpec *props[N_PROPS];

/* ---- what is chosen ---- */

static EntentePrintKindRow *
get_kind_row (EntentePrintWindow *self)
{
  return ENTENTE_PRINT_KIND_ROW (gtk_list_box_get_selected_row (self->kinds));
}

/* The rows of "paper" go through upright and sideways of each paper. */
static EntentePrintChoice
get_choice (EntentePrintWindow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  EntentePrintChoice choice;
  guint paper = adw_combo_row_get_selected (self->paper);

  entente_summary_options_init (&choice.summary);
  choice.summary.kind = entente_print_kind_row_get_kind (get_kind_row (self));
  choice.summary.figure = gtk_switch_get_active (self->figure);
  choice.summary.told = gtk_switch_get_active (self->told);
  choice.summary.quotes = gtk_switch_get_active (self->quotes);
  choice.summary.answers = gtk_switch_get_active (self->answers);
  choice.summary.undated = gtk_switch_get_active (self->undated);
  choice.summary.lanes = self->lanes;
  choice.summary.form = adw_combo_row_get_selected (self->form);
  choice.summary.citations = adw_combo_row_get_selected (self->citations);
  choice.summary.leave_out_private = gtk_switch_get_active (self->private_items);
  choice.summary.pseudonyms = gtk_switch_get_active (self->pseudonyms);
  entente_page_style_init (&choice.style, paper / 2, paper % 2 == 1);
  choice.style.notes_at_foot = adw_combo_row_get_selected (self->notes) == 0;
  choice.style.shelf_days = (guint) g_settings_get_int (settings, "order-by-days-limit");
  choice.summary.shelf_days = choice.style.shelf_days;
  return choice;
}

/* Only what the kind heeds can be chosen. */
static void
show_options (EntentePrintWindow *self)
{
  EntenteSummaryKind kind = entente_print_kind_row_get_kind (get_kind_row (self));
  const struct {
    AdwActionRow *row;
    EntenteSummaryParts part;
  } rows[] = {
    { ADW_ACTION_ROW (self->form), ENTENTE_SUMMARY_FORM },
    { self->figure_row, ENTENTE_SUMMARY_FIGURE },
    { self->told_row, ENTENTE_SUMMARY_TOLD },
    { self->answers_row, ENTENTE_SUMMARY_ANSWERS_SHOWN },
    { self->undated_row, ENTENTE_SUMMARY_UNDATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (GTK_WIDGET (rows[i].row),
                            entente_summary_kind_has (kind, rows[i].part));
}

/* ---- what it covers ---- */

static guint
count_private (EntenteSession *session)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  const EntenteBitset *rows = entente_session_get_filtered (session);
  guint n = 0;

  for (guint row = entente_bitset_next (rows, 0); row < entente_chronicle_get_n_rows (chronicle);
       row = entente_bitset_next (rows, row + 1)) {
    EntenteEventRow event;

    entente_chronicle_get_row (chronicle, row, &event);
    n += (event.flags & ENTENTE_ROW_PRIVATE) != 0;
  }
  return n;
}

/* Counted once for each set of events, which is made anew whenever it changes: choices in this
 * window leave it as it is. */
static guint
get_n_private (EntentePrintWindow *self)
{
  const EntenteBitset *rows = entente_session_get_filtered (self->session);

  if (self->counted == rows)
    return self->n_private;
  g_clear_pointer (&self->counted, entente_bitset_unref);
  self->counted = entente_bitset_ref (rows);
  self->n_private = count_private (self->session);
  return self->n_private;
}

static void
show_private (EntentePrintWindow *self)
{
  guint n = get_n_private (self);
  gboolean left_out = n > 0 && gtk_switch_get_active (self->private_items);
  g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  g_autofree char *missing =
    g_strdup_printf (ngettext ("%u private event left out", "%u private events left out", n), n);

  adw_action_row_set_subtitle (self->private_row, n > 0 ? count : _ ("none among these events"));
  gtk_label_set_text (self->same, left_out ? missing : _ ("same as on screen"));
}

static void
show_cover (EntentePrintWindow *self)
{
  EntenteStudy *study = entente_session_get_study (self->session);
  g_autofree char *sentence =
    entente_study_format_query (study, entente_session_get_query (self->session));
  g_autofree char *count = NULL;
  guint n, total;

  g_object_get (self->session, "n-filtered", &n, "n-events", &total, NULL);
  if (n > 0 && gtk_switch_get_active (self->private_items))
    n -= MIN (n, get_n_private (self));
  count =
    g_markup_printf_escaped (ngettext ("<b>%u</b> of %u event", "<b>%u</b> of %u events", total),
                             n,
                             total);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_markup (self->count, count);
  show_private (self);
}

/* "3 moves, page 2" */
static void
show_undated (EntentePrintWindow *self)
{
  const EntenteDocument *document = entente_pages_get_document (self->pages);
  guint n = document->n_undated;
  guint first = entente_bitset_count (document->rows) - n + 1;
  guint page = entente_pages_find_entry (self->pages, first) + 1;
  g_autofree char *moves = g_strdup_printf (ngettext ("%u move", "%u moves", n), n);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("none among these events"));
  else if (gtk_switch_get_active (self->undated))
    text = g_strdup_printf (_ ("%s, page %u"), moves, page);
  else
    text = g_strdup_printf (_ ("%s left out"), moves);
  adw_action_row_set_subtitle (self->undated_row, text);
}

/* ---- making pages ---- */

static void
enable_actions (EntentePrintWindow *self)
{
  gboolean usable = self->pages && !self->making;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.save", usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.print", usable);
}

static void
take_pages (EntentePrintWindow *self, EntentePages *pages)
{
  gboolean first = self->pages == NULL;

  g_clear_pointer (&self->pages, entente_pages_unref);
  self->pages = pages;
  entente_print_preview_set_message (self->preview, NULL);
  entente_print_preview_set_pages (self->preview, pages);
  entente_print_kind_row_set_pages (get_kind_row (self), pages);
  if (self->counts)
    entente_print_counts_continue (self->counts);
  show_undated (self);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->preview));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGES]);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePrintWindow) self = data;
  gboolean newest = g_task_get_cancellable (G_TASK (result)) == self->making;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntentePages) pages = entente_print_job_finish (result, &error);

  if (!newest)
    return;
  g_clear_object (&self->making);
  entente_print_preview_set_busy (self->preview, FALSE);
  if (pages)
    take_pages (self, g_steal_pointer (&pages));
  else
    entente_print_preview_set_message (self->preview, error->message);
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
  EntentePrintChoice choice = get_choice (self);

  cancel_making (self);
  entente_print_counts_stop (self->counts, &choice);
  self->making = g_cancellable_new ();
  entente_print_preview_set_busy (self->preview, TRUE);
  enable_actions (self);
  show_cover (self);
  entente_print_job_start (self->session, &choice, self->making, made_cb, g_object_ref (self));
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
  if (!self->ready)
    return;
  show_options (self);
  make_pages (self);
}

static void
show_pseudonyms (EntentePrintWindow *self)
{
  EntenteStudy *study = entente_session_get_study (self->session);
  guint n = entente_summary_redaction_count (entente_study_get_chronicle (study));
  g_autofree char *count = g_strdup_printf (ngettext ("%u actor", "%u actors", n), n);

  adw_action_row_set_subtitle (self->pseudonyms_row, n > 0 ? count : _ ("no actor has one"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->pseudonyms_row), n > 0);
}

/* ---- where pages go ---- */

/* Also when the window was closed meanwhile: whoever saved it then has to know. */
static void
show_error (EntentePrintWindow *self, const char *heading, const GError *error)
{
  gboolean is_open = entente_toplevel_is_open (GTK_WIDGET (self));

  entente_message_dialog_show_error (is_open ? GTK_WINDOW (self) : NULL, heading, error->message);
}

static void
saved_cb (const char *path, const GError *error, gpointer data)
{
  g_autoptr (EntentePrintWindow) self = data;
  g_autofree char *name = path ? g_filename_display_basename (path) : NULL;
  g_autofree char *text = NULL;

  if (error)
    show_error (self, _ ("The Summary Was Not Saved"), error);
  if (!name || !entente_toplevel_is_open (GTK_WIDGET (self)))
    return;
  text = g_strdup_printf (_ ("Saved “%s”"), name);
  adw_toast_overlay_add_toast (self->toasts, entente_plain_words_toast (text));
}

/* The parameter is the suffix of the format. */
static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntentePrintWindow *self = ENTENTE_PRINT_WINDOW (widget);
  EntenteStudy *study = entente_session_get_study (self->session);
  g_autofree char *name = g_strdup_printf (".%s", g_variant_get_string (parameter, NULL));

  entente_print_save_run (GTK_WINDOW (self),
                          self->pages,
                          entente_print_format_guess (name, ENTENTE_PRINT_PDF),
                          entente_study_get_path (study),
                          saved_cb,
                          g_object_ref (self));
}

static void
printed_cb (const GError *error, gpointer data)
{
  g_autoptr (EntentePrintWindow) self = data;

  if (error)
    show_error (self, _ ("The Summary Was Not Printed"), error);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntentePrintWindow *self = ENTENTE_PRINT_WINDOW (widget);

  entente_print_operation_run (GTK_WINDOW (self), self->pages, printed_cb, g_object_ref (self));
}

/* ---- filling the window ---- */

static void
fill_kinds (EntentePrintWindow *self)
{
  for (guint kind = 0; kind < ENTENTE_N_SUMMARY_KINDS; kind++)
    gtk_list_box_append (self->kinds, entente_print_kind_row_new (kind));
  gtk_list_box_select_row (self->kinds, gtk_list_box_get_row_at_index (self->kinds, 0));
}

static void
fill_papers (EntentePrintWindow *self)
{
  g_autoptr (GListModel) names = entente_save_formats_list_papers (ENTENTE_N_PAPERS);

  adw_combo_row_set_model (self->paper, names);
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
  fill_papers (self);
  g_signal_connect_object (self->session,
                           "notify::filtered",
                           G_CALLBACK (choice_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->counts = entente_print_counts_new (self->session, self->kinds);
  self->ready = TRUE;
  show_options (self);
  show_pseudonyms (self);
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
  case PROP_PAGES:
    g_value_set_pointer (value, self->pages);
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
  cancel_making (self);
  g_clear_pointer (&self->counts, entente_print_counts_free);
  G_OBJECT_CLASS (entente_print_window_parent_class)->dispose (object);
}

static void
entente_print_window_finalize (GObject *object)
{
  EntentePrintWindow *self = ENTENTE_PRINT_WINDOW (object);

  g_clear_pointer (&self->pages, entente_pages_unref);
  g_clear_pointer (&self->counted, entente_bitset_unref);
  g_clear_object (&self->session);
  g_free (self->lanes);
  G_OBJECT_CLASS (entente_print_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ENTENTE_TYPE_PRINT_PREVIEW);
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
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, figure);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, told);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, quotes);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, undated);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, citations);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, pseudonyms_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, pseudonyms);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, answers_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, told_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, figure_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, form);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, undated_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, private_items);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, private_row);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, paper);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintWindow, notes);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
}

static void
bind_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "summary.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "summary.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_p,
                                       GDK_CONTROL_MASK,
                                       "summary.print",
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
  props[PROP_PAGES] =
    g_param_spec_pointer ("pages", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
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

EntentePages *
entente_print_window_get_pages (EntentePrintWindow *self)
{
  return self->pages;
}
