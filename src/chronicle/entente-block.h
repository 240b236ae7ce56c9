/* EntenteBlock: some thousands of consecutive rows of a chronicle, column by column.
 *
 * Private to this layer. Written once (entente-block-encode.c, then the derived facts), shared by
 * all versions of the chronicle that hold the same rows, never changed again; reference counted;
 * any thread. A block knows no row numbers: rows before it may come and go. Columns that would be
 * empty are NULL; what is rare stands in lists beside the columns. */
#pragma once

#include "entente-chronicle.h"
#include "entente-roster.h"
#include "entente-stage.h"

G_BEGIN_DECLS

#define ENTENTE_BLOCK_MAX_ROWS 4096
/* A new block leaves room, so that the first insertion does not split it. */
#define ENTENTE_BLOCK_FILL_ROWS 3072
/* Two narrow columns hold a window whose start and length are whole units: days below
 * ENTENTE_BLOCK_HOURS; hours and minutes above it, which are exact points where days are not
 * (entente_block_get_points()). Other dates do not fit: `starts` is then a place in `pairs` (exact
 * to the second, two different points) or in `points`. */
#define ENTENTE_BLOCK_HOURS 0x8000
#define ENTENTE_BLOCK_MINUTES 0xc000
#define ENTENTE_BLOCK_PAIR (G_MAXUINT16 - 1)
#define ENTENTE_BLOCK_WIDE G_MAXUINT16

/* Where the counts of each fact begin in a row of counts, one for each value. */
enum {
  ENTENTE_FACT_KIND = 0,
  ENTENTE_FACT_GROUP = ENTENTE_FACT_KIND + 256,
  ENTENTE_FACT_EVIDENCE = ENTENTE_FACT_GROUP + 16,
  ENTENTE_FACT_JUDGEMENT = ENTENTE_FACT_EVIDENCE + 8,
  ENTENTE_FACT_MODE = ENTENTE_FACT_JUDGEMENT + 8,
  ENTENTE_FACT_STATUS = ENTENTE_FACT_MODE + 4,
  ENTENTE_FACT_MEDIUM = ENTENTE_FACT_STATUS + 8,
  ENTENTE_FACT_ANSWERED = ENTENTE_FACT_MEDIUM + 16,
  ENTENTE_FACT_DATED = ENTENTE_FACT_ANSWERED + 4, /* dated, undated */
  ENTENTE_N_FACT_VALUES = ENTENTE_FACT_DATED + 2
};

/* In how many rows of the block an actor takes part, in order of first appearance. */
typedef struct {
  guint32 actor;
  guint16 n_rows;
  guint16 n_matching;
} EntenteTally;

/* What few rows have: the window as told, where a derived bound narrowed it. */
typedef struct {
  guint32 row;
  EntenteSpan window;
} EntenteTold;

/* What few rows have: a place next to another move. */
typedef struct {
  guint32 row;
  EntenteDateKey key;
} EntenteFollower;

/* What few claims have. */
typedef struct {
  guint32 voice; /* place in `voices` */
  EntenteClaimDetail *detail;
} EntenteVoiceDetail;

/* How much a block holds of what not every row has one of. */
typedef struct {
  guint32 n_facts; /* 0 while facts are memory of their own */
  guint32 n_pairs;
  guint32 n_points;
  guint32 n_told;
  guint32 n_followers;
  guint32 n_lists;
  guint32 n_parts;
  guint32 n_issues;
  guint32 n_voices;
  guint32 n_details;
  guint8 id_width; /* 0: `id_steps` hold them, 1: with `id_highs`, 2: `ids` do */
  guint8 has_day_order;
  guint8 has_telling;
  guint8 has_track;
  guint8 has_place;
} EntenteBlockShape;

typedef struct {
  gatomicrefcount refs;
  guint slot; /* name of the block in the id index; a successor of the same rows keeps it */
  guint n_rows;
  guint n_placed; /* rows from this one on have no bound */
  gboolean has_extent;
  EntenteSpan extent;
  guint n_used[ENTENTE_N_INDEXED_LISTS]; /* highest index that rows hold, and one */
  EntenteBlockShape shape;

  EntenteId first_id; /* the lowest */
  EntenteId *ids; /* or NULL */
  guint32 *id_steps; /* from `first_id`, or NULL */
  guint8 *id_highs; /* what does not fit 32 bits of the step, or NULL */
  guint n_facts;
  EntenteFacts *facts; /* those that occur, each once; of `arena` or of their own */
  guint16 *fact_numbers; /* which of them each row has */
  EntenteFacts *wide_facts; /* of each row, not the block's: while they are judged; or NULL */
  gint32 *starts; /* units since 1970-01-01 */
  guint16
    *lengths; /* units of the window, from ENTENTE_BLOCK_HOURS and _MINUTES on, or _PAIR or _WIDE */
  EntenteSpan *pairs;
  EntenteDatePoints *points;
  guint n_told;
  EntenteTold *told; /* by rising row */
  guint n_followers;
  EntenteFollower *followers; /* by rising row: those with the flag FOLLOWS */
  gint32 *day_orders; /* or NULL: all 0 */
  gint32 *tellings; /* or NULL: all 0 */
  guint32 *tracks; /* or NULL: none */
  guint32 *places; /* or NULL: none */
  guint16
    *part_lists; /* each row has one of n_lists lists: the same few take part again and again */
  guint32 *list_starts; /* n_lists + 1 */
  EntentePart *parts; /* of the lists */
  guint32 *issue_starts; /* n_rows + 1, or NULL: no issues */
  guint32 *issues;
  guint32 *voice_starts; /* n_rows + 1, or NULL: no claims */
  EntenteVoice *voices;
  guint n_details;
  EntenteVoiceDetail *details; /* by rising voice */
  guint16 fact_counts[ENTENTE_N_FACT_VALUES]; /* without those of groups */
  guint n_tallies;
  EntenteTally *tallies;
  gpointer arena; /* memory of all columns */
  EntenteSlab *slab; /* whose memory that is, or NULL: the block's own */
} EntenteBlock;

/* Every column in turn, as COLUMN (name, number of items), where @block is at hand; the widest
 * items come first. */
#define ENTENTE_BLOCK_COLUMNS(COLUMN)                                                              \
  COLUMN (ids, block->shape.id_width == 2 ? block->n_rows : 0)                                     \
  COLUMN (facts, block->shape.n_facts)                                                             \
  COLUMN (pairs, block->shape.n_pairs)                                                             \
  COLUMN (points, block->shape.n_points)                                                           \
  COLUMN (told, block->shape.n_told)                                                               \
  COLUMN (followers, block->shape.n_followers)                                                     \
  COLUMN (parts, MAX (block->shape.n_parts, 1))                                                    \
  COLUMN (voices, block->shape.n_voices)                                                           \
  COLUMN (details, block->shape.n_details)                                                         \
  COLUMN (id_steps, block->shape.id_width < 2 ? block->n_rows : 0)                                 \
  COLUMN (id_highs, block->shape.id_width == 1 ? block->n_rows : 0)                                \
  COLUMN (starts, block->n_rows)                                                                   \
  COLUMN (lengths, block->n_rows)                                                                  \
  COLUMN (day_orders, block->shape.has_day_order ? block->n_rows : 0)                              \
  COLUMN (tellings, block->shape.has_telling ? block->n_rows : 0)                                  \
  COLUMN (tracks, block->shape.has_track ? block->n_rows : 0)                                      \
  COLUMN (places, block->shape.has_place ? block->n_rows : 0)                                      \
  COLUMN (fact_numbers, block->n_rows)                                                             \
  COLUMN (part_lists, block->n_rows)                                                               \
  COLUMN (list_starts, block->shape.n_lists + 1)                                                   \
  COLUMN (issue_starts, block->shape.n_issues > 0 ? block->n_rows + 1 : 0)                         \
  COLUMN (issues, block->shape.n_issues)                                                           \
  COLUMN (voice_starts, block->shape.n_voices > 0 ? block->n_rows + 1 : 0)                         \
  COLUMN (tallies, block->n_tallies)

/* Rows @order (n numbers of staged events, sorted) of a prepared stage; evidence, status, answers
 * and origins are not derived yet. */
EntenteBlock *entente_block_new (EntenteStage *stage, const guint32 *order, guint n, guint slot);
/* Columns of @block, whose counts are given, in @memory, not filled; with NULL their size alone, a
 * multiple of 8. */
gsize entente_block_lay_out (EntenteBlock *block, char *memory);
EntenteBlock *entente_block_ref (EntenteBlock *block);
void entente_block_unref (EntenteBlock *block);

/* Facts of each row into @facts, which must outlive what follows; there they may be written until
 * they are packed: then the block holds each of them once, and counts them. */
void entente_block_unpack_facts (EntenteBlock *block, EntenteFacts *facts);
void entente_block_pack_facts (EntenteBlock *block);
/* Fills `fact_counts` from what is packed. */
void entente_block_count_facts (EntenteBlock *block);

/* Puts row @i with all that belongs to it back on a stage, by ids. */
void entente_block_restage (const EntenteBlock *block,
                            guint i,
                            const EntenteRoster *roster,
                            EntenteStage *stage);
/* Place of @id in the block, searched outwards from @hint; n_rows when it is not here. */
guint entente_block_find (const EntenteBlock *block, EntenteId id, guint hint);
/* Detail of a voice, or NULL. */
const EntenteClaimDetail *entente_block_get_detail (const EntenteBlock *block, guint voice);
/* The window without derived bounds. */
EntenteSpan entente_block_get_told (const EntenteBlock *block, guint i);
void entente_block_get_key (const EntenteBlock *block, guint i, EntenteDateKey *key);
/* Key of a row with the flag FOLLOWS. */
const EntenteDateKey *entente_block_find_key (const EntenteBlock *block, guint i);

static inline EntenteId
entente_block_get_id (const EntenteBlock *block, guint i)
{
  guint64 step;

  if (G_UNLIKELY (block->ids != NULL))
    return block->ids[i];
  step = block->id_steps[i];
  if (block->id_highs != NULL)
    step |= (guint64) block->id_highs[i] << 32;
  return (EntenteId) ((guint64) block->first_id + step);
}

static inline EntenteFacts
entente_block_get_facts (const EntenteBlock *block, guint i)
{
  return G_UNLIKELY (block->wide_facts != NULL) ? block->wide_facts[i]
                                                : block->facts[block->fact_numbers[i]];
}

static inline EntenteSpan
entente_block_get_window (const EntenteBlock *block, guint i)
{
  static const struct {
    gint64 seconds;
    guint16 mask;
  } units[] = { { ENTENTE_SECONDS_PER_DAY, ENTENTE_BLOCK_HOURS - 1 },
                { ENTENTE_SECONDS_PER_DAY, ENTENTE_BLOCK_HOURS - 1 },
                { 3600, 0x3fff },
                { 60, 0x3fff } };
  guint16 length = block->lengths[i];
  gint64 start, seconds;

  if (G_UNLIKELY (length >= ENTENTE_BLOCK_PAIR)) {
    const EntenteDatePoints *points;

    if (length == ENTENTE_BLOCK_PAIR)
      return block->pairs[block->starts[i]];
    points = &block->points[block->starts[i]];
    return (EntenteSpan){ points->earliest_start, points->latest_end };
  }
  seconds = units[length >> 14].seconds;
  start = block->starts[i] * seconds;
  return (EntenteSpan){ start, start + (length & units[length >> 14].mask) * seconds };
}

static inline EntenteDatePoints
entente_block_get_points (const EntenteBlock *block, guint i)
{
  EntenteSpan window;
  gint64 inset;

  if (G_UNLIKELY (block->lengths[i] == ENTENTE_BLOCK_WIDE))
    return block->points[block->starts[i]];
  window = entente_block_get_window (block, i);
  if (entente_block_get_facts (block, i).form != ENTENTE_DATE_SPAN)
    return (EntenteDatePoints){ window.start, window.end, window.start, window.end };
  /* Spans are of whole days, or exact. */
  inset = block->lengths[i] >= ENTENTE_BLOCK_HOURS ? 0 : ENTENTE_SECONDS_PER_DAY;
  return (EntenteDatePoints){ window.start, window.start + inset, window.end - inset, window.end };
}

static inline gint64
entente_block_get_place (const EntenteBlock *block, guint i)
{
  EntenteDatePoints points;

  if (G_UNLIKELY (entente_block_get_facts (block, i).flags & ENTENTE_ROW_FOLLOWS))
    return entente_block_find_key (block, i)->place;
  points = entente_block_get_points (block, i);
  return entente_date_points_get_place (&points,
                                        (EntenteDateForm) entente_block_get_facts (block, i).form);
}

/* No told and no derived bound at all. */
static inline gboolean
entente_window_is_open (EntenteSpan window)
{
  return window.start == ENTENTE_TIME_MIN && window.end == ENTENTE_TIME_MAX;
}

/* Adds @n for each fact but the group. */
static inline void
entente_facts_count (EntenteFacts facts, guint32 n, guint32 *counts)
{
  counts[ENTENTE_FACT_KIND + facts.kind] += n;
  counts[ENTENTE_FACT_EVIDENCE + facts.evidence] += n;
  counts[ENTENTE_FACT_JUDGEMENT + facts.judgement] += n;
  counts[ENTENTE_FACT_MODE + facts.mode] += n;
  counts[ENTENTE_FACT_STATUS + facts.status] += n;
  counts[ENTENTE_FACT_MEDIUM + facts.medium] += n;
  counts[ENTENTE_FACT_ANSWERED + facts.answered] += n;
  counts[ENTENTE_FACT_DATED + (facts.form == ENTENTE_DATE_UNDATED)] += n;
}

static inline const EntentePart *
entente_block_get_parts (const EntenteBlock *block, guint i, guint *n)
{
  const guint32 *start = &block->list_starts[block->part_lists[i]];

  *n = start[1] - start[0];
  return block->parts + start[0];
}

static inline EntenteVoice *
entente_block_get_voices (const EntenteBlock *block, guint i, guint *n)
{
  if (block->voice_starts == NULL) {
    *n = 0;
    return NULL;
  }
  *n = block->voice_starts[i + 1] - block->voice_starts[i];
  return block->voices + block->voice_starts[i];
}

static inline const guint32 *
entente_block_get_issues (const EntenteBlock *block, guint i, guint *n)
{
  if (block->issue_starts == NULL) {
    *n = 0;
    return NULL;
  }
  *n = block->issue_starts[i + 1] - block->issue_starts[i];
  return block->issues + block->issue_starts[i];
}

static inline guint32
entente_block_get_track (const EntenteBlock *block, guint i)
{
  return block->tracks != NULL ? block->tracks[i] : ENTENTE_NO_INDEX;
}

static inline guint32
entente_block_get_place_index (const EntenteBlock *block, guint i)
{
  return block->places != NULL ? block->places[i] : ENTENTE_NO_INDEX;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteBlock, entente_block_unref)

/* Widens the extent of a block that nobody shares yet to @time; an open end is none. */
void entente_block_note_extent (EntenteBlock *block, gint64 time);

G_END_DECLS
