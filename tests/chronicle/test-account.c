/* Whose account: rows found by the voices in the columns, claims by the whole records, and the
 * list of all there are. */
#include "config.h"

#include "entente-account.h"

enum { NORTH = 1, ENVOY, SOUTH, PAPER, REPORT = 20, FIRST = 30, SECOND };

static void
add_actor (EntenteChronicleBuilder *builder, EntenteId id, const char *name)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = id;
  actor->name = g_strdup (name);
  entente_chronicle_builder_get_sink ()->actor (builder, actor);
}

static void
add_event (EntenteChronicleBuilder *builder, EntenteId id, const char *edtf)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = id;
  event->kind = g_strdup ("talks");
  event->when = entente_date_parse (edtf, NULL);
  entente_event_get_row (event, &row);
  entente_chronicle_builder_get_sink ()->event (builder, &row);
}

static void
add_claim (EntenteChronicleBuilder *builder,
           EntenteId id,
           EntenteId event,
           EntenteId article,
           EntenteId outlet,
           EntenteId speaker)
{
  EntenteClaimRow row = { .id = id,
                          .event = event,
                          .article = article,
                          .outlet = outlet,
                          .speaker = speaker };

  entente_chronicle_builder_get_sink ()->claim (builder, &row);
}

/* The envoy spoke for North until June 2018. */
static void
add_affiliation (EntenteChronicleBuilder *builder)
{
  g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

  affiliation->record.id = 10;
  affiliation->actor = ENVOY;
  affiliation->parent = NORTH;
  affiliation->to = entente_date_parse ("2018-06", NULL);
  entente_chronicle_builder_get_sink ()->affiliation (builder, affiliation);
}

static EntenteChronicle *
make_chronicle (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteArticle) article = entente_article_new ();

  add_actor (builder, NORTH, "North");
  add_actor (builder, ENVOY, "Envoy");
  add_actor (builder, SOUTH, "South");
  add_actor (builder, PAPER, "Paper");
  add_affiliation (builder);
  article->record.id = REPORT;
  article->title = g_strdup ("A report");
  article->publication_name = g_strdup ("Evening Post");
  entente_chronicle_builder_get_sink ()->article (builder, article);
  add_event (builder, FIRST, "2018-05-01");
  add_event (builder, SECOND, "2018-08-01");
  add_claim (builder, 40, FIRST, REPORT, ENTENTE_ID_NONE, ENVOY);
  add_claim (builder, 41, SECOND, ENTENTE_ID_NONE, PAPER, ENVOY);
  return entente_chronicle_builder_build (builder, 0);
}

static void
assert_rows (EntenteAccountKind kind,
             EntenteId id,
             const char *name,
             gboolean first,
             gboolean second)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteAccount) account = entente_account_new (kind, id, name);
  g_autoptr (EntenteBitset) rows = entente_account_find_rows (account, chronicle, NULL);

  g_assert_cmpuint (entente_bitset_contains (rows, 0), ==, first);
  g_assert_cmpuint (entente_bitset_contains (rows, 1), ==, second);
}

static void
test_rows (void)
{
  assert_rows (ENTENTE_ACCOUNT_ARTICLE, REPORT, NULL, TRUE, FALSE);
  assert_rows (ENTENTE_ACCOUNT_OUTLET, PAPER, NULL, FALSE, TRUE);
  assert_rows (ENTENTE_ACCOUNT_OUTLET, ENTENTE_ID_NONE, "evening post", TRUE, FALSE);
  assert_rows (ENTENTE_ACCOUNT_PARTY, ENVOY, NULL, TRUE, TRUE);
  assert_rows (ENTENTE_ACCOUNT_PARTY, SOUTH, NULL, FALSE, FALSE);
  assert_rows (ENTENTE_ACCOUNT_PARTY, 99, NULL, FALSE, FALSE);
}

/* A body speaks through whoever belongs to it at the time of the move. */
static void
test_party_then (void)
{
  assert_rows (ENTENTE_ACCOUNT_PARTY, NORTH, NULL, TRUE, FALSE);
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteAccount) account = entente_account_new (ENTENTE_ACCOUNT_PARTY, ENVOY, NULL);
  gboolean cancelled = TRUE;

  g_assert_null (entente_account_find_rows (account, chronicle, &cancelled));
}

/* A claim that names an outlet of its own is not its publication's. */
static void
test_claims (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteEventDetail) detail = entente_event_detail_new ();
  g_autoptr (EntenteAccount) post =
    entente_account_new (ENTENTE_ACCOUNT_OUTLET, ENTENTE_ID_NONE, "EVENING POST");
  g_autoptr (GArray) claims = NULL;

  detail->event = entente_event_new ();
  detail->event->record.id = FIRST;
  for (guint i = 0; i < 2; i++) {
    EntenteArticle *article = entente_article_new ();
    EntenteClaim *claim = entente_claim_new ();

    article->publication_name = g_strdup ("Evening Post");
    claim->outlet_name = i == 0 ? g_strdup ("A wire") : NULL;
    g_ptr_array_add (detail->claims, claim);
    g_ptr_array_add (detail->articles, article);
  }
  claims = entente_account_list_claims (post, chronicle, detail);
  g_assert_cmpuint (claims->len, ==, 1);
  g_assert_cmpuint (g_array_index (claims, guint, 0), ==, 1);
}

static void
assert_list (EntenteAccountKind kind, const char *expected)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (GPtrArray) accounts = entente_account_list (kind, chronicle);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < accounts->len; i++)
    g_string_append_printf (names,
                            "%s%s",
                            i > 0 ? ", " : "",
                            entente_account_get_name (accounts->pdata[i], chronicle));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_list (void)
{
  assert_list (ENTENTE_ACCOUNT_ARTICLE, "A report");
  assert_list (ENTENTE_ACCOUNT_OUTLET, "Evening Post, Paper");
  assert_list (ENTENTE_ACCOUNT_PARTY, "Envoy, North");
}

static void
test_equal (void)
{
  g_autoptr (EntenteAccount) one = entente_account_new (ENTENTE_ACCOUNT_PARTY, NORTH, NULL);
  g_autoptr (EntenteAccount) same = entente_account_new (ENTENTE_ACCOUNT_PARTY, NORTH, NULL);
  g_autoptr (EntenteAccount) other = entente_account_new (ENTENTE_ACCOUNT_OUTLET, NORTH, NULL);

  g_assert_true (entente_account_equal (one, same));
  g_assert_false (entente_account_equal (one, other));
  g_assert_false (entente_account_equal (one, NULL));
}

static void
add_article (EntenteChronicleBuilder *builder,
             EntenteId id,
             const char *title,
             EntenteId outlet,
             const char *outlet_name)
{
  g_autoptr (EntenteArticle) article = entente_article_new ();

  article->record.id = id;
  article->title = g_strdup (title);
  article->publication = outlet;
  article->publication_name = g_strdup (outlet_name);
  entente_chronicle_builder_get_sink ()->article (builder, article);
}

static void
assert_short (const EntenteChronicle *chronicle, EntenteId id, EntenteId other, const char *name)
{
  g_autoptr (EntenteAccount) one = entente_account_new (ENTENTE_ACCOUNT_ARTICLE, id, NULL);
  g_autoptr (EntenteAccount) across = entente_account_new (ENTENTE_ACCOUNT_ARTICLE, other, NULL);
  g_autofree char *found = entente_account_dup_short_name (one, across, chronicle);

  g_assert_cmpstr (found, ==, name);
}

/* An article goes by its outlet, unless that does not tell it from the other. */
static void
test_short (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteChronicle) chronicle = NULL;

  add_actor (builder, PAPER, "Paper");
  add_article (builder, 1, "Two roads to the table: Washington and Moscow", PAPER, NULL);
  add_article (builder, 2, "A third road that nobody has taken so far", ENTENTE_ID_NONE, "Post");
  add_article (builder, 3, "Doors", PAPER, NULL);
  add_article (builder, 4, "Straßenverkehrsordnungsänderung", ENTENTE_ID_NONE, NULL);
  chronicle = entente_chronicle_builder_build (builder, 0);
  assert_short (chronicle, 1, 2, "Paper");
  assert_short (chronicle, 2, 1, "Post");
  assert_short (chronicle, 1, 3, "Two roads to the table…");
  assert_short (chronicle, 3, 1, "Doors");
  assert_short (chronicle, 4, 1, "Straßenverkehrsordnungsänder…");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account/rows", test_rows);
  g_test_add_func ("/account/party-then", test_party_then);
  g_test_add_func ("/account/cancelled", test_cancelled);
  g_test_add_func ("/account/claims", test_claims);
  g_test_add_func ("/account/list", test_list);
  g_test_add_func ("/account/equal", test_equal);
  g_test_add_func ("/account/short", test_short);
  return g_test_run ();
}
