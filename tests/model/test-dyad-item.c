/* Pairs as a list: each once, most moves first; compared by each field; and as a table for a
 * spreadsheet. */
#include "config.h"

#include "entente-dyad-item.h"
#include "entente-model-fixture.h"

static GListModel *
list_dyads (EntenteModelFixture *fixture)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autoptr (EntenteRelations) relations =
    entente_relations_new (chronicle,
                           entente_session_get_filtered (fixture->session),
                           FALSE,
                           FALSE,
                           NULL);

  return entente_dyad_items_new (chronicle, relations);
}

static void
test_list (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (5, 60);
  g_autoptr (GListModel) items = list_dyads (fixture);
  guint n = g_list_model_get_n_items (items);

  g_assert_cmpuint (n, >, 3);
  for (guint i = 1; i < n; i++) {
    g_autoptr (EntenteDyadItem) before = g_list_model_get_item (items, i - 1);
    g_autoptr (EntenteDyadItem) item = g_list_model_get_item (items, i);

    g_assert_cmpint (
      entente_dyad_item_compare (before, item, GUINT_TO_POINTER (ENTENTE_DYAD_TOTAL)),
      >=,
      0);
    for (EntenteDyadField field = 0; field < ENTENTE_N_DYAD_FIELDS; field++) {
      g_autofree char *text = entente_dyad_item_format (item, field);

      g_assert_cmpstr (text, !=, "");
      g_assert_cmpint (entente_dyad_item_compare (item, item, GUINT_TO_POINTER (field)), ==, 0);
    }
  }
}

/* One line a pair; a tab in a name makes no cell. */
static void
test_tsv (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (4, 40);
  g_autoptr (GListModel) items = list_dyads (fixture);
  g_autofree char *text = entente_dyad_items_format_tsv (items);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, g_list_model_get_n_items (items) + 2);
  g_assert_cmpstr (lines[0], ==, "From\tTo\tMoves\tCooperative\tConflictual\tOther");
  for (guint i = 0; lines[i + 1] != NULL; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

    g_assert_cmpuint (g_strv_length (cells), ==, ENTENTE_N_DYAD_FIELDS);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dyad-item/list", test_list);
  g_test_add_func ("/dyad-item/tsv", test_tsv);
  return g_test_run ();
}
