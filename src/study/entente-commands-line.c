/* One line of an apply file: its members, the records that it refers to, the words that it quotes.
 */

#include "config.h"

#include "entente-commands-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-article-detail.h"
#include "entente-article-reader.h"
#include "entente-commands-private.h"
#include "entente-query-names.h"

/* ---- members ---- */

void
entente_line_set_invalid (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID, message);
}

const char *
entente_line_get_text (const EntenteLine *line, const char *member)
{
  return json_string_value (json_object_get (line->object, member));
}

const char *
entente_line_require_text (const EntenteLine *line, const char *member, GError **error)
{
  const char *text = entente_line_get_text (line, member);

  if (!text || !*text) {
    entente_line_set_invalid (error,
                              _ ("The command “%s” needs the member “%s”, a text."),
                              entente_line_get_text (line, "do"),
                              member);
    return NULL;
  }
  return text;
}

/* ---- references ---- */

/* That a record cannot be read does not mean that there is none. */
static gboolean
find_record (const EntenteLine *line,
             EntenteEntity entity,
             EntenteId id,
             gboolean *exists,
             GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (EntenteRecord) record = entente_store_get (line->store, entity, id, &failure);

  *exists = record != NULL;
  if (record || g_error_matches (failure, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* A field that may refer to any entity has none as its target. */
gboolean
entente_line_find (const EntenteLine *line,
                   EntenteEntity entity,
                   EntenteId id,
                   gboolean *exists,
                   GError **error)
{
  *exists = FALSE;
  if (entity < ENTENTE_N_ENTITIES)
    return find_record (line, entity, id, exists, error);
  for (guint i = 0; i < ENTENTE_N_ENTITIES && !*exists; i++)
    if (!find_record (line, i, id, exists, error))
      return FALSE;
  return TRUE;
}

/* Those that a chronicle finds by name. */
static gboolean
has_name (EntenteEntity entity)
{
  return entity == ENTENTE_ENTITY_ACTOR || entity == ENTENTE_ENTITY_TRACK ||
         entity == ENTENTE_ENTITY_PLACE || entity == ENTENTE_ENTITY_ISSUE ||
         entity == ENTENTE_ENTITY_ARTICLE;
}

/* A key, a number, or a name that a query would know too. Keys come first: a line before this one
 * may have given them. */
static EntenteId
resolve (gpointer data, EntenteEntity entity, const char *text, GError **error)
{
  const EntenteLine *line = data;
  EntenteId id = entente_id_from_key (text);
  gboolean exists;

  if (!entente_line_find (line, entity, id, &exists, error))
    return ENTENTE_ID_NONE;
  if (!exists && entente_id_parse (text, &id) &&
      !entente_line_find (line, entity, id, &exists, error))
    return ENTENTE_ID_NONE;
  if (exists)
    return id;
  if (has_name (entity))
    return entente_query_find_named (entente_study_get_chronicle (line->study),
                                     entity,
                                     text,
                                     error);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_NOT_FOUND,
               _ ("There is no record of type “%s” with the key or number “%s”; add it first."),
               entity < ENTENTE_N_ENTITIES ? entente_entity_nick (entity) : "*",
               text);
  return ENTENTE_ID_NONE;
}

EntenteId
entente_line_require_id (const EntenteLine *line,
                         const char *member,
                         EntenteEntity entity,
                         GError **error)
{
  json_t *value = json_object_get (line->object, member);
  const char *text;

  if (json_is_integer (value)) {
    g_autofree char *number = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));

    return resolve ((gpointer) line, entity, number, error);
  }
  text = entente_line_require_text (line, member, error);
  return text ? resolve ((gpointer) line, entity, text, error) : ENTENTE_ID_NONE;
}

gboolean
entente_line_fill (const EntenteLine *line,
                   gpointer record,
                   json_t *object,
                   const char *const *ignore,
                   GError **error)
{
  return entente_record_set_json (record, object, ignore, resolve, (gpointer) line, error) &&
         entente_commands_check (record, error);
}

/* The id that the line's key gives, none without a key; FALSE when the key is taken. */
gboolean
entente_line_get_key (const EntenteLine *line, EntenteEntity entity, EntenteId *id, GError **error)
{
  const char *key = entente_line_get_text (line, "key");
  gboolean exists;

  *id = key ? entente_id_from_key (key) : ENTENTE_ID_NONE;
  if (!key)
    return TRUE;
  if (!entente_line_find (line, entity, *id, &exists, error))
    return FALSE;
  if (!exists)
    return TRUE;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_CONFLICT,
               _ ("There is already a record of type “%s” with the key “%s”; use another key, or "
                  "“set” to change it."),
               entente_entity_nick (entity),
               key);
  return FALSE;
}

/* A new record of the line, with the id of its key if it has one. */
gpointer
entente_line_make_record (const EntenteLine *line,
                          EntenteEntity entity,
                          const char *const *ignore,
                          GError **error)
{
  g_autoptr (EntenteRecord) record = entente_record_new (entity);

  if (!entente_line_get_key (line, entity, &record->id, error) ||
      !entente_line_fill (line, record, line->object, ignore, error))
    return NULL;
  return g_steal_pointer (&record);
}

/* ---- articles ---- */

EntenteArticleDraft *
entente_line_read_draft (const EntenteLine *line, GError **error)
{
  const char *name = entente_line_get_text (line, "file");
  const char *text = entente_line_get_text (line, "text");
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (!name && !text)
    return entente_article_draft_new ();
  if (!name)
    return entente_article_draft_read_text (text, strlen (text), "", error);
  path = g_path_is_absolute (name) || !line->base_dir
           ? g_strdup (name)
           : g_build_filename (line->base_dir, name, NULL);
  file = g_file_new_for_path (path);
  return entente_article_read_file (file, ENTENTE_ARTICLE_AUTO, NULL, error);
}

/* ---- quotes ---- */

/* Byte offset of the @occurrence-th @quote (from 1), or -1. @quote is not empty. */
static gssize
find_quote (const char *text, const char *quote, json_int_t occurrence)
{
  const char *found = strstr (text, quote);

  while (found && --occurrence > 0)
    found = strstr (found + 1, quote);
  return found ? found - text : -1;
}

/* The passage that is marked there already, else a new one. */
static EntentePassage *
make_passage (const EntenteLine *line,
              const EntenteRevision *revision,
              gint64 start,
              gint64 end,
              GError **error)
{
  g_autoptr (GPtrArray) passages = entente_store_list_of (line->store,
                                                          ENTENTE_ENTITY_PASSAGE,
                                                          ENTENTE_ENTITY_REVISION,
                                                          revision->record.id,
                                                          error);

  if (!passages)
    return NULL;
  for (guint i = 0; i < passages->len; i++) {
    EntentePassage *passage = g_ptr_array_index (passages, i);

    if (passage->start == start && passage->end == end)
      return entente_passage_ref (passage);
  }
  return entente_passage_new_from_text (revision->record.id, revision->text, start, end);
}

static EntentePassage *
locate_quote (const EntenteLine *line, EntenteId article, const char *quote, GError **error)
{
  json_t *occurrence = json_object_get (line->object, "occurrence");
  json_int_t number = occurrence ? json_integer_value (occurrence) : 1;
  g_autoptr (GError) failure = NULL;
  g_autoptr (EntenteRevision) revision =
    entente_store_get_newest_revision (line->store, article, &failure);
  const char *text = revision && revision->text ? revision->text : "";
  gssize at = number > 0 ? find_quote (text, quote, number) : -1;
  gint64 start;

  if (failure && !g_error_matches (failure, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (at < 0) {
    entente_line_set_invalid (
      error,
      number == 1 ? _ ("The article does not contain the words “%s”; quote it exactly.")
                  : _ ("The article does not contain the words “%s” so often; quote it "
                       "exactly and mend “occurrence”."),
      quote);
    return NULL;
  }
  start = g_utf8_pointer_to_offset (text, text + at);
  return make_passage (line, revision, start, start + g_utf8_strlen (quote, -1), error);
}

/* *passage stays NULL when the line quotes nothing; *article becomes its article, or none. */
gboolean
entente_line_read_quote (const EntenteLine *line,
                         EntenteId *article,
                         EntentePassage **passage,
                         GError **error)
{
  const char *quote = entente_line_get_text (line, "quote");

  *article = ENTENTE_ID_NONE;
  if (!quote && !json_object_get (line->object, "article"))
    return TRUE;
  *article = entente_line_require_id (line, "article", ENTENTE_ENTITY_ARTICLE, error);
  if (*article == ENTENTE_ID_NONE)
    return FALSE;
  if (!quote)
    return TRUE;
  if (!*quote) {
    entente_line_set_invalid (error,
                              _ ("The member “quote” is empty; write words of the article."));
    return FALSE;
  }
  *passage = locate_quote (line, *article, quote, error);
  return *passage != NULL;
}
