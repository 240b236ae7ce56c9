/* What stands in the middle of the timeline while it shows no moves: why, and what to do next. Main
 * thread. */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

typedef enum {
  NOT_EMPTY,
  NO_ARTICLES, /* and no events */
  NO_EVENTS,
  NOTHING_PASSES,
} Reason;

static Reason
find_reason (EntenteTimeline *self)
{
  guint n_rows = entente_chronicle_get_n_rows (self->chronicle);

  if (self->pending != NULL)
    return NOT_EMPTY; /* what is to be shown is on its way */
  if (n_rows == 0)
    return entente_chronicle_get_n_articles (self->chronicle) > 0 ? NO_EVENTS : NO_ARTICLES;
  return self->filtered != NULL && entente_bitset_rank (self->filtered, n_rows) == 0
           ? NOTHING_PASSES
           : NOT_EMPTY;
}

/* Who shows a chronicle without a study cannot add to it. */
static const char *
get_words (EntenteTimeline *self, Reason reason)
{
  if (reason == NOTHING_PASSES)
    return self->nothing != NULL ? self->nothing : _ ("Nothing passes the filter");
  if (self->session == NULL || entente_study_is_read_only (self->study))
    return _ ("No events");
  return reason == NO_EVENTS
           ? _ ("No events yet: select words in an article and press E, or N for its suggestions")
           : _ ("No events yet: add an article, select words in it and press E");
}

/* The key that a program has given to the same action, or NULL. Free. */
static char *
make_key (void)
{
  GApplication *application = g_application_get_default ();
  g_auto (GStrv) keys = NULL;
  GdkModifierType modifiers;
  guint key;

  if (!GTK_IS_APPLICATION (application))
    return NULL;
  keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), "win.clear-filter");
  if (keys[0] == NULL || !gtk_accelerator_parse (keys[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

/* The button, or what is offered in its place. */
static GtkWidget *
find_offer (EntenteTimeline *self)
{
  return gtk_widget_get_last_child (self->empty);
}

static void
name_button (EntenteTimeline *self, GtkWidget *button, Reason reason)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *keycap = gtk_widget_get_last_child (box);
  g_autofree char *key = reason == NOTHING_PASSES ? make_key () : NULL;
  g_autofree char *said = g_strdup_printf ("%s. %s", get_words (self, reason), _ ("Clear It"));

  gtk_label_set_text (GTK_LABEL (keycap), key != NULL ? key : "");
  gtk_widget_set_visible (keycap, key != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  key != NULL ? key : "",
                                  -1);
}

static void
fill (EntenteTimeline *self, Reason reason)
{
  GtkWidget *label = gtk_widget_get_first_child (self->empty), *offer = find_offer (self);

  gtk_label_set_text (GTK_LABEL (label), get_words (self, reason));
  gtk_widget_set_focusable (self->empty, reason != NOTHING_PASSES);
  gtk_widget_set_visible (offer, reason == NOTHING_PASSES);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->empty),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_words (self, reason),
                                  -1);
  if (GTK_IS_BUTTON (offer))
    name_button (self, offer, reason);
}

/* Where it had the keyboard, the moves that are there now get it. */
void
entente_timeline_empty_update (EntenteTimeline *self)
{
  Reason reason;
  gboolean had_focus;

  if (self->empty == NULL)
    return;
  reason = find_reason (self);
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->empty;
  if (reason != NOT_EMPTY)
    fill (self, reason);
  if (gtk_widget_get_visible (self->empty) != (reason != NOT_EMPTY))
    gtk_widget_set_visible (self->empty, reason != NOT_EMPTY);
  if (had_focus && reason == NOT_EMPTY)
    entente_timeline_keys_focus (self);
}

gboolean
entente_timeline_empty_focus (EntenteTimeline *self)
{
  GtkWidget *offer = find_offer (self);

  return gtk_widget_get_visible (self->empty) &&
         (gtk_widget_get_visible (offer) ? gtk_widget_child_focus (offer, GTK_DIR_TAB_FORWARD)
                                         : gtk_widget_grab_focus (self->empty));
}

void
entente_timeline_empty_allocate (EntenteTimeline *self)
{
  GdkRectangle lanes = entente_timeline_mirror_rect (self, self->parts.lanes), place;
  int least_width, width, least_height, height;

  if (!gtk_widget_get_visible (self->empty))
    return;
  gtk_widget_measure (self->empty,
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      &least_width,
                      &width,
                      NULL,
                      NULL);
  width = MAX (MIN (width, lanes.width), least_width);
  gtk_widget_measure (self->empty,
                      GTK_ORIENTATION_VERTICAL,
                      width,
                      &least_height,
                      &height,
                      NULL,
                      NULL);
  place = (GdkRectangle){ lanes.x + (lanes.width - width) / 2,
                          lanes.y + MAX (0, (lanes.height - height) / 2),
                          width,
                          height };
  gtk_widget_size_allocate (self->empty, &place, -1);
}

static void
clear_filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  g_autoptr (EntenteQuery) query = NULL;

  if (self->session == NULL)
    return;
  query = entente_query_new_cleared (entente_session_get_query (self->session));
  entente_session_set_query (self->session, query);
}

void
entente_timeline_empty_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "timeline.clear-filter", NULL, clear_filter_action);
}

static GtkWidget *
make_button (void)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *key = gtk_label_new (NULL);

  gtk_widget_add_css_class (key, "keycap");
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Clear It")));
  gtk_box_append (GTK_BOX (box), key);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.clear-filter");
  return button;
}

void
entente_timeline_empty_init (EntenteTimeline *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  self->empty = g_object_new (GTK_TYPE_BOX,
                              "orientation",
                              GTK_ORIENTATION_VERTICAL,
                              "spacing",
                              8,
                              "accessible-role",
                              GTK_ACCESSIBLE_ROLE_GROUP,
                              NULL);
  gtk_box_append (GTK_BOX (self->empty), label);
  gtk_box_append (GTK_BOX (self->empty), make_button ());
  gtk_widget_add_css_class (self->empty, "empty-hint");
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  entente_timeline_empty_update (self);
}

void
entente_timeline_empty_dispose (EntenteTimeline *self)
{
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_pointer (&self->nothing, g_free);
}

void
entente_timeline_set_nothing (EntenteTimeline *self, const char *words)
{
  if (g_strcmp0 (self->nothing, words) == 0)
    return;
  g_free (self->nothing);
  self->nothing = g_strdup (words);
  entente_timeline_empty_update (self);
}

void
entente_timeline_set_offer (EntenteTimeline *self, GtkWidget *offer)
{
  gtk_box_remove (GTK_BOX (self->empty), find_offer (self));
  gtk_box_append (GTK_BOX (self->empty), offer != NULL ? offer : make_button ());
  entente_timeline_empty_update (self);
}
