/* What a step tells to have changed: ids per entity, and the events that look different. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-actor.h"
#include "entente-article.h"
#include "entente-context.h"
#include "entente-event.h"

/* Two events, an actor, an article with a passage and a claim. */
typedef struct {
  EntenteStoreFixture *fixture;
  EntenteEvent *one, *two;
  EntenteActor *actor;
  EntenteIssue *issue;
  EntenteArticle *article;
  EntenteRevision *revision;
  EntentePassage *passage;
  EntenteClaim *claim;
} Case;

static EntenteChangeSet *
apply (EntenteStore *store, EntenteStep *step)
{
  g_autoptr (GError) error = NULL;
  EntenteChangeSet *changes = entente_store_apply (store, step, &error);

  g_assert_no_error (error);
  return changes;
}

static EntenteChangeSet *
change (Case *c, EntenteOperation operation, gpointer record)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Step");

  if (operation == ENTENTE_INSERT)
    entente_step_insert (step, record);
  else if (operation == ENTENTE_UPDATE)
    entente_step_update (step, record);
  else
    entente_step_delete (step, ((EntenteRecord *) record)->entity, ((EntenteRecord *) record)->id);
  return apply (c->fixture->store, step);
}

static void
set_up (Case *c, EntenteStoreFixture *fixture)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Begin");

  *c = (Case){ .fixture = fixture,
               .one = entente_event_new (),
               .two = entente_event_new (),
               .actor = entente_actor_new (),
               .issue = entente_issue_new (),
               .article = entente_article_new (),
               .revision = entente_revision_new (),
               .claim = entente_claim_new () };
  c->one->kind = g_strdup ("meeting");
  c->two->kind = g_strdup ("denial");
  c->actor->name = g_strdup ("Envoy");
  c->issue->name = g_strdup ("Prisoners");
  entente_step_insert (step, c->issue);
  entente_step_insert (step, c->one);
  entente_step_insert (step, c->two);
  entente_step_insert (step, c->actor);
  entente_step_insert (step, c->article);
  c->revision->article = c->article->record.id;
  entente_step_insert (step, c->revision);
  c->passage = entente_passage_new_from_text (c->revision->record.id, "They met.", 0, 4);
  entente_step_insert (step, c->passage);
  c->claim->event = c->one->record.id;
  c->claim->passage = c->passage->record.id;
  entente_step_insert (step, c->claim);
  entente_change_set_unref (apply (fixture->store, step));
}

static void
tear_down (Case *c)
{
  entente_record_unref (c->one);
  entente_record_unref (c->two);
  entente_record_unref (c->actor);
  entente_record_unref (c->issue);
  entente_record_unref (c->article);
  entente_record_unref (c->revision);
  entente_record_unref (c->passage);
  entente_record_unref (c->claim);
}

/* @changes touch exactly these events; frees them. */
static void
assert_events (EntenteChangeSet *changes, const EntenteEvent *one, const EntenteEvent *two)
{
  guint n = (one != NULL) + (two != NULL), i = 0;

  g_assert_false (changes->everything);
  g_assert_cmpuint (changes->events->len, ==, n);
  if (one != NULL)
    g_assert_cmpint (g_array_index (changes->events, EntenteId, i++), ==, one->record.id);
  if (two != NULL)
    g_assert_cmpint (g_array_index (changes->events, EntenteId, i++), ==, two->record.id);
  entente_change_set_unref (changes);
}

static void
test_participation (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteParticipation) participation = entente_participation_new ();
  g_autoptr (EntenteParticipation) other_role = NULL, moved = NULL;
  Case c;

  set_up (&c, fixture);
  participation->event = c.one->record.id;
  participation->actor = c.actor->record.id;
  assert_events (change (&c, ENTENTE_INSERT, participation), c.one, NULL);
  /* The changeset says nothing of the event here. */
  other_role = entente_participation_copy (participation);
  other_role->role = ENTENTE_ROLE_HOST;
  assert_events (change (&c, ENTENTE_UPDATE, other_role), c.one, NULL);
  moved = entente_participation_copy (other_role);
  moved->event = c.two->record.id;
  assert_events (change (&c, ENTENTE_UPDATE, moved), c.one, c.two);
  assert_events (change (&c, ENTENTE_DELETE, moved), c.two, NULL);
  assert_events (entente_store_undo (fixture->store, NULL), c.two, NULL);
  assert_events (entente_store_undo (fixture->store, NULL), c.one, c.two);
  assert_events (entente_store_undo (fixture->store, NULL), c.one, NULL);
  tear_down (&c);
}

static void
test_links (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteLink) link = entente_link_new ();
  g_autoptr (EntenteLink) changed = NULL;
  g_autoptr (EntenteOrder) order = entente_order_new ();
  Case c;

  set_up (&c, fixture);
  link->from = order->other = c.two->record.id;
  link->to = order->event = c.one->record.id;
  assert_events (change (&c, ENTENTE_INSERT, link), c.one, c.two);
  changed = entente_link_copy (link);
  changed->type = ENTENTE_LINK_DENIES;
  assert_events (change (&c, ENTENTE_UPDATE, changed), c.one, c.two);
  assert_events (change (&c, ENTENTE_INSERT, order), c.one, c.two);
  tear_down (&c);
}

/* What stands behind a claim changes how its event is attested. */
static void
test_behind_claims (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteFootnote) footnote = entente_footnote_new ();
  g_autoptr (EntenteArticle) article = NULL;
  g_autoptr (EntentePassage) passage = NULL;
  g_autoptr (EntenteClaim) claim = NULL;
  Case c;

  set_up (&c, fixture);
  claim = entente_claim_copy (c.claim);
  claim->stance = ENTENTE_STANCE_DENIES;
  assert_events (change (&c, ENTENTE_UPDATE, claim), c.one, NULL);
  footnote->revision = c.revision->record.id;
  assert_events (change (&c, ENTENTE_INSERT, footnote), c.one, NULL);
  article = entente_article_copy (c.article);
  article->title = g_strdup ("A title");
  assert_events (change (&c, ENTENTE_UPDATE, article), c.one, NULL);
  passage = entente_passage_copy (c.passage);
  passage->end++;
  assert_events (change (&c, ENTENTE_UPDATE, passage), c.one, NULL);
  assert_events (change (&c, ENTENTE_DELETE, footnote), c.one, NULL);
  assert_events (change (&c, ENTENTE_DELETE, c.article), c.one, NULL);
  tear_down (&c);
}

/* Rows that are part of an event count as the event; a deleted event is not among the changed. */
static void
test_event (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteEvent) with_issue = NULL;
  EntenteChangeSet *changes;
  Case c;

  set_up (&c, fixture);
  with_issue = entente_event_copy (c.one);
  with_issue->issues = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_array_append_val (with_issue->issues, c.issue->record.id);
  changes = change (&c, ENTENTE_UPDATE, with_issue);
  g_assert_cmpint (g_array_index (changes->ids[ENTENTE_ENTITY_EVENT], EntenteId, 0),
                   ==,
                   c.one->record.id);
  assert_events (changes, c.one, NULL);

  changes = change (&c, ENTENTE_DELETE, c.one);
  g_assert_null (changes->ids[ENTENTE_ENTITY_EVENT]);
  g_assert_cmpuint (changes->deleted[ENTENTE_ENTITY_EVENT]->len, ==, 1);
  g_assert_cmpuint (changes->deleted[ENTENTE_ENTITY_CLAIM]->len, ==, 1);
  g_assert_null (changes->deleted[ENTENTE_ENTITY_PASSAGE]);
  assert_events (changes, c.one, NULL);

  changes = entente_store_undo (fixture->store, NULL);
  g_assert_null (changes->deleted[ENTENTE_ENTITY_EVENT]);
  g_assert_cmpuint (changes->ids[ENTENTE_ENTITY_CLAIM]->len, ==, 1);
  g_assert_cmpstr (changes->label, ==, "Step");
  assert_events (changes, c.one, NULL);

  assert_events (change (&c, ENTENTE_DELETE, c.actor), NULL, NULL);
  tear_down (&c);
}

static gpointer
next_coder (gpointer data, GError **error)
{
  guint *left = data;
  EntenteRecord *coder;

  if (*left == 0)
    return NULL;
  coder = entente_record_new (ENTENTE_ENTITY_LEXICON);
  *(char **) entente_record_get_field (coder, entente_entity_find_field (coder->entity, "text")) =
    g_strdup_printf ("Word %u", (*left)--);
  return coder;
}

static void
test_everything (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const struct {
    guint n;
    gboolean everything;
  } cases[] = { { 20000, FALSE }, { 20001, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint left = cases[i].n;
    g_autoptr (EntenteChangeSet) changes =
      entente_store_import (fixture->store, "Import", next_coder, &left, NULL, NULL, NULL, NULL);

    g_assert_cmpint (changes->everything, ==, cases[i].everything);
    g_assert_cmpint (changes->ids[ENTENTE_ENTITY_LEXICON] == NULL, ==, cases[i].everything);
  }
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/change-set/participation", test_participation);
  ENTENTE_STORE_TEST ("/store/change-set/links", test_links);
  ENTENTE_STORE_TEST ("/store/change-set/behind-claims", test_behind_claims);
  ENTENTE_STORE_TEST ("/store/change-set/event", test_event);
  ENTENTE_STORE_TEST ("/store/change-set/everything", test_everything);
  return g_test_run ();
}
