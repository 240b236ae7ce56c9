/* What a search costs in a study of a hundred thousand texts: the twenty best articles for each of
 * a word's beginnings as it is typed, and how long the main thread is held up by a key, also while
 * a slow search is under way.
 *
 * That a key never waits is asserted: it may take as long as a frame, and the slow search takes
 * many. Milliseconds are reported.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "entente-session.h"

#define N_TEXTS 100000
#define N_BEST 20
#define FRAME_MS 16.7
#define SLOW "(treaty OR border OR harbour OR prisoner OR river OR ceasefire) NOT quarantine"

static const char *const words[] = { "treaty",    "border",    "harbour", "prisoner",
                                     "river",     "ceasefire", "talks",   "envoy",
                                     "ministers", "railway",   "customs", "fishing" };

/* Words that few texts have. */
static const char *const rare[] = { "plebiscite", "quarantine", "zymurgy" };

typedef struct {
  guint n; /* given so far */
  GRand *random;
  EntenteId article; /* whose text comes next, or none */
} Texts;

static char *
write_text (Texts *texts)
{
  g_autoptr (GString) text = g_string_new ("They spoke of");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text,
                            " %s",
                            words[g_rand_int_range (texts->random, 0, G_N_ELEMENTS (words))]);
  if (texts->n % 199 == 0)
    g_string_append_printf (text, " and of %s", rare[texts->n / 199 % G_N_ELEMENTS (rare)]);
  return g_strconcat (text->str, ".\n", NULL);
}

static gpointer
next_event (Texts *texts)
{
  EntenteEvent *event = entente_event_new ();

  event->kind = g_strdup ("talks");
  event->title = write_text (texts);
  event->when = entente_date_new_day (1900 + texts->n % 100, 1 + (int) (texts->n % 12), 1);
  return event;
}

static gpointer
next_revision (Texts *texts)
{
  EntenteRevision *revision = entente_revision_new ();

  revision->article = texts->article;
  revision->number = 1;
  revision->text = write_text (texts);
  texts->article = ENTENTE_ID_NONE;
  return revision;
}

/* An article, its text, an event, and so on. */
static gpointer
next_record (gpointer data, GError **error)
{
  Texts *texts = data;
  EntenteArticle *article;

  if (texts->article != ENTENTE_ID_NONE)
    return next_revision (texts);
  if (texts->n == 2 * N_TEXTS)
    return NULL;
  texts->n++;
  if (texts->n % 2 == 0)
    return next_event (texts);
  article = entente_article_new ();
  article->record.id = entente_id_new ();
  article->title = g_strdup_printf ("Report %u", texts->n);
  texts->article = article->record.id;
  return article;
}

static EntenteStudy *
make_study (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "study.entente", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  Texts texts = { .random = random };
  g_autoptr (EntenteStudy) study = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  changes = entente_store_import (entente_study_get_store (study),
                                  "Texts",
                                  next_record,
                                  &texts,
                                  NULL,
                                  NULL,
                                  NULL,
                                  &error);
  g_assert_no_error (error);
  g_clear_object (&study);
  study = entente_study_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&study);
}

static double
get_ms (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* ---- the best articles ---- */

static void
measure_typed (EntenteStudy *study, const char *word)
{
  double most = 0, last = 0;
  guint n = 0;

  for (gsize length = 1; length <= strlen (word); length++) {
    g_autofree char *typed = g_strndup (word, length);
    g_autoptr (GError) error = NULL;
    gint64 start = g_get_monotonic_time ();
    g_autoptr (GArray) found =
      entente_store_search_articles (entente_study_get_store (study), typed, N_BEST, &error);

    last = get_ms (start);
    most = MAX (most, last);
    g_assert_no_error (error);
    n = found->len;
  }
  g_test_message ("“%s” as typed: whole %.1f ms, slowest beginning %.1f ms, %u articles",
                  word,
                  last,
                  most,
                  n);
}

static void
test_best (gconstpointer data)
{
  EntenteStudy *study = (EntenteStudy *) data;

  measure_typed (study, words[0]); /* warms up */
  measure_typed (study, words[1]);
  measure_typed (study, "treaty border");
  for (guint i = 0; i < G_N_ELEMENTS (rare); i++)
    measure_typed (study, rare[i]);
}

/* ---- a key ---- */

static void
set_words (EntenteSession *session, const char *text)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (session));

  g_free (query->words);
  query->words = g_strdup (text);
  entente_session_set_query (session, query);
}

static guint
count_filtered (EntenteSession *session)
{
  guint n;

  g_object_get (session, "n-filtered", &n, NULL);
  return n;
}

/* Turns the main loop until @session shows other events than @n; the longest turn, milliseconds. */
static double
wait_for_other (EntenteSession *session, guint n)
{
  double most = 0;
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (count_filtered (session) == n && g_get_monotonic_time () < end) {
    gint64 start = g_get_monotonic_time ();

    if (g_main_context_iteration (NULL, FALSE))
      most = MAX (most, get_ms (start));
  }
  return most;
}

static void
test_key (gconstpointer data)
{
  g_autoptr (EntenteSession) session = entente_session_new ((EntenteStudy *) data);
  double key = 0, turn, slow;
  gint64 start;
  guint n_all = count_filtered (session), n_slow;

  start = g_get_monotonic_time ();
  set_words (session, SLOW);
  wait_for_other (session, n_all);
  slow = get_ms (start);
  n_slow = count_filtered (session);
  set_words (session, NULL);
  wait_for_other (session, n_slow);

  /* While that is under way again, a word is typed. */
  set_words (session, SLOW);
  for (gsize length = 1; length <= strlen (rare[0]); length++) {
    g_autofree char *typed = g_strndup (rare[0], length);

    start = g_get_monotonic_time ();
    set_words (session, typed);
    key = MAX (key, get_ms (start));
  }
  start = g_get_monotonic_time ();
  turn = wait_for_other (session, n_all);
  g_test_message ("a slow search takes %.0f ms; meanwhile a key holds the main thread up %.2f ms "
                  "at most, a turn of its loop"
                  " %.2f ms, and the events of the word typed are there after %.0f ms (%u)",
                  slow,
                  key,
                  turn,
                  get_ms (start),
                  count_filtered (session));
  g_assert_cmpfloat (key, <, FRAME_MS);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  EntenteStudy *study;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("entente-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "study.entente", NULL);
  study = make_study (folder);
  g_test_add_data_func ("/search/best", study, test_best);
  g_test_add_data_func ("/search/key", study, test_key);
  result = g_test_run ();
  g_object_unref (study);
  g_unlink (path);
  g_rmdir (folder);
  return result;
}
