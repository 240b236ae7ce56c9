/* Tests of EntenteCitation: what a note says, and that it counts paragraphs as a reader would. */

#include "config.h"

#include "entente-citation.h"
#include <string.h>

static const char *text = "First paragraph.\n\nSecond one.\nThird, with a quote.\n";

static const char *
get_name (gpointer data, EntenteId actor)
{
  return actor == 7 ? "Harbour Union" : NULL;
}

static const char *
get_text (gpointer data, EntenteId revision, EntenteId article)
{
  return text;
}

static EntenteEventDetail *
make_detail (int stance, const char *speaker_class)
{
  EntenteEventDetail *detail = entente_event_detail_new ();
  EntenteClaim *claim = entente_claim_new ();
  EntenteArticle *article = entente_article_new ();
  EntenteFootnote *footnote = entente_footnote_new ();

  detail->event = entente_event_new ();
  claim->speaker = 7;
  claim->stance = stance;
  claim->speaker_class = g_strdup (speaker_class);
  article->title = g_strdup ("Talks at the quay");
  article->authors = g_strdup ("A. Reader");
  article->published = entente_date_new_day (2031, 5, 6);
  footnote->marker = g_strdup ("2");
  footnote->cited_date = entente_date_new_day (2031, 5, 4);
  g_ptr_array_add (detail->claims, claim);
  g_ptr_array_add (detail->passages, entente_passage_new_from_text (1, text, 37, 42));
  g_ptr_array_add (detail->articles, article);
  g_ptr_array_add (detail->footnotes, footnote);
  return detail;
}

static void
test_paragraphs (void)
{
  g_assert_cmpuint (entente_citation_count_paragraph (text, 0), ==, 1);
  g_assert_cmpuint (entente_citation_count_paragraph (text, 20), ==, 2);
  g_assert_cmpuint (entente_citation_count_paragraph (text, 37), ==, 3);
}

static void
test_note (void)
{
  g_autoptr (EntenteEventDetail) detail = make_detail (ENTENTE_STANCE_DENIES, NULL);
  EntenteCitationStyle style = { .quotes = TRUE,
                                 .name_source = TRUE,
                                 .actor_name = get_name,
                                 .text = get_text };
  g_autofree char *note = entente_citation_format (detail, &style);

  g_assert_nonnull (strstr (note, "Harbour Union"));
  g_assert_nonnull (strstr (note, "A. Reader, “Talks at the quay”, 6 May 2031"));
  g_assert_nonnull (strstr (note, "par. 3"));
  g_assert_nonnull (strstr (note, "“with "));
  g_assert_nonnull (strstr (note, "rests on the article’s note 2, a source of 4 May 2031"));
  g_assert_true (g_str_has_suffix (note, "."));
}

static void
test_plain_note (void)
{
  g_autoptr (EntenteEventDetail) detail = make_detail (ENTENTE_STANCE_CONFIRMS, "a clerk");
  EntenteCitationStyle style = { .actor_name = get_name, .text = get_text };
  g_autofree char *note = entente_citation_format (detail, &style);

  g_assert_nonnull (strstr (note, "a clerk"));
  g_assert_null (strstr (note, "“"));
  g_assert_null (strstr (note, "Talks at the quay"));
}

/* No doubt is hidden: a hedge is told even where nobody is named, and who is not named is said to
 * be so. */
static void
test_doubts (void)
{
  g_autoptr (EntenteEventDetail) unnamed = make_detail (ENTENTE_STANCE_ASSERTS, "a clerk");
  g_autoptr (EntenteEventDetail) hedged = make_detail (ENTENTE_STANCE_ASSERTS, NULL);
  g_autoptr (EntenteEventDetail) plain = make_detail (ENTENTE_STANCE_ASSERTS, NULL);
  EntenteCitationStyle style = { .actor_name = get_name, .text = get_text };
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  ((EntenteClaim *) unnamed->claims->pdata[0])->naming = ENTENTE_NAMING_ANONYMOUS;
  ((EntenteClaim *) hedged->claims->pdata[0])->speaker = ENTENTE_ID_NONE;
  ((EntenteClaim *) hedged->claims->pdata[0])->hedge = ENTENTE_HEDGE_REPORTEDLY;
  ((EntenteClaim *) plain->claims->pdata[0])->speaker = ENTENTE_ID_NONE;
  first = entente_citation_format (unnamed, &style);
  second = entente_citation_format (hedged, &style);
  third = entente_citation_format (plain, &style);
  g_assert_nonnull (strstr (first, "a clerk (unnamed) asserts"));
  g_assert_null (strstr (first, "reportedly"));
  g_assert_nonnull (strstr (second, "unnamed voice asserts (reportedly)"));
  g_assert_null (strstr (third, "asserts"));
}

static void
assert_rests (const char *marker, const char *source, gboolean dated, const char *words)
{
  g_autoptr (EntenteEventDetail) detail = make_detail (ENTENTE_STANCE_ASSERTS, NULL);
  EntenteFootnote *footnote = detail->footnotes->pdata[0];
  EntenteCitationStyle style = { .actor_name = get_name, .text = get_text };
  g_autofree char *note = NULL;

  g_free (footnote->marker);
  footnote->marker = g_strdup (marker);
  footnote->cited_source = g_strdup (source);
  if (!dated)
    g_clear_pointer (&footnote->cited_date, entente_date_unref);
  note = entente_citation_format (detail, &style);
  g_assert_nonnull (strstr (note, words));
}

/* What the article rests on, as far as it says. */
static void
test_rests (void)
{
  assert_rests ("2", NULL, FALSE, "rests on the article’s note 2.");
  assert_rests ("2", "Port Gazette", FALSE, "rests on the article’s note 2, Port Gazette.");
  assert_rests ("2",
                "Port Gazette",
                TRUE,
                "rests on the article’s note 2, Port Gazette, 4 May 2031.");
  assert_rests (NULL, NULL, FALSE, "rests on the article’s note ?.");
}

static void
test_no_claims (void)
{
  g_autoptr (EntenteEventDetail) detail = entente_event_detail_new ();
  EntenteCitationStyle style = { .actor_name = get_name, .text = get_text };

  g_assert_null (entente_citation_format (detail, &style));
}

static char *
make_label (const char *authors, const char *outlet, const char *published)
{
  g_autoptr (EntenteArticle) article = entente_article_new ();

  article->authors = g_strdup (authors);
  article->publication_name = g_strdup (outlet);
  article->published = published != NULL ? entente_date_parse (published, NULL) : NULL;
  return entente_sources_make_label (article);
}

static void
test_labels (void)
{
  const char *const cases[][4] = {
    { "Dilek Yiğit", NULL, "2018-10-31", "Yiğit 2018" },
    { "Yiğit, Dilek", NULL, "2018", "Yiğit 2018" },
    { "Ann Cole; Ilse Dahl", NULL, NULL, "Cole and Dahl n.d." },
    { "A. Cole; I. Dahl; C. Roe", NULL, "2031-05", "Cole et al. 2031" },
    { NULL, "The Quay", "2031", "The Quay 2031" },
    { NULL, NULL, "2031", "Unnamed article 2031" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *label = make_label (cases[i][0], cases[i][1], cases[i][2]);

    g_assert_cmpstr (label, ==, cases[i][3]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/paragraphs", test_paragraphs);
  g_test_add_func ("/citation/note", test_note);
  g_test_add_func ("/citation/plain-note", test_plain_note);
  g_test_add_func ("/citation/doubts", test_doubts);
  g_test_add_func ("/citation/rests", test_rests);
  g_test_add_func ("/citation/no-claims", test_no_claims);
  g_test_add_func ("/citation/labels", test_labels);
  return g_test_run ();
}
