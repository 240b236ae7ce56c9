/* Commands as lines of JSON: entente-apply(5).
 *
 * A line names its command in "do". What a record is made of follows the table of fields of core,
 * so a new field is understood here without a change; only what is more than a record has code
 * here: actors with their names, articles read from a file, events with participants, quotes that
 * become passages, views.
 */

#include "config.h"

#include "entente-commands-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-commands-private.h"
#include "entente-look-alikes.h"
#include "entente-query-parse.h"
#include "entente-views.h"

typedef EntenteStep *(*Maker) (const EntenteLine *line, EntenteEntity entity, GError **error);

/* Members of a line that are no fields of its record. */
static const char *const plain_members[] = { "do", "key", "coder", NULL };
static const char *const quote_members[] = { "do",    "key",        "coder", "article",
                                             "quote", "occurrence", NULL };
static const char *const actor_members[] = { "do", "key", "coder", "aliases", NULL };
static const char *const article_members[] = { "do", "key", "coder", "file", "text", NULL };
static const char *const event_members[] = { "do", "key", "coder", "participants", NULL };
static const char *const view_members[] = { "do", "key", "coder", "key_number", "query", NULL };
static const char *const set_members[] = { "do",           "entity",     "id",    "coder",
                                           "participants", "key_number", "query", NULL };

/* ---- makers of steps ---- */

/* A record as it is, with the passage that it quotes if it has one. */
static EntenteStep *
add_plain (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  const EntenteFieldInfo *field = entente_entity_find_field (entity, "passage");
  g_autoptr (EntenteRecord) record =
    entente_line_make_record (line, entity, field ? quote_members : plain_members, error);
  g_autoptr (EntentePassage) passage = NULL;
  EntenteStep *step;
  EntenteId article;

  if (!record || (field && !entente_line_read_quote (line, &article, &passage, error)))
    return NULL;
  step = entente_commands_begin (entity, ENTENTE_INSERT);
  if (passage) {
    if (passage->record.id == ENTENTE_ID_NONE) {
      entente_commands_ensure_id (passage);
      entente_step_insert (step, passage);
    }
    *(EntenteId *) entente_record_get_field (record, field) = passage->record.id;
  }
  entente_commands_ensure_id (record);
  entente_step_insert (step, record);
  return step;
}

/* A whole article speaks through its publication. */
static gboolean
set_outlet (const EntenteLine *line, EntenteClaim *claim, EntenteId id, GError **error)
{
  g_autoptr (EntenteArticle) article = NULL;

  if (claim->outlet != ENTENTE_ID_NONE || claim->outlet_name)
    return TRUE;
  article = entente_store_get (line->store, ENTENTE_ENTITY_ARTICLE, id, error);
  if (!article)
    return FALSE;
  claim->outlet = article->publication;
  if (article->publication == ENTENTE_ID_NONE)
    claim->outlet_name =
      g_strdup (article->publication_name ? article->publication_name : article->title);
  return TRUE;
}

/* An event is told where it is first quoted. */
static gboolean
set_telling (const EntenteLine *line,
             EntenteStep *step,
             EntenteId id,
             const EntentePassage *passage,
             GError **error)
{
  g_autoptr (EntenteEvent) event = entente_store_get (line->store, ENTENTE_ENTITY_EVENT, id, error);
  g_autoptr (EntenteEvent) changed = NULL;

  if (!event)
    return FALSE;
  if (event->telling != 0 || passage->start == 0)
    return TRUE;
  changed = entente_event_copy (event);
  changed->telling = passage->start;
  entente_step_update_fields (step, changed, entente_record_compare_fields (event, changed));
  return TRUE;
}

static EntenteStep *
add_claim (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  g_autoptr (EntenteClaim) claim = entente_line_make_record (line, entity, quote_members, error);
  g_autoptr (EntentePassage) passage = NULL;
  g_autoptr (EntenteStep) step = NULL;
  EntenteId article;

  if (!claim || !entente_line_read_quote (line, &article, &passage, error) ||
      (article != ENTENTE_ID_NONE && !passage && !set_outlet (line, claim, article, error)))
    return NULL;
  if (claim->event == ENTENTE_ID_NONE) {
    entente_line_require_text (line, "event", error);
    return NULL;
  }
  step = entente_commands_add_claim (claim, passage);
  if (passage && !set_telling (line, step, claim->event, passage, error))
    return NULL;
  return g_steal_pointer (&step);
}

/* The member @name, or NULL when there is none. Anything but a list would be read as an empty one,
 * which takes away what is there. */
static gboolean
read_list (const EntenteLine *line, const char *name, json_t **list, GError **error)
{
  *list = json_object_get (line->object, name);
  if (*list == NULL || json_is_array (*list))
    return TRUE;
  entente_line_set_invalid (error, _ ("“%s” is a list: […]."), name);
  return FALSE;
}

static EntenteAlias *
make_alias (const EntenteLine *line, json_t *value, GError **error)
{
  static const char *const none[] = { NULL };
  g_autoptr (EntenteAlias) alias = entente_alias_new ();

  if (json_is_string (value))
    alias->text = g_strdup (json_string_value (value));
  else if (!json_is_object (value)) {
    entente_line_set_invalid (error, _ ("Each of “aliases” is a text or an object with “text”."));
    return NULL;
  } else if (!entente_line_fill (line, alias, value, none, error))
    return NULL;
  return g_steal_pointer (&alias);
}

static EntenteStep *
add_actor (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  g_autoptr (EntenteActor) actor = entente_line_make_record (line, entity, actor_members, error);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (entente_record_unref);
  gsize i;
  json_t *list, *value;

  if (!actor || !read_list (line, "aliases", &list, error))
    return NULL;
  json_array_foreach (list, i, value)
  {
    EntenteAlias *alias = make_alias (line, value, error);

    if (!alias)
      return NULL;
    alias->record.id = entente_commands_part_id (actor->record.id, i);
    g_ptr_array_add (aliases, alias);
  }
  return entente_commands_add_actor (actor, aliases, NULL);
}

static EntenteStep *
add_article (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  g_autoptr (EntenteArticleDraft) draft = entente_line_read_draft (line, error);
  g_autoptr (EntenteArticle) article = NULL;
  EntenteStep *step;
  EntenteId key;

  if (!draft || !entente_line_get_key (line, entity, &key, error))
    return NULL;
  article = draft->article ? entente_article_copy (draft->article) : entente_article_new ();
  article->record.id = key;
  if (!entente_line_fill (line, article, line->object, article_members, error))
    return NULL;
  step = entente_commands_begin (entity, ENTENTE_INSERT);
  entente_commands_ensure_id (article);
  entente_step_insert (step, article);
  if (draft->revision && draft->revision->text)
    entente_commands_insert_text (step, draft, article->record.id, key);
  return step;
}

static EntenteParticipation *
make_part (const EntenteLine *line, json_t *value, gsize number, GError **error)
{
  static const char *const none[] = { NULL };
  g_autoptr (EntenteParticipation) part = entente_participation_new ();

  if (json_is_object (value) && !entente_line_fill (line, part, value, none, error))
    return NULL;
  if (part->actor == ENTENTE_ID_NONE) {
    entente_line_set_invalid (
      error,
      _ ("Participant %u names no actor; write {\"actor\": …, \"role\": …}."),
      (guint) number + 1);
    return NULL;
  }
  return g_steal_pointer (&part);
}

/* Parts of an event with a key get ids from @base on. */
static GPtrArray *
read_parts (const EntenteLine *line, EntenteId base, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (entente_record_unref);
  gsize i;
  json_t *list, *value;

  if (!read_list (line, "participants", &list, error))
    return NULL;
  json_array_foreach (list, i, value)
  {
    EntenteParticipation *part = make_part (line, value, i, error);

    if (!part)
      return NULL;
    part->record.id = entente_commands_part_id (base, i);
    g_ptr_array_add (parts, part);
  }
  return g_steal_pointer (&parts);
}

static EntenteStep *
add_event (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  g_autoptr (EntenteEvent) event = entente_line_make_record (line, entity, event_members, error);
  g_autoptr (GPtrArray) parts = event ? read_parts (line, event->record.id, error) : NULL;

  return parts ? entente_commands_add_event (event, parts, NULL, NULL) : NULL;
}

/* ---- views ---- */

static gboolean
fill_view (const EntenteLine *line, EntenteView *view, GError **error)
{
  json_t *query = json_object_get (line->object, "query");
  json_t *number = json_object_get (line->object, "key_number");
  g_autoptr (EntenteQuery) parsed = NULL;

  if (number && (json_integer_value (number) < 0 || json_integer_value (number) > 9)) {
    entente_line_set_invalid (error, _ ("“%s” is a number from 0 to 9."), "key_number");
    return FALSE;
  }
  if (number)
    view->key = json_integer_value (number);
  if (!query)
    return TRUE;
  parsed = entente_query_from_json (query, entente_study_get_chronicle (line->study), error);
  if (!parsed)
    return FALSE;
  g_free (view->query);
  view->query = entente_query_to_text (parsed);
  return TRUE;
}

/* One name means one view, and one key recalls one. */
static EntenteStep *
put_view (const EntenteLine *line, const EntenteView *old, EntenteView *view, GError **error)
{
  g_autoptr (GPtrArray) views = entente_store_list (line->store, ENTENTE_ENTITY_VIEW, error);
  const EntenteView *other = views ? entente_views_find_name (views, view->name) : NULL;
  EntenteStep *step;

  if (other && other->record.id != view->record.id)
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_CONFLICT,
                 _ ("There is already a view “%s”; use another name, or “set” to change it."),
                 view->name);
  if (!views || (other && other->record.id != view->record.id))
    return NULL;
  step = entente_commands_begin (ENTENTE_ENTITY_VIEW, old ? ENTENTE_UPDATE : ENTENTE_INSERT);
  entente_views_take_key (step, views, view->record.id, view->key);
  if (old)
    entente_step_update_fields (step, view, entente_record_compare_fields (old, view));
  else
    entente_step_insert (step, view);
  return step;
}

static EntenteStep *
add_view (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  g_autoptr (EntenteView) view = entente_line_make_record (line, entity, view_members, error);

  return view && fill_view (line, view, error) ? put_view (line, NULL, view, error) : NULL;
}

/* ---- settings, changes, deletions ---- */

static gboolean
put_setting (const EntenteLine *line,
             EntenteStep *step,
             const char *name,
             const char *value,
             GError **error)
{
  g_autoptr (EntenteSetting) setting = entente_setting_new ();
  gboolean exists;

  setting->record.id = entente_id_from_key (name);
  setting->name = g_strdup (name);
  setting->value = g_strdup (value);
  if (!entente_line_find (line, ENTENTE_ENTITY_SETTING, setting->record.id, &exists, error))
    return FALSE;
  if (exists)
    entente_step_update (step, setting);
  else
    entente_step_insert (step, setting);
  return TRUE;
}

static EntenteStep *
set_study (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  g_autoptr (EntenteStep) step = entente_commands_begin (entity, ENTENTE_UPDATE);
  const char *name;
  json_t *value;

  json_object_foreach (line->object, name, value)
  {
    if (g_str_equal (name, "do") || g_str_equal (name, "coder"))
      continue;
    if (!json_is_string (value)) {
      entente_line_set_invalid (error, _ ("The setting “%s” is no text; write it as one."), name);
      return NULL;
    }
    if (!put_setting (line, step, name, json_string_value (value), error))
      return NULL;
  }
  return g_steal_pointer (&step);
}

static gboolean
require_entity (const EntenteLine *line, EntenteEntity *entity, GError **error)
{
  const char *nick = entente_line_require_text (line, "entity", error);

  if (!nick)
    return FALSE;
  if (entente_entity_parse (nick, entity))
    return TRUE;
  entente_line_set_invalid (error,
                            _ ("There is no type of record “%s”; the manual lists them."),
                            nick);
  return FALSE;
}

/* Event and, when the line lists them, its participants. */
static EntenteStep *
edit_event (const EntenteLine *line, EntenteEvent *event, GError **error)
{
  gboolean has_parts = json_object_get (line->object, "participants") != NULL;
  g_autoptr (GPtrArray) parts = has_parts ? read_parts (line, ENTENTE_ID_NONE, error)
                                          : entente_store_list_of (line->store,
                                                                   ENTENTE_ENTITY_PARTICIPATION,
                                                                   ENTENTE_ENTITY_EVENT,
                                                                   event->record.id,
                                                                   error);

  return parts ? entente_commands_edit_event (line->study, event, parts, error) : NULL;
}

static gboolean
is_text_of_article (EntenteEntity entity)
{
  return entity == ENTENTE_ENTITY_REVISION || entity == ENTENTE_ENTITY_PASSAGE;
}

static EntenteStep *
set_record (const EntenteLine *line, EntenteEntity ignored, GError **error)
{
  EntenteEntity entity;
  EntenteId id;
  g_autoptr (EntenteRecord) old = NULL;
  g_autoptr (EntenteRecord) changed = NULL;

  if (!require_entity (line, &entity, error) ||
      (id = entente_line_require_id (line, "id", entity, error)) == ENTENTE_ID_NONE)
    return NULL;
  if (is_text_of_article (entity)) {
    entente_line_set_invalid (error,
                              _ ("The text of an article never changes; use “correct-text”."));
    return NULL;
  }
  old = entente_store_get (line->store, entity, id, error);
  changed = old ? entente_record_copy (old) : NULL;
  if (!changed || !entente_line_fill (line, changed, line->object, set_members, error))
    return NULL;
  if (entity == ENTENTE_ENTITY_EVENT)
    return edit_event (line, (EntenteEvent *) changed, error);
  if (entity == ENTENTE_ENTITY_VIEW)
    return fill_view (line, (EntenteView *) changed, error)
             ? put_view (line, (EntenteView *) old, (EntenteView *) changed, error)
             : NULL;
  return entente_record_equal (old, changed) ? entente_commands_begin (entity, ENTENTE_UPDATE)
                                             : entente_commands_put (changed);
}

static EntenteStep *
set_participants (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  EntenteId id = entente_line_require_id (line, "event", ENTENTE_ENTITY_EVENT, error);
  g_autoptr (EntenteEvent) event =
    id != ENTENTE_ID_NONE ? entente_store_get (line->store, ENTENTE_ENTITY_EVENT, id, error) : NULL;

  if (!event)
    return NULL;
  if (!json_is_array (json_object_get (line->object, "participants"))) {
    entente_line_set_invalid (error,
                              _ ("The command “set-participants” needs a list “participants”."));
    return NULL;
  }
  return edit_event (line, event, error);
}

static EntenteStep *
delete_record (const EntenteLine *line, EntenteEntity ignored, GError **error)
{
  EntenteEntity entity;
  EntenteId id;

  if (!require_entity (line, &entity, error) ||
      (id = entente_line_require_id (line, "id", entity, error)) == ENTENTE_ID_NONE)
    return NULL;
  return entente_commands_delete (entity, id);
}

/* ---- which maker ---- */

static const struct {
  const char *word;
  Maker make;
  EntenteEntity entity;
} makers[] = {
  { "set-study", set_study, ENTENTE_ENTITY_SETTING },
  { "add-actor", add_actor, ENTENTE_ENTITY_ACTOR },
  { "add-alias", add_plain, ENTENTE_ENTITY_ALIAS },
  { "add-affiliation", add_plain, ENTENTE_ENTITY_AFFILIATION },
  { "add-place", add_plain, ENTENTE_ENTITY_PLACE },
  { "add-track", add_plain, ENTENTE_ENTITY_TRACK },
  { "add-issue", add_plain, ENTENTE_ENTITY_ISSUE },
  { "add-era", add_plain, ENTENTE_ENTITY_ERA },
  { "add-article", add_article, ENTENTE_ENTITY_ARTICLE },
  { "correct-text", entente_line_correct_text, ENTENTE_ENTITY_REVISION },
  { "add-footnote", add_plain, ENTENTE_ENTITY_FOOTNOTE },
  { "add-event", add_event, ENTENTE_ENTITY_EVENT },
  { "add-claim", add_claim, ENTENTE_ENTITY_CLAIM },
  { "merge-events", entente_line_merge_events, ENTENTE_ENTITY_EVENT },
  { "merge-actors", entente_line_merge_actors, ENTENTE_ENTITY_ACTOR },
  { "split-actor", entente_line_split_actor, ENTENTE_ENTITY_ACTOR },
  { "link", add_plain, ENTENTE_ENTITY_LINK },
  { "add-link", add_plain, ENTENTE_ENTITY_LINK },
  { "add-order", add_plain, ENTENTE_ENTITY_ORDER },
  { "add-position", add_plain, ENTENTE_ENTITY_POSITION },
  { "add-question", add_plain, ENTENTE_ENTITY_QUESTION },
  { "add-turning-point", add_plain, ENTENTE_ENTITY_TURNING_POINT },
  { "add-view", add_view, ENTENTE_ENTITY_VIEW },
  { "add-template", add_plain, ENTENTE_ENTITY_TEMPLATE },
  { "add-field", add_plain, ENTENTE_ENTITY_FIELD },
  { "add-field-value", add_plain, ENTENTE_ENTITY_FIELD_VALUE },
  { "add-coder", add_plain, ENTENTE_ENTITY_CODER },
  { "add-lexicon", add_plain, ENTENTE_ENTITY_LEXICON },
  { "add-rejection", add_plain, ENTENTE_ENTITY_REJECTION },
  { "set", set_record, 0 },
  { "set-participants", set_participants, 0 },
  { "delete", delete_record, 0 },
};

static void
set_unknown_command (GError **error, const char *word)
{
  const char *words[G_N_ELEMENTS (makers) + 1] = { NULL };
  g_autofree char *question = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    words[i] = makers[i].word;
  question = entente_look_alikes_ask (word, words);
  entente_line_set_invalid (error, _ ("There is no command “%s”.%s"), word, question);
}

static EntenteStep *
make_step (EntenteStudy *study, json_t *object, const char *base_dir, GError **error)
{
  EntenteLine line = { study, entente_study_get_store (study), object, base_dir };
  const char *word = entente_line_get_text (&line, "do");

  if (!word) {
    entente_line_set_invalid (
      error,
      _ ("A command is an object with the member “do”, such as “add-event”."));
    return NULL;
  }
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].word, word))
      return makers[i].make (&line, makers[i].entity, error);
  set_unknown_command (error, word);
  return NULL;
}

static json_t *
parse_line (const char *text, GError **error)
{
  json_error_t failure;
  json_t *object = json_loads (text, JSON_REJECT_DUPLICATES, &failure);

  if (!object) {
    /* It quotes the text up to some byte. */
    g_autofree char *words = g_utf8_make_valid (failure.text, -1);

    entente_line_set_invalid (error,
                              _ ("This is not JSON: %s (column %d). Correct the line."),
                              words,
                              failure.column);
  }
  return object;
}

EntenteStep *
entente_commands_from_json (EntenteStudy *study,
                            const char *line,
                            const char *base_dir,
                            GError **error)
{
  json_t *object = parse_line (line, error);
  EntenteStep *step = object ? make_step (study, object, base_dir, error) : NULL;

  json_decref (object);
  return step;
}

gboolean
entente_study_apply_json (EntenteStudy *study,
                          const char *line,
                          const char *base_dir,
                          GError **error)
{
  json_t *object = parse_line (line, error);
  g_autoptr (EntenteStep) step = object ? make_step (study, object, base_dir, error) : NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  const char *coder = object ? json_string_value (json_object_get (object, "coder")) : NULL;

  if (step && coder)
    entente_store_set_coder (entente_study_get_store (study), coder);
  json_decref (object);
  if (!step)
    return FALSE;
  if (step->changes->len == 0)
    return TRUE;
  changes = entente_study_apply (study, step, error);
  return changes != NULL;
}
