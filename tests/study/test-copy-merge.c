/* Merging a copy: cases by hand, and what is refused. */
#include "config.h"

#include "entente-copy-merge-private.h"
#include "entente-copy-pair.h"

#include "entente-actor.h"
#include "entente-context.h"
#include "entente-event.h"
#include "entente-study-records.h"

#include <glib/gstdio.h>
#include <string.h>

/* ---- cases by hand ---- */

static EntenteId
add_actor (EntenteStore *store, const char *name)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add actor");
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->name = g_strdup (name);
  entente_step_insert (step, actor);
  entente_store_fixture_apply (store, step);
  return actor->record.id;
}

static EntenteId
add_participation (EntenteStore *store, EntenteId event, EntenteId actor)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add participation");
  g_autoptr (EntenteParticipation) participation = entente_participation_new ();

  participation->event = event;
  participation->actor = actor;
  entente_step_insert (step, participation);
  entente_store_fixture_apply (store, step);
  return participation->record.id;
}

static void
set_title (EntenteStore *store, EntenteId id, const char *title)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Edit event");
  g_autoptr (EntenteEvent) event = entente_store_get (store, ENTENTE_ENTITY_EVENT, id, NULL);
  g_autoptr (EntenteEvent) edited = entente_event_copy (event);

  g_free (edited->title);
  edited->title = g_strdup (title);
  entente_step_update (step, edited);
  entente_store_fixture_apply (store, step);
}

static void
set_value (EntenteStore *store, const char *name, const char *value)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Set");
  g_autoptr (EntenteSetting) setting = entente_setting_new ();

  setting->name = g_strdup (name);
  setting->value = g_strdup (value);
  entente_step_insert (step, setting);
  entente_store_fixture_apply (store, step);
}

static void
assert_title (EntenteStore *store, EntenteId id, const char *title)
{
  g_autoptr (EntenteEvent) event = entente_store_get (store, ENTENTE_ENTITY_EVENT, id, NULL);

  if (title)
    g_assert_cmpstr (event->title, ==, title);
  else
    g_assert_null (event);
}

static gboolean
is_there (EntenteStore *store, EntenteEntity entity, EntenteId id)
{
  g_autoptr (EntenteRecord) record = entente_store_get (store, entity, id, NULL);

  return record != NULL;
}

static void
assert_taken (const EntenteCopyMerge *merge, guint place, const char *heading, const char *title)
{
  const GPtrArray *list = entente_copy_merge_get_taken (merge);
  const EntenteCopyTaken *taken;
  g_autofree char *described = NULL;

  g_assert_cmpuint (place, <, list->len);
  taken = list->pdata[place];
  described = entente_copy_taken_describe (taken);
  g_assert_cmpstr (described, ==, heading);
  g_assert_true (g_strv_contains ((const char *const *) taken->titles, title));
}

/* What comes without a question is told record by record: added, changed with its fields, deleted.
 */
static void
test_taken (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId one = entente_store_fixture_add_event (fixture->store, "one");
  EntenteId two = entente_store_fixture_add_event (fixture->store, "two");
  EntenteCopyPair pair;
  g_autoptr (EntenteCopyMerge) merge = NULL;
  g_autoptr (EntenteStep) step = entente_step_new ("Delete");

  entente_copy_pair_init (&pair, fixture);
  set_title (pair.theirs, one, "one, theirs");
  entente_step_delete (step, ENTENTE_ENTITY_EVENT, two);
  entente_store_fixture_apply (pair.theirs, step);
  add_actor (pair.theirs, "Kabul");
  add_actor (pair.theirs, "Moscow");
  merge = entente_copy_pair_read (&pair);
  g_assert_cmpuint (entente_copy_merge_get_taken (merge)->len, ==, 3);
  assert_taken (merge, 0, "Added: Actor (2)", "Kabul");
  assert_taken (merge, 1, "Changed: Move (1)", "one: Title");
  assert_taken (merge, 2, "Deleted: Move (1)", "two");
  entente_copy_pair_clear (&pair);
}

/* Both changed one title, each another one besides; both texts, who did it and when are told. */
static void
test_titles (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId one = entente_store_fixture_add_event (fixture->store, "one");
  EntenteId two = entente_store_fixture_add_event (fixture->store, "two");
  EntenteId three = entente_store_fixture_add_event (fixture->store, "three");
  EntenteCopyPair pair;
  g_autoptr (EntenteCopyMerge) merge = NULL;
  const EntenteCopyConflict *conflict;
  g_autofree char *described = NULL;

  entente_copy_pair_init (&pair, fixture);
  set_title (pair.mine, one, "mine");
  set_title (pair.theirs, one, "theirs");
  set_title (pair.mine, two, "two, mine");
  set_title (pair.theirs, three, "three, theirs");
  merge = entente_copy_pair_read (&pair);
  g_assert_true (entente_copy_merge_has_history (merge));
  g_assert_cmpuint (entente_copy_merge_get_conflicts (merge)->len, ==, 1);
  conflict = entente_copy_merge_get_conflicts (merge)->pdata[0];
  g_assert_cmpstr (conflict->title, ==, "mine");
  g_assert_cmpstr (conflict->field, ==, "Title");
  g_assert_cmpstr (conflict->mine, ==, "mine");
  g_assert_cmpstr (conflict->theirs, ==, "theirs");
  g_assert_cmpstr (conflict->my_coder, ==, "Ada");
  g_assert_cmpstr (conflict->their_coder, ==, "Ben");
  g_assert_cmpint (conflict->their_time, >, 0);
  described = entente_copy_merge_describe (merge);
  g_assert_cmpstr (described, ==, "0 records are added, 1 is changed, 0 are deleted.");
  g_assert_true (entente_copy_pair_merge (&pair, ENTENTE_COPY_THEIRS, 1));
  assert_title (pair.mine, one, "theirs");
  assert_title (pair.mine, two, "two, mine");
  assert_title (pair.mine, three, "three, theirs");
  entente_copy_pair_clear (&pair);
}

/* I deleted a move to which they added somebody: with theirs it comes back with all that hung on
 * it, with mine it stays away. */
static void
test_deleted_here (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId event = entente_store_fixture_add_event (fixture->store, "talks");
  EntenteId actor = add_actor (fixture->store, "Taliban");
  EntenteId old = add_participation (fixture->store, event, actor), new;
  EntenteCopyPair pair;

  entente_copy_pair_init (&pair, fixture);
  entente_store_fixture_delete_event (pair.mine, event);
  new = add_participation (pair.theirs, event, actor);
  g_assert_true (entente_copy_pair_merge (&pair, ENTENTE_COPY_MINE, 1));
  assert_title (pair.mine, event, NULL);
  g_assert_false (is_there (pair.mine, ENTENTE_ENTITY_PARTICIPATION, new));
  entente_store_fixture_undo (pair.mine);
  g_assert_true (entente_copy_pair_merge (&pair, ENTENTE_COPY_THEIRS, 1));
  assert_title (pair.mine, event, "talks");
  g_assert_true (is_there (pair.mine, ENTENTE_ENTITY_PARTICIPATION, old));
  g_assert_true (is_there (pair.mine, ENTENTE_ENTITY_PARTICIPATION, new));
  entente_copy_pair_clear (&pair);
}

static void
test_deleted_there (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId event = entente_store_fixture_add_event (fixture->store, "talks");
  EntenteId other = entente_store_fixture_add_event (fixture->store, "left alone");
  EntenteId actor = add_actor (fixture->store, "Taliban"), new;
  EntenteCopyPair pair;

  entente_copy_pair_init (&pair, fixture);
  entente_store_fixture_delete_event (pair.theirs, event);
  entente_store_fixture_delete_event (pair.theirs, other);
  new = add_participation (pair.mine, event, actor);
  g_assert_true (entente_copy_pair_merge (&pair, ENTENTE_COPY_MINE, 1));
  assert_title (pair.mine, event, "talks");
  assert_title (pair.mine, other, NULL);
  g_assert_true (is_there (pair.mine, ENTENTE_ENTITY_PARTICIPATION, new));
  entente_store_fixture_undo (pair.mine);
  g_assert_true (entente_copy_pair_merge (&pair, ENTENTE_COPY_THEIRS, 1));
  assert_title (pair.mine, event, NULL);
  g_assert_false (is_there (pair.mine, ENTENTE_ENTITY_PARTICIPATION, new));
  entente_copy_pair_clear (&pair);
}

/* One name, two ids: still one setting, and one question. */
static void
test_settings (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteCopyPair pair;
  g_autofree char *title = NULL;

  entente_store_fixture_add_event (fixture->store, "one");
  entente_copy_pair_init (&pair, fixture);
  set_value (pair.mine, "title", "Mine");
  set_value (pair.theirs, "title", "Theirs");
  g_assert_true (entente_copy_pair_merge (&pair, ENTENTE_COPY_THEIRS, 1));
  title = entente_store_get_setting (pair.mine, "title");
  g_assert_cmpstr (title, ==, "Theirs");
  entente_copy_pair_clear (&pair);
}

static EntenteId
add_issue (EntenteStore *store, const char *name)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add issue");
  g_autoptr (EntenteIssue) issue = entente_issue_new ();

  issue->name = g_strdup (name);
  entente_step_insert (step, issue);
  entente_store_fixture_apply (store, step);
  return issue->record.id;
}

static void
set_parent (EntenteStore *store, EntenteId id, EntenteId parent)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Move issue");
  g_autoptr (EntenteIssue) issue = entente_store_get (store, ENTENTE_ENTITY_ISSUE, id, NULL);
  g_autoptr (EntenteIssue) edited = entente_issue_copy (issue);

  edited->parent = parent;
  entente_step_update (step, edited);
  entente_store_fixture_apply (store, step);
}

/* I put one issue below the other, they the other below the one: a question, and no circle. */
static void
test_circle (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId one = add_issue (fixture->store, "Prisoners"),
            two = add_issue (fixture->store, "Trust");
  EntenteCopyPair pair;
  g_autoptr (EntenteIssue) found = NULL;

  entente_copy_pair_init (&pair, fixture);
  set_parent (pair.mine, one, two);
  set_parent (pair.theirs, two, one);
  g_assert_true (entente_copy_pair_merge (&pair, ENTENTE_COPY_MINE, 1));
  found = entente_store_get (pair.mine, ENTENTE_ENTITY_ISSUE, two, NULL);
  g_assert_cmpint (found->parent, ==, ENTENTE_ID_NONE);
  entente_copy_pair_clear (&pair);
}

/* Merged one way and then the other: what was decided is not asked again, and both files say the
 * same. */
static void
test_both_ways (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId event = entente_store_fixture_add_event (fixture->store, "one");
  EntenteCopyPair pair;
  g_autoptr (EntenteCopyMerge) back = NULL;
  g_autoptr (EntenteStep) step = NULL;
  g_autofree char *mine = g_strdup (fixture->path);
  g_autoptr (GError) error = NULL;

  entente_copy_pair_init (&pair, fixture);
  set_title (pair.mine, event, "mine");
  set_title (pair.theirs, event, "theirs");
  g_assert_true (entente_copy_pair_merge (&pair, ENTENTE_COPY_MINE, 1));
  set_title (pair.theirs, entente_store_fixture_add_event (pair.theirs, "later"), "later still");
  entente_store_close (fixture->store);
  back = entente_copy_merge_read (pair.theirs, mine, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entente_copy_merge_get_conflicts (back)->len, ==, 0);
  step = entente_copy_merge_create_step (back, NULL, &error);
  g_assert_no_error (error);
  entente_store_fixture_apply (pair.theirs, step);
  assert_title (pair.theirs, event, "mine");
  g_clear_pointer (&back, entente_copy_merge_unref);
  entente_copy_pair_clear (&pair);
}

/* Copies without history are compared by their records: what only one has is kept, every difference
 * is a question. */
static void
test_comparison (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId event = entente_store_fixture_add_event (fixture->store, "one"), theirs;
  g_autofree char *path = g_build_filename (fixture->folder, "bare.entente", NULL);
  g_autoptr (GError) error = NULL;
  EntenteCopyPair pair = { .mine = fixture->store, .path = path };

  g_assert_true (entente_store_copy (fixture->store, path, FALSE, NULL, &error));
  pair.theirs = entente_store_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  set_title (pair.mine, event, "mine");
  set_title (pair.theirs, event, "theirs");
  theirs = entente_store_fixture_add_event (pair.theirs, "new");
  g_assert_true (entente_copy_pair_merge (&pair, ENTENTE_COPY_MINE, 1));
  assert_title (pair.mine, event, "mine");
  assert_title (pair.mine, theirs, "new");
  entente_copy_pair_assert_nothing_more (&pair);
  g_clear_object (&pair.theirs);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* ---- what hangs together ---- */

/* "table.column" of each field by which a record goes with another, as the merge has it. */
static void
add_owning (GHashTable *found, EntenteEntity entity)
{
  g_autoptr (EntenteRecord) record = entente_record_new (entity);
  g_autofree char *table =
    g_strdup (entity == ENTENTE_ENTITY_ORDER ? "event_order" : entente_entity_nick (entity));
  g_autoptr (GArray) references = NULL;
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

  g_strdelimit (table, "-", '_');
  for (guint i = 0; i < n; i++) {
    if (fields[i].type == ENTENTE_FIELD_ID && fields[i].target < ENTENTE_N_ENTITIES)
      *(EntenteId *) entente_record_get_field (record, &fields[i]) = 1;
  }
  references = entente_copy_list_references (NULL, NULL, record);
  for (guint i = 0; i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);

    if (reference->owns)
      g_hash_table_add (found, g_strconcat (table, ".", fields[reference->field].name, NULL));
  }
}

/* The schema says the same in its foreign keys, but for rows that are part of a record. */
static void
test_schema (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *told = entente_store_fixture_query (
    fixture->path,
    "SELECT m.name || '.' || f.\"from\" FROM sqlite_schema AS m, pragma_foreign_key_list (m.name) "
    "AS f"
    " WHERE m.type = 'table' AND f.on_delete = 'CASCADE'"
    " AND m.name NOT IN ('reading', 'event_issue', 'claim_actor', 'journal_chunk')");
  g_auto (GStrv) lines = g_strsplit_set (g_strstrip (told), "|\n", -1);

  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
    add_owning (found, entity);
  for (guint i = 0; lines[i]; i++) {
    if (*lines[i] && !g_hash_table_remove (found, lines[i]))
      g_error ("%s is not known to go along", lines[i]);
  }
  g_assert_cmpuint (g_hash_table_size (found), ==, 0);
}

/* ---- what is refused ---- */

static char *
refuse (EntenteStore *store, const char *path, EntenteError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (entente_copy_merge_read (store, path, NULL, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, (int) code);
  return g_strdup (error->message);
}

static void
test_refusals (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_build_filename (fixture->folder, "notes.txt", NULL);
  g_autofree char *newer = g_build_filename (fixture->folder, "newer.entente", NULL);
  g_autofree char *broken = g_build_filename (fixture->folder, "broken.entente", NULL);
  g_autofree char *same = refuse (fixture->store, fixture->path, ENTENTE_ERROR_INVALID);
  g_autofree char *other = NULL;
  g_autofree char *later = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *said = NULL;

  g_assert_nonnull (strstr (same, "the study itself"));
  g_assert_true (g_file_set_contents (text, "Nothing but notes.", -1, NULL));
  other = refuse (fixture->store, text, ENTENTE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (other, "notes.txt"));
  entente_store_fixture_add_event (fixture->store, "one");
  g_assert_true (entente_store_copy (fixture->store, newer, TRUE, NULL, NULL));
  said = entente_store_fixture_query (newer, "PRAGMA user_version = 99");
  later = refuse (fixture->store, newer, ENTENTE_ERROR_TOO_NEW);
  g_assert_true (entente_store_copy (fixture->store, broken, TRUE, NULL, NULL));
  g_free (said);
  set_title (fixture->store, entente_store_fixture_add_event (fixture->store, "two"), "three");
  said = entente_store_fixture_query (broken,
                                      "INSERT INTO journal (number, time, coder, label)"
                                      " VALUES (2, 0, '', 'x');"
                                      "INSERT INTO journal_chunk (journal, number, bytes)"
                                      " VALUES (2, 1, x'00ff')");
  g_assert_cmpstr (said, ==, "");
  damaged = refuse (fixture->store, broken, ENTENTE_ERROR_CORRUPT);
  g_assert_cmpint (g_remove (text), ==, 0);
  g_assert_cmpint (g_remove (newer), ==, 0);
  g_assert_cmpint (g_remove (broken), ==, 0);
}

/* The study went on while the window was open. */
static void
test_changed_since (EntenteStoreFixture *fixture, gconstpointer data)
{
  EntenteId event = entente_store_fixture_add_event (fixture->store, "one");
  EntenteCopyPair pair;
  g_autoptr (EntenteCopyMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  entente_copy_pair_init (&pair, fixture);
  set_title (pair.theirs, event, "theirs");
  merge = entente_copy_pair_read (&pair);
  set_title (pair.mine, event, "mine");
  g_assert_null (entente_copy_merge_create_step (merge, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CONFLICT);
  entente_copy_pair_clear (&pair);
}

int
main (int argc, char **argv)
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/copy-merge/taken", test_taken);
  ENTENTE_STORE_TEST ("/copy-merge/titles", test_titles);
  ENTENTE_STORE_TEST ("/copy-merge/deleted-here", test_deleted_here);
  ENTENTE_STORE_TEST ("/copy-merge/deleted-there", test_deleted_there);
  ENTENTE_STORE_TEST ("/copy-merge/settings", test_settings);
  ENTENTE_STORE_TEST ("/copy-merge/circle", test_circle);
  ENTENTE_STORE_TEST ("/copy-merge/both-ways", test_both_ways);
  ENTENTE_STORE_TEST ("/copy-merge/comparison", test_comparison);
  ENTENTE_STORE_TEST ("/copy-merge/schema", test_schema);
  ENTENTE_STORE_TEST ("/copy-merge/refusals", test_refusals);
  ENTENTE_STORE_TEST ("/copy-merge/changed-since", test_changed_since);
  return g_test_run ();
}
