/* Backups are looked for and counted in a thread, and copied by GIO; nothing of them is ever
 * overwritten. Main thread. */
#include "config.h"

#include "entente-backups-window.h"

#include "entente-moment.h"
#include "entente-toplevel.h"
#include "entente-window-private.h"

#include <glib/gi18n.h>

#define FIGURE_CHARS 11 /* "123,456 events": figures stand below each other */

struct _EntenteBackupsWindow {
  AdwWindow parent_instance;

  EntenteWindow *owner; /* weak */
  char *path; /* of the study */
  GPtrArray *backups; /* EntenteBackup; NULL until read */

  GtkStack *pages;
  GtkLabel *where;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (EntenteBackupsWindow, entente_backups_window, ADW_TYPE_WINDOW)

/* ---- a copy beside ---- */

typedef struct {
  EntenteWindow *owner;
  char *beside;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->owner);
  g_free (opening->beside);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;

  if (g_file_copy_finish (G_FILE (source), result, &error))
    entente_window_open_beside (opening->owner, opening->beside, ENTENTE_OPEN_EXISTING);
  else
    entente_window_show_error (opening->owner,
                               _ ("The Backup Could Not Be Copied"),
                               error->message);
}

static void
open_cb (EntenteBackupsWindow *self, GtkButton *button)
{
  const EntenteBackup *backup = g_object_get_data (G_OBJECT (button), "backup");
  g_autoptr (GFile) from = g_file_new_for_path (backup->path);
  g_autoptr (GFile) to = NULL;
  Opening *opening;

  if (!self->owner)
    return;
  opening = g_new (Opening, 1);
  *opening =
    (Opening){ g_object_ref (self->owner), entente_backup_get_beside (backup, self->path) };
  to = g_file_new_for_path (opening->beside);
  g_file_copy_async (from,
                     to,
                     G_FILE_COPY_NONE,
                     G_PRIORITY_DEFAULT,
                     NULL,
                     NULL,
                     NULL,
                     copied_cb,
                     opening);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- rows ---- */

static void
add_figure (AdwActionRow *row, char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), FIGURE_CHARS);
  adw_action_row_add_suffix (row, label);
  g_free (text);
}

static GtkWidget *
create_button (EntenteBackupsWindow *self, EntenteBackup *backup, const char *moment)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Open Beside"));
  g_autofree char *name =
    g_strdup_printf (_ ("Open a copy of the backup of %s beside the study"), moment);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "backup", backup);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_cb), self);
  return button;
}

static GtkWidget *
create_row (EntenteBackupsWindow *self, EntenteBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = entente_moment_format (backup->time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               backup->whole ? _ ("Checked when it was made: whole")
                                             : _ ("Damaged: nothing can be read from it"));
  if (backup->whole) {
    add_figure (ADW_ACTION_ROW (row),
                g_strdup_printf (ngettext ("%'d event", "%'d events", (gulong) backup->n_events),
                                 (int) backup->n_events));
    add_figure (
      ADW_ACTION_ROW (row),
      g_strdup_printf (ngettext ("%'d article", "%'d articles", (gulong) backup->n_articles),
                       (int) backup->n_articles));
  }
  add_figure (ADW_ACTION_ROW (row), g_format_size (backup->size));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (self, backup, moment));
  return row;
}

static void
show_backups (EntenteBackupsWindow *self)
{
  g_autofree char *folder = entente_backup_get_folder (self->path);
  g_autofree char *name = g_filename_display_name (folder);
  g_autofree char *limit = g_format_size (entente_backup_get_limit ());
  g_autofree char *kept = g_strdup_printf (
    ngettext ("%u backup is kept in %s.", "%u backups are kept in %s.", self->backups->len),
    self->backups->len,
    name);
  g_autofree char *where = g_strdup_printf (
    /* TRANSLATORS: behind “3 backups are kept in /home/…”; the second is “1 GB” */
    _ ("%s The newest of 12 days, 10 weeks and 9 months stay, as far as they take no more than %s "
       "together; Preferences has the limit."),
    kept,
    limit);

  for (guint i = 0; i < self->backups->len; i++)
    gtk_list_box_append (self->list, create_row (self, self->backups->pdata[i]));
  gtk_label_set_text (self->where, where);
  gtk_stack_set_visible_child_name (self->pages, self->backups->len > 0 ? "list" : "empty");
}

/* ---- reading ---- */

static void
list_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_task_return_pointer (task, entente_backup_list (path), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteBackupsWindow) self = data;

  self->backups = g_task_propagate_pointer (G_TASK (result), NULL);
  if (self->pages)
    show_backups (self);
}

static void
start_reading (EntenteBackupsWindow *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, listed_cb, g_object_ref (self));

  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

/* ---- GObject ---- */

static void
entente_backups_window_dispose (GObject *object)
{
  EntenteBackupsWindow *self = ENTENTE_BACKUPS_WINDOW (object);

  g_clear_weak_pointer (&self->owner);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENTENTE_TYPE_BACKUPS_WINDOW);

  G_OBJECT_CLASS (entente_backups_window_parent_class)->dispose (object);
}

static void
entente_backups_window_finalize (GObject *object)
{
  EntenteBackupsWindow *self = ENTENTE_BACKUPS_WINDOW (object);

  g_free (self->path);
  g_clear_pointer (&self->backups, g_ptr_array_unref);

  G_OBJECT_CLASS (entente_backups_window_parent_class)->finalize (object);
}

static void
entente_backups_window_class_init (EntenteBackupsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_backups_window_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_backups_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-backups-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteBackupsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, EntenteBackupsWindow, where);
  gtk_widget_class_bind_template_child (widget_class, EntenteBackupsWindow, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_backups_window_init (EntenteBackupsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

EntenteBackupsWindow *
entente_backups_window_present (EntenteWindow *parent)
{
  GtkWindow *open = entente_toplevel_find_above (GTK_WINDOW (parent), ENTENTE_TYPE_BACKUPS_WINDOW);
  EntenteBackupsWindow *self =
    open ? ENTENTE_BACKUPS_WINDOW (open) : g_object_new (ENTENTE_TYPE_BACKUPS_WINDOW, NULL);

  if (!open) {
    entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
    g_set_weak_pointer (&self->owner, parent);
    self->path = g_strdup (entente_study_get_path (parent->study));
    start_reading (self);
  }
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
