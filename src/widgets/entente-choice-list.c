/* Rows are made for what shows; the choice is kept in the items. Main thread.
 */
#include "config.h"

#include "entente-choice-list.h"
#include "entente-label.h"
#include <glib/gi18n.h>

#define MIN_HEIGHT_PX 260

/* ---- an item ---- */

#define ENTENTE_TYPE_CHOICE_ITEM (entente_choice_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteChoiceItem, entente_choice_item, ENTENTE, CHOICE_ITEM, GObject)

struct _EntenteChoiceItem {
  GObject parent_instance;

  gint64 number;
  char *text;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (EntenteChoiceItem, entente_choice_item, G_TYPE_OBJECT)

enum { ITEM_PROP_0, ITEM_PROP_TEXT, ITEM_PROP_CHOSEN, N_ITEM_PROPS };
static GParamSpec *item_props[N_ITEM_PROPS];

static void
set_chosen (EntenteChoiceItem *self, gboolean chosen)
{
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), item_props[ITEM_PROP_CHOSEN]);
}

static void
entente_choice_item_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == ITEM_PROP_TEXT)
    g_value_set_string (value, ENTENTE_CHOICE_ITEM (object)->text);
  else if (prop == ITEM_PROP_CHOSEN)
    g_value_set_boolean (value, ENTENTE_CHOICE_ITEM (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_choice_item_set_property (GObject *object,
                                  guint prop,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  if (prop == ITEM_PROP_CHOSEN)
    set_chosen (ENTENTE_CHOICE_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_choice_item_finalize (GObject *object)
{
  g_free (ENTENTE_CHOICE_ITEM (object)->text);

  G_OBJECT_CLASS (entente_choice_item_parent_class)->finalize (object);
}

static void
entente_choice_item_class_init (EntenteChoiceItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = entente_choice_item_get_property;
  object_class->set_property = entente_choice_item_set_property;
  object_class->finalize = entente_choice_item_finalize;
  item_props[ITEM_PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  item_props[ITEM_PROP_CHOSEN] =
    g_param_spec_boolean ("chosen",
                          NULL,
                          NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_ITEM_PROPS, item_props);
}

static void
entente_choice_item_init (EntenteChoiceItem *self)
{
}

/* ---- the list ---- */

struct _EntenteChoiceList {
  GtkBox parent_instance;

  GListStore *items;
  GtkFilterListModel *shown;
  GtkWidget *view;
  GtkWidget *count;
  guint n_chosen;
};

G_DEFINE_FINAL_TYPE (EntenteChoiceList, entente_choice_list, GTK_TYPE_BOX)

static guint changed_signal;

/* "3 of 20 chosen" */
static void
show_count (EntenteChoiceList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *text = g_strdup_printf (_ ("%u of %u chosen"), self->n_chosen, n);

  gtk_label_set_text (GTK_LABEL (self->count), text);
}

static void
chosen_cb (EntenteChoiceItem *item, GParamSpec *pspec, EntenteChoiceList *self)
{
  if (item->chosen)
    self->n_chosen++;
  else
    self->n_chosen--;
  show_count (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
choose_shown (EntenteChoiceList *self, gboolean chosen)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++) {
    g_autoptr (EntenteChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

    set_chosen (item, chosen);
  }
}

static void
all_cb (EntenteChoiceList *self)
{
  choose_shown (self, TRUE);
}

static void
none_cb (EntenteChoiceList *self)
{
  choose_shown (self, FALSE);
}

/* Enter or a click on a row. */
static void
activate_cb (GtkListView *view, guint position, EntenteChoiceList *self)
{
  g_autoptr (EntenteChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  set_chosen (item, !item->chosen);
}

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *row, EntenteChoiceList *self)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = entente_label_new (NULL, NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_list_item_set_child (row, check);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *row, EntenteChoiceList *self)
{
  GtkWidget *check = gtk_list_item_get_child (row);
  EntenteChoiceItem *item = gtk_list_item_get_item (row);
  GBinding *binding;

  gtk_label_set_text (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (check))),
                      item->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  item->text,
                                  -1);
  binding = g_object_bind_property (item,
                                    "chosen",
                                    check,
                                    "active",
                                    G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (row), "entente-binding", binding);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *row, EntenteChoiceList *self)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (row), "entente-binding");

  g_binding_unbind (binding);
}

static GtkListItemFactory *
create_factory (EntenteChoiceList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  return factory;
}

/* ---- parts ---- */

static GtkWidget *
create_button (EntenteChoiceList *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
create_bar (EntenteChoiceList *self, GtkFilter *filter)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *search = gtk_search_entry_new ();

  gtk_widget_set_hexpand (search, TRUE);
  g_object_set (search, "placeholder-text", _ ("Search"), NULL);
  g_object_bind_property (search, "text", filter, "search", G_BINDING_DEFAULT);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "row-note");
  gtk_box_append (GTK_BOX (bar), search);
  gtk_box_append (GTK_BOX (bar), create_button (self, _ ("_All Shown"), G_CALLBACK (all_cb)));
  gtk_box_append (GTK_BOX (bar), create_button (self, _ ("_None"), G_CALLBACK (none_cb)));
  return bar;
}

static GtkWidget *
create_view (EntenteChoiceList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSelectionModel *selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown))));

  self->view = gtk_list_view_new (selection, create_factory (self));
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT_PX);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "long-text");
  return scroller;
}

static void
entente_choice_list_dispose (GObject *object)
{
  EntenteChoiceList *self = ENTENTE_CHOICE_LIST (object);

  if (self->view)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->view), NULL);
  self->view = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (entente_choice_list_parent_class)->dispose (object);
}

static void
entente_choice_list_class_init (EntenteChoiceListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_choice_list_dispose;
  changed_signal = g_signal_new ("changed",
                                 ENTENTE_TYPE_CHOICE_LIST,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

static void
entente_choice_list_init (EntenteChoiceList *self)
{
  GtkExpression *text = gtk_property_expression_new (ENTENTE_TYPE_CHOICE_ITEM, NULL, "text");
  GtkFilter *filter = GTK_FILTER (gtk_string_filter_new (text));

  self->items = g_list_store_new (ENTENTE_TYPE_CHOICE_ITEM);
  self->shown =
    gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), g_object_ref (filter));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), create_bar (self, filter));
  gtk_box_append (GTK_BOX (self), create_view (self));
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_box_append (GTK_BOX (self), self->count);
  g_object_unref (filter);
  show_count (self);
}

GtkWidget *
entente_choice_list_new (const char *label)
{
  EntenteChoiceList *self = g_object_new (ENTENTE_TYPE_CHOICE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  return GTK_WIDGET (self);
}

void
entente_choice_list_add (EntenteChoiceList *self, gint64 number, const char *text)
{
  g_autoptr (EntenteChoiceItem) item = g_object_new (ENTENTE_TYPE_CHOICE_ITEM, NULL);

  item->number = number;
  item->text = g_strdup (text);
  g_signal_connect_object (item, "notify::chosen", G_CALLBACK (chosen_cb), self, 0);
  g_list_store_append (self->items, item);
  show_count (self);
}

GArray *
entente_choice_list_dup_chosen (EntenteChoiceList *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
    g_autoptr (EntenteChoiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    if (item->chosen)
      g_array_append_val (chosen, item->number);
  }
  return chosen;
}
