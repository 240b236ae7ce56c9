/* Articles and references on their way into the study of a window: out of the clipboard, and out of
 * files. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-form-window.h"
#include "entente-intake.h"
#include "entente-opener.h"
#include "entente-reference-files.h"
#include "entente-test-folder.h"
#include "entente-window-private.h"

#include <string.h>

#define PAGE                                                                                       \
  "<html><head><title>The River Talks</title></head><body><h1>The River Talks</h1><p>The two "     \
  "delegations met on the old bridge and agreed to speak again.</p></body></html>"
#define LIST "TY  - NEWS\nTI  - The Ferry Strike\nDA  - 2017/05//\nER  - \n"

typedef struct {
  char *folder;
  EntenteWindow *window;
} Fixture;

static gboolean
has_study (gpointer fixture)
{
  return entente_window_get_study (((Fixture *) fixture)->window) != NULL;
}

static guint
count_articles (Fixture *fixture)
{
  EntenteStudy *study = entente_window_get_study (fixture->window);

  return entente_chronicle_get_n_articles (entente_study_get_chronicle (study));
}

static gboolean
has_article (gpointer fixture)
{
  return count_articles (fixture) > 0;
}

static GtkWidget *
find_form (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link; link = link->next)
    if (ENTENTE_IS_FORM_WINDOW (link->data) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

static gboolean
has_form (gpointer fixture)
{
  return find_form () != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static GtkApplication *application;
  g_autofree char *path = NULL;

  if (!application) {
    application = GTK_APPLICATION (entente_application_new ());
    g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
    g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  }
  fixture->folder = g_dir_make_tmp ("entente-intake-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "new.entente", NULL);
  fixture->window = entente_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_window_open_path (fixture->window, path, ENTENTE_OPEN_CREATE);
  entente_app_wait (has_study, fixture);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  entente_app_wait (is_gone, &window);
  entente_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
copy (Fixture *fixture, const char *mime_type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GdkContentProvider) page = gdk_content_provider_new_for_bytes (mime_type, bytes);
  g_autoptr (GBytes) words = g_bytes_new_static ("Other words.", 12);
  GdkContentProvider *both[] = { gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8",
                                                                     words),
                                 g_object_ref (page) };
  gboolean is_page = strcmp (mime_type, "text/html") == 0;
  g_autoptr (GdkContentProvider) content =
    is_page ? gdk_content_provider_new_union (both, 2) : g_object_ref (page);

  if (!is_page) {
    g_object_unref (both[0]);
    g_object_unref (both[1]);
  }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), content);
}

static const EntenteArticle *
accept (Fixture *fixture)
{
  EntenteStudy *study = entente_window_get_study (fixture->window);

  entente_app_wait (has_form, fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 0);
  g_signal_emit_by_name (find_form (), "accept");
  entente_app_wait (has_article, fixture);
  return entente_chronicle_get_article (entente_study_get_chronicle (study), 0);
}

/* A page is taken rather than the words of it that stand beside. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  copy (fixture, "text/html", PAGE);
  entente_intake_paste (fixture->window);
  g_assert_cmpstr (accept (fixture)->title, ==, "The River Talks");
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  copy (fixture,
        "text/plain;charset=utf-8",
        "The Ferry Talks\n3 May 2017\n\nThe two delegations met on the ferry.\n");
  entente_intake_paste (fixture->window);
  g_assert_cmpstr (accept (fixture)->published->edtf, ==, "2017-05-03");
}

/* What is dropped takes the same way, as a page or as plain text in any set. */
static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes =
    g_bytes_new_static ("Le pont\n3 May 2017\n\nIls se sont rencontr\xE9s, d\xE9"
                        "j\xE0.\n",
                        50);
  g_autoptr (EntenteArticleDetail) detail = NULL;
  EntenteStudy *study = entente_window_get_study (fixture->window);

  entente_intake_take_text (fixture->window, bytes, "text/plain", "Dropped text");
  g_assert_cmpstr (accept (fixture)->title, ==, "Le pont");
  detail = entente_study_read_article (
    study,
    entente_chronicle_get_article (entente_study_get_chronicle (study), 0)->record.id,
    NULL);
  g_assert_nonnull (strstr (detail->revision->text, "rencontrés, déjà"));
}

static gboolean
has_other_study (gpointer data)
{
  Fixture *fixture = data;
  EntenteStudy *study = entente_window_get_study (fixture->window);

  return study && g_str_has_suffix (entente_study_get_path (study), "other.entente");
}

/* What is still being read when another study opens in the window is for the one before. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PAGE, strlen (PAGE));
  g_autofree char *other = g_build_filename (fixture->folder, "other.entente", NULL);
  g_autoptr (EntenteStudy) study = entente_study_open (other, ENTENTE_OPEN_CREATE, NULL, NULL);

  entente_intake_take_text (fixture->window, bytes, "text/html", "Dropped text");
  entente_window_set_study (fixture->window, study);
  entente_app_wait (has_other_study, fixture);
  entente_app_rest (300);
  g_assert_null (find_form ());
}

static GSList *
write_file (Fixture *fixture, GSList *files, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_slist_append (files, g_file_new_for_path (path));
}

typedef struct {
  char *path;
  const char *part;
} Awaited;

static gboolean
is_written (gpointer data)
{
  Awaited *awaited = data;
  g_autofree char *text = NULL;

  return g_file_get_contents (awaited->path, &text, NULL, NULL) &&
         strstr (text, awaited->part) != NULL;
}

static void
assert_written (Fixture *fixture, const char *name, guint format, const char *part)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  Awaited awaited = { path, part };

  entente_reference_files_export (fixture->window, path, format);
  entente_app_wait (is_written, &awaited);
}

/* Among files dropped, lists of references are entered at once, articles are proposed; and written
 * again. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  GSList *files = write_file (fixture, NULL, "list.ris", LIST);

  files = write_file (fixture, files, "page.html", PAGE);
  entente_opener_take_files (fixture->window, files);
  entente_app_wait (has_article, fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  entente_app_wait (has_form, fixture);
  gtk_window_destroy (GTK_WINDOW (find_form ()));
  assert_written (fixture, "out.bib", 0, "date = {2017-05}");
  g_slist_free_full (files, g_object_unref);
}

/* The chooser asked about the name as it was chosen: no other file may be written. */
static void
test_name_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "refs.ris", NULL);
  GSList *list = write_file (fixture, NULL, "refs.ris", LIST);
  g_autofree char *kept = NULL;
  g_autofree char *study = NULL;
  gsize length;

  g_slist_free_full (write_file (fixture, NULL, "refs", "old"), g_object_unref);
  entente_opener_take_files (fixture->window, list);
  entente_app_wait (has_article, fixture);
  g_assert_true (g_file_set_contents (other, "kept", -1, NULL));
  assert_written (fixture, "refs", 0, "TY  - ");
  g_assert_true (g_file_get_contents (other, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "kept");
  /* Nor the study itself. */
  entente_reference_files_export (
    fixture->window,
    entente_study_get_path (entente_window_get_study (fixture->window)),
    0);
  entente_app_rest (200);
  g_assert_true (
    g_file_get_contents (entente_study_get_path (entente_window_get_study (fixture->window)),
                         &study,
                         &length,
                         NULL));
  g_assert_true (g_str_has_prefix (study, "SQLite format 3"));
  g_slist_free_full (list, g_object_unref);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/intake/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/intake/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/intake/dropped", Fixture, NULL, set_up, test_dropped, tear_down);
  g_test_add ("/intake/late", Fixture, NULL, set_up, test_late, tear_down);
  g_test_add ("/intake/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/intake/name-stays", Fixture, NULL, set_up, test_name_stays, tear_down);
  return g_test_run ();
}
