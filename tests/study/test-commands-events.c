/* Many events changed at once: what differs is written, everything else stays, and one undo takes
 * all of it back. */
#include "config.h"

#include "entente-commands.h"
#include "entente-fixture.h"

typedef struct {
  EntenteFixture *fixture;
  GArray *ids; /* of all events */
} Story;

static void
add_track_and_issues (EntenteFixture *fixture)
{
  static const char *const names[] = { "Prisoners", "Borders" };
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (EntenteTrack) track = entente_track_new ();
  g_autoptr (EntenteChangeSet) changes = NULL;

  track->record.id = 11;
  track->name = g_strdup ("Doha");
  entente_step_insert (step, track);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (EntenteIssue) issue = entente_issue_new ();

    issue->record.id = 21 + i;
    issue->name = g_strdup (names[i]);
    entente_step_insert (step, issue);
  }
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
}

static void
set_up (Story *story, gconstpointer data)
{
  EntenteChronicle *chronicle;

  story->fixture = entente_fixture_new_story ();
  story->ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  add_track_and_issues (story->fixture);
  chronicle = entente_study_get_chronicle (story->fixture->study);
  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    EntenteId id = entente_chronicle_get_id (chronicle, row);

    g_array_append_val (story->ids, id);
  }
  g_assert_cmpuint (story->ids->len, ==, 2);
}

static void
tear_down (Story *story, gconstpointer data)
{
  entente_fixture_free (story->fixture);
  g_array_unref (story->ids);
}

static EntenteStep *
create_step (Story *story, const EntenteEventsChange *change, GError **error)
{
  return entente_commands_change_events (entente_study_get_chronicle (story->fixture->study),
                                         (const EntenteId *) (gpointer) story->ids->data,
                                         story->ids->len,
                                         change,
                                         error);
}

static void
apply (Story *story, const EntenteEventsChange *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStep) step = create_step (story, change, &error);
  g_autoptr (EntenteChangeSet) changes = NULL;

  g_assert_no_error (error);
  changes = entente_study_apply (story->fixture->study, step, &error);
  g_assert_no_error (error);
}

static EntenteEvent *
read_event (Story *story, guint i)
{
  return entente_store_get (entente_study_get_store (story->fixture->study),
                            ENTENTE_ENTITY_EVENT,
                            g_array_index (story->ids, EntenteId, i),
                            NULL);
}

static void
test_all (Story *story, gconstpointer data)
{
  EntenteEventsChange change = ENTENTE_EVENTS_CHANGE_NONE;
  g_autofree char *before = entente_fixture_dump (story->fixture), *after = NULL;
  g_autoptr (EntenteEvent) old = read_event (story, 0);
  g_autoptr (EntenteChangeSet) undone = NULL;

  change.kind = "offer";
  change.sets_track = TRUE;
  change.track = 11;
  change.add_issue = 22;
  change.judgement = ENTENTE_JUDGEMENT_DOUBTFUL;
  change.pinned = TRUE;
  change.private_ = TRUE;
  apply (story, &change);
  for (guint i = 0; i < story->ids->len; i++) {
    g_autoptr (EntenteEvent) event = read_event (story, i);

    g_assert_cmpstr (event->kind, ==, "offer");
    g_assert_cmpint (event->track, ==, 11);
    g_assert_cmpuint (event->issues->len, ==, 1);
    g_assert_cmpint (g_array_index (event->issues, EntenteId, 0), ==, 22);
    g_assert_cmpint (event->judgement, ==, ENTENTE_JUDGEMENT_DOUBTFUL);
    g_assert_true (event->pinned);
    g_assert_true (event->private_);
    if (i == 0)
      g_assert_cmpstr (event->title, ==, old->title);
  }
  entente_fixture_assert_like_fresh (story->fixture);
  undone = entente_study_undo (story->fixture->study, NULL);
  g_assert_nonnull (undone);
  after = entente_fixture_dump (story->fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Issues are added to those that are there, taken out, and cleared. */
static void
test_issues (Story *story, gconstpointer data)
{
  EntenteEventsChange change = ENTENTE_EVENTS_CHANGE_NONE;
  g_autoptr (EntenteEvent) both = NULL, one = NULL, none = NULL;

  change.add_issue = 21;
  apply (story, &change);
  change.add_issue = 22;
  apply (story, &change);
  both = read_event (story, 1);
  g_assert_cmpuint (both->issues->len, ==, 2);
  change.add_issue = ENTENTE_ID_NONE;
  change.remove_issue = 21;
  apply (story, &change);
  one = read_event (story, 1);
  g_assert_cmpuint (one->issues->len, ==, 1);
  g_assert_cmpint (g_array_index (one->issues, EntenteId, 0), ==, 22);
  change.clears_issues = TRUE;
  apply (story, &change);
  none = read_event (story, 1);
  g_assert_true (!none->issues || none->issues->len == 0);
}

/* What is so already is not written, and a step without changes is none. */
static void
test_least (Story *story, gconstpointer data)
{
  EntenteEventsChange change = ENTENTE_EVENTS_CHANGE_NONE;
  g_autoptr (EntenteEvent) first = read_event (story, 0), second = read_event (story, 1);
  g_autoptr (EntenteStep) step = NULL, nothing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (first->kind, !=, second->kind);
  change.kind = first->kind;
  step = create_step (story, &change, NULL);
  g_assert_cmpuint (step->changes->len, ==, 1);
  g_assert_cmpstr (step->label, ==, "Change 2 events");
  change.kind = NULL;
  nothing = create_step (story, &change, &error);
  g_assert_null (nothing);
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  change.kind = "no such kind";
  g_assert_null (create_step (story, &change, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/commands-events/all", Story, NULL, set_up, test_all, tear_down);
  g_test_add ("/commands-events/issues", Story, NULL, set_up, test_issues, tear_down);
  g_test_add ("/commands-events/least", Story, NULL, set_up, test_least, tear_down);
  return g_test_run ();
}
