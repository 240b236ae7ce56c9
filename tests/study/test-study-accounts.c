/* Two accounts of one study side by side, read whole; whose account words mean. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-study-accounts.h"

#include <string.h>

/* Two papers and North tell of three moves. */
static EntenteFixture *
create_study (void)
{
  EntenteFixture *fixture = entente_fixture_new_story ();

  entente_fixture_apply (fixture, "{'do':'add-actor','key':'post','name':'Post','kind':'media'}");
  entente_fixture_apply (
    fixture,
    "{'do':'add-article','key':'other','title':'Another report',"
    "'publication_name':'Evening Wire','text':'Another report\\n\\nSouth refused in May.\\n'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','event':'yes','article':'other','quote':"
                         "'South refused in May','stance':'denies'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-event','key':'may','kind':'refuse-invitation','when':"
                         "'2018-05','participants':[{'actor':'south','role':'initiator'}]}");
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','event':'may','article':'other','quote':"
                         "'South refused in May','outlet':'post'}");
  return fixture;
}

/* "invite only-left, yes differs". */
static void
assert_read (EntenteAccountsRead *read, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < read->rows->len; i++) {
    const EntenteAccountsRow *row = read->rows->pdata[i];
    EntenteId id = row->detail->event->record.id;

    g_string_append_printf (text,
                            "%s%s %s",
                            i > 0 ? ", " : "",
                            id == entente_id_from_key ("invite") ? "invite"
                            : id == entente_id_from_key ("yes")  ? "yes"
                                                                 : "may",
                            entente_accounts_verdict_get_nick (row->verdict));
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static EntenteAccount *
parse (EntenteFixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  EntenteAccount *account =
    entente_account_parse (text, entente_study_get_chronicle (fixture->study), &error);

  g_assert_no_error (error);
  return account;
}

static void
assert_accounts (EntenteFixture *fixture, const char *left, const char *right, const char *expected)
{
  g_autoptr (EntenteAccount) one = parse (fixture, left);
  g_autoptr (EntenteAccount) other = parse (fixture, right);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteAccountsRead) read =
    entente_study_read_accounts (fixture->study, one, other, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->n_left_out, ==, 0);
  assert_read (read, expected);
}

static void
test_articles (void)
{
  g_autoptr (EntenteFixture) fixture = create_study ();

  assert_accounts (fixture,
                   "article:A report",
                   "article:other",
                   "invite only-left, yes differs, may only-right");
  assert_accounts (fixture,
                   "article:other",
                   "article:report",
                   "invite only-right, yes differs, may only-left");
}

static void
test_outlets (void)
{
  g_autoptr (EntenteFixture) fixture = create_study ();

  assert_accounts (fixture, "outlet:evening wire", "outlet:Post", "yes only-left, may only-right");
}

static void
test_parties (void)
{
  g_autoptr (EntenteFixture) fixture = create_study ();

  assert_accounts (fixture, "party:North", "article:other", "yes match, may only-right");
  assert_accounts (fixture, "party:Ilse Dahl", "party:South", "yes only-left");
}

static void
assert_refused (EntenteFixture *fixture, const char *text, EntenteError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
    entente_account_parse (text, entente_study_get_chronicle (fixture->study), &error));
  g_assert_error (error, ENTENTE_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autoptr (EntenteFixture) fixture = create_study ();

  assert_refused (fixture, "Post", ENTENTE_ERROR_INVALID);
  assert_refused (fixture, "party:", ENTENTE_ERROR_INVALID);
  assert_refused (fixture, "partyx:North", ENTENTE_ERROR_INVALID);
  assert_refused (fixture, "outlet:Morning Wire", ENTENTE_ERROR_NOT_FOUND);
  assert_refused (fixture, "article:nothing", ENTENTE_ERROR_NOT_FOUND);
}

static void
test_async (void)
{
  g_autoptr (EntenteFixture) fixture = create_study ();
  g_autoptr (EntenteAccount) left = parse (fixture, "article:report");
  g_autoptr (EntenteAccount) right = parse (fixture, "article:other");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteAccountsRead) read = NULL;

  entente_study_read_accounts_async (fixture->study,
                                     left,
                                     right,
                                     NULL,
                                     entente_fixture_keep_result,
                                     &result);
  read =
    entente_study_read_accounts_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  assert_read (read, "invite only-left, yes differs, may only-right");
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteFixture) fixture = create_study ();
  g_autoptr (EntenteAccount) left = parse (fixture, "article:report");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  entente_study_read_accounts_async (fixture->study,
                                     left,
                                     left,
                                     cancellable,
                                     entente_fixture_keep_result,
                                     &result);
  g_assert_null (
    entente_study_read_accounts_finish (fixture->study, entente_fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-accounts/articles", test_articles);
  g_test_add_func ("/study-accounts/outlets", test_outlets);
  g_test_add_func ("/study-accounts/parties", test_parties);
  g_test_add_func ("/study-accounts/refused", test_refused);
  g_test_add_func ("/study-accounts/async", test_async);
  g_test_add_func ("/study-accounts/cancelled", test_cancelled);
  return g_test_run ();
}
