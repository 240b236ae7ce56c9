/* Lines that revise what is recorded: a corrected text, two events or actors that are one, one that
 * is two. */
#include "config.h"

#include "entente-commands-line.h"

#include <glib/gi18n-lib.h>

#include "entente-actor-merge.h"
#include "entente-actor-split.h"
#include "entente-correction.h"
#include "entente-event-merge.h"

/* ---- corrected texts ---- */

/* A file is read as on import, its notes included; "text" is the body itself. */
static EntenteCorrection *
read_correction (const EntenteLine *line, EntenteId article, GError **error)
{
  const char *text = entente_line_get_text (line, "text");
  const GPtrArray *footnotes = NULL;
  g_autoptr (EntenteArticleDraft) draft = NULL;

  if (!text) {
    if (!entente_line_require_text (line, "file", error) ||
        !(draft = entente_line_read_draft (line, error)))
      return NULL;
    text = draft->revision->text;
    footnotes = draft->footnotes->len > 0 ? draft->footnotes : NULL;
  }
  return entente_correction_new (line->store,
                                 entente_study_get_chronicle (line->study),
                                 article,
                                 text ? text : "",
                                 footnotes,
                                 NULL,
                                 error);
}

static void
choose_marks (EntenteCorrection *correction, json_int_t likeness)
{
  for (guint i = 0; i < correction->marks->len; i++) {
    EntenteCorrectedMark *mark = correction->marks->pdata[i];

    mark->moves = mark->found.grade != ENTENTE_REATTACHED_LOST && mark->found.likeness >= likeness;
  }
}

EntenteStep *
entente_line_correct_text (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  json_t *likeness = json_object_get (line->object, "likeness");
  EntenteId article = entente_line_require_id (line, "article", ENTENTE_ENTITY_ARTICLE, error);
  g_autoptr (EntenteCorrection) correction = NULL;

  if (article == ENTENTE_ID_NONE)
    return NULL;
  if (likeness && !json_is_integer (likeness)) {
    entente_line_set_invalid (error, _ ("The member “likeness” is a number of percent."));
    return NULL;
  }
  correction = read_correction (line, article, error);
  if (!correction)
    return NULL;
  if (likeness)
    choose_marks (correction, json_integer_value (likeness));
  return entente_commands_correct_text (correction, entente_line_get_text (line, "why"));
}

/* ---- two events that are one ---- */

EntenteStep *
entente_line_merge_events (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  EntenteId kept = entente_line_require_id (line, "event", ENTENTE_ENTITY_EVENT, error);
  EntenteId gone = kept != ENTENTE_ID_NONE
                     ? entente_line_require_id (line, "other", ENTENTE_ENTITY_EVENT, error)
                     : ENTENTE_ID_NONE;
  g_autoptr (EntenteEventMerge) merge =
    gone != ENTENTE_ID_NONE ? entente_event_merge_read (line->store, kept, gone, error) : NULL;

  return merge ? entente_commands_merge_events (merge) : NULL;
}

/* ---- two actors that are one, and one that is two ---- */

EntenteStep *
entente_line_merge_actors (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  EntenteId kept = entente_line_require_id (line, "actor", entity, error);
  EntenteId gone = kept != ENTENTE_ID_NONE ? entente_line_require_id (line, "other", entity, error)
                                           : ENTENTE_ID_NONE;
  g_autoptr (EntenteActorMerge) merge =
    gone != ENTENTE_ID_NONE ? entente_actor_merge_read (line->store, kept, gone, error) : NULL;

  return merge ? entente_commands_merge_actors (merge) : NULL;
}

/* An alias may be named by its text, a part in an event by the event. */
static gboolean
is_meant (const EntenteRecord *record, const char *text, EntenteId id)
{
  if (record->id == id)
    return TRUE;
  if (record->entity == ENTENTE_ENTITY_ALIAS)
    return g_str_equal (((const EntenteAlias *) record)->text, text);
  return record->entity == ENTENTE_ENTITY_PARTICIPATION &&
         (((const EntenteParticipation *) record)->event == id ||
          ((const EntenteParticipation *) record)->event == entente_id_from_key (text));
}

static gboolean
choose_record (const EntenteActorDetail *detail,
               EntenteEntity entity,
               const char *text,
               GArray *chosen,
               GError **error)
{
  const GPtrArray *records = detail->records[entity];
  EntenteId id = ENTENTE_ID_NONE;
  guint n = chosen->len;

  if (!entente_id_parse (text, &id))
    id = entente_id_from_key (text);
  for (guint i = 0; i < records->len; i++) {
    const EntenteRecord *record = records->pdata[i];

    if (is_meant (record, text, id))
      g_array_append_val (chosen, record->id);
  }
  if (chosen->len > n)
    return TRUE;
  entente_line_set_invalid (
    error,
    _ ("“%s” has no record of type “%s” with the key, number or name “%s”."),
    detail->actor->name,
    entente_entity_nick (entity),
    text);
  return FALSE;
}

static const struct {
  const char *member;
  EntenteEntity entity;
} chosen_members[] = {
  { "aliases", ENTENTE_ENTITY_ALIAS },        { "affiliations", ENTENTE_ENTITY_AFFILIATION },
  { "events", ENTENTE_ENTITY_PARTICIPATION }, { "claims", ENTENTE_ENTITY_CLAIM },
  { "positions", ENTENTE_ENTITY_POSITION },
};

static gboolean
choose_records (const EntenteLine *line,
                const EntenteActorDetail *detail,
                guint member,
                GArray *chosen,
                GError **error)
{
  gsize i;
  json_t *value;

  json_array_foreach (json_object_get (line->object, chosen_members[member].member), i, value)
  {
    const char *text = json_string_value (value);
    g_autofree char *number = json_is_integer (value) ? g_strdup_printf ("%" JSON_INTEGER_FORMAT,
                                                                         json_integer_value (value))
                                                      : NULL;

    if (!text && !number) {
      entente_line_set_invalid (error,
                                _ ("The list “%s” holds keys, numbers or names."),
                                chosen_members[member].member);
      return FALSE;
    }
    if (!choose_record (detail, chosen_members[member].entity, text ? text : number, chosen, error))
      return FALSE;
  }
  return TRUE;
}

EntenteStep *
entente_line_split_actor (const EntenteLine *line, EntenteEntity entity, GError **error)
{
  static const char *const members[] = { "do",           "key",    "coder",  "actor",     "aliases",
                                         "affiliations", "events", "claims", "positions", NULL };
  EntenteId id = entente_line_require_id (line, "actor", entity, error);
  g_autoptr (EntenteActorDetail) detail =
    id != ENTENTE_ID_NONE ? entente_actor_detail_read (line->store, id, error) : NULL;
  g_autoptr (EntenteActor) fresh =
    detail ? entente_line_make_record (line, entity, members, error) : NULL;
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (!fresh)
    return NULL;
  if (!json_object_get (line->object, "kind"))
    fresh->kind = detail->actor->kind;
  for (guint i = 0; i < G_N_ELEMENTS (chosen_members); i++)
    if (!choose_records (line, detail, i, chosen, error))
      return NULL;
  return entente_commands_split_actor (detail, fresh, chosen, error);
}
