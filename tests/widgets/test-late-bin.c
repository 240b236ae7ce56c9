/* A pane that is not seen is not made; then it is, once, with the session of its place. */
#include "config.h"

#include "entente-late-bin.h"
#include "entente-ledger.h"
#include "entente-sample-fixture.h"

static void
test_made_when_seen (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *window = gtk_window_new ();
  GtkStack *stack = GTK_STACK (gtk_stack_new ());
  GtkWidget *bin = entente_late_bin_new (ENTENTE_TYPE_LEDGER), *child;
  g_autoptr (EntenteSession) handed = NULL;

  gtk_stack_add_named (stack, gtk_label_new ("front"), "front");
  gtk_stack_add_named (stack, bin, "late");
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (stack));
  g_object_set (bin, "session", sample->session, NULL);
  gtk_window_present (GTK_WINDOW (window));
  entente_sample_settle (sample);
  g_assert_null (adw_bin_get_child (ADW_BIN (bin)));
  gtk_stack_set_visible_child_name (stack, "late");
  child = adw_bin_get_child (ADW_BIN (bin));
  g_assert_true (ENTENTE_IS_LEDGER (child));
  g_assert_true (gtk_widget_get_mapped (child));
  g_object_get (child, "session", &handed, NULL);
  g_assert_true (handed == sample->session);
  gtk_stack_set_visible_child_name (stack, "front");
  gtk_stack_set_visible_child_name (stack, "late");
  g_assert_true (adw_bin_get_child (ADW_BIN (bin)) == child);
  g_object_set (bin, "session", NULL, NULL);
  g_clear_object (&handed);
  g_object_get (child, "session", &handed, NULL);
  g_assert_null (handed);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_sample_free (sample);
}

/* Whoever needs the pane itself has it before it is seen; a pane without a session is given none.
 */
static void
test_made_when_asked_for (void)
{
  EntenteLateBin *bin = ENTENTE_LATE_BIN (g_object_ref_sink (entente_late_bin_new (ADW_TYPE_BIN)));
  GtkWidget *child = entente_late_bin_ensure_child (bin);

  g_assert_true (ADW_IS_BIN (child));
  g_assert_true (entente_late_bin_ensure_child (bin) == child);
  g_assert_finalize_object (bin);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/late-bin/made-when-seen", test_made_when_seen);
  g_test_add_func ("/late-bin/made-when-asked-for", test_made_when_asked_for);
  return g_test_run ();
}
