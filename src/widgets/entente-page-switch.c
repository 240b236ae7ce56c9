/* Three toggle buttons of one group, and the name of the active one. Main thread. */
#include "config.h"

#include "entente-page-switch.h"

enum { TIMELINE, TABLE, LEDGER, N_PAGES };
static const char *const names[N_PAGES] = { "timeline", "table", "ledger" };

struct _EntentePageSwitch {
  GtkBox parent_instance;

  guint page;

  GtkToggleButton *timeline, *table, *ledger;
};

G_DEFINE_FINAL_TYPE (EntentePageSwitch, entente_page_switch, GTK_TYPE_BOX)

enum { PROP_0, PROP_PAGE, N_PROPS };
static GParamSpec *props[N_PROPS];

static GtkToggleButton *
get_button (EntentePageSwitch *self, guint page)
{
  GtkToggleButton *buttons[N_PAGES] = { self->timeline, self->table, self->ledger };

  return buttons[page];
}

static void
set_page (EntentePageSwitch *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  gtk_toggle_button_set_active (get_button (self, page), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

static void
toggled_cb (EntentePageSwitch *self)
{
  for (guint page = 0; page < N_PAGES; page++)
    if (get_button (self, page) && gtk_toggle_button_get_active (get_button (self, page)))
      set_page (self, page);
}

static void
entente_page_switch_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_PAGE)
    g_value_set_static_string (value, names[ENTENTE_PAGE_SWITCH (object)->page]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_page_switch_set_property (GObject *object,
                                  guint prop,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  if (prop == PROP_PAGE)
    entente_page_switch_set_page (ENTENTE_PAGE_SWITCH (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_page_switch_class_init (EntentePageSwitchClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = entente_page_switch_get_property;
  object_class->set_property = entente_page_switch_set_property;
  props[PROP_PAGE] =
    g_param_spec_string ("page",
                         NULL,
                         NULL,
                         names[TIMELINE],
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-page-switch.ui");
  gtk_widget_class_bind_template_child (widget_class, EntentePageSwitch, timeline);
  gtk_widget_class_bind_template_child (widget_class, EntentePageSwitch, table);
  gtk_widget_class_bind_template_child (widget_class, EntentePageSwitch, ledger);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
entente_page_switch_init (EntentePageSwitch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_toggle_button_set_active (self->timeline, TRUE);
}

const char *
entente_page_switch_get_page (EntentePageSwitch *self)
{
  return names[self->page];
}

void
entente_page_switch_set_page (EntentePageSwitch *self, const char *page)
{
  for (guint i = 0; i < N_PAGES; i++)
    if (g_strcmp0 (page, names[i]) == 0)
      set_page (self, i);
}
