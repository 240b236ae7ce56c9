/* The window of an export: choices, the question for a file, progress.
 *
 * While it draws, the choices rest; after half a second a bar shows how far it is. Cancelling
 * leaves no file. Main thread.
 */
#include "config.h"

#include "entente-error.h"
#include "entente-export-window.h"
#include "entente-message-dialog.h"
#include "entente-same-file.h"
#include "entente-toplevel.h"
#include <glib/gi18n.h>

#define PATIENCE_MS 500
#define STEP_MS 100
#define PRINT_SCALE (300.0 / 96.0)

struct _EntenteExportWindow {
  AdwWindow parent_instance;

  EntenteSession *session;
  EntenteSpan view;
  double width_px;
  char *lanes;
  EntenteExported exported;
  GCancellable *cancellable; /* while it draws */
  int permille; /* set from the thread */
  guint timer;
  char *path;
  GtkFileChooserNative *chooser;

  AdwComboRow *format, *range, *size, *paper, *sheets;
  AdwActionRow *transparent_row, *private_row;
  GtkSwitch *black, *transparent, *private_items;
  GtkLabel *study, *sentence, *count;
  GtkWidget *choices, *working, *export_button;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (EntenteExportWindow, entente_export_window, ADW_TYPE_WINDOW)

static const double sizes[] = { 1, 2, 3, PRINT_SCALE };

/* ---- what is chosen ---- */

EntenteExportChoice
entente_export_window_get_choice (EntenteExportWindow *self)
{
  guint paper = adw_combo_row_get_selected (self->paper);
  EntenteExportChoice choice = {
    .format = adw_combo_row_get_selected (self->format),
    .has_span = adw_combo_row_get_selected (self->range) == 0,
    .span = self->view,
    .width_px = self->width_px,
    .lanes = self->lanes,
    .scale = sizes[MIN (adw_combo_row_get_selected (self->size), G_N_ELEMENTS (sizes) - 1)],
    .black = gtk_switch_get_active (self->black),
    .leave_out_private = gtk_switch_get_active (self->private_items),
    .links = (EntenteSceneLinks) entente_session_get_answers_shown (self->session),
  };

  choice.transparent =
    choice.format != ENTENTE_EXPORT_PDF && gtk_switch_get_active (self->transparent);
  choice.poster.paper = paper / 2;
  choice.poster.landscape = paper % 2 == 1;
  choice.poster.across = adw_combo_row_get_selected (self->sheets);
  return choice;
}

/* ---- what it covers ---- */

static void
show_cover (EntenteExportWindow *self)
{
  EntenteStudy *study = entente_session_get_study (self->session);
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  g_autoptr (EntenteBitset) shown = NULL;
  g_autofree char *remark = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *count = NULL;
  guint n, total;

  g_object_get (self->session, "n-filtered", &n, "n-events", &total, NULL);
  sentence = entente_study_format_query (study, entente_session_get_query (self->session));
  shown = entente_picture_leave_out_private (chronicle,
                                             entente_session_get_filtered (self->session),
                                             &remark);
  if (gtk_switch_get_active (self->private_items))
    n = entente_bitset_count (shown);
  count = g_strdup_printf (ngettext ("%u of %u event", "%u of %u events", total), n, total);
  gtk_label_set_text (self->study, entente_study_get_title (study));
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->count, count);
  adw_action_row_set_subtitle (self->private_row, remark ? remark : _ ("none among these events"));
}

/* The stretch of time in view, while that is chosen. */
static void
show_range (EntenteExportWindow *self)
{
  gboolean in_view = adw_combo_row_get_selected (self->range) == 0;
  g_autofree char *span = entente_span_format (self->view);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->range), in_view ? span : "");
}

/* Rows that make sense for the format. */
static void
choice_cb (EntenteExportWindow *self)
{
  guint format = adw_combo_row_get_selected (self->format);

  gtk_widget_set_visible (GTK_WIDGET (self->size), format == ENTENTE_EXPORT_PNG);
  gtk_widget_set_visible (GTK_WIDGET (self->paper), format == ENTENTE_EXPORT_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), format == ENTENTE_EXPORT_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->transparent_row), format != ENTENTE_EXPORT_PDF);
  if (!self->session)
    return;
  show_cover (self);
  show_range (self);
}

/* ---- drawing ---- */

static void
stop_working (EntenteExportWindow *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (self->working, FALSE);
  gtk_widget_set_sensitive (self->choices, TRUE);
  gtk_widget_set_sensitive (self->export_button, TRUE);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteExportWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean exported = entente_export_job_finish (result, &error);

  if (!entente_toplevel_is_open (GTK_WIDGET (self)))
    return;
  stop_working (self);
  if (exported && self->exported)
    self->exported (gtk_window_get_transient_for (GTK_WINDOW (self)), self->path);
  if (exported || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    entente_message_dialog_show_error (GTK_WINDOW (self),
                                       _ ("The Timeline Was Not Exported"),
                                       error->message);
}

static gboolean
step_cb (gpointer data)
{
  EntenteExportWindow *self = data;
  int permille = g_atomic_int_get (&self->permille);

  gtk_widget_set_visible (self->working, TRUE);
  if (permille > 0)
    gtk_progress_bar_set_fraction (self->progress, permille / 1000.0);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static gboolean
patience_cb (gpointer data)
{
  EntenteExportWindow *self = data;

  self->timer = g_timeout_add (STEP_MS, step_cb, self);
  return G_SOURCE_REMOVE;
}

static const char *
find_fault (EntenteExportWindow *self, const char *path)
{
  EntenteStudy *study = entente_session_get_study (self->session);

  if (!path)
    return _ ("Choose a file on this computer.");
  if (entente_same_file (path, entente_study_get_path (study)))
    return _ ("This is the file of the study itself; choose another name.");
  return NULL;
}

void
entente_export_window_export (EntenteExportWindow *self, const char *path)
{
  EntenteExportChoice choice = entente_export_window_get_choice (self);
  const char *fault = find_fault (self, path);

  if (fault) {
    entente_message_dialog_show_error (GTK_WINDOW (self),
                                       _ ("The Timeline Was Not Exported"),
                                       fault);
    return;
  }
  choice.format = entente_export_format_guess (path, choice.format);
  g_free (self->path);
  self->path = g_strdup (path);
  self->permille = 0;
  self->cancellable = g_cancellable_new ();
  self->timer = g_timeout_add (PATIENCE_MS, patience_cb, self);
  gtk_widget_set_sensitive (self->choices, FALSE);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  entente_export_job_start (self->session,
                            &choice,
                            path,
                            &self->permille,
                            self->cancellable,
                            exported_cb,
                            g_object_ref (self));
}

/* ---- the file ---- */

static void
response_cb (GtkNativeDialog *dialog, int response, EntenteExportWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    adw_combo_row_set_selected (
      self->format,
      entente_save_formats_get_chosen (GTK_FILE_CHOOSER (dialog),
                                       adw_combo_row_get_selected (self->format)));
  gtk_native_dialog_hide (dialog);
  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT)
    entente_export_window_export (self, path);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteExportWindow *self = ENTENTE_EXPORT_WINDOW (widget);
  guint format = adw_combo_row_get_selected (self->format);
  g_autofree char *name =
    entente_save_formats_name (&entente_export_formats[format],
                               entente_study_get_title (entente_session_get_study (self->session)),
                               _ ("Timeline"));

  if (self->chooser || self->cancellable)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Export Timeline"),
                                               GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _ ("_Export"),
                                               _ ("_Cancel"));
  entente_save_formats_offer (entente_export_formats,
                              ENTENTE_N_EXPORT_FORMATS,
                              GTK_FILE_CHOOSER (self->chooser),
                              format);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect (self->chooser, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Stops what is under way, else closes. */
static void
cancel_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteExportWindow *self = ENTENTE_EXPORT_WINDOW (widget);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- filling the window ---- */

static void
fill_papers (EntenteExportWindow *self)
{
  g_autoptr (GListModel) names = entente_save_formats_list_papers (ENTENTE_N_POSTER_PAPERS);

  adw_combo_row_set_model (self->paper, names);
  adw_combo_row_set_selected (self->paper, 1); /* timelines are wide */
}

static void
fill_sheets (EntenteExportWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All on one sheet"));
  for (guint n = 1; n <= 8; n++)
    gtk_string_list_take (names,
                          g_strdup_printf (ngettext ("%u sheet wide", "%u sheets wide", n), n));
  adw_combo_row_set_model (self->sheets, G_LIST_MODEL (names));
}

/* Nobody waits any more; the job holds the window until it has stopped. */
static void
abandon (EntenteExportWindow *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
}

static void
entente_export_window_unrealize (GtkWidget *widget)
{
  abandon (ENTENTE_EXPORT_WINDOW (widget));
  GTK_WIDGET_CLASS (entente_export_window_parent_class)->unrealize (widget);
}

static void
entente_export_window_dispose (GObject *object)
{
  EntenteExportWindow *self = ENTENTE_EXPORT_WINDOW (object);

  abandon (self);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (entente_export_window_parent_class)->dispose (object);
}

static void
entente_export_window_finalize (GObject *object)
{
  EntenteExportWindow *self = ENTENTE_EXPORT_WINDOW (object);

  g_clear_object (&self->session);
  g_free (self->lanes);
  g_free (self->path);
  G_OBJECT_CLASS (entente_export_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, format);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, range);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, size);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, paper);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, sheets);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, transparent_row);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, private_row);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, black);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, transparent);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, private_items);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, study);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, sentence);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, count);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, working);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, EntenteExportWindow, export_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
}

static void
entente_export_window_class_init (EntenteExportWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = entente_export_window_dispose;
  object_class->finalize = entente_export_window_finalize;
  widget_class->unrealize = entente_export_window_unrealize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "export.run", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
entente_export_window_init (EntenteExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_papers (self);
  fill_sheets (self);
  choice_cb (self);
}

EntenteExportWindow *
entente_export_window_present (GtkWindow *parent,
                               EntenteSession *session,
                               const EntenteExportView *view,
                               EntenteExported exported)
{
  EntenteExportWindow *self = g_object_new (ENTENTE_TYPE_EXPORT_WINDOW, NULL);

  entente_toplevel_set_parent (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  self->view = view->span;
  self->width_px = CLAMP (view->width_px, ENTENTE_PICTURE_WIDTH_MIN, ENTENTE_PICTURE_WIDTH_MAX);
  self->lanes = g_strdup (view->lanes);
  self->exported = exported;
  show_cover (self);
  show_range (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->format));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
