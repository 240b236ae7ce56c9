/* Reads the history of a record on the store's worker; reads it again after each change. Main
 * thread. */
#include "config.h"

#include "entente-past-window.h"

#include "entente-message-dialog.h"
#include "entente-moment.h"
#include "entente-record-past.h"
#include "entente-toplevel.h"
#include "entente-window-private.h"

#include <glib/gi18n.h>

struct _EntentePastWindow {
  AdwWindow parent_instance;

  EntenteSession *session; /* NULL once the window is closed */
  EntenteEntity entity;
  EntenteId id;
  GPtrArray *list; /* EntenteRecordPast; NULL until read */

  AdwWindowTitle *heading;
  GtkStack *pages;
  GtkListView *changes;
  GtkStringList *rows; /* an empty text for each; what it says is found by its place */
};

G_DEFINE_FINAL_TYPE (EntentePastWindow, entente_past_window, ADW_TYPE_WINDOW)

/* ---- what a row says ---- */

static char *
write_subject (const EntenteRecordPast *past)
{
  const char *field = past->field                         ? past->field
                      : past->operation == ENTENTE_INSERT ? _ ("Added")
                                                          : _ ("Deleted");

  return past->title ? g_strdup_printf ("%s · %s", past->title, field) : g_strdup (field);
}

static char *
write_values (const EntenteRecordPast *past)
{
  if (past->operation != ENTENTE_UPDATE)
    return g_strdup (past->after ? past->after : past->before);
  /* Translators: a value before and after a change. */
  return g_strdup_printf (_ ("%s → %s"), past->before, past->after);
}

static char *
write_author (const EntenteRecordPast *past)
{
  g_autofree char *when = entente_moment_format (past->time);
  g_autofree char *step =
    past->is_undo ? g_strdup_printf (_ ("Undo of: %s"), past->label) : g_strdup (past->label);

  return g_strdup_printf ("%s%s%s%s%s",
                          past->coder ? past->coder : "",
                          past->coder && *when ? " · " : "",
                          when,
                          *when ? " · " : "",
                          step);
}

/* What the button gives back: the value that a field had, a part that was deleted. */
static char *
write_button (const EntenteRecordPast *past)
{
  if (past->operation == ENTENTE_INSERT)
    return g_strdup (_ ("Delete Again"));
  if (past->operation == ENTENTE_DELETE)
    return g_strdup (_ ("Add Again"));
  /* Translators: the button that gives a field the value that it had before. */
  return g_strdup_printf (_ ("Set Back to “%s”"), past->before);
}

/* The same in full: which field, which value, and until when it had it. */
static char *
write_revert (const EntenteRecordPast *past)
{
  g_autofree char *subject = write_subject (past);
  g_autofree char *when = entente_moment_format (past->time);

  if (past->operation == ENTENTE_INSERT)
    return g_strdup_printf (_ ("Delete again: %s, added on %s"), past->title, when);
  if (past->operation == ENTENTE_DELETE)
    return g_strdup_printf (_ ("Add again: %s, deleted on %s"), past->title, when);
  /* Translators: a field, its value before, and a moment, "18 July 2018, 10:30". */
  return g_strdup_printf (_ ("Set back: %s, to “%s”, as it was until %s"),
                          subject,
                          past->before,
                          when);
}

/* ---- rows ---- */

typedef struct {
  GtkLabel *subject, *values, *author;
  GtkLabel *back; /* on the button */
  GtkWidget *button;
} Row;

static const EntenteRecordPast *
get_past (EntentePastWindow *self, guint place)
{
  return self->list && place < self->list->len ? self->list->pdata[place] : NULL;
}

static void
revert_cb (EntentePastWindow *self, GtkButton *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "item");
  const EntenteRecordPast *past = get_past (self, gtk_list_item_get_position (item));
  EntenteStep *step = past ? entente_record_past_revert (past) : NULL;

  if (step) {
    g_autofree char *done = write_revert (past);

    entente_session_apply (self->session, step, done);
  }
}

static GtkLabel *
add_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntentePastWindow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Row *row = g_new (Row, 1);

  row->subject = add_label (words, "heading");
  row->values = add_label (words, NULL);
  row->author = add_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->author), "dim-label");
  row->back = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (row->back, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (row->back, 26);
  row->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (row->button), GTK_WIDGET (row->back));
  gtk_widget_set_valign (row->button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  g_object_set_data (G_OBJECT (row->button), "item", item);
  g_signal_connect_swapped (row->button, "clicked", G_CALLBACK (revert_cb), self);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), row->button);
  g_object_set_data_full (G_OBJECT (item), "row", row, g_free);
  gtk_list_item_set_child (item, line);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
name_button (Row *row, const EntenteRecordPast *past)
{
  g_autofree char *button = write_button (past);
  g_autofree char *name = write_revert (past);

  gtk_label_set_text (row->back, button);
  gtk_widget_set_tooltip_text (row->button, name);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntentePastWindow *self)
{
  const EntenteRecordPast *past = get_past (self, gtk_list_item_get_position (item));
  Row *row = g_object_get_data (G_OBJECT (item), "row");
  g_autofree char *subject = NULL;
  g_autofree char *values = NULL;
  g_autofree char *author = NULL;

  if (!past)
    return;
  subject = write_subject (past);
  values = write_values (past);
  author = write_author (past);
  gtk_label_set_text (row->subject, subject);
  gtk_label_set_text (row->values, values);
  gtk_label_set_text (row->author, author);
  gtk_widget_set_visible (
    row->button,
    past->can_revert && !entente_study_is_read_only (entente_session_get_study (self->session)));
  if (past->can_revert)
    name_button (row, past);
}

/* ---- reading ---- */

static void
show_list (EntentePastWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_auto (GStrv) texts = g_new0 (char *, self->list->len + 1);
  gboolean had_keyboard = entente_toplevel_take_keyboard (GTK_WIDGET (self->changes));

  for (guint i = 0; i < self->list->len; i++)
    texts[i] = g_strdup ("");
  gtk_string_list_splice (self->rows, 0, n, (const char *const *) texts);
  gtk_stack_set_visible_child_name (self->pages, self->list->len > 0 ? "changes" : "empty");
  if (had_keyboard)
    gtk_widget_child_focus (GTK_WIDGET (self->changes), GTK_DIR_TAB_FORWARD);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePastWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) list =
    entente_study_read_past_finish (ENTENTE_STUDY (source), result, &title, &error);

  if (!self->session)
    return;
  if (!list) {
    entente_message_dialog_show_error (GTK_WINDOW (self),
                                       _ ("The History Could Not Be Read"),
                                       error->message);
    return;
  }
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = g_steal_pointer (&list);
  adw_window_title_set_subtitle (self->heading, title);
  show_list (self);
}

static void
read_past (EntentePastWindow *self)
{
  entente_study_read_past_async (entente_session_get_study (self->session),
                                 self->entity,
                                 self->id,
                                 NULL,
                                 read_cb,
                                 g_object_ref (self));
}

static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntentePastWindow *self)
{
  read_past (self);
}

/* ---- GObject ---- */

static void
entente_past_window_dispose (GObject *object)
{
  EntentePastWindow *self = ENTENTE_PAST_WINDOW (object);

  if (self->session)
    g_signal_handlers_disconnect_by_data (entente_session_get_study (self->session), self);
  if (self->changes)
    gtk_list_view_set_model (self->changes, NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (entente_past_window_parent_class)->dispose (object);
}

static void
entente_past_window_class_init (EntentePastWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_past_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-past-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntentePastWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, EntentePastWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, EntentePastWindow, changes);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_past_window_init (EntentePastWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = gtk_string_list_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->changes, factory);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_model (self->changes, GTK_SELECTION_MODEL (selection));
}

EntentePastWindow *
entente_past_window_present (EntenteWindow *parent, EntenteEntity entity, EntenteId id)
{
  EntentePastWindow *self = g_object_new (ENTENTE_TYPE_PAST_WINDOW, NULL);

  entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
  self->session = g_object_ref (parent->session);
  self->entity = entity;
  self->id = id;
  g_signal_connect (parent->study, "changed", G_CALLBACK (changed_cb), self);
  read_past (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
