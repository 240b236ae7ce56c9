/* The side bar on the sample study: rows, checks, Between, facets, time; and nothing is left
 * behind. */
#include "config.h"

#include "entente-actor-filter.h"
#include "entente-actor-options.h"
#include "entente-actor-row.h"
#include "entente-between-panel.h"
#include "entente-commands.h"
#include "entente-sample-fixture.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  EntenteActorFilter *filter;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->filter = g_object_new (ENTENTE_TYPE_ACTOR_FILTER, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 320, 900);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->filter));
  g_object_set (fixture->filter, "session", fixture->sample->session, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer filter = fixture->filter;

  g_object_add_weak_pointer (filter, &filter);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
  g_assert_null (filter);
  entente_sample_free (fixture->sample);
}

/* The first widget of @type below @widget, whose visible text begins with @text (NULL: any). */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *text)
{
  GtkWidget *child;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type)) {
    g_autofree char *label = NULL;

    if (!text)
      return widget;
    if (GTK_IS_LABEL (widget) || GTK_IS_TOGGLE_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
      g_object_get (widget, "label", &label, NULL);
    else if (ENTENTE_IS_ACTOR_ROW (widget))
      g_object_get (widget, "description", &label, NULL);
    if (label && g_str_has_prefix (label, text))
      return widget;
  }
  for (child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type, text);

    if (found)
      return found;
  }
  return NULL;
}

static GtkWidget *
find_check (Fixture *fixture, const char *actor)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->filter), ENTENTE_TYPE_ACTOR_ROW, actor);

  g_assert_nonnull (row);
  return find (row, GTK_TYPE_CHECK_BUTTON, NULL);
}

static const EntenteQuery *
get_query (Fixture *fixture)
{
  return entente_session_get_query (fixture->sample->session);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  GtkWidget *check = find_check (fixture, "Russia");

  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (get_query (fixture)->actors->len, ==, 1);
  entente_sample_settle (fixture->sample);
  check = find_check (fixture, "Russia");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_true (entente_query_is_empty (get_query (fixture)));
}

/* A query that comes from elsewhere shows. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (get_query (fixture));
  GtkWidget *all = find (GTK_WIDGET (fixture->filter), GTK_TYPE_TOGGLE_BUTTON, "All");

  query->match = ENTENTE_MATCH_ALL;
  entente_session_set_query (fixture->sample->session, query);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (all)));
  g_object_set (find (GTK_WIDGET (fixture->filter), GTK_TYPE_TOGGLE_BUTTON, "Any"),
                "active",
                TRUE,
                NULL);
  g_assert_cmpint (get_query (fixture)->match, ==, ENTENTE_MATCH_ANY);
}

static void
test_between (Fixture *fixture, gconstpointer data)
{
  GtkWidget *between = find (GTK_WIDGET (fixture->filter), GTK_TYPE_TOGGLE_BUTTON, "Between");
  GtkWidget *exclusive =
    find (GTK_WIDGET (fixture->filter), GTK_TYPE_CHECK_BUTTON, "Only these two");
  EntenteId first;

  g_assert_false (gtk_widget_get_mapped (exclusive));
  g_object_set (between, "active", TRUE, NULL);
  entente_sample_settle (fixture->sample);
  g_assert_true (gtk_widget_get_mapped (exclusive));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "Russia")), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "Taliban")), TRUE);
  first = g_array_index (get_query (fixture)->actors, EntenteId, 0);
  /* The third takes the place of the second. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "United States")), TRUE);
  g_assert_cmpuint (get_query (fixture)->actors->len, ==, 2);
  g_assert_cmpint (g_array_index (get_query (fixture)->actors, EntenteId, 0), ==, first);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (exclusive), TRUE);
  g_assert_true (get_query (fixture)->exclusive);
  /* Somebody who is called otherwise now is called so here too. */
  entente_sample_apply (
    fixture->sample,
    entente_commands_set_field (ENTENTE_ENTITY_ACTOR, first, "name", "Renamed", NULL));
  entente_sample_settle (fixture->sample);
  g_assert_nonnull (find (find (GTK_WIDGET (fixture->filter), ENTENTE_TYPE_BETWEEN_PANEL, NULL),
                          GTK_TYPE_LABEL,
                          "Renamed"));
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  GtkWidget *none = find (GTK_WIDGET (fixture->filter), GTK_TYPE_TOGGLE_BUTTON, "None");
  GtkWidget *any = find (GTK_WIDGET (fixture->filter), GTK_TYPE_TOGGLE_BUTTON, "Any");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (fixture, "Russia")), TRUE);
  g_object_set (none, "active", TRUE, NULL);
  g_assert_cmpint (get_query (fixture)->match, ==, ENTENTE_MATCH_NONE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (any)));
  g_object_set (any, "active", TRUE, NULL);
  g_assert_cmpint (get_query (fixture)->match, ==, ENTENTE_MATCH_ANY);
}

static GtkCheckButton *
find_option (Fixture *fixture, const char *label)
{
  GtkWidget *options = find (GTK_WIDGET (fixture->filter), ENTENTE_TYPE_ACTOR_OPTIONS, NULL);
  GtkWidget *check = find (options, GTK_TYPE_CHECK_BUTTON, label);

  g_assert_nonnull (check);
  return GTK_CHECK_BUTTON (check);
}

/* Who counts, and in which roles, is asked of the query; the usual roles are none that is asked
 * for. */
static void
test_options (Fixture *fixture, gconstpointer data)
{
  GtkCheckButton *surely = find_option (fixture, "Only where that is sure");
  GtkCheckButton *observer = find_option (fixture, "Observer");
  GtkCheckButton *members = find_option (fixture, "With members");

  gtk_check_button_set_active (members, FALSE);
  g_assert_false (get_query (fixture)->members);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (surely)));
  gtk_check_button_set_active (members, TRUE);
  g_assert_true (get_query (fixture)->members);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (surely)));
  gtk_check_button_set_active (surely, TRUE);
  g_assert_true (get_query (fixture)->members_surely);
  g_assert_true (gtk_check_button_get_active (find_option (fixture, "Initiator")));
  gtk_check_button_set_active (observer, TRUE);
  g_assert_true (get_query (fixture)->roles >> ENTENTE_ROLE_OBSERVER & 1);
  g_assert_true (get_query (fixture)->roles >> ENTENTE_ROLE_INITIATOR & 1);
  gtk_check_button_set_active (observer, FALSE);
  g_assert_cmpuint (get_query (fixture)->roles, ==, 0);
}

/* The first row. */
static const char *
get_first_name (Fixture *fixture)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->filter), ENTENTE_TYPE_ACTOR_ROW, NULL);
  g_autofree char *description = NULL;

  g_object_get (row, "description", &description, NULL);
  return g_intern_string (description);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  const char *first = get_first_name (fixture);

  gtk_check_button_set_active (find_option (fixture, "Name"), TRUE);
  entente_sample_settle (fixture->sample);
  g_assert_true (g_str_has_prefix (get_first_name (fixture), "Af"));
  g_assert_cmpstr (get_first_name (fixture), !=, first);
  gtk_check_button_set_active (find_option (fixture, "Own order"), TRUE);
  entente_sample_settle (fixture->sample);
  g_assert_cmpstr (get_first_name (fixture), ==, first);
}

/* Of the first section of records, tracks: those that are on are asked for, or left out. */
static void
test_facet_match (Fixture *fixture, gconstpointer data)
{
  GtkWidget *facets = find (GTK_WIDGET (fixture->filter), GTK_TYPE_VIEWPORT, NULL);
  GtkDropDown *match = GTK_DROP_DOWN (find (facets, GTK_TYPE_DROP_DOWN, NULL));
  g_autoptr (EntenteQuery) everything = entente_query_new ();

  gtk_drop_down_set_selected (match, 1);
  g_assert_cmpint (get_query (fixture)->listed[ENTENTE_LISTED_TRACK], ==, ENTENTE_MATCH_NONE);
  entente_session_set_query (fixture->sample->session, everything);
  g_assert_cmpuint (gtk_drop_down_get_selected (match), ==, 0);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find (GTK_WIDGET (fixture->filter), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "russ");
  g_signal_emit_by_name (entry, "search-changed");
  entente_sample_settle (fixture->sample);
  g_assert_nonnull (find (GTK_WIDGET (fixture->filter), ENTENTE_TYPE_ACTOR_ROW, "Russia"));
  g_assert_null (find (GTK_WIDGET (fixture->filter), ENTENTE_TYPE_ACTOR_ROW, "Pakistan"));
}

static GtkEntry *
find_entry (Fixture *fixture)
{
  return GTK_ENTRY (find (GTK_WIDGET (fixture->filter), GTK_TYPE_ENTRY, NULL));
}

static void
test_time (Fixture *fixture, gconstpointer data)
{
  GtkEntry *since = find_entry (fixture);

  gtk_editable_set_text (GTK_EDITABLE (since), "2018-07");
  g_signal_emit_by_name (since, "activate");
  g_assert_true (get_query (fixture)->has_since);
  g_assert_cmpint (get_query (fixture)->since,
                   ==,
                   entente_day_number (2018, 7, 1) * ENTENTE_SECONDS_PER_DAY);

  gtk_editable_set_text (GTK_EDITABLE (since), "the other day");
  g_signal_emit_by_name (since, "activate");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (since), "error"));
  g_assert_true (get_query (fixture)->has_since);

  gtk_editable_set_text (GTK_EDITABLE (since), "");
  g_signal_emit_by_name (since, "activate");
  g_assert_false (get_query (fixture)->has_since);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (since), "error"));
}

/* Of a study without events there is no time to choose from. */
static void
test_no_events (Fixture *fixture, gconstpointer data)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->sample->study);
  GtkWidget *title = find (GTK_WIDGET (fixture->filter), GTK_TYPE_LABEL, "Time");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint32 row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    EntenteId id = entente_chronicle_get_id (chronicle, row);

    g_array_append_val (ids, id);
  }
  g_assert_true (gtk_widget_get_mapped (title));
  entente_sample_apply (
    fixture->sample,
    entente_commands_delete_events ((const EntenteId *) (gpointer) ids->data, ids->len));
  entente_sample_settle (fixture->sample);
  g_assert_false (gtk_widget_get_mapped (title));
}

static EntenteId
find_id (Fixture *fixture, const char *name)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->sample->study);
  g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, name);

  return entente_chronicle_get_actor (chronicle, g_array_index (found, guint32, 0))->record.id;
}

static void
unfold_all (Fixture *fixture)
{
  GtkWidget *list = find (GTK_WIDGET (fixture->filter), GTK_TYPE_LIST_VIEW, NULL);
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

    gtk_tree_list_row_set_expanded (row, TRUE);
  }
  entente_sample_settle (fixture->sample);
}

/* Where a member stands although it is in doubt when it belonged there, a sign and words say so. */
static void
test_doubt (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "Uzbekistan", "United Arab Emirates" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++) {
    g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

    affiliation->actor = find_id (fixture, members[i]);
    affiliation->parent = find_id (fixture, "Pakistan");
    affiliation->from = entente_date_parse (i == 0 ? "2018-03~" : "2018-03-01", NULL);
    affiliation->to = entente_date_parse ("2018-12-31", NULL);
    entente_sample_apply (fixture->sample, entente_commands_put (affiliation));
  }
  unfold_all (fixture);
  g_assert_nonnull (find (GTK_WIDGET (fixture->filter), GTK_TYPE_LABEL, "Uzbekistan ?"));
  g_assert_nonnull (find (GTK_WIDGET (fixture->filter),
                          ENTENTE_TYPE_ACTOR_ROW,
                          "Uzbekistan, 2 of 2 events; since when, or until when, is in doubt"));
  g_assert_nonnull (find (GTK_WIDGET (fixture->filter), GTK_TYPE_LABEL, "United Arab Emirates"));
  g_assert_null (find (GTK_WIDGET (fixture->filter), GTK_TYPE_LABEL, "United Arab Emirates ?"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/actor-filter/doubt", Fixture, NULL, set_up, test_doubt, tear_down);
  g_test_add ("/actor-filter/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/actor-filter/follow", Fixture, NULL, set_up, test_follow, tear_down);
  g_test_add ("/actor-filter/between", Fixture, NULL, set_up, test_between, tear_down);
  g_test_add ("/actor-filter/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/actor-filter/options", Fixture, NULL, set_up, test_options, tear_down);
  g_test_add ("/actor-filter/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/actor-filter/facet-match", Fixture, NULL, set_up, test_facet_match, tear_down);
  g_test_add ("/actor-filter/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/actor-filter/time", Fixture, NULL, set_up, test_time, tear_down);
  g_test_add ("/actor-filter/no-events", Fixture, NULL, set_up, test_no_events, tear_down);
  return g_test_run ();
}
