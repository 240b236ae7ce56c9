/* The table is made anew for each day and each change of positions; the grid shows what of it is
 * another. Main thread. */
#include "config.h"

#include "entente-positions-view.h"

#include "entente-date-input.h"
#include "entente-position-card.h"
#include "entente-position-form.h"
#include "entente-position-list.h"
#include "entente-positions-grid.h"
#include <adwaita.h>
#include <glib/gi18n.h>

struct _EntentePositionsView {
  GtkWidget parent_instance;

  EntenteSession *session; /* or NULL */
  EntentePositionList *list; /* of the session */
  EntentePositionsTable *table; /* or NULL */
  EntenteSpan day; /* asked about */
  gboolean has_day; /* somebody chose it, or it is that of the last change */
  gboolean is_updating; /* of the slider */

  GtkStack *pages;
  GtkScale *slider;
  GtkEditable *typed;
  GtkToggleButton *filtered;
  GtkLabel *counts, *rest;
  EntentePositionsGrid *grid;
  GtkWidget *undated_part, *undated;
  GtkLabel *undated_title;
};

G_DEFINE_FINAL_TYPE (EntentePositionsView, entente_positions_view, GTK_TYPE_WIDGET)

static EntenteChronicle *
get_chronicle (EntentePositionsView *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

static gboolean
can_edit (EntentePositionsView *self)
{
  return self->session && !entente_study_is_read_only (entente_session_get_study (self->session));
}

/* ---- the filter ---- */

static gboolean
is_wanted (EntenteId actor, gpointer data)
{
  EntentePositionsView *self = data;

  return entente_positions_are_of_query (entente_session_get_query (self->session),
                                         get_chronicle (self),
                                         actor);
}

/* ---- showing ---- */

static void
undated_cb (GtkButton *card, EntentePositionsView *self)
{
  g_signal_emit_by_name (self->grid,
                         "chosen",
                         entente_position_card_get (GTK_WIDGET (card))->record.id);
}

static void
show_undated (EntentePositionsView *self)
{
  guint n = self->table->undated->len;
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u without a date", "%u without a date", n), n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->undated)))
    gtk_box_remove (GTK_BOX (self->undated), child);
  for (guint i = 0; i < n; i++) {
    guint number = g_array_index (self->table->undated, guint, i);
    GtkWidget *card =
      entente_position_card_new (entente_positions_get (self->table->positions, number),
                                 ENTENTE_STAND_UNDATED,
                                 get_chronicle (self),
                                 TRUE);

    g_signal_connect (card, "clicked", G_CALLBACK (undated_cb), self);
    gtk_box_append (GTK_BOX (self->undated), card);
  }
  gtk_label_set_text (self->undated_title, title);
  gtk_widget_set_visible (self->undated_part, n > 0);
}

static gboolean
is_undated_shown (EntentePositionsView *self, const EntentePositionsTable *table)
{
  GtkWidget *card = gtk_widget_get_first_child (self->undated);

  for (guint i = 0; i < table->undated->len; i++, card = gtk_widget_get_next_sibling (card)) {
    guint number = g_array_index (table->undated, guint, i);

    if (!card ||
        entente_position_card_get (card) != entente_positions_get (table->positions, number))
      return FALSE;
  }
  return !card;
}

static double
to_days (gint64 time)
{
  return (double) entente_time_to_day (time);
}

/* From the first change to the last, with a mark at each as long as they can be told apart. */
static void
update_slider (EntentePositionsView *self)
{
  g_autoptr (GArray) changes = entente_positions_list_changes (self->table->positions);
  EntenteSpan extent;

  self->is_updating = TRUE;
  gtk_scale_clear_marks (self->slider);
  if (entente_positions_get_extent (self->table->positions, &extent)) {
    gtk_range_set_range (GTK_RANGE (self->slider),
                         to_days (extent.start) - 1,
                         to_days (extent.end));
    gtk_range_set_increments (GTK_RANGE (self->slider), 1, 30);
  }
  for (guint i = 0; changes->len <= 60 && i < changes->len; i++)
    gtk_scale_add_mark (self->slider,
                        to_days (g_array_index (changes, gint64, i)),
                        GTK_POS_BOTTOM,
                        NULL);
  self->is_updating = FALSE;
}

static void
show_day (EntentePositionsView *self)
{
  g_autofree char *day = entente_positions_table_format_day (self->day);

  self->is_updating = TRUE;
  gtk_range_set_value (GTK_RANGE (self->slider), to_days (self->day.end - 1));
  self->is_updating = FALSE;
  gtk_editable_set_text (self->typed, day);
  gtk_widget_remove_css_class (GTK_WIDGET (self->typed), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  day,
                                  -1);
}

static void
update_actions (EntentePositionsView *self)
{
  g_autoptr (GArray) changes = entente_positions_list_changes (self->table->positions);
  guint n = changes->len;
  gint64 last = self->day.end - 1;

  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "positions.previous",
                                 n > 0 && g_array_index (changes, gint64, 0) <=
                                            last - ENTENTE_SECONDS_PER_DAY);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "positions.next",
                                 n > 0 && g_array_index (changes, gint64, n - 1) > last);
}

static void
show_counts (EntentePositionsView *self)
{
  g_autofree char *counts = entente_positions_table_format_counts (self->table);
  g_autofree char *rest = entente_positions_table_format_rest (self->table);

  gtk_label_set_text (self->counts, counts);
  gtk_label_set_text (self->rest, rest ? rest : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rest), rest != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  counts,
                                  -1);
}

static void
show_table (EntentePositionsView *self)
{
  g_autoptr (EntentePositionsTable) table =
    entente_positions_table_new (entente_position_list_get (self->list),
                                 get_chronicle (self),
                                 self->day,
                                 gtk_toggle_button_get_active (self->filtered) ? is_wanted : NULL,
                                 self);
  gboolean same_undated = is_undated_shown (self, table);

  g_clear_pointer (&self->table, entente_positions_table_free);
  self->table = g_steal_pointer (&table);
  entente_positions_grid_show (self->grid, self->table, get_chronicle (self));
  if (!same_undated)
    show_undated (self);
  show_counts (self);
  show_day (self);
  update_actions (self);
}

static void
choose_last_day (EntentePositionsView *self)
{
  g_autoptr (GArray) changes =
    entente_positions_list_changes (entente_position_list_get (self->list));

  self->has_day = changes->len > 0;
  if (!self->has_day)
    return;
  self->day.start = g_array_index (changes, gint64, changes->len - 1);
  self->day.end = self->day.start + ENTENTE_SECONDS_PER_DAY;
}

static void
positions_cb (EntentePositionsView *self)
{
  const EntentePositions *positions = entente_position_list_get (self->list);

  if (!self->has_day)
    choose_last_day (self);
  gtk_stack_set_visible_child_name (self->pages,
                                    entente_positions_get_n (positions) > 0 ? "table" : "empty");
  show_table (self);
  update_slider (self);
  show_day (self);
}

/* Names, lanes or the filter are others. */
static void
names_cb (EntentePositionsView *self)
{
  show_table (self);
}

static void
query_cb (EntentePositionsView *self)
{
  if (gtk_toggle_button_get_active (self->filtered))
    show_table (self);
}

/* ---- callbacks ---- */

static void
slid_cb (EntentePositionsView *self)
{
  gint64 day = (gint64) gtk_range_get_value (GTK_RANGE (self->slider)) * ENTENTE_SECONDS_PER_DAY;
  EntenteSpan span = { day, day + ENTENTE_SECONDS_PER_DAY };

  if (!self->is_updating && self->table && self->day.start != day)
    entente_positions_view_set_day (self, span);
}

static void
typed_cb (EntentePositionsView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) guesses =
    entente_date_input_read (gtk_editable_get_text (self->typed), NULL, &error);
  const EntenteDate *date = guesses ? g_array_index (guesses, EntenteDateGuess, 0).date : NULL;

  if (date && entente_date_is_dated (date) &&
      entente_date_get_window (date).end != ENTENTE_TIME_MAX) {
    entente_positions_view_set_day (self, entente_date_get_window (date));
    return;
  }
  gtk_widget_add_css_class (GTK_WIDGET (self->typed), "error");
  gtk_label_set_text (self->counts,
                      error ? error->message : _ ("Say a day, a month or a year that has an end."));
}

static void
filtered_cb (EntentePositionsView *self)
{
  if (self->session)
    show_table (self);
}

static void
chosen_cb (EntentePositionsView *self, gint64 position)
{
  guint index = entente_positions_find (entente_position_list_get (self->list), position);

  entente_position_list_select (self->list, position);
  if (index != G_MAXUINT &&
      entente_positions_get (entente_position_list_get (self->list), index)->passage ==
        ENTENTE_ID_NONE)
    entente_session_notify_user (self->session, _ ("This position has no words in an article."), 0);
}

/* ---- actions ---- */

/* Of the card with the keyboard, be it dated or not. */
static const EntentePosition *
get_focused (EntentePositionsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
           ? entente_position_card_get (focus)
           : NULL;
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_positions_view_step (ENTENTE_POSITIONS_VIEW (widget),
                               g_str_equal (name, "positions.next") ? 1 : -1);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_positions_view_add (ENTENTE_POSITIONS_VIEW (widget));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntentePositionsView *self = ENTENTE_POSITIONS_VIEW (widget);
  const EntentePosition *position = get_focused (self);

  if (position && can_edit (self))
    entente_position_form_present (widget, self->session, position);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntentePositionsView *self = ENTENTE_POSITIONS_VIEW (widget);
  const EntentePosition *position = get_focused (self);

  if (position && can_edit (self))
    entente_position_list_delete (self->list, position->record.id);
}

/* The slider has keys of its own for these; in the entry they go from word to word. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        EntentePositionsView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  state &= GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK;
  if (state != GDK_CONTROL_MASK || (key != GDK_KEY_Left && key != GDK_KEY_Right) ||
      (focus && GTK_IS_EDITABLE (focus)))
    return GDK_EVENT_PROPAGATE;
  entente_positions_view_step (self, (key == GDK_KEY_Right) != is_mirrored ? 1 : -1);
  return GDK_EVENT_STOP;
}

/* ---- GObject ---- */

static void
entente_positions_view_dispose (GObject *object)
{
  EntentePositionsView *self = ENTENTE_POSITIONS_VIEW (object);

  if (self->session) {
    g_signal_handlers_disconnect_by_data (self->list, self);
    g_signal_handlers_disconnect_by_data (self->session, self);
    g_signal_handlers_disconnect_by_data (entente_session_get_study (self->session), self);
  }
  g_clear_object (&self->session);
  g_clear_pointer (&self->table, entente_positions_table_free);
  if (self->pages)
    gtk_widget_unparent (GTK_WIDGET (self->pages));
  self->pages = NULL;

  G_OBJECT_CLASS (entente_positions_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, EntentePositionsView, pages);
  gtk_widget_class_bind_template_child (class, EntentePositionsView, slider);
  gtk_widget_class_bind_template_child (class, EntentePositionsView, typed);
  gtk_widget_class_bind_template_child (class, EntentePositionsView, filtered);
  gtk_widget_class_bind_template_child (class, EntentePositionsView, counts);
  gtk_widget_class_bind_template_child (class, EntentePositionsView, rest);
  gtk_widget_class_bind_template_child (class, EntentePositionsView, grid);
  gtk_widget_class_bind_template_child (class, EntentePositionsView, undated_part);
  gtk_widget_class_bind_template_child (class, EntentePositionsView, undated);
  gtk_widget_class_bind_template_child (class, EntentePositionsView, undated_title);
  gtk_widget_class_bind_template_callback (class, slid_cb);
  gtk_widget_class_bind_template_callback (class, typed_cb);
  gtk_widget_class_bind_template_callback (class, filtered_cb);
  gtk_widget_class_bind_template_callback (class, chosen_cb);
}

static void
add_keys (GtkWidgetClass *class)
{
  gtk_widget_class_add_binding_action (class,
                                       GDK_KEY_Return,
                                       GDK_SHIFT_MASK,
                                       "positions.edit",
                                       NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F2, 0, "positions.edit", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Delete, 0, "positions.delete", NULL);
}

static void
entente_positions_view_class_init (EntentePositionsViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (ENTENTE_TYPE_POSITIONS_GRID);
  G_OBJECT_CLASS (class)->dispose = entente_positions_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-positions-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "positions.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "positions.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "positions.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "positions.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "positions.delete", NULL, delete_action);
  add_keys (widget_class);
}

static void
entente_positions_view_init (EntentePositionsView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
entente_positions_view_new (void)
{
  return g_object_new (ENTENTE_TYPE_POSITIONS_VIEW, NULL);
}

void
entente_positions_view_set_session (EntentePositionsView *self, EntenteSession *session)
{
  g_return_if_fail (!self->session);
  self->session = g_object_ref (session);
  self->list = entente_session_get_positions (session);
  g_signal_connect_swapped (self->list, "changed", G_CALLBACK (positions_cb), self);
  g_signal_connect_swapped (session, "notify::query", G_CALLBACK (query_cb), self);
  g_signal_connect_swapped (entente_session_get_study (session),
                            "notify::chronicle",
                            G_CALLBACK (names_cb),
                            self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "positions.new", can_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "positions.edit", can_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "positions.delete", can_edit (self));
  positions_cb (self);
}

void
entente_positions_view_set_day (EntentePositionsView *self, EntenteSpan span)
{
  self->day = span;
  self->has_day = TRUE;
  if (self->session)
    show_table (self);
}

EntenteSpan
entente_positions_view_get_day (EntentePositionsView *self)
{
  return self->day;
}

gboolean
entente_positions_view_step (EntentePositionsView *self, int step)
{
  g_autoptr (GArray) changes =
    entente_positions_list_changes (entente_position_list_get (self->list));
  gint64 now = entente_time_to_day (self->day.end - 1) * ENTENTE_SECONDS_PER_DAY;
  gint64 found = now;

  for (guint i = 0; i < changes->len; i++) {
    gint64 day = g_array_index (changes, gint64, i);

    if (step < 0 && day < now)
      found = day;
    if (step > 0 && day > now) {
      found = day;
      break;
    }
  }
  if (found == now)
    return FALSE;
  entente_positions_view_set_day (self, (EntenteSpan){ found, found + ENTENTE_SECONDS_PER_DAY });
  return TRUE;
}

char *
entente_positions_view_format_tsv (EntentePositionsView *self)
{
  return self->table ? entente_positions_table_format_tsv (self->table, get_chronicle (self))
                     : NULL;
}

/* For actor and issue of the card with the keyboard, if there is one: what comes after it. */
void
entente_positions_view_add (EntentePositionsView *self)
{
  const EntentePosition *focused = get_focused (self);
  g_autoptr (EntentePosition) like = entente_position_new ();

  if (!can_edit (self))
    return;
  if (focused) {
    like->actor = focused->actor;
    like->issue = focused->issue;
  }
  if (self->has_day) {
    EntenteDay day = entente_time_get_day (self->day.end - 1);

    like->when = entente_date_new_day (day.year, day.month, day.day);
  }
  entente_position_form_present_new (GTK_WIDGET (self), self->session, like);
}
