/* What a window remembers: its size and panes in the settings; of each study the article read last,
 * where reading stopped in each, the event selected, the page and how lanes stand in a small file
 * of the user's state, since none of that is a step of the study.
 *
 * A file that is lost or cannot be read costs nothing but comfort, so errors are passed over. Main
 * thread.
 */
#include "config.h"

#include "entente-article-view.h"
#include "entente-recent.h"
#include "entente-timeline.h"
#include "entente-window-private.h"

/* ---- window ---- */

/* As soon as the height is known; a smaller screen may have cut it. Later the divider keeps its
 * share by itself. */
static void
resized_cb (EntenteWindow *self, int width_px, int height_px)
{
  double share = g_settings_get_double (self->settings, "divider-share");

  g_signal_handlers_disconnect_by_func (self->shell, resized_cb, self);
  gtk_paned_set_position (self->divider, (int) (height_px * share));
}

/* Table and ledger are made when they are first seen. */
static void
bind_columns (EntenteWindow *self, EntenteLateBin *bin)
{
  const char *key = bin == self->table ? "table-columns" : "ledger-columns";

  g_settings_bind (self->settings,
                   key,
                   adw_bin_get_child (ADW_BIN (bin)),
                   "columns",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
made_cb (EntenteLateBin *bin, GParamSpec *pspec, EntenteWindow *self)
{
  if (adw_bin_get_child (ADW_BIN (bin)))
    bind_columns (self, bin);
}

static void
keep_columns (EntenteWindow *self)
{
  EntenteLateBin *const bins[] = { self->table, self->ledger };

  for (guint i = 0; i < G_N_ELEMENTS (bins); i++)
    g_signal_connect_object (bins[i],
                             "notify::child",
                             G_CALLBACK (made_cb),
                             self,
                             G_CONNECT_DEFAULT);
}

void
entente_window_load_state (EntenteWindow *self)
{
  keep_columns (self);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings,
                   "actors-visible",
                   self->layout,
                   "actors-wanted",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings,
                   "inspector-visible",
                   self->layout,
                   "inspector-wanted",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->shell,
                           "resized",
                           G_CALLBACK (resized_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
save_divider (EntenteWindow *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->shell));
  double share = gtk_paned_get_position (self->divider) / MAX (height, 1);

  if (self->study && gtk_widget_get_visible (GTK_WIDGET (self->actors_flap)) && height > 0)
    g_settings_set_double (self->settings, "divider-share", CLAMP (share, 0.1, 0.9));
}

void
entente_window_save_state (EntenteWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);
  int width, height;

  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (window));
  gtk_window_get_default_size (window, &width, &height);
  save_divider (self);
  if (gtk_window_is_maximized (window))
    return;
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
}

/* ---- study ---- */

static char *
get_state_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "entente", "studies.ini", NULL);
}

static GKeyFile *
read_states (void)
{
  g_autofree char *path = get_state_path ();
  GKeyFile *states = g_key_file_new ();

  g_key_file_load_from_file (states, path, G_KEY_FILE_NONE, NULL);
  return states;
}

static void
write_states (GKeyFile *states)
{
  g_autofree char *path = get_state_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (states, path, NULL);
}

/* Groups may not hold brackets, so a study is known by a hash of its path. */
static char *
get_group (EntenteWindow *self)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                        entente_study_get_path (self->study),
                                        -1);
}

static EntenteTimeline *
get_timeline (EntenteWindow *self)
{
  return ENTENTE_TIMELINE (adw_bin_get_child (self->timeline_slot));
}

static EntenteArticleView *
get_article_view (EntenteWindow *self)
{
  return ENTENTE_ARTICLE_VIEW (adw_bin_get_child (self->article_slot));
}

/* As this study was left, whatever another one shows; a study that is new here shows its timeline.
 * In a small window, which has one part at a time, the article comes first where there is one. */
static void
open_page (EntenteWindow *self, GKeyFile *states, const char *group)
{
  static const char *const pages[] = { "timeline", "table", "ledger", NULL };
  g_autofree char *page = g_key_file_get_string (states, group, "page", NULL);
  gboolean has_article = entente_session_get_article (self->session) != ENTENTE_ID_NONE;

  g_object_set (self->layout, "part", has_article ? "read" : "timeline", NULL);
  g_object_set (self->view_bar,
                "page",
                page && g_strv_contains (pages, page) ? page : "timeline",
                NULL);
}

void
entente_window_load_study_state (EntenteWindow *self)
{
  g_autoptr (GKeyFile) states = read_states ();
  g_autofree char *group = get_group (self);
  EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);
  EntenteId article = g_key_file_get_int64 (states, group, "article", NULL);
  EntenteId event = g_key_file_get_int64 (states, group, "event", NULL);
  g_autofree char *lanes = g_key_file_get_string (states, group, "lanes", NULL);
  g_autofree char *places = g_key_file_get_string (states, group, "places", NULL);
  g_autofree char *second = g_key_file_get_string (states, group, "second-timeline", NULL);

  entente_recent_add (self->settings, self->study);
  entente_timeline_set_lane_choice (get_timeline (self), lanes);
  if (entente_chronicle_find_article (chronicle, article) != ENTENTE_NO_INDEX)
    entente_session_set_article (self->session, article);
  if (entente_chronicle_find_row (chronicle, event) != ENTENTE_NO_INDEX)
    entente_session_select_event (self->session, event);
  entente_article_view_set_places (get_article_view (self), places);
  entente_window_restore_second_timeline (self, second);
  open_page (self, states, group);
}

void
entente_window_save_study_state (EntenteWindow *self)
{
  g_autoptr (GKeyFile) states = read_states ();
  g_autofree char *group = get_group (self);
  g_autofree char *lanes = entente_timeline_get_lane_choice (get_timeline (self));
  g_autofree char *places = entente_article_view_dup_places (get_article_view (self));
  g_autofree char *second = entente_window_dup_second_timeline (self);
  g_autofree char *page = NULL;

  g_object_get (self->view_bar, "page", &page, NULL);
  g_key_file_set_string (states, group, "second-timeline", second ? second : "");
  g_key_file_set_string (states, group, "page", page);
  g_key_file_set_string (states, group, "lanes", lanes);
  g_key_file_set_string (states, group, "places", places);
  g_key_file_set_int64 (states, group, "article", entente_session_get_article (self->session));
  g_key_file_set_int64 (states, group, "event", entente_session_get_selected_event (self->session));
  write_states (states);
  entente_recent_add (self->settings, self->study);
}
