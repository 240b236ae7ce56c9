/* References in and out: what goes out comes back, and what other programs write comes in. */
#include "config.h"

#include "entente-bibliography.h"

#include <string.h>

static GPtrArray *
read_text (const char *text, EntenteBibliographyFormat format)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GPtrArray *articles =
    entente_bibliography_read (text, strlen (text), "list.x", format, notices, &error);
  g_assert_no_error (error);
  return articles;
}

static void
assert_date (const EntenteDate *date, const char *edtf)
{
  g_assert_cmpstr (date != NULL ? date->edtf : NULL, ==, edtf);
}

/* Every field, every kind of date, every sign that a format uses for itself. */
static void
test_round_trip (void)
{
  static const char *const dates[] = {
    "2018-10-31",      "2018-10",        "2018",  "2018-10-31~", "2018-10?",         "2018-21",
    "2018-01/2018-03", "[..2018-08-22]", "-0044", "201X",        "2018-10-31T14:05", NULL
  };
  static const char *const titles[] = { "The River Talks",
                                        "Dams & mills: 100% of {the} river_bed #1 $5 \\ ~ ^",
                                        "“Wir haben Zeit” – Şeyh, Đà Nẵng, Ω",
                                        "A -- B --- C ``d'' 'e' it''s",
                                        "Who said: \"no\"?",
                                        "and And, AND" };
  static const char *const authors[] = { "Maya Ortiz; Jan de Vries",
                                         "Reuters",
                                         "Voice of America",
                                         "Martin Luther King Jr.; Ömer bin Hasan",
                                         NULL };
  for (guint format = 0; format < ENTENTE_N_BIBLIOGRAPHIES; format++) {
    for (guint i = 0; i < G_N_ELEMENTS (dates) * G_N_ELEMENTS (titles); i++) {
      g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (entente_record_unref);
      EntenteArticle *article = entente_article_new ();
      const char *edtf = dates[i % G_N_ELEMENTS (dates)];
      article->title = g_strdup (titles[i % G_N_ELEMENTS (titles)]);
      article->authors = g_strdup (authors[i % G_N_ELEMENTS (authors)]);
      article->publication_name = i % 3 == 0 ? NULL : g_strdup ("Bay & Port Post");
      article->published = edtf != NULL ? entente_date_parse (edtf, NULL) : NULL;
      article->retrieved = i % 2 == 0 ? entente_date_parse ("2020-02-29", NULL) : NULL;
      article->url = g_strdup ("https://bay.example/a_b%20c?d=1&e=~f#g");
      article->language = g_strdup ("de-AT");
      article->note = g_strdup ("First line.\nSecond: 50% {more}.");
      g_ptr_array_add (articles, article);
      g_ptr_array_add (articles, entente_article_ref (article));
      if (edtf != NULL && article->published == NULL)
        continue; /* no value that this program knows */
      g_autofree char *text = entente_bibliography_write (articles, format);
      g_autoptr (GPtrArray) back = read_text (text, format);
      g_assert_cmpuint (back->len, ==, 2);
      for (guint k = 0; k < 2; k++) {
        const EntenteArticle *is = back->pdata[k];
        g_assert_cmpstr (is->title, ==, article->title);
        g_assert_cmpstr (is->authors, ==, article->authors);
        g_assert_cmpstr (is->publication_name, ==, article->publication_name);
        assert_date (is->published, article->published != NULL ? article->published->edtf : NULL);
        assert_date (is->retrieved, article->retrieved != NULL ? "2020-02-29" : NULL);
        g_assert_cmpstr (is->url, ==, article->url);
        g_assert_cmpstr (is->language, ==, article->language);
        g_assert_cmpstr (is->note, ==, article->note);
      }
    }
  }
}

static void
test_ris (void)
{
  g_autoptr (GPtrArray) articles =
    read_text ("\xEF\xBB\xBFTY  - JOUR\nAU  - Ortiz, Maya\nAU  - de Vries, Jan\nA1  - King, "
               "Martin, Jr.\nT1  - The River\n"
               "  Talks\nJF  - Bay Post\nPY  - 2017\nDA  - 2017/05//\nL2  - "
               "https://bay.example/r\nKW  - x\nER  - \n"
               "\nTY  - NEWS\nTI  - Second\nY1  - 2018/10/31/Wednesday\nER  -\nTY  - GEN\nPY  - "
               "2000\nER  - \n",
               ENTENTE_BIBLIOGRAPHY_RIS);
  const EntenteArticle *first = articles->pdata[0];
  const EntenteArticle *second = articles->pdata[1];
  g_assert_cmpuint (articles->len, ==, 2);
  g_assert_cmpstr (first->title, ==, "The River Talks");
  g_assert_cmpstr (first->authors, ==, "Maya Ortiz; Jan de Vries; Martin King Jr.");
  g_assert_cmpstr (first->publication_name, ==, "Bay Post");
  g_assert_cmpstr (first->url, ==, "https://bay.example/r");
  assert_date (first->published, "2017-05");
  assert_date (second->published, "2018-10-31");
}

static void
test_bibtex (void)
{
  g_autoptr (GPtrArray) articles = read_text (
    "% a list\n@string{bp = \"Bay \" # {Post}}\n@comment{ @article{x, title={no}} }\n"
    "@Article{ortiz:17,\n  author = \"Ortiz, Maya and {Voice of America} and Jan {de Vries} and "
    "K{\\\"o}nig, J{\\'e}r{\\^o}me\",\n"
    "  title = {The {River} Talks --- \\emph{a} {\\c{S}}eyh's stra{\\ss}e, 50\\% \\& more},\n"
    "  journal = bp, year = 2017, month = \"May\", day = 3,\n  url = "
    "{\\url{https://bay.example/a_b}}\n}\n"
    "@misc(b, title = {Second}, date = {2018-10~})\nmail@bay.example\n@online{c, title={Third}, "
    "year={n.d.}}",
    ENTENTE_BIBLIOGRAPHY_BIBTEX);
  const EntenteArticle *first = articles->pdata[0];
  g_assert_cmpuint (articles->len, ==, 3);
  g_assert_cmpstr (first->authors, ==, "Maya Ortiz; Voice of America; Jan de Vries; Jérôme König");
  g_assert_cmpstr (first->title, ==, "The River Talks — a Şeyh's straße, 50% & more");
  g_assert_cmpstr (first->publication_name, ==, "Bay Post");
  g_assert_cmpstr (first->url, ==, "https://bay.example/a_b");
  assert_date (first->published, "2017-05-03");
  assert_date (((EntenteArticle *) articles->pdata[1])->published, "2018-10~");
  assert_date (((EntenteArticle *) articles->pdata[2])->published, NULL);
}

static void
test_csl (void)
{
  g_autoptr (GPtrArray) articles = read_text (
    "[{\"title\": \"The River Talks\", \"author\": [{\"family\": \"Vries\", \"given\": \"Jan\", "
    "\"non-dropping-particle\": \"de\"}, {\"literal\": \"Reuters\"}], \"issued\": {\"date-parts\": "
    "[[\"2017\", 5], [2017, 6, 3]]}}, {\"title\": \"b\", \"issued\": {\"date-parts\": [[2018]], "
    "\"circa\": "
    "true}}, {\"title\": \"c\", \"issued\": {\"date-parts\": [[2018]], \"season\": 1}}, "
    "{\"title\": \"d\", "
    "\"issued\": \"2018-10?\"}, {\"title\": \"e\", \"issued\": {\"literal\": \"31 October "
    "2018\"}}, 7]",
    ENTENTE_BIBLIOGRAPHY_CSL_JSON);
  static const char *const dates[] = { "2017-05/2017-06-03",
                                       "2018~",
                                       "2018-21",
                                       "2018-10?",
                                       "2018-10-31" };
  g_assert_cmpuint (articles->len, ==, 5);
  g_assert_cmpstr (((EntenteArticle *) articles->pdata[0])->authors, ==, "Jan de Vries; Reuters");
  for (guint i = 0; i < 5; i++)
    assert_date (((EntenteArticle *) articles->pdata[i])->published, dates[i]);
}

static void
test_refused (void)
{
  static const struct {
    EntenteBibliographyFormat format;
    const char *text;
  } cases[] = {
    { ENTENTE_BIBLIOGRAPHY_RIS, "They met.\n" },
    { ENTENTE_BIBLIOGRAPHY_BIBTEX, "They met.\n" },
    { ENTENTE_BIBLIOGRAPHY_BIBTEX, "\n@article{a, title = {no end" },
    { ENTENTE_BIBLIOGRAPHY_BIBTEX, "@article{a, title" },
    { ENTENTE_BIBLIOGRAPHY_CSL_JSON, "[" },
    { ENTENTE_BIBLIOGRAPHY_CSL_JSON, "{}" },
  };
  g_autofree char *deep = g_strnfill (100000, '{');
  g_autofree char *bibtex = g_strconcat ("@a{b, c = ", deep, NULL);
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) too_deep = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (entente_bibliography_read (cases[i].text,
                                              strlen (cases[i].text),
                                              "list.x",
                                              cases[i].format,
                                              notices,
                                              &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "list.x"));
  }
  g_assert_null (entente_bibliography_read (bibtex,
                                            strlen (bibtex),
                                            "list.bib",
                                            ENTENTE_BIBLIOGRAPHY_BIBTEX,
                                            notices,
                                            &too_deep));
  g_assert_error (too_deep, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
}

static void
test_format (void)
{
  static const struct {
    const char *text, *name, *format; /* NULL: none */
  } cases[] = {
    { "TY  - NEWS", "a.txt", "ris" }, { "\n@article{", "a", "bibtex" },
    { "[{}]", "a", "csl-json" },      { "x", "a.bib", "bibtex" },
    { "x", "A.RIS", "ris" },          { "They met", "a.txt", NULL },
    { "they met", "a.txt", NULL },    { "", "a.txt", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    EntenteBibliographyFormat format = ENTENTE_N_BIBLIOGRAPHIES;
    gboolean found = entente_bibliography_find_format (cases[i].text,
                                                       strlen (cases[i].text),
                                                       cases[i].name,
                                                       &format,
                                                       NULL);
    g_assert_cmpint (found, ==, cases[i].format != NULL);
    if (found)
      g_assert_cmpstr (entente_bibliography_get_name (format), ==, cases[i].format);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bibliography/round-trip", test_round_trip);
  g_test_add_func ("/bibliography/ris", test_ris);
  g_test_add_func ("/bibliography/bibtex", test_bibtex);
  g_test_add_func ("/bibliography/csl", test_csl);
  g_test_add_func ("/bibliography/refused", test_refused);
  g_test_add_func ("/bibliography/format", test_format);
  return g_test_run ();
}
