/* The view of relations: what it says follows the filter and the pair that is chosen; each page is
 * there; nothing is left behind. */
#include "config.h"

#include "entente-relations-area-private.h"
#include "entente-relations-view.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

#include <string.h>

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (ENTENTE_TYPE_RELATIONS_VIEW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  entente_relations_view_set_session (ENTENTE_RELATIONS_VIEW (fixture->view),
                                      fixture->sample->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_sample_close (fixture->sample, fixture->window, fixture->view);
}

static EntenteRelationsSource *
get_source (Fixture *fixture)
{
  return entente_relations_view_get_source (ENTENTE_RELATIONS_VIEW (fixture->view));
}

/* The pair with most moves. */
static EntenteDyadChoice
pick (Fixture *fixture, guint *n_moves)
{
  EntenteRelationsFigures *figures = entente_relations_source_get_figures (get_source (fixture));
  guint n, best = 0;
  const EntenteDyad *dyads = entente_relations_get_dyads (figures->relations, &n);

  for (guint i = 1; i < n; i++)
    if (dyads[i].total > dyads[best].total)
      best = i;
  *n_moves = dyads[best].total;
  return (EntenteDyadChoice){
    entente_chronicle_get_actor (figures->chronicle, dyads[best].from)->record.id,
    entente_chronicle_get_actor (figures->chronicle, dyads[best].to)->record.id,
    FALSE
  };
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "network", "activity", "matrix" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *page = NULL;

    g_object_set (fixture->view, "page", pages[i], NULL);
    entente_sample_settle (fixture->sample);
    g_object_get (fixture->view, "page", &page, NULL);
    g_assert_cmpstr (page, ==, pages[i]);
    g_assert_true (entente_probe_says (fixture->view, "moves go from one to another"));
  }
  g_object_set (fixture->view, "page", "table", NULL);
  entente_sample_settle (fixture->sample);
  g_assert_true (entente_probe_says (fixture->view, "pairs."));
  g_assert_true (entente_probe_says (fixture->view, "Taliban"));
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  guint n_moves, n_filtered;
  EntenteDyadChoice dyad = pick (fixture, &n_moves);

  g_assert_false (entente_probe_says (fixture->view, "All Pairs Again"));
  entente_relations_source_choose (get_source (fixture), &dyad);
  entente_sample_settle (fixture->sample);
  g_object_get (fixture->sample->session, "n-filtered", &n_filtered, NULL);
  g_assert_cmpuint (n_filtered, ==, n_moves);
  g_assert_true (entente_probe_says (fixture->view, "All Pairs Again"));
  entente_relations_source_choose (get_source (fixture), NULL);
  entente_sample_settle (fixture->sample);
  g_assert_false (entente_probe_says (fixture->view, "All Pairs Again"));
}

/* Read from right to left, pictures run so too: names at the right, and places as far from there.
 */
static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  EntenteRelationsArea *area = entente_probe_find (fixture->view, ENTENTE_TYPE_RELATIONS_AREA, 0);
  EntenteNetworkBox plain, first, mirrored;
  double span;

  plain = entente_relations_area_get_box (area, 1, 0);
  span = entente_relations_area_get_span (area);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  entente_sample_settle (fixture->sample);
  mirrored = entente_relations_area_get_box (area, 1, 0);
  first = entente_relations_area_get_box (area, 1, 1);
  g_assert_cmpfloat_with_epsilon (mirrored.x, span - plain.x - plain.width, 0.01);
  g_assert_cmpfloat (mirrored.y, ==, plain.y);
  g_assert_cmpfloat (first.x, <, mirrored.x);
  g_assert_cmpfloat (mirrored.x + mirrored.width,
                     <=,
                     span - entente_relations_area_get_side (area));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  entente_sample_settle (fixture->sample);
}

/* A filter that leaves no move between two says so. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();

  query->has_until = TRUE;
  query->until = entente_day_number (1800, 1, 1) * ENTENTE_SECONDS_PER_DAY;
  entente_session_set_query (fixture->sample->session, query);
  entente_sample_settle (fixture->sample);
  g_assert_true (entente_probe_says (fixture->view, "No Move from One to Another"));
}

/* The table as it is copied: a line a pair. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  EntenteRelationsFigures *figures = entente_relations_source_get_figures (get_source (fixture));
  g_autofree char *text =
    entente_relations_view_format_tsv (ENTENTE_RELATIONS_VIEW (fixture->view));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n;

  entente_relations_get_dyads (figures->relations, &n);
  g_assert_cmpuint (g_strv_length (lines), ==, n + 2);
}

static int
measure (Fixture *fixture)
{
  GtkWidget *area = entente_probe_find (fixture->view, ENTENTE_TYPE_RELATIONS_AREA, 0);
  int least, minimum;

  gtk_widget_measure (area, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (area, GTK_ORIENTATION_VERTICAL, MAX (least, 800), &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Who reads larger text reads larger pictures. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi, plain = measure (fixture);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  g_assert_cmpint (measure (fixture), >, plain * 3 / 2);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (measure (fixture), ==, plain);
}

#define ADD(name, func) g_test_add ("/relations-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("pages", test_pages);
  ADD ("choose", test_choose);
  ADD ("empty", test_empty);
  ADD ("copy", test_copy);
  ADD ("mirrored", test_mirrored);
  ADD ("large-text", test_large_text);
  return g_test_run ();
}
