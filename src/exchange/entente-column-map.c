/* Columns of event tables. A profile is a row of names that headers use for each field, and an
 * order for tables without header; the first profile whose date and actors are all in the header is
 * taken. */
#include "config.h"

#include "entente-column-map.h"

#include "entente-sentence.h"
#include "entente-table-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *name;
  const char *headers[ENTENTE_N_TABLE_FIELDS]; /* forms separated by "|", lower case */
  int order[ENTENTE_N_TABLE_FIELDS]; /* column from 1 without header; 0: none */
  const char *empty;
  const char *between;
  const char *fixed_kind; /* id of the kind of all rows */
  const char *kinds;
} Profile;

static const char *const field_names[ENTENTE_N_TABLE_FIELDS] = {
  "date", "end", "source", "kind", "target", "code", "title", "place", "note",
};

static const Profile profiles[] = {
  {
    .name = "icews",
    .headers = { [ENTENTE_TABLE_DATE] = "event date|event_date|date",
                 [ENTENTE_TABLE_SOURCE] = "source name|source_name|source",
                 [ENTENTE_TABLE_KIND] = "cameo_label|event text|event_text|label",
                 [ENTENTE_TABLE_TARGET] = "target name|target_name|target",
                 [ENTENTE_TABLE_CODE] = "cameo_code|cameo code|cameo",
                 [ENTENTE_TABLE_PLACE] = "city" },
    .order = { [ENTENTE_TABLE_DATE] = 1,
               [ENTENTE_TABLE_SOURCE] = 2,
               [ENTENTE_TABLE_KIND] = 3,
               [ENTENTE_TABLE_TARGET] = 4,
               [ENTENTE_TABLE_CODE] = 5 },
    .empty = "NA",
  },
  {
    .name = "plain",
    .headers = { [ENTENTE_TABLE_DATE] = "date|when|start|begin|day",
                 [ENTENTE_TABLE_END] = "end|until|end date",
                 [ENTENTE_TABLE_SOURCE] = "source|actor|initiator|from|actor1|who",
                 [ENTENTE_TABLE_KIND] = "kind|type|event",
                 [ENTENTE_TABLE_TARGET] = "target|addressee|to|actor2|whom",
                 [ENTENTE_TABLE_CODE] = "code",
                 [ENTENTE_TABLE_TITLE] = "title|headline|name",
                 [ENTENTE_TABLE_PLACE] = "place|location|city|where",
                 [ENTENTE_TABLE_NOTE] = "note|summary|description|text" },
    .order = { [ENTENTE_TABLE_DATE] = 1,
               [ENTENTE_TABLE_SOURCE] = 2,
               [ENTENTE_TABLE_KIND] = 3,
               [ENTENTE_TABLE_TARGET] = 4,
               [ENTENTE_TABLE_TITLE] = 5 },
    .between = "; ",
  },
  {
    .name = "gdelt",
    .headers = { [ENTENTE_TABLE_DATE] = "sqldate|day",
                 [ENTENTE_TABLE_SOURCE] = "actor1name|actor_1_name",
                 [ENTENTE_TABLE_TARGET] = "actor2name|actor_2_name",
                 [ENTENTE_TABLE_CODE] = "eventcode|event_code",
                 [ENTENTE_TABLE_PLACE] = "actiongeo_fullname",
                 [ENTENTE_TABLE_NOTE] = "sourceurl" },
    .order = { [ENTENTE_TABLE_DATE] = 2,
               [ENTENTE_TABLE_SOURCE] = 7,
               [ENTENTE_TABLE_TARGET] = 17,
               [ENTENTE_TABLE_CODE] = 27 },
  },
  {
    .name = "acled",
    .headers = { [ENTENTE_TABLE_DATE] = "event_date",
                 [ENTENTE_TABLE_SOURCE] = "actor1",
                 [ENTENTE_TABLE_KIND] = "event_type",
                 [ENTENTE_TABLE_TARGET] = "actor2",
                 [ENTENTE_TABLE_PLACE] = "location",
                 [ENTENTE_TABLE_NOTE] = "notes" },
    .kinds = "battles=attack|violence against civilians=attack|explosions/remote violence=attack|"
             "remote violence=attack|protests=outside-event|riots=outside-event|"
             "riots/protests=outside-event|strategic developments=outside-event|"
             "strategic development=outside-event",
  },
  /* Peace agreements, then single events of violence. */
  {
    .name = "ucdp",
    .headers = { [ENTENTE_TABLE_DATE] = "pa_date",
                 [ENTENTE_TABLE_SOURCE] = "actor_name",
                 [ENTENTE_TABLE_TITLE] = "pa_name",
                 [ENTENTE_TABLE_NOTE] = "pa_comment" },
    .between = ", ",
    .fixed_kind = "agreement",
  },
  {
    .name = "ucdp",
    .headers = { [ENTENTE_TABLE_DATE] = "date_start",
                 [ENTENTE_TABLE_END] = "date_end",
                 [ENTENTE_TABLE_SOURCE] = "side_a",
                 [ENTENTE_TABLE_TARGET] = "side_b",
                 [ENTENTE_TABLE_TITLE] = "source_headline",
                 [ENTENTE_TABLE_PLACE] = "where_coordinates" },
    .fixed_kind = "attack",
  },
  {
    .name = "pax",
    .headers = { [ENTENTE_TABLE_DATE] = "dat",
                 [ENTENTE_TABLE_SOURCE] = "part",
                 [ENTENTE_TABLE_TITLE] = "agt",
                 [ENTENTE_TABLE_NOTE] = "ppname" },
    .between = ";",
    .fixed_kind = "agreement",
  },
};

typedef struct {
  const char *const *cells;
  guint n_cells;
} Header;

static gboolean
list_has (const char *list, const char *cell)
{
  g_auto (GStrv) forms = g_strsplit (list, "|", -1);
  for (guint i = 0; forms[i] != NULL; i++) {
    if (g_ascii_strcasecmp (forms[i], cell) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Column whose name is in @list, or -1. */
static int
find_cell (const Header *header, const char *list)
{
  for (guint i = 0; list != NULL && i < header->n_cells; i++) {
    g_autofree char *cell = g_strstrip (g_strdup (header->cells[i]));
    if (list_has (list, cell))
      return (int) i;
  }
  return -1;
}

static void
clear_columns (EntenteColumnMap *columns)
{
  *columns = (EntenteColumnMap){ .has_header = TRUE };
  for (guint i = 0; i < ENTENTE_N_TABLE_FIELDS; i++)
    columns->index[i] = -1;
}

static void
take_habits (EntenteColumnMap *columns, const Profile *profile)
{
  columns->empty = profile->empty;
  columns->between = profile->between;
  columns->kinds = profile->kinds;
  if (profile->fixed_kind != NULL && columns->fixed_kind == NULL)
    columns->fixed_kind = entente_kind_find (profile->fixed_kind);
}

/* FALSE when the header lacks what an event needs. */
static gboolean
find_by_names (EntenteColumnMap *columns, const Header *header, const Profile *profile)
{
  clear_columns (columns);
  take_habits (columns, profile);
  for (guint i = 0; i < ENTENTE_N_TABLE_FIELDS; i++)
    columns->index[i] = find_cell (header, profile->headers[i]);
  if (profile->fixed_kind != NULL && columns->index[ENTENTE_TABLE_SOURCE] < 0)
    return FALSE;
  return columns->index[ENTENTE_TABLE_DATE] >= 0 &&
         (columns->index[ENTENTE_TABLE_KIND] >= 0 || columns->index[ENTENTE_TABLE_CODE] >= 0 ||
          columns->fixed_kind != NULL);
}

static void
take_order (EntenteColumnMap *columns, const Header *header, const Profile *profile)
{
  clear_columns (columns);
  take_habits (columns, profile);
  columns->has_header = FALSE;
  for (guint i = 0; i < ENTENTE_N_TABLE_FIELDS; i++) {
    if (profile->order[i] > 0 && profile->order[i] <= (int) header->n_cells)
      columns->index[i] = profile->order[i] - 1;
  }
}

/* Without header the first cell is a day. */
static gboolean
begins_with_date (const Header *header)
{
  return header->n_cells > 2 && g_ascii_isdigit (header->cells[0][0]);
}

/* The first of that name. */
static const Profile *
find_profile (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++) {
    if (strcmp (profiles[i].name, name) == 0)
      return &profiles[i];
  }
  return NULL;
}

/* Any of that name whose columns are in the header. */
static gboolean
find_by_names_of (EntenteColumnMap *columns, const Header *header, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++) {
    if (strcmp (profiles[i].name, name) == 0 && find_by_names (columns, header, &profiles[i]))
      return TRUE;
  }
  return FALSE;
}

static gboolean
find_by_profile (EntenteColumnMap *columns,
                 const Header *header,
                 const char *name,
                 const char *file_name,
                 GError **error)
{
  const Profile *profile = find_profile (name);
  if (profile == NULL)
    return entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("There is no profile “{profile}” for event tables; use icews, gdelt, acled, ucdp, pax or "
         "plain, or name the columns with a map."),
      "profile",
      name,
      NULL);
  if (find_by_names_of (columns, header, name))
    return TRUE;
  if (begins_with_date (header) && profile->order[ENTENTE_TABLE_DATE] > 0) {
    take_order (columns, header, profile);
    return TRUE;
  }
  return entente_sentence_fail (
    error,
    ENTENTE_ERROR_INVALID,
    _ ("“{file}”, line 1: the columns of the profile {profile} were not "
       "found; name them with a map such as date=1,source=2,kind=3,target=4."),
    "file",
    file_name,
    "profile",
    name,
    NULL);
}

static gboolean
find_by_itself (EntenteColumnMap *columns,
                const Header *header,
                const char *file_name,
                GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++) {
    if (find_by_names (columns, header, &profiles[i]))
      return TRUE;
  }
  if (begins_with_date (header)) {
    take_order (columns,
                header,
                find_profile (header->n_cells >= 5 && g_ascii_isdigit (header->cells[4][0])
                                ? "icews"
                                : "plain"));
    return TRUE;
  }
  return entente_sentence_fail (
    error,
    ENTENTE_ERROR_INVALID,
    _ ("“{file}”, line 1: no columns for date and kind were found; name "
       "them with a map such as date=1,source=2,kind=3,target=4."),
    "file",
    file_name,
    NULL);
}

/* ---- the user's map ---- */

static int
find_field (const char *name)
{
  for (guint i = 0; i < ENTENTE_N_TABLE_FIELDS; i++) {
    if (strcmp (field_names[i], name) == 0)
      return (int) i;
  }
  return -1;
}

static gboolean
read_map_entry (EntenteColumnMap *columns, const Header *header, char *entry)
{
  char *equals = strchr (entry, '=');
  guint64 column;
  if (equals == NULL)
    return FALSE;
  *equals = '\0';
  int field = find_field (g_strstrip (entry));
  const char *value = g_strstrip (equals + 1);
  if (field < 0 || value[0] == '\0')
    return FALSE;
  if (g_ascii_string_to_unsigned (value, 10, 1, 4096, &column, NULL)) {
    columns->index[field] = (int) column - 1;
    return column <= header->n_cells;
  }
  columns->index[field] = find_cell (header, value);
  if (columns->index[field] >= 0 || field != ENTENTE_TABLE_KIND)
    return columns->index[field] >= 0;
  columns->fixed_kind = entente_kind_find (value);
  return columns->fixed_kind != NULL;
}

/* The first row names the columns unless there is a date where the map has it. */
static gboolean
has_header (const EntenteColumnMap *columns, const Header *header)
{
  int column = columns->index[ENTENTE_TABLE_DATE];
  g_autofree char *cell =
    column >= 0 && column < (int) header->n_cells ? g_strdup (header->cells[column]) : NULL;
  g_autoptr (EntenteDate) date = NULL;
  if (cell == NULL || g_strstrip (cell)[0] == '\0')
    return !begins_with_date (header);
  date = entente_table_date_read (cell, TRUE);
  return date == NULL;
}

static gboolean
find_by_map (EntenteColumnMap *columns,
             const Header *header,
             const char *map,
             const char *file_name,
             GError **error)
{
  g_auto (GStrv) entries = g_strsplit (map, ",", -1);
  clear_columns (columns);
  columns->bare_years = TRUE;
  for (guint i = 0; entries[i] != NULL; i++) {
    g_autofree char *entry = g_strdup (entries[i]);
    if (!read_map_entry (columns, header, entry))
      return entente_sentence_fail (
        error,
        ENTENTE_ERROR_INVALID,
        _ ("“{entry}” names no column of “{file}”; write a map such as "
           "date=1,source=2,kind=3,target=4,code=5 with numbers or names of columns."),
        "entry",
        entries[i],
        "file",
        file_name,
        NULL);
  }
  columns->has_header = has_header (columns, header);
  if (columns->index[ENTENTE_TABLE_DATE] >= 0 &&
      (columns->index[ENTENTE_TABLE_KIND] >= 0 || columns->index[ENTENTE_TABLE_CODE] >= 0 ||
       columns->fixed_kind != NULL))
    return TRUE;
  return entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                _ ("The map “{map}” lacks the date or the kind; write at least "
                                   "date=1,kind=2, or one kind for all rows: "
                                   "date=1,kind=outside-event."),
                                "map",
                                map,
                                NULL);
}

gboolean
entente_column_map_find (EntenteColumnMap *columns,
                         const char *const *header,
                         guint n_cells,
                         const char *profile,
                         const char *map,
                         const char *file_name,
                         GError **error)
{
  Header cells = { header, n_cells };
  gboolean found;
  if (map != NULL)
    found = find_by_map (columns, &cells, map, file_name, error);
  else if (profile != NULL)
    found = find_by_profile (columns, &cells, profile, file_name, error);
  else
    found = find_by_itself (columns, &cells, file_name, error);
  const Profile *named = profile != NULL ? find_profile (profile) : NULL;
  if (map != NULL && named != NULL)
    take_habits (columns, named);
  return found;
}
