/* EntenteEventTable: rows of a table to records. Each row is read, its actors and place are made if
 * they are new, and its records wait in a small queue until they are asked for; nothing else is
 * kept but the names met so far, so memory grows with the actors and not with the events. */
#include "config.h"

#include "entente-event-table.h"

#include "entente-actor-guess.h"
#include "entente-column-map.h"
#include "entente-context.h"
#include "entente-csv.h"
#include "entente-sentence.h"
#include "entente-table-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EntenteEventTable {
  EntenteCsv *csv;
  EntenteColumnMap columns;
  gboolean pending; /* the first row is read and is an event */
  GHashTable *names; /* name as written -> EntenteId *, owned by `folded` */
  GHashTable *folded; /* folded name -> EntenteId * */
  GHashTable *places; /* folded name -> EntenteId * */
  GHashTable *kinds; /* code or words -> EntenteKind */
  char *last_text; /* words of the date before */
  EntenteDate *last_date;
  GPtrArray *queue; /* records to hand out, in order */
  guint next_queued;
  gint64 n_events;
  EntenteSkipped skipped; /* whom rows are told that cannot be read, or NULL: they end the import */
  gpointer skipped_data;
};

/* ---- messages ---- */

static gboolean
fail_cell (EntenteEventTable *table, GError **error, const char *sentence, const char *cell)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, entente_csv_get_line (table->csv));
  return entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                sentence,
                                "file",
                                entente_csv_get_name (table->csv),
                                "line",
                                line,
                                "cell",
                                cell,
                                NULL);
}

/* ---- cells ---- */

/* "" when there is no such column, or the cell is empty. Spaces around are cut off in place. */
static const char *
get_cell (EntenteEventTable *table, EntenteTableField column)
{
  int index = table->columns.index[column];
  char *cell;
  if (index < 0 || (guint) index >= entente_csv_get_n_cells (table->csv))
    return "";
  cell = g_strstrip ((char *) entente_csv_get_cell (table->csv, (guint) index));
  return g_strcmp0 (cell, table->columns.empty) == 0 ? "" : cell;
}

static const char *
get_cell_or_null (EntenteEventTable *table, EntenteTableField column)
{
  const char *cell = get_cell (table, column);
  return cell[0] != '\0' ? cell : NULL;
}

/* ---- dates ---- */

static gboolean
read_digits (const char *p, guint n, int *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++) {
    if (!g_ascii_isdigit (p[i]))
      return FALSE;
    *value = *value * 10 + (p[i] - '0');
  }
  return TRUE;
}

/* "2018-10-31", by far the commonest form. */
static EntenteDate *
read_iso_day (const char *text)
{
  int year, month, day;
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-' || !read_digits (text, 4, &year) ||
      !read_digits (text + 5, 2, &month) || !read_digits (text + 8, 2, &day) || month < 1 ||
      month > 12 || day < 1 || day > entente_days_in_month (year, month))
    return NULL;
  return entente_date_new_day (year, month, day);
}

static EntenteDate *
read_date (EntenteEventTable *table, const char *start, const char *end, GError **error)
{
  gboolean bare_years = table->columns.bare_years;
  g_autofree char *both = NULL;
  EntenteDate *date = end[0] == '\0' ? read_iso_day (start) : NULL;
  if (date == NULL && end[0] == '\0')
    date = entente_table_date_read (start, bare_years);
  if (end[0] != '\0')
    date = entente_table_date_read_span (start, end, bare_years);
  if (date != NULL)
    return date;
  both = end[0] != '\0' ? g_strdup_printf ("%s – %s", start, end) : g_strdup (start);
  fail_cell (
    table,
    error,
    _ ("“{file}”, line {line}: “{cell}” is no date; write 2018-10-31 or another EDTF value."),
    both);
  return NULL;
}

/* NULL without error when the row has no date. */
static gboolean
read_when (EntenteEventTable *table, EntenteDate **when, GError **error)
{
  const char *text = get_cell (table, ENTENTE_TABLE_DATE);
  const char *end = get_cell (table, ENTENTE_TABLE_END);
  g_autofree char *both = NULL;
  *when = NULL;
  if (strcmp (text, end) == 0)
    end = "";
  if (text[0] == '\0' && end[0] == '\0')
    return TRUE;
  both = g_strconcat (text, "\n", end, NULL);
  if (g_strcmp0 (both, table->last_text) != 0) {
    EntenteDate *date = read_date (table, text, end, error);
    if (date == NULL)
      return FALSE;
    g_clear_pointer (&table->last_date, entente_date_unref);
    table->last_date = date;
    g_free (table->last_text);
    table->last_text = g_steal_pointer (&both);
  }
  *when = entente_date_ref (table->last_date);
  return TRUE;
}

/* ---- kinds ---- */

static const EntenteKind *
find_kind_by_label (const char *words)
{
  for (guint i = 0; i < entente_kind_count (); i++) {
    const EntenteKind *kind = entente_kind_get (i);
    if (g_ascii_strcasecmp (entente_kind_get_label (kind), words) == 0)
      return kind;
  }
  return NULL;
}

/* A word of the profile's own for a kind. */
static const EntenteKind *
find_kind_of_profile (const char *kinds, const char *text)
{
  g_auto (GStrv) entries = kinds != NULL ? g_strsplit (kinds, "|", -1) : NULL;
  gsize length = strlen (text);
  for (guint i = 0; entries != NULL && entries[i] != NULL; i++) {
    if (g_ascii_strncasecmp (entries[i], text, length) == 0 && entries[i][length] == '=')
      return entente_kind_find (entries[i] + length + 1);
  }
  return NULL;
}

static const EntenteKind *
find_kind (const char *text)
{
  const EntenteKind *kind = g_ascii_isdigit (text[0]) ? entente_kind_from_cameo (text) : NULL;
  if (kind == NULL)
    kind = entente_kind_find (text);
  return kind != NULL ? kind : find_kind_by_label (text);
}

static const EntenteKind *
read_kind (EntenteEventTable *table, GError **error)
{
  const char *text = get_cell (table, ENTENTE_TABLE_CODE);
  if (table->columns.fixed_kind != NULL)
    return table->columns.fixed_kind;
  if (text[0] == '\0')
    text = get_cell (table, ENTENTE_TABLE_KIND);
  const EntenteKind *kind = g_hash_table_lookup (table->kinds, text);
  if (kind != NULL)
    return kind;
  kind = find_kind_of_profile (table->columns.kinds, text);
  if (kind == NULL)
    kind = find_kind (text);
  if (kind == NULL) {
    fail_cell (table,
               error,
               _ ("“{file}”, line {line}: “{cell}” is neither a CAMEO code nor a kind of move; "
                  "“entente-cli list STUDY kinds” shows them."),
               text);
    return NULL;
  }
  g_hash_table_insert (table->kinds, g_strdup (text), (gpointer) kind);
  return kind;
}

/* ---- actors and places ---- */

static EntenteId *
remember (GHashTable *names, char *folded, EntenteId id)
{
  EntenteId *kept = g_new (EntenteId, 1);
  *kept = id;
  g_hash_table_insert (names, folded, kept);
  return kept;
}

static EntenteId
make_actor (EntenteEventTable *table, const char *name)
{
  const char *iso3166;
  EntenteActor *actor = entente_actor_new ();
  actor->record.id = entente_id_new ();
  actor->kind = (int) entente_actor_guess_kind (name, &iso3166);
  actor->name = g_strdup (name);
  actor->iso3166 = g_strdup (iso3166);
  g_ptr_array_add (table->queue, actor);
  return actor->record.id;
}

static EntenteId
find_actor (EntenteEventTable *table, const char *name)
{
  EntenteId *id = g_hash_table_lookup (table->names, name);
  if (id != NULL)
    return *id;
  g_autofree char *folded = entente_name_fold (name);
  id = g_hash_table_lookup (table->folded, folded);
  if (id == NULL) {
    EntenteId made = make_actor (table, name);
    id = remember (table->folded, g_steal_pointer (&folded), made);
  }
  g_hash_table_insert (table->names, g_strdup (name), id);
  return *id;
}

static EntenteId
find_place (EntenteEventTable *table, const char *name)
{
  if (name == NULL)
    return ENTENTE_ID_NONE;
  g_autofree char *folded = entente_name_fold (name);
  EntenteId *id = g_hash_table_lookup (table->places, folded);
  if (id != NULL)
    return *id;
  EntentePlace *place = entente_place_new ();
  place->record.id = entente_id_new ();
  place->name = g_strdup (name);
  g_ptr_array_add (table->queue, place);
  return *remember (table->places, g_steal_pointer (&folded), place->record.id);
}

/* ---- rows ---- */

static gboolean
has_id (const GArray *ids, EntenteId id)
{
  for (guint i = 0; i < ids->len; i++) {
    if (g_array_index (ids, EntenteId, i) == id)
      return TRUE;
  }
  return FALSE;
}

/* @name may be changed in place; one that is missing, or there already, adds nobody. */
static void
add_actor (EntenteEventTable *table, GArray *actors, char *name)
{
  if (name[0] == '\0' || g_strstrip (name)[0] == '\0')
    return;
  EntenteId actor = find_actor (table, name);
  if (!has_id (actors, actor))
    g_array_append_val (actors, actor);
}

/* Actors of a cell, made where they are new. */
static GArray *
find_actors (EntenteEventTable *table, EntenteTableField column)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  const char *between = table->columns.between;
  char *name = (char *) get_cell (table, column);
  while (name != NULL) {
    char *next = between != NULL ? strstr (name, between) : NULL;
    if (next != NULL) {
      *next = '\0';
      next += strlen (between);
    }
    add_actor (table, actors, name);
    name = next;
  }
  return actors;
}

static void
add_participations (EntenteEventTable *table, EntenteId event, GArray *actors, EntenteRole role)
{
  for (guint i = 0; i < actors->len; i++) {
    EntenteParticipation *participation = entente_participation_new ();
    participation->record.id = entente_id_new ();
    participation->event = event;
    participation->actor = g_array_index (actors, EntenteId, i);
    participation->role = (int) role;
    g_ptr_array_add (table->queue, participation);
  }
}

static char *
dup_title (EntenteEventTable *table, const EntenteKind *kind)
{
  const char *title = get_cell (table, ENTENTE_TABLE_TITLE);
  if (title[0] == '\0')
    title = get_cell (table, ENTENTE_TABLE_KIND);
  if (title[0] == '\0' || strcmp (title, kind->id) == 0 || g_ascii_isdigit (title[0]))
    title = entente_kind_get_label (kind);
  return g_strdup (title);
}

/* Queues the records of the row that was read last. */
static gboolean
take_row (EntenteEventTable *table, GError **error)
{
  const EntenteKind *kind = read_kind (table, error);
  g_autoptr (EntenteDate) when = NULL;
  if (kind == NULL || !read_when (table, &when, error))
    return FALSE;
  g_autoptr (GArray) from = find_actors (table, ENTENTE_TABLE_SOURCE);
  g_autoptr (GArray) to = find_actors (table, ENTENTE_TABLE_TARGET);
  EntenteId place = find_place (table, get_cell_or_null (table, ENTENTE_TABLE_PLACE));
  EntenteEvent *event = entente_event_new ();
  event->record.id = entente_id_new ();
  event->kind = g_strdup (kind->id);
  event->title = dup_title (table, kind);
  event->summary = g_strdup (get_cell_or_null (table, ENTENTE_TABLE_NOTE));
  event->when = g_steal_pointer (&when);
  event->place = place;
  g_ptr_array_add (table->queue, event);
  add_participations (table, event->record.id, from, ENTENTE_ROLE_INITIATOR);
  add_participations (table, event->record.id, to, ENTENTE_ROLE_ADDRESSEE);
  table->n_events++;
  return TRUE;
}

/* ---- opening ---- */

static gboolean
read_header (EntenteEventTable *table, const char *profile, const char *map, GError **error)
{
  g_autoptr (GError) local = NULL;
  if (!entente_csv_next (table->csv, &local)) {
    if (local != NULL)
      g_propagate_error (error, g_steal_pointer (&local));
    else
      entente_sentence_fail (error,
                             ENTENTE_ERROR_INVALID,
                             _ ("“{file}” is empty; choose a table of events."),
                             "file",
                             entente_csv_get_name (table->csv),
                             NULL);
    return FALSE;
  }
  guint n_cells = entente_csv_get_n_cells (table->csv);
  g_autofree const char **header = g_new (const char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    header[i] = entente_csv_get_cell (table->csv, i);
  if (!entente_column_map_find (&table->columns,
                                header,
                                n_cells,
                                profile,
                                map,
                                entente_csv_get_name (table->csv),
                                error))
    return FALSE;
  table->pending = !table->columns.has_header;
  return TRUE;
}

EntenteEventTable *
entente_event_table_open (GFile *file, const char *profile, const char *map, GError **error)
{
  EntenteCsv *csv = entente_csv_open (file, error);
  if (csv == NULL)
    return NULL;
  g_autoptr (EntenteEventTable) table = g_new0 (EntenteEventTable, 1);
  table->csv = csv;
  table->queue = g_ptr_array_new ();
  table->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  table->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  table->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_header (table, profile, map, error))
    return NULL;
  return g_steal_pointer (&table);
}

void
entente_event_table_free (EntenteEventTable *table)
{
  for (guint i = table->next_queued; i < table->queue->len; i++)
    entente_record_unref (table->queue->pdata[i]);
  g_ptr_array_unref (table->queue);
  entente_csv_free (table->csv);
  g_hash_table_unref (table->names);
  g_hash_table_unref (table->folded);
  g_hash_table_unref (table->places);
  g_hash_table_unref (table->kinds);
  g_free (table->last_text);
  g_clear_pointer (&table->last_date, entente_date_unref);
  g_free (table);
}

/* The first of a name counts. */
static void
add_known (GHashTable *names, const char *name, EntenteId id)
{
  g_autofree char *folded = entente_name_fold (name);
  if (!g_hash_table_contains (names, folded))
    remember (names, g_steal_pointer (&folded), id);
}

void
entente_event_table_add_known_actor (EntenteEventTable *table, const char *name, EntenteId actor)
{
  add_known (table->folded, name, actor);
}

void
entente_event_table_add_known_place (EntenteEventTable *table, const char *name, EntenteId place)
{
  add_known (table->places, name, place);
}

void
entente_event_table_set_skipped (EntenteEventTable *table, EntenteSkipped skipped, gpointer data)
{
  table->skipped = skipped;
  table->skipped_data = data;
}

/* The next row that can be read; FALSE at the end or on error. */
static gboolean
take_next_row (EntenteEventTable *table, GError **error)
{
  for (;;) {
    g_autoptr (GError) local = NULL;
    if (!table->pending && !entente_csv_next (table->csv, error))
      return FALSE;
    table->pending = FALSE;
    if (take_row (table, &local))
      return TRUE;
    if (table->skipped == NULL) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    table->skipped (local->message, table->skipped_data);
  }
}

gpointer
entente_event_table_next (gpointer data, GError **error)
{
  EntenteEventTable *table = data;
  if (table->next_queued == table->queue->len) {
    table->next_queued = 0;
    g_ptr_array_set_size (table->queue, 0);
    if (!take_next_row (table, error))
      return NULL;
  }
  return table->queue->pdata[table->next_queued++];
}

gint64
entente_event_table_get_n_events (EntenteEventTable *table)
{
  return table->n_events;
}

gint64
entente_event_table_get_position (EntenteEventTable *table, gint64 *size)
{
  return entente_csv_get_position (table->csv, size);
}
