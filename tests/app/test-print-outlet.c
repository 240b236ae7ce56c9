/* Tests of where a summary goes: the clipboard as rich text, a file that is whole or none, and the
 * list that is read before. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-commands.h"
#include "entente-print-copy.h"
#include "entente-print-job.h"
#include "entente-print-last.h"
#include "entente-print-window.h"
#include <adwaita.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static gboolean
has_printout (gpointer window)
{
  return entente_print_window_get_printout (window) != NULL;
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

    if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
      return toplevel;
  }
  return NULL;
}

static EntentePrintWindow *
present (EntenteAppFixture *fixture)
{
  EntentePrintWindow *window;

  entente_print_window_present (NULL, fixture->session, NULL);
  window = ENTENTE_PRINT_WINDOW (find_toplevel (ENTENTE_TYPE_PRINT_WINDOW));
  entente_app_wait (has_printout, window);
  return window;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
close_window (EntentePrintWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_app_wait (is_null, &left);
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, name);

    if (found)
      return found;
  }
  return NULL;
}

static void
apply (EntenteAppFixture *fixture, const char *line)
{
  g_autoptr (GError) error = NULL;

  entente_study_apply_json (fixture->study, line, NULL, &error);
  g_assert_no_error (error);
  entente_app_rest (200);
}

/* ---- the clipboard ---- */

typedef struct {
  GdkClipboard *clipboard;
  char *html, *text;
  gboolean done;
} Pasted;

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pasted *pasted = data;

  pasted->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  pasted->done = TRUE;
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (source);
  Pasted *pasted = data;

  g_assert_cmpint (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL), >, 0);
  pasted->html = g_strndup (g_memory_output_stream_get_data (memory),
                            g_memory_output_stream_get_data_size (memory));
  gdk_clipboard_read_text_async (pasted->clipboard, NULL, text_cb, pasted);
}

/* Both ends of the pipe are in this thread. */
static void
html_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_splice_async (memory,
                                stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT,
                                NULL,
                                spliced_cb,
                                data);
}

static gboolean
is_pasted (gpointer pasted)
{
  return ((Pasted *) pasted)->done;
}

static gboolean
offers_html (gpointer clipboard)
{
  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html");
}

static void
test_copy (void)
{
  static const char *mime_types[] = { "text/html", NULL };
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  EntenteDocument *document = entente_pages_get_document (entente_print_window_get_pages (window));
  g_autofree char *html = entente_document_to_html (document);
  g_autofree char *text = entente_document_to_text (document);
  Pasted pasted = { clipboard, NULL, NULL, FALSE };

  gtk_widget_activate_action (GTK_WIDGET (window), "summary.copy", NULL);
  entente_app_wait (offers_html, clipboard);
  gdk_clipboard_read_async (clipboard, mime_types, G_PRIORITY_DEFAULT, NULL, html_cb, &pasted);
  entente_app_wait (is_pasted, &pasted);
  g_assert_cmpstr (pasted.html, ==, html);
  g_assert_cmpstr (pasted.text, ==, text);
  g_assert_nonnull (strstr (pasted.html, "Port offers more pay"));
  g_assert_null (strstr (pasted.html, "Said in confidence"));
  g_free (pasted.html);
  g_free (pasted.text);
  close_window (window);
}

/* ---- files ---- */

typedef struct {
  gboolean done;
  GError *error;
} Saved;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saved *saved = data;

  entente_print_save_finish (result, &saved->error);
  saved->done = TRUE;
}

static gboolean
is_saved (gpointer data)
{
  return ((Saved *) data)->done;
}

static GError *
save (EntentePages *pages, EntentePrintFormat format, const char *path, GCancellable *cancellable)
{
  Saved saved = { FALSE, NULL };

  entente_print_save_async (entente_pages_get_document (pages),
                            entente_pages_get_style (pages),
                            format,
                            path,
                            NULL,
                            cancellable,
                            saved_cb,
                            &saved);
  entente_app_wait (is_saved, &saved);
  return saved.error;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

/* In every format: the old file stays, byte for byte, nothing is left beside it, and the sentence
 * says which file and why. */
static void
test_full_disk (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  struct rlimit old, limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  for (guint format = 0; format < ENTENTE_N_PRINT_FORMATS; format++) {
    g_autofree char *name = g_strdup_printf ("full.%s", entente_print_formats[format].suffix);
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_autoptr (GError) error = NULL;
    guint n_files;

    g_assert_true (g_file_set_contents (path, "old", 3, NULL));
    n_files = count_files (fixture->folder);
    limit = (struct rlimit){ 100, old.rlim_max };
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
    error = save (entente_print_window_get_pages (window), format, path, NULL);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NO_SPACE);
    g_assert_nonnull (strstr (error->message, name));
    assert_content (path, "old");
    g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  }
  close_window (window);
}

static void
test_cancel (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "never", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint n_files = count_files (fixture->folder);

  g_cancellable_cancel (cancellable);
  for (guint format = 0; format < ENTENTE_N_PRINT_FORMATS; format++) {
    g_autoptr (GError) error =
      save (entente_print_window_get_pages (window), format, path, cancellable);

    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  }
  close_window (window);
}

/* ---- the list before ---- */

static gboolean
has_dialog (gpointer data)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Words of all labels in @widget, in order. */
static void
collect_words (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static gboolean
hides_names (gpointer window)
{
  EntentePages *pages = entente_print_window_get_pages (window);
  g_autofree char *text = entente_document_to_text (entente_pages_get_document (pages));

  return strstr (text, "Side B") != NULL;
}

static void
assert_said (GtkWidget *widget, const char *line)
{
  g_autoptr (GString) words = g_string_new (NULL);

  entente_app_rest (200);
  collect_words (widget, words);
  if (!strstr (words->str, line))
    g_error ("“%s” is not among:\n%s", line, words->str);
}

static void
assert_listed (EntentePrintWindow *window, const char *line)
{
  assert_said (find_named (GTK_WIDGET (window), "leaving"), line);
}

/* A name in a title is found before it leaves; who goes back leaves nothing behind. */
static void
test_real_names (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window;
  GdkClipboard *clipboard;
  GtkWidget *dialog;

  apply (fixture,
         "{\"do\":\"set\",\"entity\":\"actor\",\"id\":\"union\",\"pseudonym\":\"Side B\"}");
  window = present (fixture);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  gdk_clipboard_set_text (clipboard, "before");
  assert_listed (window, "4 of 5 events leave");
  assert_listed (window, "1 private event is left out");
  assert_listed (window, "1 actor with a pseudonym goes by its real name");
  gtk_switch_set_active (GTK_SWITCH (find_named (GTK_WIDGET (window), "pseudonyms")), TRUE);
  entente_app_wait (hides_names, window);
  entente_app_rest (100);
  assert_listed (window, "1 name is replaced by a pseudonym");
  assert_listed (window, "Real names still stand in 2 places");
  gtk_widget_activate_action (GTK_WIDGET (window), "summary.copy", NULL);
  entente_app_wait (has_dialog, NULL);
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  assert_said (dialog, "Union wants shorter shifts");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  entente_app_rest (200);
  g_assert_false (offers_html (clipboard));
  gtk_widget_activate_action (GTK_WIDGET (window), "summary.copy", NULL);
  entente_app_wait (has_dialog, NULL);
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "go");
  gtk_window_destroy (GTK_WINDOW (dialog));
  entente_app_wait (offers_html, clipboard);
  close_window (window);
}

/* ---- what was printed last ---- */

/* Kind and options come back, but private events stay out. */
static void
test_last (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintChoice choice, read;

  entente_print_choice_init (&choice);
  entente_print_choice_init (&read);
  g_assert_false (entente_print_last_load (fixture->study, &read));
  entente_print_choice_set_kind (&choice, "answers");
  choice.paper = ENTENTE_PAPER_LETTER;
  choice.summary.leave_out_private = FALSE;
  entente_print_last_save (fixture->study, &choice);
  g_assert_true (entente_print_last_load (fixture->study, &read));
  g_assert_cmpstr (entente_print_choice_get_kind (&read), ==, "answers");
  g_assert_cmpint (read.paper, ==, ENTENTE_PAPER_LETTER);
  g_assert_true (read.summary.leave_out_private);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/print-outlet/copy", test_copy);
  g_test_add_func ("/print-outlet/full-disk", test_full_disk);
  g_test_add_func ("/print-outlet/cancel", test_cancel);
  g_test_add_func ("/print-outlet/real-names", test_real_names);
  g_test_add_func ("/print-outlet/last", test_last);
  return g_test_run ();
}
