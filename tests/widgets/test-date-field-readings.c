/* A date that is proposed: its readings to choose from, with reasons, or left open; untouched it
 * stays as it was. */
#include "config.h"

#include "entente-date-field.h"
#include "entente-widget-probe.h"
#include <adwaita.h>

static EntenteDate *
make_date (void)
{
  g_autoptr (EntenteDate) bare = entente_date_parse ("2018-07", NULL);
  g_autoptr (EntenteDate) worded = entente_date_with_wording (bare, "last July");
  g_autoptr (EntenteDate) one =
    entente_date_with_reading (worded, "2018-07", "told as past, article of 31 Oct 2018", 1);

  return entente_date_with_reading (one, "2017-07", "the year before", 2);
}

static char *
choose (EntenteDateField *field, guint nth)
{
  g_autoptr (EntenteDate) date = NULL;

  gtk_check_button_set_active (entente_probe_find (GTK_WIDGET (field), GTK_TYPE_CHECK_BUTTON, nth),
                               TRUE);
  date = entente_date_field_dup_date (field);
  g_assert_cmpstr (date->wording, ==, "last July");
  return g_strdup (date->edtf);
}

static void
test_propose (void)
{
  g_autoptr (EntenteDate) date = make_date ();
  GtkWidget *window = gtk_window_new ();
  EntenteDateField *field = ENTENTE_DATE_FIELD (entente_date_field_new ());
  g_autoptr (EntenteDate) untouched = NULL;
  g_autofree char *second = NULL, *open = NULL, *first = NULL;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (field));
  gtk_window_present (GTK_WINDOW (window));
  entente_date_field_propose_date (field, date, "told as past");
  entente_probe_wait (entente_probe_says (GTK_WIDGET (field), "Leave open"));
  g_assert_true (entente_probe_says (GTK_WIDGET (field), "told as past, article of 31 Oct 2018"));
  g_assert_true (entente_probe_says (GTK_WIDGET (field), "the year before"));
  untouched = entente_date_field_dup_date (field);
  g_assert_true (entente_date_equal (untouched, date));
  second = choose (field, 1);
  g_assert_cmpstr (second, ==, "2017-07");
  open = choose (field, 2);
  g_assert_cmpstr (open, ==, "[2017-07,2018-07]");
  first = choose (field, 0);
  g_assert_cmpstr (first, ==, "2018-07");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/date-field-readings/propose", test_propose);
  return g_test_run ();
}
