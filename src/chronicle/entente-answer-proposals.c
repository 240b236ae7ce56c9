/* Replies are listed once by who makes them and for whom, in the one order; each move then looks at
 * those around it. */
#include "config.h"

#include "entente-answer-proposals.h"

#include "entente-isolate.h"

#include "entente-chronicle-private.h"
#include "entente-kind-answers.h"

#include <glib/gi18n-lib.h>

#define LOOKED_AT 48 /* replies of one side, after the move and as many before it */
#define DAY ((gint64) 24 * 60 * 60)

/* A reply of somebody who stands for an actor. */
typedef struct {
  guint32 row;
  guint32 by;
} Reply;

struct _EntenteAnswerProposals {
  gatomicrefcount refs;
  EntenteChronicle *chronicle;
  GArray *list; /* EntenteAnswerProposal, by row, nearest first */
  EntenteBitset *moves; /* rows that have any */
  EntenteBitset *waiting; /* rows that wait for an answer, undated ones too */
};

typedef struct {
  const EntenteChronicle *chronicle;
  GHashTable *refused; /* EntenteAnswerRefusal */
  guint32 *starts; /* by actor: first of its replies */
  Reply *replies;
  guint8 *
    links; /* by kind of the answer, then of the move: EntenteLinkType + 1, or 0 where it is none */
  GArray *found; /* EntenteAnswerProposal of one move */
  EntenteEventRow move; /* that one */
} Finder;

/* ---- parties ---- */

static gboolean
may_reply (EntenteRole role)
{
  return role == ENTENTE_ROLE_INITIATOR || role == ENTENTE_ROLE_PARTICIPANT ||
         role == ENTENTE_ROLE_SIGNATORY || role == ENTENTE_ROLE_HOST;
}

static gboolean
is_asked (EntenteRole role)
{
  return role == ENTENTE_ROLE_ADDRESSEE || role == ENTENTE_ROLE_INVITED;
}

static gboolean
is_party (EntenteRole role)
{
  return may_reply (role) || is_asked (role) || role == ENTENTE_ROLE_MEDIATOR;
}

/* One and the same, or one belongs to the other at the date of @row. */
static gboolean
is_one_side (const EntenteChronicle *chronicle, guint32 a, guint32 b, guint row)
{
  EntenteSpan window = entente_chronicle_get_window (chronicle, row);

  return a == b || entente_chronicle_stands_for (chronicle, a, b, window, FALSE) ||
         entente_chronicle_stands_for (chronicle, b, a, window, FALSE);
}

static gboolean
is_maker (const EntenteChronicle *chronicle, guint row, guint32 actor)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].role == ENTENTE_ROLE_INITIATOR && parts[i].actor == actor)
      return TRUE;
  return FALSE;
}

/* Does the answer go back to a maker of the move? One that names no other party may. */
static gboolean
goes_back (const EntenteChronicle *chronicle, guint move, guint answer, guint32 by, guint32 *back)
{
  guint n, n_makers, n_others = 0;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, answer, &n);
  const EntentePart *makers = entente_chronicle_get_parts (chronicle, move, &n_makers);

  *back = ENTENTE_NO_INDEX;
  for (guint i = 0; i < n; i++) {
    if (parts[i].actor == by || !is_party (parts[i].role))
      continue;
    n_others++;
    for (guint m = 0; m < n_makers; m++) {
      if (makers[m].role != ENTENTE_ROLE_INITIATOR ||
          !is_one_side (chronicle, parts[i].actor, makers[m].actor, answer))
        continue;
      *back = makers[m].actor;
      return TRUE;
    }
  }
  return n_others == 0;
}

/* ---- replies ---- */

static gboolean
has_answered (const EntenteChronicle *chronicle, guint row)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answers_to (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (entente_link_type_is_answer (threads[i].type))
      return TRUE;
  return FALSE;
}

/* Counts the replies of a row under each actor that they may be for, or, with @replies, enters
 * them. */
static void
list_row (Finder *self, guint row, guint32 *places, Reply *replies)
{
  EntenteSpan window = entente_chronicle_get_window (self->chronicle, row);
  guint n, n_above;
  const EntentePart *parts = entente_chronicle_get_parts (self->chronicle, row, &n);

  for (guint i = 0; i < n; i++) {
    const EntenteAncestor *above;

    if (!may_reply (parts[i].role))
      continue;
    above = entente_roster_get_ancestors (self->chronicle->roster, parts[i].actor, FALSE, &n_above);
    if (replies)
      replies[places[parts[i].actor]] = (Reply){ row, parts[i].actor };
    places[parts[i].actor]++;
    for (guint k = 0; k < n_above; k++) {
      if (!entente_ancestor_holds (&above[k], window, FALSE))
        continue;
      if (replies)
        replies[places[above[k].body]] = (Reply){ row, parts[i].actor };
      places[above[k].body]++;
    }
  }
}

static void
list_rows (Finder *self, const guint8 *is_reply, guint32 *places, Reply *replies)
{
  guint n_placed = entente_chronicle_get_n_placed (self->chronicle);

  for (guint row = 0; row < n_placed; row++)
    if (is_reply[entente_chronicle_get_kind (self->chronicle, row)->index])
      list_row (self, row, places, replies);
}

static void
list_replies (Finder *self)
{
  guint n_actors = entente_chronicle_get_n_actors (self->chronicle), sum = 0;
  g_autofree guint8 *is_reply = g_new0 (guint8, entente_kind_count ());
  g_autofree guint32 *places = g_new0 (guint32, n_actors + 1);

  for (guint i = 0; i < entente_kind_count (); i++)
    is_reply[i] = entente_kind_is_reply (entente_kind_get (i));
  list_rows (self, is_reply, places, NULL);
  self->starts = g_new (guint32, n_actors + 1);
  for (guint i = 0; i < n_actors; i++) {
    self->starts[i] = sum;
    sum += places[i];
    places[i] = self->starts[i];
  }
  self->starts[n_actors] = sum;
  self->replies = g_new (Reply, sum + 1);
  list_rows (self, is_reply, places, self->replies);
}

/* ---- one move ---- */

static gboolean
is_surely_earlier (const EntenteEventRow *answer, const EntenteEventRow *move)
{
  return answer->points.latest_start <= move->points.earliest_start &&
         !(answer->points.latest_start == move->points.latest_start &&
           answer->points.earliest_start == move->points.earliest_start);
}

static gboolean
is_refused (Finder *self, guint move, guint answer)
{
  EntenteAnswerRefusal pair = { entente_chronicle_get_id (self->chronicle, move),
                                entente_chronicle_get_id (self->chronicle, answer) };

  return g_hash_table_contains (self->refused, &pair);
}

static gboolean
are_linked (const EntenteChronicle *chronicle, guint a, guint b)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answers_to (chronicle, a, &n);

  for (guint i = 0; i < n; i++)
    if (threads[i].row == b)
      return TRUE;
  return FALSE;
}

static gboolean
is_found (Finder *self, guint answer)
{
  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, EntenteAnswerProposal, i).answer == answer)
      return TRUE;
  return FALSE;
}

static gboolean
is_too_late (const Finder *self, guint row)
{
  return self->move.points.latest_start != ENTENTE_TIME_MAX &&
         entente_chronicle_get_place (self->chronicle, row) >
           self->move.points.latest_start + ENTENTE_ANSWER_PROPOSALS_DAYS * DAY;
}

/* How the reply would answer the move: EntenteLinkType + 1, or 0. */
static guint8
get_link (const Finder *self, guint row)
{
  guint kind = entente_chronicle_get_kind (self->chronicle, row)->index;

  return self->links[kind * entente_kind_count () + self->move.kind];
}

/* What costs least is asked first. */
static void
judge (Finder *self, guint move, guint32 asked, const Reply *reply)
{
  const EntenteChronicle *chronicle = self->chronicle;
  EntenteAnswerProposal found = { .row = move,
                                  .answer = reply->row,
                                  .by = reply->by,
                                  .asked = asked };
  guint8 link = get_link (self, reply->row);
  EntenteEventRow answer;

  if (link == 0 || reply->row == move || is_maker (chronicle, move, reply->by))
    return;
  entente_chronicle_get_row (chronicle, reply->row, &answer);
  if (is_surely_earlier (&answer, &self->move) || is_found (self, reply->row) ||
      !goes_back (chronicle, move, reply->row, reply->by, &found.back) ||
      has_answered (chronicle, reply->row) || are_linked (chronicle, reply->row, move) ||
      are_linked (chronicle, move, reply->row) || is_refused (self, move, reply->row))
    return;
  found.type = (guint8) (link - 1);
  found.surely_later = answer.points.earliest_start >= self->move.points.latest_start;
  g_array_append_val (self->found, found);
}

static guint
search (const Finder *self, guint32 actor, guint row)
{
  guint low = self->starts[actor], high = self->starts[actor + 1];

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (self->replies[middle].row < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* What is vague may stand before the move and still be later. @only: those of this actor itself. */
static void
look_around (Finder *self, guint move, guint32 asked, guint32 actor, gboolean only)
{
  guint at = search (self, actor, move);
  guint end = MIN (at + LOOKED_AT, self->starts[actor + 1]);
  guint start = MAX ((gint64) self->starts[actor], (gint64) at - LOOKED_AT);

  for (guint i = at; i < end && !is_too_late (self, self->replies[i].row); i++)
    if (!only || self->replies[i].by == actor)
      judge (self, move, asked, &self->replies[i]);
  for (guint i = at; i > start; i--)
    if (!only || self->replies[i - 1].by == actor)
      judge (self, move, asked, &self->replies[i - 1]);
}

static int
compare_nearness (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntenteAnswerProposal *first = a, *second = b;
  const EntenteChronicle *chronicle = data;
  gint64 place = entente_chronicle_get_place (chronicle, first->row);
  gint64 far = ABS (entente_chronicle_get_place (chronicle, first->answer) - place);
  gint64 other = ABS (entente_chronicle_get_place (chronicle, second->answer) - place);

  if (far != other)
    return far < other ? -1 : 1;
  return first->answer < second->answer ? -1 : first->answer > second->answer;
}

static void
find_answers (Finder *self, guint move)
{
  EntenteSpan window = entente_chronicle_get_window (self->chronicle, move);
  guint n, n_above;
  const EntentePart *parts = entente_chronicle_get_parts (self->chronicle, move, &n);

  g_array_set_size (self->found, 0);
  entente_chronicle_get_row (self->chronicle, move, &self->move);
  for (guint i = 0; i < n; i++) {
    const EntenteAncestor *above;

    if (!is_asked (parts[i].role))
      continue;
    look_around (self, move, parts[i].actor, parts[i].actor, FALSE);
    above = entente_roster_get_ancestors (self->chronicle->roster, parts[i].actor, FALSE, &n_above);
    for (guint k = 0; k < n_above; k++)
      if (entente_ancestor_holds (&above[k], window, FALSE))
        look_around (self, move, parts[i].actor, above[k].body, TRUE);
  }
  g_array_sort_with_data (self->found, compare_nearness, (gpointer) self->chronicle);
  if (self->found->len > ENTENTE_ANSWER_PROPOSALS_MAX)
    g_array_set_size (self->found, ENTENTE_ANSWER_PROPOSALS_MAX);
}

/* ---- all moves ---- */

static guint
hash_refusal (gconstpointer key)
{
  const EntenteAnswerRefusal *refusal = key;

  return g_int64_hash (&refusal->move) * 31 + g_int64_hash (&refusal->answer);
}

static gboolean
equal_refusals (gconstpointer a, gconstpointer b)
{
  const EntenteAnswerRefusal *first = a, *second = b;

  return first->move == second->move && first->answer == second->answer;
}

static guint8 *
list_links (void)
{
  guint n = entente_kind_count ();
  guint8 *links = g_new0 (guint8, n * n);

  for (guint answer = 0; answer < n; answer++)
    for (guint move = 0; move < n; move++) {
      EntenteLinkType type;

      if (entente_kind_may_answer (entente_kind_get (answer), entente_kind_get (move), &type))
        links[answer * n + move] = (guint8) type + 1;
    }
  return links;
}

static void
begin (Finder *self, const EntenteChronicle *chronicle, const GArray *refusals)
{
  *self = (Finder){ .chronicle = chronicle,
                    .refused = g_hash_table_new (hash_refusal, equal_refusals),
                    .links = list_links (),
                    .found = g_array_new (FALSE, FALSE, sizeof (EntenteAnswerProposal)) };
  for (guint i = 0; refusals && i < refusals->len; i++)
    g_hash_table_add (self->refused, &g_array_index (refusals, EntenteAnswerRefusal, i));
  list_replies (self);
}

static void
finish (Finder *self)
{
  g_hash_table_unref (self->refused);
  g_array_unref (self->found);
  g_free (self->links);
  g_free (self->starts);
  g_free (self->replies);
}

static void
list_waiting (EntenteAnswerProposals *self)
{
  for (guint row = 0; row < self->waiting->n_rows; row++)
    if (entente_chronicle_get_answered (self->chronicle, row) == ENTENTE_ANSWERED_NO)
      entente_bitset_add (self->waiting, row);
}

EntenteAnswerProposals *
entente_answer_proposals_new (const EntenteChronicle *chronicle,
                              const GArray *refusals,
                              const gboolean *cancelled)
{
  EntenteAnswerProposals *self = g_new0 (EntenteAnswerProposals, 1);
  guint n_placed = entente_chronicle_get_n_placed (chronicle);
  gboolean stopped = FALSE;
  Finder finder;

  g_atomic_ref_count_init (&self->refs);
  self->chronicle = entente_chronicle_ref (chronicle);
  self->list = g_array_new (FALSE, FALSE, sizeof (EntenteAnswerProposal));
  self->moves = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  self->waiting = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  list_waiting (self);
  begin (&finder, chronicle, refusals);
  for (guint row = entente_bitset_next (self->waiting, 0); row < n_placed && !stopped;
       row = entente_bitset_next (self->waiting, row + 1)) {
    stopped = cancelled && g_atomic_int_get (cancelled);
    find_answers (&finder, row);
    if (finder.found->len == 0)
      continue;
    g_array_append_vals (self->list, finder.found->data, finder.found->len);
    entente_bitset_add (self->moves, row);
  }
  finish (&finder);
  if (stopped)
    g_clear_pointer (&self, entente_answer_proposals_unref);
  return self;
}

EntenteAnswerProposals *
entente_answer_proposals_ref (EntenteAnswerProposals *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
entente_answer_proposals_unref (EntenteAnswerProposals *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->refs))
    return;
  entente_chronicle_unref (self->chronicle);
  g_array_unref (self->list);
  entente_bitset_unref (self->moves);
  entente_bitset_unref (self->waiting);
  g_free (self);
}

EntenteChronicle *
entente_answer_proposals_get_chronicle (const EntenteAnswerProposals *self)
{
  return self->chronicle;
}

const EntenteAnswerProposal *
entente_answer_proposals_get (const EntenteAnswerProposals *self, EntenteId event, guint *n)
{
  guint row = entente_chronicle_find_row (self->chronicle, event);
  const EntenteAnswerProposal *list = (const EntenteAnswerProposal *) (gpointer) self->list->data;
  guint low = 0, high = self->list->len, end;

  *n = 0;
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (list[middle].row < row)
      low = middle + 1;
    else
      high = middle;
  }
  for (end = low; end < self->list->len && list[end].row == row; end++)
    ;
  *n = end - low;
  return *n > 0 ? list + low : NULL;
}

static guint
count_both (const EntenteBitset *a, const EntenteBitset *b)
{
  guint n = 0;

  if (!b)
    return entente_bitset_count (a);
  g_return_val_if_fail (a->n_rows == b->n_rows, 0);
  for (guint word = 0; word < (a->n_rows + 63) / 64; word++)
    n += (guint) __builtin_popcountll (a->words[word] & b->words[word]);
  return n;
}

guint
entente_answer_proposals_count (const EntenteAnswerProposals *self, const EntenteBitset *rows)
{
  return count_both (self->moves, rows);
}

guint
entente_answer_proposals_count_waiting (const EntenteAnswerProposals *self,
                                        const EntenteBitset *rows)
{
  return count_both (self->waiting, rows);
}

/* ---- in words ---- */

static char *
dup_name (const EntenteChronicle *chronicle, guint32 actor)
{
  return entente_isolate (entente_chronicle_get_actor (chronicle, actor)->name);
}

static char *
format_by (const EntenteChronicle *chronicle, const EntenteAnswerProposal *proposal)
{
  g_autofree char *by = dup_name (chronicle, proposal->by);
  g_autofree char *asked = dup_name (chronicle, proposal->asked);

  if (proposal->by == proposal->asked)
    return g_strdup_printf (_ ("by %s, to whom the move went"), by);
  return g_strdup_printf (_ ("by %s, who stands for %s, to whom the move went"), by, asked);
}

static char *
format_back (const EntenteChronicle *chronicle, const EntenteAnswerProposal *proposal)
{
  g_autofree char *back =
    proposal->back != ENTENTE_NO_INDEX ? dup_name (chronicle, proposal->back) : NULL;

  return back != NULL ? g_strdup_printf (_ ("back to %s"), back) : g_strdup (_ ("to nobody named"));
}

char *
entente_answer_proposal_format_reason (const EntenteChronicle *chronicle,
                                       const EntenteAnswerProposal *proposal)
{
  const char *kind =
    entente_kind_get_label (entente_chronicle_get_kind (chronicle, proposal->answer));
  g_autofree char *fits = g_strdup_printf (_ ("its kind fits: %s"), kind);
  g_autofree char *by = format_by (chronicle, proposal);
  g_autofree char *back = format_back (chronicle, proposal);

  return g_strjoin (" · ",
                    fits,
                    by,
                    back,
                    proposal->surely_later ? _ ("later") : _ ("possibly later"),
                    NULL);
}
