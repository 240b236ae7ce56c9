/* The toast counts and undoes; what was left out, and why, is told in a dialog, for it wants
 * reading. Main thread. */
#include "config.h"

#include "entente-actor-files.h"
#include "entente-message-dialog.h"
#include "entente-study-actors.h"
#include "entente-window-job.h"
#include "entente-window-private.h"
#include <glib/gi18n.h>

#define REMARKS_SHOWN 8

static void
show_remarks (EntenteWindow *window, const EntenteActorImport *import)
{
  g_autoptr (GString) sentences = g_string_new (NULL);
  guint n = MIN (import->remarks->len, REMARKS_SHOWN);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (sentences,
                            "%s%s",
                            i > 0 ? "\n" : "",
                            (char *) import->remarks->pdata[i]);
  if (import->remarks->len > n) {
    guint n_more = import->remarks->len - n;

    g_string_append_printf (sentences,
                            ngettext ("\n… and %u more", "\n… and %u more", n_more),
                            n_more);
  }
  entente_message_dialog_show_error (GTK_WINDOW (window),
                                     _ ("Not All Could Be Imported"),
                                     sentences->str);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteWindowJob) job = data;
  EntenteWindow *window = job->window;
  g_autoptr (GError) error = NULL;
  gint64 step = 0;
  g_autoptr (EntenteActorImport) import =
    entente_study_import_actors_finish (ENTENTE_STUDY (source), result, &step, &error);
  gboolean shown = window->study == ENTENTE_STUDY (source);

  entente_window_end_job (job);
  if (import && shown) {
    g_autofree char *text = entente_actor_import_describe (&import->counts);

    entente_window_toast (window, text, step);
    if (import->remarks->len > 0)
      show_remarks (window, import);
  } else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    entente_window_show_error (window, _ ("The Actors Could Not Be Imported"), error->message);
  }
}

/* What came and what was left out is told at the end. */
static void
import (EntenteWindow *window, GFile *file)
{
  EntenteWindowJob *job;

  if (!window->study || window->job)
    return;
  job = entente_window_begin_job (window);
  entente_study_import_actors_async (window->study,
                                     file,
                                     ENTENTE_ACTOR_FILE_AUTO,
                                     NULL,
                                     job->cancellable,
                                     imported_cb,
                                     job);
}

/* ---- asking ---- */

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (EntenteWindow) window = data;
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file)
    import (window, file);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *patterns; patterns++)
    gtk_file_filter_add_pattern (filter, *patterns);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
entente_actor_files_ask_import (EntenteWindow *window)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Import Actors"),
                                                               GTK_WINDOW (window),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _ ("_Import"),
                                                               NULL);

  add_filter (GTK_FILE_CHOOSER (chooser),
              _ ("Tables and Dictionaries"),
              (const char *[]){ "*.csv", "*.tsv", "*.tab", "*.txt", "*.actors", "*.gz", NULL });
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("All Files"), (const char *[]){ "*", NULL });
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
