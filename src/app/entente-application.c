/* Start, files handed over, actions and keys of the whole program.
 *
 * A study is open in one window at most. Main thread.
 */
#include "config.h"

#include "entente-application.h"
#include "entente-head-start.h"
#include "entente-inspector-page.h"
#include "entente-key-window.h"
#include "entente-opener.h"
#include "entente-preferences.h"
#include "entente-recent.h"
#include "entente-study-place.h"
#include <glib/gi18n.h>

struct _EntenteApplication {
  AdwApplication parent_instance;

  char *named; /* the one file on the command line, until the program has started; or NULL */
};

G_DEFINE_FINAL_TYPE (EntenteApplication, entente_application, ADW_TYPE_APPLICATION)

/* ---- windows ---- */

static EntenteWindow *
find_window_of_file (EntenteApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows; windows = windows->next)
    if (ENTENTE_IS_WINDOW (windows->data) && entente_window_has_path (windows->data, path))
      return windows->data;
  return NULL;
}

/* One that does not show yet is none; NULL when there is none. */
static EntenteWindow *
find_shown_window (EntenteApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows; windows = windows->next)
    if (ENTENTE_IS_WINDOW (windows->data) && gtk_widget_get_visible (windows->data))
      return windows->data;
  return NULL;
}

/* The window that the user is in; a new one when there is none. */
static EntenteWindow *
get_window (EntenteApplication *self)
{
  EntenteWindow *shown = find_shown_window (self);

  return shown ? shown : entente_window_new (GTK_APPLICATION (self));
}

/* In @window if that is free, else in one of its own, that comes as soon as the study is open. */
static void
open_path (EntenteApplication *self, const char *path, EntenteWindow *window)
{
  if (window && !entente_window_is_free (window)) {
    entente_window_open_beside (window, path, ENTENTE_OPEN_EXISTING);
    return;
  }
  if (!window)
    window = entente_window_new (GTK_APPLICATION (self));
  entente_window_open_path (window, path, ENTENTE_OPEN_EXISTING);
  /* Who asked for it in a program that runs is waiting in another window, and later the keyboard
   * would not come along. */
  if (find_shown_window (self))
    gtk_window_present (GTK_WINDOW (window));
  else
    entente_window_present_soon (window);
}

void
entente_application_open_file (EntenteApplication *self, GFile *file, EntenteWindow *window)
{
  g_autofree char *path = g_file_get_path (file);
  EntenteWindow *found = path ? find_window_of_file (self, path) : NULL;

  if (!path) {
    entente_window_show_error (
      get_window (self),
      _ ("The Study Could Not Be Opened"),
      _ ("Only files on this computer can be opened. Copy the study here first."));
    return;
  }
  if (found)
    gtk_window_present (GTK_WINDOW (found));
  else
    open_path (self, path, window);
}

/* ---- actions ---- */

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  entente_opener_ask_new (get_window (self));
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  entente_opener_ask_open (get_window (self));
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  entente_opener_ask_import (get_window (self));
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autofree char *path = entente_recent_unpack_path (g_variant_get_string (parameter, NULL));

  entente_opener_open_path (get_window (self), path);
}

static void
open_sample_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  entente_opener_open_sample (get_window (self), g_variant_get_string (parameter, NULL));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  entente_preferences_present (gtk_application_get_active_window (self));
}

static void
key_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  entente_key_window_present (gtk_application_get_active_window (self));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  adw_show_about_window (gtk_application_get_active_window (self),
                         "application-name",
                         _ ("Entente"),
                         "application-icon",
                         APPLICATION_ID,
                         "version",
                         VERSION,
                         "developer-name",
                         _ ("The Entente maintainers"),
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         "comments",
                         _ ("Read a negotiation. Mark its moves. See who answered whom."),
                         NULL);
}

/* Closes the windows one after the other, so that each keeps its state. One that closes may take
 * others with it. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  GList *windows =
    g_list_copy_deep (gtk_application_get_windows (self), (GCopyFunc) g_object_ref, NULL);

  for (GList *link = windows; link; link = link->next)
    gtk_window_close (link->data);
  g_list_free_full (windows, g_object_unref);
}

static const GActionEntry entries[] = {
  { "new", new_action },
  { "open", open_action },
  { "import", import_action },
  { "open-recent", open_recent_action, "s" },
  { "open-sample", open_sample_action, "s" },
  { "preferences", preferences_action },
  { "key", key_action },
  { "about", about_action },
  { "quit", quit_action },
};

typedef struct {
  const char *action;
  const char *keys[3];
} Accelerator;

static const Accelerator accelerators[] = {
  { "app.preferences", { "<Control>comma" } },
  { "app.key", { "F1" } },
  { "app.quit", { "<Control>q" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.import", { "<Control><Shift>i" } },
  { "win.paste-article", { "<Control><Shift>v" } },
  { "win.close", { "<Control>w" } },
  { "win.back", { "<Alt>Home" } }, /* <Alt>Left moves a date */
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.history", { "<Control>h" } },
  { "win.properties", { "<Control><Shift>p" } },
  { "win.event-history", { "<Alt>h" } },
  { "win.merge-copy", { "<Control><Shift>m" } },
  { "win.print", { "<Control>p" } },
  { "win.export-timeline", { "<Control><Shift>e" } },
  { "win.merge-events", { "<Control>m" } },
  { "win.link-events", { "<Control>j" } },
  { "win.round", { "<Control>u" } },
  { "win.change-events", { "<Shift>F2" } },
  { "win.new-actor", { "<Control><Shift>a" } },
  { "win.unknown-names", { "<Control><Shift>n" } },
  { "win.saved-views", { "<Control>d" } },
  { "win.questions", { "<Control><Shift>k" } },
  { "win.relations", { "<Control>r" } },
  { "win.positions", { "<Control><Shift>o" } },
  { "win.records", { "<Control><Shift>r" } },
  { "win.accounts", { "<Control><Shift>b" } },
  { "win.edit-filter", { "<Control>k" } },
  { "win.edit-sentence", { "<Control>e" } },
  { "win.clear-filter", { "<Control><Shift>f" } },
  { "win.find", { "<Control>f" } },
  { "win.shortcuts", { "<Control>question" } },
  { "win.show-actors", { "F9" } },
  { "win.show-inspector", { "<Control>i" } },
  { "win.show-suggestions", { "<Control><Shift>s" } },
  { "win.show-learnt", { "<Control><Shift>l" } },
  { "win.full-timeline", { "F11" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.lanes-menu", { "<Control>l" } },
  { "win.second-timeline", { "<Control><Shift>2", "<Control><Shift>at" } },
  { "win.page::timeline", { "<Control>1" } },
  { "win.page::table", { "<Control>2" } },
  { "win.page::ledger", { "<Control>3" } },
};

static void
add_actions (EntenteApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self),
                                           accelerators[i].action,
                                           accelerators[i].keys);
}

/* ---- GApplication ---- */

static gboolean
entente_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  EntenteApplication *self = ENTENTE_APPLICATION (application);

  if (g_strv_length (*arguments) == 2 && (*arguments)[1][0] != '-') {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg ((*arguments)[1]);

    self->named = g_file_get_path (file);
  }
  return G_APPLICATION_CLASS (entente_application_parent_class)
    ->local_command_line (application, arguments, status);
}

/* Only the first instance comes here; another one hands its files over to it. */
static void
entente_application_startup (GApplication *application)
{
  entente_study_hold_files ();
  if (ENTENTE_APPLICATION (application)->named != NULL)
    entente_head_start_begin (ENTENTE_APPLICATION (application)->named);
  G_APPLICATION_CLASS (entente_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  entente_preferences_follow_style ();
  entente_preferences_follow_backups ();
  entente_inspector_page_offer ();
  add_actions (ENTENTE_APPLICATION (application));
}

static void
entente_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (ENTENTE_APPLICATION (application))));
}

static void
entente_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  EntenteApplication *self = ENTENTE_APPLICATION (application);

  for (int i = 0; i < n_files; i++) {
    GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

    entente_application_open_file (self, files[i], windows ? get_window (self) : NULL);
  }
  entente_head_start_drop ();
}

static void
entente_application_finalize (GObject *object)
{
  g_free (ENTENTE_APPLICATION (object)->named);
  G_OBJECT_CLASS (entente_application_parent_class)->finalize (object);
}

static void
entente_application_class_init (EntenteApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = entente_application_finalize;
  application_class->local_command_line = entente_application_local_command_line;
  application_class->startup = entente_application_startup;
  application_class->activate = entente_application_activate;
  application_class->open = entente_application_open;
}

static void
entente_application_init (EntenteApplication *self)
{
}

EntenteApplication *
entente_application_new (void)
{
  return g_object_new (ENTENTE_TYPE_APPLICATION,
                       "application-id",
                       APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/org/entente/Entente",
                       NULL);
}
