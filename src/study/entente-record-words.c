/* Records in words. A record is called by the first of its fields that says something to a person;
 * what only joins two others is called by these. */
#include "config.h"

#include "entente-record-words.h"

#include "entente-actor.h"
#include "entente-context.h"
#include "entente-event.h"
#include "entente-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A long text is told by its beginning. */
#define MAX_CHARS 90
/* Titles name records, which name records, … */
#define MAX_DEPTH 3

typedef struct {
  EntenteStore *store, *other;
  guint depth;
} Words;

static char *write_title (const Words *words, gconstpointer record);

const char *
entente_record_words_entity (EntenteEntity entity)
{
  static const char *const names[ENTENTE_N_ENTITIES] = {
    [ENTENTE_ENTITY_CODER] = N_ ("Coder"),
    [ENTENTE_ENTITY_PLACE] = N_ ("Place"),
    [ENTENTE_ENTITY_TRACK] = N_ ("Track"),
    [ENTENTE_ENTITY_ISSUE] = N_ ("Issue"),
    [ENTENTE_ENTITY_ERA] = N_ ("Era"),
    [ENTENTE_ENTITY_ACTOR] = N_ ("Actor"),
    [ENTENTE_ENTITY_ALIAS] = N_ ("Other name"),
    [ENTENTE_ENTITY_AFFILIATION] = N_ ("Affiliation"),
    [ENTENTE_ENTITY_ARTICLE] = N_ ("Article"),
    [ENTENTE_ENTITY_REVISION] = N_ ("Text of an article"),
    [ENTENTE_ENTITY_FOOTNOTE] = N_ ("Footnote"),
    [ENTENTE_ENTITY_PASSAGE] = N_ ("Passage"),
    [ENTENTE_ENTITY_EVENT] = N_ ("Move"),
    [ENTENTE_ENTITY_PARTICIPATION] = N_ ("Participation"),
    [ENTENTE_ENTITY_CLAIM] = N_ ("Claim"),
    [ENTENTE_ENTITY_LINK] = N_ ("Link"),
    [ENTENTE_ENTITY_ORDER] = N_ ("Order of two moves"),
    [ENTENTE_ENTITY_POSITION] = N_ ("Position"),
    [ENTENTE_ENTITY_QUESTION] = N_ ("Question"),
    [ENTENTE_ENTITY_VIEW] = N_ ("Saved view"),
    [ENTENTE_ENTITY_TEMPLATE] = N_ ("Template"),
    [ENTENTE_ENTITY_FIELD] = N_ ("Own field"),
    [ENTENTE_ENTITY_FIELD_VALUE] = N_ ("Value of an own field"),
    [ENTENTE_ENTITY_SETTING] = N_ ("Setting"),
    [ENTENTE_ENTITY_REJECTION] = N_ ("Refused suggestion"),
    [ENTENTE_ENTITY_LEXICON] = N_ ("Learnt word"),
  };

  return _ (names[entity]);
}

/* ---- fields ---- */

static const struct {
  const char *field;
  const char *label;
} labels[] = {
  { "actor", N_ ("Actor") },
  { "authors", N_ ("Authors") },
  { "certainty", N_ ("Certainty") },
  { "claimed_kind", N_ ("Claimed kind") },
  { "claimed_place", N_ ("Claimed place") },
  { "claimed_text", N_ ("Claimed text") },
  { "claimed_to", N_ ("Claimed addressees") },
  { "claimed_when", N_ ("Claimed date") },
  { "claimed_who", N_ ("Claimed actors") },
  { "colour", N_ ("Colour") },
  { "event", N_ ("Move") },
  { "evidence", N_ ("Evidence") },
  { "extent", N_ ("Extent") },
  { "from", N_ ("From") },
  { "grade", N_ ("Grade") },
  { "hedge", N_ ("Hedge") },
  { "initials", N_ ("Initials") },
  { "issue", N_ ("Issue") },
  { "issues", N_ ("Issues") },
  { "judgement", N_ ("Judgement") },
  { "judgement_reason", N_ ("Reason of the judgement") },
  { "kind", N_ ("Kind") },
  { "language", N_ ("Language") },
  { "mediator", N_ ("Mediator") },
  { "medium", N_ ("Medium") },
  { "mode", N_ ("Mode") },
  { "name", N_ ("Name") },
  { "naming", N_ ("Naming") },
  { "note", N_ ("Note") },
  { "other", N_ ("Other move") },
  { "outlet", N_ ("Outlet") },
  { "outlet_name", N_ ("Name of the outlet") },
  { "parent", N_ ("Part of") },
  { "passage", N_ ("Passage") },
  { "pinned", N_ ("Pinned") },
  { "place", N_ ("Place") },
  { "planned", N_ ("Planned") },
  { "private", N_ ("Private") },
  { "publication", N_ ("Publication") },
  { "publication_name", N_ ("Publication") },
  { "published", N_ ("Published") },
  { "quote", N_ ("Quote") },
  { "reason", N_ ("Reason") },
  { "resolved_by", N_ ("Resolved by") },
  { "retrieved", N_ ("Retrieved") },
  { "role", N_ ("Role") },
  { "short_label", N_ ("Short label") },
  { "speaker", N_ ("Speaker") },
  { "speaker_class", N_ ("Kind of speaker") },
  { "speaks_for", N_ ("Speaks for") },
  { "stance", N_ ("Stance") },
  { "status", N_ ("Status") },
  { "summary", N_ ("Summary") },
  { "telling", N_ ("Order of telling") },
  { "text", N_ ("Text") },
  { "title", N_ ("Title") },
  { "to", N_ ("To") },
  { "track", N_ ("Track") },
  { "type", N_ ("Type") },
  { "valid_from", N_ ("Valid from") },
  { "valid_to", N_ ("Valid until") },
  { "value", N_ ("Value") },
  { "when", N_ ("Date") },
};

/* What is rarely met by its reader is called as it is in files. */
const char *
entente_record_words_field (const EntenteFieldInfo *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++) {
    if (strcmp (labels[i].field, field->name) == 0)
      return _ (labels[i].label);
  }
  return field->name;
}

/* ---- values ---- */

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_strdelimit (line, "\n\r\t", ' ');
  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= MAX_CHARS)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, MAX_CHARS - 1) = '\0';
  return g_strconcat (g_strchomp (line), "…", NULL);
}

static gpointer
look_up (const Words *words, EntenteEntity entity, EntenteId id)
{
  gpointer record = entente_store_get (words->store, entity, id, NULL);

  if (!record && words->other)
    record = entente_store_get (words->other, entity, id, NULL);
  return record;
}

static char *
write_name (const Words *words, EntenteEntity entity, EntenteId id)
{
  Words deeper = *words;
  g_autoptr (EntenteRecord) record = NULL;

  if (entity < ENTENTE_N_ENTITIES && deeper.depth++ < MAX_DEPTH)
    record = look_up (words, entity, id);
  return record ? write_title (&deeper, record) : g_strdup ("…");
}

static char *
write_names (const Words *words, EntenteEntity entity, const GArray *ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids && i < ids->len; i++) {
    g_autofree char *name = write_name (words, entity, g_array_index (ids, EntenteId, i));

    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
is_kind (const EntenteRecord *record, const EntenteFieldInfo *field)
{
  return (record->entity == ENTENTE_ENTITY_EVENT && strcmp (field->name, "kind") == 0) ||
         strcmp (field->name, "claimed_kind") == 0;
}

static char *
write_string (gconstpointer record, const EntenteFieldInfo *field, const char *text)
{
  const EntenteKind *kind = text && is_kind (record, field) ? entente_kind_find (text) : NULL;

  return kind ? g_strdup (entente_kind_get_label (kind)) : shorten (text ? text : "");
}

/* "" when the field is empty. */
static char *
write_value (const Words *words, gconstpointer record, const EntenteFieldInfo *field)
{
  gpointer value = entente_record_get_field (record, field);

  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    return write_string (record, field, *(char **) value);
  case ENTENTE_FIELD_BOOLEAN:
    return g_strdup (*(gboolean *) value ? _ ("yes") : _ ("no"));
  case ENTENTE_FIELD_ENUM:
    return g_strdup (entente_enum_label (field->vocabulary, *(int *) value));
  case ENTENTE_FIELD_ID:
    return *(EntenteId *) value ? write_name (words, field->target, *(EntenteId *) value)
                                : g_strdup ("");
  case ENTENTE_FIELD_IDS:
    return write_names (words, field->target, *(GArray **) value);
  case ENTENTE_FIELD_DATE:
    return *(EntenteDate **) value ? entente_date_format (*(EntenteDate **) value) : g_strdup ("");
  case ENTENTE_FIELD_INT:
  case ENTENTE_FIELD_REAL:
  default:
    return entente_record_dup_text (record, field);
  }
}

char *
entente_record_words_value (EntenteStore *store,
                            EntenteStore *other,
                            gconstpointer record,
                            const EntenteFieldInfo *field)
{
  Words words = { store, other, 0 };
  char *value = write_value (&words, record, field);

  if (value && *value)
    return value;
  g_free (value);
  return g_strdup ("—");
}

/* ---- titles ---- */

static char *
write_field (const Words *words, gconstpointer record, const char *name)
{
  const EntenteFieldInfo *field =
    entente_entity_find_field (((const EntenteRecord *) record)->entity, name);

  return field ? write_value (words, record, field) : g_strdup ("");
}

/* "one · other" of two fields, either of which may be empty. */
static char *
join_fields (const Words *words, gconstpointer record, const char *one, const char *other)
{
  g_autofree char *first = write_field (words, record, one);
  g_autofree char *second = write_field (words, record, other);

  return g_strdup_printf ("%s%s%s", first, *first && *second ? " · " : "", second);
}

/* A move without title by its kind and date. */
static char *
write_event (const Words *words, const EntenteEvent *event)
{
  if (event->title && *event->title)
    return shorten (event->title);
  return join_fields (words, event, "kind", "when");
}

/* The two fields that tell which one it is, for records without name or title. */
static const struct {
  EntenteEntity entity;
  const char *one, *other;
} pairs[] = {
  { ENTENTE_ENTITY_AFFILIATION, "actor", "parent" },
  { ENTENTE_ENTITY_REVISION, "article", "number" },
  { ENTENTE_ENTITY_FOOTNOTE, "marker", "text" },
  { ENTENTE_ENTITY_PARTICIPATION, "actor", "role" },
  { ENTENTE_ENTITY_CLAIM, "event", "stance" },
  { ENTENTE_ENTITY_LINK, "from", "type" },
  { ENTENTE_ENTITY_ORDER, "event", "relation" },
  { ENTENTE_ENTITY_POSITION, "actor", "text" },
  { ENTENTE_ENTITY_FIELD_VALUE, "field", "value" },
};

static char *
write_plain_title (const Words *words, const EntenteRecord *record)
{
  static const char *const names[] = { "title", "name", "text", "quote" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    if (pairs[i].entity == record->entity)
      return join_fields (words, record, pairs[i].one, pairs[i].other);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = write_field (words, record, names[i]);

    if (name && *name)
      return g_steal_pointer (&name);
  }
  return g_strdup ("");
}

static char *
write_title (const Words *words, gconstpointer record)
{
  const EntenteRecord *base = record;
  g_autofree char *title = base->entity == ENTENTE_ENTITY_EVENT ? write_event (words, record)
                                                                : write_plain_title (words, base);

  return *title ? g_steal_pointer (&title) : g_strdup (entente_record_words_entity (base->entity));
}

char *
entente_record_words_title (EntenteStore *store, EntenteStore *other, gconstpointer record)
{
  Words words = { store, other, 0 };

  return write_title (&words, record);
}
