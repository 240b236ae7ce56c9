/* One list out of three tables: lexicon, alias, rejection. Main thread for the steps; the list is
 * read anywhere.
 */

#include "config.h"

#include "entente-learnt.h"

#include <glib/gi18n-lib.h>

#include "entente-commands-private.h"
#include "entente-lesson.h"
#include "entente-study-thread.h"

static void
free_learnt (gpointer data)
{
  EntenteLearnt *learnt = data;

  g_array_unref (learnt->records);
  g_free (learnt->text);
  g_free (learnt->actor_name);
  g_free (learnt->article_title);
  g_free (learnt->quote);
  g_free (learnt);
}

static EntenteLearnt *
add_learnt (GPtrArray *list, EntenteLearntType type, EntenteId record, char *text)
{
  EntenteLearnt *learnt = g_new0 (EntenteLearnt, 1);

  learnt->type = type;
  learnt->records = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_array_append_val (learnt->records, record);
  learnt->text = text;
  g_ptr_array_add (list, learnt);
  return learnt;
}

/* ---- where it was learnt ---- */

typedef struct {
  EntenteStore *store;
  const EntenteChronicle *chronicle;
  GPtrArray *list;
} Work;

static void
set_article (const Work *work, EntenteLearnt *learnt, EntenteId revision)
{
  EntenteId article = entente_store_get_article_of (work->store, revision, NULL);
  guint32 index = entente_chronicle_find_article (work->chronicle, article);

  learnt->article = article;
  if (index != ENTENTE_NO_INDEX)
    learnt->article_title =
      g_strdup (entente_chronicle_get_article (work->chronicle, index)->title);
}

static void
set_passage (const Work *work, EntenteLearnt *learnt, EntenteId id)
{
  g_autoptr (EntentePassage) passage =
    id != ENTENTE_ID_NONE ? entente_store_get (work->store, ENTENTE_ENTITY_PASSAGE, id, NULL)
                          : NULL;
  g_autoptr (GPtrArray) claims = NULL;

  if (passage == NULL)
    return;
  claims =
    entente_store_list_of (work->store, ENTENTE_ENTITY_CLAIM, ENTENTE_ENTITY_PASSAGE, id, NULL);
  learnt->passage = id;
  if (claims != NULL && claims->len > 0)
    learnt->event = ((const EntenteClaim *) claims->pdata[0])->event;
  learnt->quote = g_strdup (passage->quote);
  set_article (work, learnt, passage->revision);
}

/* ---- the tables ---- */

static gboolean
list_words (const Work *work, GError **error)
{
  g_autoptr (GPtrArray) words = entente_store_list (work->store, ENTENTE_ENTITY_LEXICON, error);

  for (guint i = 0; words != NULL && i < words->len; i++) {
    const EntenteLexicon *word = words->pdata[i];
    EntenteLearnt *learnt = add_learnt (work->list,
                                        ENTENTE_LEARNT_WORD,
                                        word->record.id,
                                        entente_lesson_format (word->text));

    learnt->kind = word->kind != NULL ? entente_kind_find (word->kind) : NULL;
    set_passage (work, learnt, word->passage);
  }
  return words != NULL;
}

static void
list_names (const Work *work)
{
  for (guint32 i = 0; i < entente_chronicle_get_n_actors (work->chronicle); i++) {
    const EntenteActor *actor = entente_chronicle_get_actor (work->chronicle, i);
    guint n;
    const EntenteAlias *const *aliases = entente_chronicle_get_aliases (work->chronicle, i, &n);

    for (guint j = 0; j < n; j++) {
      EntenteLearnt *learnt = add_learnt (work->list,
                                          ENTENTE_LEARNT_NAME,
                                          aliases[j]->record.id,
                                          g_strdup (aliases[j]->text));

      learnt->actor = actor->record.id;
      learnt->actor_name = g_strdup (actor->name);
    }
  }
}

/* A corrected text has a refusal of its own for what was refused in the text before. */
static void
add_rejection (const Work *work, GHashTable *seen, const EntenteRejection *rejection)
{
  gboolean is_name = g_strcmp0 (rejection->kind, ENTENTE_REJECTION_ACTOR) == 0;
  g_autofree char *fold = entente_name_fold (rejection->quote != NULL ? rejection->quote : "");
  g_autofree char *key = g_strdup_printf ("%s %s", rejection->kind, fold);
  EntenteLearnt *learnt = g_hash_table_lookup (seen, key);

  if (learnt != NULL) {
    g_array_append_val (learnt->records, rejection->record.id);
    return;
  }
  learnt = add_learnt (work->list,
                       is_name ? ENTENTE_LEARNT_NO_ACTOR : ENTENTE_LEARNT_NO_MOVE,
                       rejection->record.id,
                       g_strdup (rejection->quote != NULL ? rejection->quote : ""));
  learnt->kind = !is_name && rejection->kind != NULL ? entente_kind_find (rejection->kind) : NULL;
  set_article (work, learnt, rejection->revision);
  g_hash_table_insert (seen, g_steal_pointer (&key), learnt);
}

static gboolean
list_rejections (const Work *work, GError **error)
{
  g_autoptr (GPtrArray) rejections =
    entente_store_list (work->store, ENTENTE_ENTITY_REJECTION, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; rejections != NULL && i < rejections->len; i++)
    add_rejection (work, seen, rejections->pdata[i]);
  return rejections != NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const EntenteLearnt *one = *(EntenteLearnt *const *) a;
  const EntenteLearnt *other = *(EntenteLearnt *const *) b;

  if (one->type != other->type)
    return one->type < other->type ? -1 : 1;
  return g_utf8_collate (one->text, other->text);
}

GPtrArray *
entente_learnt_list (EntenteStore *store, const EntenteChronicle *chronicle, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_learnt);
  const Work work = { store, chronicle, list };

  if (!list_words (&work, error) || !list_rejections (&work, error))
    return NULL;
  list_names (&work);
  g_ptr_array_sort (list, compare);
  return g_steal_pointer (&list);
}

/* ---- in a thread ---- */

typedef struct {
  EntenteStore *store;
  EntenteChronicle *chronicle;
} Wanted;

static void
free_wanted (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->store);
  entente_chronicle_unref (wanted->chronicle);
  g_free (wanted);
}

static gpointer
list (gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return entente_learnt_list (wanted->store, wanted->chronicle, error);
}

void
entente_study_list_learnt_async (EntenteStudy *study,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ g_object_ref (entente_study_get_store (study)),
                      entente_chronicle_ref (entente_study_get_chronicle (study)) };
  entente_study_run_in_thread (g_task_new (study, cancellable, callback, user_data),
                               list,
                               wanted,
                               free_wanted,
                               (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
entente_study_list_learnt_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- words ---- */

const char *
entente_learnt_type_get_nick (EntenteLearntType type)
{
  static const char *const nicks[] = { "word", "name", "no-actor", "no-move" };

  return nicks[type];
}

char *
entente_learnt_describe (const EntenteLearnt *learnt)
{
  const char *kind = learnt->kind != NULL ? entente_kind_get_label (learnt->kind) : NULL;

  switch (learnt->type) {
  case ENTENTE_LEARNT_WORD:
    return kind != NULL ? g_strdup_printf (_ ("“%s” tells of: %s"), learnt->text, kind)
                        : g_strdup_printf (_ ("“%s” tells no move"), learnt->text);
  case ENTENTE_LEARNT_NAME:
    return g_strdup_printf (_ ("“%s” is a name of %s"), learnt->text, learnt->actor_name);
  case ENTENTE_LEARNT_NO_ACTOR:
    return g_strdup_printf (_ ("“%s” is no actor"), learnt->text);
  case ENTENTE_LEARNT_NO_MOVE:
  default:
    return kind != NULL ? g_strdup_printf (_ ("“%s” is not proposed as: %s"), learnt->text, kind)
                        : g_strdup_printf (_ ("“%s” is not proposed"), learnt->text);
  }
}

static EntenteEntity
get_entity (const EntenteLearnt *learnt)
{
  switch (learnt->type) {
  case ENTENTE_LEARNT_WORD:
    return ENTENTE_ENTITY_LEXICON;
  case ENTENTE_LEARNT_NAME:
    return ENTENTE_ENTITY_ALIAS;
  default:
    return ENTENTE_ENTITY_REJECTION;
  }
}

EntenteStep *
entente_learnt_forget (const EntenteLearnt *learnt)
{
  EntenteEntity entity = get_entity (learnt);
  EntenteStep *step = entente_commands_begin (entity, ENTENTE_DELETE);

  for (guint i = 0; i < learnt->records->len; i++)
    entente_step_delete (step, entity, g_array_index (learnt->records, EntenteId, i));
  return step;
}

char *
entente_learnt_describe_forgotten (const EntenteLearnt *learnt)
{
  return learnt->type == ENTENTE_LEARNT_WORD || learnt->type == ENTENTE_LEARNT_NAME
           ? g_strdup_printf (_ ("“%s” is forgotten"), learnt->text)
           : g_strdup_printf (_ ("“%s” may be proposed again"), learnt->text);
}

EntenteLexicon *
entente_learnt_create_word (const char *lesson, const EntenteKind *kind, EntenteId passage)
{
  EntenteLexicon *word = entente_lexicon_new ();

  word->text = g_strdup (lesson);
  word->language = g_strdup ("en");
  word->kind = kind != NULL ? g_strdup (kind->id) : NULL;
  word->passage = passage;
  return word;
}
