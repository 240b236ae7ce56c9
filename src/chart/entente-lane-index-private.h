/* The inside of an index of lanes: what each row is asked (entente-lane-index-links.c), and the
 * rows of each key (entente-lane-index-shares.c). Seen by nobody else. */
#pragma once

#include "entente-lane-index.h"

G_BEGIN_DECLS

/* Of a word: a list, beginning with its length, stands at the place in the lowest bits. */
#define ENTENTE_LANE_LISTED (1u << 31)
#define ENTENTE_LANE_ON_SHELF (1u << 30)
#define ENTENTE_LANE_PINNED (1u << 29)
#define ENTENTE_LANE_JOINT (1u << 28) /* several homes */
#define ENTENTE_LANE_PLACE (ENTENTE_LANE_JOINT - 1)

/* Rows of each key, one key after the other. */
typedef struct {
  guint32 *start; /* n_keys + 2; the last key is none */
  guint32 *rows;
} EntenteLaneShares;

struct _EntenteLaneIndex {
  gatomicrefcount refs;
  EntenteChronicle *chronicle;
  EntenteLaneField field;
  gint64 shelf_seconds;
  guint n_rows;
  guint n_keys;
  guint32 *homes; /* by row: word of its keys; n_keys: none */
  guint32 *targets; /* by row: word of its actors; n_keys: none */
  GArray *lists; /* guint32 */
  guint n_lost; /* of @lists, at most */
  EntenteLaneShares all; /* all rows of a key but those on the shelf */
  EntenteLaneShares later; /* of which another key is the first */
  GArray *shelf; /* guint32 */
  guint32 *totals; /* n_keys + 1: by key, the shelf included; the last is none */
  guint32 *received; /* n_keys + 1: by key, the shelf included */
  EntenteSpan *reaches; /* by block of ENTENTE_LANES_BLOCK rows */
  gint64 *finests; /* by block: seconds of the shortest date of rows that are not on the shelf;
                      G_MAXINT64: none */
  gint64 finest; /* of all blocks */
  GArray *pinned; /* guint32 */
  EntenteSpan extent; /* of rows that are not on the shelf; start after end: none */
};

/* Keys of a word. */
static inline const guint32 *
lane_index_unpack (const EntenteLaneIndex *index, const guint32 *word, guint *n)
{
  if (*word & ENTENTE_LANE_LISTED) {
    const guint32 *list = &g_array_index (index->lists, guint32, *word & ENTENTE_LANE_PLACE);

    *n = list[0];
    return list + 1;
  }
  *n = *word != index->n_keys;
  return word;
}

static inline void
lane_index_count_links (const EntenteLaneIndex *index,
                        const guint32 *word,
                        guint32 *counts,
                        guint32 step)
{
  guint n;
  const guint32 *keys;

  if (G_LIKELY (!(*word & ENTENTE_LANE_LISTED))) {
    counts[*word] += step;
    return;
  }
  keys = lane_index_unpack (index, word, &n);
  if (n == 0)
    counts[index->n_keys] += step;
  for (guint i = 0; i < n; i++)
    counts[keys[i]] += step;
}

#define ENTENTE_LANE_LINKS_MAX ENTENTE_LANE_FIELD_MAX

typedef struct {
  guint32 keys[ENTENTE_LANE_LINKS_MAX];
  guint n;
} EntenteLaneLinks;

typedef struct {
  const EntenteChronicle *chronicle;
  EntenteLaneField field;
  guint n_keys;
  gint64 shelf_seconds; /* further apart, bounds are no place */
  guint8 *is_alone; /* by actor: belongs to nobody at any time, so needs no question */
} EntenteLaneRule;

/* @rule has all but is_alone. */
void entente_lane_rule_init (EntenteLaneRule *rule);
void entente_lane_rule_clear (EntenteLaneRule *rule);
void entente_lane_rule_find_links (const EntenteLaneRule *rule,
                                   guint row,
                                   EntenteLaneLinks *homes,
                                   EntenteLaneLinks *targets);
/* Nothing told, and bounds open or too far apart. */
gboolean entente_lane_rule_is_on_shelf (const EntenteLaneRule *rule,
                                        guint row,
                                        const EntenteEventRow *values);

/* Fills totals, received, shelf, pinned and the rows of each key, once homes and targets are there;
 * of the rows that @stretches share with @before (or NULL) it is taken over. */
void entente_lane_index_share (EntenteLaneIndex *index,
                               const GArray *stretches,
                               const EntenteLaneIndex *before);

G_END_DECLS
