/* Drafts: kept, replaced, dropped; no step, no undo; gone from what is given away. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-draft.h"

static void
keep (EntenteStoreFixture *fixture, const char *form, EntenteId subject, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_store_keep_draft (fixture->store, form, subject, text, &error));
  g_assert_no_error (error);
}

static void
assert_draft (EntenteStoreFixture *fixture, const char *form, EntenteId subject, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteDraft) draft = entente_store_find_draft (fixture->store, form, subject, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (draft ? draft->text : NULL, ==, text);
  if (draft)
    g_assert_cmpint (ABS (draft->time - g_get_real_time () / G_USEC_PER_SEC), <, 100);
}

static void
test_keep (EntenteStoreFixture *fixture, gconstpointer data)
{
  assert_draft (fixture, "claim", 1, NULL);
  keep (fixture, "claim", 1, "Kabul sa");
  keep (fixture, "claim", 1, "Kabul said “yes”");
  keep (fixture, "claim", 2, "Another");
  keep (fixture, "event", 1, "A third");
  entente_store_fixture_reopen (fixture);
  assert_draft (fixture, "claim", 1, "Kabul said “yes”");
  assert_draft (fixture, "claim", 2, "Another");
  assert_draft (fixture, "event", 1, "A third");
  keep (fixture, "claim", 1, NULL);
  assert_draft (fixture, "claim", 1, NULL);
  assert_draft (fixture, "claim", 2, "Another");
}

static void
test_no_step (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *label = NULL;
  g_autofree char *rows = NULL;

  entente_store_fixture_add_event (fixture->store, "A meeting");
  keep (fixture, "event", 0, "Half a sen");
  history = entente_store_get_history (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  /* The step below it can still be taken back, and the text stays. */
  entente_store_fixture_undo (fixture->store);
  assert_draft (fixture, "event", 0, "Half a sen");
  label = entente_store_get_undo_label (fixture->store);
  g_assert_null (label);
}

/* The oldest go, so that a study does not grow with what nobody finishes. */
static void
test_limits (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (1024 * 1024 + 1, 'x');
  g_autoptr (GError) error = NULL;

  for (EntenteId i = 1; i <= 201; i++)
    keep (fixture, "claim", i, "words");
  assert_draft (fixture, "claim", 1, NULL);
  assert_draft (fixture, "claim", 2, "words");
  assert_draft (fixture, "claim", 201, "words");
  g_assert_false (entente_store_keep_draft (fixture->store, "claim", 2, long_text, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, "too long to be kept"));
  assert_draft (fixture, "claim", 2, "words");
}

static void
test_read_only (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keep (fixture, "claim", 1, "words");
  g_clear_object (&fixture->store);
  fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  assert_draft (fixture, "claim", 1, "words");
  g_assert_false (entente_store_keep_draft (fixture->store, "claim", 1, "more", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_READ_ONLY);
  assert_draft (fixture, "claim", 1, "words");
}

/* A stranger's study: bytes that are no UTF-8, and rows without text. */
static void
test_hostile (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *made = NULL;
  g_autoptr (EntenteDraft) draft = NULL;

  g_clear_object (&fixture->store);
  made = entente_store_fixture_query (
    fixture->path,
    "INSERT INTO draft (form, subject, text, time) VALUES ('claim', 1, CAST (x'41FF42' AS TEXT), "
    "NULL), ('claim', 2, NULL, 5)");
  g_assert_cmpstr (made, ==, "");
  entente_store_fixture_reopen (fixture);
  draft = entente_store_find_draft (fixture->store, "claim", 1, NULL);
  g_assert_cmpstr (draft->text, ==, "A\357\277\275B");
  g_assert_cmpint (draft->time, ==, -1);
  assert_draft (fixture, "claim", 2, NULL);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/draft/keep", test_keep);
  ENTENTE_STORE_TEST ("/store/draft/no-step", test_no_step);
  ENTENTE_STORE_TEST ("/store/draft/limits", test_limits);
  ENTENTE_STORE_TEST ("/store/draft/read-only", test_read_only);
  ENTENTE_STORE_TEST ("/store/draft/hostile", test_hostile);
  return g_test_run ();
}
