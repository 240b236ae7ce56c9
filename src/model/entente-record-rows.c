/* Reads the records off the chronicle, words what is known of each, and counts their moves. Pure;
 * any thread.
 */
#include "config.h"

#include "entente-record-rows.h"

#include "entente-coordinates.h"
#include "entente-record-counts.h"
#include "entente-record-tree.h"
#include "entente-rounds.h"

#include <glib/gi18n.h>

static void
clear_row (gpointer data)
{
  EntenteRecordRow *row = data;

  g_free (row->name);
  g_free (row->detail);
}

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
add_date (GString *text, const EntenteDate *date)
{
  g_autofree char *words =
    date != NULL && entente_date_is_dated (date) ? entente_date_format (date) : NULL;

  add_part (text, words);
}

static void
add_actor (GString *text, const EntenteChronicle *chronicle, EntenteId id, const char *format)
{
  guint32 actor =
    id != ENTENTE_ID_NONE ? entente_chronicle_find_actor (chronicle, id) : ENTENTE_NO_INDEX;
  g_autofree char *words = NULL;

  if (actor == ENTENTE_NO_INDEX)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  words = g_strdup_printf (format, entente_chronicle_get_actor (chronicle, actor)->name);
#pragma GCC diagnostic pop
  add_part (text, words);
}

/* ---- what is known of each ---- */

static char *
describe_track (const EntenteChronicle *chronicle, const EntenteTrack *track)
{
  GString *text = g_string_new (NULL);

  add_part (text, entente_enum_label (ENTENTE_ENUM_TRACK_KIND, track->kind));
  if (track->secret)
    add_part (text, _ ("secret"));
  /* TRANSLATORS: of a track of talks */
  add_actor (text, chronicle, track->host, _ ("host: %s"));
  add_actor (text, chronicle, track->mediator, _ ("mediator: %s"));
  add_date (text, track->extent);
  return g_string_free (text, FALSE);
}

static char *
format_coordinates (const EntentePlace *place)
{
  return entente_coordinates_format (place->latitude, place->longitude);
}

static char *
describe_tree_record (const EntenteChronicle *chronicle, EntenteEntity entity, guint32 index)
{
  if (entity == ENTENTE_ENTITY_TRACK)
    return describe_track (chronicle, entente_chronicle_get_track (chronicle, index));
  if (entity == ENTENTE_ENTITY_PLACE)
    return format_coordinates (entente_chronicle_get_place_record (chronicle, index));
  return g_strdup (entente_chronicle_get_issue (chronicle, index)->note);
}

static char *
describe_era (const EntenteEra *era)
{
  GString *text = g_string_new (NULL);

  add_date (text, era->extent);
  if (era->recurring)
    add_part (text, _ ("each year"));
  return g_string_free (text, FALSE);
}

/* ---- rows ---- */

static gboolean
add_tree (GArray *rows,
          const EntenteChronicle *chronicle,
          EntenteEntity entity,
          const EntenteBitset *filtered,
          const gboolean *cancelled)
{
  g_autoptr (GArray) tree = entente_record_tree_new (chronicle, entity);
  g_autofree EntenteRecordCount *counts =
    entente_record_counts_new (chronicle, entity, filtered, cancelled);

  if (counts == NULL)
    return FALSE;
  for (guint i = 0; i < tree->len; i++) {
    const EntenteTreeNode *node = &g_array_index (tree, EntenteTreeNode, i);
    const char *name;
    const EntenteRecord *record = entente_record_tree_get (chronicle, entity, node->index, &name);
    EntenteRecordRow row = { record->id,
                             g_strdup (name),
                             describe_tree_record (chronicle, entity, node->index),
                             node->depth,
                             TRUE,
                             counts[node->index].n,
                             counts[node->index].total };

    g_array_append_val (rows, row);
  }
  return TRUE;
}

static void
add_era (GArray *rows,
         const EntenteChronicle *chronicle,
         const EntenteEra *era,
         const EntenteBitset *filtered)
{
  EntenteRecordRow row = { .id = era->record.id,
                           .name = g_strdup (era->name),
                           .detail = describe_era (era) };

  if (era->extent != NULL && entente_date_is_dated (era->extent) && !era->recurring) {
    EntenteRecordCount count =
      entente_record_counts_within (chronicle, entente_date_get_window (era->extent), filtered);

    row.is_counted = TRUE;
    row.n = count.n;
    row.total = count.total;
  }
  g_array_append_val (rows, row);
}

static int
compare_eras (gconstpointer a, gconstpointer b)
{
  const EntenteEra *left = *(const EntenteEra *const *) a, *right = *(const EntenteEra *const *) b;

  if (left->extent != NULL && right->extent != NULL)
    return entente_date_compare (left->extent, right->extent);
  return (left->extent == NULL) - (right->extent == NULL);
}

/* In order of time. */
static void
add_eras (GArray *rows, const EntenteChronicle *chronicle, const EntenteBitset *filtered)
{
  g_autoptr (GPtrArray) eras = g_ptr_array_new ();

  for (guint i = 0; i < entente_chronicle_get_n_eras (chronicle); i++)
    g_ptr_array_add (eras, (gpointer) entente_chronicle_get_era (chronicle, i));
  g_ptr_array_sort (eras, compare_eras);
  for (guint i = 0; i < eras->len; i++)
    add_era (rows, chronicle, eras->pdata[i], filtered);
}

/* ---- rounds ---- */

typedef struct {
  guint32 row;
  EntenteId track;
  const char *name; /* of its track, or NULL */
} Round;

/* Those without a track last. */
static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  const Round *left = a, *right = b;
  int order = (left->name == NULL) - (right->name == NULL);

  if (order == 0 && left->name != NULL)
    order = g_utf8_collate (left->name, right->name);
  if (order == 0)
    order = (left->track > right->track) - (left->track < right->track);
  return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

static GArray *
list_rounds (const EntenteChronicle *chronicle)
{
  g_autoptr (GArray) rows = entente_rounds_list (chronicle, TRUE);
  GArray *rounds = g_array_new (FALSE, FALSE, sizeof (Round));

  for (guint i = 0; i < rows->len; i++) {
    Round round = { g_array_index (rows, guint32, i), ENTENTE_ID_NONE, NULL };
    EntenteEventRow values;
    guint32 track;

    entente_chronicle_get_row (chronicle, round.row, &values);
    round.track = values.track;
    track = values.track != ENTENTE_ID_NONE ? entente_chronicle_find_track (chronicle, values.track)
                                            : ENTENTE_NO_INDEX;
    if (track != ENTENTE_NO_INDEX)
      round.name = entente_chronicle_get_track (chronicle, track)->name;
    g_array_append_val (rounds, round);
  }
  g_array_sort (rounds, compare_rounds);
  return rounds;
}

/* How many rounds of the same track there are, beginning at @first. */
static guint
count_of_track (const GArray *rounds, guint first)
{
  guint end = first;

  while (end < rounds->len &&
         g_array_index (rounds, Round, end).track == g_array_index (rounds, Round, first).track)
    end++;
  return end - first;
}

/* "Moscow format · 2nd of 3 · 9–11 Nov 2018". */
static char *
describe_round (const EntenteChronicle *chronicle, const Round *round, guint number, guint n)
{
  GString *text = g_string_new (NULL);
  EntenteSpan span;
  g_autofree char *order = NULL, *when = NULL;

  add_part (text, round->name != NULL ? round->name : _ ("Without a track"));
  /* TRANSLATORS: number of a round among the rounds of its track, and how many there are */
  order = n > 1 ? g_strdup_printf (_ ("round %u of %u"), number, n) : NULL;
  add_part (text, order);
  when = entente_rounds_get_span (chronicle, round->row, &span) ? entente_span_format (span)
                                                                : g_strdup (_ ("undated"));
  add_part (text, when);
  return g_string_free (text, FALSE);
}

static void
add_rounds (GArray *rows, const EntenteChronicle *chronicle, const EntenteBitset *filtered)
{
  g_autoptr (GArray) rounds = list_rounds (chronicle);
  guint n = 0;

  for (guint first = 0; first < rounds->len; first += n) {
    n = count_of_track (rounds, first);
    for (guint i = 0; i < n; i++) {
      const Round *round = &g_array_index (rounds, Round, first + i);
      g_autoptr (GArray) moves = entente_rounds_get_moves (chronicle, round->row);
      EntenteRecordCount count = entente_record_counts_rows (moves, filtered);
      EntenteRecordRow row = { entente_chronicle_get_id (chronicle, round->row),
                               NULL,
                               describe_round (chronicle, round, i + 1, n),
                               0,
                               TRUE,
                               count.n,
                               count.total };

      g_array_append_val (rows, row);
    }
  }
}

GArray *
entente_record_rows_new (EntenteRecords records,
                         const EntenteChronicle *chronicle,
                         const EntenteBitset *filtered,
                         const gboolean *cancelled)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (EntenteRecordRow));

  g_array_set_clear_func (rows, clear_row);
  if (records == ENTENTE_RECORDS_ERAS)
    add_eras (rows, chronicle, filtered);
  else if (records == ENTENTE_RECORDS_ROUNDS)
    add_rounds (rows, chronicle, filtered);
  else if (!add_tree (rows, chronicle, entente_records_get_entity (records), filtered, cancelled))
    return NULL;
  return g_steal_pointer (&rows);
}
