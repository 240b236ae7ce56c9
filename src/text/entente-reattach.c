/* Finding marks again. Everything is measured in bytes and pieces of the two texts; code points are
 * only at the door (EntenteTextMap).
 *
 * Short words that stand everywhere prove nothing by themselves: they count only where the
 * comparison of the texts leads to, or where what surrounds them is the same.
 */
#include "config.h"

#include "entente-reattach.h"

#include "entente-likeness.h"
#include "entente-text-map.h"

#include <string.h>

/* Places of the same words that are weighed against each other. */
#define MAX_PLACES 256
/* Bytes around a mark that must be the same where its words alone are not enough. */
#define ENOUGH_CONTEXT 10
/* Words of so many pieces speak for themselves. */
#define ENOUGH_PIECES 4
/* Code points that a passage keeps before and behind it. */
#define CONTEXT_CHARS 32
/* The same where they stand at one place only. */
#define ENOUGH_ALONE 3
/* What must be the same around fewer words, or how many pieces may be unpaired there. */
#define STEADY_CONTEXT 5
#define STEADY_PIECES 4
/* Percent of the words that must be alike where the mark is expected, and elsewhere. */
#define LIKE_NEAR 60
#define LIKE_ELSEWHERE 75

struct _EntenteReattach {
  EntenteTextMap *before, *after;
  EntenteTextAlign *align;
  EntenteWordRun old, new;
  GHashTable *places; /* hash of a piece -> 1 + its first number in the later text */
  guint32 *next_alike; /* the next piece that is alike, or ENTENTE_NO_PIECE */
};

/* A mark as it was, and what is expected of it. */
typedef struct {
  const EntentePassage *passage;
  const char *quote;
  gsize length;
  gsize start, end; /* bytes of the earlier text */
  EntenteWordRun words;
  guint first; /* number of the first of its words in the earlier text */
  guint low, high; /* pieces of the later text between its paired neighbours, [low, high) */
} Mark;

/* ---- where a mark is expected ---- */

static void
set_neighbours (const EntenteReattach *self, Mark *mark)
{
  guint left = entente_text_align_find_paired_before (self->align, mark->first);
  guint right = entente_text_align_find_paired_from (self->align, mark->first + mark->words.n);

  mark->low = left == ENTENTE_NO_PIECE ? 0 : entente_text_align_get_pair (self->align, left) + 1;
  mark->high =
    right == ENTENTE_NO_PIECE ? self->new.n : entente_text_align_get_pair (self->align, right);
}

static Mark
describe_mark (const EntenteReattach *self, const EntentePassage *passage)
{
  Mark mark = { passage };
  guint last;

  mark.start = entente_text_map_to_byte (self->before, passage->start);
  mark.end = entente_text_map_to_byte (self->before, MAX (passage->end, passage->start));
  mark.quote = self->old.text + mark.start;
  mark.length = mark.end - mark.start;
  mark.first = entente_text_pieces_find (self->old.pieces, self->old.n, mark.start);
  last = mark.first;
  while (last < self->old.n && self->old.pieces[last].start < mark.end)
    last++;
  mark.words = (EntenteWordRun){ self->old.text, self->old.pieces + mark.first, last - mark.first };
  set_neighbours (self, &mark);
  return mark;
}

static EntenteReattachment
make_found (const EntenteReattach *self,
            EntenteReattachGrade grade,
            gsize start,
            gsize end,
            guint likeness)
{
  return (EntenteReattachment){ grade,
                                entente_text_map_to_char (self->after, start),
                                entente_text_map_to_char (self->after, end),
                                likeness };
}

/* ---- the same words ---- */

static gboolean
has_quote_at (const EntenteReattach *self, const Mark *mark, gsize at)
{
  gsize n_bytes = entente_text_map_get_n_bytes (self->after);

  return at <= n_bytes && mark->length <= n_bytes - at &&
         memcmp (self->new.text + at, mark->quote, mark->length) == 0;
}

static gboolean
is_within_word (const char *text, gsize at)
{
  const char *before = at > 0 ? g_utf8_find_prev_char (text, text + at) : NULL;

  return before && g_unichar_isalnum (g_utf8_get_char (before)) &&
         g_unichar_isalnum (g_utf8_get_char (text + at));
}

/* Marks that begin and end at words do not come to lie within others. */
static gboolean
stands_free (const EntenteReattach *self, const Mark *mark, gsize at)
{
  return (is_within_word (self->old.text, mark->start) || !is_within_word (self->new.text, at)) &&
         (is_within_word (self->old.text, mark->end) ||
          !is_within_word (self->new.text, at + mark->length));
}

/* Bytes that are the same before and behind the mark and the place @at. */
static gsize
count_context (const EntenteReattach *self, const Mark *mark, gsize at)
{
  const char *prefix = mark->passage->prefix ? mark->passage->prefix : "";
  const char *suffix = mark->passage->suffix ? mark->passage->suffix : "";
  gsize length = strlen (prefix), n = 0, k = 0;

  while (n < length && n < at && prefix[length - 1 - n] == self->new.text[at - 1 - n])
    n++;
  while (suffix[k] && suffix[k] == self->new.text[at + mark->length + k])
    k++;
  return n + k;
}

/* A short mark may be paired by chance in a place that was written anew: what is around it must be
 * the same, or be paired close by in both texts. */
static gboolean
is_steady (const EntenteReattach *self, const Mark *mark, gsize at)
{
  guint left, right, room = mark->words.n + STEADY_PIECES;

  if (mark->words.n >= ENOUGH_PIECES || count_context (self, mark, at) >= STEADY_CONTEXT)
    return TRUE;
  left = entente_text_align_find_paired_before (self->align, mark->first);
  right = entente_text_align_find_paired_from (self->align, mark->first + mark->words.n);
  left = left == ENTENTE_NO_PIECE ? 0 : left + 1;
  right = MIN (right, self->old.n);
  return right - left <= room && mark->high - mark->low <= room;
}

/* The comparison pairs the first word and the last one, and the words are there. */
static gboolean
find_by_pairs (const EntenteReattach *self, const Mark *mark, gsize *at)
{
  guint last = mark->first + mark->words.n - 1;
  guint first_pair = entente_text_align_get_pair (self->align, mark->first);
  guint last_pair = entente_text_align_get_pair (self->align, last);
  gsize before = mark->start - self->old.pieces[mark->first].start;

  if (first_pair == ENTENTE_NO_PIECE || last_pair == ENTENTE_NO_PIECE)
    return FALSE;
  *at = self->new.pieces[first_pair].start + before;
  return has_quote_at (self, mark, *at) && is_steady (self, mark, *at);
}

typedef struct {
  gsize at, context, distance;
  guint n; /* places that there are */
} Place;

static gboolean
is_better (const Place *a, const Place *b)
{
  return a->context != b->context ? a->context > b->context : a->distance < b->distance;
}

/* The best place of the same words within [from, end). */
static Place
find_best_place (const EntenteReattach *self,
                 const Mark *mark,
                 gsize from,
                 gsize end,
                 gsize expected)
{
  Place best = { 0 };

  while (from < end && best.n < MAX_PLACES) {
    const char *found = memmem (self->new.text + from, end - from, mark->quote, mark->length);
    Place place;

    if (!found)
      break;
    place.at = (gsize) (found - self->new.text);
    from = place.at + 1;
    if (!stands_free (self, mark, place.at))
      continue;
    place.context = count_context (self, mark, place.at);
    place.distance = place.at > expected ? place.at - expected : expected - place.at;
    place.n = best.n + 1;
    if (best.n == 0 || is_better (&place, &best))
      best = place;
    best.n = place.n;
  }
  return best;
}

static gboolean
is_convincing (const Mark *mark, const Place *place)
{
  return place->n > 0 &&
         (place->context >= ENOUGH_CONTEXT || (place->n == 1 && mark->words.n >= ENOUGH_ALONE));
}

static gsize
get_byte (const EntenteReattach *self, guint piece)
{
  return piece < self->new.n ? self->new.pieces[piece].start
                             : entente_text_map_get_n_bytes (self->after);
}

/* The same words in the same place are those between the neighbours of the mark. */
static gboolean
find_same (const EntenteReattach *self, const Mark *mark, EntenteReattachment *found)
{
  gsize expected = get_byte (self, mark->low), at;
  gsize end = get_byte (self, mark->high);
  EntenteReattachGrade grade = ENTENTE_REATTACHED_SAME;
  Place place;

  if (find_by_pairs (self, mark, &at)) {
    *found = make_found (self, grade, at, at + mark->length, 100);
    return TRUE;
  }
  place = find_best_place (self, mark, expected, end, expected);
  if (!is_convincing (mark, &place)) {
    grade = ENTENTE_REATTACHED_MOVED;
    place = find_best_place (self, mark, 0, entente_text_map_get_n_bytes (self->after), expected);
  }
  if (!is_convincing (mark, &place))
    return FALSE;
  *found = make_found (self, grade, place.at, place.at + mark->length, 100);
  return TRUE;
}

/* ---- nearly the same words ---- */

/* Marks longer than can be compared: what the comparison of the texts paired of them. */
static guint
find_long (const EntenteReattach *self, const Mark *mark, guint *start, guint *end)
{
  guint n = 0;

  for (guint i = mark->first; i < mark->first + mark->words.n; i++) {
    guint pair = entente_text_align_get_pair (self->align, i);

    if (pair == ENTENTE_NO_PIECE)
      continue;
    if (n++ == 0)
      *start = pair;
    *end = pair + 1;
  }
  return 100 * n / mark->words.n;
}

static guint
find_like (const EntenteReattach *self,
           const Mark *mark,
           guint low,
           guint high,
           gboolean wide,
           guint *start,
           guint *end)
{
  EntenteWordRun place = { self->new.text, self->new.pieces + low, high - low };
  guint likeness = entente_likeness_find (&mark->words, &place, wide, start, end);

  *start += low;
  *end += low;
  return likeness;
}

/* Between the neighbours of the mark; where those are far apart, around the first of its words that
 * is paired. */
static guint
find_near (const EntenteReattach *self, const Mark *mark, guint *start, guint *end)
{
  guint reach = 2 * mark->words.n + 16, low = mark->low, high = mark->high;
  guint paired = entente_text_align_find_paired_from (self->align, mark->first);

  if (mark->words.n > ENTENTE_LIKENESS_MAX_PIECES)
    return find_long (self, mark, start, end);
  if (low >= high)
    return 0;
  if (high - low > 2 * reach && paired != ENTENTE_NO_PIECE &&
      paired < mark->first + mark->words.n) {
    guint at = entente_text_align_get_pair (self->align, paired);

    low = MAX (low, at - MIN (at, reach));
    high = MIN (high, at + reach);
  }
  return find_like (self, mark, low, MIN (high, low + 2 * reach), TRUE, start, end);
}

/* Words of a mark that stand at few places of the later text, each with the place where the mark
 * would begin. */
#define MAX_VOTES 64
#define RARE 24

static void
index_places (EntenteReattach *self)
{
  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->next_alike = g_new (guint32, self->new.n + 1);
  for (guint i = self->new.n; i-- > 0;) {
    gpointer key = (gpointer) &self->new.pieces[i].hash;
    guint next = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));

    self->next_alike[i] = next > 0 ? next - 1 : ENTENTE_NO_PIECE;
    g_hash_table_replace (self->places, key, GUINT_TO_POINTER (i + 1));
  }
}

static guint
count_alike (const EntenteReattach *self, guint at)
{
  guint n = 0;

  for (; at != ENTENTE_NO_PIECE && n <= RARE; at = self->next_alike[at])
    n++;
  return n;
}

static guint
collect_votes (const EntenteReattach *self, const Mark *mark, guint *votes)
{
  guint n = 0;

  for (guint i = 0; i < mark->words.n; i++) {
    const EntenteTextPiece *piece = &mark->words.pieces[i];
    guint at =
      piece->is_word ? GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &piece->hash)) : 0;

    if (at == 0 || count_alike (self, at - 1) > RARE)
      continue;
    for (at--; at != ENTENTE_NO_PIECE && n < MAX_VOTES; at = self->next_alike[at])
      votes[n++] = at - MIN (at, i);
  }
  return n;
}

/* The place for which the most votes are, within the length of the mark. */
static guint
find_elsewhere (const EntenteReattach *self, const Mark *mark, guint *start, guint *end)
{
  guint votes[MAX_VOTES], n = collect_votes (self, mark, votes), best = 0, best_count = 0;
  guint reach = mark->words.n / 2 + 4, low;

  for (guint i = 0; i < n; i++) {
    guint count = 0;

    for (guint k = 0; k < n; k++)
      count += votes[k] + reach >= votes[i] && votes[k] <= votes[i] + reach;
    if (count > best_count) {
      best_count = count;
      best = votes[i];
    }
  }
  if (best_count < 2)
    return 0;
  low = best - MIN (best, reach);
  return find_like (self,
                    mark,
                    low,
                    MIN (self->new.n, best + mark->words.n + reach),
                    FALSE,
                    start,
                    end);
}

static gboolean
find_changed (EntenteReattach *self, const Mark *mark, EntenteReattachment *found)
{
  guint start = 0, end = 0, likeness = find_near (self, mark, &start, &end);

  if (likeness < LIKE_NEAR) {
    if (mark->words.n < ENOUGH_PIECES || mark->words.n > ENTENTE_LIKENESS_MAX_PIECES)
      return FALSE;
    likeness = find_elsewhere (self, mark, &start, &end);
    if (likeness < LIKE_ELSEWHERE)
      return FALSE;
  }
  *found = make_found (self,
                       ENTENTE_REATTACHED_CHANGED,
                       self->new.pieces[start].start,
                       self->new.pieces[end - 1].end,
                       likeness);
  return TRUE;
}

/* ---- public ---- */

EntenteReattach *
entente_reattach_new (const char *before,
                      const char *after,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (EntenteReattach) self = g_new0 (EntenteReattach, 1);

  self->before = entente_text_map_new (before, -1);
  self->after = entente_text_map_new (after, -1);
  self->old.text = entente_text_map_get_text (self->before);
  self->new.text = entente_text_map_get_text (self->after);
  self->align = entente_text_align_new (self->old.text, self->new.text, cancellable, error);
  if (!self->align)
    return NULL;
  self->old.pieces = entente_text_align_get_before (self->align, &self->old.n);
  self->new.pieces = entente_text_align_get_after (self->align, &self->new.n);
  index_places (self);
  return g_steal_pointer (&self);
}

void
entente_reattach_free (EntenteReattach *self)
{
  g_clear_pointer (&self->before, entente_text_map_unref);
  g_clear_pointer (&self->after, entente_text_map_unref);
  g_clear_pointer (&self->align, entente_text_align_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self->next_alike);
  g_free (self);
}

EntenteReattachment
entente_reattach_find (EntenteReattach *self, const EntentePassage *passage)
{
  Mark mark = describe_mark (self, passage);
  EntenteReattachment found = { ENTENTE_REATTACHED_LOST };

  if (mark.words.n > 0 && !find_same (self, &mark, &found))
    find_changed (self, &mark, &found);
  return found;
}

EntentePassage *
entente_reattach_create_passage (EntenteReattach *self, const EntenteReattachment *found)
{
  EntentePassage *passage = entente_passage_new ();

  passage->start = found->start;
  passage->end = found->end;
  passage->quote = entente_text_map_dup_slice (self->after, found->start, found->end);
  passage->prefix =
    entente_text_map_dup_slice (self->after, found->start - CONTEXT_CHARS, found->start);
  passage->suffix =
    entente_text_map_dup_slice (self->after, found->end, found->end + CONTEXT_CHARS);
  return passage;
}

gint64
entente_reattach_map (EntenteReattach *self, gint64 position)
{
  gsize byte = entente_text_map_to_byte (self->before, position);
  guint piece = entente_text_pieces_find (self->old.pieces, self->old.n, byte), pair;
  gsize at;

  if (position < 0 || piece == self->old.n || self->old.pieces[piece].start > byte)
    return -1;
  pair = entente_text_align_get_pair (self->align, piece);
  if (pair == ENTENTE_NO_PIECE)
    return -1;
  at = self->new.pieces[pair].start + byte - self->old.pieces[piece].start;
  return at < self->new.pieces[pair].end ? entente_text_map_to_char (self->after, at) : -1;
}
