/* Merging two actors: each record that names the one that goes is made to name the one that stays;
 * one that would then say what another says already goes, and so does what was between the two. */
#include "config.h"

#include "entente-actor-merge.h"

#include <glib/gi18n-lib.h>

#include "entente-commands-private.h"
#include "entente-study-private.h"

EntenteActorMerge *
entente_actor_merge_read (EntenteStore *store, EntenteId kept, EntenteId gone, GError **error)
{
  g_autoptr (EntenteActorMerge) self = g_new0 (EntenteActorMerge, 1);

  if (kept == gone) {
    g_set_error_literal (error,
                         ENTENTE_ERROR,
                         ENTENTE_ERROR_INVALID,
                         _ ("An actor cannot be merged with itself; choose another one."));
    return NULL;
  }
  if (!(self->kept = entente_actor_detail_read (store, kept, error)) ||
      !(self->gone = entente_actor_detail_read (store, gone, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
entente_actor_merge_free (EntenteActorMerge *self)
{
  g_clear_pointer (&self->kept, entente_actor_detail_free);
  g_clear_pointer (&self->gone, entente_actor_detail_free);
  g_free (self);
}

static gpointer
read_two (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const EntenteId *ids = data;

  return entente_actor_merge_read (store, ids[0], ids[1], error);
}

void
entente_actor_merge_read_async (EntenteStudy *study,
                                EntenteId kept,
                                EntenteId gone,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  entente_study_run_read_two_async (study,
                                    read_two,
                                    kept,
                                    gone,
                                    (GDestroyNotify) entente_actor_merge_free,
                                    g_task_new (study, cancellable, callback, user_data));
}

EntenteActorMerge *
entente_actor_merge_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- the actor itself ---- */

/* Texts of which an actor has one each. The label of the other is one of its names, and notes are
 * joined. */
static const struct {
  gsize offset;
  const char *sentence;
} texts[] = {
  { G_STRUCT_OFFSET (EntenteActor, colour), N_ ("Its colour %s goes.") },
  { G_STRUCT_OFFSET (EntenteActor, wikidata), N_ ("Its Wikidata number %s goes.") },
  { G_STRUCT_OFFSET (EntenteActor, iso3166), N_ ("Its ISO 3166 code %s goes.") },
  { G_STRUCT_OFFSET (EntenteActor, cameo), N_ ("Its CAMEO code %s goes.") },
  { G_STRUCT_OFFSET (EntenteActor, grade), N_ ("Its reliability “%s” goes.") },
  { G_STRUCT_OFFSET (EntenteActor, pseudonym), N_ ("Its pseudonym “%s” goes.") },
};

static char **
get_text (const EntenteActor *actor, guint i)
{
  return (char **) G_STRUCT_MEMBER_P ((gpointer) actor, texts[i].offset);
}

static void
join_notes (char **note, const char *other)
{
  char *joined;

  if (!other || g_strcmp0 (*note, other) == 0)
    return;
  joined = *note ? g_strdup_printf ("%s\n%s", *note, other) : g_strdup (other);
  g_free (*note);
  *note = joined;
}

EntenteActor *
entente_actor_merge_create_actor (const EntenteActorMerge *self)
{
  EntenteActor *actor = entente_actor_copy (self->kept->actor);
  const EntenteActor *other = self->gone->actor;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!*get_text (actor, i))
      *get_text (actor, i) = g_strdup (*get_text (other, i));
  if (actor->lane_order == 0)
    actor->lane_order = other->lane_order;
  join_notes (&actor->note, other->note);
  return actor;
}

/* ---- what names it ---- */

static void
add_date (GString *key, const EntenteDate *date)
{
  g_string_append_printf (key, "|%s", date ? date->edtf : "-");
}

/* Equal for records that say the same; NULL for those that always stay. Free. */
static char *
make_key (gconstpointer data)
{
  const EntenteRecord *record = data;
  g_autoptr (GString) key = g_string_new (NULL);

  switch ((guint) record->entity) {
  case ENTENTE_ENTITY_ALIAS:
    g_string_append (key, ((const EntenteAlias *) data)->text);
    break;
  case ENTENTE_ENTITY_AFFILIATION: {
    const EntenteAffiliation *tie = data;

    g_string_append_printf (key,
                            "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                            tie->actor,
                            tie->parent,
                            tie->role);
    add_date (key, tie->from);
    add_date (key, tie->to);
    break;
  }
  case ENTENTE_ENTITY_PARTICIPATION: {
    const EntenteParticipation *part = data;

    g_string_append_printf (key,
                            "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT,
                            part->event,
                            part->actor,
                            part->role,
                            part->speaks_for);
    break;
  }
  case ENTENTE_ENTITY_FIELD_VALUE:
    g_string_append_printf (key, "%" G_GINT64_FORMAT, ((const EntenteFieldValue *) data)->field);
    break;
  default:
    return NULL;
  }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Nobody belongs to itself or speaks for itself; FALSE when nothing is left of the record. */
static gboolean
untangle (EntenteRecord *record)
{
  EntenteParticipation *part = (EntenteParticipation *) record;
  const EntenteAffiliation *tie = (const EntenteAffiliation *) record;

  if (record->entity == ENTENTE_ENTITY_AFFILIATION)
    return tie->actor != tie->parent;
  if (record->entity == ENTENTE_ENTITY_PARTICIPATION && part->speaks_for == part->actor)
    part->speaks_for = ENTENTE_ID_NONE;
  return TRUE;
}

static gboolean
has_record (const GPtrArray *records, EntenteId id)
{
  gsize low = 0, high = records->len;

  while (low < high) {
    gsize middle = (low + high) / 2;
    const EntenteRecord *record = records->pdata[middle];

    if (record->id == id)
      return TRUE;
    if (record->id < id)
      low = middle + 1;
    else
      high = middle;
  }
  return FALSE;
}

/* Keys of what is said of the one that is kept and of nobody else. */
static GHashTable *
index_kept (const EntenteActorMerge *self, EntenteEntity entity)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *kept = self->kept->records[entity];

  for (guint i = 0; i < kept->len; i++) {
    const EntenteRecord *record = kept->pdata[i];
    char *key = has_record (self->gone->records[entity], record->id) ? NULL : make_key (record);

    if (key)
      g_hash_table_add (keys, key);
  }
  if (entity == ENTENTE_ENTITY_ALIAS)
    g_hash_table_add (keys, g_strdup (self->kept->actor->name));
  return keys;
}

/* What becomes of the records of one entity. */
typedef struct {
  guint n_moved;
  guint n_gone; /* since the same is said already, or it was between the two */
} Fate;

/* With @step NULL they are only counted. */
static Fate
move_records (const EntenteActorMerge *self, EntenteEntity entity, EntenteStep *step)
{
  const GPtrArray *records = self->gone->records[entity];
  g_autoptr (GHashTable) keys = index_kept (self, entity);
  Fate fate = { 0 };

  for (guint i = 0; i < records->len; i++) {
    const EntenteRecord *record = records->pdata[i];
    g_autoptr (EntenteRecord) moved = entente_actor_detail_rename (record,
                                                                   self->gone->actor->record.id,
                                                                   self->kept->actor->record.id);
    gboolean stays = untangle (moved);
    char *key = stays ? make_key (moved) : NULL;

    if (key)
      stays = g_hash_table_add (keys, key);
    *(stays ? &fate.n_moved : &fate.n_gone) += 1;
    if (step && stays)
      entente_step_update_fields (step, moved, entente_record_compare_fields (record, moved));
    else if (step)
      entente_step_delete (step, entity, record->id);
  }
  return fate;
}

/* ---- its names ---- */

static gboolean
has_alias (const EntenteActorDetail *detail, const char *name)
{
  const GPtrArray *aliases = detail->records[ENTENTE_ENTITY_ALIAS];

  for (guint i = 0; i < aliases->len; i++)
    if (g_str_equal (((EntenteAlias *) aliases->pdata[i])->text, name))
      return TRUE;
  return FALSE;
}

static void
add_name (const EntenteActorMerge *self, GPtrArray *names, const char *name, int kind)
{
  EntenteAlias *alias;

  if (!name || g_str_equal (name, self->kept->actor->name) ||
      g_strcmp0 (name, self->kept->actor->short_label) == 0 || has_alias (self->kept, name) ||
      has_alias (self->gone, name))
    return;
  alias = entente_alias_new ();
  alias->actor = self->kept->actor->record.id;
  alias->text = g_strdup (name);
  alias->kind = kind;
  g_ptr_array_add (names, alias);
}

/* Aliases that its name and its label become. */
static GPtrArray *
make_names (const EntenteActorMerge *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (entente_record_unref);
  const EntenteActor *gone = self->gone->actor;

  add_name (self, names, gone->name, ENTENTE_ALIAS_SPELLING);
  if (g_strcmp0 (gone->short_label, gone->name) != 0)
    add_name (self, names, gone->short_label, ENTENTE_ALIAS_ABBREVIATION);
  return names;
}

EntenteStep *
entente_commands_merge_actors (const EntenteActorMerge *self)
{
  EntenteStep *step = entente_step_new (_ ("Merge actors"));
  g_autoptr (EntenteActor) actor = entente_actor_merge_create_actor (self);
  g_autoptr (GPtrArray) names = make_names (self);
  EntenteFieldMask fields = entente_record_compare_fields (self->kept->actor, actor);

  if (fields != 0)
    entente_step_update_fields (step, actor, fields);
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    move_records (self, i, step);
  for (guint i = 0; i < names->len; i++) {
    entente_commands_ensure_id (names->pdata[i]);
    entente_step_insert (step, names->pdata[i]);
  }
  entente_step_delete (step, ENTENTE_ENTITY_ACTOR, self->gone->actor->record.id);
  return step;
}

/* ---- preview ---- */

/* Takes @sentence, of @n things; none when there are none. */
static void
add_counted (GPtrArray *sentences, char *sentence, guint n)
{
  if (n > 0)
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

/* Records that move, an entity each. @n_gone receives how many go. */
static void
add_moves (const EntenteActorMerge *self, GPtrArray *sentences, guint *n_gone)
{
  guint n[ENTENTE_N_ENTITIES]; /* that move */
  guint n_others;

  *n_gone = 0;
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++) {
    Fate fate = move_records (self, i, NULL);

    n[i] = fate.n_moved;
    *n_gone += fate.n_gone;
  }
  n_others = n[ENTENTE_ENTITY_ARTICLE] + n[ENTENTE_ENTITY_TRACK] + n[ENTENTE_ENTITY_LEXICON] +
             n[ENTENTE_ENTITY_FIELD_VALUE];
  add_counted (sentences,
               g_strdup_printf (ngettext ("%u participation moves.",
                                          "%u participations move.",
                                          n[ENTENTE_ENTITY_PARTICIPATION]),
                                n[ENTENTE_ENTITY_PARTICIPATION]),
               n[ENTENTE_ENTITY_PARTICIPATION]);
  add_counted (
    sentences,
    g_strdup_printf (
      ngettext ("%u affiliation moves.", "%u affiliations move.", n[ENTENTE_ENTITY_AFFILIATION]),
      n[ENTENTE_ENTITY_AFFILIATION]),
    n[ENTENTE_ENTITY_AFFILIATION]);
  add_counted (sentences,
               g_strdup_printf (ngettext ("%u claim moves, as speaker, outlet or party.",
                                          "%u claims move, as speaker, outlet or party.",
                                          n[ENTENTE_ENTITY_CLAIM]),
                                n[ENTENTE_ENTITY_CLAIM]),
               n[ENTENTE_ENTITY_CLAIM]);
  add_counted (sentences,
               g_strdup_printf (
                 ngettext ("%u position moves.", "%u positions move.", n[ENTENTE_ENTITY_POSITION]),
                 n[ENTENTE_ENTITY_POSITION]),
               n[ENTENTE_ENTITY_POSITION]);
  add_counted (sentences,
               g_strdup_printf (ngettext ("%u article, track or value of your own follows.",
                                          "%u articles, tracks and values of your own follow.",
                                          n_others),
                                n_others),
               n_others);
  add_counted (
    sentences,
    g_strdup_printf (
      ngettext ("%u saved view follows.", "%u saved views follow.", n[ENTENTE_ENTITY_VIEW]),
      n[ENTENTE_ENTITY_VIEW]),
    n[ENTENTE_ENTITY_VIEW]);
}

/* "Its names “Taleban” and “IEA” become names of the other." */
static void
add_names (const EntenteActorMerge *self, GPtrArray *sentences)
{
  g_autoptr (GPtrArray) names = make_names (self);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *moved = NULL;
  guint n = move_records (self, ENTENTE_ENTITY_ALIAS, NULL).n_moved;

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list,
                            "%s“%s”",
                            i > 0 ? ", " : "",
                            ((EntenteAlias *) names->pdata[i])->text);
  if (names->len > 0)
    g_ptr_array_add (
      sentences,
      g_strdup_printf (
        ngettext ("Its name %s becomes an alias.", "Its names %s become aliases.", names->len),
        list->str));
  add_counted (sentences,
               g_strdup_printf (ngettext ("%u alias moves.", "%u aliases move.", n), n),
               n);
}

static guint
count_shared_events (const EntenteActorMerge *self)
{
  g_autoptr (GHashTable) events = g_hash_table_new (g_int64_hash, g_int64_equal);
  const GPtrArray *kept = self->kept->records[ENTENTE_ENTITY_PARTICIPATION];
  const GPtrArray *gone = self->gone->records[ENTENTE_ENTITY_PARTICIPATION];
  guint n = 0;

  for (guint i = 0; i < kept->len; i++)
    g_hash_table_add (events, &((EntenteParticipation *) kept->pdata[i])->event);
  for (guint i = 0; i < gone->len; i++)
    n += g_hash_table_remove (events, &((EntenteParticipation *) gone->pdata[i])->event);
  return n;
}

static char *
fill_sentence (const char *sentence, const char *text)
{
  GString *filled = g_string_new (sentence);

  g_string_replace (filled, "%s", text, 1);
  return g_string_free (filled, FALSE);
}

/* Where the two say otherwise: what a person should look at before. */
static void
add_conflicts (const EntenteActorMerge *self, GPtrArray *sentences)
{
  const EntenteActor *kept = self->kept->actor, *gone = self->gone->actor;
  guint n = count_shared_events (self);

  if (kept->kind != gone->kind)
    g_ptr_array_add (sentences,
                     g_strdup_printf (_ ("Its kind, %s, goes."),
                                      entente_enum_label (ENTENTE_ENUM_ACTOR_KIND, gone->kind)));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    const char *mine = *get_text (kept, i), *other = *get_text (gone, i);

    if (mine && other && !g_str_equal (mine, other))
      g_ptr_array_add (sentences, fill_sentence (gettext (texts[i].sentence), other));
  }
  add_counted (sentences,
               g_strdup_printf (ngettext ("Both take part in %u event; there one stands for both.",
                                          "Both take part in %u events; there one stands for both.",
                                          n),
                                n),
               n);
}

GPtrArray *
entente_actor_merge_describe (const EntenteActorMerge *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  guint n_gone;

  add_names (self, sentences);
  add_moves (self, sentences, &n_gone);
  add_conflicts (self, sentences);
  add_counted (sentences,
               g_strdup_printf (ngettext ("%u record that would be there twice goes.",
                                          "%u records that would be there twice go.",
                                          n_gone),
                                n_gone),
               n_gone);
  return sentences;
}
