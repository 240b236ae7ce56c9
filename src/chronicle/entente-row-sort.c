/* A number for each row, then two passes of counting, which keep rows that are alike in their
 * order. */
#include "config.h"

#include "entente-row-sort.h"

#include "entente-own-fields.h"

#include <string.h>

#define DIGIT_BITS 16
#define N_DIGITS (1u << DIGIT_BITS)
#define CHECK_ROWS 8192 /* between two looks at the flag */
#define NOTHING G_MAXUINT32 /* sorts last */

typedef struct {
  const EntenteChronicle *chronicle;
  EntenteSortKey key;
  guint32 *names; /* by index of what is named: its place in the alphabet; or NULL */
} Ranker;

/* ---- alphabets ---- */

typedef struct {
  char *key; /* of collation */
  guint32 index;
} Name;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *left = a, *right = b;
  int order = strcmp (left->key, right->key);

  return order ? order : (left->index > right->index) - (left->index < right->index);
}

static void
clear_name (gpointer name)
{
  g_free (((Name *) name)->key);
}

/* By index: the place of its name among all; the same for equal names. */
static guint32 *
rank_names (GArray *names)
{
  guint32 *ranks = g_new (guint32, names->len + 1);
  guint32 rank = 0;

  g_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    const Name *name = &g_array_index (names, Name, i);

    rank += i > 0 && strcmp (name->key, g_array_index (names, Name, i - 1).key) != 0;
    ranks[name->index] = rank;
  }
  return ranks;
}

static void
append_name (GArray *names, const char *text)
{
  Name name = { g_utf8_collate_key (text ? text : "", -1), names->len };

  g_array_append_val (names, name);
}

static GArray *
create_names (void)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_array_set_clear_func (names, clear_name);
  return names;
}

static guint
count_named (const EntenteChronicle *chronicle, EntenteSortKey key)
{
  switch (key) {
  case ENTENTE_SORT_FROM:
  case ENTENTE_SORT_TO:
    return entente_chronicle_get_n_actors (chronicle);
  case ENTENTE_SORT_KIND:
    return entente_kind_count ();
  case ENTENTE_SORT_TRACK:
    return entente_chronicle_get_n_tracks (chronicle);
  case ENTENTE_SORT_PLACE:
    return entente_chronicle_get_n_places (chronicle);
  case ENTENTE_SORT_ISSUE:
    return entente_chronicle_get_n_issues (chronicle);
  default:
    return 0;
  }
}

static const char *
get_name (const EntenteChronicle *chronicle, EntenteSortKey key, guint index)
{
  switch (key) {
  case ENTENTE_SORT_KIND:
    return entente_kind_get_label (entente_kind_get (index));
  case ENTENTE_SORT_TRACK:
    return entente_chronicle_get_track (chronicle, index)->name;
  case ENTENTE_SORT_PLACE:
    return entente_chronicle_get_place_record (chronicle, index)->name;
  case ENTENTE_SORT_ISSUE:
    return entente_chronicle_get_issue (chronicle, index)->name;
  default:
    return entente_chronicle_get_actor (chronicle, index)->name;
  }
}

static guint32 *
rank_named (const EntenteChronicle *chronicle, EntenteSortKey key)
{
  g_autoptr (GArray) names = create_names ();
  guint n = count_named (chronicle, key);

  for (guint i = 0; i < n; i++)
    append_name (names, get_name (chronicle, key, i));
  return n > 0 ? rank_names (names) : NULL;
}

/* ---- numbers ---- */

guint32
entente_chronicle_find_answer (const EntenteChronicle *chronicle, guint row)
{
  guint n, first = ENTENTE_NO_INDEX;
  const EntenteThread *answers = entente_chronicle_get_answered_by (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (entente_link_type_is_answer (answers[i].type))
      first = MIN (first, answers[i].row);
  return first;
}

static guint32
rank_part (const Ranker *self, guint row, EntenteRole role)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (self->chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].role == role)
      return self->names[parts[i].actor];
  return NOTHING;
}

static guint32
rank_days (const EntenteChronicle *chronicle, guint row)
{
  guint32 answer = entente_chronicle_find_answer (chronicle, row);
  gint64 min, max;

  if (answer == ENTENTE_NO_INDEX ||
      !entente_chronicle_get_days_to_answer (chronicle, row, answer, &min, &max))
    return NOTHING;
  return (guint32) CLAMP (min, 0, G_MAXINT32);
}

static guint32
rank_issue (const Ranker *self, guint row)
{
  guint n;
  const guint32 *issues = entente_chronicle_get_event_issues (self->chronicle, row, &n);

  return n > 0 ? self->names[issues[0]] : NOTHING;
}

/* Of an index, which may be none. */
static guint32
rank_index (const Ranker *self, guint32 index)
{
  return index != ENTENTE_NO_INDEX ? self->names[index] : NOTHING;
}

static guint32
rank_field (const Ranker *self, guint row)
{
  EntenteEventRow fields;

  entente_chronicle_get_row (self->chronicle, row, &fields);
  switch (self->key) {
  case ENTENTE_SORT_JUDGEMENT:
    return fields.judgement;
  case ENTENTE_SORT_MODE:
    return fields.mode;
  case ENTENTE_SORT_MEDIUM:
    return fields.medium;
  case ENTENTE_SORT_TRACK:
    return rank_index (self, entente_chronicle_find_track (self->chronicle, fields.track));
  case ENTENTE_SORT_PLACE:
    return rank_index (self, entente_chronicle_find_place (self->chronicle, fields.place));
  case ENTENTE_SORT_PINNED:
    return fields.flags & ENTENTE_ROW_PINNED ? 0 : NOTHING;
  default:
    return fields.flags & ENTENTE_ROW_PRIVATE ? 0 : NOTHING;
  }
}

static guint32
rank_derived (const Ranker *self, guint row)
{
  const EntenteChronicle *chronicle = self->chronicle;
  guint value;

  switch (self->key) {
  case ENTENTE_SORT_EVIDENCE:
    return entente_chronicle_get_evidence (chronicle, row);
  case ENTENTE_SORT_ANSWERED:
    value = entente_chronicle_get_answered (chronicle, row);
    return value != ENTENTE_ANSWERED_NOT_EXPECTED ? value : NOTHING;
  case ENTENTE_SORT_STATUS:
    value = entente_chronicle_get_status (chronicle, row);
    return value != ENTENTE_STATUS_NONE ? value : NOTHING;
  case ENTENTE_SORT_REPORTS:
    entente_chronicle_get_voices (chronicle, row, &value);
    return value > 0 ? value : NOTHING;
  case ENTENTE_SORT_ANSWER:
    return entente_chronicle_find_answer (chronicle, row);
  case ENTENTE_SORT_DAYS:
    return rank_days (chronicle, row);
  default:
    return row < entente_chronicle_get_n_placed (chronicle) ? row : NOTHING;
  }
}

static guint32
rank_row (const Ranker *self, guint row)
{
  switch (self->key) {
  case ENTENTE_SORT_KIND:
    return self->names[entente_chronicle_get_kind (self->chronicle, row)->index];
  case ENTENTE_SORT_FROM:
    return rank_part (self, row, ENTENTE_ROLE_INITIATOR);
  case ENTENTE_SORT_TO:
    return rank_part (self, row, ENTENTE_ROLE_ADDRESSEE);
  case ENTENTE_SORT_ISSUE:
    return rank_issue (self, row);
  case ENTENTE_SORT_JUDGEMENT:
  case ENTENTE_SORT_MODE:
  case ENTENTE_SORT_MEDIUM:
  case ENTENTE_SORT_TRACK:
  case ENTENTE_SORT_PLACE:
  case ENTENTE_SORT_PINNED:
  case ENTENTE_SORT_PRIVATE:
    return rank_field (self, row);
  default:
    return rank_derived (self, row);
  }
}

static gboolean
is_cancelled (const gboolean *cancelled, guint row)
{
  return cancelled && row % CHECK_ROWS == 0 && g_atomic_int_get (cancelled);
}

/* FALSE when cancelled. */
static gboolean
rank_rows (const Ranker *self, guint32 *ranks, guint n, const gboolean *cancelled)
{
  for (guint row = 0; row < n; row++) {
    if (is_cancelled (cancelled, row))
      return FALSE;
    ranks[row] = rank_row (self, row);
  }
  return TRUE;
}

/* ---- texts ---- */

/* What stands for the title of a row, or what its own fields say; NULL for nothing. Free. */
static char *
dup_text (const EntenteChronicle *chronicle, EntenteSortKey key, char *const *titles, guint row)
{
  const char *title = titles ? titles[row] : NULL;

  if (key == ENTENTE_SORT_OWN)
    return entente_own_fields_describe (entente_chronicle_get_own_fields (chronicle),
                                        entente_chronicle_get_id (chronicle, row));
  return title ? g_strdup (title) : entente_chronicle_describe (chronicle, row);
}

/* Each text once: most of what was imported is called by its description. */
static gboolean
rank_texts (const EntenteChronicle *chronicle,
            EntenteSortKey key,
            char *const *titles,
            guint32 *ranks,
            guint n,
            const gboolean *cancelled)
{
  g_autoptr (GHashTable) indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) names = create_names ();
  g_autofree guint32 *places = NULL;

  for (guint row = 0; row < n; row++) {
    g_autofree char *text = dup_text (chronicle, key, titles, row);
    gpointer index;

    if (is_cancelled (cancelled, row))
      return FALSE;
    ranks[row] = NOTHING;
    if (!text)
      continue;
    if (!g_hash_table_lookup_extended (indexes, text, NULL, &index)) {
      index = GUINT_TO_POINTER (names->len);
      append_name (names, text);
      g_hash_table_insert (indexes, g_steal_pointer (&text), index);
    }
    ranks[row] = GPOINTER_TO_UINT (index);
  }
  places = rank_names (names);
  for (guint row = 0; row < n; row++)
    if (ranks[row] != NOTHING)
      ranks[row] = places[ranks[row]];
  return TRUE;
}

/* ---- sorting ---- */

static void
turn_round (guint32 *ranks, guint n)
{
  for (guint row = 0; row < n; row++)
    if (ranks[row] != NOTHING)
      ranks[row] = NOTHING - 1 - ranks[row];
}

/* One pass by the digit at @shift. */
static void
sort_digit (const guint32 *ranks, const guint32 *from, guint32 *to, guint n, guint shift)
{
  g_autofree guint *starts = g_new0 (guint, N_DIGITS + 1);

  for (guint i = 0; i < n; i++)
    starts[(ranks[i] >> shift & (N_DIGITS - 1)) + 1]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    starts[digit + 1] += starts[digit];
  for (guint i = 0; i < n; i++)
    to[starts[ranks[from[i]] >> shift & (N_DIGITS - 1)]++] = from[i];
}

static guint32 *
sort_by (const guint32 *ranks, guint n)
{
  g_autofree guint32 *rows = g_new (guint32, n + 1), *half = g_new (guint32, n + 1);

  for (guint row = 0; row < n; row++)
    rows[row] = row;
  sort_digit (ranks, rows, half, n, 0);
  sort_digit (ranks, half, rows, n, DIGIT_BITS);
  return g_steal_pointer (&rows);
}

guint32 *
entente_chronicle_sort_rows (const EntenteChronicle *chronicle,
                             EntenteSortKey key,
                             gboolean descending,
                             char *const *titles,
                             const gboolean *cancelled)
{
  guint n = entente_chronicle_get_n_rows (chronicle);
  g_autofree guint32 *ranks = g_new (guint32, n + 1), *names = rank_named (chronicle, key);
  const Ranker ranker = { chronicle, key, names };
  gboolean ranked = key == ENTENTE_SORT_TITLE || key == ENTENTE_SORT_OWN
                      ? rank_texts (chronicle, key, titles, ranks, n, cancelled)
                      : rank_rows (&ranker, ranks, n, cancelled);

  if (!ranked)
    return NULL;
  if (descending)
    turn_round (ranks, n);
  return sort_by (ranks, n);
}
