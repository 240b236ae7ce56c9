/* Shows an EntenteActorNode and hands the check back to it.
 *
 * Reused by the list view for one node after another. Main thread.
 */
#include "config.h"

#include "entente-actor-row.h"
#include "entente-hue.h"
#include "entente-sparkline.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>

struct _EntenteActorRow {
  GtkWidget parent_instance;

  EntenteActorNode *node; /* or NULL */
  char *description;
  gboolean updating;
  gboolean is_vague; /* when it belonged to the body that it stands under is in doubt */

  GtkCheckButton *check;
  GtkLabel *name;
  EntenteSparkline *sparkline;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (EntenteActorRow, entente_actor_row, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_DESCRIPTION, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
set_class (gpointer widget, const char *class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/* The name, and the alias that a search found when the name does not show why. */
static void
update_name (EntenteActorRow *self)
{
  const char *hit = entente_actor_node_get_hit (self->node);
  const char *name = entente_actor_node_get_name (self->node);
  g_autofree char *both = hit ? g_strdup_printf ("%s · %s", name, hit) : g_strdup (name);
  g_autofree char *marked = self->is_vague ? g_strconcat (both, " ?", NULL) : NULL;
  g_autofree char *tip =
    self->is_vague ? g_strdup_printf (_ ("%s; since when, or until when, is in doubt"), both)
                   : NULL;

  gtk_label_set_text (self->name, marked ? marked : both);
  entente_tooltip_set_text (GTK_WIDGET (self->name), tip ? tip : both);
}

/* What the row says to who does not see it; the sign of doubt has its words too. */
static char *
describe (EntenteActorRow *self, guint n, guint total, gboolean mentioned)
{
  const char *name = entente_actor_node_get_name (self->node);
  g_autofree char *counted = mentioned
                               ? g_strdup_printf (_ ("%s, mentioned only"), name)
                               : g_strdup_printf (_ ("%s, %'u of %'u events"), name, n, total);

  return self->is_vague
           ? g_strdup_printf (_ ("%s; since when, or until when, is in doubt"), counted)
           : g_steal_pointer (&counted);
}

static void
update_count (EntenteActorRow *self)
{
  guint total, n = entente_actor_node_get_count (self->node, &total);
  gboolean mentioned = entente_actor_node_get_mentioned_only (self->node);
  g_autofree char *markup = mentioned ? g_markup_escape_text (_ ("mentioned"), -1)
                                      : g_markup_printf_escaped (_ ("<b>%'u</b> of %'u"), n, total);

  gtk_label_set_markup (self->count, markup);
  set_class (self, "zero", mentioned || n == 0);
  g_free (self->description);
  self->description = describe (self, n, total, mentioned);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESCRIPTION]);
}

static void
update_hue (EntenteActorRow *self)
{
  g_autofree char *colour = NULL;
  guint hue = entente_actor_node_get_hue (self->node);

  g_object_get (self->node, "colour", &colour, NULL);
  entente_hue_apply (GTK_WIDGET (self->check), hue, colour);
  entente_hue_apply (GTK_WIDGET (self->sparkline), hue, colour);
}

/* Counted for its body: checked, and not to be switched by itself. */
static void
update_check (EntenteActorRow *self)
{
  gboolean implied = entente_actor_node_get_implied (self->node);
  gboolean checked = entente_actor_node_get_checked (self->node);

  self->updating = TRUE;
  gtk_check_button_set_active (self->check, checked || implied);
  self->updating = FALSE;
  set_class (self->check, "implied", implied && !checked);
  entente_tooltip_set_text (GTK_WIDGET (self->check),
                            implied && !checked ? _ ("Counted with the body it belongs to") : NULL);
}

static void
update (EntenteActorRow *self)
{
  guint n;
  const guint *all, *filtered = entente_actor_node_get_bins (self->node, &n, &all);

  update_name (self);
  update_count (self);
  update_hue (self);
  update_check (self);
  entente_sparkline_set_bins (self->sparkline, filtered, all, n);
}

static void
node_notify_cb (EntenteActorNode *node, GParamSpec *pspec, EntenteActorRow *self)
{
  update (self);
}

static void
toggled_cb (EntenteActorRow *self)
{
  if (self->updating || !self->node)
    return;
  if (entente_actor_node_get_implied (self->node) && !entente_actor_node_get_checked (self->node))
    update_check (self);
  else
    entente_actor_node_set_checked (self->node, gtk_check_button_get_active (self->check));
}

static void
forget_node (EntenteActorRow *self)
{
  if (self->node)
    g_signal_handlers_disconnect_by_func (self->node, node_notify_cb, self);
  g_clear_object (&self->node);
}

static void
entente_actor_row_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_DESCRIPTION)
    g_value_set_string (value, ENTENTE_ACTOR_ROW (object)->description);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_actor_row_dispose (GObject *object)
{
  EntenteActorRow *self = ENTENTE_ACTOR_ROW (object);
  GtkWidget *child;

  forget_node (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (entente_actor_row_parent_class)->dispose (object);
}

static void
entente_actor_row_finalize (GObject *object)
{
  g_free (ENTENTE_ACTOR_ROW (object)->description);

  G_OBJECT_CLASS (entente_actor_row_parent_class)->finalize (object);
}

static void
entente_actor_row_class_init (EntenteActorRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = entente_actor_row_dispose;
  object_class->finalize = entente_actor_row_finalize;
  object_class->get_property = entente_actor_row_get_property;
  props[PROP_DESCRIPTION] = g_param_spec_string ("description",
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ENTENTE_TYPE_SPARKLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-actor-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteActorRow, check);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorRow, name);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorRow, sparkline);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorRow, count);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
entente_actor_row_init (EntenteActorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
entente_actor_row_new (void)
{
  return g_object_new (ENTENTE_TYPE_ACTOR_ROW, NULL);
}

void
entente_actor_row_set_vague (EntenteActorRow *self, gboolean is_vague)
{
  if (self->is_vague == is_vague)
    return;
  self->is_vague = is_vague;
  if (self->node)
    update_name (self);
}

void
entente_actor_row_set_node (EntenteActorRow *self, EntenteActorNode *node, gboolean is_body)
{
  forget_node (self);
  if (!node)
    return;
  self->node = g_object_ref (node);
  g_signal_connect (node, "notify", G_CALLBACK (node_notify_cb), self);
  set_class (self->name, "body", is_body);
  gtk_widget_set_visible (GTK_WIDGET (self->sparkline), is_body);
  update (self);
}
