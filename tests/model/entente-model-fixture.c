/* Random studies and the mirror of a list. */
#include "config.h"

#include "entente-commands.h"
#include "entente-model-fixture.h"
#include "entente-test-folder.h"
#include <glib/gstdio.h>

static void
apply (EntenteModelFixture *self, EntenteStep *step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (self->study, step, &error);

  g_assert_no_error (error);
  entente_step_free (step);
}

EntenteId
entente_model_fixture_add_actor (EntenteModelFixture *self, const char *name, EntenteId parent)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();
  EntenteStep *step = entente_step_new ("Add actor");

  actor->record.id = entente_id_new ();
  actor->name = g_strdup (name);
  entente_step_insert (step, actor);
  if (parent != ENTENTE_ID_NONE) {
    g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

    affiliation->actor = actor->record.id;
    affiliation->parent = parent;
    entente_step_insert (step, affiliation);
  }
  apply (self, step);
  g_array_append_val (self->actors, actor->record.id);
  return actor->record.id;
}

EntenteId
entente_model_fixture_add_issue (EntenteModelFixture *self, const char *name, EntenteId parent)
{
  g_autoptr (EntenteIssue) issue = entente_issue_new ();

  issue->name = g_strdup (name);
  issue->parent = parent;
  apply (self, entente_commands_put (issue));
  return issue->record.id;
}

static EntenteId
choose (EntenteModelFixture *self, GArray *ids)
{
  return g_array_index (ids, EntenteId, g_rand_int_range (self->random, 0, (gint32) ids->len));
}

static void
fill_event (EntenteModelFixture *self, EntenteEvent *event)
{
  guint kind = (guint) g_rand_int_range (self->random, 0, (gint32) entente_kind_count ());

  g_free (event->kind);
  g_free (event->title);
  g_clear_pointer (&event->when, entente_date_unref);
  event->kind = g_strdup (entente_kind_get (kind)->id);
  event->title = g_strdup_printf ("Move %d", g_rand_int_range (self->random, 0, 100000));
  if (g_rand_int_range (self->random, 0, 10) > 0)
    event->when = entente_date_new_day (2018,
                                        g_rand_int_range (self->random, 1, 13),
                                        g_rand_int_range (self->random, 1, 29));
}

static void
add_part (EntenteModelFixture *self, EntenteStep *step, EntenteId event, EntenteRole role)
{
  g_autoptr (EntenteParticipation) part = entente_participation_new ();

  part->event = event;
  part->actor = choose (self, self->actors);
  part->role = (int) role;
  entente_step_insert (step, part);
}

EntenteId
entente_model_fixture_add_event (EntenteModelFixture *self)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteStep *step = entente_step_new ("Add event");

  event->record.id = entente_id_new ();
  fill_event (self, event);
  entente_step_insert (step, event);
  add_part (self, step, event->record.id, ENTENTE_ROLE_INITIATOR);
  add_part (self, step, event->record.id, ENTENTE_ROLE_ADDRESSEE);
  apply (self, step);
  g_array_append_val (self->events, event->record.id);
  return event->record.id;
}

/* The list of events that are there, read off the study: undo and redo change it too. */
static void
count_events (EntenteModelFixture *self)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);
  guint n = entente_chronicle_get_n_rows (chronicle);

  g_array_set_size (self->events, 0);
  for (guint row = 0; row < n; row++) {
    EntenteId id = entente_chronicle_get_id (chronicle, row);

    g_array_append_val (self->events, id);
  }
}

static void
change_event (EntenteModelFixture *self)
{
  EntenteId id = choose (self, self->events);
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (self->study, id, NULL);
  g_autoptr (EntenteEvent) event = entente_event_copy (detail->event);
  EntenteStep *step = entente_step_new ("Change event");

  fill_event (self, event);
  entente_step_update (step, event);
  apply (self, step);
}

static void
delete_event (EntenteModelFixture *self)
{
  EntenteStep *step = entente_step_new ("Delete event");

  entente_step_delete (step, ENTENTE_ENTITY_EVENT, choose (self, self->events));
  apply (self, step);
}

void
entente_model_fixture_set_filter (EntenteModelFixture *self)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->members = g_rand_boolean (self->random);
  if (g_rand_boolean (self->random))
    entente_query_toggle_id (&query->actors, choose (self, self->actors), TRUE);
  if (g_rand_boolean (self->random))
    entente_query_toggle_id (&query->actors, choose (self, self->actors), TRUE);
  query->match = (EntenteMatch) g_rand_int_range (self->random, 0, 4);
  if (g_rand_int_range (self->random, 0, 3) == 0)
    query->groups = (guint32) g_rand_int_range (self->random, 1, 1 << ENTENTE_N_GROUPS);
  if (g_rand_int_range (self->random, 0, 4) == 0)
    query->dated = (guint32) g_rand_int_range (self->random, 1, 4);
  entente_session_set_query (self->session, query);
}

void
entente_model_fixture_change (EntenteModelFixture *self)
{
  g_autoptr (EntenteChangeSet) changes = NULL;

  switch (g_rand_int_range (self->random, 0, 8)) {
  case 0:
  case 1:
    entente_model_fixture_add_event (self);
    break;
  case 2:
    if (self->events->len > 1)
      change_event (self);
    break;
  case 3:
    if (self->events->len > 1)
      delete_event (self);
    break;
  case 4:
    changes = entente_study_undo (self->study, NULL);
    break;
  case 5:
    changes = entente_study_redo (self->study, NULL);
    break;
  default:
    entente_model_fixture_set_filter (self);
  }
  count_events (self);
}

void
entente_model_fixture_add_many (EntenteModelFixture *fixture, guint n)
{
  EntenteStep *step = entente_step_new ("Import");
  g_autoptr (EntenteChangeSet) changes = NULL;

  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();

    event->kind = g_strdup (entente_kind_get (i % entente_kind_count ())->id);
    event->when = entente_date_new_day (2000 + i % 20, 1 + (int) (i % 12), 1 + (int) (i % 28));
    entente_step_insert (step, event);
  }
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  entente_step_free (step);
}

EntenteModelFixture *
entente_model_fixture_new (guint n_actors, guint n_events)
{
  EntenteModelFixture *self = g_new0 (EntenteModelFixture, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  self->folder = g_dir_make_tmp ("entente-model-XXXXXX", NULL);
  path = g_build_filename (self->folder, "study.entente", NULL);
  self->study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  self->actors = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  self->events = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  for (guint i = 0; i < n_actors; i++) {
    g_autofree char *name = g_strdup_printf ("Actor %u", i);
    EntenteId parent = i % 3 == 2 ? choose (self, self->actors) : ENTENTE_ID_NONE;

    entente_model_fixture_add_actor (self, name, parent);
  }
  for (guint i = 0; i < n_events; i++)
    entente_model_fixture_add_event (self);
  self->session = entente_session_new (self->study);
  return self;
}

static void
gone_cb (gpointer flag, GObject *object)
{
  *(gboolean *) flag = TRUE;
}

void
entente_model_fixture_release (gpointer object)
{
  gboolean gone = FALSE;

  g_object_weak_ref (object, gone_cb, &gone);
  g_object_unref (object);
  entente_model_fixture_wait (&gone);
}

void
entente_model_fixture_free (EntenteModelFixture *self)
{
  entente_model_fixture_settle (self);
  entente_model_fixture_release (g_steal_pointer (&self->session));
  entente_study_close (self->study);
  entente_model_fixture_release (g_steal_pointer (&self->study));
  entente_test_remove_folder (self->folder);
  g_array_unref (self->actors);
  g_array_unref (self->events);
  g_rand_free (self->random);
  g_free (self->folder);
  g_free (self);
}

static gboolean
set_flag_cb (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static gpointer
do_nothing (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return store;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  entente_store_run_finish (ENTENTE_STORE (source), result, NULL);
  set_flag_cb (data);
}

void
entente_model_fixture_wait (const gboolean *flag)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!*flag) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    g_main_context_iteration (NULL, TRUE);
  }
}

/* What was asked of the worker before is answered before a question of ours. */
void
entente_model_fixture_settle (EntenteModelFixture *self)
{
  for (int i = 0; i < 3; i++) {
    gboolean done = FALSE;

    while (g_main_context_iteration (NULL, FALSE))
      ;
    entente_store_run_async (entente_study_get_store (self->study),
                             do_nothing,
                             NULL,
                             NULL,
                             NULL,
                             NULL,
                             done_cb,
                             &done);
    entente_model_fixture_wait (&done);
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* ---- validator ---- */

void
entente_list_mirror_check (EntenteListMirror *mirror)
{
  g_assert_cmpuint (g_list_model_get_n_items (mirror->model), ==, mirror->items->len);
  for (guint i = 0; i < mirror->items->len; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (mirror->model, i);

    g_assert_true (item == mirror->items->pdata[i]);
  }
  g_assert_null (g_list_model_get_item (mirror->model, mirror->items->len));
}

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  EntenteListMirror *mirror)
{
  g_assert_true (removed > 0 || added > 0);
  g_assert_cmpuint (position + removed, <=, mirror->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->items,
                        (int) (position + i),
                        g_list_model_get_item (model, position + i));
  mirror->n_changes++;
  entente_list_mirror_check (mirror);
}

EntenteListMirror *
entente_list_mirror_new (GListModel *model)
{
  EntenteListMirror *mirror = g_new0 (EntenteListMirror, 1);
  guint n = g_list_model_get_n_items (model);

  mirror->model = g_object_ref (model);
  mirror->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (mirror->items, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), mirror);
  return mirror;
}

void
entente_list_mirror_free (EntenteListMirror *mirror)
{
  g_signal_handlers_disconnect_by_data (mirror->model, mirror);
  g_object_unref (mirror->model);
  g_ptr_array_unref (mirror->items);
  g_free (mirror);
}
