/* One source of counts, one area for the pictures, one table; a bar that says what is counted. Main
 * thread. */
#include "config.h"

#include "entente-dyad-item.h"
#include "entente-enum-choice.h"
#include "entente-relations-table.h"
#include "entente-relations-view.h"

#include <glib/gi18n.h>

#define PAGE_TABLE ENTENTE_N_RELATIONS_FORMS
#define N_PAGES (ENTENTE_N_RELATIONS_FORMS + 1)

struct _EntenteRelationsView {
  GtkBox parent_instance;

  EntenteSession *session;
  EntenteRelationsSource *source;
  guint page; /* EntenteRelationsForm or PAGE_TABLE */
  gboolean updating;
  gboolean wants_keyboard; /* for the places, once they are counted */

  GtkToggleButton *matrix, *network, *activity, *pairs;
  GtkDropDown *order;
  GtkCheckButton *members;
  GtkLabel *sentence, *counts;
  GtkWidget *back;
  GtkStack *pages;
  EntenteRelationsArea *area;
  EntenteRelationsTable *table;
};

G_DEFINE_FINAL_TYPE (EntenteRelationsView, entente_relations_view, GTK_TYPE_BOX)

enum { PROP_0, PROP_PAGE, N_PROPS };
static GParamSpec *props[N_PROPS];

static const char *
get_page_name (guint page)
{
  return page == PAGE_TABLE ? "table" : entente_relations_form_get_nick (page);
}

/* ---- what is counted ---- */

static gboolean
has_moves (EntenteRelationsView *self)
{
  EntenteRelationsFigures *figures = entente_relations_source_get_figures (self->source);

  return figures != NULL && entente_relations_get_n_directed (figures->relations) > 0;
}

static void
show_page (EntenteRelationsView *self)
{
  const char *name = "area";

  if (self->source != NULL && entente_relations_source_get_figures (self->source) == NULL)
    name = "counting";
  else if (self->source != NULL && !has_moves (self))
    name = "empty";
  else if (self->page == PAGE_TABLE)
    name = "table";
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_sensitive (GTK_WIDGET (self->order),
                            self->page == ENTENTE_RELATIONS_MATRIX ||
                              self->page == ENTENTE_RELATIONS_ACTIVITY);
}

static char *
format_counts (EntenteRelationsView *self)
{
  EntenteRelationsFigures *figures = entente_relations_source_get_figures (self->source);
  guint n;

  if (figures == NULL)
    return g_strdup (_ ("Counting…"));
  if (self->page != PAGE_TABLE)
    return entente_relations_area_describe (self->area);
  entente_relations_get_dyads (figures->relations, &n);
  return g_strdup_printf (ngettext ("%'u of %'u pair.", "%'u of %'u pairs.", n),
                          MIN (n, ENTENTE_DYAD_ITEMS_MAX),
                          n);
}

static void
show_counts (EntenteRelationsView *self)
{
  const EntenteQuery *query = entente_relations_source_get_query (self->source);
  EntenteStudy *study = entente_session_get_study (self->session);
  g_autofree char *sentence = entente_study_format_query (study, query);
  g_autofree char *counts = format_counts (self);

  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->counts, counts != NULL ? counts : "");
  gtk_widget_set_visible (self->back, entente_relations_source_get_chosen (self->source) != NULL);
  self->updating = TRUE;
  gtk_check_button_set_active (self->members, query->members);
  self->updating = FALSE;
}

static GtkToggleButton *
get_button (EntenteRelationsView *self, guint page)
{
  GtkToggleButton *buttons[N_PAGES] = { self->matrix, self->network, self->activity, self->pairs };

  return buttons[page];
}

/* What was asked for while nothing was counted, unless somebody has gone elsewhere since. */
static void
give_keyboard (EntenteRelationsView *self)
{
  GtkWidget *button = GTK_WIDGET (get_button (self, self->page));

  if (!self->wants_keyboard || !has_moves (self))
    return;
  self->wants_keyboard = FALSE;
  if (gtk_widget_is_focus (button))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
update (EntenteRelationsView *self)
{
  if (self->session == NULL)
    return;
  show_page (self);
  show_counts (self);
  give_keyboard (self);
}

/* ---- callbacks ---- */

static void
set_page (EntenteRelationsView *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  if (page != PAGE_TABLE)
    entente_relations_area_set_form (self->area, page);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
toggled_cb (EntenteRelationsView *self)
{
  for (guint page = 0; page < N_PAGES; page++)
    if (get_button (self, page) != NULL && gtk_toggle_button_get_active (get_button (self, page)))
      set_page (self, page);
}

static void
order_cb (EntenteRelationsView *self)
{
  entente_relations_area_set_order (self->area, gtk_drop_down_get_selected (self->order));
}

static void
members_cb (EntenteRelationsView *self)
{
  if (!self->updating && self->source != NULL)
    entente_relations_source_set_members (self->source,
                                          gtk_check_button_get_active (self->members));
}

/* To the places of what shows; to the buttons while it has none. */
static gboolean
entente_relations_view_grab_focus (GtkWidget *widget)
{
  EntenteRelationsView *self = ENTENTE_RELATIONS_VIEW (widget);

  if (self->source != NULL && has_moves (self) &&
      (self->page == PAGE_TABLE
         ? gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD)
         : gtk_widget_grab_focus (GTK_WIDGET (self->area))))
    return TRUE;
  self->wants_keyboard = TRUE;
  return gtk_widget_grab_focus (GTK_WIDGET (get_button (self, self->page)));
}

static void
back_cb (EntenteRelationsView *self)
{
  entente_relations_source_choose (self->source, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* ---- GObject ---- */

static void
entente_relations_view_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_PAGE)
    g_value_set_string (value, get_page_name (ENTENTE_RELATIONS_VIEW (object)->page));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_relations_view_set_property (GObject *object,
                                     guint prop,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  EntenteRelationsView *self = ENTENTE_RELATIONS_VIEW (object);

  if (prop != PROP_PAGE) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
    return;
  }
  for (guint page = 0; page < N_PAGES; page++)
    if (g_strcmp0 (g_value_get_string (value), get_page_name (page)) == 0)
      gtk_toggle_button_set_active (get_button (self, page), TRUE);
}

static void
entente_relations_view_dispose (GObject *object)
{
  EntenteRelationsView *self = ENTENTE_RELATIONS_VIEW (object);

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->source);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_relations_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-relations-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, matrix);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, network);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, activity);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, pairs);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, order);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, members);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, sentence);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, counts);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, back);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, pages);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, area);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsView, table);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, members_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
entente_relations_view_class_init (EntenteRelationsViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  g_type_ensure (ENTENTE_TYPE_RELATIONS_AREA);
  g_type_ensure (ENTENTE_TYPE_RELATIONS_TABLE);
  object_class->get_property = entente_relations_view_get_property;
  object_class->set_property = entente_relations_view_set_property;
  object_class->dispose = entente_relations_view_dispose;
  props[PROP_PAGE] =
    g_param_spec_string ("page",
                         NULL,
                         NULL,
                         get_page_name (0),
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  GTK_WIDGET_CLASS (class)->grab_focus = entente_relations_view_grab_focus;
  bind_template (GTK_WIDGET_CLASS (class));
}

static void
entente_relations_view_init (EntenteRelationsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  entente_enum_choice_set_name (self->order, _ ("Order of the actors"));
  gtk_toggle_button_set_active (self->matrix, TRUE);
}

void
entente_relations_view_set_session (EntenteRelationsView *self, EntenteSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->source = entente_relations_source_new (session);
  entente_relations_area_set_source (self->area, self->source);
  entente_relations_table_set_source (self->table, self->source);
  g_signal_connect_swapped (self->area, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->source, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->source, "chosen-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::query", G_CALLBACK (update), self);
  update (self);
}

EntenteRelationsSource *
entente_relations_view_get_source (EntenteRelationsView *self)
{
  return self->source;
}

EntenteRelationsForm
entente_relations_view_get_form (EntenteRelationsView *self)
{
  return self->page == PAGE_TABLE ? ENTENTE_RELATIONS_MATRIX : self->page;
}

EntentePartyOrder
entente_relations_view_get_order (EntenteRelationsView *self)
{
  return gtk_drop_down_get_selected (self->order);
}

char *
entente_relations_view_format_tsv (EntenteRelationsView *self)
{
  return entente_relations_table_format_tsv (self->table);
}
