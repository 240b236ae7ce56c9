/* Chips in a box that wraps, then a drop-down list of parts and an entry for one more. A chip opens
 * a popover in which its part is changed or it is taken out. New actors get their ids here and are
 * made with the step of the form. Main thread.
 */
#include "config.h"

#include "entente-actor-chip.h"
#include "entente-actor-entry.h"
#include "entente-actor.h"
#include "entente-enum-choice.h"
#include "entente-event.h"
#include "entente-tooltip.h"
#include "entente-who-field-private.h"
#include "entente-wrap-layout.h"
#include <glib/gi18n.h>

#define SPACING_PX 6

G_DEFINE_FINAL_TYPE (EntenteWhoField, entente_who_field, GTK_TYPE_WIDGET)

static guint changed_signal, refused_signal;

static void update_chips (EntenteWhoField *self);

static void
changed (EntenteWhoField *self)
{
  update_chips (self);
  g_signal_emit (self, changed_signal, 0);
}

static const char *
find_new_name (EntenteWhoField *self, EntenteId id)
{
  for (guint i = 0; i < self->actors->len; i++) {
    const EntenteActor *actor = self->actors->pdata[i];

    if (actor->record.id == id)
      return actor->name;
  }
  return NULL;
}

/* One that is to be made already, for whoever types a new name twice. */
static EntenteId
find_new (EntenteWhoField *self, const char *name)
{
  for (guint i = 0; i < self->actors->len; i++) {
    const EntenteActor *actor = self->actors->pdata[i];

    if (g_strcmp0 (actor->name, name) == 0)
      return actor->record.id;
  }
  return ENTENTE_ID_NONE;
}

static EntenteId
find_or_make (EntenteWhoField *self, const char *name)
{
  EntenteId id = find_new (self, name);
  EntenteActor *actor;

  if (id != ENTENTE_ID_NONE)
    return id;
  actor = entente_actor_new ();
  actor->record.id = entente_id_new ();
  actor->name = g_strdup (name);
  g_ptr_array_add (self->actors, actor);
  return actor->record.id;
}

static gboolean
has_part (EntenteWhoField *self, EntenteId actor, int role)
{
  for (guint i = 0; i < self->parts->len; i++) {
    const EntenteParticipation *part = self->parts->pdata[i];

    if (part->actor == actor && part->role == role)
      return TRUE;
  }
  return FALSE;
}

/* ---- a chip ---- */

static EntenteParticipation *
get_part (GtkWidget *widget)
{
  GtkWidget *chip = gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON);

  return g_object_get_data (G_OBJECT (chip), "part");
}

/* The part of the next actor: what is not yet there. */
static void
offer_role (EntenteWhoField *self)
{
  if (entente_who_field_count (self, ENTENTE_ROLE_INITIATOR) == 0)
    entente_enum_choice_set (self->role, ENTENTE_ROLE_INITIATOR);
  else if (entente_who_field_count (self, ENTENTE_ROLE_ADDRESSEE) == 0)
    entente_enum_choice_set (self->role, ENTENTE_ROLE_ADDRESSEE);
}

static gboolean
changed_cb (gpointer data)
{
  EntenteWhoField *self = data;

  if (self->chronicle) {
    offer_role (self);
    changed (self);
    gtk_widget_grab_focus (self->entry);
  }
  return G_SOURCE_REMOVE;
}

/* The chips are made anew, and with them the popover that @widget is in: it must have gone before,
 * or it takes the pointer and the keyboard along. */
static void
change_when_closed (EntenteWhoField *self, GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, changed_cb, g_object_ref (self), g_object_unref);
}

static void
role_cb (GtkWidget *choice, GParamSpec *pspec, EntenteWhoField *self)
{
  EntenteParticipation *part = get_part (choice);
  int role = entente_enum_choice_get (choice);

  if (part->role == role)
    return;
  part->role = role;
  change_when_closed (self, choice);
}

static void
remove_cb (GtkWidget *button, EntenteWhoField *self)
{
  g_ptr_array_remove (self->parts, get_part (button));
  change_when_closed (self, button);
}

/* What was taken for a name is no actor: in each part that it had. */
static void
refuse_cb (GtkWidget *button, EntenteWhoField *self)
{
  EntenteId fresh = get_part (button)->actor;
  g_autofree char *name = g_strdup (find_new_name (self, fresh));

  for (guint i = self->parts->len; i > 0; i--)
    if (((EntenteParticipation *) self->parts->pdata[i - 1])->actor == fresh)
      g_ptr_array_remove_index (self->parts, i - 1);
  change_when_closed (self, button);
  g_signal_emit (self, refused_signal, 0, name);
}

/* ---- other names ---- */

/* A new actor is a known one: in each part that it had. */
static void
known_cb (EntenteActorEntry *entry, gint64 actor, const char *name, EntenteWhoField *self)
{
  EntenteId fresh = get_part (GTK_WIDGET (entry))->actor;
  guint32 index = entente_chronicle_find_actor (self->chronicle, actor);

  if (index == ENTENTE_NO_INDEX)
    return;
  entente_who_field_offer_name (self,
                                entente_chronicle_get_actor (self->chronicle, index),
                                find_new_name (self, fresh));
  for (guint i = self->parts->len; i > 0; i--) {
    EntenteParticipation *part = self->parts->pdata[i - 1];

    if (part->actor != fresh)
      continue;
    if (has_part (self, actor, part->role))
      g_ptr_array_remove_index (self->parts, i - 1);
    else
      part->actor = actor;
  }
  change_when_closed (self, GTK_WIDGET (entry));
}

static GtkWidget *
create_known_entry (EntenteWhoField *self)
{
  GtkWidget *entry = entente_actor_entry_new ();

  entente_actor_entry_set_chronicle (ENTENTE_ACTOR_ENTRY (entry), self->chronicle);
  entente_actor_entry_set_placeholder (ENTENTE_ACTOR_ENTRY (entry), _ ("Is the same as"));
  g_signal_connect_object (entry, "actor-chosen", G_CALLBACK (known_cb), self, G_CONNECT_DEFAULT);
  return entry;
}

static GtkWidget *
create_refuse_button (EntenteWhoField *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Not an Actor"));

  entente_tooltip_set_text (button, _ ("This name is not proposed again, in any article"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (refuse_cb), self, G_CONNECT_AFTER);
  return button;
}

static GtkWidget *
create_popover (EntenteWhoField *self, const EntenteParticipation *part)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *role = entente_enum_choice_new (ENTENTE_ENUM_ROLE, _ ("Part in the event"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Take Out"));

  entente_enum_choice_set (role, part->role);
  g_signal_connect_object (role, "notify::selected", G_CALLBACK (role_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_AFTER);
  gtk_box_append (GTK_BOX (box), role);
  if (find_new_name (self, part->actor))
    gtk_box_append (GTK_BOX (box), create_known_entry (self));
  gtk_box_append (GTK_BOX (box), button);
  if (find_new_name (self, part->actor))
    gtk_box_append (GTK_BOX (box), create_refuse_button (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
name_chip (EntenteWhoField *self, GtkWidget *chip, const EntenteParticipation *part)
{
  guint32 index = entente_chronicle_find_actor (self->chronicle, part->actor);
  const char *name = index == ENTENTE_NO_INDEX
                       ? find_new_name (self, part->actor)
                       : entente_chronicle_get_actor (self->chronicle, index)->name;
  g_autofree char *said = g_strdup_printf ("%s, %s",
                                           name ? name : "",
                                           entente_enum_label (ENTENTE_ENUM_ROLE, part->role));

  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
add_chip (EntenteWhoField *self, EntenteParticipation *part)
{
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  GtkWidget *chip = entente_actor_chip_new (self->chronicle,
                                            part->actor,
                                            find_new_name (self, part->actor),
                                            part->role,
                                            always);

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (chip), create_popover (self, part));
  g_object_set_data_full (G_OBJECT (chip),
                          "part",
                          entente_participation_ref (part),
                          entente_record_unref);
  entente_tooltip_set_text (chip, entente_enum_label (ENTENTE_ENUM_ROLE, part->role));
  name_chip (self, chip, part);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

static void
add_chips (EntenteWhoField *self, int role)
{
  for (guint i = 0; i < self->parts->len; i++) {
    EntenteParticipation *part = self->parts->pdata[i];
    gboolean is_other =
      part->role != ENTENTE_ROLE_INITIATOR && part->role != ENTENTE_ROLE_ADDRESSEE;

    if (role < 0 ? is_other : part->role == role)
      add_chip (self, part);
  }
}

static void
update_chips (EntenteWhoField *self)
{
  GtkWidget *child, *word;

  while ((child = gtk_widget_get_first_child (self->chips)))
    gtk_box_remove (GTK_BOX (self->chips), child);
  add_chips (self, ENTENTE_ROLE_INITIATOR);
  if (entente_who_field_count (self, ENTENTE_ROLE_ADDRESSEE) > 0) {
    word = gtk_label_new (_ ("to"));
    gtk_widget_add_css_class (word, "chip-word");
    gtk_box_append (GTK_BOX (self->chips), word);
  }
  add_chips (self, ENTENTE_ROLE_ADDRESSEE);
  add_chips (self, -1);
  gtk_widget_set_visible (self->chips, self->parts->len > 0);
}

/* ---- adding ---- */

static void
show_note (EntenteWhoField *self, const char *sentence, gboolean offers_new)
{
  gtk_label_set_text (GTK_LABEL (self->note_label), sentence ? sentence : "");
  gtk_widget_set_visible (self->note, sentence != NULL);
  gtk_widget_set_visible (self->note_button, offers_new);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence ? sentence : "",
                                  -1);
}

static void
edited_cb (EntenteWhoField *self)
{
  show_note (self, NULL, FALSE);
}

static void
chosen_cb (EntenteActorEntry *entry, gint64 actor, const char *name, EntenteWhoField *self)
{
  show_note (self, NULL, FALSE);
  entente_who_field_add (self, actor, name, entente_enum_choice_get (self->role));
}

/* What is typed becomes a chip: @actor, or a new one with that name. */
static void
take (EntenteWhoField *self, EntenteId actor, const char *name)
{
  entente_actor_entry_set_text (ENTENTE_ACTOR_ENTRY (self->entry), "");
  chosen_cb (ENTENTE_ACTOR_ENTRY (self->entry), actor, name, self);
}

static void
new_cb (EntenteWhoField *self)
{
  g_autofree char *name = entente_actor_entry_dup_name (ENTENTE_ACTOR_ENTRY (self->entry));

  if (name)
    take (self, ENTENTE_ID_NONE, name);
  gtk_widget_grab_focus (self->entry);
}

gboolean
entente_who_field_settle (EntenteWhoField *self)
{
  EntenteActorEntry *entry = ENTENTE_ACTOR_ENTRY (self->entry);
  g_autofree char *name = entente_actor_entry_dup_name (entry);
  const char *error = name ? entente_actor_entry_get_error (entry) : NULL;
  EntenteId actor = name && !error ? entente_actor_entry_get_actor (entry) : ENTENTE_ID_NONE;
  g_autofree char *unknown = NULL;

  if (name && !error && actor == ENTENTE_ID_NONE)
    actor = find_new (self, name);
  if (actor != ENTENTE_ID_NONE)
    take (self, actor, name);
  if (!name || actor != ENTENTE_ID_NONE)
    return TRUE;
  unknown = g_strdup_printf (_ ("“%s” is no actor of this study yet."), name);
  show_note (self, error ? error : unknown, error == NULL);
  return FALSE;
}

gboolean
entente_who_field_is_pending (EntenteWhoField *self)
{
  g_autofree char *name = entente_actor_entry_dup_name (ENTENTE_ACTOR_ENTRY (self->entry));

  return name != NULL;
}

static void
left_cb (EntenteWhoField *self)
{
  if (self->chronicle)
    entente_who_field_settle (self);
}

static void
add_note (EntenteWhoField *self)
{
  self->note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->note_label = gtk_label_new (NULL);
  self->note_button = gtk_button_new_with_mnemonic (_ ("Add as _New Actor"));
  gtk_label_set_wrap (GTK_LABEL (self->note_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->note_label), 0);
  gtk_widget_set_hexpand (self->note_label, TRUE);
  gtk_widget_set_valign (self->note_button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->note), self->note_label);
  gtk_box_append (GTK_BOX (self->note), self->note_button);
  gtk_box_append (GTK_BOX (self->box), self->note);
  g_signal_connect_swapped (self->note_button, "clicked", G_CALLBACK (new_cb), self);
  show_note (self, NULL, FALSE);
}

static void
entente_who_field_dispose (GObject *object)
{
  EntenteWhoField *self = ENTENTE_WHO_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->extras, g_ptr_array_unref);
  g_clear_pointer (&self->learnt, g_ptr_array_unref);

  G_OBJECT_CLASS (entente_who_field_parent_class)->dispose (object);
}

/* Else Tab would come to what grab_focus () chooses, and Shift+Tab never leave it. */
static gboolean
entente_who_field_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (ENTENTE_WHO_FIELD (widget)->box, direction);
}

static gboolean
entente_who_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ENTENTE_WHO_FIELD (widget)->entry);
}

static void
entente_who_field_class_init (EntenteWhoFieldClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_who_field_dispose;
  widget_class->focus = entente_who_field_focus;
  widget_class->grab_focus = entente_who_field_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  changed_signal = g_signal_new ("changed",
                                 ENTENTE_TYPE_WHO_FIELD,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
  refused_signal = g_signal_new ("refused",
                                 ENTENTE_TYPE_WHO_FIELD,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_STRING);
}

static void
follow_entry (EntenteWhoField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (self->entry, "actor-chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->entry, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

static void
entente_who_field_init (EntenteWhoField *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->parts = g_ptr_array_new_with_free_func (entente_record_unref);
  self->actors = g_ptr_array_new_with_free_func (entente_record_unref);
  self->extras = g_ptr_array_new_with_free_func (entente_record_unref);
  self->learnt = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->role = entente_enum_choice_new (ENTENTE_ENUM_ROLE, _ ("Part of the next actor"));
  self->entry = entente_actor_entry_new ();
  gtk_widget_set_layout_manager (self->chips, entente_wrap_layout_new (SPACING_PX));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_hexpand (self->entry, TRUE);
  entente_actor_entry_set_allows_new (ENTENTE_ACTOR_ENTRY (self->entry), TRUE);
  entente_actor_entry_set_placeholder (ENTENTE_ACTOR_ENTRY (self->entry),
                                       _ ("Add an actor by name or alias"));
  follow_entry (self);
  gtk_box_append (GTK_BOX (line), self->role);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_box_append (GTK_BOX (self->box), self->names);
  gtk_box_append (GTK_BOX (self->box), line);
  add_note (self);
  update_chips (self);
}

GtkWidget *
entente_who_field_new (void)
{
  return g_object_new (ENTENTE_TYPE_WHO_FIELD, NULL);
}

void
entente_who_field_set_chronicle (EntenteWhoField *self, const EntenteChronicle *chronicle)
{
  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  self->chronicle = entente_chronicle_ref (chronicle);
  entente_actor_entry_set_chronicle (ENTENTE_ACTOR_ENTRY (self->entry), chronicle);
}

void
entente_who_field_set_parts (EntenteWhoField *self, GPtrArray *parts)
{
  g_ptr_array_set_size (self->parts, 0);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (self->parts, entente_participation_copy (parts->pdata[i]));
  update_chips (self);
}

void
entente_who_field_add (EntenteWhoField *self, EntenteId actor, const char *name, int role)
{
  EntenteParticipation *part;

  if (actor == ENTENTE_ID_NONE)
    actor = find_or_make (self, name);
  if (has_part (self, actor, role))
    return;
  part = entente_participation_new ();
  part->actor = actor;
  part->role = role;
  g_ptr_array_add (self->parts, part);
  offer_role (self);
  changed (self);
}

GPtrArray *
entente_who_field_dup_parts (EntenteWhoField *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (entente_record_unref);

  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (parts, entente_participation_copy (self->parts->pdata[i]));
  return parts;
}

guint
entente_who_field_count (EntenteWhoField *self, int role)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += ((EntenteParticipation *) self->parts->pdata[i])->role == role;
  return n;
}
