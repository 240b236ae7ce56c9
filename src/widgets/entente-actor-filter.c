/* Puts the parts of the side bar together and answers the keys of the tree.
 *
 * The tree is EntenteActorTree, its rows EntenteActorRow; what is checked is in the session's query
 * and nowhere else. Main thread.
 */
#include "config.h"

#include "entente-actor-filter.h"
#include "entente-actor-menu.h"
#include "entente-actor-options.h"
#include "entente-actor-row.h"
#include "entente-actor-tree.h"
#include "entente-between-panel.h"
#include "entente-facet-section.h"
#include "entente-own-facets.h"
#include "entente-sides.h"
#include "entente-time-panel.h"
#include <glib/gi18n.h>

struct _EntenteActorFilter {
  GtkBox parent_instance;

  EntenteSession *session; /* or NULL */
  EntenteActorTree *actors;
  GtkTreeListModel *rows;
  GtkSingleSelection *selection;
  GPtrArray *sections; /* EntenteFacetSection with a facet, borrowed */
  EntenteOwnFacets *own_facets; /* of the user's own fields */
  EntenteFacetSection *time_section;
  EntenteTimePanel *time_panel;
  gboolean updating;

  GtkSearchEntry *search;
  GtkToggleButton *any, *all, *none, *between;
  EntenteActorOptions *options;
  EntenteBetweenPanel *between_panel;
  GtkListView *tree;
  GtkWidget *nobody;
  GtkBox *facets;
};

G_DEFINE_FINAL_TYPE (EntenteActorFilter, entente_actor_filter, GTK_TYPE_BOX)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *props[N_PROPS];

/* ---- rows ---- */

/* The cell takes the keyboard, so it has the name. */
static void
described_cb (EntenteActorRow *row, GParamSpec *pspec, GtkWidget *expander)
{
  GtkWidget *cell = gtk_widget_get_parent (expander);
  g_autofree char *description = NULL;

  if (!cell)
    return;
  g_object_get (row, "description", &description, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description,
                                  -1);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteActorFilter *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = entente_actor_row_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_widget_set_focusable (expander, FALSE);
  g_signal_connect (row, "notify::description", G_CALLBACK (described_cb), expander);
  gtk_list_item_set_child (item, expander);
}

/* Is it in doubt when the actor of the row belonged to that of the row above? */
static gboolean
is_vague (EntenteActorFilter *self, GtkTreeListRow *row, EntenteActorNode *node)
{
  g_autoptr (GtkTreeListRow) above = gtk_tree_list_row_get_parent (row);
  g_autoptr (EntenteActorNode) body = above ? gtk_tree_list_row_get_item (above) : NULL;
  const EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (self->session));
  guint32 actor = entente_chronicle_find_actor (chronicle, entente_actor_node_get_id (node));
  guint32 parent = body ? entente_chronicle_find_actor (chronicle, entente_actor_node_get_id (body))
                        : ENTENTE_NO_INDEX;

  return actor != ENTENTE_NO_INDEX && parent != ENTENTE_NO_INDEX &&
         entente_sides_are_vague (chronicle, actor, parent);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteActorFilter *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  EntenteActorRow *row = ENTENTE_ACTOR_ROW (gtk_tree_expander_get_child (expander));
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (EntenteActorNode) node = gtk_tree_list_row_get_item (tree_row);

  gtk_tree_expander_set_list_row (expander, tree_row);
  entente_actor_row_set_vague (row, is_vague (self, tree_row, node));
  entente_actor_row_set_node (row, node, gtk_tree_list_row_get_depth (tree_row) == 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteActorFilter *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  gtk_tree_expander_set_list_row (expander, NULL);
  entente_actor_row_set_node (ENTENTE_ACTOR_ROW (gtk_tree_expander_get_child (expander)),
                              NULL,
                              FALSE);
}

static GListModel *
get_children_cb (gpointer node, gpointer data)
{
  return entente_actor_node_get_children (node);
}

/* The row that the keyboard is on, and its node; the caller's. */
static EntenteActorNode *
get_current (EntenteActorFilter *self, GtkTreeListRow **row)
{
  GtkWidget *cell = gtk_widget_get_focus_child (GTK_WIDGET (self->tree));
  GtkWidget *expander = cell ? gtk_widget_get_first_child (cell) : NULL;

  *row = expander ? gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander)) : NULL;
  return *row ? gtk_tree_list_row_get_item (*row) : NULL;
}

/* The actor of the row @widget is within, else of the one with the keyboard. */
static EntenteId
find_actor (GtkWidget *widget, gpointer data)
{
  GtkWidget *expander = widget ? gtk_widget_get_ancestor (widget, GTK_TYPE_TREE_EXPANDER) : NULL;
  GtkTreeListRow *row = NULL;
  g_autoptr (EntenteActorNode) node = NULL;

  if (expander)
    row = gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander));
  node = widget ? (row ? gtk_tree_list_row_get_item (row) : NULL) : get_current (data, &row);
  return node ? entente_actor_node_get_id (node) : ENTENTE_ID_NONE;
}

/* ---- keys ---- */

static gboolean
is_plain (GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0;
}

static gboolean
tree_key_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             EntenteActorFilter *self)
{
  GtkTreeListRow *row;
  g_autoptr (EntenteActorNode) node = get_current (self, &row);

  if (!node)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_space && (state & GDK_CONTROL_MASK))
    entente_actor_node_check_only (node);
  else if (keyval == GDK_KEY_space && is_plain (state))
    entente_actor_node_set_checked (node, !entente_actor_node_get_checked (node));
  else if ((keyval == GDK_KEY_b || keyval == GDK_KEY_B) && is_plain (state))
    entente_actor_node_toggle_slot (node);
  else if ((keyval == GDK_KEY_Right || keyval == GDK_KEY_Left) && is_plain (state))
    gtk_tree_list_row_set_expanded (row, keyval == GDK_KEY_Right);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
activate_cb (GtkListView *view, guint position, EntenteActorFilter *self)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  g_autoptr (EntenteActorNode) node = gtk_tree_list_row_get_item (row);

  entente_actor_node_set_checked (node, !entente_actor_node_get_checked (node));
}

/* ---- search and match ---- */

/* Down leaves the entry for the actors found. */
static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               EntenteActorFilter *self)
{
  if (keyval != GDK_KEY_Down || !is_plain (state))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->tree));
}

static void
search_cb (EntenteActorFilter *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (!self->actors)
    return;
  entente_actor_tree_set_search (self->actors, text);
  gtk_tree_list_model_set_autoexpand (self->rows, *text != '\0');
  gtk_widget_set_visible (self->nobody,
                          *text != '\0' &&
                            g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0);
}

/* Enter checks the first actor found. */
static void
search_activate_cb (EntenteActorFilter *self)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (EntenteActorNode) node = NULL;
  guint n = self->rows ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;

  search_cb (self);
  if (n == 0)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);
  node = gtk_tree_list_row_get_item (row);
  entente_actor_node_set_checked (node, !entente_actor_node_get_checked (node));
}

static void
match_cb (EntenteActorFilter *self)
{
  g_autoptr (EntenteQuery) query = NULL;
  EntenteMatch match = ENTENTE_MATCH_ANY;

  if (self->updating || !self->session)
    return;
  if (gtk_toggle_button_get_active (self->all))
    match = ENTENTE_MATCH_ALL;
  else if (gtk_toggle_button_get_active (self->none))
    match = ENTENTE_MATCH_NONE;
  else if (gtk_toggle_button_get_active (self->between))
    match = ENTENTE_MATCH_BETWEEN;
  query = entente_query_copy (entente_session_get_query (self->session));
  query->match = match;
  if (match == ENTENTE_MATCH_BETWEEN && query->actors && query->actors->len > 2)
    g_array_set_size (query->actors, 2);
  entente_session_set_query (self->session, query);
}

static void
query_cb (EntenteSession *session, GParamSpec *pspec, EntenteActorFilter *self)
{
  EntenteMatch match = entente_session_get_query (session)->match;
  GtkToggleButton *buttons[] = {
    [ENTENTE_MATCH_ANY] = self->any,
    [ENTENTE_MATCH_ALL] = self->all,
    [ENTENTE_MATCH_NONE] = self->none,
    [ENTENTE_MATCH_BETWEEN] = self->between,
  };

  self->updating = TRUE;
  gtk_toggle_button_set_active (buttons[match], TRUE);
  self->updating = FALSE;
}

static void
order_cb (EntenteActorFilter *self)
{
  if (self->actors)
    entente_actor_tree_set_order (self->actors, entente_actor_options_get_order (self->options));
}

/* ---- sections ---- */

static void
time_summary_cb (EntenteTimePanel *panel, GParamSpec *pspec, EntenteActorFilter *self)
{
  g_autofree char *summary = NULL;

  g_object_get (panel, "summary", &summary, NULL);
  entente_facet_section_set_summary (self->time_section, summary);
}

/* Of a study without events there is nothing to choose. */
static void
update_time_section (EntenteActorFilter *self)
{
  const EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (self->session));

  gtk_widget_set_visible (GTK_WIDGET (self->time_section),
                          entente_chronicle_get_n_rows (chronicle) > 0);
}

static void
add_section (EntenteActorFilter *self, const char *title, EntenteFacet facet)
{
  GtkWidget *section = entente_facet_section_new (title, facet);

  gtk_box_append (self->facets, section);
  g_ptr_array_add (self->sections, section);
}

static void
add_time_section (EntenteActorFilter *self)
{
  GtkWidget *panel = entente_time_panel_new ();
  GtkWidget *section = entente_facet_section_new_for_child (_ ("Time"), panel);

  self->time_panel = ENTENTE_TIME_PANEL (panel);
  self->time_section = ENTENTE_FACET_SECTION (section);
  g_signal_connect (panel, "notify::summary", G_CALLBACK (time_summary_cb), self);
  gtk_box_append (self->facets, section);
}

static void
add_sections (EntenteActorFilter *self)
{
  add_section (self, _ ("Kind"), ENTENTE_FACET_GROUP);
  add_section (self, _ ("Evidence"), ENTENTE_FACET_EVIDENCE);
  add_time_section (self);
  add_section (self, _ ("Round"), ENTENTE_FACET_ROUND);
  add_section (self, _ ("Track"), ENTENTE_FACET_TRACK);
  add_section (self, _ ("Issue"), ENTENTE_FACET_ISSUE);
  add_section (self, _ ("Judgement"), ENTENTE_FACET_JUDGEMENT);
  add_section (self, _ ("Mode"), ENTENTE_FACET_MODE);
  add_section (self, _ ("Answer"), ENTENTE_FACET_ANSWERED);
  add_section (self, _ ("Status"), ENTENTE_FACET_STATUS);
  add_section (self, _ ("Date"), ENTENTE_FACET_DATED);
  add_section (self, _ ("Medium"), ENTENTE_FACET_MEDIUM);
  add_section (self, _ ("Place"), ENTENTE_FACET_PLACE);
  add_section (self, _ ("Article"), ENTENTE_FACET_ARTICLE);
  add_section (self, _ ("Outlet"), ENTENTE_FACET_OUTLET);
  add_section (self, _ ("Speaker"), ENTENTE_FACET_SPEAKER);
  self->own_facets = ENTENTE_OWN_FACETS (entente_own_facets_new ());
  gtk_box_append (self->facets, GTK_WIDGET (self->own_facets));
  entente_facet_section_set_expanded (self->sections->pdata[1], TRUE);
}

/* ---- GObject ---- */

static void
forget_session (EntenteActorFilter *self)
{
  if (!self->session)
    return;
  g_signal_handlers_disconnect_by_func (self->session, query_cb, self);
  g_signal_handlers_disconnect_by_func (entente_session_get_study (self->session),
                                        update_time_section,
                                        self);
  gtk_list_view_set_model (self->tree, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->actors);
  g_clear_object (&self->session);
}

static void
entente_actor_filter_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_SESSION)
    g_value_set_object (value, ENTENTE_ACTOR_FILTER (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_actor_filter_set_property (GObject *object,
                                   guint prop,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (prop == PROP_SESSION)
    entente_actor_filter_set_session (ENTENTE_ACTOR_FILTER (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_actor_filter_dispose (GObject *object)
{
  EntenteActorFilter *self = ENTENTE_ACTOR_FILTER (object);

  forget_session (self);
  g_clear_pointer (&self->sections, g_ptr_array_unref);

  G_OBJECT_CLASS (entente_actor_filter_parent_class)->dispose (object);
}

static void
entente_actor_filter_class_init (EntenteActorFilterClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = entente_actor_filter_dispose;
  object_class->get_property = entente_actor_filter_get_property;
  object_class->set_property = entente_actor_filter_set_property;
  props[PROP_SESSION] =
    g_param_spec_object ("session",
                         NULL,
                         NULL,
                         ENTENTE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ENTENTE_TYPE_ACTOR_OPTIONS);
  g_type_ensure (ENTENTE_TYPE_BETWEEN_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-actor-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, search);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, options);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, any);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, all);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, none);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, between);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, between_panel);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, tree);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, nobody);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorFilter, facets);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, match_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
}

static void
entente_actor_filter_init (EntenteActorFilter *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *search_keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->sections = g_ptr_array_new ();
  add_sections (self);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->tree, factory);
  g_signal_connect (self->tree, "activate", G_CALLBACK (activate_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (tree_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->tree), keys);
  entente_actor_menu_attach (GTK_WIDGET (self->tree), find_actor, self);
  gtk_event_controller_set_propagation_phase (search_keys, GTK_PHASE_CAPTURE);
  g_signal_connect (search_keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), search_keys);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->tree));
}

static void
take_session (EntenteActorFilter *self, EntenteSession *session)
{
  GListModel *roots;

  self->session = g_object_ref (session);
  self->actors = entente_actor_tree_new (session);
  order_cb (self);
  roots = g_object_ref (entente_actor_tree_get_roots (self->actors));
  self->rows = gtk_tree_list_model_new (roots, FALSE, FALSE, get_children_cb, NULL, NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->tree, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect (session, "notify::query", G_CALLBACK (query_cb), self);
  query_cb (session, NULL, self);
  g_signal_connect_swapped (entente_session_get_study (session),
                            "changed",
                            G_CALLBACK (update_time_section),
                            self);
  update_time_section (self);
}

void
entente_actor_filter_set_session (EntenteActorFilter *self, EntenteSession *session)
{
  if (self->session == session)
    return;
  forget_session (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (session)
    take_session (self, session);
  entente_actor_options_set_session (self->options, session);
  entente_between_panel_set_session (self->between_panel, session);
  entente_time_panel_set_session (self->time_panel, session);
  for (guint i = 0; i < self->sections->len; i++)
    entente_facet_section_set_session (self->sections->pdata[i], session);
  entente_own_facets_set_session (self->own_facets, session);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

void
entente_actor_filter_focus_search (EntenteActorFilter *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
