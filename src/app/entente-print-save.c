/* From the question of a name to the file.
 *
 * The dialog is the system's own, so that sandboxes let it through; it asks before it names a file that is there
 * already. The suffix decides the format, else the kind of file chosen in the dialog.
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
  GtkFileFilter *filters[ENTENTE_N_PRINT_FORMATS]; /* held by the dialog */
  EntentePrintSaved saved;
  gpointer data;
} Saving;

static const struct {
  const char *name;
  const char *mime_type;
} formats[ENTENTE_N_PRINT_FORMATS] = {
  { N_ ("PDF"), "application/pdf" },
  { N_ ("Markdown"), "text/markdown" },
  { N_ ("Plain text"), "text/plain" },
};

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
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  EntentePrintFormat chosen = ENTENTE_PRINT_PDF;

  for (guint i = 0; i < ENTENTE_N_PRINT_FORMATS; i++)
    if (filter && saving->filters[i] == filter)
      chosen = i;
  return entente_print_format_guess (saving->path, chosen);
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

static void
add_filters (Saving *saving, GtkFileChooser *chooser, EntentePrintFormat first)
{
  for (guint i = 0; i < ENTENTE_N_PRINT_FORMATS; i++) {
    GtkFileFilter *filter = gtk_file_filter_new ();

    gtk_file_filter_set_name (filter, _ (formats[i].name));
    gtk_file_filter_add_suffix (filter, entente_print_format_get_suffix (i));
    gtk_file_filter_add_mime_type (filter, formats[i].mime_type);
    gtk_file_chooser_add_filter (chooser, filter);
    saving->filters[i] = filter;
    g_object_unref (filter);
  }
  gtk_file_chooser_set_filter (chooser, saving->filters[first]);
}

/* "Afghan Peace Talks, Chronology.pdf" */
static char *
make_name (const EntenteDocument *document, EntentePrintFormat format)
{
  char *name = g_strdup_printf ("%s, %s.%s",
                                document->study,
                                document->kind,
                                entente_print_format_get_suffix (format));

  return g_strdelimit (name, "/\\\n", '-');
}

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
  g_autofree char *name = make_name (entente_pages_get_document (pages), format);
  Saving *saving = g_new0 (Saving, 1);

  saving->pages = entente_pages_ref (pages);
  saving->study_path = g_strdup (study_path);
  saving->saved = saved;
  saving->data = data;
  add_filters (saving, GTK_FILE_CHOOSER (dialog), format);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
