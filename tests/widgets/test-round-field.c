/* The round of a move in its form, and where the titles of rounds show: the facet and the sentence
 * of the filter. */
#include "config.h"

#include "entente-commands-context.h"
#include "entente-facet-list.h"
#include "entente-round-field.h"
#include "entente-rounds.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"
#include <string.h>

#define TITLE "A round of ours"

/* A round with two moves. */
static EntenteId
add_round (EntenteSample *sample, EntenteId moves[2])
{
  g_autoptr (EntenteEvent) round = entente_event_new ();

  for (guint i = 0; i < 2; i++)
    moves[i] = entente_chronicle_get_id (entente_sample_get_chronicle (sample), i);
  round->kind = g_strdup ("talks");
  round->title = g_strdup (TITLE);
  round->when = entente_date_parse ("2018-07-23/2018-07-25", NULL);
  entente_sample_apply (sample, entente_commands_add_round (round, moves, 2));
  return round->record.id;
}

static guint
count_moves (EntenteSample *sample, EntenteId round)
{
  guint row = entente_chronicle_find_row (entente_sample_get_chronicle (sample), round);
  g_autoptr (GArray) moves = entente_rounds_get_moves (entente_sample_get_chronicle (sample), row);

  return moves->len;
}

static void
choose (GtkWidget *field, guint at)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_first_child (field)), at);
}

static guint
find_choice (GtkWidget *field, const char *title)
{
  GtkDropDown *choice = GTK_DROP_DOWN (gtk_widget_get_first_child (field));
  GListModel *names = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), title))
      return i;
  return 0;
}

static void
test_field (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *field = g_object_ref_sink (entente_round_field_new ());
  EntenteId moves[2], round = add_round (sample, moves);
  g_autoptr (EntenteStep) same = entente_step_new ("");
  EntenteStep *leave = entente_step_new ("Leave"), *join = entente_step_new ("Join");
  GtkDropDown *choice = GTK_DROP_DOWN (gtk_widget_get_first_child (field));

  entente_round_field_show (ENTENTE_ROUND_FIELD (field), sample->study, moves[0]);
  g_assert_true (entente_round_field_has_rounds (ENTENTE_ROUND_FIELD (field)));
  entente_probe_wait (find_choice (field, TITLE) > 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, find_choice (field, TITLE));
  entente_round_field_store (ENTENTE_ROUND_FIELD (field), same, moves[0]);
  g_assert_cmpuint (same->changes->len, ==, 0);

  choose (field, 0);
  entente_round_field_store (ENTENTE_ROUND_FIELD (field), leave, moves[0]);
  entente_sample_apply (sample, leave);
  g_assert_cmpuint (count_moves (sample, round), ==, 1);

  entente_round_field_show (ENTENTE_ROUND_FIELD (field), sample->study, moves[0]);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 0);
  entente_probe_wait (find_choice (field, TITLE) > 0);
  choose (field, find_choice (field, TITLE));
  entente_round_field_store (ENTENTE_ROUND_FIELD (field), join, moves[0]);
  entente_sample_apply (sample, join);
  g_assert_cmpuint (count_moves (sample, round), ==, 2);

  /* No round is part of itself. */
  entente_round_field_show (ENTENTE_ROUND_FIELD (field), sample->study, round);
  g_assert_cmpuint (find_choice (field, TITLE), ==, 0);
  g_object_unref (field);
  entente_sample_free (sample);
}

static EntenteFacetItem *
find_item (EntenteFacetList *list, const char *label)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (EntenteFacetItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

    if (g_strcmp0 (entente_facet_item_get_label (item), label) == 0)
      return item; /* the list keeps it */
  }
  return NULL;
}

static guint
count_filtered (EntenteSample *sample)
{
  guint n;

  g_object_get (sample->session, "n-filtered", &n, NULL);
  return n;
}

static gboolean
says_title (EntenteSample *sample)
{
  g_autofree char *sentence =
    entente_study_format_query (sample->study, entente_session_get_query (sample->session));

  return strstr (sentence, "“" TITLE "”") != NULL;
}

static void
test_facet (void)
{
  EntenteSample *sample = entente_sample_new ();
  guint n = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample)) + 1;
  g_autoptr (EntenteFacetList) list = NULL;
  g_autoptr (EntenteQuery) everything = entente_query_new ();
  EntenteId moves[2];
  g_autofree char *read = NULL;

  add_round (sample, moves);
  list = entente_facet_list_new (sample->session, ENTENTE_FACET_ROUND);
  entente_probe_wait (find_item (list, TITLE) != NULL);
  entente_facet_item_check_only (find_item (list, TITLE));
  entente_probe_wait (count_filtered (sample) == 3);
  entente_probe_wait (says_title (sample));
  read = entente_study_read_query (sample->study, entente_session_get_query (sample->session));
  g_assert_nonnull (strstr (read, "“" TITLE "”"));

  /* Unchecked, it leaves the others, and those of no round. */
  entente_session_set_query (sample->session, everything);
  entente_facet_item_set_checked (find_item (list, TITLE), FALSE);
  entente_probe_wait (count_filtered (sample) == n - 3);
  g_assert_true (entente_session_get_query (sample->session)->round_empty);
  entente_facet_item_set_checked (find_item (list, TITLE), TRUE);
  entente_probe_wait (count_filtered (sample) == n);
  g_assert_true (entente_query_is_empty (entente_session_get_query (sample->session)));
  g_clear_object (&list);
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/round-field/field", test_field);
  g_test_add_func ("/round-field/facet", test_facet);
  return g_test_run ();
}
