/* Reads the journal on the store's worker and shows it; reads it again after each change.
 *
 * Steps are texts in a string list: what a row says is made once, when the journal is read. Main
 * thread; the function named read_steps runs on the worker.
 */
#include "config.h"

#include "entente-history-window.h"
#include "entente-message-dialog.h"
#include "entente-moment.h"
#include "entente-toplevel.h"
#include <glib/gi18n.h>

struct _EntenteHistoryWindow {
  AdwWindow parent_instance;

  EntenteWindow *owner; /* weak */
  EntenteStudy *study;

  GtkButton *undo, *redo;
  GtkStack *pages;
  GtkListView *steps;
};

G_DEFINE_FINAL_TYPE (EntenteHistoryWindow, entente_history_window, ADW_TYPE_WINDOW)

/* ---- reading ---- */

/* Label, then a line with who and when; what is undone says so. */
static char *
format_step (const EntenteJournalEntry *entry)
{
  g_autofree char *time = entente_moment_format (entry->time);
  g_autofree char *label =
    entry->undone ? g_strdup_printf (_ ("%s (undone)"), entry->label) : g_strdup (entry->label);

  return g_strdup_printf ("%s\n%s%s%s",
                          label,
                          entry->coder ? entry->coder : "",
                          entry->coder && *time ? " · " : "",
                          time);
}

static void
steps_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteHistoryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
    entente_study_read_history_finish (ENTENTE_STUDY (source), result, &error);
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  gboolean had_keyboard;

  if (!entries && self->study)
    entente_message_dialog_show_error (GTK_WINDOW (self),
                                       _ ("The History Could Not Be Read"),
                                       error->message);
  if (!entries || !self->study)
    return;
  for (guint i = entries->len; i > 0; i--)
    gtk_string_list_take (texts, format_step (entries->pdata[i - 1]));
  gtk_stack_set_visible_child_name (self->pages, entries->len > 0 ? "steps" : "empty");
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&texts)));
  had_keyboard = entente_toplevel_take_keyboard (GTK_WIDGET (self->steps));
  gtk_list_view_set_model (self->steps, GTK_SELECTION_MODEL (selection));
  if (had_keyboard)
    gtk_widget_child_focus (GTK_WIDGET (self->steps), GTK_DIR_TAB_FORWARD);
}

static void
update (EntenteHistoryWindow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->undo), entente_study_can_undo (self->study));
  gtk_widget_set_sensitive (GTK_WIDGET (self->redo), entente_study_can_redo (self->study));
  entente_study_read_history_async (self->study, NULL, steps_cb, g_object_ref (self));
}

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (NULL), *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), lines[0]);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), lines[1]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text,
                                  -1);
}

/* ---- buttons ---- */

static void
activate (EntenteHistoryWindow *self, const char *action)
{
  if (self->owner)
    g_action_group_activate_action (G_ACTION_GROUP (self->owner), action, NULL);
}

static void
undo_cb (EntenteHistoryWindow *self)
{
  activate (self, "undo");
}

static void
redo_cb (EntenteHistoryWindow *self)
{
  activate (self, "redo");
}

static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteHistoryWindow *self)
{
  update (self);
}

/* ---- GObject ---- */

static void
entente_history_window_dispose (GObject *object)
{
  EntenteHistoryWindow *self = ENTENTE_HISTORY_WINDOW (object);

  if (self->study)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
  g_clear_weak_pointer (&self->owner);

  G_OBJECT_CLASS (entente_history_window_parent_class)->dispose (object);
}

static void
entente_history_window_class_init (EntenteHistoryWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_history_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteHistoryWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, EntenteHistoryWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, EntenteHistoryWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, EntenteHistoryWindow, steps);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_history_window_init (EntenteHistoryWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->steps, factory);
}

void
entente_history_window_present (EntenteWindow *parent)
{
  GtkWindow *open = entente_toplevel_find_above (GTK_WINDOW (parent), ENTENTE_TYPE_HISTORY_WINDOW);
  EntenteHistoryWindow *self;

  if (open) {
    gtk_window_present (open);
    return;
  }
  self = g_object_new (ENTENTE_TYPE_HISTORY_WINDOW, NULL);
  entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
  g_set_weak_pointer (&self->owner, parent);
  self->study = g_object_ref (entente_window_get_study (parent));
  g_signal_connect (self->study, "changed", G_CALLBACK (changed_cb), self);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
