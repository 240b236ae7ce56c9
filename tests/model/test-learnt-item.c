/* A row of what was learnt: its words, where from, and what it is found by. */
#include "config.h"

#include "entente-learnt-item.h"

static void
free_learnt (gpointer data)
{
  g_array_unref (((EntenteLearnt *) data)->records);
  g_free (data);
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_learnt);
  EntenteLearnt *learnt = g_new0 (EntenteLearnt, 1);
  EntenteLearntItem *item;
  g_autofree char *folded = entente_name_fold ("HARBOUR t\u00e4l");

  learnt->type = ENTENTE_LEARNT_NO_ACTOR;
  learnt->records = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  learnt->text = (char *) "Joseph Ferrol";
  learnt->article_title = (char *) "The Harbour T\u00e4le";
  g_ptr_array_add (list, learnt);
  item = entente_learnt_item_new (list, 0);
  g_assert_true (entente_learnt_item_get (item) == learnt);
  g_assert_cmpstr (entente_learnt_item_get_words (item), ==, "“Joseph Ferrol” is no actor");
  g_assert_cmpstr (entente_learnt_item_get_origin (item), ==, "The Harbour T\u00e4le");
  g_assert_true (entente_learnt_item_matches (item, "ferrol"));
  g_assert_true (entente_learnt_item_matches (item, folded));
  g_assert_true (entente_learnt_item_matches (item, ""));
  g_assert_false (entente_learnt_item_matches (item, "somebody else"));
  g_assert_finalize_object (item);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/learnt-item/words", test_words);
  return g_test_run ();
}
