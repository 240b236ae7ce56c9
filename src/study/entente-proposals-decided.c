/* What the record already says about the proposals of an article: passages that carry events, and rejections, found by their place
 * in the text or by their words.
 */

#include "config.h"

#include "entente-proposals-private.h"
#include "entente-span-index.h"

struct _EntenteDecided {
  GArray *carried; /* Carried */
  const GPtrArray *rejections;
  EntenteSpanIndex *carried_spans; /* values: places in @carried */
  EntenteSpanIndex *rejected_spans; /* values: places in @rejections, of this text */
  GHashTable *rejected_words; /* kind and quote -> EntenteRejection, of other texts */
};

/* A passage, and the event that it carries. */
typedef struct {
  EntenteId event;
  const EntenteKind *kind;
  gint64 start, end;
} Carried;

static void
list_carried (const EntenteProposals *self, EntenteDecided *decided)
{
  g_autoptr (GHashTable) passages = g_hash_table_new (g_int64_hash, g_int64_equal);

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
list_rejected (const EntenteProposals *self, EntenteDecided *decided)
{
  for (guint i = 0; i < decided->rejections->len; i++) {
    EntenteRejection *rejection = g_ptr_array_index (decided->rejections, i);

    if (rejection->revision == self->detail->revision->record.id)
      entente_span_index_add (decided->rejected_spans, rejection->start, rejection->end, i);
    else
      g_hash_table_insert (decided->rejected_words,
                           make_key (rejection->kind, rejection->quote),
                           rejection);
  }
}

/* Looks for what was decided about one proposal. */
typedef struct {
  const EntenteDecided *decided;
  const EntenteProposal *proposal;
  const EntenteKind *kind;
  guint same, alike; /* first of the same kind or words, of the same group; G_MAXUINT: none */
} Looking;

static void
look_at_carried (guint value, gpointer data)
{
  Looking *looking = data;
  const Carried *carried = &g_array_index (looking->decided->carried, Carried, value);
  const EntenteProposal *proposal = looking->proposal;

  /* A person gave these very words another kind, or found them to tell of an event of another kind. */
  if (carried->kind == looking->kind ||
      (carried->start == proposal->start && carried->end == proposal->end))
    looking->same = MIN (looking->same, value);
  else if (carried->kind != NULL && looking->kind != NULL &&
           carried->kind->group == looking->kind->group)
    looking->alike = MIN (looking->alike, value);
}

EntenteId
entente_decided_find_event (EntenteDecided *decided, const EntenteProposal *proposal)
{
  const EntenteReadingSpan *span = &proposal->suggestion->span;
  Looking looking = { decided,
                      proposal,
                      entente_kind_find (proposal->suggestion->kind),
                      G_MAXUINT,
                      G_MAXUINT };
  guint found;

  entente_span_index_foreach (decided->carried_spans,
                              span->start_char,
                              span->end_char,
                              look_at_carried,
                              &looking);
  found = looking.same != G_MAXUINT ? looking.same : looking.alike;
  return found != G_MAXUINT ? g_array_index (decided->carried, Carried, found).event
                            : ENTENTE_ID_NONE;
}

static void
look_at_rejected (guint value, gpointer data)
{
  Looking *looking = data;
  const EntenteRejection *rejection = g_ptr_array_index (looking->decided->rejections, value);

  if (g_strcmp0 (rejection->kind, looking->proposal->suggestion->kind) == 0)
    looking->same = MIN (looking->same, value);
}

EntenteId
entente_decided_find_rejection (EntenteDecided *decided,
                                const EntenteProposal *proposal,
                                const char *words)
{
  const EntenteReadingSpan *span = &proposal->suggestion->span;
  Looking looking = { decided, proposal, NULL, G_MAXUINT, G_MAXUINT };
  g_autofree char *key = make_key (proposal->suggestion->kind, words);
  const EntenteRejection *elsewhere = g_hash_table_lookup (decided->rejected_words, key);

  entente_span_index_foreach (decided->rejected_spans,
                              span->start_char,
                              span->end_char,
                              look_at_rejected,
                              &looking);
  if (looking.same != G_MAXUINT)
    return ((EntenteRecord *) g_ptr_array_index (decided->rejections, looking.same))->id;
  return elsewhere != NULL ? elsewhere->record.id : ENTENTE_ID_NONE;
}

EntenteDecided *
entente_decided_new (const EntenteProposals *proposals, const GPtrArray *rejections)
{
  EntenteDecided *decided = g_new0 (EntenteDecided, 1);

  decided->carried = g_array_new (FALSE, FALSE, sizeof (Carried));
  decided->rejections = rejections;
  decided->carried_spans = entente_span_index_new ();
  decided->rejected_spans = entente_span_index_new ();
  decided->rejected_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
