/* The fields below a widget, written one behind the other. A form that was typed into and back
 * again is as it was. Main thread.
 */
#include "config.h"

#include "entente-form-state.h"

#define END_OF_FIELD '\037'

static void
add_field (GString *state, const char *value)
{
  g_string_append (state, value);
  g_string_append_c (state, END_OF_FIELD);
}

static void
add_number (GString *state, guint number)
{
  g_string_append_printf (state, "%u%c", number, END_OF_FIELD);
}

static void
add_colour (GString *state, GtkWidget *chooser)
{
  GdkRGBA rgba;
  g_autofree char *text = NULL;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (chooser), &rgba);
  text = gdk_rgba_to_string (&rgba);
  add_field (state, text);
}

static void
add_long_text (GString *state, GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  add_field (state, text);
}

/* TRUE when @widget is a field itself, and nothing below it is one. */
static gboolean
add_own (GString *state, GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    return TRUE;
  if (GTK_IS_TEXT (widget))
    add_field (state, gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_DROP_DOWN (widget))
    add_number (state, gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  else if (GTK_IS_CHECK_BUTTON (widget))
    add_number (state, gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_COLOR_CHOOSER (widget))
    add_colour (state, widget);
  else if (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))
    add_long_text (state, widget);
  else
    return FALSE;
  return TRUE;
}

static void
add_state (GString *state, GtkWidget *widget)
{
  GtkWidget *folded =
    GTK_IS_EXPANDER (widget) ? gtk_expander_get_child (GTK_EXPANDER (widget)) : NULL;

  if (add_own (state, widget))
    return;
  if (folded) {
    add_state (state, folded);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    add_state (state, child);
}

char *
entente_form_state_dup (GtkWidget *widget)
{
  GString *state = g_string_new (NULL);

  add_state (state, widget);
  return g_string_free (state, FALSE);
}

gboolean
entente_form_state_differs (GtkWidget *widget, const char *state)
{
  g_autofree char *now = entente_form_state_dup (widget);

  return state && g_strcmp0 (now, state) != 0;
}
