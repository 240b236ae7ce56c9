/* The view of positions with a head of buttons. It stands beside its parent, whose article shows
 * the words of what is chosen here. Main thread. */
#include "config.h"

#include "entente-positions-view.h"
#include "entente-positions-window.h"
#include "entente-toplevel.h"

#include <glib/gi18n.h>

struct _EntentePositionsWindow {
  AdwWindow parent_instance;

  EntenteSession *session;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  EntentePositionsView *view;
};

G_DEFINE_FINAL_TYPE (EntentePositionsWindow, entente_positions_window, ADW_TYPE_WINDOW)

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntentePositionsWindow *self = ENTENTE_POSITIONS_WINDOW (widget);
  g_autofree char *text = entente_positions_view_format_tsv (self->view);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text ? text : "");
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Table copied")));
}

static void
new_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  entente_positions_view_add (ENTENTE_POSITIONS_WINDOW (widget)->view);
}

/* Steps here are undone here: the keys of the parent do not reach this window. */
static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent)
    g_action_group_activate_action (G_ACTION_GROUP (parent),
                                    g_str_has_suffix (action, "undo") ? "undo" : "redo",
                                    NULL);
}

static void
entente_positions_window_dispose (GObject *object)
{
  g_clear_object (&ENTENTE_POSITIONS_WINDOW (object)->session);

  G_OBJECT_CLASS (entente_positions_window_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *class)
{
  static const struct {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_Escape, 0, "window.close" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "positions-window.copy" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "positions-window.new" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "positions-window.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "positions-window.redo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (class, keys[i].key, keys[i].state, keys[i].action, NULL);
}

static void
entente_positions_window_class_init (EntentePositionsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (ENTENTE_TYPE_POSITIONS_VIEW);
  G_OBJECT_CLASS (class)->dispose = entente_positions_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-positions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntentePositionsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntentePositionsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntentePositionsWindow, view);
  gtk_widget_class_install_action (widget_class, "positions-window.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "positions-window.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "positions-window.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "positions-window.redo", NULL, undo_action);
  add_keys (widget_class);
}

static void
entente_positions_window_init (EntentePositionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
entente_positions_window_present (EntenteWindow *parent)
{
  GtkWindow *open =
    entente_toplevel_find_above (GTK_WINDOW (parent), ENTENTE_TYPE_POSITIONS_WINDOW);
  EntentePositionsWindow *self =
    open ? ENTENTE_POSITIONS_WINDOW (open) : g_object_new (ENTENTE_TYPE_POSITIONS_WINDOW, NULL);

  if (!open) {
    EntenteStudy *study = entente_session_get_study (entente_window_get_session (parent));

    entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
    self->session = g_object_ref (entente_window_get_session (parent));
    adw_window_title_set_subtitle (self->title, entente_study_get_title (study));
    gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                   "positions-window.new",
                                   !entente_study_is_read_only (study));
    entente_positions_view_set_session (self->view, self->session);
  }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}
