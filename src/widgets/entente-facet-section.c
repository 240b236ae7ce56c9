/* Header that folds, over a list or a grid bound to an EntenteFacetList.
 *
 * Lists are virtual: a study may have a thousand articles. Rows are EntenteFacetRow. Main thread.
 */
#include "config.h"

#include "entente-enum-choice.h"
#include "entente-facet-criterion.h"
#include "entente-facet-row.h"
#include "entente-facet-section.h"
#include <glib/gi18n.h>

#define MAX_LIST_PX 264

struct _EntenteFacetSection {
  GtkBox parent_instance;

  EntenteFacet facet;
  EntenteId field; /* one of the user's own, or none */
  EntenteFacetList *list; /* or NULL */
  GtkWidget *view; /* list view, flow box, or the child given */
  GtkDropDown *match; /* of records: any, all or none of them; or NULL */
  gboolean updating;

  GtkToggleButton *header;
  GtkImage *arrow;
  GtkLabel *title;
  GtkLabel *summary;
  GtkRevealer *revealer;
};

G_DEFINE_FINAL_TYPE (EntenteFacetSection, entente_facet_section, GTK_TYPE_BOX)

static gboolean
is_grid (EntenteFacetSection *self)
{
  return self->facet == ENTENTE_FACET_GROUP;
}

/* ---- list ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteFacetSection *self)
{
  gtk_list_item_set_child (item, entente_facet_row_new (self->facet));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteFacetSection *self)
{
  EntenteFacetRow *row = ENTENTE_FACET_ROW (gtk_list_item_get_child (item));
  EntenteFacetItem *value = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (row));

  entente_facet_row_set_item (row, value);
  if (cell)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    entente_facet_item_get_label (value),
                                    -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteFacetSection *self)
{
  entente_facet_row_set_item (ENTENTE_FACET_ROW (gtk_list_item_get_child (item)), NULL);
}

/* ---- any, all or none ---- */

static const EntenteMatch matches[] = { ENTENTE_MATCH_ANY, ENTENTE_MATCH_NONE, ENTENTE_MATCH_ALL };

static void
match_cb (EntenteFacetSection *self)
{
  guint chosen = gtk_drop_down_get_selected (self->match);

  if (self->list && !self->updating && chosen < G_N_ELEMENTS (matches))
    entente_facet_list_set_match (self->list, matches[chosen]);
}

static void
update_match (EntenteFacetSection *self)
{
  EntenteMatch match = entente_facet_list_get_match (self->list);

  self->updating = TRUE;
  for (guint i = 0; self->match && i < G_N_ELEMENTS (matches); i++) {
    if (matches[i] == match)
      gtk_drop_down_set_selected (self->match, i);
  }
  self->updating = FALSE;
}

static void
list_match_cb (EntenteFacetList *list, GParamSpec *pspec, EntenteFacetSection *self)
{
  update_match (self);
}

static GtkWidget *
create_match (EntenteFacetSection *self)
{
  const char *labels[] = { _ ("Any of these"), _ ("None of these"), _ ("All of these"), NULL };

  /* Of tracks and places an event has one at most. */
  if (!entente_facet_criterion_has_several (self->facet))
    labels[2] = NULL;
  self->match = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (labels));
  gtk_widget_add_css_class (GTK_WIDGET (self->match), "facet-match");
  gtk_widget_set_halign (GTK_WIDGET (self->match), GTK_ALIGN_START);
  g_signal_connect_swapped (self->match, "notify::selected", G_CALLBACK (match_cb), self);
  return GTK_WIDGET (self->match);
}

static GtkWidget *
create_list (EntenteFacetSection *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->view, "facet-list");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_LIST_PX);
  if (!entente_facet_criterion_has_match (self->facet))
    return scroller;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), create_match (self));
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

/* ---- grid ---- */

static GtkWidget *
create_cell (gpointer item, gpointer data)
{
  EntenteFacetSection *self = data;
  GtkWidget *row = entente_facet_row_new (self->facet);
  GtkWidget *child = gtk_flow_box_child_new ();

  entente_facet_row_set_item (ENTENTE_FACET_ROW (row), item);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), row);
  gtk_widget_set_focusable (child, FALSE);
  return child;
}

static GtkWidget *
create_grid (EntenteFacetSection *self)
{
  self->view = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->view), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->view), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->view), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "facet-grid");
  return self->view;
}

/* ---- following ---- */

static void
update (EntenteFacetSection *self)
{
  g_autofree char *summary = NULL;

  g_object_get (self->list, "summary", &summary, NULL);
  entente_facet_section_set_summary (self, summary);
  update_match (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0);
}

static void
summary_cb (EntenteFacetList *list, GParamSpec *pspec, EntenteFacetSection *self)
{
  update (self);
}

static void
items_changed_cb (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  EntenteFacetSection *self)
{
  update (self);
}

static void
show_list (EntenteFacetSection *self)
{
  if (is_grid (self)) {
    gtk_flow_box_bind_model (GTK_FLOW_BOX (self->view),
                             G_LIST_MODEL (self->list),
                             create_cell,
                             self,
                             NULL);
  } else {
    g_autoptr (GtkNoSelection) selection =
      self->list ? gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))) : NULL;

    gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (selection));
  }
}

static void
expanded_cb (EntenteFacetSection *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->header);

  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header),
                               GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded,
                               -1);
}

static void
forget_list (EntenteFacetSection *self)
{
  if (!self->list)
    return;
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  show_list (self);
}

static void
entente_facet_section_dispose (GObject *object)
{
  forget_list (ENTENTE_FACET_SECTION (object));

  G_OBJECT_CLASS (entente_facet_section_parent_class)->dispose (object);
}

static void
entente_facet_section_class_init (EntenteFacetSectionClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_facet_section_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-facet-section.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteFacetSection, header);
  gtk_widget_class_bind_template_child (widget_class, EntenteFacetSection, arrow);
  gtk_widget_class_bind_template_child (widget_class, EntenteFacetSection, title);
  gtk_widget_class_bind_template_child (widget_class, EntenteFacetSection, summary);
  gtk_widget_class_bind_template_child (widget_class, EntenteFacetSection, revealer);
}

static void
entente_facet_section_init (EntenteFacetSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->header, "toggled", G_CALLBACK (expanded_cb), self);
  expanded_cb (self);
}

static EntenteFacetSection *
create_section (const char *title)
{
  EntenteFacetSection *self = g_object_new (ENTENTE_TYPE_FACET_SECTION, NULL);

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  -1);
  return self;
}

static GtkWidget *
create_with_facet (const char *title, EntenteFacet facet, EntenteId field)
{
  EntenteFacetSection *self = create_section (title);

  self->facet = facet;
  self->field = field;
  gtk_revealer_set_child (self->revealer, is_grid (self) ? create_grid (self) : create_list (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  -1);
  if (self->match)
    entente_enum_choice_set_name (self->match, title);
  return GTK_WIDGET (self);
}

GtkWidget *
entente_facet_section_new (const char *title, EntenteFacet facet)
{
  return create_with_facet (title, facet, ENTENTE_ID_NONE);
}

GtkWidget *
entente_facet_section_new_for_field (const char *title, EntenteId field)
{
  return create_with_facet (title, ENTENTE_N_FACETS, field);
}

GtkWidget *
entente_facet_section_new_for_child (const char *title, GtkWidget *child)
{
  EntenteFacetSection *self = create_section (title);

  self->view = child;
  gtk_revealer_set_child (self->revealer, child);
  return GTK_WIDGET (self);
}

void
entente_facet_section_set_session (EntenteFacetSection *self, EntenteSession *session)
{
  forget_list (self);
  if (!session)
    return;
  self->list = self->field != ENTENTE_ID_NONE
                 ? entente_facet_list_new_for_field (session, self->field)
                 : entente_facet_list_new (session, self->facet);
  g_signal_connect (self->list, "notify::match", G_CALLBACK (list_match_cb), self);
  g_signal_connect (self->list, "notify::summary", G_CALLBACK (summary_cb), self);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
  show_list (self);
  update (self);
}

void
entente_facet_section_set_summary (EntenteFacetSection *self, const char *summary)
{
  gtk_label_set_text (self->summary, summary ? summary : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  summary ? summary : "",
                                  -1);
}

void
entente_facet_section_set_expanded (EntenteFacetSection *self, gboolean expanded)
{
  gtk_toggle_button_set_active (self->header, expanded);
}
