/* What lies between two moves on the axis, and whether two items show the same. */
#include "config.h"

#include "entente-accounts-item.h"
#include "entente-commands.h"
#include "entente-model-fixture.h"
#include "entente-study-accounts.h"

static void
apply (EntenteModelFixture *fixture, const char *line)
{
  g_autofree char *json = g_strdelimit (g_strdup (line), "'", '"');
  g_autoptr (GError) error = NULL;

  entente_study_apply_json (fixture->study, json, NULL, &error);
  g_assert_no_error (error);
}

static EntenteAccountsRead *
read_rows (EntenteModelFixture *fixture)
{
  g_autoptr (EntenteAccount) post =
    entente_account_new (ENTENTE_ACCOUNT_OUTLET, entente_id_from_key ("post"), NULL);
  g_autoptr (GError) error = NULL;
  EntenteAccountsRead *read = entente_study_read_accounts (fixture->study, post, post, &error);

  g_assert_no_error (error);
  return read;
}

static EntenteModelFixture *
create_fixture (void)
{
  EntenteModelFixture *fixture = entente_model_fixture_new (0, 0);

  apply (fixture, "{'do':'add-actor','key':'post','name':'Post','kind':'media'}");
  apply (fixture, "{'do':'add-event','key':'one','kind':'talks','when':'2018-05-01'}");
  apply (fixture, "{'do':'add-event','key':'two','kind':'talks','when':'2018-05-04'}");
  apply (fixture, "{'do':'add-event','key':'three','kind':'talks'}");
  apply (fixture, "{'do':'add-claim','event':'one','outlet':'post'}");
  apply (fixture, "{'do':'add-claim','key':'b','event':'two','outlet':'post'}");
  apply (fixture, "{'do':'add-claim','event':'three','outlet':'post'}");
  return fixture;
}

static EntenteAccountsItem *
make_item (EntenteAccountsRead *read, guint row)
{
  return entente_accounts_item_new (read->chronicle,
                                    read->rows->pdata[row],
                                    row > 0 ? read->rows->pdata[row - 1] : NULL);
}

static void
test_gap (void)
{
  g_autoptr (EntenteModelFixture) fixture = create_fixture ();
  g_autoptr (EntenteAccountsRead) read = read_rows (fixture);
  g_autoptr (EntenteAccountsItem) first = make_item (read, 0);
  g_autoptr (EntenteAccountsItem) second = make_item (read, 1);
  g_autoptr (EntenteAccountsItem) undated = make_item (read, 2);

  g_assert_null (entente_accounts_item_get_gap (first));
  g_assert_cmpstr (entente_accounts_item_get_gap (second), ==, "3 days later");
  g_assert_null (entente_accounts_item_get_gap (undated));
}

static void
test_alike (void)
{
  g_autoptr (EntenteModelFixture) fixture = create_fixture ();
  g_autoptr (EntenteAccountsRead) before = read_rows (fixture);
  g_autoptr (EntenteAccountsRead) after = NULL;
  g_autoptr (EntenteAccountsItem) first = make_item (before, 0), second = make_item (before, 1);
  g_autoptr (EntenteAccountsItem) same = NULL, other = NULL;

  apply (fixture, "{'do':'set','entity':'claim','id':'b','hedge':'may'}");
  after = read_rows (fixture);
  same = make_item (after, 0);
  other = make_item (after, 1);
  g_assert_true (entente_accounts_item_is_like (first, same));
  g_assert_false (entente_accounts_item_is_like (second, other));
  g_assert_false (entente_accounts_item_is_like (first, second));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accounts-item/gap", test_gap);
  g_test_add_func ("/accounts-item/alike", test_alike);
  return g_test_run ();
}
