/* Commands on any one record, their labels, and what every record must meet before it is kept. */

#include "config.h"

#include "entente-commands-private.h"

#include <glib/gi18n-lib.h>

#include "entente-look-alikes.h"

typedef struct {
  const char *add, *change, *delete;
} Labels;

static const Labels labels[ENTENTE_N_ENTITIES] = {
  [ENTENTE_ENTITY_CODER] = { N_ ("Add coder"), N_ ("Change coder"), N_ ("Delete coder") },
  [ENTENTE_ENTITY_PLACE] = { N_ ("Add place"), N_ ("Change place"), N_ ("Delete place") },
  [ENTENTE_ENTITY_TRACK] = { N_ ("Add track"), N_ ("Change track"), N_ ("Delete track") },
  [ENTENTE_ENTITY_ISSUE] = { N_ ("Add issue"), N_ ("Change issue"), N_ ("Delete issue") },
  [ENTENTE_ENTITY_ERA] = { N_ ("Add era"), N_ ("Change era"), N_ ("Delete era") },
  [ENTENTE_ENTITY_ACTOR] = { N_ ("Add actor"), N_ ("Change actor"), N_ ("Delete actor") },
  [ENTENTE_ENTITY_ALIAS] = { N_ ("Add name"), N_ ("Change name"), N_ ("Delete name") },
  [ENTENTE_ENTITY_AFFILIATION] = { N_ ("Add affiliation"),
                                   N_ ("Change affiliation"),
                                   N_ ("Delete affiliation") },
  [ENTENTE_ENTITY_ARTICLE] = { N_ ("Add article"), N_ ("Change article"), N_ ("Delete article") },
  [ENTENTE_ENTITY_REVISION] = { N_ ("Add text"), N_ ("Change text"), N_ ("Delete text") },
  [ENTENTE_ENTITY_FOOTNOTE] = { N_ ("Add note"), N_ ("Change note"), N_ ("Delete note") },
  [ENTENTE_ENTITY_PASSAGE] = { N_ ("Add mark"), N_ ("Change mark"), N_ ("Delete mark") },
  [ENTENTE_ENTITY_EVENT] = { N_ ("Add event"), N_ ("Change event"), N_ ("Delete event") },
  [ENTENTE_ENTITY_PARTICIPATION] = { N_ ("Add participant"),
                                     N_ ("Change participant"),
                                     N_ ("Delete participant") },
  [ENTENTE_ENTITY_CLAIM] = { N_ ("Add claim"), N_ ("Change claim"), N_ ("Delete claim") },
  [ENTENTE_ENTITY_LINK] = { N_ ("Link events"), N_ ("Change link"), N_ ("Delete link") },
  [ENTENTE_ENTITY_ORDER] = { N_ ("Add order"), N_ ("Change order"), N_ ("Delete order") },
  [ENTENTE_ENTITY_POSITION] = { N_ ("Add position"),
                                N_ ("Change position"),
                                N_ ("Delete position") },
  [ENTENTE_ENTITY_QUESTION] = { N_ ("Add question"),
                                N_ ("Change question"),
                                N_ ("Delete question") },
  [ENTENTE_ENTITY_TURNING_POINT] = { N_ ("Add turning point"),
                                     N_ ("Change turning point"),
                                     N_ ("Delete turning point") },
  [ENTENTE_ENTITY_VIEW] = { N_ ("Save view"), N_ ("Change view"), N_ ("Delete view") },
  [ENTENTE_ENTITY_TEMPLATE] = { N_ ("Add template"),
                                N_ ("Change template"),
                                N_ ("Delete template") },
  [ENTENTE_ENTITY_FIELD] = { N_ ("Add field"), N_ ("Change field"), N_ ("Delete field") },
  [ENTENTE_ENTITY_FIELD_VALUE] = { N_ ("Fill field"), N_ ("Change field"), N_ ("Empty field") },
  [ENTENTE_ENTITY_SETTING] = { N_ ("Set up study"), N_ ("Set up study"), N_ ("Set up study") },
  [ENTENTE_ENTITY_REJECTION] = { N_ ("Reject suggestion"),
                                 N_ ("Change rejection"),
                                 N_ ("Take rejection back") },
  [ENTENTE_ENTITY_LEXICON] = { N_ ("Learn word"), N_ ("Change word"), N_ ("Forget word") },
};

EntenteStep *
entente_commands_begin (EntenteEntity entity, EntenteOperation operation)
{
  const Labels *label = &labels[entity];

  return entente_step_new (gettext (operation == ENTENTE_INSERT   ? label->add
                                    : operation == ENTENTE_UPDATE ? label->change
                                                                  : label->delete));
}

void
entente_commands_ensure_id (gpointer record)
{
  EntenteRecord *self = record;

  if (self->id == ENTENTE_ID_NONE)
    self->id = entente_id_new ();
}

/* ---- what a record must meet ---- */

static void
set_unknown_field (GError **error, EntenteEntity entity, const char *field)
{
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *question = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, fields[i].name);
  names = g_strv_builder_end (builder);
  question = entente_look_alikes_ask (field, (const char *const *) names);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               /* Translators: a nick such as "actor", a field, and a question or nothing */
               _ ("Records of type “%s” have no field “%s”.%s"),
               entente_entity_nick (entity),
               field,
               question);
}

gboolean
entente_commands_check_kind (const char *kind, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autofree char *question = NULL;

  if (entente_kind_find (kind))
    return TRUE;
  for (guint i = 0; i < entente_kind_count (); i++)
    g_strv_builder_add (builder, entente_kind_get (i)->id);
  ids = g_strv_builder_end (builder);
  question = entente_look_alikes_ask (kind, (const char *const *) ids);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("There is no kind of move “%s”.%s"),
               kind,
               question);
  return FALSE;
}

static gboolean
check_filled (const EntenteRecord *record, const char *field, GError **error)
{
  const EntenteFieldInfo *info = entente_entity_find_field (record->entity, field);
  g_autofree char *text = NULL;

  if (!info || (info->type != ENTENTE_FIELD_STRING && info->type != ENTENTE_FIELD_ID))
    return TRUE;
  text = entente_record_dup_text (record, info);
  if (*text)
    return TRUE;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("A record of type “%s” needs the field “%s”."),
               entente_entity_nick (record->entity),
               field);
  return FALSE;
}

/* The field without which a record of @entity makes no sense; it may have none of that name. */
static const char *
get_needed_field (EntenteEntity entity)
{
  switch (entity) {
  case ENTENTE_ENTITY_EVENT:
    return "kind";
  case ENTENTE_ENTITY_ALIAS:
  case ENTENTE_ENTITY_QUESTION:
    return "text";
  case ENTENTE_ENTITY_TURNING_POINT:
    return "departure";
  default:
    return "name";
  }
}

static gboolean
is_kind (EntenteEntity entity, const char *field)
{
  return (entity == ENTENTE_ENTITY_EVENT && g_str_equal (field, "kind")) ||
         (entity == ENTENTE_ENTITY_CLAIM && g_str_equal (field, "claimed_kind"));
}

static gboolean
check_field (const EntenteRecord *record, const char *field, GError **error)
{
  const EntenteFieldInfo *info = entente_entity_find_field (record->entity, field);
  g_autofree char *text = info ? entente_record_dup_text (record, info) : NULL;

  if (g_str_equal (field, get_needed_field (record->entity)) &&
      !check_filled (record, field, error))
    return FALSE;
  return !is_kind (record->entity, field) || !*text || entente_commands_check_kind (text, error);
}

gboolean
entente_commands_check (gconstpointer data, GError **error)
{
  const EntenteRecord *record = data;

  return check_field (record, get_needed_field (record->entity), error) &&
         (record->entity != ENTENTE_ENTITY_CLAIM || check_field (record, "claimed_kind", error));
}

/* ---- any record ---- */

EntenteStep *
entente_commands_put (gpointer record)
{
  EntenteRecord *self = record;
  gboolean is_new = self->id == ENTENTE_ID_NONE;
  EntenteStep *step =
    entente_commands_begin (self->entity, is_new ? ENTENTE_INSERT : ENTENTE_UPDATE);

  entente_commands_ensure_id (record);
  if (is_new)
    entente_step_insert (step, record);
  else
    entente_step_update (step, record);
  return step;
}

EntenteStep *
entente_commands_delete (EntenteEntity entity, EntenteId id)
{
  EntenteStep *step = entente_commands_begin (entity, ENTENTE_DELETE);

  entente_step_delete (step, entity, id);
  return step;
}

EntenteId
entente_commands_part_id (EntenteId base, guint number)
{
  return base == ENTENTE_ID_NONE ? ENTENTE_ID_NONE
                                 : (EntenteId) (((guint64) base + number) & G_MAXINT64);
}

static EntenteFieldMask
get_mask (EntenteEntity entity, const EntenteFieldInfo *field)
{
  guint n;

  return G_GUINT64_CONSTANT (1) << (field - entente_entity_get_fields (entity, &n));
}

EntenteStep *
entente_commands_order_actors (const EntenteId *actors, guint n)
{
  const EntenteFieldInfo *info = entente_entity_find_field (ENTENTE_ENTITY_ACTOR, "lane_order");
  EntenteStep *step = entente_step_new (_ ("Move lane"));

  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = actors[i];
    actor->lane_order = (gint64) i + 1;
    entente_step_update_fields (step, actor, get_mask (ENTENTE_ENTITY_ACTOR, info));
  }
  return step;
}

EntenteStep *
entente_commands_set_field (EntenteEntity entity,
                            EntenteId id,
                            const char *field,
                            const char *text,
                            GError **error)
{
  const EntenteFieldInfo *info = entente_entity_find_field (entity, field);
  g_autoptr (EntenteRecord) changed = entente_record_new (entity);
  EntenteStep *step;

  if (!info) {
    set_unknown_field (error, entity, field);
    return NULL;
  }
  changed->id = id;
  if (!entente_record_set_text (changed, info, text, error) || !check_field (changed, field, error))
    return NULL;
  step = entente_commands_begin (entity, ENTENTE_UPDATE);
  entente_step_update_fields (step, changed, get_mask (entity, info));
  return step;
}
