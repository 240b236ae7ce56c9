/* A copy that is given away: counted before, and without what is left out, to the last byte. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-actor.h"
#include "entente-article.h"
#include "entente-draft.h"
#include "entente-event.h"
#include "entente-log.h"
#include "entente-send.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_COPIES 100

/* Found in any letters: the index of words keeps them small. */
static gboolean
file_contains (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  g_autofree char *small = g_ascii_strdown (text, -1);
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i++)
    bytes[i] = g_ascii_tolower (bytes[i]);
  return memmem (bytes, length, small, strlen (small)) != NULL;
}

static char *
send_copy (EntenteStoreFixture *fixture, EntenteSendFlags flags)
{
  char *path = g_build_filename (fixture->folder, "sent.entente", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = NULL;
  g_autoptr (GPtrArray) sentences = NULL;

  g_unlink (path);
  g_assert_true (entente_store_send (fixture->store, path, flags, NULL, &error));
  g_assert_no_error (error);
  store = entente_store_open (path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  sentences = entente_store_check (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sentences->len, ==, 0);
  return path;
}

/* One of everything that can be left out, each with a word of its own. */
static void
fill (EntenteStore *store)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Fill");
  g_autoptr (EntenteEvent) open = entente_event_new ();
  g_autoptr (EntenteEvent) secret = entente_event_new ();
  g_autoptr (EntenteActor) actor = entente_actor_new ();
  g_autoptr (EntenteArticle) article = entente_article_new ();
  g_autoptr (EntenteClaim) claim = entente_claim_new ();

  open->kind = g_strdup ("meeting");
  open->title = g_strdup ("Openword");
  secret->kind = g_strdup ("meeting");
  secret->title = g_strdup ("Privateword");
  secret->private_ = TRUE;
  actor->name = g_strdup ("Nameword");
  actor->pseudonym = g_strdup ("Maskword");
  article->title = g_strdup ("Titleword");
  article->note = g_strdup ("Noteword");
  entente_step_insert (step, open);
  entente_step_insert (step, secret);
  entente_step_insert (step, actor);
  entente_step_insert (step, article);
  claim->event = secret->record.id;
  claim->claimed_text = g_strdup ("Claimword");
  entente_step_insert (step, claim);
  entente_store_fixture_apply (store, step);
}

static void
test_list (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteSendList) list = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture->store);
  entente_store_keep_draft (fixture->store, "event", 0, "Draftword", NULL);
  entente_store_log (fixture->store, "Logword");
  list = entente_store_list_to_send (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (list->n_events, ==, 2);
  g_assert_cmpint (list->n_private, ==, 1);
  g_assert_cmpint (list->n_claims, ==, 1);
  g_assert_cmpint (list->n_articles, ==, 1);
  g_assert_cmpint (list->n_actors, ==, 1);
  g_assert_cmpint (list->n_pseudonyms, ==, 1);
  g_assert_cmpint (list->n_notes, ==, 1);
  g_assert_cmpint (list->n_steps, ==, 1);
  g_assert_cmpint (list->n_drafts, ==, 1);
  g_assert_cmpint (list->n_log, ==, 1);
}

static void
test_left_out (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const struct {
    EntenteSendFlags flag;
    const char *words[3]; /* gone with it */
  } cases[] = {
    { ENTENTE_SEND_NO_PRIVATE, { "Privateword", "Claimword" } },
    { ENTENTE_SEND_NO_NOTES, { "Noteword" } },
    { ENTENTE_SEND_NO_NAMES, { "Nameword" } },
  };
  g_autofree char *all = NULL;

  fill (fixture->store);
  entente_store_keep_draft (fixture->store, "event", 0, "Draftword", NULL);
  entente_store_log (fixture->store, "Logword");
  all = send_copy (fixture, ENTENTE_SEND_ALL);
  g_assert_false (file_contains (all, "Draftword"));
  g_assert_false (file_contains (all, "Logword"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; cases[i].words[j]; j++)
      g_assert_true (file_contains (all, cases[i].words[j]));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = send_copy (fixture, cases[i].flag);

    for (guint j = 0; cases[i].words[j]; j++)
      g_assert_false (file_contains (path, cases[i].words[j]));
    g_assert_true (file_contains (path, "Openword"));
    g_assert_true (file_contains (path, "Titleword"));
  }
}

/* What was deleted, at any place of the history, is in none of many copies. */
static void
test_deleted (EntenteStoreFixture *fixture, gconstpointer data)
{
  const EntenteSendFlags flags[] = { ENTENTE_SEND_ALL,
                                     ENTENTE_SEND_NO_PRIVATE | ENTENTE_SEND_NO_NOTES,
                                     ENTENTE_SEND_NO_QUESTIONS,
                                     ENTENTE_SEND_NO_CODERS };
  g_autofree char *path = g_build_filename (fixture->folder, "sent.entente", NULL);

  for (guint i = 0; i < N_COPIES; i++) {
    g_autofree char *marker = g_strdup_printf ("Rumpelstilzchen%u", i);
    EntenteId event = entente_store_fixture_add_event (fixture->store, marker);
    g_autoptr (GError) error = NULL;

    entente_store_fixture_add_event (fixture->store, "Talks");
    entente_store_fixture_delete_event (fixture->store, event);
    g_assert_true (entente_store_send (fixture->store, path, flags[i % 4], NULL, &error));
    g_assert_no_error (error);
    g_assert_false (file_contains (path, "Rumpelstilzchen"));
    g_assert_cmpint (g_unlink (path), ==, 0);
  }
}

static void
test_refused (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "there.entente", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  guint n = 0;

  g_assert_true (g_file_set_contents (path, "there", -1, NULL));
  g_assert_false (entente_store_send (fixture->store, path, ENTENTE_SEND_NO_NOTES, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  entente_store_send (fixture->store, path, ENTENTE_SEND_NO_NOTES, cancelled, &error);
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "there");
  folder = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name = g_dir_read_name (folder); name; name = g_dir_read_name (folder))
    n += g_str_has_suffix (name, ".new");
  g_assert_cmpuint (n, ==, 0); /* nothing half done is left */
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/send/list", test_list);
  ENTENTE_STORE_TEST ("/store/send/left-out", test_left_out);
  ENTENTE_STORE_TEST ("/store/send/deleted", test_deleted);
  ENTENTE_STORE_TEST ("/store/send/refused", test_refused);
  return g_test_run ();
}
