/* The tables of the study that a recovery makes, and which rows they take.
 *
 * A row is as it lies in the damaged file: it must have the types of the columns, and then pass the
 * checks of the schema. Worker thread, or whichever made the connection.
 */
#include "config.h"

#include "entente-recover-private.h"

#include "entente-entity-labels.h"
#include "entente-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many things that were left out are told one by one. */
#define MAX_TOLD 200
#define MAX_WORDS 60 /* characters of a text that is quoted */

static void
free_target (gpointer data)
{
  EntenteRecoverTable *target = data;

  g_free (target->insert);
  g_free (target);
}

void
entente_recovery_clear (EntenteRecovery *self)
{
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_clear_pointer (&self->file, entente_page_file_free);
  g_clear_pointer (&self->db, entente_db_close);
  g_clear_error (&self->error);
}

/* ---- tables of the new study ---- */

static char
get_type (const char *name)
{
  return name != NULL && strchr ("IRT", name[0]) != NULL ? name[0] : '\0';
}

static EntenteRecoverTable *
make_target (EntenteDb *db, const char *name, GError **error)
{
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (db, "SELECT name, pk, type FROM pragma_table_info (?1)", error);
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  EntenteRecoverTable *target = g_new0 (EntenteRecoverTable, 1);
  guint n_keys = 0;

  target->name = name;
  if (statement != NULL)
    entente_statement_bind_text (statement, 1, name);
  while (statement != NULL && entente_statement_step (statement, error) == ENTENTE_STEP_ROW) {
    const char *comma = target->n_columns > 0 ? ", " : "";

    g_string_append_printf (columns, "%s\"%s\"", comma, entente_statement_get_text (statement, 0));
    target->types[target->n_columns] = get_type (entente_statement_get_text (statement, 2));
    g_string_append_printf (values, "%s?%u", comma, ++target->n_columns);
    n_keys += entente_statement_get_int (statement, 1) != 0;
  }
  target->id_column = n_keys == 1 ? 0 : -1;
  target->insert =
    g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", name, columns->str, values->str);
  return target;
}

gboolean
entente_recovery_list_tables (EntenteRecovery *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->targets = g_ptr_array_new_with_free_func (free_target);
  for (guint i = entente_journal_n_tables; i-- > 0 && local == NULL;)
    g_ptr_array_add (self->targets, make_target (self->db, entente_journal_tables[i], &local));
  if (local == NULL)
    g_ptr_array_add (self->targets, make_target (self->db, "draft", &local));
  for (guint i = self->targets->len; i-- > 0;)
    if (((EntenteRecoverTable *) self->targets->pdata[i])->n_columns == 0)
      g_ptr_array_remove_index (self->targets, i);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* ---- rows ---- */

void
entente_recovery_tell (EntenteRecovery *self, char *sentence)
{
  if (self->told->len < MAX_TOLD)
    g_ptr_array_add (self->told, sentence);
  else
    g_free (sentence);
  self->n_untold += self->told->len == MAX_TOLD;
}

/* Rows of tables that are no entity's are part of a record. */
const char *
entente_recover_table_get_label (const EntenteRecoverTable *table)
{
  const EntenteTable *own = entente_table_find (table->name);

  if (own != NULL)
    return entente_entity_get_label (own->entity);
  if (strcmp (table->name, "draft") == 0)
    return _ ("unfinished text");
  return entente_entity_get_label (strcmp (table->name, "claim_actor") == 0 ? ENTENTE_ENTITY_CLAIM
                                                                            : ENTENTE_ENTITY_EVENT);
}

/* The first words of a row, so that a person knows which it was; NULL when it has none. */
static char *
quote_words (const EntentePageRow *row)
{
  for (guint i = 0; i < row->n_values; i++) {
    const EntenteCell *cell = &row->values[i];
    g_autofree char *text = NULL;

    if (cell->type != SQLITE_TEXT || memchr (cell->text, ' ', cell->length) == NULL)
      continue;
    text = g_utf8_make_valid (cell->text, (gssize) MIN (cell->length, 4 * MAX_WORDS));
    return g_utf8_strlen (text, -1) > MAX_WORDS ? g_utf8_substring (text, 0, MAX_WORDS)
                                                : g_steal_pointer (&text);
  }
  return NULL;
}

void
entente_recovery_leave_out (EntenteRecovery *self,
                            EntenteRecoverTable *target,
                            const EntentePageRow *row)
{
  g_autofree char *number = entente_id_format (row->has_id ? row->id : row->values[0].integer);
  g_autofree char *words = quote_words (row);

  target->n_left_out++;
  if (words != NULL)
    entente_recovery_tell (
      self,
      g_strdup_printf (_ ("In “%s” number %s (“%s”) is damaged and was left out."),
                       entente_recover_table_get_label (target),
                       number,
                       words));
  else
    entente_recovery_tell (self,
                           g_strdup_printf (_ ("In “%s” number %s is damaged and was left out."),
                                            entente_recover_table_get_label (target),
                                            number));
}

/* The text of an article is worth having with a hole in it. */
static gboolean
may_have_holes (const EntenteRecoverTable *target, guint column)
{
  return strcmp (target->name, "revision") == 0 && column == target->n_columns - 1;
}

static gboolean
is_text_whole (const EntentePageRow *row, guint column)
{
  const EntenteCell *cell = &row->values[column];

  return cell->type != SQLITE_TEXT || (g_utf8_validate (cell->text, (gssize) cell->length, NULL) &&
                                       !(row->is_cut && column == row->n_values - 1));
}

/* As it lies in the file: SQLite itself would take a number for a text. */
static gboolean
has_type (const EntenteCell *cell, char type)
{
  switch (cell->type) {
  case SQLITE_NULL:
    return TRUE;
  case SQLITE_INTEGER:
    return type == 'I' || type == 'R';
  case SQLITE_FLOAT:
    return type == 'R';
  case SQLITE_TEXT:
    return type == 'T';
  default:
    return FALSE;
  }
}

/* Has the row the shape of one of the table? *@patched is a text that had holes. */
static gboolean
has_shape (const EntenteRecoverTable *target, const EntentePageRow *row, char **patched)
{
  if (row->has_id != (target->id_column >= 0) || row->n_values != target->n_columns)
    return FALSE;
  if (row->has_id && row->values[target->id_column].type != SQLITE_NULL)
    return FALSE;
  for (guint i = 0; i < row->n_values; i++) {
    if (!has_type (&row->values[i], target->types[i]))
      return FALSE;
    if (is_text_whole (row, i))
      continue;
    if (!may_have_holes (target, i))
      return FALSE;
    *patched = g_utf8_make_valid (row->values[i].text, (gssize) row->values[i].length);
  }
  return TRUE;
}

/* FALSE when the table does not take the row. */
gboolean
entente_recovery_insert (EntenteRecovery *self,
                         const EntenteRecoverTable *target,
                         const EntentePageRow *row)
{
  g_autofree char *patched = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (EntenteStatement) statement = NULL;

  if (self->error != NULL || !has_shape (target, row, &patched))
    return FALSE;
  statement = entente_statement_prepare (self->db, target->insert, &self->error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < row->n_values; i++)
    entente_statement_bind_cell (statement, (int) i + 1, &row->values[i]);
  if (row->has_id)
    entente_statement_bind_int (statement, target->id_column + 1, row->id);
  if (patched != NULL)
    entente_statement_bind_text (statement, (int) row->n_values, patched);
  if (!entente_statement_run (statement, &reason)) {
    /* What the checks refuse is no error of the new study. */
    if (!g_error_matches (reason, ENTENTE_ERROR, ENTENTE_ERROR_INVALID))
      self->error = g_steal_pointer (&reason);
    return FALSE;
  }
  if (patched != NULL) {
    g_autofree char *number = entente_id_format (row->id);

    entente_recovery_tell (
      self,
      g_strdup_printf (_ ("In “%s” number %s the text has holes; read it against its source."),
                       entente_recover_table_get_label (target),
                       number));
  }
  return TRUE;
}
