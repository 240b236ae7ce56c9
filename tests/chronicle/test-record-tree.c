/* The tree of places and issues: each after its parent, by name, and a circle or a missing parent
 * loses nothing. */
#include "config.h"

#include "entente-record-tree.h"

#include <string.h>

static void
add_issue (EntenteChronicleBuilder *builder, EntenteId id, const char *name, EntenteId parent)
{
  g_autoptr (EntenteIssue) issue = entente_issue_new ();

  issue->record.id = id;
  issue->name = g_strdup (name);
  issue->parent = parent;
  entente_chronicle_builder_get_sink ()->issue (builder, issue);
}

/* "name/depth name/depth": free. */
static char *
format_tree (const EntenteChronicle *chronicle)
{
  g_autoptr (GArray) tree = entente_record_tree_new (chronicle, ENTENTE_ENTITY_ISSUE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tree->len; i++) {
    const EntenteTreeNode *node = &g_array_index (tree, EntenteTreeNode, i);
    const char *name;

    entente_record_tree_get (chronicle, ENTENTE_ENTITY_ISSUE, node->index, &name);
    g_string_append_printf (text, "%s%s/%u", i > 0 ? " " : "", name, node->depth);
  }
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autofree char *tree = NULL;

  add_issue (builder, 1, "withdrawal", 0);
  add_issue (builder, 2, "prisoners", 0);
  add_issue (builder, 3, "timetable", 1);
  add_issue (builder, 4, "bases", 1);
  add_issue (builder, 5, "Bagram", 4);
  add_issue (builder, 6, "lost", 77);
  chronicle = entente_chronicle_builder_build (builder, 0);
  tree = format_tree (chronicle);
  g_assert_cmpstr (tree, ==, "lost/0 prisoners/0 withdrawal/0 bases/1 Bagram/2 timetable/1");
}

static void
test_circle (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autofree char *tree = NULL;

  add_issue (builder, 1, "a", 2);
  add_issue (builder, 2, "b", 1);
  add_issue (builder, 3, "c", 3);
  chronicle = entente_chronicle_builder_build (builder, 0);
  tree = format_tree (chronicle);
  g_assert_cmpuint (strlen (tree), ==, strlen ("a/0 b/1 c/0"));
  g_assert_nonnull (strstr (tree, "a/"));
  g_assert_nonnull (strstr (tree, "b/"));
  g_assert_nonnull (strstr (tree, "c/0"));
}

static void
test_within (void)
{
  const guint32 parents[] = { ENTENTE_NO_INDEX, 0, 1, ENTENTE_NO_INDEX };

  g_assert_true (entente_record_tree_is_within (parents, 2, 0));
  g_assert_true (entente_record_tree_is_within (parents, 2, 2));
  g_assert_false (entente_record_tree_is_within (parents, 0, 2));
  g_assert_false (entente_record_tree_is_within (parents, 3, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-tree/order", test_order);
  g_test_add_func ("/record-tree/circle", test_circle);
  g_test_add_func ("/record-tree/within", test_within);
  return g_test_run ();
}
