/* What all forms have in common as windows: Escape and Cancel close, Enter and the button accept. Main
 * thread.
 */
#include "config.h"

#include "entente-form-window.h"

#define MARGIN_PX 18

struct _EntenteFormWindow {
  AdwWindow parent_instance;

  GtkWidget *accept;
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (EntenteFormWindow, entente_form_window, ADW_TYPE_WINDOW)

static guint accept_signal;

static void
accept_cb (EntenteFormWindow *self)
{
  g_signal_emit (self, accept_signal, 0);
}

static void
entente_form_window_class_init (EntenteFormWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  accept_signal = g_signal_new ("accept",
                                ENTENTE_TYPE_FORM_WINDOW,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-form-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteFormWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, EntenteFormWindow, scroller);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_form_window_init (EntenteFormWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
}

EntenteFormWindow *
entente_form_window_new (GtkWidget *parent,
                         const char *title,
                         const char *accept_label,
                         GtkWidget *content)
{
  EntenteFormWindow *self = g_object_new (ENTENTE_TYPE_FORM_WINDOW, "title", title, NULL);
  GtkRoot *root = parent ? gtk_widget_get_root (parent) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->accept), accept_label);
  gtk_widget_set_margin_top (content, MARGIN_PX);
  gtk_widget_set_margin_bottom (content, MARGIN_PX);
  gtk_widget_set_margin_start (content, MARGIN_PX);
  gtk_widget_set_margin_end (content, MARGIN_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}

void
entente_form_window_set_can_accept (EntenteFormWindow *self, gboolean can_accept)
{
  gtk_widget_set_sensitive (self->accept, can_accept);
}
