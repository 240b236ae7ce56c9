/* Shows the first two actors of the query, the direction and who else may take part, and changes
 * them.
 *
 * Everything shown is read from the session's query; every change makes a new query. Main thread.
 */
#include "config.h"

#include "entente-between-panel.h"
#include "entente-hue.h"
#include "entente-palette.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>

typedef struct {
  GtkWidget *swatch;
  GtkLabel *name;
  GtkWidget *clear;
} Slot;

struct _EntenteBetweenPanel {
  GtkBox parent_instance;

  EntenteSession *session; /* or NULL */
  gboolean updating;

  GtkWidget *first_swatch, *first_clear;
  GtkWidget *second_swatch, *second_clear;
  GtkLabel *first_name, *second_name;
  GtkToggleButton *either_way, *first_to_second, *second_to_first;
  GtkLabel *way; /* arrow between the slots */
  GtkCheckButton *exclusive, *members;
};

G_DEFINE_FINAL_TYPE (EntenteBetweenPanel, entente_between_panel, GTK_TYPE_BOX)

/* Index of the actor in a slot, or ENTENTE_NO_INDEX. */
static guint32
get_actor (EntenteBetweenPanel *self, const EntenteChronicle *chronicle, guint slot)
{
  const EntenteQuery *query = entente_session_get_query (self->session);

  if (!query->actors || query->actors->len <= slot)
    return ENTENTE_NO_INDEX;
  return entente_chronicle_find_actor (chronicle, g_array_index (query->actors, EntenteId, slot));
}

static const char *
get_short_name (const EntenteChronicle *chronicle, guint32 actor, const char *missing)
{
  const EntenteActor *record;

  if (actor == ENTENTE_NO_INDEX)
    return missing;
  record = entente_chronicle_get_actor (chronicle, actor);
  return record->short_label ? record->short_label : record->name;
}

static void
update_slot (const Slot *slot, const EntenteChronicle *chronicle, guint32 actor)
{
  gboolean filled = actor != ENTENTE_NO_INDEX;
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  const EntenteActor *record = filled ? entente_chronicle_get_actor (chronicle, actor) : NULL;

  gtk_label_set_text (slot->name, filled ? record->name : _ ("Choose below"));
  gtk_widget_set_sensitive (GTK_WIDGET (slot->name), filled);
  gtk_widget_set_visible (slot->clear, filled);
  entente_hue_apply (slot->swatch,
                     filled ? entente_palette_get_hue (chronicle, actor, always) : ENTENTE_HUE_GREY,
                     filled ? record->colour : NULL);
}

/* The button shows an arrow, for names have no room there. */
static void
name_way (GtkToggleButton *button, const char *from, const char *to)
{
  g_autofree char *text = g_strdup_printf (_ ("%s to %s"), from, to);

  entente_tooltip_set_text (GTK_WIDGET (button), text);
  /* Its label would name it in later versions of GTK. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update (EntenteBetweenPanel *self)
{
  const EntenteQuery *query = entente_session_get_query (self->session);
  const EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (self->session));
  Slot first = { self->first_swatch, self->first_name, self->first_clear };
  Slot second = { self->second_swatch, self->second_name, self->second_clear };
  guint32 a = get_actor (self, chronicle, 0), b = get_actor (self, chronicle, 1);
  const char *name_a = get_short_name (chronicle, a, _ ("First"));
  const char *name_b = get_short_name (chronicle, b, _ ("Second"));
  static const char *const arrows[] = { "↕", "↓", "↑" };
  GtkToggleButton *ways[] = { self->either_way, self->first_to_second, self->second_to_first };

  self->updating = TRUE;
  update_slot (&first, chronicle, a);
  update_slot (&second, chronicle, b);
  name_way (self->first_to_second, name_a, name_b);
  name_way (self->second_to_first, name_b, name_a);
  gtk_label_set_text (self->way, arrows[query->direction]);
  gtk_toggle_button_set_active (ways[query->direction], TRUE);
  gtk_check_button_set_active (self->exclusive, query->exclusive);
  gtk_check_button_set_active (self->members, query->members);
  self->updating = FALSE;
}

/* Another filter; or the actors in it have other names or colours. */
static void
changed_cb (EntenteBetweenPanel *self)
{
  update (self);
}

static void
forget_session (EntenteBetweenPanel *self)
{
  if (!self->session)
    return;
  g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  g_signal_handlers_disconnect_by_func (entente_session_get_study (self->session),
                                        changed_cb,
                                        self);
}

static void
clear_slot (EntenteBetweenPanel *self, guint slot)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));

  if (!query->actors || query->actors->len <= slot)
    return;
  entente_query_toggle_id (&query->actors, g_array_index (query->actors, EntenteId, slot), FALSE);
  entente_session_set_query (self->session, query);
}

static void
clear_first_cb (EntenteBetweenPanel *self)
{
  clear_slot (self, 0);
}

static void
clear_second_cb (EntenteBetweenPanel *self)
{
  clear_slot (self, 1);
}

static void
swap_cb (EntenteBetweenPanel *self)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));
  EntenteId first;

  if (!query->actors || query->actors->len < 2)
    return;
  first = g_array_index (query->actors, EntenteId, 0);
  entente_query_toggle_id (&query->actors, first, FALSE);
  entente_query_toggle_id (&query->actors, first, TRUE);
  entente_session_set_query (self->session, query);
}

static void
direction_cb (EntenteBetweenPanel *self)
{
  g_autoptr (EntenteQuery) query = NULL;

  if (self->updating || !self->session)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  query->direction = ENTENTE_EITHER_WAY;
  if (gtk_toggle_button_get_active (self->first_to_second))
    query->direction = ENTENTE_FIRST_TO_SECOND;
  else if (gtk_toggle_button_get_active (self->second_to_first))
    query->direction = ENTENTE_SECOND_TO_FIRST;
  entente_session_set_query (self->session, query);
}

static void
exclusive_cb (EntenteBetweenPanel *self)
{
  g_autoptr (EntenteQuery) query = NULL;

  if (self->updating || !self->session)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  query->exclusive = gtk_check_button_get_active (self->exclusive);
  entente_session_set_query (self->session, query);
}

static void
members_cb (EntenteBetweenPanel *self)
{
  g_autoptr (EntenteQuery) query = NULL;

  if (self->updating || !self->session)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  query->members = gtk_check_button_get_active (self->members);
  entente_session_set_query (self->session, query);
}

static void
entente_between_panel_dispose (GObject *object)
{
  entente_between_panel_set_session (ENTENTE_BETWEEN_PANEL (object), NULL);

  G_OBJECT_CLASS (entente_between_panel_parent_class)->dispose (object);
}

static void
entente_between_panel_class_init (EntenteBetweenPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_between_panel_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-between-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, first_swatch);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, first_name);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, first_clear);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, second_swatch);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, second_name);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, second_clear);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, either_way);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, first_to_second);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, second_to_first);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, way);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, exclusive);
  gtk_widget_class_bind_template_child (widget_class, EntenteBetweenPanel, members);
  gtk_widget_class_bind_template_callback (widget_class, clear_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_second_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_cb);
  gtk_widget_class_bind_template_callback (widget_class, direction_cb);
  gtk_widget_class_bind_template_callback (widget_class, exclusive_cb);
  gtk_widget_class_bind_template_callback (widget_class, members_cb);
}

static void
entente_between_panel_init (EntenteBetweenPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
entente_between_panel_set_session (EntenteBetweenPanel *self, EntenteSession *session)
{
  forget_session (self);
  g_set_object (&self->session, session);
  if (!session)
    return;
  g_signal_connect_swapped (session, "notify::query", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entente_session_get_study (session),
                            "notify::chronicle",
                            G_CALLBACK (changed_cb),
                            self);
  update (self);
}
