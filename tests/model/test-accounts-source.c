/* Two accounts follow filter, verdicts, swaps and edits; items that look as they did stay the
 * same objects. */
#include "config.h"

#include "entente-accounts-source.h"
#include "entente-commands.h"
#include "entente-model-fixture.h"

#include <string.h>

static void
apply (EntenteModelFixture *fixture, const char *line)
{
  g_autofree char *json = g_strdelimit (g_strdup (line), "'", '"');
  g_autoptr (GError) error = NULL;

  entente_study_apply_json (fixture->study, json, NULL, &error);
  g_assert_no_error (error);
}

/* Post and Wire tell of two moves each, one of which is the same. */
static EntenteModelFixture *
create_fixture (void)
{
  EntenteModelFixture *fixture = entente_model_fixture_new (0, 0);

  apply (fixture, "{'do':'add-actor','key':'post','name':'Post','kind':'media'}");
  apply (fixture, "{'do':'add-actor','key':'wire','name':'Wire','kind':'media'}");
  apply (fixture,
         "{'do':'add-event','key':'one','kind':'talks','title':'One','when':'2018-05-01'}");
  apply (fixture,
         "{'do':'add-event','key':'two','kind':'talks','title':'Two','when':'2018-05-04'}");
  apply (fixture, "{'do':'add-event','key':'three','kind':'visit','title':'Three'}");
  apply (fixture, "{'do':'add-claim','key':'a','event':'one','outlet':'post'}");
  apply (fixture, "{'do':'add-claim','key':'b','event':'two','outlet':'post'}");
  apply (fixture, "{'do':'add-claim','key':'c','event':'two','outlet':'wire'}");
  apply (fixture, "{'do':'add-claim','key':'d','event':'three','outlet':'wire'}");
  entente_model_fixture_settle (fixture);
  return fixture;
}

/* "One only-left, Two match". Free. */
static char *
describe_items (EntenteAccountsSource *source)
{
  GListModel *items = entente_accounts_source_get_items (source);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (EntenteAccountsItem) item = g_list_model_get_item (items, i);
    EntenteAccountsRow *row = entente_accounts_item_get_row (item);

    g_string_append_printf (text,
                            "%s%s %s",
                            i > 0 ? ", " : "",
                            row->detail->event->title,
                            entente_accounts_verdict_get_nick (row->verdict));
  }
  return g_string_free (text, FALSE);
}

static gboolean
too_late_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Waits for what a thread reads. */
static void
assert_items (EntenteAccountsSource *source, const char *expected)
{
  gboolean late = FALSE;
  guint alarm = g_timeout_add_seconds (20, too_late_cb, &late);
  g_autofree char *text = describe_items (source);

  while (!late && !g_str_equal (text, expected)) {
    g_main_context_iteration (NULL, TRUE);
    g_free (text);
    text = describe_items (source);
  }
  g_assert_cmpstr (text, ==, expected);
  g_source_remove (alarm);
}

static void
choose (EntenteAccountsSource *source, EntenteSide side, const char *key)
{
  g_autoptr (EntenteAccount) account =
    entente_account_new (ENTENTE_ACCOUNT_OUTLET, entente_id_from_key (key), NULL);

  entente_accounts_source_set_account (source, side, account);
}

static EntenteAccountsSource *
create_source (EntenteModelFixture *fixture)
{
  EntenteAccountsSource *source = entente_accounts_source_new (fixture->session);

  choose (source, ENTENTE_SIDE_LEFT, "post");
  g_assert_false (entente_accounts_source_is_reading (source));
  choose (source, ENTENTE_SIDE_RIGHT, "wire");
  g_assert_true (entente_accounts_source_is_reading (source));
  assert_items (source, "One only-left, Two match, Three only-right");
  g_assert_false (entente_accounts_source_is_reading (source));
  return source;
}

static void
test_items (void)
{
  g_autoptr (EntenteModelFixture) fixture = create_fixture ();
  EntenteAccountsSource *source = create_source (fixture);
  g_autofree char *table = NULL;

  g_assert_cmpuint (entente_accounts_source_get_n_total (source), ==, 3);
  g_assert_cmpuint (entente_accounts_source_count (source, ENTENTE_ACCOUNTS_MATCH), ==, 1);
  table = entente_accounts_source_format_tsv (source);
  g_assert_true (g_str_has_prefix (table, "When\tMove\tPost\tVerdict\tWire\n"));
  g_assert_nonnull (
    strstr (table, "\n4 May 2018\tTwo\tPost · asserts\tBoth tell it\tWire · asserts\n"));
  entente_model_fixture_release (source);
}

static void
test_verdicts (void)
{
  g_autoptr (EntenteModelFixture) fixture = create_fixture ();
  EntenteAccountsSource *source = create_source (fixture);

  entente_accounts_source_set_shown (source, ENTENTE_ACCOUNTS_LEFT, FALSE);
  assert_items (source, "Two match, Three only-right");
  g_assert_cmpuint (entente_accounts_source_count (source, ENTENTE_ACCOUNTS_LEFT), ==, 1);
  entente_accounts_source_swap (source);
  entente_model_fixture_settle (fixture);
  assert_items (source, "Two match, Three only-left");
  g_assert_false (entente_accounts_source_get_shown (source, ENTENTE_ACCOUNTS_RIGHT));
  entente_model_fixture_release (source);
}

static void
test_filter (void)
{
  g_autoptr (EntenteModelFixture) fixture = create_fixture ();
  EntenteAccountsSource *source = create_source (fixture);
  g_autoptr (EntenteListMirror) mirror =
    entente_list_mirror_new (entente_accounts_source_get_items (source));
  g_autoptr (EntenteQuery) query = entente_query_new ();
  guint kind;

  kind = entente_kind_find ("visit")->index;
  query->kinds[kind / 64] |= G_GUINT64_CONSTANT (1) << (kind % 64);
  entente_session_set_query (fixture->session, query);
  entente_model_fixture_settle (fixture);
  assert_items (source, "Three only-right");
  g_assert_cmpuint (entente_accounts_source_get_n_total (source), ==, 3);
  entente_list_mirror_check (mirror);
  g_clear_pointer (&mirror, entente_list_mirror_free);
  entente_model_fixture_release (source);
}

static void
test_edit (void)
{
  g_autoptr (EntenteModelFixture) fixture = create_fixture ();
  EntenteAccountsSource *source = create_source (fixture);
  GListModel *items = entente_accounts_source_get_items (source);
  EntenteListMirror *mirror = entente_list_mirror_new (items);
  g_autoptr (GObject) first = g_list_model_get_item (items, 0), same = NULL;

  apply (fixture, "{'do':'set','entity':'claim','id':'c','stance':'denies'}");
  entente_model_fixture_settle (fixture);
  assert_items (source, "One only-left, Two differs, Three only-right");
  same = g_list_model_get_item (items, 0);
  g_assert_true (first == same);
  apply (fixture, "{'do':'delete','entity':'event','id':'one'}");
  entente_model_fixture_settle (fixture);
  assert_items (source, "Two differs, Three only-right");
  entente_list_mirror_check (mirror);
  entente_list_mirror_free (mirror);
  g_clear_object (&first);
  g_clear_object (&same);
  entente_model_fixture_release (source);
}

static void
test_none (void)
{
  g_autoptr (EntenteModelFixture) fixture = create_fixture ();
  EntenteAccountsSource *source = create_source (fixture);

  entente_accounts_source_set_account (source, ENTENTE_SIDE_LEFT, NULL);
  assert_items (source, "");
  g_assert_cmpuint (entente_accounts_source_get_n_total (source), ==, 0);
  entente_model_fixture_release (source);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accounts-source/items", test_items);
  g_test_add_func ("/accounts-source/verdicts", test_verdicts);
  g_test_add_func ("/accounts-source/filter", test_filter);
  g_test_add_func ("/accounts-source/edit", test_edit);
  g_test_add_func ("/accounts-source/none", test_none);
  return g_test_run ();
}
