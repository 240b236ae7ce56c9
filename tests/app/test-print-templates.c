/* Tests of the popover of templates: what is chosen is saved, comes back when it is chosen again,
 * and each change is a step that can be undone. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-print-templates.h"
#include "entente-templates.h"
#include <adwaita.h>

typedef struct {
  EntenteAppFixture *fixture;
  GtkWidget *window;
  EntentePrintTemplates *popover;
  EntentePrintChoice chosen;
  guint n_chosen;
} Place;

static void
chosen_cb (Place *place, gpointer choice)
{
  place->chosen = *(const EntentePrintChoice *) choice;
  place->n_chosen++;
}

static void
set_up (Place *place, gconstpointer data)
{
  GtkWidget *button = gtk_menu_button_new ();

  place->fixture = entente_app_fixture_new ();
  place->window = gtk_window_new ();
  place->popover = g_object_new (ENTENTE_TYPE_PRINT_TEMPLATES, NULL);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (place->popover));
  gtk_window_set_child (GTK_WINDOW (place->window), button);
  g_signal_connect_swapped (place->popover, "chosen", G_CALLBACK (chosen_cb), place);
  entente_print_templates_set_session (place->popover, place->fixture->session);
  gtk_window_present (GTK_WINDOW (place->window));
  entente_app_rest (200);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  entente_app_rest (200);
}

static void
tear_down (Place *place, gconstpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (place->popover));
  gtk_window_destroy (GTK_WINDOW (place->window));
  entente_app_rest (100);
  entente_app_fixture_free (place->fixture);
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, name);

    if (found)
      return found;
  }
  return NULL;
}

static GtkWidget *
get (Place *place, const char *name)
{
  return find_named (GTK_WIDGET (place->popover), name);
}

static GtkListBoxRow *
get_row (Place *place, int i)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (get (place, "list")), i);
}

/* The nth button of a row: rename, delete. */
static GtkWidget *
get_button (Place *place, int row, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_list_box_row_get_child (get_row (place, row)));

  for (; child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && n-- == 0)
      return child;
  return NULL;
}

static void
write_name (Place *place, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (get (place, "name")), name);
  g_signal_emit_by_name (get (place, "save_button"), "clicked");
  entente_app_rest (300);
}

static char *
list_names (Place *place)
{
  g_autoptr (GPtrArray) templates = entente_study_list_templates (place->fixture->study, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < templates->len; i++)
    g_string_append_printf (names, "%s;", ((EntenteTemplate *) templates->pdata[i])->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_names (Place *place, const char *expected)
{
  g_autofree char *names = list_names (place);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_save_and_choose (Place *place, gconstpointer data)
{
  EntentePrintChoice choice;

  entente_print_choice_init (&choice);
  entente_print_choice_set_kind (&choice, "dossier");
  choice.landscape = TRUE;
  entente_print_templates_set_choice (place->popover, &choice);
  write_name (place, "  Briefing ");
  assert_names (place, "Briefing;");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (place, "name"))), ==, "");
  g_signal_emit_by_name (get (place, "list"), "row-activated", get_row (place, 0));
  g_assert_cmpuint (place->n_chosen, ==, 1);
  g_assert_cmpstr (entente_print_choice_get_kind (&place->chosen), ==, "dossier");
  g_assert_true (place->chosen.landscape);
}

/* The button says that a name is taken, before it is. */
static void
test_overwrite (Place *place, gconstpointer data)
{
  GtkButton *button = GTK_BUTTON (get (place, "save_button"));
  EntentePrintChoice choice;

  write_name (place, "Briefing");
  gtk_editable_set_text (GTK_EDITABLE (get (place, "name")), "New");
  g_assert_cmpstr (gtk_button_get_label (button), ==, "Save");
  gtk_editable_set_text (GTK_EDITABLE (get (place, "name")), "briefing");
  g_assert_cmpstr (gtk_button_get_label (button), ==, "Overwrite");
  entente_print_choice_init (&choice);
  entente_print_choice_set_kind (&choice, "poster");
  entente_print_templates_set_choice (place->popover, &choice);
  write_name (place, "briefing");
  assert_names (place, "briefing;");
  g_signal_emit_by_name (get (place, "list"), "row-activated", get_row (place, 0));
  g_assert_true (place->chosen.poster);
}

static void
test_rename (Place *place, gconstpointer data)
{
  GtkWidget *trouble = get (place, "trouble");

  write_name (place, "Briefing");
  write_name (place, "Notes");
  g_signal_emit_by_name (get_button (place, 0, 0), "clicked");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get (place, "save_button"))), ==, "Rename");
  write_name (place, "notes");
  g_assert_true (gtk_widget_get_visible (trouble));
  assert_names (place, "Briefing;Notes;");
  write_name (place, "Chapter 1");
  g_assert_false (gtk_widget_get_visible (trouble));
  assert_names (place, "Chapter 1;Notes;");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get (place, "save_button"))), ==, "Save");
}

static void
test_delete_and_undo (Place *place, gconstpointer data)
{
  g_autoptr (EntenteChangeSet) undone = NULL;

  write_name (place, "Briefing");
  g_signal_emit_by_name (get_button (place, 0, 1), "clicked");
  entente_app_rest (300);
  assert_names (place, "");
  g_assert_null (get_row (place, 0));
  undone = entente_study_undo (place->fixture->study, NULL);
  entente_app_rest (300);
  assert_names (place, "Briefing;");
  g_assert_nonnull (get_row (place, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add (name, Place, NULL, set_up, func, tear_down)
  ADD ("/print-templates/save-and-choose", test_save_and_choose);
  ADD ("/print-templates/overwrite", test_overwrite);
  ADD ("/print-templates/rename", test_rename);
  ADD ("/print-templates/delete-and-undo", test_delete_and_undo);
  return g_test_run ();
}
