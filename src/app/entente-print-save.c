/* From the question of a name to the file.
 *
 * The dialog is the system's own, so that sandboxes let it through; it asks before it names a file
 * that is there already. The suffix decides the format, else the kind of file chosen in the dialog.
 */
#include "config.h"

#include "entente-error.h"
#include "entente-print-save.h"
#include "entente-same-file.h"
#include <glib/gi18n.h>

/* ---- the question ---- */

typedef struct {
  char *study_path;
  guint n_formats; /* of the first in the table */
  EntentePrintNamed named;
  gpointer data;
} Question;

static void
tell_path (const Question *question, const char *path, GtkFileChooser *chooser)
{
  EntentePrintFormat format = ENTENTE_PRINT_PDF;
  g_autoptr (GError) error = NULL;

  if (!path)
    g_set_error (&error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("Choose a file on this computer."));
  else if (entente_same_file (path, question->study_path))
    g_set_error (&error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("This is the file of the study itself; choose another name."));
  else if (question->n_formats > 1)
    format =
      entente_print_format_guess (path,
                                  entente_save_formats_get_chosen (chooser, ENTENTE_PRINT_PDF));
  question->named (error ? NULL : path, format, error, question->data);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Question *question)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
    g_autofree char *path = file ? g_file_get_path (file) : NULL;

    tell_path (question, path, chooser);
  } else {
    question->named (NULL, ENTENTE_PRINT_PDF, NULL, question->data);
  }
  g_free (question->study_path);
  g_free (question);
  g_object_unref (dialog);
}

void
entente_print_save_ask (GtkWindow *parent,
                        EntentePrintout *printout,
                        EntentePrintFormat format,
                        const char *study_path,
                        EntentePrintNamed named,
                        gpointer data)
{
  gboolean poster = entente_printout_get_poster (printout) != NULL;
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (poster ? _ ("Save Poster") : _ ("Save Summary"),
                                 parent,
                                 GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _ ("_Save"),
                                 _ ("_Cancel"));
  g_autofree char *name = entente_save_formats_name (&entente_print_formats[format],
                                                     entente_printout_get_study (printout),
                                                     entente_printout_get_label (printout));
  Question *question = g_new (Question, 1);

  *question =
    (Question){ g_strdup (study_path), poster ? 1 : ENTENTE_N_PRINT_FORMATS, named, data };
  entente_save_formats_offer (entente_print_formats,
                              question->n_formats,
                              GTK_FILE_CHOOSER (dialog),
                              format);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ---- the file ---- */

typedef struct {
  EntentePages *pages;
  char *path;
  EntentePrintSaved saved;
  gpointer data;
} Saving;

static void
end (Saving *saving, const char *path, const GError *error)
{
  saving->saved (path, error, saving->data);
  entente_pages_unref (saving->pages);
  g_free (saving->path);
  g_free (saving);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = entente_print_save_finish (result, &error);

  end (saving, saved ? saving->path : NULL, error);
}

static void
named_cb (const char *path, EntentePrintFormat format, const GError *error, gpointer data)
{
  Saving *saving = data;

  if (!path) {
    end (saving, NULL, error);
    return;
  }
  saving->path = g_strdup (path);
  entente_print_save_async (entente_pages_get_document (saving->pages),
                            entente_pages_get_style (saving->pages),
                            format,
                            path,
                            NULL,
                            NULL,
                            saved_cb,
                            saving);
}

void
entente_print_save_run (GtkWindow *parent,
                        EntentePages *pages,
                        EntentePrintFormat format,
                        const char *study_path,
                        EntentePrintSaved saved,
                        gpointer data)
{
  g_autoptr (EntentePrintout) printout = entente_printout_new_pages (pages);
  Saving *saving = g_new0 (Saving, 1);

  saving->pages = entente_pages_ref (pages);
  saving->saved = saved;
  saving->data = data;
  entente_print_save_ask (parent, printout, format, study_path, named_cb, saving);
}
