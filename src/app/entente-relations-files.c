/* What is drawn is a value of its own, so that the study may change meanwhile. Main thread, but for
 * run_writing(). */
#include "config.h"

#include "entente-error.h"
#include "entente-export.h"
#include "entente-relations-files.h"
#include "entente-same-file.h"
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define PNG_SCALE 2

typedef struct {
  EntenteRelationsPictureOptions options; /* with copies */
  char *path, *study_path;
  EntenteExportFormat format;
  EntenteRelationsDone done;
  gpointer data;
  EntenteRelationsPicture *picture; /* on its way to a printer */
} Job;

static Job *
create_job (const EntenteRelationsPictureOptions *options, EntenteRelationsDone done, gpointer data)
{
  Job *job = g_new0 (Job, 1);

  job->options = *options;
  job->options.figures = entente_relations_figures_ref (options->figures);
  job->options.study = g_strdup (options->study);
  job->options.filter = g_strdup (options->filter);
  job->done = done;
  job->data = data;
  return job;
}

static void
end_job (Job *job, const char *path, const GError *error)
{
  job->done (path, error, job->data);
  entente_relations_figures_unref (job->options.figures);
  entente_relations_picture_free (job->picture);
  g_free ((gpointer) job->options.study);
  g_free ((gpointer) job->options.filter);
  g_free (job->path);
  g_free (job->study_path);
  g_free (job);
}

/* ---- writing ---- */

static cairo_status_t
write_bytes (void *output, const unsigned char *bytes, unsigned int length)
{
  return entente_export_write (output, bytes, length) ? CAIRO_STATUS_SUCCESS
                                                      : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
write_drawing (const EntenteDrawing *drawing,
               EntenteExportFormat format,
               EntenteExport *output,
               GError **error)
{
  EntentePageStyle style;

  switch (format) {
  case ENTENTE_EXPORT_PDF:
    entente_drawing_lay_on_paper (drawing, ENTENTE_PAPER_A4, &style);
    return entente_drawing_write_pdf (drawing, &style, write_bytes, output, error);
  case ENTENTE_EXPORT_PNG:
    return entente_drawing_write_png (drawing, PNG_SCALE, write_bytes, output, error);
  case ENTENTE_EXPORT_SVG:
  case ENTENTE_N_EXPORT_FORMATS:
  default:
    return entente_drawing_write_svg (drawing, 1, write_bytes, output, error);
  }
}

/* Makes it a file, or leaves no trace. */
static void
run_writing (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (EntenteRelationsPicture) picture = NULL;
  g_autofree char *caption = NULL;
  GError *error = NULL, *failed = NULL;
  EntenteExport *output = entente_export_begin (job->path, &error);
  EntenteDrawing drawing;

  if (output == NULL) {
    g_task_return_error (task, error);
    return;
  }
  pango_cairo_font_map_set_default (NULL); /* fonts are this thread's own */
  picture = entente_relations_picture_new (&job->options);
  caption = entente_relations_picture_dup_caption (picture);
  drawing = entente_relations_picture_get_drawing (picture, caption);
  write_drawing (&drawing, job->format, output, &failed);
  if (entente_export_end (output, failed, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  end_job (job, written ? job->path : NULL, error);
}

static void
start_writing (Job *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, job);

  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, run_writing);
}

/* ---- asking for a file ---- */

static void
response_cb (GtkNativeDialog *dialog, int response, Job *job)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT) {
    job->path = file != NULL ? g_file_get_path (file) : NULL;
    if (job->path == NULL)
      g_set_error (&error,
                   ENTENTE_ERROR,
                   ENTENTE_ERROR_INVALID,
                   _ ("Choose a file on this computer."));
    else if (entente_same_file (job->path, job->study_path))
      g_set_error (&error,
                   ENTENTE_ERROR,
                   ENTENTE_ERROR_INVALID,
                   _ ("This is the file of the study itself; choose another name."));
  }
  if (response != GTK_RESPONSE_ACCEPT || error != NULL) {
    end_job (job, NULL, error);
  } else {
    job->format =
      entente_export_format_guess (job->path,
                                   entente_save_formats_get_chosen (chooser, ENTENTE_EXPORT_SVG));
    start_writing (job);
  }
  g_object_unref (dialog);
}

void
entente_relations_files_save (GtkWindow *parent,
                              const EntenteRelationsPictureOptions *options,
                              const char *study_path,
                              EntenteRelationsDone done,
                              gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Export Relations"),
                                                              parent,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _ ("_Export"),
                                                              _ ("_Cancel"));
  g_autofree char *name = entente_save_formats_name (&entente_export_formats[ENTENTE_EXPORT_SVG],
                                                     options->study != NULL ? options->study : "",
                                                     _ ("Relations"));
  Job *job = create_job (options, done, data);

  job->study_path = g_strdup (study_path);
  entente_save_formats_offer (entente_export_formats,
                              ENTENTE_N_EXPORT_FORMATS,
                              GTK_FILE_CHOOSER (dialog),
                              ENTENTE_EXPORT_SVG);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ---- printing ---- */

static EntenteDrawing
get_drawing (Job *job)
{
  return entente_relations_picture_get_drawing (job->picture, NULL);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  EntenteDrawing drawing = get_drawing (job);
  EntentePageStyle style;

  entente_drawing_lay_on_paper (&drawing, ENTENTE_PAPER_A4, &style);
  style.width_pt = gtk_print_context_get_width (context);
  style.height_pt = gtk_print_context_get_height (context);
  entente_drawing_paint_page (&drawing, &style, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  end_job (job, NULL, error);
}

void
entente_relations_files_print (GtkWindow *parent,
                               const EntenteRelationsPictureOptions *options,
                               EntenteRelationsDone done,
                               gpointer data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Job *job = create_job (options, done, data);
  EntenteDrawing drawing;

  job->picture = entente_relations_picture_new (&job->options);
  drawing = get_drawing (job);
  gtk_page_setup_set_orientation (setup,
                                  drawing.width > drawing.height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                 : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_job_name (operation, job->options.study);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
