/* What the record already says about the proposals of an article: passages that carry events, and
 * rejections, found by their place in the text or by their words.
 */

#include "config.h"

#include "entente-proposals-private.h"
#include "entente-span-index.h"

#include <string.h>

/* Of its words and those of a proposal together a passage must share so much to be about the same.
 */
#define ENOUGH 0.5

struct _EntenteDecided {
  GArray *carried; /* Carried */
  const GPtrArray *rejections;
  EntenteSpanIndex *carried_spans; /* values: places in @carried */
  EntenteSpanIndex *rejected_spans; /* values: places in @rejections, of this text */
  GHashTable *rejected_words; /* kind and quote -> GPtrArray of EntenteRejection, of other texts */
};

/* A passage, and the event that it carries. */
typedef struct {
  EntenteId event;
  const EntenteKind *kind;
  gint64 start, end;
} Carried;

static char *
make_place (const Carried *carried)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          carried->event,
                          carried->start,
                          carried->end);
}

/* Two voices in the same words tell one move. */
static void
list_carried (const EntenteProposals *self, EntenteDecided *decided)
{
  g_autoptr (GHashTable) passages = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->detail->passages->len; i++) {
    EntentePassage *passage = g_ptr_array_index (self->detail->passages, i);

    g_hash_table_insert (passages, &passage->record.id, passage);
  }
  for (guint i = 0; i < self->detail->claims->len; i++) {
    const EntenteClaim *claim = g_ptr_array_index (self->detail->claims, i);
    guint row = entente_chronicle_find_row (self->chronicle, claim->event);
    const EntentePassage *passage = g_hash_table_lookup (passages, &claim->passage);
    Carried carried = { claim->event, NULL, 0, 0 };

    if (passage == NULL || row == ENTENTE_NO_INDEX)
      continue;
    carried.kind = entente_chronicle_get_kind (self->chronicle, row);
    carried.start = passage->start;
    carried.end = passage->end;
    if (!g_hash_table_add (seen, make_place (&carried)))
      continue;
    entente_span_index_add (decided->carried_spans,
                            passage->start,
                            passage->end,
                            decided->carried->len);
    g_array_append_val (decided->carried, carried);
  }
}

static char *
make_key (const char *kind, const char *words)
{
  return g_strdup_printf ("%s\n%s", kind != NULL ? kind : "", words != NULL ? words : "");
}

static void
add_words (EntenteDecided *decided, EntenteRejection *rejection)
{
  g_autofree char *key = make_key (rejection->kind, rejection->quote);
  GPtrArray *list = g_hash_table_lookup (decided->rejected_words, key);

  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (decided->rejected_words, g_steal_pointer (&key), list);
  }
  g_ptr_array_add (list, rejection);
}

static void
list_rejected (const EntenteProposals *self, EntenteDecided *decided)
{
  for (guint i = 0; i < decided->rejections->len; i++) {
    EntenteRejection *rejection = g_ptr_array_index (decided->rejections, i);

    if (rejection->revision == self->detail->revision->record.id)
      entente_span_index_add (decided->rejected_spans, rejection->start, rejection->end, i);
    else
      add_words (decided, rejection);
  }
}

/* ---- events ---- */

/* A proposal that may be what a passage carries. */
typedef struct {
  guint proposal, carried;
  double score;
} Pair;

/* Looks for what was decided about one proposal. */
typedef struct {
  const EntenteDecided *decided;
  const EntenteProposal *proposal;
  const EntenteKind *kind;
  guint index; /* of the proposal */
  GArray *found; /* Pair, or EntenteId of rejections */
} Looking;

/* What words that a passage carries are taken for, least first: scores of a pair. Below SAME_KIND
 * the share of the words that both have in common, from 0 to 1, is added. */
enum {
  ONLY_WORDS, /* an event of quite another kind */
  SAME_GROUP, /* of a kind like it */
  SAME_KIND,
  EXACT_WORDS, /* exactly the words of the proposal */
  EXACT /* both */
};

/* A person may have given the words of a proposal another kind, or found them to tell of an event
 * of another kind; words are those of the proposal also where they are a little more or less, as
 * they are once more names are known. */
static double
judge (const Looking *looking, const Carried *carried)
{
  const EntenteProposal *proposal = looking->proposal;
  const EntenteReadingSpan *span = &proposal->suggestion->span;
  gint64 common = MIN (carried->end, proposal->end) - MAX (carried->start, proposal->start);
  gint64 all = MAX (carried->end, proposal->end) - MIN (carried->start, proposal->start);
  double share = (double) common / (double) MAX (all, 1);
  gboolean is_whole = carried->start <= span->start_char && carried->end >= span->end_char;

  if (carried->start == proposal->start && carried->end == proposal->end)
    return carried->kind == looking->kind ? EXACT : EXACT_WORDS;
  if (carried->kind == looking->kind)
    return SAME_KIND + share;
  if (carried->kind != NULL && looking->kind != NULL &&
      carried->kind->group == looking->kind->group)
    return SAME_GROUP + share;
  return is_whole && share >= ENOUGH ? ONLY_WORDS + share : 0;
}

static void
look_at_carried (guint value, gpointer data)
{
  Looking *looking = data;
  const Carried *carried = &g_array_index (looking->decided->carried, Carried, value);
  Pair pair = { looking->index, value, judge (looking, carried) };

  if (pair.score > 0)
    g_array_append_val (looking->found, pair);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *two = b;

  if (one->score != two->score)
    return one->score > two->score ? -1 : 1;
  if (one->proposal != two->proposal)
    return one->proposal < two->proposal ? -1 : 1;
  return one->carried < two->carried ? -1 : one->carried > two->carried;
}

static GArray *
list_pairs (EntenteDecided *decided, const GArray *proposals)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < proposals->len; i++) {
    const EntenteProposal *proposal = &g_array_index (proposals, EntenteProposal, i);
    const EntenteReadingSpan *span = &proposal->suggestion->span;
    Looking looking = { decided,
                        proposal,
                        entente_kind_find (proposal->suggestion->kind),
                        i,
                        pairs };

    entente_span_index_foreach (decided->carried_spans,
                                span->start_char,
                                span->end_char,
                                look_at_carried,
                                &looking);
  }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

void
entente_decided_find_events (EntenteDecided *decided, GArray *proposals)
{
  g_autoptr (GArray) pairs = list_pairs (decided, proposals);
  g_autofree gboolean *is_taken = g_new0 (gboolean, decided->carried->len + 1);

  for (guint i = 0; i < pairs->len; i++) {
    const Pair *pair = &g_array_index (pairs, Pair, i);
    EntenteProposal *proposal = &g_array_index (proposals, EntenteProposal, pair->proposal);

    if (is_taken[pair->carried] || proposal->event != ENTENTE_ID_NONE)
      continue;
    is_taken[pair->carried] = TRUE;
    proposal->event = g_array_index (decided->carried, Carried, pair->carried).event;
  }
}

/* ---- rejections ---- */

static void
look_at_rejected (guint value, gpointer data)
{
  Looking *looking = data;
  const EntenteRejection *rejection = g_ptr_array_index (looking->decided->rejections, value);

  if (g_strcmp0 (rejection->kind, looking->proposal->suggestion->kind) == 0)
    g_array_append_val (looking->found, rejection->record.id);
}

static void
reject (EntenteProposals *self, guint index, EntenteId rejection)
{
  EntenteProposal *proposal = &g_array_index (self->proposals, EntenteProposal, index);
  EntenteRejected rejected = { index, rejection };

  g_array_append_val (self->rejected, rejected);
  if (proposal->rejection == ENTENTE_ID_NONE)
    proposal->rejection = rejection;
}

static void
reject_by_place (EntenteDecided *decided, EntenteProposals *self, guint index)
{
  const EntenteProposal *proposal = entente_proposals_get (self, index);
  const EntenteReadingSpan *span = &proposal->suggestion->span;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  Looking looking = { decided, proposal, NULL, 0, found };

  entente_span_index_foreach (decided->rejected_spans,
                              span->start_char,
                              span->end_char,
                              look_at_rejected,
                              &looking);
  for (guint i = 0; i < found->len; i++)
    reject (self, index, g_array_index (found, EntenteId, i));
}

static int
compare_rejections (gconstpointer a, gconstpointer b)
{
  const EntenteRejection *one = *(const EntenteRejection *const *) a;
  const EntenteRejection *other = *(const EntenteRejection *const *) b;

  if (one->revision != other->revision)
    return one->revision < other->revision ? -1 : 1;
  return one->start < other->start ? -1 : one->start > other->start;
}

/* The proposal among those alike (@indexes) that a rejection of another text meant, as place in
 * them: of those that none of its text has yet, one that is rejected already, for it moved with its
 * words when the text was corrected; else the nearest. */
static guint
choose_alike (const EntenteProposals *self,
              const GArray *indexes,
              const gboolean *is_taken,
              gint64 start)
{
  guint best = 0;
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < indexes->len; i++) {
    const EntenteProposal *proposal =
      entente_proposals_get (self, g_array_index (indexes, guint, i));
    gint64 far = ABS (proposal->suggestion->span.start_char - start);

    if (!is_taken[i] && proposal->rejection != ENTENTE_ID_NONE)
      return i;
    if (is_taken[i])
      far += G_MAXINT32;
    if (far < least) {
      least = far;
      best = i;
    }
  }
  return best;
}

/* Each rejection of a text decides about one proposal, and those of one place about the same. */
static void
reject_alike (EntenteProposals *self, GPtrArray *rejections, const GArray *indexes)
{
  g_autofree gboolean *is_taken = g_new0 (gboolean, indexes->len);
  const EntenteRejection *before = NULL;
  guint chosen = 0;

  g_ptr_array_sort (rejections, compare_rejections);
  for (guint i = 0; i < rejections->len; i++) {
    const EntenteRejection *rejection = rejections->pdata[i];
    gboolean is_same_text = before != NULL && before->revision == rejection->revision;

    if (!is_same_text)
      memset (is_taken, 0, indexes->len * sizeof *is_taken);
    if (!is_same_text || before->start != rejection->start)
      chosen = choose_alike (self, indexes, is_taken, rejection->start);
    is_taken[chosen] = TRUE;
    reject (self, g_array_index (indexes, guint, chosen), rejection->record.id);
    before = rejection;
  }
}

/* Proposals by kind and words, as far as anything was rejected in these: key -> GArray of guint. */
static GHashTable *
list_alike (const EntenteDecided *decided, const EntenteProposals *self)
{
  GHashTable *alike =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->proposals->len && g_hash_table_size (decided->rejected_words) > 0;
       i++) {
    g_autofree char *words = entente_proposals_dup_words (self, i);
    g_autofree char *key = make_key (entente_proposals_get (self, i)->suggestion->kind, words);
    GArray *indexes = g_hash_table_lookup (alike, key);

    if (!g_hash_table_contains (decided->rejected_words, key))
      continue;
    if (indexes == NULL) {
      indexes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (alike, g_steal_pointer (&key), indexes);
    }
    g_array_append_val (indexes, i);
  }
  return alike;
}

void
entente_decided_find_rejections (EntenteDecided *decided, EntenteProposals *self)
{
  g_autoptr (GHashTable) alike = list_alike (decided, self);
  GHashTableIter iter;
  gpointer key, indexes;

  for (guint i = 0; i < self->proposals->len; i++)
    reject_by_place (decided, self, i);
  g_hash_table_iter_init (&iter, alike);
  while (g_hash_table_iter_next (&iter, &key, &indexes))
    reject_alike (self, g_hash_table_lookup (decided->rejected_words, key), indexes);
}

EntenteDecided *
entente_decided_new (const EntenteProposals *proposals, const GPtrArray *rejections)
{
  EntenteDecided *decided = g_new0 (EntenteDecided, 1);

  decided->carried = g_array_new (FALSE, FALSE, sizeof (Carried));
  decided->rejections = rejections;
  decided->carried_spans = entente_span_index_new ();
  decided->rejected_spans = entente_span_index_new ();
  decided->rejected_words =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  list_carried (proposals, decided);
  list_rejected (proposals, decided);
  return decided;
}

void
entente_decided_free (EntenteDecided *decided)
{
  g_array_unref (decided->carried);
  entente_span_index_free (decided->carried_spans);
  entente_span_index_free (decided->rejected_spans);
  g_hash_table_unref (decided->rejected_words);
  g_free (decided);
}
