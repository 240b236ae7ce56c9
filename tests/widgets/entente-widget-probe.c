/* Looking into widgets: what they say and where a field is. */
#include "config.h"

#include "entente-widget-probe.h"
#include <adwaita.h>
#include <string.h>

static void
add_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s;", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    add_text (child, text);
}

char *
entente_probe_dup_text (GtkWidget *widget)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_text (widget, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
entente_probe_says (GtkWidget *widget, const char *words)
{
  g_autofree char *text = entente_probe_dup_text (widget);

  return strstr (text, words) != NULL;
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type, nth);

    if (found)
      return found;
  }
  return NULL;
}

gpointer
entente_probe_find (GtkWidget *widget, GType type, guint nth)
{
  GtkWidget *found = find (widget, type, &nth);

  g_assert_nonnull (found);
  return found;
}

GtkWidget *
entente_probe_find_entry (GtkWidget *widget, const char *placeholder)
{
  if (GTK_IS_ENTRY (widget) &&
      g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), placeholder) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = entente_probe_find_entry (child, placeholder);

    if (found)
      return found;
  }
  return NULL;
}

GtkWidget *
entente_probe_find_class (GtkWidget *widget, const char *class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = entente_probe_find_class (child, class);
  return found;
}

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (g_type_is_a (G_OBJECT_TYPE (window), type))
      found = window;
  }
  return found;
}

gpointer
entente_probe_wait_window (GType type)
{
  entente_probe_wait (find_window (type) != NULL);
  return find_window (type);
}

void
entente_probe_wait_closed (GType type)
{
  entente_probe_wait (find_window (type) == NULL);
}

void
entente_probe_accept (GType type)
{
  g_signal_emit_by_name (entente_probe_wait_window (type), "accept");
  entente_probe_wait_closed (type);
}

void
entente_probe_close (GtkWidget *window)
{
  entente_probe_wait (gtk_widget_get_mapped (window));
  gtk_window_close (GTK_WINDOW (window));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

void
entente_probe_answer (const char *label)
{
  GtkWidget *dialog = entente_probe_wait_window (ADW_TYPE_MESSAGE_DIALOG);
  GtkWidget *button = find_button (dialog, label);

  g_assert_nonnull (button);
  entente_probe_wait (gtk_widget_get_mapped (dialog));
  g_signal_emit_by_name (button, "clicked");
  entente_probe_wait_closed (ADW_TYPE_MESSAGE_DIALOG);
}

void
entente_probe_turn (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (1000);
}

void
entente_probe_linger (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * (gint64) 1000;

  while (g_get_monotonic_time () < end)
    entente_probe_turn ();
}
