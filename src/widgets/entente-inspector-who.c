/* Chips of those who took part, and the two small popovers that change them: one to add somebody,
 * one on each chip. Every change is a step of its own. Main thread; part of the inspector.
 */
#include "config.h"

#include "entente-actor-chip.h"
#include "entente-actor-entry.h"
#include "entente-actor-form.h"
#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-inspector-who.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntenteParticipation *part;
} Part;

static void
free_part (gpointer data)
{
  Part *part = data;

  g_object_unref (part->session);
  entente_participation_unref (part->part);
  g_free (part);
}

static EntenteChronicle *
get_chronicle (EntenteSession *session)
{
  return entente_study_get_chronicle (entente_session_get_study (session));
}

/* ---- a chip and its popover ---- */

static void
close_popover (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
role_cb (GtkDropDown *choice, GParamSpec *pspec, Part *part)
{
  int role = entente_enum_choice_get (GTK_WIDGET (choice));
  EntenteStep *step;

  if (role == part->part->role)
    return;
  close_popover (GTK_WIDGET (choice));
  step = entente_commands_set_field (ENTENTE_ENTITY_PARTICIPATION,
                                     part->part->record.id,
                                     "role",
                                     entente_enum_nick (ENTENTE_ENUM_ROLE, role),
                                     NULL);
  entente_session_apply (part->session, step, _ ("Part changed"));
}

static void
remove_cb (GtkWidget *button, Part *part)
{
  close_popover (button);
  entente_session_apply (
    part->session,
    entente_commands_delete (ENTENTE_ENTITY_PARTICIPATION, part->part->record.id),
    _ ("Taken out of the event"));
}

static void
only_this_cb (GtkWidget *button, Part *part)
{
  EntenteQuery *query = entente_query_copy (entente_session_get_query (part->session));

  entente_query_only_actor (query, part->part->actor);
  close_popover (button);
  entente_session_set_query (part->session, query);
  entente_query_unref (query);
}

static void
about_cb (GtkWidget *button, Part *part)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (button));

  close_popover (button);
  entente_actor_form_present (window, part->session, part->part->actor);
}

static void
activate (GtkWidget *button, const char *action, Part *part)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (button));

  close_popover (button);
  gtk_widget_activate_action (window, action, "x", part->part->actor);
}

static void
merge_cb (GtkWidget *button, Part *part)
{
  activate (button, "win.merge-actor", part);
}

static void
split_cb (GtkWidget *button, Part *part)
{
  activate (button, "win.split-actor", part);
}

static void
add_button (GtkWidget *box, const char *label, GCallback callback, Part *part)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  g_signal_connect (button, "clicked", callback, part);
  gtk_box_append (GTK_BOX (box), button);
}

/* Made when it is asked for: most chips are only read. */
static void
create_popover (GtkMenuButton *chip, gpointer data)
{
  Part *part = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *role = entente_enum_choice_new (ENTENTE_ENUM_ROLE, _ ("Part in the event"));

  entente_enum_choice_set (role, part->part->role);
  g_signal_connect (role, "notify::selected", G_CALLBACK (role_cb), part);
  gtk_box_append (GTK_BOX (box), role);
  add_button (box, _ ("About This Actor…"), G_CALLBACK (about_cb), part);
  add_button (box, _ ("Merge With…"), G_CALLBACK (merge_cb), part);
  add_button (box, _ ("Split…"), G_CALLBACK (split_cb), part);
  add_button (box, _ ("Filter by This Actor"), G_CALLBACK (only_this_cb), part);
  add_button (box, _ ("Take Out"), G_CALLBACK (remove_cb), part);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (chip, popover);
}

/* ---- all chips ---- */

static void
add_chip (GtkWidget *box,
          EntenteSession *session,
          const EntenteEventDetail *detail,
          EntenteParticipation *participation)
{
  Part *part = g_new (Part, 1);
  EntenteSpan window = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  GtkWidget *chip;

  if (detail->event->when)
    window = entente_date_get_window (detail->event->when);
  chip = entente_actor_chip_new (get_chronicle (session),
                                 participation->actor,
                                 NULL,
                                 participation->role,
                                 window);
  *part = (Part){ g_object_ref (session), entente_participation_ref (participation) };
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (chip), create_popover, part, free_part);
  gtk_box_append (GTK_BOX (box), chip);
}

/* Those with @role, or with @role -1 all that are neither initiator nor addressee. */
static guint
add_chips (GtkWidget *box, EntenteSession *session, EntenteEventDetail *detail, int role)
{
  guint n = 0;

  for (guint i = 0; i < detail->participations->len; i++) {
    EntenteParticipation *part = detail->participations->pdata[i];
    gboolean is_other =
      part->role != ENTENTE_ROLE_INITIATOR && part->role != ENTENTE_ROLE_ADDRESSEE;

    if (role < 0 ? !is_other : part->role != role)
      continue;
    add_chip (box, session, detail, part);
    n++;
  }
  return n;
}

static gboolean
has_role (const EntenteEventDetail *detail, int role)
{
  for (guint i = 0; i < detail->participations->len; i++)
    if (((EntenteParticipation *) detail->participations->pdata[i])->role == role)
      return TRUE;
  return FALSE;
}

static void
add_word (GtkWidget *box, const char *word)
{
  GtkWidget *label = gtk_label_new (word);

  gtk_widget_add_css_class (label, "chip-word");
  gtk_box_append (GTK_BOX (box), label);
}

void
entente_inspector_who_fill (GtkWidget *box, EntenteSession *session, EntenteEventDetail *detail)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
  if (add_chips (box, session, detail, ENTENTE_ROLE_INITIATOR) > 0 &&
      has_role (detail, ENTENTE_ROLE_ADDRESSEE))
    add_word (box, _ ("to"));
  add_chips (box, session, detail, ENTENTE_ROLE_ADDRESSEE);
  add_chips (box, session, detail, -1);
  if (detail->participations->len == 0)
    add_word (box, _ ("nobody named yet"));
}

/* ---- adding ---- */

static EntenteStep *
create_step (EntenteSession *session, EntenteId actor, const char *name, int role)
{
  g_autoptr (EntenteParticipation) part = entente_participation_new ();
  g_autoptr (EntenteActor) fresh = NULL;
  EntenteStep *step;

  part->event = entente_session_get_selected_event (session);
  part->actor = actor;
  part->role = role;
  if (actor != ENTENTE_ID_NONE)
    return entente_commands_put (part);
  fresh = entente_actor_new ();
  fresh->name = g_strdup (name);
  step = entente_commands_add_actor (fresh, NULL, NULL);
  part->actor = fresh->record.id;
  entente_step_insert (step, part);
  return step;
}

static void
chosen_cb (EntenteActorEntry *entry, gint64 actor, const char *name, EntenteSession *session)
{
  GtkWidget *role = g_object_get_data (G_OBJECT (entry), "entente-role");

  close_popover (GTK_WIDGET (entry));
  if (entente_session_get_selected_event (session) == ENTENTE_ID_NONE)
    return;
  entente_session_apply (session,
                         create_step (session, actor, name, entente_enum_choice_get (role)),
                         NULL);
}

static void
show_cb (GtkWidget *popover, EntenteActorEntry *entry)
{
  EntenteSession *session = g_object_get_data (G_OBJECT (entry), "entente-session");

  entente_actor_entry_set_chronicle (entry, get_chronicle (session));
  entente_actor_entry_set_text (entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

GtkWidget *
entente_inspector_who_new_popover (EntenteSession *session)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = entente_actor_entry_new ();
  GtkWidget *role = entente_enum_choice_new (ENTENTE_ENUM_ROLE, _ ("Part in the event"));

  entente_actor_entry_set_allows_new (ENTENTE_ACTOR_ENTRY (entry), TRUE);
  entente_actor_entry_set_placeholder (ENTENTE_ACTOR_ENTRY (entry), _ ("Actor, alias, spelling"));
  gtk_widget_set_size_request (entry, 240, -1);
  g_object_set_data (G_OBJECT (entry), "entente-role", role);
  g_object_set_data_full (G_OBJECT (entry),
                          "entente-session",
                          g_object_ref (session),
                          g_object_unref);
  g_signal_connect_object (entry, "actor-chosen", G_CALLBACK (chosen_cb), session, 0);
  g_signal_connect (popover, "show", G_CALLBACK (show_cb), entry);
  gtk_box_append (GTK_BOX (box), role);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}
