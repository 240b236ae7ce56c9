/* Finding texts that are nearly the same. Sketches tell which pairs are worth a look; words decide.
 */
#include "config.h"

#include "entente-reprints.h"

#include "entente-article-detail.h"
#include "entente-near-duplicate.h"
#include "entente-study-thread.h"
#include "entente-text-align.h"

#include <string.h>

/* Percent by sketches from which on words are counted: below what counts in the end, since each
 * changed word changes several runs. */
#define WORTH_A_LOOK 25
/* Steps on the way to an origin, should a chain of reprints bite its tail. */
#define MAX_STEPS 64

/* A text of the study that is looked at. */
typedef struct {
  guint32 article; /* index */
  EntenteTextSketch *sketch;
} Text;

static void
clear_text (gpointer data)
{
  g_clear_pointer (&((Text *) data)->sketch, entente_text_sketch_free);
}

/* ---- comparing ---- */

static guint
count_words (const EntenteTextPiece *pieces, guint n)
{
  guint n_words = 0;

  for (guint i = 0; i < n; i++)
    n_words += pieces[i].is_word;
  return n_words;
}

/* Percent of the words of the shorter text that are paired; G_MAXUINT with an error when cancelled.
 */
static guint
count_alike (const char *a, const char *b, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteTextAlign) align = entente_text_align_new (a, b, cancellable, error);
  const EntenteTextPiece *before, *after;
  guint n_before, n_after, n_paired = 0, n_words;

  if (!align)
    return G_MAXUINT;
  before = entente_text_align_get_before (align, &n_before);
  after = entente_text_align_get_after (align, &n_after);
  for (guint i = 0; i < n_before; i++)
    n_paired += before[i].is_word && entente_text_align_get_pair (align, i) != ENTENTE_NO_PIECE;
  n_words = MIN (count_words (before, n_before), count_words (after, n_after));
  return n_words > 0 ? 100 * n_paired / n_words : 0;
}

/* NULL without an error when the article has no text. */
static char *
read_text (EntenteStore *store, EntenteId article, GError **error)
{
  g_autoptr (EntenteRevision) revision = entente_store_get_newest_revision (store, article, error);

  return revision ? g_strdup (revision->text) : NULL;
}

static EntenteId
get_id (const EntenteChronicle *chronicle, guint32 article)
{
  return entente_chronicle_get_article (chronicle, article)->record.id;
}

/* ---- one text ---- */

/* Looks at one article of the study; FALSE on error. */
static gboolean
try_article (EntenteStore *store,
             EntenteId article,
             const char *text,
             const EntenteTextSketch *sketch,
             EntenteReprint *best,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *other = read_text (store, article, &failed);
  g_autoptr (EntenteTextSketch) other_sketch = NULL;
  guint percent;

  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  if (!other)
    return TRUE;
  other_sketch = entente_text_sketch_new (other, cancellable, error);
  if (!other_sketch)
    return FALSE;
  if (entente_text_sketch_contain (sketch, other_sketch) < WORTH_A_LOOK)
    return TRUE;
  percent = count_alike (text, other, cancellable, error);
  if (percent == G_MAXUINT)
    return FALSE;
  if (percent >= ENTENTE_REPRINT_NEAR && percent > best->percent) {
    best->other = article;
    best->percent = percent;
  }
  return TRUE;
}

gboolean
entente_reprints_find (EntenteStore *store,
                       const EntenteChronicle *chronicle,
                       const char *text,
                       EntenteId except,
                       EntenteReprint *found,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (EntenteTextSketch) sketch = entente_text_sketch_new (text, cancellable, error);

  *found = (EntenteReprint){ except, ENTENTE_ID_NONE, 0 };
  if (!sketch)
    return FALSE;
  for (guint i = 0; i < entente_chronicle_get_n_articles (chronicle); i++) {
    EntenteId article = get_id (chronicle, i);

    if (article == except)
      continue;
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !try_article (store, article, text, sketch, found, cancellable, error))
      return FALSE;
  }
  return found->percent > 0;
}

/* ---- all pairs ---- */

static GArray *
sketch_all (EntenteStore *store,
            const EntenteChronicle *chronicle,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));

  g_array_set_clear_func (texts, clear_text);
  for (guint i = 0; i < entente_chronicle_get_n_articles (chronicle); i++) {
    g_autoptr (GError) failed = NULL;
    g_autofree char *text = read_text (store, get_id (chronicle, i), &failed);
    Text entry = { i };

    if (failed || g_cancellable_set_error_if_cancelled (cancellable, &failed)) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
    if (!text)
      continue;
    if (!(entry.sketch = entente_text_sketch_new (text, cancellable, error)))
      return NULL;
    g_array_append_val (texts, entry);
  }
  return g_steal_pointer (&texts);
}

/* The later article reprints the earlier one; without dates, the one that came into the study
 * later. */
static void
put_in_order (const EntenteChronicle *chronicle, guint32 *article, guint32 *other)
{
  const EntenteDate *one = entente_chronicle_get_article (chronicle, *article)->published;
  const EntenteDate *two = entente_chronicle_get_article (chronicle, *other)->published;
  gboolean is_first =
    one && two && entente_date_is_before (one, two) == ENTENTE_YES
      ? TRUE
      : !(one && two && entente_date_is_before (two, one) == ENTENTE_YES) && *article < *other;

  if (is_first) {
    guint32 swapped = *article;

    *article = *other;
    *other = swapped;
  }
}

/* A text that is gone meanwhile is no pair. */
static gboolean
add_pair (GArray *pairs,
          EntenteStore *store,
          const EntenteChronicle *chronicle,
          guint32 article,
          guint32 other,
          GCancellable *cancellable,
          GError **error)
{
  GError *failure = NULL;
  g_autofree char *one = read_text (store, get_id (chronicle, article), &failure);
  g_autofree char *two = one ? read_text (store, get_id (chronicle, other), &failure) : NULL;
  EntenteReprint pair;

  if (failure) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  if (!two)
    return TRUE;
  put_in_order (chronicle, &article, &other);
  pair.article = get_id (chronicle, article);
  pair.other = get_id (chronicle, other);
  pair.percent = count_alike (one, two, cancellable, error);
  if (pair.percent == G_MAXUINT)
    return FALSE;
  if (pair.percent >= ENTENTE_REPRINT_NEAR)
    g_array_append_val (pairs, pair);
  return TRUE;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const EntenteReprint *one = a, *other = b;

  if (one->percent != other->percent)
    return one->percent > other->percent ? -1 : 1;
  if (one->article != other->article)
    return one->article < other->article ? -1 : 1;
  return (one->other > other->other) - (one->other < other->other);
}

GArray *
entente_reprints_list (EntenteStore *store,
                       const EntenteChronicle *chronicle,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (EntenteReprint));
  g_autoptr (GArray) texts = sketch_all (store, chronicle, cancellable, error);

  for (guint i = 0; texts && i < texts->len; i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    for (guint k = i + 1; k < texts->len; k++) {
      const Text *one = &g_array_index (texts, Text, i), *other = &g_array_index (texts, Text, k);

      if (entente_text_sketch_contain (one->sketch, other->sketch) >= WORTH_A_LOOK &&
          !add_pair (pairs, store, chronicle, one->article, other->article, cancellable, error))
        return NULL;
    }
  }
  if (!texts)
    return NULL;
  g_array_sort (pairs, compare_pairs);
  return g_steal_pointer (&pairs);
}

EntenteId
entente_reprints_get_origin (const EntenteChronicle *chronicle, EntenteId article)
{
  for (guint i = 0; i < MAX_STEPS; i++) {
    guint32 index = entente_chronicle_find_article (chronicle, article);
    EntenteId origin = index == ENTENTE_NO_INDEX
                         ? ENTENTE_ID_NONE
                         : entente_chronicle_get_article (chronicle, index)->origin;

    if (origin == ENTENTE_ID_NONE)
      break;
    article = origin;
  }
  return article;
}

/* ---- in a thread ---- */

typedef struct {
  EntenteStore *store;
  EntenteChronicle *chronicle;
  char *text; /* or NULL: that of `except` */
  EntenteId except;
} Wanted;

static void
free_wanted (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->store);
  entente_chronicle_unref (wanted->chronicle);
  g_free (wanted->text);
  g_free (wanted);
}

static gpointer
find (gpointer data, GCancellable *cancellable, GError **error)
{
  Wanted *wanted = data;
  g_autofree EntenteReprint *found = g_new0 (EntenteReprint, 1);
  GError *failure = NULL;

  if (!wanted->text)
    wanted->text = read_text (wanted->store, wanted->except, &failure);
  if (wanted->text)
    entente_reprints_find (wanted->store,
                           wanted->chronicle,
                           wanted->text,
                           wanted->except,
                           found,
                           cancellable,
                           &failure);
  if (!failure)
    return g_steal_pointer (&found);
  g_propagate_error (error, failure);
  return NULL;
}

void
entente_study_find_reprint_async (EntenteStudy *study,
                                  const char *text,
                                  EntenteId except,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ g_object_ref (entente_study_get_store (study)),
                      entente_chronicle_ref (entente_study_get_chronicle (study)),
                      g_strdup (text),
                      except };
  entente_study_run_in_thread (g_task_new (study, cancellable, callback, user_data),
                               find,
                               wanted,
                               free_wanted,
                               g_free);
}

gboolean
entente_study_find_reprint_finish (EntenteStudy *study,
                                   GAsyncResult *result,
                                   EntenteReprint *found,
                                   GError **error)
{
  g_autofree EntenteReprint *reprint = g_task_propagate_pointer (G_TASK (result), error);

  if (!reprint)
    return FALSE;
  *found = *reprint;
  return reprint->percent > 0;
}
