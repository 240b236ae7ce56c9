/* An entry with a list of actors below it. Names, short labels and aliases are compared after
 * folding; names that begin with what is typed come first. The list takes no keyboard: Up, Down and
 * Enter in the entry choose.
 *
 * A name need not be one actor's alone. So what was set or chosen is kept as an id beside the text,
 * and names are looked up only for a text that somebody typed. Main thread.
 */
#include "config.h"

#include "entente-actor-chip.h"
#include "entente-actor-entry.h"
#include "entente-form-text.h"
#include <glib/gi18n.h>
#include <string.h>

#define MAX_ROWS 8

struct _EntenteActorEntry {
  GtkWidget parent_instance;

  EntenteChronicle *chronicle;
  gboolean allows_new;
  gboolean keeps;
  gboolean is_setting; /* the text is being set, not typed */
  gboolean is_kept; /* the text stands for `actor`, which may be none */
  EntenteId actor;

  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (EntenteActorEntry, entente_actor_entry, GTK_TYPE_WIDGET)

static guint chosen_signal, edited_signal;

/* What a row of the list stands for; actor ENTENTE_NO_INDEX: a new one. */
typedef struct {
  guint32 actor;
  int rank; /* 0: begins with the text, 1: holds it */
  const char *hit; /* alias that was found, or NULL */
} Match;

/* ---- finding ---- */

/* 0 when @name begins with @folded, or a word of it does; 1 when it holds it; -1 when not. */
static int
rank_name (const char *name, const char *folded)
{
  g_autofree char *other = name ? entente_name_fold (name) : NULL;
  const char *found = other ? strstr (other, folded) : NULL;

  if (!found)
    return -1;
  return found == other || found[-1] == ' ' ? 0 : 1;
}

static gboolean
match_actor (EntenteActorEntry *self, guint32 index, const char *folded, Match *match)
{
  const EntenteActor *actor = entente_chronicle_get_actor (self->chronicle, index);
  int rank = rank_name (actor->name, folded);
  const EntenteAlias *const *aliases;
  guint n;

  *match = (Match){ .actor = index, .rank = rank };
  if (rank < 0)
    match->rank = rank_name (actor->short_label, folded);
  aliases = entente_chronicle_get_aliases (self->chronicle, index, &n);
  for (guint i = 0; match->rank < 0 && i < n; i++) {
    match->rank = rank_name (aliases[i]->text, folded);
    match->hit = match->rank < 0 ? NULL : aliases[i]->text;
  }
  return match->rank >= 0;
}

static GArray *
find_matches (EntenteActorEntry *self)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autofree char *folded = entente_name_fold (entente_actor_entry_get_text (self));
  guint n = self->chronicle ? entente_chronicle_get_n_actors (self->chronicle) : 0;
  guint n_first = 0;

  for (guint32 i = 0; *folded && i < n; i++) {
    Match match;

    if (!match_actor (self, i, folded, &match))
      continue;
    if (match.rank == 0)
      g_array_insert_val (matches, n_first++, match);
    else
      g_array_append_val (matches, match);
  }
  g_array_set_size (matches, MIN (matches->len, MAX_ROWS));
  return matches;
}

/* ---- rows ---- */

static void
add_row (EntenteActorEntry *self, GtkWidget *content, guint32 actor)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "actor", GUINT_TO_POINTER (actor));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_match (EntenteActorEntry *self, const Match *match)
{
  const EntenteActor *actor = entente_chronicle_get_actor (self->chronicle, match->actor);
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *hit = gtk_label_new (match->hit);

  gtk_box_append (GTK_BOX (box),
                  entente_actor_chip_new_swatch (self->chronicle, actor->record.id, always));
  gtk_box_append (GTK_BOX (box), gtk_label_new (actor->name));
  gtk_widget_add_css_class (hit, "dim-label");
  gtk_box_append (GTK_BOX (box), hit);
  add_row (self, box, match->actor);
}

static void
add_new (EntenteActorEntry *self, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("New actor “%s”"), name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  add_row (self, label, ENTENTE_NO_INDEX);
}

static void
clear_rows (EntenteActorEntry *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

/* Indexes of all actors with the name in the entry. */
static GArray *
find_known (EntenteActorEntry *self)
{
  g_autofree char *name = entente_actor_entry_dup_name (self);

  return self->chronicle && name ? entente_chronicle_find_actors_by_name (self->chronicle, name)
                                 : g_array_new (FALSE, FALSE, sizeof (guint32));
}

static gboolean
is_known (EntenteActorEntry *self)
{
  g_autoptr (GArray) known = find_known (self);

  return known->len > 0;
}

static void
update_list (EntenteActorEntry *self)
{
  g_autoptr (GArray) matches = find_matches (self);
  g_autofree char *name = entente_actor_entry_dup_name (self);

  clear_rows (self);
  for (guint i = 0; i < matches->len; i++)
    add_match (self, &g_array_index (matches, Match, i));
  if (self->allows_new && name && !is_known (self))
    add_new (self, name);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

/* ---- choosing ---- */

static gboolean
is_open (EntenteActorEntry *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
changed_cb (EntenteActorEntry *self)
{
  self->is_kept = FALSE;
  if (!self->is_setting)
    g_signal_emit (self, edited_signal, 0);
  if (self->is_setting || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  update_list (self);
  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
choose (EntenteActorEntry *self, GtkListBoxRow *row)
{
  guint32 index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "actor"));
  const EntenteActor *actor =
    index == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_actor (self->chronicle, index);
  EntenteId id = actor ? actor->record.id : ENTENTE_ID_NONE;
  g_autofree char *name = actor ? g_strdup (actor->name) : entente_actor_entry_dup_name (self);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->keeps)
    entente_actor_entry_set_actor (self, id, name);
  else
    entente_actor_entry_set_text (self, "");
  g_signal_emit (self, chosen_signal, 0, id, name);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, EntenteActorEntry *self)
{
  choose (self, row);
}

static void
move_row (EntenteActorEntry *self, int step)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int index = row ? gtk_list_box_row_get_index (row) + step : 0;

  row = gtk_list_box_get_row_at_index (list, MAX (index, 0));
  if (row)
    gtk_list_box_select_row (list, row);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        EntenteActorEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (!is_open (self))
    return FALSE;
  switch (key) {
  case GDK_KEY_Down:
    move_row (self, 1);
    return TRUE;
  case GDK_KEY_Up:
    move_row (self, -1);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    if (row)
      choose (self, row);
    return row != NULL;
  case GDK_KEY_Escape:
    gtk_popover_popdown (GTK_POPOVER (self->popover));
    return TRUE;
  default:
    return FALSE;
  }
}

static void
leave_cb (EntenteActorEntry *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* ---- class ---- */

static void
entente_actor_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntenteActorEntry *self = ENTENTE_ACTOR_ENTRY (widget);

  gtk_widget_allocate (self->entry, width, height, baseline, NULL);
  gtk_widget_set_size_request (self->list, MAX (width - 24, 180), -1);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
entente_actor_entry_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  gtk_widget_measure (ENTENTE_ACTOR_ENTRY (widget)->entry,
                      orientation,
                      for_size,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);
}

/* Else Tab would come to what grab_focus () chooses, and Shift+Tab never leave it. */
static gboolean
entente_actor_entry_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (ENTENTE_ACTOR_ENTRY (widget)->entry, direction);
}

static gboolean
entente_actor_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ENTENTE_ACTOR_ENTRY (widget)->entry);
}

static void
entente_actor_entry_dispose (GObject *object)
{
  EntenteActorEntry *self = ENTENTE_ACTOR_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->chronicle, entente_chronicle_unref);

  G_OBJECT_CLASS (entente_actor_entry_parent_class)->dispose (object);
}

static void
entente_actor_entry_class_init (EntenteActorEntryClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_actor_entry_dispose;
  widget_class->size_allocate = entente_actor_entry_size_allocate;
  widget_class->measure = entente_actor_entry_measure;
  widget_class->focus = entente_actor_entry_focus;
  widget_class->grab_focus = entente_actor_entry_grab_focus;
  chosen_signal = g_signal_new ("actor-chosen",
                                ENTENTE_TYPE_ACTOR_ENTRY,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                2,
                                G_TYPE_INT64,
                                G_TYPE_STRING);
  edited_signal = g_signal_new ("edited",
                                ENTENTE_TYPE_ACTOR_ENTRY,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);
}

static void
add_controllers (EntenteActorEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

static void
entente_actor_entry_init (EntenteActorEntry *self)
{
  self->entry = gtk_entry_new ();
  self->popover = gtk_popover_new ();
  self->list = gtk_list_box_new ();
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Actor"),
                                  -1);
  add_controllers (self);
}

GtkWidget *
entente_actor_entry_new (void)
{
  return g_object_new (ENTENTE_TYPE_ACTOR_ENTRY, NULL);
}

void
entente_actor_entry_set_chronicle (EntenteActorEntry *self, const EntenteChronicle *chronicle)
{
  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  self->chronicle = chronicle ? entente_chronicle_ref (chronicle) : NULL;
}

void
entente_actor_entry_set_allows_new (EntenteActorEntry *self, gboolean allows)
{
  self->allows_new = allows;
}

void
entente_actor_entry_set_keeps (EntenteActorEntry *self, gboolean keeps)
{
  self->keeps = keeps;
}

void
entente_actor_entry_set_placeholder (EntenteActorEntry *self, const char *text)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text,
                                  -1);
}

void
entente_actor_entry_set_label (EntenteActorEntry *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

const char *
entente_actor_entry_get_text (EntenteActorEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

char *
entente_actor_entry_dup_name (EntenteActorEntry *self)
{
  return entente_form_text_dup (self->entry);
}

void
entente_actor_entry_set_text (EntenteActorEntry *self, const char *text)
{
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text ? text : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_setting = FALSE;
}

void
entente_actor_entry_set_actor (EntenteActorEntry *self, EntenteId actor, const char *words)
{
  guint32 index =
    self->chronicle ? entente_chronicle_find_actor (self->chronicle, actor) : ENTENTE_NO_INDEX;

  entente_actor_entry_set_text (
    self,
    index == ENTENTE_NO_INDEX ? words : entente_chronicle_get_actor (self->chronicle, index)->name);
  self->is_kept = TRUE;
  self->actor = actor;
}

EntenteId
entente_actor_entry_get_actor (EntenteActorEntry *self)
{
  g_autoptr (GArray) known = self->is_kept ? NULL : find_known (self);

  if (self->is_kept)
    return self->actor;
  if (known->len != 1)
    return ENTENTE_ID_NONE;
  return entente_chronicle_get_actor (self->chronicle, g_array_index (known, guint32, 0))
    ->record.id;
}

void
entente_actor_entry_store (EntenteActorEntry *self, EntenteId *actor, char **words)
{
  if (self->is_kept && self->actor == *actor)
    return;
  *actor = entente_actor_entry_get_actor (self);
  g_clear_pointer (words, g_free);
  if (*actor == ENTENTE_ID_NONE)
    *words = entente_actor_entry_dup_name (self);
}

const char *
entente_actor_entry_get_error (EntenteActorEntry *self)
{
  g_autoptr (GArray) known = self->is_kept ? NULL : find_known (self);

  return known && known->len > 1 ? _ ("Several actors have this name. Choose one from the list.")
                                 : NULL;
}
