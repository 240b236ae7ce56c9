/* What can be done with the move that has the keyboard, with its lane and with the view: each is a
 * class action of the widget, which keys, the context menu and assistive technology share. What
 * works on moves works on the selection where that has several. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-event-form.h"
#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define ZOOM_HERE 4.0

gboolean
entente_timeline_actions_can_edit (EntenteTimeline *self)
{
  return self->session != NULL && !entente_study_is_read_only (self->study);
}

static guint32
get_row (EntenteTimeline *self)
{
  return entente_timeline_keys_get_row (self);
}

/* ---- views ---- */

static void
view_back (EntenteTimeline *self)
{
  entente_timeline_history_go (self, -1);
}

static void
view_forward (EntenteTimeline *self)
{
  entente_timeline_history_go (self, 1);
}

static void
zoom_here (EntenteTimeline *self)
{
  entente_timeline_view_zoom (self, CLAMP (self->menu_x, 0, self->scale.width_px), ZOOM_HERE, TRUE);
}

static void
zoom_event (EntenteTimeline *self)
{
  if (get_row (self) == ENTENTE_NO_INDEX)
    return;
  entente_timeline_feed_select (self, self->focus_event);
  entente_timeline_zoom_to_selection (self);
}

static void
copy (EntenteTimeline *self)
{
  entente_timeline_copy (self, TRUE);
}

static void
copy_picture (EntenteTimeline *self)
{
  entente_timeline_copy (self, FALSE);
}

/* ---- selecting ---- */

/* For assistive technology, which cannot give the keyboard to an object in this version of GTK. */
static void
give_keyboard (EntenteTimeline *self)
{
  entente_timeline_keys_focus (self);
}

static void
peek (EntenteTimeline *self)
{
  if (get_row (self) == ENTENTE_NO_INDEX)
    return;
  entente_timeline_feed_select (self, self->focus_event);
  entente_timeline_peek_show (self, get_row (self));
}

static void
show_words (EntenteTimeline *self)
{
  if (get_row (self) == ENTENTE_NO_INDEX)
    return;
  entente_timeline_feed_select (self, self->focus_event);
  entente_timeline_feed_reveal_words (self);
}

static void
toggle_selected (EntenteTimeline *self)
{
  if (get_row (self) == ENTENTE_NO_INDEX)
    return;
  entente_timeline_feed_toggle (self, self->focus_event);
  entente_timeline_keys_say (self, NULL);
}

static void
select_between (EntenteTimeline *self)
{
  if (get_row (self) != ENTENTE_NO_INDEX)
    entente_timeline_input_select_between (self, get_row (self));
}

/* From the first to the last of the selection, else of the move that has the keyboard; a second
 * time takes the mark away. */
static void
mark_range (EntenteTimeline *self)
{
  g_autoptr (GArray) rows = entente_timeline_feed_get_selected_rows (self);
  EntenteSpan range;
  guint32 focus = get_row (self);

  if (rows->len == 0 && focus != ENTENTE_NO_INDEX)
    g_array_append_val (rows, focus);
  if (!entente_timeline_view_find_span (self, rows, ENTENTE_SECONDS_PER_DAY, &range))
    return;
  entente_timeline_feed_set_range (
    self,
    !(self->has_range && self->range.start == range.start && self->range.end == range.end),
    range);
}

/* ---- editing ---- */

static void
edit (EntenteTimeline *self)
{
  if (get_row (self) != ENTENTE_NO_INDEX && entente_timeline_actions_can_edit (self))
    entente_event_form_present (GTK_WIDGET (self),
                                self->session,
                                self->focus_event,
                                ENTENTE_ID_NONE,
                                NULL);
}

static void
link_by_keys (EntenteTimeline *self)
{
  if (self->linking)
    entente_timeline_linking_end (self);
  else
    entente_timeline_linking_begin (self, get_row (self), TRUE);
}

static void
pin (EntenteTimeline *self)
{
  guint32 row = get_row (self);
  EntenteEventRow values;
  EntenteStep *step;
  gboolean is_pinned;

  if (row == ENTENTE_NO_INDEX || !entente_timeline_actions_can_edit (self))
    return;
  entente_chronicle_get_row (self->chronicle, row, &values);
  is_pinned = (values.flags & ENTENTE_ROW_PINNED) != 0;
  step = entente_commands_set_field (ENTENTE_ENTITY_EVENT,
                                     self->focus_event,
                                     "pinned",
                                     is_pinned ? "false" : "true",
                                     NULL);
  if (step == NULL)
    return;
  entente_session_apply (self->session, step, NULL);
  entente_timeline_keys_say (self, is_pinned ? _ ("No longer pinned.") : _ ("Pinned."));
}

static void
earlier (EntenteTimeline *self)
{
  entente_timeline_shift_step (self, -1);
}

static void
later (EntenteTimeline *self)
{
  entente_timeline_shift_step (self, 1);
}

static void
delete_selected (EntenteTimeline *self)
{
  g_autoptr (GArray) events = g_array_copy (self->selection);
  g_autofree char *done = NULL;

  if (events->len == 0 && get_row (self) != ENTENTE_NO_INDEX)
    g_array_append_val (events, self->focus_event);
  if (events->len == 0 || !entente_timeline_actions_can_edit (self))
    return;
  done = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u event deleted", "%u events deleted", events->len),
    events->len);
  entente_session_apply (
    self->session,
    entente_commands_delete_events ((const EntenteId *) (gpointer) events->data, events->len),
    done);
}

/* ---- the table ---- */

typedef struct {
  const char *name; /* without "timeline." */
  void (*act) (EntenteTimeline *self); /* NULL: as the key does, see entente-timeline-keys.c */
  guint key;
  GdkModifierType modifiers;
  gboolean edits;
} Deed;

static const Deed deeds[] = {
  { "view-back", view_back, GDK_KEY_comma, GDK_ALT_MASK, FALSE },
  { "view-forward", view_forward, GDK_KEY_period, GDK_ALT_MASK, FALSE },
  { "focus", give_keyboard, 0, 0, FALSE },
  { "peek", peek, GDK_KEY_space, 0, FALSE },
  { "toggle-selected", toggle_selected, GDK_KEY_space, GDK_CONTROL_MASK, FALSE },
  { "select-between", select_between, GDK_KEY_space, GDK_SHIFT_MASK, FALSE },
  { "show-words", show_words, 0, 0, FALSE },
  { "list", entente_timeline_cell_list, GDK_KEY_l, 0, FALSE },
  { "select-cell", entente_timeline_cell_select, 0, 0, FALSE },
  { "zoom-cell", entente_timeline_cell_zoom, 0, 0, FALSE },
  { "edit", edit, GDK_KEY_e, 0, TRUE },
  { "link", link_by_keys, GDK_KEY_r, 0, TRUE },
  { "turning-point", entente_timeline_turns_edit, GDK_KEY_v, 0, TRUE },
  { "round", entente_timeline_rounds_join, 0, 0, TRUE },
  { "pin", pin, GDK_KEY_asterisk, 0, TRUE },
  { "earlier", earlier, GDK_KEY_Left, GDK_ALT_MASK, TRUE },
  { "later", later, GDK_KEY_Right, GDK_ALT_MASK, TRUE },
  { "delete", delete_selected, 0, 0, TRUE },
  { "mark-range", mark_range, GDK_KEY_m, 0, FALSE },
  { "only-surely", entente_timeline_range_only_surely, 0, 0, FALSE },
  { "only-possibly", entente_timeline_range_only_possibly, 0, 0, FALSE },
  { "zoom-event", zoom_event, 0, 0, FALSE },
  { "zoom-here", zoom_here, 0, 0, FALSE },
  { "copy", copy, GDK_KEY_c, GDK_CONTROL_MASK, FALSE },
  { "copy-picture", copy_picture, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, FALSE },
  { "menu", entente_timeline_menu_show, GDK_KEY_F10, GDK_SHIFT_MASK, FALSE },
  { "list-undated", entente_timeline_undated_list, 0, 0, FALSE },
  { "next", NULL, GDK_KEY_Right, 0, FALSE },
  { "previous", NULL, GDK_KEY_Left, 0, FALSE },
  { "lane-below", NULL, GDK_KEY_Down, 0, FALSE },
  { "lane-above", NULL, GDK_KEY_Up, 0, FALSE },
  { "first", NULL, GDK_KEY_Home, 0, FALSE },
  { "last", NULL, GDK_KEY_End, 0, FALSE },
  { "next-in-thread", NULL, GDK_KEY_bracketright, 0, FALSE },
  { "previous-in-thread", NULL, GDK_KEY_bracketleft, 0, FALSE },
  { "take", NULL, GDK_KEY_Return, 0, FALSE },
  { "leave", NULL, GDK_KEY_Escape, 0, FALSE },
};

static const char *const of_mark[] = { "next",
                                       "previous",
                                       "lane-below",
                                       "lane-above",
                                       "first",
                                       "last",
                                       "next-in-thread",
                                       "previous-in-thread",
                                       "peek",
                                       "show-words",
                                       "toggle-selected",
                                       "list",
                                       "edit",
                                       "link",
                                       "take",
                                       "leave",
                                       "pin",
                                       "earlier",
                                       "later",
                                       "menu",
                                       NULL };

const char *const *
entente_timeline_actions_of_mark (void)
{
  return of_mark;
}

static void
do_deed (EntenteTimeline *self, const Deed *deed)
{
  entente_timeline_ensure_scene (self);
  if (deed->act != NULL)
    deed->act (self);
  else
    entente_timeline_keys_press (self, deed->key, deed->modifiers);
}

static void
deed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (name + strlen ("timeline."), deeds[i].name)) {
      do_deed (ENTENTE_TIMELINE (widget), &deeds[i]);
      return;
    }
}

void
entente_timeline_actions_update (EntenteTimeline *self)
{
  gboolean can_edit = entente_timeline_actions_can_edit (self);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++) {
    g_autofree char *name = g_strconcat ("timeline.", deeds[i].name, NULL);

    if (deeds[i].edits)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), name, can_edit);
  }
}

void
entente_timeline_actions_install (GtkWidgetClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++) {
    g_autofree char *name = g_strconcat ("timeline.", deeds[i].name, NULL);

    gtk_widget_class_install_action (class, name, NULL, deed_action);
  }
  entente_timeline_filter_install (class);
}

/* ---- keys ---- */

static gboolean
is_modifier (guint key)
{
  return (key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R) || key == GDK_KEY_ISO_Level3_Shift;
}

/* Keys that stand for others, and Shift only where it is no part of the sign ("*" has it on many
 * keyboards). */
static void
normalize (guint *key, GdkModifierType *state)
{
  gunichar sign = gdk_keyval_to_unicode (*key);

  *state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  if (*key == GDK_KEY_Back || *key == GDK_KEY_Forward) {
    *key = *key == GDK_KEY_Back ? GDK_KEY_comma : GDK_KEY_period;
    *state |= GDK_ALT_MASK;
  } else if (*key == GDK_KEY_Menu) {
    *key = GDK_KEY_F10;
    *state |= GDK_SHIFT_MASK;
  } else if (*key == GDK_KEY_KP_Space) {
    *key = GDK_KEY_space;
  } else if (g_unichar_isgraph (sign) && !g_unichar_isalpha (sign)) {
    *state &= ~GDK_SHIFT_MASK;
  }
  if (*key == GDK_KEY_KP_Multiply)
    *key = GDK_KEY_asterisk;
  *key = gdk_keyval_to_lower (*key);
}

/* The look at the words goes with the next key; Space and Escape do no more than that. */
static gboolean
close_peek (EntenteTimeline *self, guint key, GdkModifierType state)
{
  EntenteId peeked = self->peeked;
  gboolean same = peeked == self->focus_event;

  if (!entente_timeline_peek_close (self))
    return FALSE;
  return key == GDK_KEY_Escape || (same && key == GDK_KEY_space && state == 0);
}

void
entente_timeline_actions_leave (EntenteTimeline *self)
{
  entente_timeline_hint_drop (self);
  entente_timeline_peek_close (self);
  if (self->linking)
    entente_timeline_linking_end (self);
}

/* Escape lets go of what is dragged. */
static gboolean
drop_drag (EntenteTimeline *self, guint key)
{
  if (key != GDK_KEY_Escape ||
      (self->drag != TIMELINE_DRAG_LINK && self->drag != TIMELINE_DRAG_CHIP &&
       self->drag != TIMELINE_DRAG_BAND))
    return FALSE;
  self->drag = TIMELINE_DRAG_NONE;
  entente_timeline_linking_end (self);
  return TRUE;
}

gboolean
entente_timeline_actions_press (EntenteTimeline *self, guint key, GdkModifierType state)
{
  if (is_modifier (key))
    return FALSE;
  normalize (&key, &state);
  if ((entente_timeline_hint_drop (self) && key == GDK_KEY_Escape) || drop_drag (self, key) ||
      close_peek (self, key, state) ||
      (state == 0 &&
       (entente_timeline_linking_press (self, key) || entente_timeline_shift_press (self, key))))
    return TRUE;
  if (self->shift != NULL && !(state & GDK_ALT_MASK))
    entente_timeline_shift_keep (self);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (deeds[i].act != NULL && deeds[i].key == key && deeds[i].key != 0 &&
        deeds[i].modifiers == state) {
      do_deed (self, &deeds[i]);
      return TRUE;
    }
  return FALSE;
}
