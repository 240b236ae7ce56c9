/* Tests of EntenteChronology: every event shown, in order, with what it rests on; what is left out
 * is counted. */

#include "config.h"

#include "entente-summary.h"

#include "entente-error.h"

#include "entente-harbour.h"
#include <string.h>

static EntenteSummaryOptions
make_options (void)
{
  EntenteSummaryOptions options;

  entente_summary_options_init (&options);
  options.study = "Harbour talks";
  options.coder = "R. K.";
  options.version = 41;
  options.printed_time = 1930000000;
  return options;
}

static const EntenteEntry *
find_entry (const EntenteDocument *document, EntenteId event)
{
  for (guint i = 0; i < document->blocks->len; i++) {
    const EntenteBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->entry != NULL && block->entry->event == event)
      return block->entry;
  }
  return NULL;
}

static void
test_order (void)
{
  EntenteSummaryOptions options = make_options ();
  g_autoptr (EntenteDocument) document = entente_harbour_make_document (&options);
  const EntenteId order[] = { HARBOUR_OFFER, HARBOUR_REFUSAL, HARBOUR_TALKS, HARBOUR_UNDATED };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpuint (find_entry (document, order[i])->number, ==, i + 1);
  g_assert_null (find_entry (document, HARBOUR_PRIVATE));
}

static void
test_head (void)
{
  EntenteSummaryOptions options = make_options ();
  g_autoptr (EntenteDocument) document = entente_harbour_make_document (&options);

  g_assert_cmpstr (document->counts, ==, "4 of 5 events");
  g_assert_nonnull (strstr (document->title, "2031"));
  g_assert_nonnull (strstr (document->imprint, "41"));
  g_assert_nonnull (strstr (document->imprint, "R. K."));
  g_assert_nonnull (strstr (document->source, "A. Reader, “At the quay”"));
}

static void
test_entries (void)
{
  EntenteSummaryOptions options = make_options ();
  g_autoptr (EntenteDocument) document = entente_harbour_make_document (&options);
  const EntenteEntry *offer = find_entry (document, HARBOUR_OFFER);
  const EntenteEntry *refusal = find_entry (document, HARBOUR_REFUSAL);
  const EntenteNote *note = g_ptr_array_index (document->notes, offer->note - 1);

  g_assert_cmpstr (offer->edtf, ==, "2031-05-02");
  g_assert_cmpstr (offer->told, ==, "on the second");
  g_assert_nonnull (strstr (offer->facts, "Port to Union"));
  g_assert_nonnull (strstr (offer->facts, "refused by 2"));
  g_assert_nonnull (strstr (refusal->facts, "refuses 1"));
  g_assert_nonnull (strstr (note->text, "par. 1"));
  g_assert_nonnull (strstr (note->text, "“port”"));
}

static void
test_told_left_out (void)
{
  EntenteSummaryOptions options = make_options ();
  g_autoptr (EntenteDocument) document = NULL;

  options.told = FALSE;
  document = entente_harbour_make_document (&options);
  g_assert_null (find_entry (document, HARBOUR_OFFER)->told);
}

static void
test_undated_left_out (void)
{
  EntenteSummaryOptions options = make_options ();
  g_autoptr (EntenteDocument) document = NULL;
  const EntenteBlock *last;

  options.undated = FALSE;
  options.leave_out_private = FALSE;
  document = entente_harbour_make_document (&options);
  last = g_ptr_array_index (document->blocks, document->blocks->len - 1);
  g_assert_null (find_entry (document, HARBOUR_UNDATED));
  g_assert_nonnull (find_entry (document, HARBOUR_PRIVATE));
  g_assert_nonnull (strstr (last->text, "1 undated"));
}

/* "undated, by 10 May 2031", of which nothing is told, has a place in time; it stands at the end
 * all the same. */
static void
test_shelf (void)
{
  EntenteSummaryOptions options = make_options ();
  g_autoptr (EntenteDocument) document = NULL;
  const EntenteId order[] = { HARBOUR_OFFER, HARBOUR_TALKS, HARBOUR_REFUSAL, HARBOUR_UNDATED };

  entente_harbour_tell_refusal (FALSE);
  document = entente_harbour_make_document (&options);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpuint (find_entry (document, order[i])->number, ==, i + 1);
  g_assert_cmpuint (document->n_undated, ==, 2);
  entente_harbour_tell_refusal (TRUE);
}

static void
test_errors (void)
{
  EntenteSummaryOptions options = make_options ();
  g_autoptr (EntenteChronicle) chronicle = entente_harbour_make_chronicle ();
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntenteSummarySource source = entente_harbour_make_source (HARBOUR_TALKS);
  g_autoptr (GError) error = NULL;

  g_assert_null (entente_summary_build (&options, chronicle, query, rows, &source, NULL, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (
    entente_summary_build (&options, chronicle, query, rows, &source, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronology/order", test_order);
  g_test_add_func ("/chronology/head", test_head);
  g_test_add_func ("/chronology/entries", test_entries);
  g_test_add_func ("/chronology/told-left-out", test_told_left_out);
  g_test_add_func ("/chronology/undated-left-out", test_undated_left_out);
  g_test_add_func ("/chronology/shelf", test_shelf);
  g_test_add_func ("/chronology/errors", test_errors);
  return g_test_run ();
}
