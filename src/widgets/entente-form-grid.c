/* Rows of a form. The number of rows hangs on the grid. Main thread.
 */
#include "config.h"

#include "entente-form-grid.h"
#include "entente-form-text.h"

#define ROWS_DATA "entente-rows"

GtkWidget *
entente_form_grid_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  return grid;
}

static int
take_row (GtkWidget *grid)
{
  int row = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (grid), ROWS_DATA));

  g_object_set_data (G_OBJECT (grid), ROWS_DATA, GINT_TO_POINTER (row + 1));
  return row;
}

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  return label;
}

void
entente_form_grid_add (GtkWidget *grid, const char *name, GtkWidget *field)
{
  int row = take_row (grid);

  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (GTK_GRID (grid), create_label (name, "row-note"), 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), field, 1, row, 1, 1);
}

GtkWidget *
entente_form_grid_add_entry (GtkWidget *grid, const char *name)
{
  GtkWidget *entry = entente_form_text_new_entry (name);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), NULL);
  entente_form_grid_add (grid, name, entry);
  return entry;
}

void
entente_form_grid_add_head (GtkWidget *grid, const char *name, GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = create_label (name, "form-head");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (button)
    gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_top (box, 8);
  entente_form_grid_add_wide (grid, box);
}

void
entente_form_grid_add_wide (GtkWidget *grid, GtkWidget *child)
{
  gtk_grid_attach (GTK_GRID (grid), child, 0, take_row (grid), 2, 1);
}
