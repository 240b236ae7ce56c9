/* The view of two accounts: it says what to do, shows what both tell, follows the buttons, opens
 * words, and leaves nothing behind. */
#include "config.h"

#include "entente-account-choice.h"
#include "entente-accounts-cells.h"
#include "entente-accounts-view.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

#include <string.h>

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (ENTENTE_TYPE_ACCOUNTS_VIEW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  entente_accounts_view_set_session (ENTENTE_ACCOUNTS_VIEW (fixture->view),
                                     fixture->sample->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_sample_close (fixture->sample, fixture->window, fixture->view);
}

static EntenteAccountsSource *
get_source (Fixture *fixture)
{
  return entente_accounts_view_get_source (ENTENTE_ACCOUNTS_VIEW (fixture->view));
}

static EntenteAccount *
find_party (Fixture *fixture, const char *name)
{
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (fixture->sample->session));
  g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, name);

  g_assert_cmpuint (found->len, ==, 1);
  return entente_account_new (
    ENTENTE_ACCOUNT_PARTY,
    entente_chronicle_get_actor (chronicle, g_array_index (found, guint32, 0))->record.id,
    NULL);
}

static void
choose (Fixture *fixture)
{
  g_autoptr (EntenteAccount) left = find_party (fixture, "United States");
  g_autoptr (EntenteAccount) right = find_party (fixture, "Taliban");

  entente_accounts_source_set_account (get_source (fixture), ENTENTE_SIDE_LEFT, left);
  entente_accounts_source_set_account (get_source (fixture), ENTENTE_SIDE_RIGHT, right);
  entente_sample_settle (fixture->sample);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_true (entente_probe_says (fixture->view, "Whose Accounts?"));
}

static void
test_moves (Fixture *fixture, gconstpointer data)
{
  guint n;

  choose (fixture);
  n = g_list_model_get_n_items (entente_accounts_source_get_items (get_source (fixture)));
  g_assert_cmpuint (n, >, 2);
  g_assert_true (entente_probe_says (fixture->view, "says nothing of it"));
  g_assert_true (entente_probe_says (fixture->view, "Only Taliban"));
  entente_accounts_source_set_shown (get_source (fixture), ENTENTE_ACCOUNTS_RIGHT, FALSE);
  entente_sample_settle (fixture->sample);
  g_assert_cmpuint (
    g_list_model_get_n_items (entente_accounts_source_get_items (get_source (fixture))),
    <,
    n);
}

/* The moves of a side that speaks open its words, in turns; those of one that is silent the
 * other's. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  GListModel *items;

  choose (fixture);
  items = entente_accounts_source_get_items (get_source (fixture));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (EntenteAccountsItem) item = g_list_model_get_item (items, i);
    EntenteAccountsRow *row = entente_accounts_item_get_row (item);
    const GArray *claims = row->left->len > 0 ? row->left : row->right;
    const EntenteClaim *claim = row->detail->claims->pdata[g_array_index (claims, guint, 0)];

    entente_accounts_cells_open (get_source (fixture), item, ENTENTE_SIDE_LEFT, claims->len);
    g_assert_cmpint (entente_session_get_selected_passage (fixture->sample->session),
                     ==,
                     claim->passage);
    g_assert_cmpint (entente_session_get_selected_event (fixture->sample->session),
                     ==,
                     row->detail->event->record.id);
  }
}

static void
test_swap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteAccount) taliban = find_party (fixture, "Taliban");

  choose (fixture);
  entente_accounts_view_swap (ENTENTE_ACCOUNTS_VIEW (fixture->view));
  entente_sample_settle (fixture->sample);
  g_assert_true (entente_account_equal (
    entente_accounts_source_get_account (get_source (fixture), ENTENTE_SIDE_LEFT),
    taliban));
  g_assert_true (entente_probe_says (fixture->view, "Only Taliban"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/accounts-view/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/accounts-view/moves", Fixture, NULL, set_up, test_moves, tear_down);
  g_test_add ("/accounts-view/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/accounts-view/swap", Fixture, NULL, set_up, test_swap, tear_down);
  return g_test_run ();
}
