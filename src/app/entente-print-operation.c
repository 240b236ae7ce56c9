/* Prints pages through GtkPrintOperation: its dialog, its printers, our painter.
 *
 * Paper and orientation are those of the pages; the dialog may choose others, and then the
 * printer's own paper bounds what is seen. It never writes a file: the toolkit reports success on a
 * full disk.
 */
#include "config.h"

#include "entente-print-operation.h"

typedef struct {
  EntentePrintout *printout;
  EntentePrintDone done;
  gpointer data;
} Run;

static void
free_run (gpointer data, GClosure *closure)
{
  Run *run = data;

  entente_printout_unref (run->printout);
  g_free (run);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Run *run)
{
  entente_printout_paint (run->printout,
                          (guint) page,
                          gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Run *run)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  run->done (error, run->data);
}

/* The paper of the pages, told upright as paper sizes are, and how it lies. */
static GtkPageSetup *
make_setup (EntentePrintout *printout)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height, narrow, tall;
  GtkPaperSize *paper;

  entente_printout_get_size (printout, &width, &height);
  narrow = MIN (width, height);
  tall = MAX (width, height);
  paper = gtk_paper_size_new_custom ("entente", "", narrow, tall, GTK_UNIT_POINTS);

  for (guint i = 0; i < ENTENTE_N_PAPERS; i++) {
    EntentePageStyle known;

    entente_page_style_init (&known, i, FALSE);
    if (known.width_pt != narrow || known.height_pt != tall)
      continue;
    gtk_paper_size_free (paper);
    paper = gtk_paper_size_new (i == ENTENTE_PAPER_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  }
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup,
                                  width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                 : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);
  return setup;
}

static GtkPrintOperation *
make_operation (EntentePrintout *printout)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_setup (printout);

  gtk_print_operation_set_job_name (operation, entente_printout_get_study (printout));
  gtk_print_operation_set_n_pages (operation, (int) entente_printout_get_n (printout));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  return operation;
}

void
entente_print_operation_run (GtkWindow *parent,
                             EntentePrintout *printout,
                             EntentePrintDone done,
                             gpointer data)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (printout);
  Run *run = g_new (Run, 1);

  *run = (Run){ entente_printout_ref (printout), done, data };
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), run);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), run, free_run, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
