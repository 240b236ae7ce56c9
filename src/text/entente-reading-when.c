/* When a move happened: the expression of time of its clause, else of its sentence; failing both,
 * only that it is told on or before the day of the note at its end, or of publication. */
#include "config.h"

#include "entente-reading-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEVER G_MAXINT

static const EntenteTextTime *
get_time (const EntenteReader *self, guint index)
{
  return &g_array_index (self->made->times, EntenteTextTime, index);
}

/* TRUE for words before a time that make it a bound or another thing: "since 1948", "until May". */
static gboolean
is_bound_word (const char *fold)
{
  return g_str_equal (fold, "since") || g_str_equal (fold, "until") || g_str_equal (fold, "till");
}

static const EntenteDate *
get_published (const EntenteReader *self)
{
  if (self->input->published)
    return self->input->published;
  return self->input->structure ? self->input->structure->published : NULL;
}

/* TRUE when one of the places stands in a part like ", who left on Monday," and the other behind
 * it. */
static gboolean
is_across_relative (const EntenteReader *self, gint64 low, gint64 high)
{
  gboolean closed = FALSE;

  for (gint64 i = low; i < high; i++)
    closed |= entente_text_tokens_is (self->tokens, i, ",");
  for (gint64 i = low; closed && i > 0; i--) {
    if (entente_text_tokens_get (self->tokens, i - 1)->sentence !=
        entente_text_tokens_get (self->tokens, low)->sentence)
      return FALSE;
    if (entente_text_tokens_is (self->tokens, i - 1, ","))
      return entente_text_tokens_is (self->tokens, i, "who") ||
             entente_text_tokens_is (self->tokens, i, "which") ||
             entente_text_tokens_is (self->tokens, i, "whose");
  }
  return FALSE;
}

/* "accused Kenya of the murders of 1958": years long ago are those of what is spoken of. */
static gboolean
is_spoken_of (const EntenteReader *self,
              const EntenteTextMove *move,
              guint at,
              const EntenteTextTime *time)
{
  static const char said[] = "|accusation|criticism|statement|claim|denial|praise|";
  const EntenteDate *published = get_published (self);
  g_autofree char *key = g_strconcat ("|", move->kind, "|", NULL);

  return at > move->head && strstr (said, key) && published && entente_date_is_dated (published) &&
         time->date->precision < ENTENTE_PRECISION_MONTH &&
         time->date->told.latest_end < published->told.earliest_start;
}

/* "On 21 August he named the day, 4 September": a day that is set is told behind it, and is not the
 * day of setting it. */
static gboolean
is_set (const EntenteReader *self, const EntenteTextMove *move, guint at)
{
  return at > move->head && g_str_equal (move->kind, "scheduling") &&
         (entente_text_tokens_is (self->tokens, (gint64) at - 1, ",") ||
          entente_text_tokens_is (self->tokens, (gint64) at - 1, "for"));
}

/* What stands between a move and a time makes them as far apart as so many words. */
#define OF_ANOTHER_CLAUSE 25 /* or a day that was set, behind the day of setting it */
#define OF_ANOTHER_VERB 12
#define OF_ANOTHER_HALF 8 /* "arrived on Monday and met" */

/* How far the time at token @at is from the move; NEVER when it cannot be its day. */
static int
measure (const EntenteReader *self, const EntenteTextMove *move, guint at)
{
  gint64 low = MIN (at, move->head), high = MAX (at, move->head);
  int distance = (int) (high - low) + (is_set (self, move, at) ? OF_ANOTHER_CLAUSE : 0);

  if (is_bound_word (entente_text_tokens_get (self->tokens, (gint64) at - 1)->fold) ||
      (entente_text_tokens_is (self->tokens, (gint64) at - 1, "of") &&
       is_bound_word (entente_text_tokens_get (self->tokens, (gint64) at - 4)->fold)) ||
      is_across_relative (self, low, high))
    return NEVER;
  for (gint64 i = low + 1; i < high; i++) {
    const char *fold = entente_text_tokens_get (self->tokens, i)->fold;

    if (entente_clauses_is_finite (self->clauses, i))
      distance += OF_ANOTHER_VERB;
    else if (g_str_equal (fold, ";") || g_str_equal (fold, "which") || g_str_equal (fold, "who") ||
             g_str_equal (fold, "after") || g_str_equal (fold, "before") ||
             g_str_equal (fold, "because") || g_str_equal (fold, "when"))
      distance += OF_ANOTHER_CLAUSE;
    else if (at < move->head && g_str_equal (fold, "and"))
      distance += OF_ANOTHER_HALF;
  }
  return distance;
}

/* Done when the article tells it: a day still to come is that of something else. */
static gboolean
is_too_late (const EntenteReader *self, const EntenteTextMove *move, const EntenteTextTime *time)
{
  static const char planned[] =
    "|scheduling|postponement|intent-to-talk|invitation|accept-invitation|resumption|offer|"
    "call-for-talks|promise|threat|ultimatum|";
  const EntenteDate *published = get_published (self);
  g_autofree char *key = g_strconcat ("|", move->kind, "|", NULL);

  return move->mode == ENTENTE_MODE_FACTUAL && published && entente_date_is_dated (published) &&
         published->points.latest_end != ENTENTE_TIME_MAX && !strstr (planned, key) &&
         time->date->told.earliest_start >= published->points.latest_end;
}

/* The first time that may stand at or behind the token; those outside title and body have none, and
 * stand at the ends. */
static guint
find_first (const EntenteReader *self, guint token)
{
  guint low = 0, high = self->time_tokens->len;

  while (low < high) {
    guint middle = (low + high) / 2;
    guint known = middle;

    while (known < high && g_array_index (self->time_tokens, int, known) < 0)
      known++;
    if (known < high && g_array_index (self->time_tokens, int, known) < (int) token)
      low = known + 1;
    else
      high = middle;
  }
  return low;
}

static const EntenteTextTime *
find_time (const EntenteReader *self, const EntenteTextMove *move, guint *place)
{
  const EntenteSentenceSpan *span =
    &g_array_index (self->tokens->sentences, EntenteSentenceSpan, move->sentence);
  const EntenteTextTime *best = NULL;
  int least = NEVER;

  for (guint i = find_first (self, span->first); i < self->made->times->len; i++) {
    const EntenteTextTime *time = get_time (self, i);
    int at = g_array_index (self->time_tokens, int, i), distance;

    if (at >= (int) span->last)
      break;
    if (at < 0 || !time->date || time->is_cited ||
        entente_text_tokens_get (self->tokens, at)->sentence != move->sentence ||
        is_too_late (self, move, time) || is_spoken_of (self, move, at, time))
      continue;
    distance = measure (self, move, at);
    if (distance < least) {
      least = distance;
      best = time;
      *place = i;
    }
  }
  return best;
}

/* The day of the note whose mark stands at the end of what the move is told in; NULL for none. */
static const EntenteDate *
find_note (const EntenteReader *self, const EntenteTextMove *move, char **marker)
{
  const EntenteSentenceSpan *span =
    &g_array_index (self->tokens->sentences, EntenteSentenceSpan, move->sentence);

  for (guint i = move->head; i < span->last; i++) {
    const EntenteToken *token = entente_text_tokens_get (self->tokens, i);

    if (token->type != ENTENTE_TOKEN_NOTE)
      continue;
    *marker = g_strndup (self->text.text + token->start + 1, token->end - token->start - 2);
    for (guint j = 0; j < self->input->n_notes; j++) {
      if (g_strcmp0 (self->input->notes[j].marker, *marker) == 0 && self->input->notes[j].cited)
        return self->input->notes[j].cited;
    }
    for (guint j = 0; self->input->structure && j < self->input->structure->notes->len; j++) {
      const EntenteStructureNote *note = g_ptr_array_index (self->input->structure->notes, j);

      if (g_strcmp0 (note->marker, *marker) == 0 && note->cited_date)
        return note->cited_date;
    }
    g_clear_pointer (marker, g_free);
  }
  return NULL;
}

/* Takes @date, which may be NULL; the same with what bounds it. */
static EntenteDate *
bound (const EntenteReader *self, const EntenteTextMove *move, EntenteDate *date, char **reason)
{
  g_autofree char *marker = NULL;
  g_autofree char *why = NULL;
  g_autoptr (EntenteDate) open = date ? date : entente_date_new_undated ();
  const EntenteDate *limit =
    move->mode == ENTENTE_MODE_ANNOUNCED ? NULL : find_note (self, move, &marker);
  gboolean is_note = limit != NULL;
  EntenteDate *made;

  if (!limit)
    limit = get_published (self);
  if (!limit || !entente_date_is_dated (limit) || move->mode != ENTENTE_MODE_FACTUAL ||
      limit->points.latest_end == ENTENTE_TIME_MAX)
    return date ? g_steal_pointer (&open) : NULL;
  if (is_note)
    why = g_strdup_printf (_ ("told on or before the day of note %s"), marker);
  else
    why = g_strdup (_ ("told on or before the day of publication"));
  made = entente_date_with_bounds (open, ENTENTE_TIME_MIN, limit->points.latest_end, why);
  if (!entente_date_is_dated (open)) {
    g_autoptr (EntenteDate) unnamed = made;

    made = entente_date_with_basis (unnamed,
                                    is_note ? ENTENTE_BASIS_BOUND_FOOTNOTE
                                            : ENTENTE_BASIS_BOUND_PUBLICATION);
    if (!*reason)
      *reason = g_steal_pointer (&why);
  }
  return made;
}

EntenteDate *
entente_reader_date_move (const EntenteReader *self, const EntenteTextMove *move, char **reason)
{
  guint place = 0;
  const EntenteTextTime *time = find_time (self, move, &place);
  EntenteDate *date = NULL;

  *reason = NULL;
  if (time) {
    date = entente_text_times_make_date (self->made->times, place, self->input->text);
    *reason = g_strdup (time->reason);
  }
  return bound (self, move, date, reason);
}
