/* The line below the names that says which lanes are hidden and how many moves with them, how many
 * positions have no lane, and the list from which lanes come back. Main thread.
 */
#include "config.h"

#include "entente-label.h"
#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

static char *
format_names (const EntenteHiddenLane *lanes, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", lanes[i].name);
  return g_string_free (text, FALSE);
}

/* "2 hidden lanes, 14 of 20 moves out of sight: Kabul, Moscow"; the others show in lanes of other
 * parties. */
static char *
format_line (EntenteTimeline *self)
{
  guint n, n_made, n_events = entente_lanes_get_n_hidden_events (self->lanes, &n_made);
  const EntenteHiddenLane *lanes = entente_lanes_get_hidden (self->lanes, &n);
  g_autofree char *names = format_names (lanes, n);
  g_autofree char *count =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u hidden lane", "%'u hidden lanes", n), n);
  /* TRANSLATORS: moves that show in no lane, since theirs are hidden, of all moves of those lanes
   */
  g_autofree char *events = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                          "%'u of %'u move out of sight",
                                                          "%'u of %'u moves out of sight",
                                                          n_made),
                                             n_events,
                                             n_made);

  return g_strdup_printf ("%s, %s: %s", count, events, names);
}

/* "3 positions in no lane"; NULL for none. */
static char *
format_positions (EntenteTimeline *self)
{
  guint n = entente_timeline_hidden_count_positions (self);

  if (n == 0)
    return NULL;
  /* TRANSLATORS: positions that have no flag on the timeline, since nobody of theirs has a lane */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%'u position in no lane", "%'u positions in no lane", n),
    n);
}

guint
entente_timeline_hidden_count_positions (EntenteTimeline *self)
{
  const EntentePositions *positions = entente_timeline_positions_get (self);

  return positions != NULL && self->lanes != NULL
           ? entente_scene_count_homeless (self->chronicle, self->lanes, positions)
           : 0;
}

void
entente_timeline_hidden_update (EntenteTimeline *self)
{
  guint n;
  g_autofree char *lanes = NULL;
  g_autofree char *positions = NULL;
  g_autofree char *text = NULL;

  if (self->hidden_button == NULL || self->lanes == NULL)
    return;
  entente_lanes_get_hidden (self->lanes, &n);
  positions = format_positions (self);
  gtk_widget_set_visible (self->hidden_button, n > 0 || positions != NULL);
  if (n == 0 && positions == NULL)
    return;
  lanes = n > 0 ? format_line (self) : NULL;
  text = g_strdup_printf ("%s%s%s",
                          lanes != NULL ? lanes : "",
                          lanes != NULL && positions != NULL ? " · " : "",
                          positions != NULL ? positions : "");
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->hidden_button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hidden_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text,
                                  -1);
}

gboolean
entente_timeline_hidden_focus (EntenteTimeline *self, GtkDirectionType direction)
{
  gboolean focused = gtk_widget_is_focus (self->hidden_button);

  if (direction == GTK_DIR_TAB_FORWARD && !focused && gtk_widget_get_visible (self->hidden_button))
    return gtk_widget_grab_focus (self->hidden_button);
  return direction == GTK_DIR_TAB_BACKWARD && focused && entente_timeline_keys_focus (self);
}

void
entente_timeline_hidden_allocate (EntenteTimeline *self)
{
  GtkRequisition minimum;

  if (!gtk_widget_get_visible (self->hidden_button))
    return;
  gtk_widget_get_preferred_size (self->hidden_button, &minimum, NULL);
  gtk_widget_size_allocate (self->hidden_button, &self->parts.hidden, -1);
}

void
entente_timeline_draw_hidden (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *place = &self->parts.hidden;

  if (place->height == 0)
    return;
  timeline_append_rect (snapshot,
                        &self->style.side,
                        place->x,
                        place->y,
                        place->width,
                        place->height);
  timeline_append_rect (snapshot, &self->style.line, place->x, place->y, place->width, 1);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->hidden_button, snapshot);
}

/* ---- the list ---- */

static void
show_cb (GtkButton *button, EntenteTimeline *self)
{
  const EntenteId *id = g_object_get_data (G_OBJECT (button), "lane");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  entente_timeline_lanes_show (self, *id);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
show_all_cb (GtkButton *button, EntenteTimeline *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  entente_timeline_lanes_show_all (self);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
make_button (EntenteTimeline *self, const char *text, GCallback callback)
{
  GtkWidget *button = gtk_button_new (), *label = entente_label_new_line (text, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_DEFAULT);
  return button;
}

static void
positions_cb (GtkButton *button, EntenteTimeline *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.positions", NULL);
}

/* Those that are in no lane are in the window of positions. */
static void
append_positions (EntenteTimeline *self, GtkBox *box)
{
  g_autofree char *text = format_positions (self);
  g_autofree char *label =
    text != NULL ? g_strdup_printf (_ ("%s: Show All Positions"), text) : NULL;

  if (label != NULL)
    gtk_box_append (box, make_button (self, label, G_CALLBACK (positions_cb)));
}

static GtkWidget *
make_list (EntenteTimeline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n;
  const EntenteHiddenLane *lanes = entente_lanes_get_hidden (self->lanes, &n);

  for (guint i = 0; i < n; i++) {
    /* TRANSLATORS: on a button: brings a hidden lane back; its name and number of moves */
    g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Show %s, %'u move", "Show %s, %'u moves", lanes[i].n_made),
      lanes[i].name,
      lanes[i].n_made);
    GtkWidget *button = make_button (self, text, G_CALLBACK (show_cb));

    g_object_set_data_full (G_OBJECT (button),
                            "lane",
                            g_memdup2 (&lanes[i].id, sizeof lanes[i].id),
                            g_free);
    gtk_box_append (GTK_BOX (box), button);
  }
  if (n > 1)
    gtk_box_append (GTK_BOX (box),
                    make_button (self, _ ("Show All Lanes"), G_CALLBACK (show_all_cb)));
  append_positions (self, GTK_BOX (box));
  return box;
}

void
entente_timeline_hidden_list (EntenteTimeline *self)
{
  GtkWidget *popover, *scroller;
  GdkRectangle place = self->parts.hidden;
  guint n;

  entente_lanes_get_hidden (self->lanes, &n);
  if (n == 0 && entente_timeline_hidden_count_positions (self) == 0)
    return;
  place.width = MIN (place.width, MAX (self->parts.header_width, 1));
  popover = gtk_popover_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_list (self));
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Hidden lanes"),
                                  -1);
  entente_timeline_popover_show (self, popover, &place);
}

void
entente_timeline_hidden_init (EntenteTimeline *self)
{
  GtkWidget *label = entente_label_new_line (NULL, NULL);

  self->hidden_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->hidden_button), label);
  gtk_widget_add_css_class (self->hidden_button, "flat");
  gtk_widget_add_css_class (self->hidden_button, "hidden-lanes");
  gtk_widget_set_visible (self->hidden_button, FALSE);
  gtk_widget_set_parent (self->hidden_button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->hidden_button,
                            "clicked",
                            G_CALLBACK (entente_timeline_hidden_list),
                            self);
}

void
entente_timeline_hidden_dispose (EntenteTimeline *self)
{
  g_clear_pointer (&self->hidden_button, gtk_widget_unparent);
}
