/* Marks of the sample article: order, overlaps, stepping, filter and words of dates. */
#include "config.h"

#include "entente-article-marks.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"
#include <string.h>

static EntenteArticleMarks *
new_marks (EntenteSample *sample)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (sample->study);
  EntenteArticleMarks *marks = entente_article_marks_new (sample->session);
  EntenteId id = entente_chronicle_get_article (chronicle, 0)->record.id;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDetail) detail = entente_study_read_article (sample->study, id, &error);

  g_assert_no_error (error);
  entente_session_set_article (sample->session, id);
  entente_article_marks_set_detail (marks, detail);
  return marks;
}

static void
test_order (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteArticleMarks *marks = new_marks (sample);
  guint n = entente_article_marks_get_n (marks);

  g_assert_cmpuint (n, >, 30);
  for (guint i = 0; i < n; i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (marks, i);

    g_assert_cmpint (mark->end, >, mark->start);
    g_assert_true (mark->is_inside);
    g_assert_false (mark->is_selected);
    if (i > 0)
      g_assert_cmpint (mark->start, >=, entente_article_marks_get (marks, i - 1)->start);
    /* Marks in the same words stand on different levels. */
    for (guint j = 0; j < i; j++) {
      const EntenteArticleMark *other = entente_article_marks_get (marks, j);

      if (other->end > mark->start)
        g_assert_cmpuint (other->level, !=, mark->level);
    }
  }
  g_assert_finalize_object (marks);
  entente_sample_free (sample);
}

static void
test_find (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteArticleMarks *marks = new_marks (sample);

  g_assert_null (entente_article_marks_find (marks, 0, ENTENTE_ID_NONE));
  for (guint i = 0; i < entente_article_marks_get_n (marks); i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (marks, i);
    const EntenteArticleMark *found =
      entente_article_marks_find (marks, mark->start, ENTENTE_ID_NONE);
    const EntenteArticleMark *next;

    g_assert_nonnull (found);
    g_assert_cmpint (found->end - found->start, <=, mark->end - mark->start);
    /* A second click at the same place comes to the next event there, and in the end back again. */
    next = entente_article_marks_find (marks, mark->start, found->event);
    for (guint j = 0; next != found && j < 10; j++)
      next = entente_article_marks_find (marks, mark->start, next->event);
    g_assert_true (next == found);
  }
  g_assert_finalize_object (marks);
  entente_sample_free (sample);
}

static void
test_selected (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteArticleMarks *marks = new_marks (sample);

  for (guint i = 0; i < entente_article_marks_get_n (marks); i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (marks, i);

    entente_session_select_passage (sample->session, mark->passage, mark->event);
    g_assert_true (entente_article_marks_get_selected (marks) == mark);
    g_assert_true (mark->is_selected);
  }
  g_assert_finalize_object (marks);
  entente_sample_free (sample);
}

static void
count_cb (EntenteArticleMarks *marks, guint *n)
{
  ++*n;
}

static void
test_filter (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteArticleMarks *marks = new_marks (sample);
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (sample->session));
  guint n_inside = 0, n_changed = 0, n = entente_article_marks_get_n (marks);

  g_signal_connect (marks, "changed", G_CALLBACK (count_cb), &n_changed);
  query->groups = 1U << ENTENTE_GROUP_REFUSE;
  entente_session_set_query (sample->session, query);
  for (guint i = 0; i < n; i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (marks, i);
    gboolean refuses = mark->glyph.group == ENTENTE_GROUP_REFUSE;

    g_assert_cmpint (mark->is_inside, ==, refuses);
    n_inside += mark->is_inside;
  }
  g_assert_cmpuint (n_inside, >, 0);
  g_assert_cmpuint (n_inside, <, n);
  g_assert_cmpuint (n_changed, >, 0);
  g_assert_finalize_object (marks);
  entente_sample_free (sample);
}

static guint
count_words (EntenteArticleMarks *marks)
{
  guint n = 0;

  for (guint i = 0; i < entente_article_marks_get_n (marks); i++)
    n += entente_article_marks_get (marks, i)->words_start >= 0;
  return n;
}

static void
test_words (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteArticleMarks *marks = new_marks (sample);
  const EntenteArticleMark *mark = entente_article_marks_get (marks, 0);
  g_autofree char *said = NULL;

  entente_probe_wait (count_words (marks) > 10);
  g_assert_nonnull (entente_article_marks_get_date (marks, mark));
  said = entente_article_marks_describe (marks, mark);
  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, "2018"));
  g_assert_nonnull (strstr (said, " of "));
  g_assert_finalize_object (marks);
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/article-marks/order", test_order);
  g_test_add_func ("/article-marks/find", test_find);
  g_test_add_func ("/article-marks/selected", test_selected);
  g_test_add_func ("/article-marks/filter", test_filter);
  g_test_add_func ("/article-marks/words", test_words);
  return g_test_run ();
}
