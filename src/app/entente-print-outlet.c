/* One record goes along from the question to the end, and ends itself there. */
#include "config.h"

#include "entente-export-job.h"
#include "entente-message-dialog.h"
#include "entente-print-copy.h"
#include "entente-print-last.h"
#include "entente-print-operation.h"
#include "entente-print-outlet.h"
#include "entente-print-save.h"
#include "entente-toplevel.h"
#include <glib/gi18n.h>

#define NAMED_MOST 5 /* places told in the question */

typedef struct Leaving Leaving;
typedef void (*Go) (Leaving *leaving);

struct Leaving {
  EntentePrintOutlet outlet; /* with references */
  EntentePrintChoice choice;
  char *lanes;
  Go go; /* once nothing is to be asked any more */
  EntentePrintFormat format;
  char *path;
  EntentePrintProgress *progress;
  GCancellable *cancellable;
};

static Leaving *
begin (const EntentePrintOutlet *outlet, Go go)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->outlet = *outlet;
  leaving->choice = *outlet->choice;
  leaving->outlet.choice = &leaving->choice;
  leaving->outlet.lanes = leaving->lanes = g_strdup (outlet->lanes);
  g_object_ref (outlet->window);
  g_object_ref (outlet->session);
  entente_printout_ref (outlet->printout);
  entente_redaction_list_ref (outlet->list);
  leaving->go = go;
  leaving->progress = entente_print_progress_new (ENTENTE_PRINT_WRITING);
  leaving->cancellable = g_cancellable_new ();
  return leaving;
}

static void
free_leaving (Leaving *leaving)
{
  entente_printout_unref (leaving->outlet.printout);
  entente_redaction_list_unref (leaving->outlet.list);
  entente_print_progress_unref (leaving->progress);
  g_object_unref (leaving->cancellable);
  g_object_unref (leaving->outlet.session);
  g_object_unref (leaving->outlet.window);
  g_free (leaving->lanes);
  g_free (leaving->path);
  g_free (leaving);
}

static gboolean
is_open (const Leaving *leaving)
{
  return entente_toplevel_is_open (GTK_WIDGET (leaving->outlet.window));
}

static void
show_progress (Leaving *leaving)
{
  entente_print_preview_begin (leaving->outlet.preview, leaving->progress, leaving->cancellable);
}

/* It is over. Who closed the window meanwhile still has to know what went wrong. @message: what was
 * done; NULL for nothing that is worth saying. */
static void
end (Leaving *leaving, const char *heading, const GError *error, const char *message)
{
  gboolean open = is_open (leaving);

  if (open)
    entente_print_preview_end (leaving->outlet.preview, leaving->cancellable);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    message = _ ("Stopped; nothing was written");
  else if (error)
    entente_message_dialog_show_error (open ? leaving->outlet.window : NULL,
                                       heading,
                                       error->message);
  else if (message)
    entente_print_last_save (entente_session_get_study (leaving->outlet.session), &leaving->choice);
  if (open && message)
    leaving->outlet.done (leaving->outlet.window, message);
  free_leaving (leaving);
}

/* ---- the question before ---- */

/* "Real names still stand in 7 places. … Note 4: …said Reyes… " */
static char *
describe_names (const EntenteRedactionList *list)
{
  guint n = entente_redaction_list_count (list, ENTENTE_REDACTION_STANDS);
  g_autofree char *count = entente_redaction_list_describe (list, ENTENTE_REDACTION_STANDS);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, _ ("%s, since titles and quotes are not changed:"), count);
  for (guint i = 0; i < MIN (n, NAMED_MOST); i++) {
    g_autofree char *line =
      entente_redaction_format (entente_redaction_list_get (list, ENTENTE_REDACTION_STANDS, i));

    g_string_append_printf (text, "\n\n%s", line);
  }
  if (n > NAMED_MOST) {
    g_autofree char *rest = g_strdup_printf (ngettext ("and %u more, listed under What Leaves",
                                                       "and %u more, listed under What Leaves",
                                                       n - NAMED_MOST),
                                             n - NAMED_MOST);

    g_string_append_printf (text, "\n\n%s", rest);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
answer_cb (AdwMessageDialog *dialog, const char *response, Leaving *leaving)
{
  g_signal_handlers_disconnect_by_data (dialog, leaving); /* one answer is enough */
  if (g_str_equal (response, "go") && is_open (leaving))
    leaving->go (leaving);
  else
    free_leaving (leaving);
}

static void
ask (Leaving *leaving)
{
  AdwMessageDialog *dialog;
  g_autofree char *names = NULL;

  if (!entente_redaction_list_warns (leaving->outlet.list)) {
    leaving->go (leaving);
    return;
  }
  names = describe_names (leaving->outlet.list);
  dialog = entente_message_dialog_new (leaving->outlet.window, _ ("Real Names Leave"), names);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "go", _ ("_Go On"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), leaving);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- to a file ---- */

static void
end_saving (Leaving *leaving, const GError *error)
{
  g_autofree char *name = leaving->path ? g_filename_display_basename (leaving->path) : NULL;
  g_autofree char *text = name && !error ? g_strdup_printf (_ ("Saved “%s”"), name) : NULL;

  end (leaving, _ ("The Summary Was Not Saved"), error, text);
}

static void
document_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  entente_print_save_finish (result, &error);
  end_saving (data, error);
}

static void
poster_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  entente_export_job_finish (result, &error);
  end_saving (data, error);
}

/* Drawn anew: the poster that shows belongs to this thread. */
static void
save_poster (Leaving *leaving)
{
  const EntentePrintChoice *choice = &leaving->choice;
  const EntenteExportChoice drawn = {
    .format = ENTENTE_EXPORT_PDF,
    .lanes = leaving->lanes,
    .poster = choice->sheets,
    .black = choice->black,
    .leave_out_private = choice->summary.leave_out_private,
    .pseudonyms = choice->summary.pseudonyms,
    .links = entente_print_choice_get_links (choice),
  };

  entente_export_job_start (leaving->outlet.session,
                            &drawn,
                            leaving->path,
                            entente_print_progress_use_permille (leaving->progress),
                            leaving->cancellable,
                            poster_saved_cb,
                            leaving);
}

static void
named_cb (const char *path, EntentePrintFormat format, const GError *error, gpointer data)
{
  Leaving *leaving = data;
  EntentePages *pages = entente_printout_get_pages (leaving->outlet.printout);

  if (!path) {
    end_saving (leaving, error);
    return;
  }
  leaving->path = g_strdup (path);
  if (is_open (leaving))
    show_progress (leaving);
  if (pages)
    entente_print_save_async (entente_pages_get_document (pages),
                              entente_pages_get_style (pages),
                              format,
                              path,
                              leaving->progress,
                              leaving->cancellable,
                              document_saved_cb,
                              leaving);
  else
    save_poster (leaving);
}

static void
save (Leaving *leaving)
{
  EntenteStudy *study = entente_session_get_study (leaving->outlet.session);

  entente_print_save_ask (leaving->outlet.window,
                          leaving->outlet.printout,
                          leaving->format,
                          entente_study_get_path (study),
                          named_cb,
                          leaving);
}

void
entente_print_outlet_save (const EntentePrintOutlet *outlet, EntentePrintFormat format)
{
  Leaving *leaving = begin (outlet, save);

  leaving->format = format;
  ask (leaving);
}

/* ---- to the printer ---- */

static void
printed_cb (const GError *error, gpointer data)
{
  Leaving *leaving = data;

  if (!error)
    entente_print_last_save (entente_session_get_study (leaving->outlet.session), &leaving->choice);
  end (leaving, _ ("The Summary Was Not Printed"), error, NULL);
}

static void
print (Leaving *leaving)
{
  entente_print_operation_run (leaving->outlet.window,
                               leaving->outlet.printout,
                               printed_cb,
                               leaving);
}

void
entente_print_outlet_print (const EntentePrintOutlet *outlet)
{
  ask (begin (outlet, print));
}

/* ---- to the clipboard ---- */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean copied = entente_print_copy_finish (result, &error);

  end (data,
       _ ("The Summary Was Not Copied"),
       error,
       copied ? _ ("Summary copied, as rich text and as plain text") : NULL);
}

static void
copy (Leaving *leaving)
{
  show_progress (leaving);
  entente_print_copy_async (
    entente_pages_get_document (entente_printout_get_pages (leaving->outlet.printout)),
    gtk_widget_get_clipboard (GTK_WIDGET (leaving->outlet.window)),
    leaving->cancellable,
    copied_cb,
    leaving);
}

void
entente_print_outlet_copy (const EntentePrintOutlet *outlet)
{
  if (entente_printout_get_pages (outlet->printout))
    ask (begin (outlet, copy));
}
