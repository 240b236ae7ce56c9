/* Lists by id, names after folding, origins through reprints. */
#include "config.h"

#include "entente-naive-match.h"
#include "entente-roster.h"

#include <glib.h>

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (entente_record_unref);
}

static void
add_actor (GPtrArray *actors, EntenteId id, const char *name, const char *label)
{
  EntenteActor *actor = entente_actor_new ();

  actor->record.id = id;
  actor->name = g_strdup (name);
  actor->short_label = g_strdup (label);
  g_ptr_array_add (actors, actor);
}

static void
add_article (GPtrArray *articles, EntenteId id, EntenteId origin)
{
  EntenteArticle *article = entente_article_new ();

  article->record.id = id;
  article->origin = origin;
  g_ptr_array_add (articles, article);
}

static void
test_lists_by_id (void)
{
  g_autoptr (GPtrArray) actors = new_list ();
  GPtrArray *lists[ENTENTE_N_LISTS] = { [ENTENTE_LIST_ACTOR] = actors };
  g_autoptr (EntenteRoster) roster = NULL;
  g_autoptr (EntenteRoster) patched = NULL;
  GPtrArray *none[ENTENTE_N_LISTS] = { NULL };

  add_actor (actors, 30, "Thirty", NULL);
  add_actor (actors, 10, "Ten", NULL);
  add_actor (actors, 20, "Twenty", NULL);
  roster = entente_roster_new (NULL, lists);
  g_assert_cmpint (entente_roster_get_n (roster, ENTENTE_LIST_ACTOR), ==, 3);
  g_assert_cmpint (entente_roster_get_n (roster, ENTENTE_LIST_TRACK), ==, 0);
  for (guint i = 0; i < 3; i++) {
    EntenteId id = 10 * (EntenteId) (i + 1);

    g_assert_cmpint (entente_roster_get_id (roster, ENTENTE_LIST_ACTOR, i), ==, id);
    g_assert_cmpint (entente_roster_find (roster, ENTENTE_LIST_ACTOR, id), ==, i);
    g_assert_cmpint (entente_roster_find (roster, ENTENTE_LIST_ACTOR, id + 1),
                     ==,
                     ENTENTE_NO_INDEX);
  }
  patched = entente_roster_new (roster, none);
  g_assert_true (entente_roster_get (patched, ENTENTE_LIST_ACTOR, 1) ==
                 entente_roster_get (roster, ENTENTE_LIST_ACTOR, 1));
}

static void
test_keeps_indexes (void)
{
  g_autoptr (GPtrArray) actors = new_list ();
  GPtrArray *lists[ENTENTE_N_LISTS] = { [ENTENTE_LIST_ACTOR] = actors };
  g_autoptr (EntenteRoster) old = NULL;
  g_autoptr (EntenteRoster) longer = NULL;
  g_autoptr (EntenteRoster) other = NULL;

  add_actor (actors, 10, "Ten", NULL);
  add_actor (actors, 20, "Twenty", NULL);
  old = entente_roster_new (NULL, lists);
  add_actor (actors, 30, "Thirty", NULL);
  longer = entente_roster_new (old, lists);
  add_actor (actors, 15, "Fifteen", NULL);
  other = entente_roster_new (old, lists);
  g_assert_true (entente_roster_keeps_indexes (old, longer, ENTENTE_LIST_ACTOR, 2));
  g_assert_true (entente_roster_keeps_indexes (longer, old, ENTENTE_LIST_ACTOR, 2));
  g_assert_false (entente_roster_keeps_indexes (longer, old, ENTENTE_LIST_ACTOR, 3));
  g_assert_true (entente_roster_keeps_indexes (old, other, ENTENTE_LIST_ACTOR, 1));
  g_assert_false (entente_roster_keeps_indexes (old, other, ENTENTE_LIST_ACTOR, 2));
}

static void
assert_found (const EntenteRoster *roster, const char *name, guint n, guint32 first)
{
  g_autoptr (GArray) found = entente_roster_find_actors_by_name (roster, name);

  g_assert_cmpint (found->len, ==, n);
  if (n > 0)
    g_assert_cmpint (g_array_index (found, guint32, 0), ==, first);
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) actors = new_list ();
  g_autoptr (GPtrArray) aliases = new_list ();
  GPtrArray
    *lists[ENTENTE_N_LISTS] = { [ENTENTE_LIST_ACTOR] = actors, [ENTENTE_LIST_ALIAS] = aliases };
  EntenteAlias *alias = entente_alias_new ();
  g_autoptr (EntenteRoster) roster = NULL;

  add_actor (actors, 1, "United States", "US");
  add_actor (actors, 2, "Taleban", NULL);
  add_actor (actors, 3, "Washington, D.C.", NULL);
  add_actor (actors, 4, "TALEBAN", NULL);
  alias->record.id = 5;
  alias->actor = 1;
  alias->text = g_strdup ("Washington");
  g_ptr_array_add (aliases, alias);
  roster = entente_roster_new (NULL, lists);
  assert_found (roster, "united states", 1, 0);
  assert_found (roster, "US", 1, 0);
  assert_found (roster, "Washington", 1, 0);
  assert_found (roster, "Táleban", 2, 1);
  assert_found (roster, "United", 0, 0);
  assert_found (roster, "", 0, 0);
}

static void
test_origins (void)
{
  static const EntenteId origins[][2] = {
    /* id, reprints */
    { 1, 0 }, { 2, 1 }, { 3, 2 }, { 4, 4 }, { 5, 6 }, { 6, 7 }, { 7, 6 }, { 8, 99 },
  };
  static const EntenteId expected[] = { 1, 1, 1, 4, 6, 6, 6, 99 };
  g_autoptr (GPtrArray) articles = new_list ();
  GPtrArray *lists[ENTENTE_N_LISTS] = { [ENTENTE_LIST_ARTICLE] = articles };
  g_autoptr (EntenteRoster) roster = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    add_article (articles, origins[i][0], origins[i][1]);
  roster = entente_roster_new (NULL, lists);
  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    g_assert_cmpint (entente_roster_get_origin (roster, i), ==, expected[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster/lists", test_lists_by_id);
  g_test_add_func ("/roster/indexes", test_keeps_indexes);
  g_test_add_func ("/roster/names", test_names);
  g_test_add_func ("/roster/origins", test_origins);
  return g_test_run ();
}
