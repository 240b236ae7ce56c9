/* An actor as a row of the tree: values handed down by the tree, a check that goes up to the
 * session.
 *
 * Owned by EntenteActorTree; unique by actor within it, also when it stands under two bodies. Main
 * thread.
 */
#include "config.h"

#include "entente-actor-values.h"
#include "entente-list-splice.h"
#include <string.h>

enum {
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_CODE,
  PROP_COLOUR,
  PROP_HIT,
  PROP_COUNT,
  PROP_TOTAL,
  PROP_HUE,
  PROP_CHECKED,
  PROP_IMPLIED,
  PROP_MENTIONED_ONLY,
  PROP_BINS_VERSION,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

struct _EntenteActorNode {
  GObject parent_instance;

  EntenteSession *session;
  EntenteId id;
  char *name, *code, *colour, *hit;
  guint count, total, hue;
  gboolean checked, implied, mentioned_only;
  guint bins[2][ENTENTE_ACTOR_BINS]; /* filtered, all */
  guint bins_version;
  GListStore *children; /* empty for a leaf */
  gboolean is_parent;
};

G_DEFINE_FINAL_TYPE (EntenteActorNode, entente_actor_node, G_TYPE_OBJECT)

static void
notify (EntenteActorNode *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
update_string (EntenteActorNode *self, char **field, const char *value, guint prop)
{
  if (g_strcmp0 (*field, value) == 0)
    return;
  g_free (*field);
  *field = g_strdup (value);
  notify (self, prop);
}

static void
update_uint (EntenteActorNode *self, guint *field, guint value, guint prop)
{
  if (*field == value)
    return;
  *field = value;
  notify (self, prop);
}

static void
update_boolean (EntenteActorNode *self, gboolean *field, gboolean value, guint prop)
{
  if (!*field == !value)
    return;
  *field = !!value;
  notify (self, prop);
}

/* Between two actors there are two slots: the newest takes the second. */
static void
check_in (EntenteQuery *query, EntenteId id)
{
  if (query->match == ENTENTE_MATCH_BETWEEN && query->actors && query->actors->len > 1)
    g_array_set_size (query->actors, 1);
  entente_query_toggle_id (&query->actors, id, TRUE);
}

static void
entente_actor_node_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteActorNode *self = ENTENTE_ACTOR_NODE (object);

  switch (prop) {
  case PROP_ID:
    g_value_set_int64 (value, self->id);
    break;
  case PROP_NAME:
    g_value_set_string (value, self->name);
    break;
  case PROP_CODE:
    g_value_set_string (value, self->code);
    break;
  case PROP_COLOUR:
    g_value_set_string (value, self->colour);
    break;
  case PROP_HIT:
    g_value_set_string (value, self->hit);
    break;
  case PROP_COUNT:
    g_value_set_uint (value, self->count);
    break;
  case PROP_TOTAL:
    g_value_set_uint (value, self->total);
    break;
  case PROP_HUE:
    g_value_set_uint (value, self->hue);
    break;
  case PROP_CHECKED:
    g_value_set_boolean (value, self->checked);
    break;
  case PROP_IMPLIED:
    g_value_set_boolean (value, self->implied);
    break;
  case PROP_MENTIONED_ONLY:
    g_value_set_boolean (value, self->mentioned_only);
    break;
  case PROP_BINS_VERSION:
    g_value_set_uint (value, self->bins_version);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_actor_node_set_property (GObject *object,
                                 guint prop,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  EntenteActorNode *self = ENTENTE_ACTOR_NODE (object);

  if (prop == PROP_CHECKED)
    entente_actor_node_set_checked (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_actor_node_finalize (GObject *object)
{
  EntenteActorNode *self = ENTENTE_ACTOR_NODE (object);

  g_object_unref (self->session);
  g_object_unref (self->children);
  g_free (self->name);
  g_free (self->code);
  g_free (self->colour);
  g_free (self->hit);

  G_OBJECT_CLASS (entente_actor_node_parent_class)->finalize (object);
}

#define READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static GParamSpec *
string_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, READABLE);
}

static GParamSpec *
uint_property (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, READABLE);
}

static GParamSpec *
boolean_property (const char *name, GParamFlags flags)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
}

static void
entente_actor_node_class_init (EntenteActorNodeClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = entente_actor_node_finalize;
  object_class->get_property = entente_actor_node_get_property;
  object_class->set_property = entente_actor_node_set_property;

  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, READABLE);
  props[PROP_NAME] = string_property ("name");
  props[PROP_CODE] = string_property ("code");
  props[PROP_COLOUR] = string_property ("colour");
  props[PROP_HIT] = string_property ("hit");
  props[PROP_COUNT] = uint_property ("count");
  props[PROP_TOTAL] = uint_property ("total");
  props[PROP_HUE] = uint_property ("hue");
  props[PROP_CHECKED] = boolean_property ("checked", READABLE | G_PARAM_WRITABLE);
  props[PROP_IMPLIED] = boolean_property ("implied", READABLE);
  props[PROP_MENTIONED_ONLY] = boolean_property ("mentioned-only", READABLE);
  props[PROP_BINS_VERSION] = uint_property ("bins-version");
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
entente_actor_node_init (EntenteActorNode *self)
{
  self->children = g_list_store_new (ENTENTE_TYPE_ACTOR_NODE);
  self->hue = G_MAXUINT;
}

EntenteActorNode *
entente_actor_node_new (EntenteSession *session, EntenteId id)
{
  EntenteActorNode *self = g_object_new (ENTENTE_TYPE_ACTOR_NODE, NULL);

  self->session = g_object_ref (session);
  self->id = id;
  return self;
}

void
entente_actor_node_set_values (EntenteActorNode *self, const EntenteActorValues *values)
{
  g_object_freeze_notify (G_OBJECT (self));
  update_string (self, &self->name, values->name, PROP_NAME);
  update_string (self, &self->code, values->code, PROP_CODE);
  update_string (self, &self->colour, values->colour, PROP_COLOUR);
  update_string (self, &self->hit, values->hit, PROP_HIT);
  update_uint (self, &self->count, values->count, PROP_COUNT);
  update_uint (self, &self->total, values->total, PROP_TOTAL);
  update_uint (self, &self->hue, values->hue, PROP_HUE);
  update_boolean (self, &self->checked, values->checked, PROP_CHECKED);
  update_boolean (self, &self->implied, values->implied, PROP_IMPLIED);
  update_boolean (self, &self->mentioned_only, values->mentioned_only, PROP_MENTIONED_ONLY);
  g_object_thaw_notify (G_OBJECT (self));
}

void
entente_actor_node_set_bins (EntenteActorNode *self, const guint *filtered, const guint *all)
{
  gsize size = sizeof self->bins[0];

  if (memcmp (self->bins[0], filtered, size) == 0 && memcmp (self->bins[1], all, size) == 0)
    return;
  memcpy (self->bins[0], filtered, size);
  memcpy (self->bins[1], all, size);
  self->bins_version++;
  notify (self, PROP_BINS_VERSION);
}

gboolean
entente_actor_node_set_is_parent (EntenteActorNode *self, gboolean is_parent)
{
  if (self->is_parent == is_parent)
    return FALSE;
  self->is_parent = is_parent;
  return TRUE;
}

void
entente_actor_node_set_children (EntenteActorNode *self, GPtrArray *children, GHashTable *renewed)
{
  entente_list_splice (self->children, children, renewed);
}

EntenteId
entente_actor_node_get_id (EntenteActorNode *self)
{
  return self->id;
}

const char *
entente_actor_node_get_name (EntenteActorNode *self)
{
  return self->name;
}

const char *
entente_actor_node_get_hit (EntenteActorNode *self)
{
  return self->hit;
}

guint
entente_actor_node_get_hue (EntenteActorNode *self)
{
  return self->hue;
}

gboolean
entente_actor_node_get_checked (EntenteActorNode *self)
{
  return self->checked;
}

gboolean
entente_actor_node_get_implied (EntenteActorNode *self)
{
  return self->implied;
}

gboolean
entente_actor_node_get_mentioned_only (EntenteActorNode *self)
{
  return self->mentioned_only;
}

guint
entente_actor_node_get_count (EntenteActorNode *self, guint *total)
{
  if (total)
    *total = self->total;
  return self->count;
}

void
entente_actor_node_set_checked (EntenteActorNode *self, gboolean checked)
{
  g_autoptr (EntenteQuery) query = NULL;

  if (!self->checked == !checked)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  if (checked)
    check_in (query, self->id);
  else
    entente_query_toggle_id (&query->actors, self->id, FALSE);
  entente_session_set_query (self->session, query);
}

void
entente_actor_node_check_only (EntenteActorNode *self)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));

  entente_query_only_actor (query, self->id);
  entente_session_set_query (self->session, query);
}

void
entente_actor_node_toggle_slot (EntenteActorNode *self)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));
  gboolean takes_out = self->checked && query->match == ENTENTE_MATCH_BETWEEN;

  query->match = ENTENTE_MATCH_BETWEEN;
  if (takes_out)
    entente_query_toggle_id (&query->actors, self->id, FALSE);
  else if (!self->checked)
    check_in (query, self->id);
  if (query->actors && query->actors->len > 2)
    g_array_set_size (query->actors, 2);
  entente_session_set_query (self->session, query);
}

const guint *
entente_actor_node_get_bins (EntenteActorNode *self, guint *n_bins, const guint **all)
{
  *n_bins = ENTENTE_ACTOR_BINS;
  *all = self->bins[1];
  return self->bins[0];
}

GListModel *
entente_actor_node_get_children (EntenteActorNode *self)
{
  return self->is_parent ? G_LIST_MODEL (g_object_ref (self->children)) : NULL;
}
