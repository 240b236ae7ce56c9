/* Two passes over the rows: who is a party, then the pairs of each move, as numbers that are sorted
 * and summed. */
#include "config.h"

#include "entente-relations.h"

#include "entente-relations-sides.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define TENOR_BITS 8
#define ACTOR_BITS 24

struct _EntenteRelations {
  guint n_rows, n_directed;
  GArray *dyads; /* EntenteDyad */
  GArray *busiest; /* const EntenteDyad *, into `dyads` */
  GArray *parties; /* EntenteParty */
  guint32 *party_places; /* by actor: place in `parties`, or ENTENTE_NO_INDEX */
  guint n_actors;
};

typedef struct {
  EntenteRelations *relations;
  EntenteRelationsSides sides;
  const EntenteChronicle *chronicle;
  const EntenteBitset *rows;
  const gboolean *cancelled;
  GArray *pairs; /* guint64: from, to, tenor, in this order of bits */
  EntenteParty *parties; /* by actor */
  guint32 *made_at, *received_at, *either_at; /* by actor: the last row that counted, and 1 */
} Counter;

typedef void (*RowFunc) (Counter *counter, const EntenteBlock *block, guint i, guint row);

/* FALSE when cancelled. */
static gboolean
for_each_row (Counter *counter, RowFunc func)
{
  const EntenteChronicle *chronicle = counter->chronicle;
  guint row = entente_bitset_next (counter->rows, 0);

  for (guint b = 0; b < chronicle->n_blocks; b++) {
    guint first = chronicle->first_rows[b];

    if (counter->cancelled != NULL && g_atomic_int_get (counter->cancelled))
      return FALSE;
    for (; row < chronicle->first_rows[b + 1]; row = entente_bitset_next (counter->rows, row + 1))
      func (counter, chronicle->blocks[b], row - first, row);
  }
  return TRUE;
}

static void
mark_row (Counter *counter, const EntenteBlock *block, guint i, guint row)
{
  entente_relations_sides_mark (&counter->sides, block, i);
}

/* ---- one move ---- */

static guint64
pack_pair (guint32 from, guint32 to, EntenteTenor tenor)
{
  return (guint64) from << (ACTOR_BITS + TENOR_BITS) | (guint64) to << TENOR_BITS | tenor;
}

static gboolean
has_pair (const GArray *pairs, guint first, guint64 pair)
{
  for (guint i = first; i < pairs->len; i++)
    if (g_array_index (pairs, guint64, i) == pair)
      return TRUE;
  return FALSE;
}

/* TRUE the first time in this row. */
static gboolean
is_new (guint32 *at, guint32 actor, guint row)
{
  if (at[actor] == row + 1)
    return FALSE;
  at[actor] = row + 1;
  return TRUE;
}

static void
count_ends (Counter *counter, guint32 from, guint32 to, guint row)
{
  EntenteParty *parties = counter->parties;

  parties[from].n_made += is_new (counter->made_at, from, row);
  parties[to].n_received += is_new (counter->received_at, to, row);
  parties[from].n += is_new (counter->either_at, from, row);
  parties[to].n += is_new (counter->either_at, to, row);
}

/* Nobody moves towards itself, but members of one body do towards each other. */
static gboolean
is_pair (const EntenteRelationsEnd *from, const EntenteRelationsEnd *to)
{
  return from->actor != to->actor || from->party == to->party;
}

static void
count_row (Counter *counter, const EntenteBlock *block, guint i, guint row)
{
  EntenteTenor tenor =
    entente_tenor_of_kind (entente_kind_get (entente_block_get_facts (block, i).kind));
  const GArray *from = counter->sides.from, *to = counter->sides.to;
  guint first = counter->pairs->len;

  entente_relations_sides_look (&counter->sides, block, i);
  for (guint f = 0; f < from->len; f++) {
    for (guint t = 0; t < to->len; t++) {
      const EntenteRelationsEnd *one = &g_array_index (from, EntenteRelationsEnd, f);
      const EntenteRelationsEnd *other = &g_array_index (to, EntenteRelationsEnd, t);
      guint64 pair = pack_pair (one->party, other->party, tenor);

      if (!is_pair (one, other) || has_pair (counter->pairs, first, pair))
        continue;
      g_array_append_val (counter->pairs, pair);
      count_ends (counter, one->party, other->party, row);
    }
  }
  counter->relations->n_directed += counter->pairs->len > first;
}

/* ---- sums ---- */

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return (one > other) - (one < other);
}

static void
sum_pairs (Counter *counter)
{
  GArray *dyads = counter->relations->dyads;

  g_array_sort (counter->pairs, compare_pairs);
  for (guint i = 0; i < counter->pairs->len; i++) {
    guint64 pair = g_array_index (counter->pairs, guint64, i);
    guint32 from = (guint32) (pair >> (ACTOR_BITS + TENOR_BITS));
    guint32 to = (guint32) (pair >> TENOR_BITS) & ((1u << ACTOR_BITS) - 1);
    EntenteDyad *last = dyads->len > 0 ? &g_array_index (dyads, EntenteDyad, dyads->len - 1) : NULL;

    if (last == NULL || last->from != from || last->to != to) {
      g_array_set_size (dyads, dyads->len + 1);
      last = &g_array_index (dyads, EntenteDyad, dyads->len - 1);
      last->from = from;
      last->to = to;
    }
    last->total++;
    last->counts[pair & ((1u << TENOR_BITS) - 1)]++;
  }
}

static int
compare_busy (gconstpointer a, gconstpointer b)
{
  const EntenteDyad *one = *(const EntenteDyad *const *) a;
  const EntenteDyad *other = *(const EntenteDyad *const *) b;

  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;
  return (one > other) - (one < other); /* as they lie */
}

static void
list_busiest (EntenteRelations *relations)
{
  for (guint i = 0; i < relations->dyads->len; i++) {
    const EntenteDyad *dyad = &g_array_index (relations->dyads, EntenteDyad, i);

    g_array_append_val (relations->busiest, dyad);
  }
  g_array_sort (relations->busiest, compare_busy);
}

static int
compare_parties (gconstpointer a, gconstpointer b)
{
  const EntenteParty *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return (one->actor > other->actor) - (one->actor < other->actor);
}

static void
list_parties (Counter *counter)
{
  EntenteRelations *relations = counter->relations;

  for (guint32 actor = 0; actor < relations->n_actors; actor++) {
    relations->party_places[actor] = ENTENTE_NO_INDEX;
    counter->parties[actor].actor = actor;
    if (counter->parties[actor].n > 0)
      g_array_append_val (relations->parties, counter->parties[actor]);
  }
  g_array_sort (relations->parties, compare_parties);
  for (guint i = 0; i < relations->parties->len; i++)
    relations->party_places[g_array_index (relations->parties, EntenteParty, i).actor] = i;
}

/* ---- the whole ---- */

static void
init_counter (Counter *counter, gboolean members, gboolean surely)
{
  guint n = counter->relations->n_actors;

  entente_relations_sides_init (&counter->sides, counter->chronicle, members, surely);
  counter->pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  counter->parties = g_new0 (EntenteParty, n);
  counter->made_at = g_new0 (guint32, 3 * (gsize) n);
  counter->received_at = counter->made_at + n;
  counter->either_at = counter->received_at + n;
}

static void
clear_counter (Counter *counter)
{
  entente_relations_sides_clear (&counter->sides);
  g_array_unref (counter->pairs);
  g_free (counter->parties);
  g_free (counter->made_at);
}

static void
clear_relations (gpointer data)
{
  EntenteRelations *relations = data;

  g_array_unref (relations->dyads);
  g_array_unref (relations->busiest);
  g_array_unref (relations->parties);
  g_free (relations->party_places);
}

EntenteRelations *
entente_relations_new (const EntenteChronicle *chronicle,
                       const EntenteBitset *rows,
                       gboolean members,
                       gboolean surely,
                       const gboolean *cancelled)
{
  g_autoptr (EntenteRelations) relations = g_atomic_rc_box_new0 (EntenteRelations);
  Counter counter = { .relations = relations,
                      .chronicle = chronicle,
                      .rows = rows,
                      .cancelled = cancelled };
  gboolean done;

  relations->n_rows = entente_bitset_count (rows);
  relations->n_actors = entente_chronicle_get_n_actors (chronicle);
  relations->dyads = g_array_new (FALSE, TRUE, sizeof (EntenteDyad));
  relations->busiest = g_array_new (FALSE, FALSE, sizeof (const EntenteDyad *));
  relations->parties = g_array_new (FALSE, FALSE, sizeof (EntenteParty));
  relations->party_places = g_new (guint32, relations->n_actors);
  init_counter (&counter, members, surely);
  done = for_each_row (&counter, mark_row) && for_each_row (&counter, count_row);
  if (done) {
    sum_pairs (&counter);
    list_busiest (relations);
    list_parties (&counter);
  }
  clear_counter (&counter);
  return done ? g_steal_pointer (&relations) : NULL;
}

EntenteRelations *
entente_relations_ref (const EntenteRelations *relations)
{
  return g_atomic_rc_box_acquire ((gpointer) relations);
}

void
entente_relations_unref (EntenteRelations *relations)
{
  if (relations != NULL)
    g_atomic_rc_box_release_full (relations, clear_relations);
}

guint
entente_relations_get_n_rows (const EntenteRelations *relations)
{
  return relations->n_rows;
}

guint
entente_relations_get_n_directed (const EntenteRelations *relations)
{
  return relations->n_directed;
}

const EntenteDyad *
entente_relations_get_dyads (const EntenteRelations *relations, guint *n)
{
  *n = relations->dyads->len;
  return (const EntenteDyad *) (gpointer) relations->dyads->data;
}

const EntenteDyad *
entente_relations_get_busiest (const EntenteRelations *relations, guint i)
{
  g_return_val_if_fail (i < relations->busiest->len, NULL);

  return g_array_index (relations->busiest, const EntenteDyad *, i);
}

static int
compare_dyads (gconstpointer a, gconstpointer b)
{
  const EntenteDyad *one = a, *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->to > other->to) - (one->to < other->to);
}

const EntenteDyad *
entente_relations_find (const EntenteRelations *relations, guint32 from, guint32 to)
{
  const EntenteDyad key = { .from = from, .to = to };

  if (relations->dyads->len == 0)
    return NULL;
  return bsearch (&key,
                  relations->dyads->data,
                  relations->dyads->len,
                  sizeof (EntenteDyad),
                  compare_dyads);
}

const EntenteParty *
entente_relations_get_parties (const EntenteRelations *relations, guint *n)
{
  *n = relations->parties->len;
  return (const EntenteParty *) (gpointer) relations->parties->data;
}

const EntenteParty *
entente_relations_find_party (const EntenteRelations *relations, guint32 actor)
{
  if (actor >= relations->n_actors || relations->party_places[actor] == ENTENTE_NO_INDEX)
    return NULL;
  return &g_array_index (relations->parties, EntenteParty, relations->party_places[actor]);
}

/* ---- in words ---- */

static void
append_count (GString *out, const EntenteDyad *dyad, EntenteTenor tenor)
{
  if (dyad->counts[tenor] > 0)
    g_string_append_printf (out, ", %'u %s", dyad->counts[tenor], entente_tenor_get_label (tenor));
}

char *
entente_relations_describe (const EntenteChronicle *chronicle,
                            guint32 from,
                            guint32 to,
                            const EntenteDyad *dyad)
{
  const char *one = entente_chronicle_get_actor (chronicle, from)->name;
  const char *other = entente_chronicle_get_actor (chronicle, to)->name;
  GString *out = g_string_new (NULL);

  if (from == to)
    /* TRANSLATORS: moves of members of one actor towards each other; the number of moves follows */
    g_string_append_printf (out, _ ("Within %s"), one);
  else
    /* TRANSLATORS: moves of the first actor towards the second; the number of moves follows */
    g_string_append_printf (out, _ ("%s towards %s"), one, other);
  g_string_append (out, ": ");
  if (dyad == NULL) {
    g_string_append (out, _ ("no move"));
    return g_string_free (out, FALSE);
  }
  g_string_append_printf (out,
                          g_dngettext (GETTEXT_PACKAGE, "%'u move", "%'u moves", dyad->total),
                          dyad->total);
  append_count (out, dyad, ENTENTE_TENOR_COOPERATIVE);
  append_count (out, dyad, ENTENTE_TENOR_CONFLICTUAL);
  append_count (out, dyad, ENTENTE_TENOR_OTHER);
  return g_string_free (out, FALSE);
}
