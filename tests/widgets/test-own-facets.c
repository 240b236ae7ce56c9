/* Facets of the user's own fields: a section for each, with its values and counts; a check is the
 * filter. */
#include "config.h"

#include "entente-commands.h"
#include "entente-facet-row.h"
#include "entente-facet-section.h"
#include "entente-own-facets.h"
#include "entente-own-fields.h"
#include "entente-query-fields.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static EntenteId
add_field (EntenteSample *sample, const char *name)
{
  g_autoptr (EntenteField) field = entente_field_new ();

  field->name = g_strdup (name);
  field->entity = g_strdup ("event");
  field->type = g_strdup ("yes-no");
  entente_sample_apply (sample, entente_commands_put (field));
  return field->record.id;
}

static void
fill (EntenteSample *sample, EntenteId field, guint row, const char *text)
{
  EntenteId event = entente_chronicle_get_id (entente_sample_get_chronicle (sample), row);

  entente_sample_apply (
    sample,
    entente_commands_fill_field (entente_sample_get_chronicle (sample), field, event, text));
}

static guint
count_filtered (EntenteSample *sample)
{
  guint n;

  g_object_get (sample->session, "n-filtered", &n, NULL);
  return n;
}

static void
test_filter (void)
{
  EntenteSample *sample = entente_sample_new ();
  guint n = entente_chronicle_get_n_rows (entente_sample_get_chronicle (sample));
  GtkWidget *window = gtk_window_new ();
  GtkWidget *facets = entente_own_facets_new ();
  g_autofree char *others = g_strdup_printf ("%u of %u", n - 1, n - 1);
  g_autoptr (EntenteFacetList) list = NULL;
  g_autoptr (EntenteFacetItem) item = NULL;
  EntenteId field;

  gtk_window_set_child (GTK_WINDOW (window), facets);
  entente_own_facets_set_session (ENTENTE_OWN_FACETS (facets), sample->session);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (gtk_widget_get_first_child (facets));
  field = add_field (sample, "Public");
  g_assert_nonnull (gtk_widget_get_first_child (facets));
  fill (sample, field, 0, "yes");
  entente_facet_section_set_expanded (ENTENTE_FACET_SECTION (gtk_widget_get_first_child (facets)),
                                      TRUE);
  entente_probe_wait (entente_probe_says (facets, "Yes"));
  entente_probe_wait (entente_probe_says (facets, "1 of 1"));
  g_assert_true (entente_probe_says (facets, "None"));
  g_assert_true (entente_probe_says (facets, others));

  list = entente_facet_list_new_for_field (sample->session, field);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  entente_facet_item_check_only (item);
  entente_probe_wait (count_filtered (sample) == 1);
  g_assert_true (entente_field_ask_names (
    entente_query_get_field (entente_session_get_query (sample->session), field),
    "yes"));
  entente_facet_list_set_match (list, ENTENTE_MATCH_NONE);
  entente_probe_wait (count_filtered (sample) == n - 1);

  /* Once the field is deleted its section goes, and nothing is found by what it asked. */
  entente_sample_apply (sample, entente_commands_delete (ENTENTE_ENTITY_FIELD, field));
  g_assert_null (gtk_widget_get_first_child (facets));
  entente_probe_wait (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0);
  g_clear_object (&item);
  g_clear_object (&list);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_sample_settle (sample);
  entente_sample_free (sample);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/own-facets/filter", test_filter);
  return g_test_run ();
}
