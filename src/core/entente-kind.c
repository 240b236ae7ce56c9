/* The table of the kinds of move, read once from the resource and kept for the life of the process.
 *
 * Lines of the table are id, group, "y" when an answer is expected, CAMEO code, PLOVER code, CAMEO
 * codes that import as the kind (separated by spaces) and definition, separated by tabs; "-" or
 * nothing stands for none. The table ships with the program, so a wrong line is a bug and aborts.
 */
#include "config.h"

#include "entente-kind.h"

#include "entente-enums.h"
#include "entente-kind-labels.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE "/org/entente/Entente/kinds.tsv"

enum {
  COLUMN_ID,
  COLUMN_GROUP,
  COLUMN_ANSWER,
  COLUMN_CAMEO,
  COLUMN_PLOVER,
  COLUMN_IN,
  COLUMN_TEXT,
  N_COLUMNS
};

typedef struct {
  GArray *kinds; /* of EntenteKind; never freed */
  GHashTable *by_id; /* id -> place in the table */
} Table;

static const char *
intern_code (const char *cell)
{
  return cell[0] == '\0' || g_str_equal (cell, "-") ? NULL : g_intern_string (cell);
}

static const char *const *
intern_codes (const char *cell)
{
  g_auto (GStrv) words = g_strsplit (cell, " ", -1);
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++) {
    if (words[i][0] != '\0')
      g_ptr_array_add (codes, (gpointer) g_intern_string (words[i]));
  }
  g_ptr_array_add (codes, NULL);
  return (const char *const *) g_ptr_array_free (codes, FALSE);
}

static void
add_line (Table *table, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  int group;
  EntenteKind kind = { .index = table->kinds->len };

  if (g_strv_length (cells) != N_COLUMNS ||
      !entente_enum_parse (ENTENTE_ENUM_KIND_GROUP, cells[COLUMN_GROUP], &group))
    g_error ("%s: wrong line: %s", RESOURCE, line);
  kind.id = g_intern_string (cells[COLUMN_ID]);
  kind.group = group;
  kind.expects_answer = g_str_equal (cells[COLUMN_ANSWER], "y");
  kind.cameo = intern_code (cells[COLUMN_CAMEO]);
  kind.plover = intern_code (cells[COLUMN_PLOVER]);
  kind.cameo_in = intern_codes (cells[COLUMN_IN]);
  kind.definition = g_intern_string (cells[COLUMN_TEXT]);
  g_hash_table_insert (table->by_id, (gpointer) kind.id, GUINT_TO_POINTER (kind.index));
  g_array_append_val (table->kinds, kind);
}

static gpointer
read_table (gpointer unused)
{
  Table *table = g_new0 (Table, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    g_error ("%s", error->message);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  table->kinds = g_array_new (FALSE, FALSE, sizeof (EntenteKind));
  table->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 1; lines[i] != NULL; i++) { /* the first line is the heading */
    if (lines[i][0] != '\0')
      add_line (table, lines[i]);
  }
  return table;
}

static const Table *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_table, NULL);
}

guint
entente_kind_count (void)
{
  return get_table ()->kinds->len;
}

const EntenteKind *
entente_kind_get (guint index)
{
  const Table *table = get_table ();

  g_return_val_if_fail (index < table->kinds->len, NULL);
  return &g_array_index (table->kinds, EntenteKind, index);
}

const EntenteKind *
entente_kind_find (const char *id)
{
  gpointer place;

  if (id == NULL || !g_hash_table_lookup_extended (get_table ()->by_id, id, NULL, &place))
    return NULL;
  return entente_kind_get (GPOINTER_TO_UINT (place));
}

/* Length of the longest of the kind's codes that begins @code; 0 when none does. */
static gsize
match_code (const EntenteKind *kind, const char *code)
{
  gsize longest = 0;

  for (guint i = 0; kind->cameo_in[i] != NULL; i++) {
    if (g_str_has_prefix (code, kind->cameo_in[i]))
      longest = MAX (longest, strlen (kind->cameo_in[i]));
  }
  return longest;
}

const EntenteKind *
entente_kind_from_cameo (const char *code)
{
  const EntenteKind *best = NULL;
  gsize longest = 0;

  for (guint i = 0; code != NULL && i < entente_kind_count (); i++) {
    gsize length = match_code (entente_kind_get (i), code);

    if (length > longest) {
      longest = length;
      best = entente_kind_get (i);
    }
  }
  return best;
}

const char *
entente_kind_get_label (const EntenteKind *kind)
{
  const EntenteKindWords *words = entente_kind_find_words (kind->id);

  return words == NULL ? kind->id : _ (words->label);
}

const char *
entente_kind_get_definition (const EntenteKind *kind)
{
  const EntenteKindWords *words = entente_kind_find_words (kind->id);

  return words == NULL ? kind->definition : _ (words->definition);
}
