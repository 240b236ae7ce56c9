/* Rows as a sink gets them are those of the whole values. */
#include "config.h"

#include "entente-random-record.h"
#include "entente-store-fixture.h"

#include <string.h>

/* What a sink was given. */
typedef struct {
  GArray *events, *participations, *claims, *links, *orders;
  guint n_issues;
  char *outlet_name;
  guint n_articles;
} Given;

static void
take_event (gpointer sink, const EntenteEventRow *row)
{
  g_array_append_vals (((Given *) sink)->events, row, 1);
}

static void
take_participation (gpointer sink, const EntenteParticipationRow *row)
{
  g_array_append_vals (((Given *) sink)->participations, row, 1);
}

static void
take_event_issue (gpointer sink, EntenteId event, EntenteId issue)
{
  ((Given *) sink)->n_issues++;
}

static void
take_claim (gpointer sink, const EntenteClaimRow *row)
{
  Given *given = sink;

  g_array_append_vals (given->claims, row, 1);
  g_free (given->outlet_name);
  given->outlet_name = g_strdup (row->outlet_name);
}

static void
take_link (gpointer sink, const EntenteLinkRow *row)
{
  g_array_append_vals (((Given *) sink)->links, row, 1);
}

static void
take_order (gpointer sink, const EntenteOrderRow *row)
{
  g_array_append_vals (((Given *) sink)->orders, row, 1);
}

static void
take_article (gpointer sink, const EntenteArticle *article)
{
  ((Given *) sink)->n_articles++;
}

static const EntenteRowSink sink = { .event = take_event,
                                     .participation = take_participation,
                                     .event_issue = take_event_issue,
                                     .claim = take_claim,
                                     .link = take_link,
                                     .order = take_order,
                                     .article = take_article };

static void
clear_given (Given *given)
{
  g_array_set_size (given->events, 0);
  g_array_set_size (given->participations, 0);
  g_array_set_size (given->claims, 0);
  g_array_set_size (given->links, 0);
  g_array_set_size (given->orders, 0);
  given->n_issues = given->n_articles = 0;
}

static Given
make_given (void)
{
  return (Given){ .events = g_array_new (FALSE, FALSE, sizeof (EntenteEventRow)),
                  .participations = g_array_new (FALSE, FALSE, sizeof (EntenteParticipationRow)),
                  .claims = g_array_new (FALSE, FALSE, sizeof (EntenteClaimRow)),
                  .links = g_array_new (FALSE, FALSE, sizeof (EntenteLinkRow)),
                  .orders = g_array_new (FALSE, FALSE, sizeof (EntenteOrderRow)) };
}

static void
free_given (Given *given)
{
  g_array_unref (given->events);
  g_array_unref (given->participations);
  g_array_unref (given->claims);
  g_array_unref (given->links);
  g_array_unref (given->orders);
  g_free (given->outlet_name);
}

static void
read_all (EntenteStore *store, Given *given)
{
  g_autoptr (GError) error = NULL;

  clear_given (given);
  g_assert_true (entente_store_read_rows (store, &sink, given, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_event_row (const EntenteEventRow *row, const EntenteEvent *event)
{
  EntenteEventRow expected;

  entente_event_get_row (event, &expected);
  g_assert_cmpint (row->id, ==, expected.id);
  g_assert_cmpmem (&row->points, sizeof row->points, &expected.points, sizeof expected.points);
  g_assert_cmpmem (&row->told, sizeof row->told, &expected.told, sizeof expected.told);
  g_assert_cmpint (row->day_order, ==, expected.day_order);
  g_assert_cmpint (row->telling, ==, expected.telling);
  g_assert_cmpint (row->kind, ==, expected.kind);
  g_assert_cmphex (row->flags, ==, expected.flags);
  g_assert_cmpint (row->form, ==, expected.form);
  g_assert_cmpint (row->precision, ==, expected.precision);
  g_assert_cmpint (row->basis, ==, expected.basis);
  g_assert_cmpint (row->mode, ==, expected.mode);
  g_assert_cmpint (row->judgement, ==, expected.judgement);
  g_assert_cmpint (row->medium, ==, expected.medium);
  g_assert_cmpint (row->track, ==, expected.track);
  g_assert_cmpint (row->place, ==, expected.place);
}

static void
test_events (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (entente_record_unref);
  GArray *ids[ENTENTE_N_ENTITIES] = { NULL };
  Given given = make_given ();

  for (guint i = 0; i < 200; i++) {
    g_ptr_array_add (events, entente_random_record (random, ENTENTE_ENTITY_EVENT, ids));
    entente_step_insert (step, events->pdata[i]);
  }
  entente_store_fixture_apply (fixture->store, step);
  read_all (fixture->store, &given);
  g_assert_cmpuint (given.events->len, ==, events->len);
  for (guint i = 0; i < events->len; i++)
    assert_event_row (&g_array_index (given.events, EntenteEventRow, i), events->pdata[i]);
  free_given (&given);
}

/* An article that reprints another, two passages, claims, links. */
typedef struct {
  EntenteActor *paper;
  EntenteEvent *one, *two;
  EntenteArticle *original, *reprint;
  EntenteClaim *told, *bare;
  EntenteLink *link;
} Case;

static EntenteClaim *
add_claim (EntenteStep *step,
           EntenteId event,
           EntenteId revision,
           const char *text,
           gint64 start,
           gint64 end)
{
  g_autoptr (EntentePassage) passage = entente_passage_new_from_text (revision, text, start, end);
  EntenteClaim *claim = entente_claim_new ();

  entente_step_insert (step, passage);
  claim->event = event;
  claim->passage = passage->record.id;
  entente_step_insert (step, claim);
  return claim;
}

static void
add_case (EntenteStore *store, Case *c)
{
  static const char text[] = "They met in Doha.  Nothing came of it, it is said.";
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  g_autoptr (EntenteParticipation) participation = entente_participation_new ();

  *c = (Case){ .paper = entente_actor_new (),
               .one = entente_event_new (),
               .two = entente_event_new (),
               .original = entente_article_new (),
               .reprint = entente_article_new (),
               .link = entente_link_new () };
  c->paper->name = g_strdup ("The Daily Paper");
  c->one->kind = g_strdup ("meeting");
  c->two->kind = g_strdup ("denial");
  entente_step_insert (step, c->paper);
  entente_step_insert (step, c->one);
  entente_step_insert (step, c->two);
  entente_step_insert (step, c->original);
  c->reprint->publication = c->paper->record.id;
  c->reprint->origin = c->original->record.id;
  entente_step_insert (step, c->reprint);
  revision->article = c->reprint->record.id;
  revision->text = g_strdup (text);
  entente_step_insert (step, revision);
  c->told = add_claim (step, c->one->record.id, revision->record.id, text, 0, 16);
  c->bare = add_claim (step, c->one->record.id, revision->record.id, text, 19, 37);
  c->link->from = c->two->record.id;
  c->link->to = c->one->record.id;
  c->link->type = ENTENTE_LINK_DENIES;
  entente_step_insert (step, c->link);
  participation->event = c->one->record.id;
  participation->actor = c->paper->record.id;
  participation->role = ENTENTE_ROLE_OBSERVER;
  entente_step_insert (step, participation);
  entente_store_fixture_apply (store, step);
}

static void
clear_case (Case *c)
{
  entente_record_unref (c->paper);
  entente_record_unref (c->one);
  entente_record_unref (c->two);
  entente_record_unref (c->original);
  entente_record_unref (c->reprint);
  entente_record_unref (c->told);
  entente_record_unref (c->bare);
  entente_record_unref (c->link);
}

static void
assert_claims (const Given *given, const Case *c)
{
  const EntenteClaimRow *told = &g_array_index (given->claims, EntenteClaimRow, 0);

  g_assert_cmpuint (given->claims->len, ==, 2);
  g_assert_cmpint (told->id, ==, c->told->record.id);
  g_assert_cmpint (told->event, ==, c->one->record.id);
  g_assert_cmpint (told->article, ==, c->reprint->record.id);
  g_assert_cmpint (told->outlet, ==, c->paper->record.id);
  g_assert_false (told->has_claimed);
  g_assert_cmpint (told->claimed.earliest_start, ==, ENTENTE_TIME_MIN);
  g_assert_cmpint (told->claimed.latest_end, ==, ENTENTE_TIME_MAX);
}

static void
test_claims (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Change");
  g_autoptr (EntenteClaim) claim = NULL;
  Given given = make_given ();
  const EntenteClaimRow *row;
  Case c;

  add_case (fixture->store, &c);
  read_all (fixture->store, &given);
  assert_claims (&given, &c);
  g_assert_cmpuint (given.n_articles, ==, 2);

  claim = entente_claim_copy (c.bare);
  claim->claimed_when = entente_date_new_day (2018, 7, 25);
  claim->outlet_name = g_strdup ("press reports");
  claim->passage = ENTENTE_ID_NONE;
  entente_step_update (step, claim);
  entente_store_fixture_apply (fixture->store, step);
  read_all (fixture->store, &given);
  row = &g_array_index (given.claims, EntenteClaimRow, 1);
  g_assert_true (row->has_claimed);
  g_assert_cmpmem (&row->claimed,
                   sizeof row->claimed,
                   &claim->claimed_when->points,
                   sizeof row->claimed);
  g_assert_cmpint (row->article, ==, ENTENTE_ID_NONE);
  g_assert_cmpint (row->outlet, ==, ENTENTE_ID_NONE);
  g_assert_cmpstr (given.outlet_name, ==, "press reports");
  free_given (&given);
  clear_case (&c);
}

/* The article of a text, without the text. */
static void
test_article_of (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntentePassage) passage = NULL;
  g_autoptr (GError) error = NULL;
  Case c;

  add_case (fixture->store, &c);
  passage = entente_store_get (fixture->store, ENTENTE_ENTITY_PASSAGE, c.told->passage, &error);
  g_assert_cmpint (entente_store_get_article_of (fixture->store, passage->revision, &error),
                   ==,
                   c.reprint->record.id);
  g_assert_no_error (error);
  g_assert_cmpint (entente_store_get_article_of (fixture->store, 4711, &error),
                   ==,
                   ENTENTE_ID_NONE);
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  clear_case (&c);
}

static EntenteId
add_order (EntenteStore *store, const Case *c)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  g_autoptr (EntenteOrder) order = entente_order_new ();

  order->event = c->two->record.id;
  order->other = c->one->record.id;
  order->relation = ENTENTE_ORDER_WITHIN_DAYS;
  order->days = 9;
  entente_step_insert (step, order);
  entente_store_fixture_apply (store, step);
  return order->record.id;
}

static void
assert_order (const Given *given, const Case *c, EntenteId id)
{
  const EntenteOrderRow *row = &g_array_index (given->orders, EntenteOrderRow, 0);

  g_assert_cmpuint (given->orders->len, ==, 1);
  g_assert_cmpint (row->id, ==, id);
  g_assert_cmpint (row->event, ==, c->two->record.id);
  g_assert_cmpint (row->other, ==, c->one->record.id);
  g_assert_cmpint (row->passage, ==, ENTENTE_ID_NONE);
  g_assert_cmpint (row->relation, ==, ENTENTE_ORDER_WITHIN_DAYS);
  g_assert_cmpint (row->days, ==, 9);
}

/* With all rows; with either of its moves; once with both. */
static void
test_orders (EntenteStoreFixture *fixture, gconstpointer data)
{
  Given given = make_given ();
  EntenteId both[2], id;
  Case c;

  add_case (fixture->store, &c);
  id = add_order (fixture->store, &c);
  read_all (fixture->store, &given);
  assert_order (&given, &c, id);
  both[0] = c.one->record.id;
  both[1] = c.two->record.id;
  for (guint i = 0; i < 3; i++) {
    clear_given (&given);
    g_assert_true (entente_store_read_some_rows (fixture->store,
                                                 both + i % 2,
                                                 i < 2 ? 1 : 2,
                                                 FALSE,
                                                 &sink,
                                                 &given,
                                                 NULL));
    assert_order (&given, &c, id);
  }
  free_given (&given);
  clear_case (&c);
}

static void
test_some (EntenteStoreFixture *fixture, gconstpointer data)
{
  Given given = make_given ();
  EntenteId both[2];
  Case c;

  add_case (fixture->store, &c);
  both[0] = c.one->record.id;
  both[1] = c.two->record.id;
  g_assert_true (
    entente_store_read_some_rows (fixture->store, both, 1, FALSE, &sink, &given, NULL));
  g_assert_cmpuint (given.events->len, ==, 1);
  g_assert_cmpuint (given.participations->len, ==, 1);
  g_assert_cmpuint (given.links->len, ==, 1);
  g_assert_cmpuint (given.n_articles, ==, 0);
  assert_claims (&given, &c);

  clear_given (&given);
  g_assert_true (
    entente_store_read_some_rows (fixture->store, both + 1, 1, TRUE, &sink, &given, NULL));
  g_assert_cmpuint (given.events->len, ==, 1);
  g_assert_cmpuint (given.claims->len, ==, 0);
  g_assert_cmpuint (given.links->len, ==, 1);
  g_assert_cmpuint (given.n_articles, ==, 2);

  /* A link between two that are asked for is one link. */
  clear_given (&given);
  g_assert_true (
    entente_store_read_some_rows (fixture->store, both, 2, FALSE, &sink, &given, NULL));
  g_assert_cmpuint (given.events->len, ==, 2);
  g_assert_cmpuint (given.links->len, ==, 1);
  free_given (&given);
  clear_case (&c);
}

/* A cell that cannot be what it should be ends the reading with a sentence. */
static void
test_bad_cells (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const char *const wrongs[] = {
    "UPDATE event SET when_form = 'heap'",
    "UPDATE event SET when_basis = 'whim'",
    "UPDATE event SET when_earliest_start = 5, when_latest_start = 4",
    "UPDATE event SET when_earliest_start = 5, when_latest_start = 6, when_earliest_end = 3,"
    " when_latest_end = 4",
    "UPDATE event SET when_latest_end = -9223372036854775808",
    "UPDATE claim SET claimed_when_edtf = 'soon'",
  };
  Given given = make_given ();
  Case c;

  add_case (fixture->store, &c);
  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++) {
    g_autofree char *sql =
      g_strdup_printf ("%s; UPDATE search_state SET counter = counter + 1", wrongs[i]);
    g_autofree char *output = entente_store_fixture_query (fixture->path, sql);
    g_autoptr (GError) error = NULL;

    g_assert_cmpstr (output, ==, "");
    g_assert_false (entente_store_read_rows (fixture->store, &sink, &given, NULL, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT);
    g_assert_true (g_str_has_suffix (error->message, "."));
    g_free (entente_store_fixture_query (fixture->path,
                                         "UPDATE event SET when_form = 'undated',"
                                         " when_basis = 'explicit', when_earliest_start = NULL,"
                                         " when_latest_start = NULL, when_earliest_end = NULL,"
                                         " when_latest_end = NULL"));
  }
  free_given (&given);
  clear_case (&c);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/rows/events", test_events);
  ENTENTE_STORE_TEST ("/store/rows/claims", test_claims);
  ENTENTE_STORE_TEST ("/store/rows/article-of", test_article_of);
  ENTENTE_STORE_TEST ("/store/rows/some", test_some);
  ENTENTE_STORE_TEST ("/store/rows/orders", test_orders);
  ENTENTE_STORE_TEST ("/store/rows/bad-cells", test_bad_cells);
  return g_test_run ();
}
