/* The popover is made for its words and goes when it is closed. Main thread.
 */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-actor-words.h"
#include "entente-commands.h"
#include "entente-label.h"
#include "entente-look-alikes.h"
#include "entente-popover-drop.h"
#include <glib/gi18n.h>
#include <string.h>

#define CHOICE_DATA "entente-choice"
#define SPACING_PX 6

/* The actor whose name the words become; none: a new one. */
typedef struct {
  EntenteId actor;
} Choice;

typedef struct {
  EntenteSession *session;
  char *words;
  EntenteActorKind kind; /* of a new one, as the article has it */
  GtkWidget *popover, *box;
  guint n; /* buttons */
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  g_free (form->words);
  g_free (form);
}

static EntenteChronicle *
get_chronicle (Form *form)
{
  return entente_study_get_chronicle (entente_session_get_study (form->session));
}

/* ---- writing ---- */

static EntenteStep *
make_alias (Form *form, EntenteId actor)
{
  g_autoptr (EntenteAlias) alias = entente_alias_new ();

  alias->actor = actor;
  alias->text = g_strdup (form->words);
  return entente_commands_put (alias);
}

static EntenteStep *
make_actor (Form *form)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->name = g_strdup (form->words);
  actor->kind = (int) form->kind;
  return entente_commands_add_actor (actor, NULL, NULL);
}

static void
decide (Form *form, EntenteId actor)
{
  guint32 index = entente_chronicle_find_actor (get_chronicle (form), actor);
  g_autofree char *done =
    index == ENTENTE_NO_INDEX
      ? g_strdup_printf (_ ("Actor added: %s"), form->words)
      : g_strdup_printf (_ ("Also a name of %s: “%s”"),
                         entente_chronicle_get_actor (get_chronicle (form), index)->name,
                         form->words);

  entente_session_apply (form->session,
                         index == ENTENTE_NO_INDEX ? make_actor (form) : make_alias (form, actor),
                         done);
  gtk_popover_popdown (GTK_POPOVER (form->popover));
}

static void
clicked_cb (GtkButton *button, Form *form)
{
  const Choice *choice = g_object_get_data (G_OBJECT (button), CHOICE_DATA);

  decide (form, choice->actor);
}

static void
chosen_cb (EntenteActorEntry *entry, gint64 actor, const char *name, Form *form)
{
  if (actor != ENTENTE_ID_NONE)
    decide (form, actor);
}

/* ---- whom they may name ---- */

static gboolean
has_choice (Form *form, EntenteId actor)
{
  for (GtkWidget *child = gtk_widget_get_first_child (form->box); child;
       child = gtk_widget_get_next_sibling (child)) {
    const Choice *choice = g_object_get_data (G_OBJECT (child), CHOICE_DATA);

    if (choice && choice->actor == actor)
      return TRUE;
  }
  return FALSE;
}

static void
add_button (Form *form, EntenteId actor, const char *text)
{
  GtkWidget *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = g_strdup_printf ("%u", ++form->n);
  GtkWidget *cap = gtk_label_new (number), *label = gtk_label_new (text);
  Choice choice = { actor };

  gtk_widget_add_css_class (cap, "keycap");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (row), cap);
  gtk_box_append (GTK_BOX (row), label);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button),
                          CHOICE_DATA,
                          g_memdup2 (&choice, sizeof choice),
                          g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), form);
  gtk_box_append (GTK_BOX (form->box), button);
}

static void
add_alias_choice (Form *form, guint32 index)
{
  const EntenteActor *actor = entente_chronicle_get_actor (get_chronicle (form), index);
  g_autofree char *text = g_strdup_printf (_ ("Another name of %s"), actor->name);

  if (!has_choice (form, actor->record.id))
    add_button (form, actor->record.id, text);
}

/* Whom the article means by them. */
static void
add_read (Form *form, const EntentePassage *passage, const EntenteProposals *proposals)
{
  const EntenteArticleReading *reading = entente_proposals_get_reading (proposals);

  for (guint i = 0; i < reading->mentions->len; i++) {
    const EntenteReadingMention *mention =
      &g_array_index (reading->mentions, EntenteReadingMention, i);
    const EntenteReadingActor *actor =
      &g_array_index (reading->actors, EntenteReadingActor, mention->actor);
    guint32 index = entente_chronicle_find_actor (get_chronicle (form), actor->known);

    if (mention->span.start_char >= passage->end || mention->span.end_char <= passage->start)
      continue;
    form->kind = actor->kind;
    if (index != ENTENTE_NO_INDEX)
      add_alias_choice (form, index);
  }
}

static void
add_alike (Form *form)
{
  EntenteChronicle *chronicle = get_chronicle (form);
  guint n = entente_chronicle_get_n_actors (chronicle);
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_auto (GStrv) alike = NULL;

  for (guint32 i = 0; i < n; i++)
    names[i] = entente_chronicle_get_actor (chronicle, i)->name;
  alike = entente_look_alikes_find (form->words, names);
  for (guint i = 0; alike[i]; i++) {
    g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, alike[i]);

    if (found->len > 0)
      add_alias_choice (form, g_array_index (found, guint32, 0));
  }
}

/* A name that somebody bears already needs no second entry. */
static gboolean
add_known (Form *form)
{
  g_autoptr (GArray) found =
    entente_chronicle_find_actors_by_name (get_chronicle (form), form->words);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (found->len == 0)
    return FALSE;
  text = g_strdup_printf (
    _ ("“%s” is a name of %s already."),
    form->words,
    entente_chronicle_get_actor (get_chronicle (form), g_array_index (found, guint32, 0))->name);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (form->box), label);
  return TRUE;
}

/* ---- keys ---- */

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, Form *form)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (form->popover));
  guint number = key - GDK_KEY_0, at = 0;

  if (key < GDK_KEY_1 || key > GDK_KEY_9 || GTK_IS_EDITABLE (focus) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (form->box); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && ++at == number) {
      clicked_cb (GTK_BUTTON (child), form);
      return TRUE;
    }
  return FALSE;
}

static void
add_entry (Form *form)
{
  GtkWidget *entry = entente_actor_entry_new ();

  entente_actor_entry_set_chronicle (ENTENTE_ACTOR_ENTRY (entry), get_chronicle (form));
  entente_actor_entry_set_placeholder (ENTENTE_ACTOR_ENTRY (entry), _ ("Another name of…"));
  g_signal_connect (entry, "actor-chosen", G_CALLBACK (chosen_cb), form);
  gtk_box_append (GTK_BOX (form->box), entry);
}

static void
fill (Form *form, const EntentePassage *passage, const EntenteProposals *proposals)
{
  g_autofree char *quoted = g_strdup_printf ("“%s”", form->words);
  g_autofree char *fresh = g_strdup_printf (_ ("New actor: %s"), form->words);
  GtkWidget *heading = entente_label_new_line (quoted, "form-label");

  gtk_label_set_max_width_chars (GTK_LABEL (heading), 40);
  gtk_box_append (GTK_BOX (form->box), heading);
  if (add_known (form))
    return;
  if (proposals)
    add_read (form, passage, proposals);
  add_alike (form);
  add_button (form, ENTENTE_ID_NONE, fresh);
  add_entry (form);
}

static GtkWidget *
find_button (Form *form)
{
  GtkWidget *child = gtk_widget_get_first_child (form->box);

  while (child && !GTK_IS_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

void
entente_actor_words_present (GtkWidget *parent,
                             const GdkRectangle *at,
                             EntenteSession *session,
                             const EntentePassage *passage,
                             const EntenteProposals *proposals)
{
  Form *form = g_new0 (Form, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  form->session = g_object_ref (session);
  form->words = g_strdelimit (g_strdup (passage->quote), "\n\t", ' ');
  form->popover = gtk_popover_new ();
  form->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING_PX);
  g_object_set_data_full (G_OBJECT (form->popover), "entente-form", form, free_form);
  gtk_popover_set_child (GTK_POPOVER (form->popover), form->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Actor from the selected words"),
                                  -1);
  fill (form, passage, proposals);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), form);
  gtk_widget_add_controller (form->popover, keys);
  g_signal_connect (form->popover, "closed", G_CALLBACK (entente_popover_drop_later), NULL);
  gtk_widget_set_parent (form->popover, parent);
  gtk_popover_set_position (GTK_POPOVER (form->popover), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (form->popover), at);
  gtk_popover_popup (GTK_POPOVER (form->popover));
  if (find_button (form))
    gtk_widget_grab_focus (find_button (form));
}
