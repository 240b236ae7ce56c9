/* The form of a round: what it begins with. */
#include "config.h"

#include "entente-form-window.h"
#include "entente-round-form.h"
#include "entente-rounds.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

#define DAY (24 * 60 * 60)

static gboolean
is_day (const EntenteChronicle *chronicle, guint row)
{
  EntenteSpan window = entente_chronicle_get_window (chronicle, row);

  return window.start != ENTENTE_TIME_MIN && window.end != ENTENTE_TIME_MAX &&
         window.end - window.start == DAY;
}

/* The first @n rows that tell a day, or tell none. */
static GArray *
list_events (const EntenteChronicle *chronicle, gboolean days, guint n)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle) && events->len < n; row++) {
    EntenteId id = entente_chronicle_get_id (chronicle, row);
    EntenteEventRow values;

    entente_chronicle_get_row (chronicle, row, &values);
    if (is_day (chronicle, row) == days && values.form != ENTENTE_DATE_SPAN)
      g_array_append_val (events, id);
  }
  g_assert_cmpuint (events->len, ==, n);
  return events;
}

/* The row of the round that is made of them. */
static guint
make_round (EntenteSample *sample, const GArray *events)
{
  GtkWidget *parent = gtk_window_new ();
  EntenteId first = g_array_index (events, EntenteId, 0);
  g_autoptr (GArray) rounds = NULL;
  EntenteChronicle *chronicle;

  entente_round_form_present_new (parent, sample->session, events);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  gtk_window_destroy (GTK_WINDOW (parent));
  chronicle = entente_sample_get_chronicle (sample);
  rounds = entente_rounds_find (chronicle, entente_chronicle_find_row (chronicle, first));
  g_assert_cmpuint (rounds->len, ==, 1);
  return g_array_index (rounds, guint32, 0);
}

/* A round of moves that tell their days lasts from the first of these to the last. */
static void
test_days (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (GArray) events = list_events (entente_sample_get_chronicle (sample), TRUE, 2);
  guint round = make_round (sample, events);
  EntenteChronicle *chronicle = entente_sample_get_chronicle (sample);
  EntenteSpan span = entente_chronicle_get_window (chronicle, round), one[2];

  for (guint i = 0; i < 2; i++) {
    guint row = entente_chronicle_find_row (chronicle, g_array_index (events, EntenteId, i));

    one[i] = entente_chronicle_get_window (chronicle, row);
  }
  g_assert_cmpint (span.start, ==, MIN (one[0].start, one[1].start));
  g_assert_cmpint (span.end, ==, MAX (one[0].end, one[1].end));
  entente_sample_free (sample);
}

/* Of vague ones nobody told when the round began. */
static void
test_vague (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (GArray) events = list_events (entente_sample_get_chronicle (sample), FALSE, 1);
  guint round = make_round (sample, events);

  g_assert_cmpint (
    entente_chronicle_get_window (entente_sample_get_chronicle (sample), round).start,
    ==,
    ENTENTE_TIME_MIN);
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/round-form/days", test_days);
  g_test_add_func ("/round-form/vague", test_vague);
  return g_test_run ();
}
