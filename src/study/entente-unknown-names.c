/* Reads article after article with the names that the study knows, and counts who is left. */
#include "config.h"

#include "entente-unknown-names.h"

#include "entente-commands.h"
#include "entente-reading.h"
#include "entente-study-thread.h"

#include <string.h>

#define MAX_SENTENCE_CHARS 300

static void
free_name (gpointer data)
{
  EntenteUnknownName *name = data;

  g_free (name->name);
  g_free (name->iso3166);
  g_free (name->sentence);
  g_free (name);
}

/* ---- one article ---- */

/* The end of a sentence at this byte, behind the marks of notes that stand there ("[5]"); NULL when
 * there is none. */
static const char *
find_end (const char *at)
{
  const char *end = at + 1;

  if (*at == '\n')
    return at;
  if (*at == '\0' || !strchr (".!?", *at))
    return NULL;
  while (*end == '[' && end[1 + strspn (end + 1, "0123456789*")] == ']')
    end += 2 + strspn (end + 1, "0123456789*");
  return *end == '\0' || g_ascii_isspace (*end) ? end : NULL;
}

/* The line, or the part of it between two ends of sentences, that holds these bytes. Free. */
static char *
dup_sentence (const char *text, gsize start, gsize end)
{
  const char *first = text, *last = NULL;
  g_autofree char *sentence = NULL;

  for (gsize i = start; i > 0 && first == text; i--) {
    const char *before = find_end (text + i - 1);

    if (before && before <= text + start)
      first = before;
  }
  for (gsize i = end; text[i] != '\0' && !last; i++)
    last = find_end (text + i);
  sentence = g_strstrip (last ? g_strndup (first, (gsize) (last - first)) : g_strdup (first));
  if (g_utf8_strlen (sentence, -1) > MAX_SENTENCE_CHARS) {
    g_autofree char *cut = g_utf8_substring (sentence, 0, MAX_SENTENCE_CHARS);

    return g_strconcat (cut, "…", NULL);
  }
  return g_steal_pointer (&sentence);
}

/* An actor by itself: not an office or a crowd without a name. */
static gboolean
is_name (const EntenteReadingActor *actor)
{
  return actor->known == ENTENTE_ID_NONE && actor->kind != ENTENTE_ACTOR_UNNAMED_ROLE &&
         actor->name && *actor->name;
}

/* One name in one article. */
typedef struct {
  guint n;
  const EntenteReadingMention *first;
} Count;

static Count *
count_mentions (const EntenteArticleReading *reading)
{
  Count *counts = g_new0 (Count, reading->actors->len + 1);

  for (guint i = 0; i < reading->mentions->len; i++) {
    const EntenteReadingMention *mention =
      &g_array_index (reading->mentions, EntenteReadingMention, i);
    Count *count = &counts[mention->actor];

    if (count->n++ == 0)
      count->first = mention;
  }
  return counts;
}

static EntenteUnknownName *
ensure_name (GHashTable *names, const EntenteReadingActor *actor)
{
  g_autofree char *folded = entente_name_fold (actor->name);
  EntenteUnknownName *name = g_hash_table_lookup (names, folded);

  if (name)
    return name;
  name = g_new0 (EntenteUnknownName, 1);
  name->name = g_strdup (actor->name);
  name->kind = (int) actor->kind;
  name->iso3166 = g_strdup (actor->iso3166);
  g_hash_table_insert (names, g_steal_pointer (&folded), name);
  return name;
}

static void
take_reading (GHashTable *names,
              const EntenteArticleReading *reading,
              const char *text,
              EntenteId article)
{
  g_autofree Count *counts = count_mentions (reading);

  for (guint i = 0; i < reading->actors->len; i++) {
    const EntenteReadingActor *actor = &g_array_index (reading->actors, EntenteReadingActor, i);
    EntenteUnknownName *name;

    if (counts[i].n == 0 || !is_name (actor))
      continue;
    name = ensure_name (names, actor);
    name->n_mentions += counts[i].n;
    name->n_articles++;
    if (name->sentence)
      continue;
    name->article = article;
    name->start = counts[i].first->span.start_char;
    name->end = counts[i].first->span.end_char;
    name->sentence = dup_sentence (text, counts[i].first->span.start, counts[i].first->span.end);
  }
}

static gboolean
read_article (EntenteStore *store,
              EntenteId article,
              const GArray *known,
              GHashTable *names,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (EntenteRevision) revision = entente_store_get_newest_revision (store, article, error);
  const char *text = revision && revision->text ? revision->text : "";
  g_autoptr (EntenteArticleReading) reading = NULL;

  if (!revision)
    return !*error;
  reading = entente_reading_new (
    &(EntenteReadingInput){
      .text = text,
      .length = strlen (text),
      .names = (const EntenteKnownName *) (gpointer) known->data,
      .n_names = known->len,
    },
    cancellable,
    error);
  if (reading)
    take_reading (names, reading, text, article);
  return reading != NULL;
}

/* ---- all articles ---- */

static void
add_known (GArray *names, const EntenteActor *actor, const char *alias)
{
  EntenteKnownName name = { actor->record.id, (EntenteActorKind) actor->kind, actor->name, alias };

  if (alias && *alias)
    g_array_append_val (names, name);
}

/* All names of the registry; they borrow from the chronicle. */
static GArray *
list_known (const EntenteChronicle *chronicle)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (EntenteKnownName));

  for (guint32 i = 0; i < entente_chronicle_get_n_actors (chronicle); i++) {
    const EntenteActor *actor = entente_chronicle_get_actor (chronicle, i);
    guint n;
    const EntenteAlias *const *aliases = entente_chronicle_get_aliases (chronicle, i, &n);

    add_known (names, actor, actor->name);
    add_known (names, actor, actor->short_label);
    for (guint j = 0; j < n; j++)
      add_known (names, actor, aliases[j]->text);
  }
  return names;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const EntenteUnknownName *one = *(EntenteUnknownName *const *) a;
  const EntenteUnknownName *other = *(EntenteUnknownName *const *) b;

  if (one->n_mentions != other->n_mentions)
    return one->n_mentions > other->n_mentions ? -1 : 1;
  return strcmp (one->name, other->name);
}

/* Takes the names out of the table. */
static GPtrArray *
sort_names (GHashTable *table)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (free_name);
  GHashTableIter iter;
  gpointer folded, name;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &folded, &name)) {
    g_hash_table_iter_steal (&iter);
    g_free (folded);
    g_ptr_array_add (names, name);
  }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static GPtrArray *
read_names (EntenteStore *store,
            EntenteChronicle *chronicle,
            EntenteNamesProgress progress,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_name);
  g_autoptr (GPtrArray) articles = entente_store_list (store, ENTENTE_ENTITY_ARTICLE, error);
  g_autoptr (GArray) known = list_known (chronicle);

  for (guint i = 0; articles && i < articles->len; i++) {
    g_autoptr (GError) local = NULL;

    if (progress)
      progress (i, articles->len, data);
    if (!read_article (store,
                       ((EntenteArticle *) articles->pdata[i])->record.id,
                       known,
                       names,
                       cancellable,
                       &local) &&
        !g_error_matches (local, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }
  return articles ? sort_names (names) : NULL;
}

GPtrArray *
entente_study_read_unknown_names (EntenteStudy *study,
                                  EntenteNamesProgress progress,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error)
{
  return read_names (entente_study_get_store (study),
                     entente_study_get_chronicle (study),
                     progress,
                     data,
                     cancellable,
                     error);
}

/* What a thread needs; the study may change or go meanwhile. */
typedef struct {
  EntenteStore *store;
  EntenteChronicle *chronicle;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->store);
  entente_chronicle_unref (reading->chronicle);
  g_free (reading);
}

static gpointer
read_all (gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *reading = data;

  return read_names (reading->store, reading->chronicle, NULL, NULL, cancellable, error);
}

void
entente_study_read_unknown_names_async (EntenteStudy *study,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  Reading *reading = g_new (Reading, 1);

  *reading = (Reading){ g_object_ref (entente_study_get_store (study)),
                        entente_chronicle_ref (entente_study_get_chronicle (study)) };
  entente_study_run_in_thread (g_task_new (study, cancellable, callback, user_data),
                               read_all,
                               reading,
                               free_reading,
                               (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
entente_study_read_unknown_names_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- steps ---- */

EntenteStep *
entente_commands_add_unknown_name (const EntenteUnknownName *name)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->name = g_strdup (name->name);
  actor->kind = name->kind;
  actor->iso3166 = g_strdup (name->iso3166);
  return entente_commands_add_actor (actor, NULL, NULL);
}

EntenteStep *
entente_commands_add_name_as_alias (const EntenteUnknownName *name, EntenteId actor)
{
  g_autoptr (EntenteAlias) alias = entente_alias_new ();

  alias->actor = actor;
  alias->text = g_strdup (name->name);
  return entente_commands_put (alias);
}
