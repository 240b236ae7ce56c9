/* Reads the field that lanes are made of: how many values it has, which of them an event has, what
 * they are called. Pure; any thread.
 */
#include "config.h"

#include "entente-lane-field.h"

#include <glib/gi18n-lib.h>

#include "entente-rounds.h"

static const struct {
  const char *nick, *label, *without;
} fields[ENTENTE_N_LANE_FIELDS] = {
  { "actor", N_ ("Actors"), N_ ("Without an actor") },
  { "role", N_ ("Roles"), N_ ("Without a role") },
  { "group", N_ ("Groups of kinds"), N_ ("Without a kind") },
  { "track", N_ ("Tracks"), N_ ("Without a track") },
  { "round", N_ ("Rounds"), N_ ("No round") },
  { "issue", N_ ("Issues"), N_ ("Without an issue") },
  { "article", N_ ("Articles"), N_ ("Without an article") },
  { "outlet", N_ ("Outlets"), N_ ("Without an outlet") },
  { "place", N_ ("Places"), N_ ("Without a place") },
  { "none", N_ ("One lane"), N_ ("All moves") },
};

const char *
entente_lane_field_get_nick (EntenteLaneField field)
{
  return field < ENTENTE_N_LANE_FIELDS ? fields[field].nick : NULL;
}

gboolean
entente_lane_field_parse (const char *nick, EntenteLaneField *field)
{
  for (guint i = 0; i < ENTENTE_N_LANE_FIELDS; i++)
    if (g_strcmp0 (fields[i].nick, nick) == 0) {
      *field = (EntenteLaneField) i;
      return TRUE;
    }
  return FALSE;
}

const char *
entente_lane_field_get_label (EntenteLaneField field)
{
  return _ (fields[field].label);
}

const char *
entente_lane_field_get_without (EntenteLaneField field)
{
  return _ (fields[field].without);
}

gboolean
entente_lane_field_is_ordered (EntenteLaneField field)
{
  return field == ENTENTE_LANES_BY_ROLE || field == ENTENTE_LANES_BY_GROUP ||
         field == ENTENTE_LANES_BY_ROUND;
}

guint
entente_lane_field_count (EntenteLaneField field, const EntenteChronicle *chronicle)
{
  switch (field) {
  case ENTENTE_LANES_BY_ACTOR:
  case ENTENTE_LANES_BY_OUTLET:
    return entente_chronicle_get_n_actors (chronicle);
  case ENTENTE_LANES_BY_ROLE:
    return (guint) entente_enum_count (ENTENTE_ENUM_ROLE);
  case ENTENTE_LANES_BY_GROUP:
    return ENTENTE_N_GROUPS;
  case ENTENTE_LANES_BY_TRACK:
    return entente_chronicle_get_n_tracks (chronicle);
  case ENTENTE_LANES_BY_ROUND:
    return entente_chronicle_get_n_rows (chronicle);
  case ENTENTE_LANES_BY_ISSUE:
    return entente_chronicle_get_n_issues (chronicle);
  case ENTENTE_LANES_BY_ARTICLE:
    return entente_chronicle_get_n_articles (chronicle);
  case ENTENTE_LANES_BY_PLACE:
    return entente_chronicle_get_n_places (chronicle);
  case ENTENTE_LANES_BY_NOTHING:
  case ENTENTE_N_LANE_FIELDS:
  default:
    return 1;
  }
}

/* ---- values of a row ---- */

static guint
add_key (guint32 *keys, guint n, guint32 key)
{
  if (key == ENTENTE_NO_INDEX || n == ENTENTE_LANE_FIELD_MAX)
    return n;
  for (guint i = 0; i < n; i++)
    if (keys[i] == key)
      return n;
  keys[n] = key;
  return n + 1;
}

static guint
collect_roles (const EntenteChronicle *chronicle, guint row, guint32 *keys)
{
  guint n_parts, n = 0;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n_parts);

  for (guint i = 0; i < n_parts; i++)
    n = add_key (keys, n, parts[i].role);
  return n;
}

/* As the filter has it: a round itself, and what is part of it. */
static guint
collect_rounds (const EntenteChronicle *chronicle, guint row, guint32 *keys)
{
  g_autoptr (GArray) rounds = entente_rounds_find (chronicle, row);
  guint n = entente_rounds_is_round (chronicle, row) ? add_key (keys, 0, row) : 0;

  for (guint i = 0; i < rounds->len; i++)
    n = add_key (keys, n, g_array_index (rounds, guint32, i));
  return n;
}

static guint
collect_issues (const EntenteChronicle *chronicle, guint row, guint32 *keys)
{
  guint n_issues, n = 0;
  const guint32 *issues = entente_chronicle_get_event_issues (chronicle, row, &n_issues);

  for (guint i = 0; i < n_issues; i++)
    n = add_key (keys, n, issues[i]);
  return n;
}

static guint
collect_voices (const EntenteChronicle *chronicle, guint row, gboolean outlets, guint32 *keys)
{
  guint n_voices, n = 0;
  const EntenteVoice *voices = entente_chronicle_get_voices (chronicle, row, &n_voices);

  for (guint i = 0; i < n_voices; i++)
    n = add_key (keys, n, outlets ? voices[i].outlet : voices[i].article);
  return n;
}

static guint
collect_one (EntenteLaneField field, const EntenteChronicle *chronicle, guint row, guint32 *keys)
{
  EntenteEventRow values;
  EntenteId id;

  entente_chronicle_get_row (chronicle, row, &values);
  id = field == ENTENTE_LANES_BY_TRACK ? values.track : values.place;
  return id != ENTENTE_ID_NONE ? add_key (keys, 0, entente_lane_field_find (field, chronicle, id))
                               : 0;
}

guint
entente_lane_field_collect (EntenteLaneField field,
                            const EntenteChronicle *chronicle,
                            guint row,
                            guint32 keys[ENTENTE_LANE_FIELD_MAX])
{
  switch (field) {
  case ENTENTE_LANES_BY_ROLE:
    return collect_roles (chronicle, row, keys);
  case ENTENTE_LANES_BY_GROUP:
    return add_key (keys, 0, entente_chronicle_get_kind (chronicle, row)->group);
  case ENTENTE_LANES_BY_TRACK:
  case ENTENTE_LANES_BY_PLACE:
    return collect_one (field, chronicle, row, keys);
  case ENTENTE_LANES_BY_ROUND:
    return collect_rounds (chronicle, row, keys);
  case ENTENTE_LANES_BY_ISSUE:
    return collect_issues (chronicle, row, keys);
  case ENTENTE_LANES_BY_ARTICLE:
  case ENTENTE_LANES_BY_OUTLET:
    return collect_voices (chronicle, row, field == ENTENTE_LANES_BY_OUTLET, keys);
  case ENTENTE_LANES_BY_NOTHING:
    return add_key (keys, 0, 0);
  case ENTENTE_LANES_BY_ACTOR:
  case ENTENTE_N_LANE_FIELDS:
  default:
    return 0;
  }
}

/* ---- ids and names ---- */

EntenteId
entente_lane_field_get_id (EntenteLaneField field, const EntenteChronicle *chronicle, guint32 key)
{
  switch (field) {
  case ENTENTE_LANES_BY_ACTOR:
  case ENTENTE_LANES_BY_OUTLET:
    return entente_chronicle_get_actor (chronicle, key)->record.id;
  case ENTENTE_LANES_BY_TRACK:
    return entente_chronicle_get_track (chronicle, key)->record.id;
  case ENTENTE_LANES_BY_ROUND:
    return entente_chronicle_get_id (chronicle, key);
  case ENTENTE_LANES_BY_ISSUE:
    return entente_chronicle_get_issue (chronicle, key)->record.id;
  case ENTENTE_LANES_BY_ARTICLE:
    return entente_chronicle_get_article (chronicle, key)->record.id;
  case ENTENTE_LANES_BY_PLACE:
    return entente_chronicle_get_place_record (chronicle, key)->record.id;
  case ENTENTE_LANES_BY_ROLE:
  case ENTENTE_LANES_BY_GROUP:
  case ENTENTE_LANES_BY_NOTHING:
  case ENTENTE_N_LANE_FIELDS:
  default:
    return (EntenteId) key + 1;
  }
}

guint32
entente_lane_field_find (EntenteLaneField field, const EntenteChronicle *chronicle, EntenteId id)
{
  switch (field) {
  case ENTENTE_LANES_BY_ACTOR:
  case ENTENTE_LANES_BY_OUTLET:
    return entente_chronicle_find_actor (chronicle, id);
  case ENTENTE_LANES_BY_TRACK:
    return entente_chronicle_find_track (chronicle, id);
  case ENTENTE_LANES_BY_ROUND:
    return entente_chronicle_find_row (chronicle, id);
  case ENTENTE_LANES_BY_ISSUE:
    return entente_chronicle_find_issue (chronicle, id);
  case ENTENTE_LANES_BY_ARTICLE:
    return entente_chronicle_find_article (chronicle, id);
  case ENTENTE_LANES_BY_PLACE:
    return entente_chronicle_find_place (chronicle, id);
  case ENTENTE_LANES_BY_ROLE:
  case ENTENTE_LANES_BY_GROUP:
  case ENTENTE_LANES_BY_NOTHING:
  case ENTENTE_N_LANE_FIELDS:
  default:
    return id > 0 && id <= (EntenteId) entente_lane_field_count (field, chronicle)
             ? (guint32) id - 1
             : ENTENTE_NO_INDEX;
  }
}

static const char *
get_record_name (EntenteLaneField field, const EntenteChronicle *chronicle, guint32 key)
{
  const EntenteActor *actor;

  switch (field) {
  case ENTENTE_LANES_BY_TRACK:
    return entente_chronicle_get_track (chronicle, key)->name;
  case ENTENTE_LANES_BY_ISSUE:
    return entente_chronicle_get_issue (chronicle, key)->name;
  case ENTENTE_LANES_BY_ARTICLE:
    return entente_chronicle_get_article (chronicle, key)->title;
  case ENTENTE_LANES_BY_PLACE:
    return entente_chronicle_get_place_record (chronicle, key)->name;
  case ENTENTE_LANES_BY_NOTHING:
    return _ (fields[field].without);
  case ENTENTE_LANES_BY_ACTOR:
  case ENTENTE_LANES_BY_OUTLET:
  case ENTENTE_LANES_BY_ROLE:
  case ENTENTE_LANES_BY_GROUP:
  case ENTENTE_LANES_BY_ROUND:
  case ENTENTE_N_LANE_FIELDS:
  default:
    actor = entente_chronicle_get_actor (chronicle, key);
    return actor->short_label != NULL ? actor->short_label : actor->name;
  }
}

char *
entente_lane_field_get_name (EntenteLaneField field, const EntenteChronicle *chronicle, guint32 key)
{
  const char *name;

  if (field == ENTENTE_LANES_BY_ROLE)
    return entente_label_capitalise (entente_enum_label (ENTENTE_ENUM_ROLE, (int) key));
  if (field == ENTENTE_LANES_BY_GROUP)
    return entente_label_capitalise (entente_enum_label (ENTENTE_ENUM_KIND_GROUP, (int) key));
  if (field == ENTENTE_LANES_BY_ROUND)
    return entente_rounds_describe (chronicle, key);
  name = get_record_name (field, chronicle, key);
  return g_strdup (name != NULL ? name : "?");
}
