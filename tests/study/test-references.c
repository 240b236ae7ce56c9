/* References into a study and out of it: the same article is found again, and what is written is
 * never overwritten. */

#include "config.h"

#include "entente-fixture.h"
#include "entente-references.h"

static EntenteArticle *
add (GPtrArray *list, const char *title, const char *url, const char *edtf)
{
  EntenteArticle *article = entente_article_new ();

  article->title = g_strdup (title);
  article->url = g_strdup (url);
  article->published = edtf ? entente_date_parse (edtf, NULL) : NULL;
  g_ptr_array_add (list, article);
  return article;
}

static EntenteReferenceCounts
merge (EntenteFixture *fixture, const GPtrArray *list)
{
  EntenteReferenceCounts counts;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStep) step =
    entente_references_merge (entente_study_get_chronicle (fixture->study), list, &counts);
  g_autoptr (EntenteChangeSet) changes =
    step->changes->len > 0 ? entente_study_apply (fixture->study, step, &error) : NULL;

  g_assert_no_error (error);
  return counts;
}

static const EntenteArticle *
get_report (EntenteFixture *fixture)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);

  return entente_chronicle_get_article (
    chronicle,
    entente_chronicle_find_article (chronicle, entente_id_from_key ("report")));
}

static guint
count (EntenteFixture *fixture)
{
  return entente_chronicle_get_n_articles (entente_study_get_chronicle (fixture->study));
}

static void
test_merge (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (entente_record_unref);
  EntenteArticle *first =
    add (list, "“A Report”!", "https://www.bay.example/report/#top", "2018-08");
  EntenteReferenceCounts counts;

  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'bay','name':'Bay Post','kind':'media'}");
  first->authors = g_strdup ("Maya Ortiz");
  first->publication_name = g_strdup ("bay post");
  add (list, "Another Title", "http://bay.example/report", "2018-08-01");
  add (list, "A report", NULL, "2019");
  add (list, "A third of its kind", NULL, NULL);
  add (list, "a THIRD of its kind", NULL, "2020");
  counts = merge (fixture, list);
  g_assert_cmpuint (counts.n_filled, ==, 1);
  g_assert_cmpuint (counts.n_added, ==, 2);
  g_assert_cmpuint (counts.n_known, ==, 2);
  g_assert_cmpuint (count (fixture), ==, 3);
  g_assert_cmpstr (get_report (fixture)->title, ==, "A report");
  g_assert_cmpstr (get_report (fixture)->authors, ==, "Maya Ortiz");
  g_assert_cmpstr (get_report (fixture)->published->edtf, ==, "2018-08-01");
  g_assert_cmpint (get_report (fixture)->publication, ==, entente_id_from_key ("bay"));
  g_assert_null (get_report (fixture)->publication_name);

  counts = merge (fixture, list);
  g_assert_cmpuint (counts.n_added + counts.n_filled, ==, 0);
  g_assert_cmpuint (counts.n_known, ==, 5);
  g_assert_cmpuint (count (fixture), ==, 3);
}

static gboolean
has_outlet (const GPtrArray *articles, const char *name)
{
  for (guint i = 0; i < articles->len; i++)
    if (g_strcmp0 (((EntenteArticle *) articles->pdata[i])->publication_name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
test_collect (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteChronicle *chronicle;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (EntenteBitset) rows = NULL;
  g_autoptr (EntenteBitset) no_rows = NULL;

  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'bay','name':'Bay Post','kind':'media'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-article','key':'other','title':'Another','publication':'bay',"
                         "'text':'Nothing happened on that day. It rained, and nobody came.\\n'}");
  chronicle = entente_study_get_chronicle (fixture->study);
  rows = entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  no_rows = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  all = entente_references_collect (chronicle, NULL);
  some = entente_references_collect (chronicle, rows);
  none = entente_references_collect (chronicle, no_rows);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (has_outlet (all, "Bay Post"));
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpstr (((EntenteArticle *) some->pdata[0])->title, ==, "A report");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_outlet (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteChronicle *chronicle;

  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'bay','name':'Bay Post','kind':'media'}");
  chronicle = entente_study_get_chronicle (fixture->study);
  g_assert_cmpint (entente_references_find_outlet (chronicle, "BAY POST"),
                   ==,
                   entente_id_from_key ("bay"));
  g_assert_cmpint (entente_references_find_outlet (chronicle, "North"), ==, ENTENTE_ID_NONE);
  g_assert_cmpint (entente_references_find_outlet (chronicle, NULL), ==, ENTENTE_ID_NONE);
  entente_fixture_apply (fixture, "{'do':'add-actor','key':'b2','name':'Bay Post','kind':'media'}");
  chronicle = entente_study_get_chronicle (fixture->study);
  g_assert_cmpint (entente_references_find_outlet (chronicle, "Bay Post"), ==, ENTENTE_ID_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/references/merge", test_merge);
  g_test_add_func ("/references/collect", test_collect);
  g_test_add_func ("/references/outlet", test_outlet);
  return g_test_run ();
}
