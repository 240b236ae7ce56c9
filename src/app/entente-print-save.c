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

typedef struct {
  EntentePages *pages;
  char *study_path;
  char *path;
  EntentePrintSaved saved;
  gpointer data;
} Saving;

static void
end (Saving *saving, const char *path, const GError *error)
{
  saving->saved (path, error, saving->data);
  entente_pages_unref (saving->pages);
  g_free (saving->study_path);
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

static EntentePrintFormat
find_format (const Saving *saving, GtkFileChooser *chooser)
{
  return entente_print_format_guess (saving->path,
                                     entente_save_formats_get_chosen (chooser, ENTENTE_PRINT_PDF));
}

static void
write_file (Saving *saving, GtkFileChooser *chooser)
{
  g_autoptr (GError) error = NULL;

  if (!saving->path)
    g_set_error (&error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("Choose a file on this computer."));
  else if (entente_same_file (saving->path, saving->study_path))
    g_set_error (&error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("This is the file of the study itself; choose another name."));
  if (error)
    end (saving, NULL, error);
  else
    entente_print_save_async (entente_pages_get_document (saving->pages),
                              entente_pages_get_style (saving->pages),
                              find_format (saving, chooser),
                              saving->path,
                              NULL,
                              saved_cb,
                              saving);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Saving *saving)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

    saving->path = file ? g_file_get_path (file) : NULL;
    write_file (saving, chooser);
  } else {
    end (saving, NULL, NULL);
  }
  g_object_unref (dialog);
}

/* ---- the dialog ---- */

void
entente_print_save_run (GtkWindow *parent,
                        EntentePages *pages,
                        EntentePrintFormat format,
                        const char *study_path,
                        EntentePrintSaved saved,
                        gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Save Summary"),
                                                              parent,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _ ("_Save"),
                                                              _ ("_Cancel"));
  const EntenteDocument *document = entente_pages_get_document (pages);
  g_autofree char *name =
    entente_save_formats_name (&entente_print_formats[format], document->study, document->kind);
  Saving *saving = g_new0 (Saving, 1);

  saving->pages = entente_pages_ref (pages);
  saving->study_path = g_strdup (study_path);
  saving->saved = saved;
  saving->data = data;
  entente_save_formats_offer (entente_print_formats,
                              ENTENTE_N_PRINT_FORMATS,
                              GTK_FILE_CHOOSER (dialog),
                              format);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
