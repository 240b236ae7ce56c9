/* A column view over the pairs, sorted by the heads of its columns. The list is made anew when the
 * counts change. Main thread. */
#include "config.h"

#include "entente-dyad-item.h"
#include "entente-relations-table.h"

#include <glib/gi18n.h>

struct _EntenteRelationsTable {
  GtkWidget parent_instance;

  EntenteRelationsSource *source;
  GtkSortListModel *sorted;
  GtkColumnView *view;
  GtkWidget *scrolled;
  gboolean stale; /* the pairs are those of earlier counts, or none yet */
};

G_DEFINE_FINAL_TYPE (EntenteRelationsTable, entente_relations_table, GTK_TYPE_WIDGET)

static gboolean
is_name (EntenteDyadField field)
{
  return field == ENTENTE_DYAD_FROM || field == ENTENTE_DYAD_TO;
}

/* ---- cells ---- */

/* The row is called by its sentence. */
static void
name_row (GtkWidget *label, EntenteRelationsTable *self, EntenteDyadItem *dyad)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  const EntenteDyad *values = entente_dyad_item_get_dyad (dyad);
  EntenteRelationsFigures *figures = entente_relations_source_get_figures (self->source);
  g_autofree char *text =
    entente_relations_describe (figures->chronicle, values->from, values->to, values);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* In later versions of GTK a new cell is filled before it is in its row. */
static void
map_cb (GtkWidget *label, GtkListItem *item)
{
  EntenteDyadItem *dyad = gtk_list_item_get_item (item);
  GtkWidget *table = gtk_widget_get_ancestor (label, ENTENTE_TYPE_RELATIONS_TABLE);

  if (dyad != NULL && table != NULL)
    name_row (label, ENTENTE_RELATIONS_TABLE (table), dyad);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer field)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean name = is_name (GPOINTER_TO_UINT (field));

  gtk_label_set_xalign (GTK_LABEL (label), name ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), name ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  if (!name)
    gtk_widget_add_css_class (label, "numeric");
  if (GPOINTER_TO_UINT (field) == ENTENTE_DYAD_FROM)
    g_signal_connect_object (label, "map", G_CALLBACK (map_cb), item, 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer field)
{
  EntenteDyadItem *dyad = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = entente_dyad_item_format (dyad, GPOINTER_TO_UINT (field));
  GtkWidget *table = gtk_widget_get_ancestor (label, ENTENTE_TYPE_RELATIONS_TABLE);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (GPOINTER_TO_UINT (field) == ENTENTE_DYAD_FROM && table != NULL)
    name_row (label, ENTENTE_RELATIONS_TABLE (table), dyad);
}

static GtkColumnViewColumn *
add_column (EntenteRelationsTable *self, EntenteDyadField field)
{
  gpointer data = GUINT_TO_POINTER (field);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column =
    gtk_column_view_column_new (entente_dyad_field_get_label (field), factory);
  g_autoptr (GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (entente_dyad_item_compare, data, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, is_name (field));
  gtk_column_view_append_column (self->view, column);
  return column;
}

/* ---- following ---- */

static void
fill (EntenteRelationsTable *self)
{
  EntenteRelationsFigures *figures = entente_relations_source_get_figures (self->source);
  g_autoptr (GListModel) items = NULL;

  if (!self->stale)
    return;
  self->stale = FALSE;
  if (figures != NULL)
    items = entente_dyad_items_new (figures->chronicle, figures->relations);
  gtk_sort_list_model_set_model (self->sorted, items);
}

/* A big study has so many pairs that they are listed only when somebody looks. */
static void
changed_cb (EntenteRelationsTable *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
  else
    gtk_sort_list_model_set_model (self->sorted, NULL);
}

static void
entente_relations_table_map (GtkWidget *widget)
{
  EntenteRelationsTable *self = ENTENTE_RELATIONS_TABLE (widget);

  if (self->source != NULL)
    fill (self);
  GTK_WIDGET_CLASS (entente_relations_table_parent_class)->map (widget);
}

static void
activate_cb (GtkColumnView *view, guint position, EntenteRelationsTable *self)
{
  g_autoptr (EntenteDyadItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  if (item != NULL)
    entente_relations_source_choose (self->source,
                                     &(EntenteDyadChoice){ entente_dyad_item_get_from (item),
                                                           entente_dyad_item_get_to (item),
                                                           FALSE });
}

/* ---- GObject ---- */

static void
entente_relations_table_dispose (GObject *object)
{
  EntenteRelationsTable *self = ENTENTE_RELATIONS_TABLE (object);

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->sorted);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_relations_table_parent_class)->dispose (object);
}

static void
entente_relations_table_class_init (EntenteRelationsTableClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_relations_table_dispose;
  widget_class->map = entente_relations_table_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
entente_relations_table_init (EntenteRelationsTable *self)
{
  GtkColumnViewColumn *total = NULL;
  GtkSingleSelection *selection;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (EntenteDyadField field = 0; field < ENTENTE_N_DYAD_FIELDS; field++) {
    GtkColumnViewColumn *column = add_column (self, field);

    if (field == ENTENTE_DYAD_TOTAL)
      total = column;
  }
  gtk_column_view_sort_by_column (self->view, total, GTK_SORT_DESCENDING);
  self->sorted =
    gtk_sort_list_model_new (NULL, g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Table of pairs"),
                                  -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
entente_relations_table_new (void)
{
  return g_object_new (ENTENTE_TYPE_RELATIONS_TABLE, NULL);
}

void
entente_relations_table_set_source (EntenteRelationsTable *self, EntenteRelationsSource *source)
{
  g_return_if_fail (self->source == NULL);

  self->source = g_object_ref (source);
  g_signal_connect_swapped (source, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

/* Sorted to the end, though somebody may have to wait. */
char *
entente_relations_table_format_tsv (EntenteRelationsTable *self)
{
  char *text;

  gtk_sort_list_model_set_incremental (self->sorted, FALSE);
  fill (self);
  text = entente_dyad_items_format_tsv (G_LIST_MODEL (self->sorted));
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  return text;
}
