/* Names in queries: exact after folding, then the number of a record, then its key. */

#include "config.h"

#include "entente-query-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-look-alikes.h"

static guint
count_records (const EntenteChronicle *chronicle, EntenteEntity entity)
{
  switch (entity) {
  case ENTENTE_ENTITY_ACTOR:
    return entente_chronicle_get_n_actors (chronicle);
  case ENTENTE_ENTITY_TRACK:
    return entente_chronicle_get_n_tracks (chronicle);
  case ENTENTE_ENTITY_PLACE:
    return entente_chronicle_get_n_places (chronicle);
  case ENTENTE_ENTITY_ISSUE:
    return entente_chronicle_get_n_issues (chronicle);
  case ENTENTE_ENTITY_ARTICLE:
    return entente_chronicle_get_n_articles (chronicle);
  default:
    return 0;
  }
}

/* Id and name of a record; the name may be NULL. */
static EntenteId
get_record (const EntenteChronicle *chronicle, EntenteEntity entity, guint index, const char **name)
{
  gconstpointer record;

  switch (entity) {
  case ENTENTE_ENTITY_ACTOR:
    record = entente_chronicle_get_actor (chronicle, index);
    *name = ((const EntenteActor *) record)->name;
    break;
  case ENTENTE_ENTITY_TRACK:
    record = entente_chronicle_get_track (chronicle, index);
    *name = ((const EntenteTrack *) record)->name;
    break;
  case ENTENTE_ENTITY_PLACE:
    record = entente_chronicle_get_place_record (chronicle, index);
    *name = ((const EntentePlace *) record)->name;
    break;
  case ENTENTE_ENTITY_ISSUE:
    record = entente_chronicle_get_issue (chronicle, index);
    *name = ((const EntenteIssue *) record)->name;
    break;
  default:
    record = entente_chronicle_get_article (chronicle, index);
    *name = ((const EntenteArticle *) record)->title;
  }
  return ((const EntenteRecord *) record)->id;
}

/* Indexes of all records with this name. */
static GArray *
list_named (const EntenteChronicle *chronicle, EntenteEntity entity, const char *name)
{
  g_autofree char *folded = NULL;
  GArray *found;

  if (entity == ENTENTE_ENTITY_ACTOR)
    return entente_chronicle_find_actors_by_name (chronicle, name);
  folded = entente_name_fold (name);
  found = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < count_records (chronicle, entity); i++) {
    const char *other = NULL;
    g_autofree char *other_folded = NULL;

    get_record (chronicle, entity, i, &other);
    other_folded = other ? entente_name_fold (other) : NULL;
    if (g_strcmp0 (folded, other_folded) == 0)
      g_array_append_val (found, i);
  }
  return found;
}

static gboolean
has_id (const EntenteChronicle *chronicle, EntenteEntity entity, EntenteId id)
{
  const char *name;

  if (entity == ENTENTE_ENTITY_EVENT)
    return entente_chronicle_find_row (chronicle, id) != ENTENTE_NO_INDEX;
  for (guint i = 0; i < count_records (chronicle, entity); i++)
    if (get_record (chronicle, entity, i, &name) == id)
      return TRUE;
  return FALSE;
}

static void
add_aliases (GPtrArray *names, const EntenteChronicle *chronicle, guint actor)
{
  guint n;
  const EntenteAlias *const *aliases = entente_chronicle_get_aliases (chronicle, actor, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, aliases[i]->text);
}

static char *
ask_look_alikes (const EntenteChronicle *chronicle, EntenteEntity entity, const char *wanted)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < count_records (chronicle, entity); i++) {
    const char *name = NULL;

    get_record (chronicle, entity, i, &name);
    if (name)
      g_ptr_array_add (names, (gpointer) name);
    if (entity == ENTENTE_ENTITY_ACTOR)
      add_aliases (names, chronicle, i);
  }
  g_ptr_array_add (names, NULL);
  return entente_look_alikes_ask (wanted, (const char *const *) names->pdata);
}

static void
set_not_found (GError **error,
               const EntenteChronicle *chronicle,
               EntenteEntity entity,
               const char *name)
{
  g_autofree char *question = ask_look_alikes (chronicle, entity, name);
  const char *format;

  switch (entity) {
  case ENTENTE_ENTITY_ACTOR:
    format = _ ("There is no actor “%s” in this study.%s");
    break;
  case ENTENTE_ENTITY_TRACK:
    format = _ ("There is no track “%s” in this study.%s");
    break;
  case ENTENTE_ENTITY_PLACE:
    format = _ ("There is no place “%s” in this study.%s");
    break;
  case ENTENTE_ENTITY_ISSUE:
    format = _ ("There is no issue “%s” in this study.%s");
    break;
  case ENTENTE_ENTITY_EVENT:
    format = _ ("There is no round “%s” in this study.%s");
    break;
  default:
    format = _ ("There is no article “%s” in this study.%s");
  }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND, format, name, question);
#pragma GCC diagnostic pop
}

static void
set_ambiguous (GError **error,
               const EntenteChronicle *chronicle,
               EntenteEntity entity,
               const char *name,
               const GArray *found)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len && i < 5; i++) {
    const char *other = NULL;
    EntenteId id = get_record (chronicle, entity, g_array_index (found, guint32, i), &other);

    g_string_append_printf (list,
                            "%s%" G_GINT64_FORMAT " (%s)",
                            i > 0 ? ", " : "",
                            id,
                            other ? other : "");
  }
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("“%s” is the name of %u records; give the number of one: %s."),
               name,
               found->len,
               list->str);
}

EntenteId
entente_query_find_named (const EntenteChronicle *chronicle,
                          EntenteEntity entity,
                          const char *name,
                          GError **error)
{
  g_autoptr (GArray) found = list_named (chronicle, entity, name);
  EntenteId id;
  const char *full_name;

  if (found->len == 1)
    return get_record (chronicle, entity, g_array_index (found, guint32, 0), &full_name);
  if (entente_id_parse (name, &id) && has_id (chronicle, entity, id))
    return id;
  id = entente_id_from_key (name);
  if (has_id (chronicle, entity, id))
    return id;
  if (found->len > 1)
    set_ambiguous (error, chronicle, entity, name, found);
  else
    set_not_found (error, chronicle, entity, name);
  return ENTENTE_ID_NONE;
}

/* ---- naming ---- */

struct _EntenteQueryNamer {
  const EntenteChronicle *chronicle;
  EntenteEntity entity;
  GHashTable *indexes; /* id -> index + 1; the ids are those of the records */
  GHashTable *bearers; /* folded name -> how many bear it; of all but actors, whom the chronicle
                          finds by name */
};

static void
index_record (EntenteQueryNamer *self, guint i)
{
  const char *name = NULL;
  EntenteId id = get_record (self->chronicle, self->entity, i, &name);
  char *folded;

  g_hash_table_insert (self->indexes, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
  if (!name || self->entity == ENTENTE_ENTITY_ACTOR)
    return;
  folded = entente_name_fold (name);
  g_hash_table_insert (
    self->bearers,
    folded,
    GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->bearers, folded)) + 1));
}

EntenteQueryNamer *
entente_query_namer_new (const EntenteChronicle *chronicle, EntenteEntity entity)
{
  EntenteQueryNamer *self = g_new (EntenteQueryNamer, 1);

  self->chronicle = chronicle;
  self->entity = entity;
  self->indexes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->bearers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < count_records (chronicle, entity); i++)
    index_record (self, i);
  return self;
}

void
entente_query_namer_free (EntenteQueryNamer *self)
{
  g_hash_table_unref (self->indexes);
  g_hash_table_unref (self->bearers);
  g_free (self);
}

/* Is it the only one that the name finds? */
static gboolean
is_alone (EntenteQueryNamer *self, const char *name)
{
  g_autoptr (GArray) actors = NULL;
  g_autofree char *folded = NULL;

  if (self->entity == ENTENTE_ENTITY_ACTOR) {
    actors = entente_chronicle_find_actors_by_name (self->chronicle, name);
    return actors->len == 1;
  }
  folded = entente_name_fold (name);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->bearers, folded)) == 1;
}

char *
entente_query_namer_write (EntenteQueryNamer *self, EntenteId id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, &id));
  const char *name = NULL;

  if (number > 0)
    get_record (self->chronicle, self->entity, number - 1, &name);
  if (name && *name && is_alone (self, name))
    return g_strdup (name);
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* ---- completion ---- */

typedef struct {
  const char *start; /* folded */
  GPtrArray *first, *later; /* char *: begin so, have a word that does */
} Completion;

static void
consider (Completion *self, const char *name)
{
  g_autofree char *folded = name ? entente_name_fold (name) : NULL;
  gsize n = strlen (self->start);

  if (!folded)
    return;
  if (strncmp (folded, self->start, n) == 0) {
    g_ptr_array_add (self->first, g_strdup (name));
    return;
  }
  for (const char *at = strchr (folded, ' '); at; at = strchr (at + 1, ' '))
    if (strncmp (at + 1, self->start, n) == 0) {
      g_ptr_array_add (self->later, g_strdup (name));
      return;
    }
}

static void
consider_record (Completion *self, const EntenteChronicle *chronicle, EntenteEntity entity, guint i)
{
  const char *name = NULL;
  guint n = 0;
  const EntenteAlias *const *aliases =
    entity == ENTENTE_ENTITY_ACTOR ? entente_chronicle_get_aliases (chronicle, i, &n) : NULL;

  get_record (chronicle, entity, i, &name);
  consider (self, name);
  for (guint k = 0; k < n; k++)
    if (g_strcmp0 (aliases[k]->text, name) != 0)
      consider (self, aliases[k]->text);
}

/* The nearest to what was typed first. */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const char *one = *(char *const *) a, *other = *(char *const *) b;
  glong difference = g_utf8_strlen (one, -1) - g_utf8_strlen (other, -1);

  return difference ? (difference > 0) - (difference < 0) : strcmp (one, other);
}

char **
entente_query_complete_name (const EntenteChronicle *chronicle,
                             EntenteEntity entity,
                             const char *start,
                             guint limit)
{
  g_autofree char *folded = entente_name_fold (start);
  Completion self = { folded, g_ptr_array_new (), g_ptr_array_new () };

  for (guint i = 0; i < count_records (chronicle, entity); i++)
    consider_record (&self, chronicle, entity, i);
  g_ptr_array_sort (self.first, compare_lengths);
  g_ptr_array_sort (self.later, compare_lengths);
  g_ptr_array_extend_and_steal (self.first, self.later);
  while (self.first->len > limit)
    g_free (g_ptr_array_steal_index (self.first, self.first->len - 1));
  g_ptr_array_add (self.first, NULL);
  return (char **) g_ptr_array_free (self.first, FALSE);
}
