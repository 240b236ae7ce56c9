/* A value of a facet, for a row: its list tells it what is counted and whether it is on; switching
 * it goes to the list. Main thread. */
#include "config.h"

#include "entente-facet-private.h"

G_DEFINE_FINAL_TYPE (EntenteFacetItem, entente_facet_item, G_TYPE_OBJECT)

enum { ITEM_PROP_0, PROP_LABEL, PROP_COUNT, PROP_TOTAL, PROP_CHECKED, N_ITEM_PROPS };
static GParamSpec *item_props[N_ITEM_PROPS];

static void
entente_facet_item_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteFacetItem *self = ENTENTE_FACET_ITEM (object);

  switch (prop) {
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  case PROP_COUNT:
    g_value_set_uint (value, self->count);
    break;
  case PROP_TOTAL:
    g_value_set_uint (value, self->total);
    break;
  case PROP_CHECKED:
    g_value_set_boolean (value, self->checked);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_facet_item_set_property (GObject *object,
                                 guint prop,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  if (prop == PROP_CHECKED)
    entente_facet_item_set_checked (ENTENTE_FACET_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_facet_item_finalize (GObject *object)
{
  g_free (ENTENTE_FACET_ITEM (object)->label);

  G_OBJECT_CLASS (entente_facet_item_parent_class)->finalize (object);
}

#define READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static void
entente_facet_item_class_init (EntenteFacetItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = entente_facet_item_finalize;
  object_class->get_property = entente_facet_item_get_property;
  object_class->set_property = entente_facet_item_set_property;

  item_props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, READABLE);
  item_props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, READABLE);
  item_props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, READABLE);
  item_props[PROP_CHECKED] =
    g_param_spec_boolean ("checked", NULL, NULL, FALSE, READABLE | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_ITEM_PROPS, item_props);
}

static void
entente_facet_item_init (EntenteFacetItem *self)
{
}

static void
update_uint (EntenteFacetItem *self, guint *field, guint value, guint prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), item_props[prop]);
}

void
entente_facet_item_update_counts (EntenteFacetItem *self, guint count, guint total)
{
  update_uint (self, &self->count, count, PROP_COUNT);
  update_uint (self, &self->total, total, PROP_TOTAL);
}

void
entente_facet_item_update_checked (EntenteFacetItem *self, gboolean checked)
{
  if (self->checked == checked)
    return;
  self->checked = checked;
  g_object_notify_by_pspec (G_OBJECT (self), item_props[PROP_CHECKED]);
}

void
entente_facet_item_update_label (EntenteFacetItem *self, const char *label)
{
  g_autofree char *shown = self->is_named ? entente_label_capitalise (label) : g_strdup (label);

  if (g_strcmp0 (self->label, shown) == 0)
    return;
  g_free (self->label);
  self->label = g_steal_pointer (&shown);
  g_object_notify_by_pspec (G_OBJECT (self), item_props[PROP_LABEL]);
}

guint
entente_facet_item_get_value (EntenteFacetItem *self)
{
  return self->value;
}

const char *
entente_facet_item_get_label (EntenteFacetItem *self)
{
  return self->label;
}

guint
entente_facet_item_get_count (EntenteFacetItem *self, guint *total)
{
  if (total)
    *total = self->total;
  return self->count;
}

guint
entente_facet_item_get_depth (EntenteFacetItem *self)
{
  return self->depth;
}

void
entente_facet_item_set_depth (EntenteFacetItem *self, guint depth)
{
  if (self->depth == depth)
    return;
  self->depth = depth;
  g_object_notify_by_pspec (G_OBJECT (self), item_props[PROP_LABEL]); /* it stands elsewhere */
}

gboolean
entente_facet_item_get_checked (EntenteFacetItem *self)
{
  return self->checked;
}

void
entente_facet_item_set_checked (EntenteFacetItem *self, gboolean checked)
{
  if (self->checked != !!checked && self->list)
    entente_facet_list_switch (self->list, self->value, checked);
}

void
entente_facet_item_check_only (EntenteFacetItem *self)
{
  if (self->list)
    entente_facet_list_switch_to (self->list, self->value);
}
