/* Records of a study whole, as JSON: fields first, then what belongs to the record.
 *
 * Names of actors are written beside their numbers, so that a reader needs no second list.
 */

#include "config.h"

#include "entente-study-json.h"

#include <string.h>

#include "entente-event-cursor.h"
#include "entente-extract.h"
#include "entente-order-words.h"

static void
set_id (json_t *object, const char *member, EntenteId id)
{
  if (id != ENTENTE_ID_NONE)
    json_object_set_new (object, member, json_sprintf ("%" G_GINT64_FORMAT, id));
  else
    json_object_set_new (object, member, json_null ());
}

static void
set_text (json_t *object, const char *member, const char *text)
{
  json_object_set_new (object, member, text ? json_string (text) : json_null ());
}

/* NULL when there is no such actor. */
static const char *
get_actor_name (const EntenteChronicle *chronicle, EntenteId id)
{
  guint32 index =
    id == ENTENTE_ID_NONE ? ENTENTE_NO_INDEX : entente_chronicle_find_actor (chronicle, id);

  return index == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_actor (chronicle, index)->name;
}

/* A list of texts as a member, which is there even when it is empty. */
static json_t *
add_array (json_t *object, const char *member)
{
  json_t *array = json_array ();

  json_object_set_new (object, member, array);
  return array;
}

/* ---- events ---- */

static json_t *
write_part (const EntenteChronicle *chronicle, const EntenteParticipation *part)
{
  json_t *object = json_object ();

  set_text (object, "actor", get_actor_name (chronicle, part->actor));
  set_text (object, "role", entente_enum_nick (ENTENTE_ENUM_ROLE, part->role));
  set_id (object, "actor_id", part->actor);
  if (part->speaks_for != ENTENTE_ID_NONE)
    set_text (object, "speaks_for", get_actor_name (chronicle, part->speaks_for));
  set_id (object, "id", part->record.id);
  return object;
}

json_t *
entente_study_claim_to_json (EntenteStudy *study, const EntenteEventDetail *detail, guint index)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  const EntenteClaim *claim = g_ptr_array_index (detail->claims, index);
  const EntentePassage *passage = g_ptr_array_index (detail->passages, index);
  const EntenteArticle *article = g_ptr_array_index (detail->articles, index);
  const EntenteFootnote *note = g_ptr_array_index (detail->footnotes, index);
  json_t *object = entente_record_to_json (claim);

  if (claim->outlet != ENTENTE_ID_NONE)
    set_text (object, "outlet_name", get_actor_name (chronicle, claim->outlet));
  set_text (object, "speaker_name", get_actor_name (chronicle, claim->speaker));
  set_text (object, "quote", passage ? passage->quote : NULL);
  set_id (object, "article", article ? article->record.id : ENTENTE_ID_NONE);
  set_text (object, "article_title", article ? article->title : NULL);
  if (note) {
    set_text (object, "footnote", note->marker);
    set_text (object, "footnote_text", note->text);
  }
  return object;
}

json_t *
entente_study_link_to_json (EntenteStudy *study, const EntenteEventDetail *detail, guint index)
{
  const EntenteLink *link = g_ptr_array_index (detail->links, index);
  const EntenteEvent *other = g_ptr_array_index (detail->linked, index);
  g_autofree char *mine = entente_study_dup_event_title (study, detail->event);
  g_autofree char *its = entente_study_dup_event_title (study, other);
  gboolean is_answer = link->from == detail->event->record.id;
  json_t *object = entente_record_to_json (link);

  set_text (object, "from_title", is_answer ? mine : its);
  set_text (object, "to_title", is_answer ? its : mine);
  return object;
}

/* Each article once, in the order of the claims. */
static void
add_articles (json_t *object, const EntenteEventDetail *detail)
{
  json_t *array = add_array (object, "articles");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < detail->articles->len; i++) {
    EntenteArticle *article = g_ptr_array_index (detail->articles, i);
    json_t *entry;

    if (!article || !g_hash_table_add (seen, &article->record.id))
      continue;
    entry = json_object ();
    set_id (entry, "id", article->record.id);
    set_text (entry, "title", article->title);
    json_array_append_new (array, entry);
  }
}

/* What is derived, and names in place of numbers. */
static void
add_derived (json_t *object, const EntenteChronicle *chronicle, const EntenteEvent *event)
{
  guint row = entente_chronicle_find_row (chronicle, event->record.id);
  const EntenteKind *kind = entente_kind_find (event->kind);
  guint32 track = entente_chronicle_find_track (chronicle, event->track);
  guint32 place = entente_chronicle_find_place (chronicle, event->place);

  set_text (object,
            "group",
            kind ? entente_enum_nick (ENTENTE_ENUM_KIND_GROUP, kind->group) : NULL);
  if (track != ENTENTE_NO_INDEX)
    set_text (object, "track_name", entente_chronicle_get_track (chronicle, track)->name);
  if (place != ENTENTE_NO_INDEX)
    set_text (object, "place_name", entente_chronicle_get_place_record (chronicle, place)->name);
  if (row == ENTENTE_NO_INDEX)
    return;
  set_text (
    object,
    "evidence",
    entente_enum_nick (ENTENTE_ENUM_EVIDENCE, entente_chronicle_get_evidence (chronicle, row)));
  set_text (object,
            "status",
            entente_enum_nick (ENTENTE_ENUM_STATUS, entente_chronicle_get_status (chronicle, row)));
  set_text (
    object,
    "answered",
    entente_enum_nick (ENTENTE_ENUM_ANSWERED, entente_chronicle_get_answered (chronicle, row)));
}

static void
add_links (json_t *object,
           EntenteStudy *study,
           const EntenteExtract *extract,
           const EntenteEventDetail *detail)
{
  json_t *array = add_array (object, "links");

  for (guint i = 0; i < detail->links->len; i++) {
    const EntenteRecord *link = g_ptr_array_index (detail->links, i);

    if (entente_extract_has (extract, ENTENTE_ENTITY_LINK, link->id))
      json_array_append_new (array, entente_study_link_to_json (study, detail, i));
  }
}

/* What orders make of the date, and why. An extract may lack the other moves, and so may who reads
 * it. */
static void
add_bounds (json_t *object, const EntenteChronicle *chronicle, const EntenteEventDetail *detail)
{
  g_autoptr (EntenteDate) date = entente_order_bound_date (chronicle, detail, FALSE);
  json_t *when = json_object_get (object, "when");
  json_t *bounded;

  if (entente_date_equal (date, detail->event->when))
    return;
  bounded = entente_date_to_json (date);
  json_object_set (when, "earliest", json_object_get (bounded, "earliest"));
  json_object_set (when, "latest", json_object_get (bounded, "latest"));
  json_object_set (object, "bounds", json_object_get (bounded, "bound_reason"));
  json_decref (bounded);
}

static json_t *
write_event (EntenteStudy *study, const EntenteExtract *extract, const EntenteEventDetail *detail)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  json_t *object = entente_record_to_json (detail->event);
  g_autofree char *title = entente_study_dup_event_title (study, detail->event);
  json_t *array;

  /* An undated event has the members of a date too. */
  if (!detail->event->when) {
    g_autoptr (EntenteDate) undated = entente_date_new_undated ();

    json_object_set_new (object, "when", entente_date_to_json (undated));
  }
  if (!extract)
    add_bounds (object, chronicle, detail);
  /* A title that nobody gave is described; "titled" tells which. */
  set_text (object, "title", title);
  json_object_set_new (object, "titled", json_boolean (detail->event->title != NULL));
  array = add_array (object, "participants");
  for (guint i = 0; i < detail->participations->len; i++)
    json_array_append_new (array,
                           write_part (chronicle, g_ptr_array_index (detail->participations, i)));
  add_derived (object, chronicle, detail->event);
  array = add_array (object, "claims");
  for (guint i = 0; i < detail->claims->len; i++)
    json_array_append_new (array, entente_study_claim_to_json (study, detail, i));
  add_links (object, study, extract, detail);
  add_articles (object, detail);
  return object;
}

json_t *
entente_study_event_to_json (EntenteStudy *study, const EntenteEventDetail *detail)
{
  return write_event (study, NULL, detail);
}

/* ---- actors ---- */

static void
add_affiliations (json_t *object,
                  const EntenteChronicle *chronicle,
                  const EntenteExtract *extract,
                  guint32 actor)
{
  json_t *array = add_array (object, "affiliations");
  guint n;
  const EntenteAffiliation *const *list = entente_chronicle_get_affiliations (chronicle, actor, &n);

  for (guint i = 0; i < n; i++) {
    json_t *entry;

    if (!entente_extract_has (extract, ENTENTE_ENTITY_ACTOR, list[i]->parent))
      continue;
    entry = entente_record_to_json (list[i]);
    set_text (entry, "parent_name", get_actor_name (chronicle, list[i]->parent));
    json_array_append_new (array, entry);
  }
}

static json_t *
write_actor (EntenteStudy *study, const EntenteExtract *extract, guint32 actor)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  const EntenteActor *record = entente_chronicle_get_actor (chronicle, actor);
  guint n_events = extract ? entente_extract_count_events (extract, record->record.id)
                           : entente_chronicle_get_actor_count (chronicle, actor, FALSE);
  json_t *object = entente_record_to_json (record);
  guint n;
  const EntenteAlias *const *aliases = entente_chronicle_get_aliases (chronicle, actor, &n);
  json_t *array = add_array (object, "aliases");

  for (guint i = 0; i < n; i++)
    json_array_append_new (array, entente_record_to_json (aliases[i]));
  add_affiliations (object, chronicle, extract, actor);
  json_object_set_new (object, "events", json_integer (n_events));
  return object;
}

json_t *
entente_study_actor_to_json (EntenteStudy *study, guint32 actor)
{
  return write_actor (study, NULL, actor);
}

/* ---- articles ---- */

json_t *
entente_study_article_summary_to_json (EntenteStudy *study, guint32 article)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  const EntenteArticle *record = entente_chronicle_get_article (chronicle, article);
  json_t *object = entente_record_to_json (record);

  if (record->publication != ENTENTE_ID_NONE)
    set_text (object, "publication_name", get_actor_name (chronicle, record->publication));
  return object;
}

static void
append_records (json_t *array, const EntenteExtract *extract, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++) {
    const EntenteRecord *record = g_ptr_array_index (records, i);

    if (entente_extract_has (extract, record->entity, record->id))
      json_array_append_new (array, entente_record_to_json (record));
  }
}

/* The text and its notes whole; of marks and claims those of the extract. */
static json_t *
write_article (EntenteStudy *study,
               const EntenteExtract *extract,
               const EntenteArticleDetail *detail)
{
  json_t *object = entente_record_to_json (detail->article);

  if (detail->article->publication != ENTENTE_ID_NONE)
    set_text (object,
              "publication_name",
              get_actor_name (entente_study_get_chronicle (study), detail->article->publication));
  set_text (object, "body", detail->revision ? detail->revision->text : NULL);
  if (detail->revision)
    json_object_set_new (object, "revision", entente_record_to_json (detail->revision));
  append_records (add_array (object, "notes"), NULL, detail->footnotes);
  append_records (add_array (object, "marks"), extract, detail->passages);
  append_records (add_array (object, "claims"), extract, detail->claims);
  return object;
}

json_t *
entente_study_article_to_json (EntenteStudy *study, const EntenteArticleDetail *detail)
{
  return write_article (study, NULL, detail);
}

/* ---- kinds ---- */

json_t *
entente_study_kind_to_json (const EntenteKind *kind, guint n_events)
{
  json_t *object = json_object ();

  set_text (object, "id", kind->id);
  set_text (object, "group", entente_enum_nick (ENTENTE_ENUM_KIND_GROUP, kind->group));
  set_text (object, "label", entente_kind_get_label (kind));
  json_object_set_new (object, "expects_answer", json_boolean (kind->expects_answer));
  set_text (object, "cameo", kind->cameo);
  set_text (object, "plover", kind->plover);
  set_text (object, "definition", kind->definition);
  json_object_set_new (object, "events", json_integer (n_events));
  return object;
}

static const char *
get_article_title (const EntenteChronicle *chronicle, EntenteId article)
{
  guint32 index = entente_chronicle_find_article (chronicle, article);

  return index == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_article (chronicle, index)->title;
}

json_t *
entente_study_reprint_to_json (EntenteStudy *study, const EntenteReprint *reprint)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  gboolean is_told = entente_reprints_get_origin (chronicle, reprint->article) ==
                     entente_reprints_get_origin (chronicle, reprint->other);
  json_t *object = json_object ();

  set_id (object, "id", reprint->article);
  set_text (object, "title", get_article_title (chronicle, reprint->article));
  set_id (object, "other", reprint->other);
  set_text (object, "other_title", get_article_title (chronicle, reprint->other));
  json_object_set_new (object, "percent", json_integer (reprint->percent));
  json_object_set_new (object, "told", json_boolean (is_told));
  return object;
}

/* ---- the whole study ---- */

typedef struct {
  EntenteStudy *study;
  EntenteExtract *extract; /* what is written; NULL: all */
  EntenteWriteFunc write;
  gpointer data;
  gboolean is_first;
} Writer;

static gboolean
put (Writer *writer, const char *text)
{
  return writer->write (writer->data, text, strlen (text));
}

/* Takes @object. FALSE when nothing more can be written, which who writes knows best. */
static gboolean
put_object (Writer *writer, json_t *object)
{
  char *text = json_dumps (object, JSON_COMPACT);
  gboolean done = put (writer, writer->is_first ? "\n" : ",\n") && put (writer, text);

  writer->is_first = FALSE;
  free (text);
  json_decref (object);
  return done;
}

static gboolean
begin_array (Writer *writer, const char *name)
{
  g_autofree char *text = g_strdup_printf (",\n\"%s\":[", name);

  writer->is_first = TRUE;
  return put (writer, text);
}

static gboolean
put_events (Writer *writer, const EntenteBitset *rows, GError **error)
{
  g_autoptr (EntenteEventCursor) cursor = entente_event_cursor_new (writer->study, rows);
  g_autoptr (GError) failed = NULL;
  EntenteEventDetail *detail;

  if (!begin_array (writer, "events"))
    return FALSE;
  while ((detail = entente_event_cursor_next (cursor, &failed)))
    if (!put_object (writer, write_event (writer->study, writer->extract, detail)))
      return FALSE;
  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  return put (writer, "\n]");
}

static gboolean
is_wanted (const Writer *writer, gconstpointer data)
{
  const EntenteRecord *record = data;

  return entente_extract_has (writer->extract, record->entity, record->id);
}

static gboolean
put_actors (Writer *writer)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (writer->study);

  if (!begin_array (writer, "actors"))
    return FALSE;
  for (guint i = 0; i < entente_chronicle_get_n_actors (chronicle); i++)
    if (is_wanted (writer, entente_chronicle_get_actor (chronicle, i)) &&
        !put_object (writer, write_actor (writer->study, writer->extract, i)))
      return FALSE;
  return put (writer, "\n]");
}

static gboolean
put_articles (Writer *writer, GError **error)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (writer->study);

  if (!begin_array (writer, "articles"))
    return FALSE;
  for (guint i = 0; i < entente_chronicle_get_n_articles (chronicle); i++) {
    const EntenteArticle *article = entente_chronicle_get_article (chronicle, i);
    g_autoptr (EntenteArticleDetail) detail = NULL;

    if (!is_wanted (writer, article))
      continue;
    detail = entente_study_read_article (writer->study, article->record.id, error);
    if (!detail || !put_object (writer, write_article (writer->study, writer->extract, detail)))
      return FALSE;
  }
  return put (writer, "\n]");
}

static gboolean
put_plain (Writer *writer, EntenteEntity entity, const char *name, GError **error)
{
  g_autoptr (GPtrArray) records =
    entente_store_list (entente_study_get_store (writer->study), entity, error);

  if (!records || !begin_array (writer, name))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (is_wanted (writer, g_ptr_array_index (records, i)) &&
        !put_object (writer, entente_record_to_json (g_ptr_array_index (records, i))))
      return FALSE;
  return put (writer, "\n]");
}

/* Entities that are their fields and nothing else; those that hang on others stand with them. */
static const struct {
  EntenteEntity entity;
  const char *name;
} plain[] = {
  { ENTENTE_ENTITY_SETTING, "settings" },   { ENTENTE_ENTITY_CODER, "coders" },
  { ENTENTE_ENTITY_PLACE, "places" },       { ENTENTE_ENTITY_TRACK, "tracks" },
  { ENTENTE_ENTITY_ISSUE, "issues" },       { ENTENTE_ENTITY_ERA, "eras" },
  { ENTENTE_ENTITY_ORDER, "orders" },       { ENTENTE_ENTITY_POSITION, "positions" },
  { ENTENTE_ENTITY_QUESTION, "questions" }, { ENTENTE_ENTITY_TURNING_POINT, "turning_points" },
  { ENTENTE_ENTITY_VIEW, "views" },         { ENTENTE_ENTITY_TEMPLATE, "templates" },
  { ENTENTE_ENTITY_FIELD, "fields" },       { ENTENTE_ENTITY_FIELD_VALUE, "field_values" },
  { ENTENTE_ENTITY_LEXICON, "lexicon" },
};

static gboolean
put_head (Writer *writer)
{
  json_t *title = json_string (entente_study_get_title (writer->study));
  char *quoted = json_dumps (title, JSON_ENCODE_ANY);
  gboolean done = put (writer, "{\n\"format\":\"entente-study\",\n\"version\":1,\n\"title\":") &&
                  put (writer, quoted);

  free (quoted);
  json_decref (title);
  return done;
}

gboolean
entente_study_write_json (EntenteStudy *study,
                          const EntenteBitset *rows,
                          EntenteWriteFunc write,
                          gpointer data,
                          GError **error)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  g_autoptr (EntenteExtract) extract = rows ? entente_extract_new (study, rows, error) : NULL;
  g_autoptr (EntenteBitset) all =
    rows ? NULL : entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  Writer writer = { study, extract, write, data, TRUE };

  if ((rows && !extract) || !put_head (&writer))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (!put_plain (&writer, plain[i].entity, plain[i].name, error))
      return FALSE;
  return put_actors (&writer) && put_articles (&writer, error) &&
         put_events (&writer, rows ? rows : all, error) && put (&writer, "\n}\n");
}
