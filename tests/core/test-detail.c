/* Details own what they hold and may be shared. */
#include "config.h"

#include "entente-detail.h"

#include <glib.h>

static void
test_event (void)
{
  g_autoptr (EntenteEventDetail) detail = entente_event_detail_new ();
  EntenteEventDetail *shared;

  detail->event = entente_event_new ();
  g_ptr_array_add (detail->claims, entente_claim_new ());
  g_ptr_array_add (detail->passages, NULL);
  shared = g_boxed_copy (entente_event_detail_get_type (), detail);
  g_assert_true (shared == detail);
  g_boxed_free (entente_event_detail_get_type (), shared);
  g_assert_cmpuint (detail->claims->len, ==, 1);
}

static void
test_article (void)
{
  g_autoptr (EntenteArticleDetail) detail = entente_article_detail_new ();

  detail->article = entente_article_new ();
  detail->revision = entente_revision_new ();
  g_ptr_array_add (detail->footnotes, entente_footnote_new ());
  g_assert_cmpuint (detail->footnotes->len, ==, 1);
  g_assert_cmpuint (detail->passages->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/detail/event", test_event);
  g_test_add_func ("/detail/article", test_article);
  return g_test_run ();
}
