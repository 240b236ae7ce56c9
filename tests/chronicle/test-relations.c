/* What is counted for a pair is what a filter between the two finds, by a matcher that knows only
 * the records; and sums are sums. */
#include "config.h"

#include "entente-naive-match.h"
#include "entente-query-dyad.h"
#include "entente-relations.h"

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

typedef struct {
  const EntenteRandomStudy *study;
  const EntenteChronicle *chronicle;
  const EntenteBitset *rows;
  const EntenteRelations *relations;
  gboolean members, surely;
} Case;

static EntenteQuery *
make_query (const Case *c, guint32 from, guint32 to)
{
  g_autoptr (EntenteQuery) all = entente_query_new ();
  const EntenteDyadChoice dyad = { entente_chronicle_get_actor (c->chronicle, from)->record.id,
                                   entente_chronicle_get_actor (c->chronicle, to)->record.id,
                                   FALSE };

  all->members = c->members;
  all->members_surely = c->surely;
  return entente_query_with_dyad (all, &dyad);
}

/* Moves of the pair by tenor, the slow way; rows that have one are added to @touched. */
static EntenteDyad
count_slowly (const Case *c, guint32 from, guint32 to, EntenteBitset *touched)
{
  EntenteDyad dyad = { .from = from, .to = to };
  g_autoptr (EntenteQuery) query = make_query (c, from, to);

  for (guint row = 0; row < entente_chronicle_get_n_rows (c->chronicle); row++) {
    if (!entente_bitset_contains (c->rows, row) ||
        !entente_naive_matches (c->study, c->chronicle, query, NULL, row))
      continue;
    dyad.total++;
    dyad.counts[entente_tenor_of_kind (entente_chronicle_get_kind (c->chronicle, row))]++;
    entente_bitset_add (touched, row);
  }
  return dyad;
}

static void
check_pair (const Case *c, guint32 from, guint32 to, EntenteBitset *touched)
{
  EntenteDyad expected = count_slowly (c, from, to, touched);
  const EntenteDyad *found = entente_relations_find (c->relations, from, to);

  if (expected.total == 0) {
    g_assert_null (found);
    return;
  }
  g_assert_nonnull (found);
  g_assert_cmpmem (found, sizeof *found, &expected, sizeof expected);
}

/* The same pairs, most moves first. */
static void
check_busiest (const Case *c)
{
  guint n;

  entente_relations_get_dyads (c->relations, &n);
  for (guint i = 0; i < n; i++) {
    const EntenteDyad *dyad = entente_relations_get_busiest (c->relations, i);

    g_assert_true (entente_relations_find (c->relations, dyad->from, dyad->to) == dyad);
    if (i > 0)
      g_assert_cmpuint (entente_relations_get_busiest (c->relations, i - 1)->total,
                        >=,
                        dyad->total);
  }
}

/* Every pair of parties, and through them what each made and received. */
static void
check (const Case *c)
{
  guint n, n_rows = entente_chronicle_get_n_rows (c->chronicle);
  const EntenteParty *parties = entente_relations_get_parties (c->relations, &n);
  g_autoptr (EntenteBitset) all = entente_bitset_new (n_rows);

  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteBitset) made = entente_bitset_new (n_rows);
    g_autoptr (EntenteBitset) received = entente_bitset_new (n_rows);

    for (guint k = 0; k < n; k++) {
      check_pair (c, parties[i].actor, parties[k].actor, made);
      check_pair (c, parties[k].actor, parties[i].actor, received);
    }
    g_assert_cmpuint (parties[i].n_made, ==, entente_bitset_count (made));
    g_assert_cmpuint (parties[i].n_received, ==, entente_bitset_count (received));
    for (guint word = 0; word < (n_rows + 63) / 64; word++)
      all->words[word] |= made->words[word];
    for (guint word = 0; word < (n_rows + 63) / 64; word++)
      made->words[word] |= received->words[word];
    g_assert_cmpuint (parties[i].n, ==, entente_bitset_count (made));
    if (i > 0)
      g_assert_cmpuint (parties[i - 1].n, >=, parties[i].n);
    g_assert_true (entente_relations_find_party (c->relations, parties[i].actor) == &parties[i]);
  }
  g_assert_cmpuint (entente_relations_get_n_directed (c->relations),
                    ==,
                    entente_bitset_count (all));
  g_assert_cmpuint (entente_relations_get_n_rows (c->relations),
                    ==,
                    entente_bitset_count (c->rows));
}

static void
check_study (const EntenteRandomStudy *study,
             const EntenteBitset *rows,
             EntenteChronicle *chronicle)
{
  for (guint i = 0; i < 3; i++) {
    Case c = { study, chronicle, rows, NULL, i > 0, i > 1 };
    g_autoptr (EntenteRelations) relations =
      entente_relations_new (chronicle, rows, c.members, c.surely, NULL);

    c.relations = relations;
    check (&c);
    check_busiest (&c);
  }
}

static void
test_random (void)
{
  for (guint round = 0; round < 12; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (60, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
    guint n_rows = entente_chronicle_get_n_rows (chronicle);
    g_autoptr (EntenteBitset) all = entente_bitset_new_full (n_rows);
    g_autoptr (EntenteBitset) some = entente_random_rows (n_rows);

    check_study (study, all, chronicle);
    check_study (study, some, chronicle);
  }
}

/* ---- a person who changed sides ---- */

static void
add_actor (EntenteChronicleBuilder *builder, EntenteId id, const char *name)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = id;
  actor->name = g_strdup (name);
  entente_chronicle_builder_get_sink ()->actor (builder, actor);
}

static void
add_member (EntenteChronicleBuilder *builder, EntenteId id, EntenteId parent, const char *span)
{
  g_auto (GStrv) ends = g_strsplit (span, "/", 2);
  g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

  affiliation->record.id = id;
  affiliation->actor = 1;
  affiliation->parent = parent;
  affiliation->from = entente_date_parse (ends[0], NULL);
  affiliation->to = entente_date_parse (ends[1], NULL);
  entente_chronicle_builder_get_sink ()->affiliation (builder, affiliation);
}

static void
add_move (EntenteChronicleBuilder *builder, EntenteId id, const char *kind, gint64 year)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  gint64 day = entente_day_number (year, 6, 1) * ENTENTE_SECONDS_PER_DAY;
  EntenteEventRow row = { .id = id,
                          .form = ENTENTE_DATE_POINT,
                          .kind = (guint8) entente_kind_find (kind)->index,
                          .precision = ENTENTE_PRECISION_DAY };
  EntenteParticipationRow from = { .event = id, .actor = 1, .role = ENTENTE_ROLE_INITIATOR };
  EntenteParticipationRow to = { .event = id, .actor = 4, .role = ENTENTE_ROLE_ADDRESSEE };

  row.points =
    (EntenteDatePoints){ day, day + ENTENTE_SECONDS_PER_DAY, day, day + ENTENTE_SECONDS_PER_DAY };
  sink->event (builder, &row);
  sink->participation (builder, &from);
  sink->participation (builder, &to);
}

static EntenteChronicle *
make_turncoat (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  add_actor (builder, 1, "Envoy");
  add_actor (builder, 2, "Norway");
  add_actor (builder, 3, "Iceland");
  add_actor (builder, 4, "Spain");
  add_member (builder, 10, 2, "1990-01-01/1999-12-31");
  add_member (builder, 11, 3, "2000-01-01/2009-12-31");
  add_move (builder, 20, "invitation", 1995);
  add_move (builder, 21, "attack", 1996);
  add_move (builder, 22, "statement", 2005);
  return entente_chronicle_builder_build (builder, TODAY);
}

static guint32
find (const EntenteChronicle *chronicle, EntenteId id)
{
  return entente_chronicle_find_actor (chronicle, id);
}

static void
test_turncoat (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_turncoat ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new_full (3);
  g_autoptr (EntenteRelations) folded = entente_relations_new (chronicle, rows, TRUE, FALSE, NULL);
  g_autoptr (EntenteRelations) flat = entente_relations_new (chronicle, rows, FALSE, FALSE, NULL);
  guint32 spain = find (chronicle, 4);
  const EntenteDyad *norway = entente_relations_find (folded, find (chronicle, 2), spain);
  const EntenteDyad *iceland = entente_relations_find (folded, find (chronicle, 3), spain);
  g_autofree char *text =
    entente_relations_describe (chronicle, find (chronicle, 2), spain, norway);
  g_autofree char *none = entente_relations_describe (chronicle, spain, spain, NULL);

  g_assert_cmpuint (norway->total, ==, 2);
  g_assert_cmpuint (iceland->total, ==, 1);
  g_assert_null (entente_relations_find (folded, find (chronicle, 1), spain));
  g_assert_cmpuint (entente_relations_find (flat, find (chronicle, 1), spain)->total, ==, 3);
  g_assert_cmpstr (text, ==, "Norway towards Spain: 2 moves, 1 cooperative, 1 conflictual");
  g_assert_cmpstr (none, ==, "Within Spain: no move");
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_turncoat ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new_full (3);
  gboolean cancelled = TRUE;

  g_assert_null (entente_relations_new (chronicle, rows, TRUE, FALSE, &cancelled));
}

static void
test_empty (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new (0);
  g_autoptr (EntenteRelations) relations =
    entente_relations_new (chronicle, rows, TRUE, FALSE, NULL);
  guint n = 1;

  entente_relations_get_dyads (relations, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (entente_relations_find (relations, 0, 0));
  g_assert_null (entente_relations_find_party (relations, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relations/random", test_random);
  g_test_add_func ("/relations/turncoat", test_turncoat);
  g_test_add_func ("/relations/cancelled", test_cancelled);
  g_test_add_func ("/relations/empty", test_empty);
  return g_test_run ();
}
