/* Pairing the words of two texts in linear time.
 *
 * Runs of pieces that occur once in either text are anchors; the longest rising row of them is
 * kept, and what lies between two anchors is paired in the same way with shorter runs. A gap small
 * enough is paired by its longest common subsequence. A large gap without any anchor stays
 * unpaired: it is another text.
 */
#include "config.h"

#include "entente-text-align.h"

#include <string.h>

/* Lengths of the runs that are looked for, one after the other. */
static const guint run_lengths[] = { 8, 3, 1, 1 };

/* Cells of the table for a gap that is paired exactly. */
#define MAX_CELLS 16384
#define CHARS_BETWEEN_CHECKS 65536

#define HASH_START G_GUINT64_CONSTANT (14695981039346656037)
#define HASH_PRIME G_GUINT64_CONSTANT (1099511628211)

struct _EntenteTextAlign {
  GArray *before, *after; /* EntenteTextPiece */
  guint32 *pairs; /* of `before` */
  guint32 *paired_before; /* n + 1: last paired piece before each */
  guint32 *paired_from; /* n + 1: first paired piece from each on */
};

/* ---- pieces ---- */

static gunichar
fold_sign (gunichar sign)
{
  switch (sign) {
  case 0x2018:
  case 0x2019:
  case 0x201A:
  case 0x201B:
  case 0x2032:
  case '`':
    return '\'';
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x201F:
  case 0x2033:
  case 0xAB:
  case 0xBB:
    return '"';
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2212:
    return '-';
  default:
    return sign;
  }
}

static gboolean
is_invisible (gunichar letter)
{
  GUnicodeType type;

  if (letter < 0x80)
    return letter <= ' ' || letter == 0x7F;
  type = g_unichar_type (letter);
  return type == G_UNICODE_FORMAT || type == G_UNICODE_CONTROL || g_unichar_isspace (letter);
}

static gboolean
is_joiner (gunichar letter)
{
  return letter >= 0x80 && g_unichar_type (letter) == G_UNICODE_FORMAT;
}

static gboolean
is_word_letter (gunichar letter)
{
  if (letter < 0x80)
    return g_ascii_isalnum (letter);
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

/* Of a script that writes its words without spaces. */
static gboolean
stands_alone (gunichar letter)
{
  return letter >= 0x2E80 && g_unichar_iswide (letter);
}

static guint64
add_to_hash (guint64 hash, gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (letter < 0x80)
    return (hash ^ (guint64) g_ascii_tolower (letter)) * HASH_PRIME;
  n = g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    hash = (hash ^ g_unichar_tolower (parts[i])) * HASH_PRIME;
  return hash;
}

/* A word goes on over invisible characters within it, which count for nothing. */
static const char *
read_word (const char *p, EntenteTextPiece *piece)
{
  const char *end = p;
  gunichar letter = g_utf8_get_char (p);
  gboolean is_single = stands_alone (letter);

  piece->is_word = TRUE;
  do {
    gboolean counts = !is_joiner (letter);

    p = g_utf8_next_char (p);
    if (counts) {
      piece->hash = add_to_hash (piece->hash, letter);
      end = p;
    }
    letter = g_utf8_get_char (p);
  } while (*p != '\0' && !is_single &&
           (is_joiner (letter) || (is_word_letter (letter) && !stands_alone (letter))));
  return end;
}

GArray *
entente_text_pieces_cut (const char *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (EntenteTextPiece));
  const char *checked = text;

  for (const char *p = text; *p != '\0';) {
    EntenteTextPiece piece = { (gsize) (p - text), 0, HASH_START, FALSE };
    gunichar letter = g_utf8_get_char (p);
    const char *end = g_utf8_next_char (p);

    if (p - checked > CHARS_BETWEEN_CHECKS) {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      checked = p;
    }
    if (is_invisible (letter)) {
      p = end;
      continue;
    }
    if (is_word_letter (letter))
      end = read_word (p, &piece);
    else
      piece.hash = add_to_hash (piece.hash, fold_sign (letter));
    piece.end = (gsize) (end - text);
    g_array_append_val (pieces, piece);
    p = end;
  }
  return g_steal_pointer (&pieces);
}

/* ---- anchors ---- */

typedef struct {
  guint before, before_end; /* pieces, [start, end) */
  guint after, after_end;
} Gap;

/* A run of pieces: where it stands in either text, and how often. */
typedef struct {
  guint64 hash;
  guint before, after;
  guint8 n_before, n_after; /* up to 2 */
} Run;

typedef struct {
  EntenteTextAlign *align;
  const EntenteTextPiece *before, *after;
  GCancellable *cancellable;
} Work;

static guint64
hash_run (const EntenteTextPiece *pieces, guint length)
{
  guint64 hash = HASH_START;

  for (guint i = 0; i < length; i++)
    hash = (hash ^ (pieces[i].hash + (hash >> 31))) * HASH_PRIME;
  return hash;
}

/* The place of a run in a table of @size, a power of 2. */
static Run *
find_run (Run *table, gsize size, guint64 hash)
{
  gsize at = (hash ^ (hash >> 29)) & (size - 1);

  while ((table[at].n_before > 0 || table[at].n_after > 0) && table[at].hash != hash)
    at = (at + 1) & (size - 1);
  table[at].hash = hash;
  return &table[at];
}

static void
fill_table (Run *table, gsize size, const Work *work, const Gap *gap, guint length)
{
  for (guint i = gap->before; i + length <= gap->before_end; i++) {
    Run *run = find_run (table, size, hash_run (work->before + i, length));

    run->before = i;
    run->n_before = MIN (run->n_before + 1, 2);
  }
  for (guint i = gap->after; i + length <= gap->after_end; i++) {
    Run *run = find_run (table, size, hash_run (work->after + i, length));

    run->after = i;
    run->n_after = MIN (run->n_after + 1, 2);
  }
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *one = a, *other = b;

  return one->before < other->before ? -1 : one->before > other->before;
}

/* Runs that occur once in either text, in order of the earlier one. */
static GArray *
find_unique (const Work *work, const Gap *gap, guint length)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  gsize n = (gsize) (gap->before_end - gap->before) + (gap->after_end - gap->after), size = 16;
  g_autofree Run *table = NULL;

  while (size < 2 * n)
    size *= 2;
  table = g_new0 (Run, size);
  fill_table (table, size, work, gap, length);
  for (gsize i = 0; i < size; i++)
    if (table[i].n_before == 1 && table[i].n_after == 1)
      g_array_append_val (runs, table[i]);
  g_array_sort (runs, compare_runs);
  return runs;
}

/* How many of the @n ends of rising rows lie before @after. */
static guint
count_before (const GArray *runs, const guint *ends, guint n, guint after)
{
  guint low = 0;

  while (low < n) {
    guint middle = low + (n - low) / 2;

    if (g_array_index (runs, Run, ends[middle]).after < after)
      low = middle + 1;
    else
      n = middle;
  }
  return low;
}

/* The longest row of runs that rises in the later text too. Consumes @runs. */
static GArray *
keep_rising (GArray *runs)
{
  guint n = runs->len, n_ends = 0;
  g_autofree guint *ends = g_new (guint, n + 1);
  g_autofree guint *previous = g_new (guint, n + 1);
  GArray *row = g_array_sized_new (FALSE, FALSE, sizeof (Run), n);

  for (guint i = 0; i < n; i++) {
    guint at = count_before (runs, ends, n_ends, g_array_index (runs, Run, i).after);

    previous[i] = at > 0 ? ends[at - 1] : G_MAXUINT;
    ends[at] = i;
    n_ends = MAX (n_ends, at + 1);
  }
  g_array_set_size (row, n_ends);
  for (guint i = n_ends > 0 ? ends[n_ends - 1] : 0, at = n_ends; at > 0; i = previous[i])
    g_array_index (row, Run, --at) = g_array_index (runs, Run, i);
  g_array_unref (runs);
  return row;
}

/* ---- pairing ---- */

static gboolean pair_gap (const Work *work, Gap gap, guint level);

static gboolean
is_alike (const Work *work, guint before, guint after)
{
  return work->before[before].hash == work->after[after].hash;
}

static void
pair (const Work *work, guint before, guint after)
{
  work->align->pairs[before] = after;
}

/* Pairs what is alike at both ends of the gap. */
static void
trim (const Work *work, Gap *gap)
{
  while (gap->before < gap->before_end && gap->after < gap->after_end &&
         is_alike (work, gap->before, gap->after))
    pair (work, gap->before++, gap->after++);
  while (gap->before < gap->before_end && gap->after < gap->after_end &&
         is_alike (work, gap->before_end - 1, gap->after_end - 1))
    pair (work, --gap->before_end, --gap->after_end);
}

/* Longest common subsequence; `table` says how long it is from each pair of pieces on. */
static void
pair_exactly (const Work *work, const Gap *gap)
{
  guint n = gap->before_end - gap->before, m = gap->after_end - gap->after;
  g_autofree guint16 *table = g_new0 (guint16, (gsize) (n + 1) * (m + 1));

  for (guint i = n; i-- > 0;)
    for (guint k = m; k-- > 0;) {
      guint16 *cell = &table[(gsize) i * (m + 1) + k];

      *cell = is_alike (work, gap->before + i, gap->after + k) ? cell[m + 2] + 1
                                                               : MAX (cell[1], cell[m + 1]);
    }
  for (guint i = 0, k = 0; i < n && k < m;) {
    const guint16 *cell = &table[(gsize) i * (m + 1) + k];

    if (is_alike (work, gap->before + i, gap->after + k))
      pair (work, gap->before + i++, gap->after + k++);
    else if (cell[1] >= cell[m + 1])
      k++;
    else
      i++;
  }
}

/* Pairs the runs, and what lies between them by shorter ones. */
static gboolean
pair_between (const Work *work, Gap gap, const GArray *runs, guint level)
{
  for (guint r = 0; r < runs->len; r++) {
    const Run *run = &g_array_index (runs, Run, r);
    guint skip = MAX (run->before < gap.before ? gap.before - run->before : 0,
                      run->after < gap.after ? gap.after - run->after : 0);
    Gap between = { gap.before, run->before + skip, gap.after, run->after + skip };

    if (skip >= run_lengths[level])
      continue;
    if (!pair_gap (work, between, level + 1))
      return FALSE;
    for (guint i = skip; i < run_lengths[level]; i++)
      pair (work, run->before + i, run->after + i);
    gap.before = run->before + run_lengths[level];
    gap.after = run->after + run_lengths[level];
  }
  return pair_gap (work, gap, level + 1);
}

/* FALSE when cancelled. */
static gboolean
pair_gap (const Work *work, Gap gap, guint level)
{
  trim (work, &gap);
  if (gap.before == gap.before_end || gap.after == gap.after_end)
    return TRUE;
  if ((guint64) (gap.before_end - gap.before) * (gap.after_end - gap.after) <= MAX_CELLS) {
    pair_exactly (work, &gap);
    return TRUE;
  }
  if (g_cancellable_is_cancelled (work->cancellable))
    return FALSE;
  for (; level < G_N_ELEMENTS (run_lengths); level++) {
    g_autoptr (GArray) runs = keep_rising (find_unique (work, &gap, run_lengths[level]));

    if (runs->len > 0)
      return pair_between (work, gap, runs, level);
  }
  return TRUE;
}

static void
index_pairs (EntenteTextAlign *self)
{
  guint n = self->before->len;
  guint32 last = ENTENTE_NO_PIECE;

  self->paired_before = g_new (guint32, n + 1);
  self->paired_from = g_new (guint32, n + 1);
  for (guint i = 0; i <= n; i++) {
    self->paired_before[i] = last;
    if (i < n && self->pairs[i] != ENTENTE_NO_PIECE)
      last = i;
  }
  last = ENTENTE_NO_PIECE;
  for (guint i = n + 1; i-- > 0;) {
    if (i < n && self->pairs[i] != ENTENTE_NO_PIECE)
      last = i;
    self->paired_from[i] = last;
  }
}

/* ---- public ---- */

EntenteTextAlign *
entente_text_align_new (const char *before,
                        const char *after,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (EntenteTextAlign) self = g_new0 (EntenteTextAlign, 1);
  Work work = { self, NULL, NULL, cancellable };

  if (!(self->before = entente_text_pieces_cut (before, cancellable, error)) ||
      !(self->after = entente_text_pieces_cut (after, cancellable, error)))
    return NULL;
  work.before = (const EntenteTextPiece *) self->before->data;
  work.after = (const EntenteTextPiece *) self->after->data;
  self->pairs = g_new (guint32, self->before->len + 1);
  memset (self->pairs, 0xFF, sizeof *self->pairs * (self->before->len + 1));
  if (!pair_gap (&work, (Gap){ 0, self->before->len, 0, self->after->len }, 0)) {
    g_cancellable_set_error_if_cancelled (cancellable, error);
    return NULL;
  }
  index_pairs (self);
  return g_steal_pointer (&self);
}

void
entente_text_align_free (EntenteTextAlign *self)
{
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->after, g_array_unref);
  g_free (self->pairs);
  g_free (self->paired_before);
  g_free (self->paired_from);
  g_free (self);
}

const EntenteTextPiece *
entente_text_align_get_before (const EntenteTextAlign *self, guint *n)
{
  *n = self->before->len;
  return (const EntenteTextPiece *) self->before->data;
}

const EntenteTextPiece *
entente_text_align_get_after (const EntenteTextAlign *self, guint *n)
{
  *n = self->after->len;
  return (const EntenteTextPiece *) self->after->data;
}

guint
entente_text_align_get_pair (const EntenteTextAlign *self, guint piece)
{
  return self->pairs[piece];
}

guint
entente_text_align_find_paired_before (const EntenteTextAlign *self, guint piece)
{
  return self->paired_before[MIN (piece, self->before->len)];
}

guint
entente_text_align_find_paired_from (const EntenteTextAlign *self, guint piece)
{
  return self->paired_from[MIN (piece, self->before->len)];
}

guint
entente_text_pieces_find (const EntenteTextPiece *pieces, guint n, gsize byte)
{
  guint low = 0;

  while (low < n) {
    guint middle = low + (n - low) / 2;

    if (pieces[middle].end <= byte)
      low = middle + 1;
    else
      n = middle;
  }
  return low;
}
