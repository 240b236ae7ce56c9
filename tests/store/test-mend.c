/* Each kind of damage inside a study is found, and mended in a copy that replaces nothing. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  const char *damage; /* SQL on a bare connection */
  const char *finding; /* words of what is found */
  const char *mended; /* words of how it is mended */
  const char *query; /* on the copy */
  const char *result;
} Case;

#define NO_KEYS "PRAGMA foreign_keys = OFF; "

static const Case cases[] = {
  { NO_KEYS "INSERT INTO participation (id, event, actor, role) SELECT 7, min (id), 4712, 'host' "
            "FROM event",
    "refers to one of “actor” that is gone",
    "taken out, since it cannot be without",
    "SELECT count(*) FROM participation",
    "0" },
  { NO_KEYS "UPDATE event SET place = 4711",
    "refers to one of “place” that is gone",
    "The reference was taken out",
    "SELECT count(*), total (place) FROM event",
    "2 0.0" },
  { NO_KEYS "INSERT INTO event_issue (event, issue, number) SELECT id, 4711, 1 FROM event",
    "refers to one of “issue” that is gone",
    "taken out, since it cannot be without",
    "SELECT count(*) FROM event_issue",
    "0" },
  /* What hangs on a row that is taken out goes with it. */
  { NO_KEYS "INSERT INTO revision (id, article, number) VALUES (5, 4711, 1);"
            "INSERT INTO passage (id, revision, start, \"end\") VALUES (6, 5, 0, 1)",
    "refers to one of “article” that is gone",
    "taken out, since it cannot be without",
    "SELECT (SELECT count(*) FROM revision), (SELECT count(*) FROM passage)",
    "0 0" },
  { "UPDATE event SET when_edtf = '2018-13-45'",
    "the field “when” cannot be read",
    "Its dates were taken out",
    "SELECT count(*), count (when_edtf) FROM event",
    "2 0" },
  { "UPDATE event SET planned_edtf = '2018', planned_extra = 'nonsense'",
    "the field “planned” cannot be read",
    "Its dates were taken out",
    "SELECT count(*), count (planned_extra) FROM event",
    "2 0" },
  { "UPDATE event SET title = CAST (x'54ff54' AS TEXT)",
    "the field “title” cannot be read",
    "What is no text in it was replaced",
    "SELECT DISTINCT hex (title) FROM event",
    "54EFBFBD54" },
  { "UPDATE event SET when_earliest_start = 17, when_latest_start = 18",
    "the place in time",
    "It was computed anew",
    "SELECT count (when_earliest_start) FROM event",
    "0" },
  { "UPDATE event SET when_form = 'point', when_flags = 3",
    "the place in time",
    "It was computed anew",
    "SELECT DISTINCT when_form, when_flags FROM event",
    "undated 0" },
  { "DELETE FROM journal_chunk WHERE journal = 1",
    "The history of steps is damaged at step 1",
    "It was taken out",
    "SELECT (SELECT count(*) FROM journal), (SELECT count(*) FROM event)",
    "0 2" },
  { "UPDATE journal_chunk SET bytes = x'00112233' WHERE journal = 2",
    "The history of steps is damaged at step 2",
    "It was taken out",
    "SELECT count(*) FROM journal_chunk",
    "0" },
  { "UPDATE journal SET undoes = 2 WHERE number = 1",
    "The history of steps is damaged at step 1",
    "It was taken out",
    "SELECT count(*) FROM journal",
    "0" },
  { NO_KEYS "DELETE FROM journal WHERE number = 1",
    "The history of steps is damaged at step 2",
    "It was taken out",
    "SELECT count(*) FROM journal",
    "0" },
};

static gboolean
is_among (GPtrArray *sentences, const char *words)
{
  for (guint i = 0; i < sentences->len; i++)
    if (strstr (sentences->pdata[i], words) != NULL)
      return TRUE;
  return FALSE;
}

static void
make_study (const char *path, const char *damage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  entente_store_fixture_add_event (store, "Talks in the harbour");
  entente_store_fixture_add_event (store, "More talks");
  g_clear_object (&store);
  output = entente_store_fixture_query (path, damage);
  g_assert_cmpstr (output, ==, "");
}

/* The copy is well, holds what it should, and the study is as it was. */
static void
repair (const Case *example, const char *path, const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open (path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_autoptr (EntenteStore) copy = NULL;
  g_autoptr (GPtrArray) found = NULL, mended = NULL, left = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length, length_after;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  found = entente_store_check (store, &error);
  g_assert_no_error (error);
  g_assert_true (is_among (found, example->finding));
  mended = entente_store_repair (store, target, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_among (mended, example->mended));
  copy = entente_store_open (target, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  left = entente_store_check (copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

static void
test_kinds (EntenteStoreFixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("%s/%u.entente", fixture->folder, (guint) i);
    g_autofree char *target = g_strdup_printf ("%s/%u-new.entente", fixture->folder, (guint) i);
    g_autofree char *output = NULL;

    g_test_message ("%s", cases[i].damage);
    make_study (path, cases[i].damage);
    repair (&cases[i], path, target);
    output = entente_store_fixture_query (target, cases[i].query);
    g_assert_cmpstr (g_strchomp (g_strdelimit (output, "|\t", ' ')), ==, cases[i].result);
  }
}

/* A study that is well is copied with all that it has, its history too; nothing is found. */
static void
test_well (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "copy.entente", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mended = NULL, again = NULL;
  g_autoptr (EntenteStore) copy = NULL;

  entente_store_fixture_add_event (fixture->store, "Talks");
  mended = entente_store_repair (fixture->store, target, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mended->len, ==, 0);
  before = entente_store_fixture_dump (fixture->path);
  after = entente_store_fixture_dump (target);
  g_assert_cmpstr (before, ==, after);
  copy = entente_store_open (target, ENTENTE_OPEN_EXISTING, NULL, &error);
  entente_store_fixture_undo (copy);
  /* Nothing is replaced. */
  again = entente_store_repair (fixture->store, target, NULL, &error);
  g_assert_null (again);
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
}

/* An index of a table that disagrees with it, and the index of words. */
static void
test_indexes (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "copy.entente", NULL);
  g_autofree char *output = NULL, *found = NULL;
  g_autoptr (GPtrArray) mended = NULL, left = NULL;
  g_autoptr (EntenteStore) copy = NULL;
  g_autoptr (GArray) events = NULL;

  entente_store_fixture_add_event (fixture->store, "Talks in the harbour");
  g_clear_object (&fixture->store);
  output = entente_store_fixture_query (
    fixture->path,
    "INSERT INTO search_event (search_event, rowid, title, summary, judgement_reason)"
    " SELECT 'delete', id, title, summary, judgement_reason FROM event");
  g_assert_cmpstr (output, ==, "");
  fixture->store = entente_store_open (fixture->path, ENTENTE_OPEN_READ_ONLY, NULL, NULL);
  mended = entente_store_repair (fixture->store, target, NULL, NULL);
  g_assert_true (is_among (mended, "index of words"));
  copy = entente_store_open (target, ENTENTE_OPEN_EXISTING, NULL, NULL);
  left = entente_store_check (copy, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  events = entente_store_search_events (copy, "harbour", NULL);
  g_assert_cmpuint (events->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/mend/kinds", test_kinds);
  ENTENTE_STORE_TEST ("/store/mend/well", test_well);
  ENTENTE_STORE_TEST ("/store/mend/indexes", test_indexes);
  return g_test_run ();
}
