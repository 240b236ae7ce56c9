/* Two accounts as a document: what each says stands under its move, with the verdict; a side that
 * is silent says so. */
#include "config.h"

#include "entente-accounts-document.h"

#include <string.h>

static void
add_claim (EntenteEventDetail *detail, const char *outlet, const char *quote)
{
  EntenteClaim *claim = entente_claim_new ();
  EntentePassage *passage = entente_passage_new ();

  claim->outlet_name = g_strdup (outlet);
  passage->quote = g_strdup (quote);
  g_ptr_array_add (detail->claims, claim);
  g_ptr_array_add (detail->passages, passage);
  g_ptr_array_add (detail->articles, NULL);
}

static EntenteDocument *
make_document (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteEventDetail) detail = entente_event_detail_new ();
  g_autoptr (EntenteAccount) left =
    entente_account_new (ENTENTE_ACCOUNT_OUTLET, ENTENTE_ID_NONE, "Post");
  g_autoptr (EntenteAccount) right =
    entente_account_new (ENTENTE_ACCOUNT_OUTLET, ENTENTE_ID_NONE, "Wire");
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_accounts_row_unref);
  EntenteAccountsShown shown = { left, right, rows, 3, "All moves" };
  EntenteSummaryOptions options;

  detail->event = entente_event_new ();
  detail->event->kind = g_strdup ("talks");
  detail->event->title = g_strdup ("They met");
  detail->event->when = entente_date_parse ("2018-07-23", NULL);
  add_claim (detail, "Post", "the two sat down");
  g_ptr_array_add (rows, entente_accounts_row_new (chronicle, detail, left, right));
  entente_summary_options_init (&options);
  options.study = "Talks";
  options.version = 7;
  options.printed_time = 0;
  return entente_accounts_document_new (&options, chronicle, &shown);
}

static void
test_text (void)
{
  g_autoptr (EntenteDocument) document = make_document ();
  g_autofree char *text = entente_document_to_text (document);

  g_assert_nonnull (strstr (text, "Post and Wire, side by side"));
  g_assert_nonnull (strstr (text, "1 of 3 moves"));
  g_assert_nonnull (strstr (text, "Only Post: 1"));
  g_assert_nonnull (strstr (text, "\n     Post: “the two sat down” (Post · asserts)\n"));
  g_assert_nonnull (strstr (text, "\n     Wire: says nothing of it\n"));
}

static void
test_markdown (void)
{
  g_autoptr (EntenteDocument) document = make_document ();
  g_autofree char *text = entente_document_to_markdown (document);

  g_assert_nonnull (strstr (text, "(Post · asserts)  \n   Wire: says nothing of it\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accounts-document/text", test_text);
  g_test_add_func ("/accounts-document/markdown", test_markdown);
  return g_test_run ();
}
