/* Pages of kinds that are not shown. A job that was stopped knows by its cancellable that nobody
 * waits for it any more. */

#include "config.h"

#include "entente-print-counts.h"
#include "entente-print-kind-row.h"

#define MAX_EVENTS 2000

struct _EntentePrintCounts {
  EntenteSession *session;
  GtkListBox *kinds;
  const char *lanes; /* or NULL */
  EntentePrintChoice choice;
  GCancellable *job; /* of the job under way; or NULL */
  EntentePrintKindRow *row; /* that it counts */
};

EntentePrintCounts *
entente_print_counts_new (EntenteSession *session, GtkListBox *kinds, const char *lanes)
{
  EntentePrintCounts *counts = g_new0 (EntentePrintCounts, 1);

  counts->session = session;
  counts->kinds = kinds;
  counts->lanes = lanes;
  return counts;
}

static void
cancel (EntentePrintCounts *counts)
{
  if (counts->job)
    g_cancellable_cancel (counts->job);
  g_clear_object (&counts->job);
}

void
entente_print_counts_free (EntentePrintCounts *counts)
{
  cancel (counts);
  g_free (counts);
}

void
entente_print_counts_stop (EntentePrintCounts *counts, const EntentePrintChoice *choice)
{
  cancel (counts);
  counts->choice = *choice;
}

void
entente_print_counts_forget (EntentePrintCounts *counts)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (counts->kinds, i)); i++)
    entente_print_kind_row_set_printout (ENTENTE_PRINT_KIND_ROW (row), NULL);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean stopped = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
  g_autoptr (EntentePrintout) printout = entente_print_job_finish (result, NULL, NULL);
  EntentePrintCounts *counts = data;

  if (stopped)
    return;
  g_clear_object (&counts->job);
  if (!printout)
    return;
  entente_print_kind_row_set_printout (counts->row, printout);
  entente_print_counts_continue (counts);
}

static EntentePrintKindRow *
find_row (EntentePrintCounts *counts)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (counts->kinds, i)); i++)
    if (!entente_print_kind_row_has_printout (ENTENTE_PRINT_KIND_ROW (row)))
      return ENTENTE_PRINT_KIND_ROW (row);
  return NULL;
}

void
entente_print_counts_continue (EntentePrintCounts *counts)
{
  guint n;

  g_object_get (counts->session, "n-filtered", &n, NULL);
  counts->row = find_row (counts);
  if (n > MAX_EVENTS || !counts->row || counts->job)
    return;
  counts->job = g_cancellable_new ();
  entente_print_kind_row_choose (counts->row, &counts->choice);
  entente_print_job_start (counts->session,
                           &counts->choice,
                           counts->lanes,
                           NULL,
                           counts->job,
                           counted_cb,
                           counts);
}
