/* Where reading stopped in each article, and as text. */
#include "config.h"

#include "entente-article-places.h"

static void
test_text (void)
{
  g_autoptr (EntenteArticlePlaces) places = entente_article_places_new ();
  g_autoptr (EntenteArticlePlaces) copy = entente_article_places_new ();
  g_autofree char *text = NULL, *again = NULL;

  entente_article_places_set (places, 11, 500);
  entente_article_places_set (places, 12, 7);
  entente_article_places_set (places, 11, 600);
  entente_article_places_set (places, 13, 9);
  entente_article_places_set (places, 13, 0);
  text = entente_article_places_dup_text (places);
  g_assert_cmpstr (text, ==, "12:7 11:600");
  entente_article_places_read_text (copy, text);
  g_assert_cmpint (entente_article_places_get (copy, 11), ==, 600);
  g_assert_cmpint (entente_article_places_get (copy, 12), ==, 7);
  g_assert_cmpint (entente_article_places_get (copy, 13), ==, 0);
  entente_article_places_read_text (copy, "x 5 :9 14:3 -2:4 15:");
  again = entente_article_places_dup_text (copy);
  g_assert_cmpstr (again, ==, "14:3");
  entente_article_places_read_text (copy, NULL);
  g_assert_cmpint (entente_article_places_get (copy, 14), ==, 0);
}

/* The oldest go. */
static void
test_many (void)
{
  g_autoptr (EntenteArticlePlaces) places = entente_article_places_new ();

  for (EntenteId id = 1; id <= 1500; id++)
    entente_article_places_set (places, id, 10 + id);
  g_assert_cmpint (entente_article_places_get (places, 500), ==, 0);
  g_assert_cmpint (entente_article_places_get (places, 501), ==, 511);
  g_assert_cmpint (entente_article_places_get (places, 1500), ==, 1510);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-places/text", test_text);
  g_test_add_func ("/article-places/many", test_many);
  return g_test_run ();
}
