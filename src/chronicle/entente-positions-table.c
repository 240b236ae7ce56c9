/* Rows in the order of the tree of issues, columns in that of lanes. */
#include "config.h"

#include "entente-positions-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  EntentePositionsTable *table;
  const EntenteChronicle *chronicle;
  GHashTable *rows; /* EntenteId -> number + 1 */
  GHashTable *columns;
  GHashTable *issues; /* EntenteId of those that have a row */
  gboolean *wanted; /* of each position */
} Draft;

/* ---- rows ---- */

static const EntenteIssue *
find_issue (const EntenteChronicle *chronicle, EntenteId id)
{
  guint32 index = entente_chronicle_find_issue (chronicle, id);

  return index == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_issue (chronicle, index);
}

/* An issue and all above it; a ring of parents is entered once. */
static void
add_issue (Draft *draft, EntenteId id)
{
  const EntenteIssue *issue;

  while ((issue = find_issue (draft->chronicle, id)) &&
         g_hash_table_add (draft->issues, (gpointer) &issue->record.id))
    id = issue->parent;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const EntenteIssue *one = *(const EntenteIssue *const *) a;
  const EntenteIssue *other = *(const EntenteIssue *const *) b;

  return g_utf8_collate (one->name ? one->name : "", other->name ? other->name : "");
}

/* Those with a row right below @parent (none: at the top, and those whose parent is not there), by
 * name. */
static GPtrArray *
list_children (Draft *draft, EntenteId parent)
{
  GPtrArray *children = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, draft->issues);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const EntenteIssue *issue = find_issue (draft->chronicle, *(EntenteId *) key);
    EntenteId above =
      find_issue (draft->chronicle, issue->parent) ? issue->parent : ENTENTE_ID_NONE;

    if (above == parent)
      g_ptr_array_add (children, (gpointer) issue);
  }
  g_ptr_array_sort (children, compare_names);
  return children;
}

static void
add_row (Draft *draft, EntenteId issue, guint depth)
{
  EntentePositionsRow row = { issue, depth };

  g_array_append_val (draft->table->rows, row);
  g_hash_table_insert (draft->rows,
                       g_memdup2 (&issue, sizeof issue),
                       GUINT_TO_POINTER (draft->table->rows->len));
}

static void
add_rows (Draft *draft, EntenteId parent, guint depth)
{
  g_autoptr (GPtrArray) children = list_children (draft, parent);

  for (guint i = 0; i < children->len; i++) {
    const EntenteIssue *issue = children->pdata[i];

    if (g_hash_table_contains (draft->rows, &issue->record.id))
      continue;
    add_row (draft, issue->record.id, depth);
    add_rows (draft, issue->record.id, depth + 1);
  }
}

/* Those that are above each other in a ring are reached from none at the top. */
static void
add_rings (Draft *draft)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, draft->issues);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (draft->rows, key))
      add_row (draft, *(EntenteId *) key, 0);
}

/* ---- columns ---- */

typedef struct {
  EntenteId actor;
  gint64 order; /* of its lane, or G_MAXINT64 */
  guint n;
} Column;

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const Column *one = a, *other = b;

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;
  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return (one->actor > other->actor) - (one->actor < other->actor);
}

static void
count_actor (const EntenteChronicle *chronicle, GArray *columns, EntenteId actor)
{
  guint32 index = entente_chronicle_find_actor (chronicle, actor);
  gint64 order =
    index == ENTENTE_NO_INDEX ? 0 : entente_chronicle_get_actor (chronicle, index)->lane_order;
  Column column = { actor, order > 0 ? order : G_MAXINT64, 1 };

  for (guint i = 0; i < columns->len; i++) {
    if (g_array_index (columns, Column, i).actor == actor) {
      g_array_index (columns, Column, i).n++;
      return;
    }
  }
  g_array_append_val (columns, column);
}

static void
add_columns (Draft *draft, GArray *columns)
{
  g_array_sort (columns, compare_columns);
  for (guint i = 0; i < columns->len; i++) {
    EntenteId actor = g_array_index (columns, Column, i).actor;

    g_array_append_val (draft->table->actors, actor);
    g_hash_table_insert (draft->columns,
                         g_memdup2 (&actor, sizeof actor),
                         GUINT_TO_POINTER (draft->table->actors->len));
  }
}

/* ---- cells ---- */

static void
add_to_cell (Draft *draft, guint number)
{
  EntentePositionsTable *table = draft->table;
  const EntentePosition *position = entente_positions_get (table->positions, number);
  EntenteId issue =
    find_issue (draft->chronicle, position->issue) ? position->issue : ENTENTE_ID_NONE;
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (draft->rows, &issue)) - 1;
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (draft->columns, &position->actor)) - 1;
  gpointer *cell = &table->cells->pdata[row * table->actors->len + column];

  if (!*cell)
    *cell = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val ((GArray *) *cell, number);
  table->n_shown++;
  table->n_perhaps += table->stands[number] != ENTENTE_STAND_STANDS;
}

/* What surely stands comes before what stands perhaps. */
static void
fill_cells (Draft *draft)
{
  EntentePositionsTable *table = draft->table;

  g_ptr_array_set_size (table->cells, (int) (table->rows->len * table->actors->len));
  for (int stand = ENTENTE_STAND_STANDS; stand <= ENTENTE_STAND_PERHAPS_ALREADY; stand++)
    for (guint i = 0; i < entente_positions_get_n (table->positions); i++)
      if (draft->wanted[i] && (int) table->stands[i] == stand)
        add_to_cell (draft, i);
}

static void
free_cell (gpointer cell)
{
  if (cell)
    g_array_unref (cell);
}

static void
take_positions (Draft *draft, gboolean (*wanted) (EntenteId actor, gpointer data), gpointer data)
{
  EntentePositionsTable *table = draft->table;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  gboolean has_none = FALSE;

  for (guint i = 0; i < entente_positions_get_n (table->positions); i++) {
    const EntentePosition *position = entente_positions_get (table->positions, i);

    draft->wanted[i] = !wanted || wanted (position->actor, data);
    if (!draft->wanted[i])
      continue;
    table->n++;
    table->n_stands[table->stands[i]]++;
    if (table->stands[i] == ENTENTE_STAND_UNDATED) {
      g_array_append_val (table->undated, i);
      continue;
    }
    has_none |= !find_issue (draft->chronicle, position->issue);
    add_issue (draft, position->issue);
    count_actor (draft->chronicle, columns, position->actor);
  }
  add_rows (draft, ENTENTE_ID_NONE, 0);
  add_rings (draft);
  if (has_none)
    add_row (draft, ENTENTE_ID_NONE, 0);
  add_columns (draft, columns);
}

EntentePositionsTable *
entente_positions_table_new (const EntentePositions *positions,
                             const EntenteChronicle *chronicle,
                             EntenteSpan day,
                             gboolean (*wanted) (EntenteId actor, gpointer data),
                             gpointer data)
{
  EntentePositionsTable *self = g_new0 (EntentePositionsTable, 1);
  guint n = entente_positions_get_n (positions);
  g_autofree gboolean *of_wanted = g_new0 (gboolean, n + 1);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) columns =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) issues = g_hash_table_new (g_int64_hash, g_int64_equal);
  Draft draft = { self, chronicle, rows, columns, issues, of_wanted };

  self->positions = entente_positions_ref (positions);
  self->day = day;
  self->stands = g_new (EntentePositionStand, n + 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (EntentePositionsRow));
  self->actors = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  self->cells = g_ptr_array_new_with_free_func (free_cell);
  self->undated = g_array_new (FALSE, FALSE, sizeof (guint));
  entente_positions_ask (positions, day, self->stands);
  take_positions (&draft, wanted, data);
  fill_cells (&draft);
  return self;
}

gboolean
entente_positions_are_of_query (const EntenteQuery *query,
                                const EntenteChronicle *chronicle,
                                EntenteId actor)
{
  guint32 index = entente_chronicle_find_actor (chronicle, actor);
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  if (!query->actors || query->actors->len == 0)
    return TRUE;
  for (guint i = 0; i < query->actors->len; i++) {
    EntenteId chosen = g_array_index (query->actors, EntenteId, i);
    guint32 body = entente_chronicle_find_actor (chronicle, chosen);

    if (chosen == actor ||
        (query->members && index != ENTENTE_NO_INDEX && body != ENTENTE_NO_INDEX &&
         entente_chronicle_stands_for (chronicle, index, body, always, FALSE)))
      return query->match != ENTENTE_MATCH_NONE;
  }
  return query->match == ENTENTE_MATCH_NONE;
}

void
entente_positions_table_free (EntentePositionsTable *self)
{
  entente_positions_unref ((EntentePositions *) self->positions);
  g_free (self->stands);
  g_array_unref (self->rows);
  g_array_unref (self->actors);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->undated);
  g_free (self);
}

const GArray *
entente_positions_table_get_cell (const EntentePositionsTable *self, guint row, guint column)
{
  return self->cells->pdata[row * self->actors->len + column];
}

/* ---- words ---- */

char *
entente_positions_table_format_day (EntenteSpan day)
{
  EntenteDay last = entente_time_get_day (day.end - 1);
  g_autoptr (EntenteDate) date = entente_date_new_day (last.year, last.month, last.day);

  return entente_date_format (date);
}

char *
entente_positions_table_format_counts (const EntentePositionsTable *self)
{
  g_autofree char *day = entente_positions_table_format_day (self->day);
  g_autofree char *shown = g_strdup_printf (ngettext ("%u of %u position on the table on %s",
                                                      "%u of %u positions on the table on %s",
                                                      self->n),
                                            self->n_shown,
                                            self->n,
                                            day);

  return self->n_perhaps > 0
           ? g_strdup_printf (_ ("%s, %u of them perhaps"), shown, self->n_perhaps)
           : g_steal_pointer (&shown);
}

char *
entente_positions_table_format_rest (const EntentePositionsTable *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (EntentePositionStand stand = 0; stand <= ENTENTE_STAND_UNDATED; stand++) {
    if (entente_position_stand_shows (stand) || self->n_stands[stand] == 0)
      continue;
    /* Translators: a number and what became of so many positions, "12 replaced". */
    g_string_append_printf (list, "%s", list->len > 0 ? ", " : "");
    g_string_append_printf (list,
                            C_ ("positions", "%u %s"),
                            self->n_stands[stand],
                            entente_position_stand_label (stand));
  }
  return list->len > 0 ? g_strdup_printf (_ ("Not on the table: %s"), list->str) : NULL;
}

static void
append_words (GString *text, const char *words)
{
  for (; words && *words; words++)
    g_string_append_c (text, *words == '\t' || *words == '\n' || *words == '\r' ? ' ' : *words);
}

static void
append_position (GString *text, const EntentePosition *position, EntentePositionStand stand)
{
  g_autofree char *when =
    position->when ? entente_date_format_short (position->when) : g_strdup (_ ("undated"));

  if (stand != ENTENTE_STAND_STANDS)
    g_string_append_printf (text, "%s: ", entente_position_stand_label (stand));
  g_string_append (text, entente_enum_label (ENTENTE_ENUM_POSITION_KIND, position->kind));
  if (position->text) {
    g_string_append (text, ": ");
    append_words (text, position->text);
  }
  g_string_append_printf (text, " (%s)", when);
}

static const char *
get_actor_name (const EntenteChronicle *chronicle, EntenteId id)
{
  guint32 index = entente_chronicle_find_actor (chronicle, id);

  return index == ENTENTE_NO_INDEX ? "?" : entente_chronicle_get_actor (chronicle, index)->name;
}

static void
append_row (GString *text,
            const EntentePositionsTable *self,
            const EntenteChronicle *chronicle,
            guint row)
{
  const EntentePositionsRow *of = &g_array_index (self->rows, EntentePositionsRow, row);
  const EntenteIssue *issue = find_issue (chronicle, of->issue);

  append_words (text, issue ? issue->name : _ ("No issue"));
  for (guint column = 0; column < self->actors->len; column++) {
    const GArray *cell = entente_positions_table_get_cell (self, row, column);

    g_string_append_c (text, '\t');
    for (guint i = 0; cell && i < cell->len; i++) {
      guint number = g_array_index (cell, guint, i);

      g_string_append (text, i > 0 ? "; " : "");
      append_position (text, entente_positions_get (self->positions, number), self->stands[number]);
    }
  }
  g_string_append_c (text, '\n');
}

char *
entente_positions_table_format_tsv (const EntentePositionsTable *self,
                                    const EntenteChronicle *chronicle)
{
  g_autofree char *counts = entente_positions_table_format_counts (self);
  GString *text = g_string_new (counts);

  g_string_append_printf (text, "\n%s", _ ("Issue"));
  for (guint i = 0; i < self->actors->len; i++) {
    g_string_append_c (text, '\t');
    append_words (text, get_actor_name (chronicle, g_array_index (self->actors, EntenteId, i)));
  }
  g_string_append_c (text, '\n');
  for (guint row = 0; row < self->rows->len; row++)
    append_row (text, self, chronicle, row);
  for (guint i = 0; i < self->undated->len; i++) {
    guint number = g_array_index (self->undated, guint, i);
    const EntentePosition *position = entente_positions_get (self->positions, number);

    append_words (text, get_actor_name (chronicle, position->actor));
    g_string_append_c (text, '\t');
    append_position (text, position, ENTENTE_STAND_UNDATED);
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}
