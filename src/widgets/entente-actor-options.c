/* Everything shown, but for the order, is read from the session's query; every change makes a new
 * query. Main thread. */
#include "config.h"

#include "entente-actor-options.h"

#define N_ROLES (ENTENTE_ROLE_MENTIONED + 1)

struct _EntenteActorOptions {
  GtkPopover parent_instance;

  EntenteSession *session; /* or NULL */
  EntenteActorOrder order;
  gboolean updating;

  GtkCheckButton *by_hand, *by_count, *by_name, *by_first_move;
  GtkCheckButton *members, *surely;
  GtkGrid *roles;
  GtkCheckButton *role_checks[N_ROLES];
};

G_DEFINE_FINAL_TYPE (EntenteActorOptions, entente_actor_options, GTK_TYPE_POPOVER)

enum { PROP_0, PROP_ORDER, N_PROPS };
static GParamSpec *props[N_PROPS];

/* ---- order ---- */

static GtkCheckButton *
get_order_check (EntenteActorOptions *self, EntenteActorOrder order)
{
  GtkCheckButton *checks[ENTENTE_N_ACTOR_ORDERS] = {
    [ENTENTE_ACTORS_BY_HAND] = self->by_hand,
    [ENTENTE_ACTORS_BY_COUNT] = self->by_count,
    [ENTENTE_ACTORS_BY_NAME] = self->by_name,
    [ENTENTE_ACTORS_BY_FIRST_MOVE] = self->by_first_move,
  };

  return checks[order];
}

static void
set_order (EntenteActorOptions *self, EntenteActorOrder order)
{
  if (self->order == order)
    return;
  self->order = order;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
}

static void
order_cb (EntenteActorOptions *self)
{
  for (int order = 0; order < ENTENTE_N_ACTOR_ORDERS; order++)
    if (gtk_check_button_get_active (get_order_check (self, (EntenteActorOrder) order)))
      set_order (self, (EntenteActorOrder) order);
}

/* ---- query ---- */

static guint32
get_matching_roles (void)
{
  guint32 roles = 0;

  for (guint role = 0; role < N_ROLES; role++)
    if (entente_role_is_matching ((EntenteRole) role))
      roles |= 1u << role;
  return roles;
}

static void
update (EntenteActorOptions *self)
{
  const EntenteQuery *query = entente_session_get_query (self->session);
  guint32 roles = query->roles ? query->roles : get_matching_roles ();

  self->updating = TRUE;
  gtk_check_button_set_active (self->members, query->members);
  gtk_check_button_set_active (self->surely, query->members_surely);
  gtk_widget_set_sensitive (GTK_WIDGET (self->surely), query->members);
  for (guint role = 0; role < N_ROLES; role++)
    gtk_check_button_set_active (self->role_checks[role], roles >> role & 1);
  self->updating = FALSE;
}

static void
query_cb (EntenteSession *session, GParamSpec *pspec, EntenteActorOptions *self)
{
  update (self);
}

/* The roles that are checked; 0, which means those that act, when it is just these or none. */
static guint32
read_roles (EntenteActorOptions *self)
{
  guint32 roles = 0;

  for (guint role = 0; role < N_ROLES; role++)
    if (gtk_check_button_get_active (self->role_checks[role]))
      roles |= 1u << role;
  return roles == get_matching_roles () ? 0 : roles;
}

static void
changed_cb (EntenteActorOptions *self)
{
  g_autoptr (EntenteQuery) query = NULL;

  if (self->updating || !self->session)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  query->members = gtk_check_button_get_active (self->members);
  query->members_surely = query->members && gtk_check_button_get_active (self->surely);
  query->roles = read_roles (self);
  entente_session_set_query (self->session, query);
  update (self);
}

static void
usual_roles_cb (EntenteActorOptions *self)
{
  g_autoptr (EntenteQuery) query = NULL;

  if (!self->session)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  query->roles = 0;
  entente_session_set_query (self->session, query);
}

static void
add_role (EntenteActorOptions *self, guint role)
{
  g_autofree char *label =
    entente_label_capitalise (entente_enum_label (ENTENTE_ENUM_ROLE, (int) role));
  GtkWidget *check = gtk_check_button_new_with_label (label);
  const guint n_rows = (N_ROLES + 1) / 2;

  self->role_checks[role] = GTK_CHECK_BUTTON (check);
  gtk_widget_add_css_class (check, "labelled");
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (changed_cb), self);
  gtk_grid_attach (self->roles, check, (int) (role / n_rows), (int) (role % n_rows), 1, 1);
}

/* ---- GObject ---- */

static void
entente_actor_options_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_ORDER)
    g_value_set_int (value, (int) ENTENTE_ACTOR_OPTIONS (object)->order);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_actor_options_dispose (GObject *object)
{
  entente_actor_options_set_session (ENTENTE_ACTOR_OPTIONS (object), NULL);

  G_OBJECT_CLASS (entente_actor_options_parent_class)->dispose (object);
}

static void
entente_actor_options_class_init (EntenteActorOptionsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = entente_actor_options_dispose;
  object_class->get_property = entente_actor_options_get_property;
  props[PROP_ORDER] = g_param_spec_int ("order",
                                        NULL,
                                        NULL,
                                        0,
                                        ENTENTE_N_ACTOR_ORDERS - 1,
                                        ENTENTE_ACTORS_BY_HAND,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-actor-options.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteActorOptions, by_hand);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorOptions, by_count);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorOptions, by_name);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorOptions, by_first_move);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorOptions, members);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorOptions, surely);
  gtk_widget_class_bind_template_child (widget_class, EntenteActorOptions, roles);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, usual_roles_cb);
}

static void
entente_actor_options_init (EntenteActorOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint role = 0; role < N_ROLES; role++)
    add_role (self, role);
}

void
entente_actor_options_set_session (EntenteActorOptions *self, EntenteSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_func (self->session, query_cb, self);
  g_set_object (&self->session, session);
  if (!session)
    return;
  g_signal_connect (session, "notify::query", G_CALLBACK (query_cb), self);
  update (self);
}

EntenteActorOrder
entente_actor_options_get_order (EntenteActorOptions *self)
{
  return self->order;
}
