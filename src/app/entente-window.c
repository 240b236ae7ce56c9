/* Template, panes and layout of a window, and which study it shows.
 *
 * Actions are in entente-window-actions.c, what follows the study in entente-window-study.c, what
 * is kept between two runs in entente-window-state.c. Main thread.
 */
#include "config.h"

#include "entente-article-view.h"
#include "entente-inspector.h"
#include "entente-intake.h"
#include "entente-late-menu.h"
#include "entente-message-dialog.h"
#include "entente-saved-views.h"
#include "entente-start-page.h"
#include "entente-timeline.h"
#include "entente-toplevel.h"
#include "entente-window-private.h"
#include <glib/gi18n.h>

#define SIDE_WIDTH_PX 312
#define NAMES_WIDTH_PX 206 /* of lanes beside the side bar */

G_DEFINE_FINAL_TYPE (EntenteWindow, entente_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- panes ---- */

static GtkWidget *
get_timeline (EntenteWindow *self)
{
  return adw_bin_get_child (self->timeline_slot);
}

/* The timeline may move while it is given its size; the bar above it has its size already then, so
 * it follows a moment later. */
static gboolean
follow_timeline_cb (gpointer data)
{
  EntenteWindow *self = data;
  g_autofree char *span = NULL;
  double zoom;

  self->following = 0;
  g_object_get (get_timeline (self), "zoom", &zoom, "visible-span", &span, NULL);
  self->updating_zoom = TRUE;
  g_object_set (self->view_bar, "zoom", zoom, "visible-span", span, NULL);
  self->updating_zoom = FALSE;
  return G_SOURCE_REMOVE;
}

static void
moved_cb (EntenteWindow *self)
{
  if (self->following == 0 && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    self->following = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_timeline_cb, self, NULL);
}

static void
slid_cb (EntenteWindow *self)
{
  double zoom;

  if (self->updating_zoom)
    return;
  g_object_get (self->view_bar, "zoom", &zoom, NULL);
  g_object_set (get_timeline (self), "zoom", zoom, NULL);
}

static void
add_panes (EntenteWindow *self)
{
  const char *const choices[] = { "ghosts", "lanes", "lane-order" };
  GtkWidget *timeline = entente_timeline_new (NULL);

  adw_bin_set_child (self->article_slot, entente_article_view_new (NULL));
  entente_window_add_side (self);
  adw_bin_set_child (self->timeline_slot, timeline);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_object_bind_property (timeline,
                            choices[i],
                            self->view_bar,
                            choices[i],
                            G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (timeline, "notify::zoom", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (timeline, "notify::visible-span", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->view_bar, "notify::zoom", G_CALLBACK (slid_cb), self);
  g_settings_bind (self->settings,
                   "order-by-days-limit",
                   timeline,
                   "shelf-days",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings,
                   "text-scale",
                   adw_bin_get_child (self->article_slot),
                   "text-scale",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings,
                   "text-measure",
                   adw_bin_get_child (self->article_slot),
                   "text-measure",
                   G_SETTINGS_BIND_GET);
}

static void
set_pane_session (GtkWidget *pane, EntenteSession *session)
{
  if (pane)
    g_object_set (pane, "session", session, NULL);
}

static void
set_sessions (EntenteWindow *self, EntenteSession *session)
{
  set_pane_session (GTK_WIDGET (self->actor_filter), session);
  set_pane_session (adw_bin_get_child (self->article_slot), session);
  entente_window_set_side_session (self, session);
  set_pane_session (get_timeline (self), session);
  entente_window_set_second_session (self, session);
  set_pane_session (GTK_WIDGET (self->table), session);
  set_pane_session (GTK_WIDGET (self->ledger), session);
  set_pane_session (GTK_WIDGET (self->view_bar), session);
}

/* ---- layout ---- */

/* The switch stands above the names of lanes, and both under the side bar. */
static void
align_headers (EntenteWindow *self)
{
  EntenteLayoutWidth width = entente_window_layout_get_width_class (self->layout);
  gboolean full = entente_window_layout_is_full (self->layout);
  gboolean beside = entente_window_layout_has_actors_beside (self->layout) && !full;

  g_object_set (get_timeline (self),
                "header-width",
                beside                                 ? SIDE_WIDTH_PX
                : full && width >= ENTENTE_LAYOUT_WIDE ? NAMES_WIDTH_PX
                                                       : -1,
                NULL);
  if (full || width == ENTENTE_LAYOUT_SINGLE)
    entente_view_bar_set_switch_width (self->view_bar, 0);
  else
    entente_view_bar_set_switch_width (self->view_bar, beside ? SIDE_WIDTH_PX : -1);
}

/* The button is named by its label; without one it needs a name. */
static void
label_add_articles (EntenteWindow *self, gboolean labelled)
{
  adw_button_content_set_label (self->add_articles_content, labelled ? _ ("Add Articles") : "");
  if (labelled)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->add_articles),
                                   GTK_ACCESSIBLE_PROPERTY_LABEL);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_articles),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Add Articles"),
                                    -1);
}

static void
update_header (EntenteWindow *self)
{
  EntenteLayoutWidth width = entente_window_layout_get_width_class (self->layout);
  gboolean full = entente_window_layout_is_full (self->layout);
  gboolean roomy = width >= ENTENTE_LAYOUT_NARROW;

  adw_header_bar_set_centering_policy (self->header,
                                       width >= ENTENTE_LAYOUT_MEDIUM ? ADW_CENTERING_POLICY_STRICT
                                                                      : ADW_CENTERING_POLICY_LOOSE);

  label_add_articles (self, width >= ENTENTE_LAYOUT_MEDIUM);
  gtk_widget_set_visible (GTK_WIDGET (self->header_switch), full);
  gtk_widget_set_visible (self->start_separator, roomy);
  gtk_widget_set_visible (self->end_separator, roomy);
  gtk_widget_set_visible (self->print_button, roomy);
  gtk_widget_set_visible (self->actors_toggle, roomy);
  gtk_widget_set_visible (self->inspector_toggle, roomy);
  gtk_widget_set_visible (self->add_articles, roomy);
  gtk_revealer_set_reveal_child (self->part_switch, width == ENTENTE_LAYOUT_SINGLE);
}

static void
layout_cb (EntenteWindowLayout *layout, GParamSpec *pspec, EntenteWindow *self)
{
  static const EntenteViewBarSize sizes[] = {
    [ENTENTE_LAYOUT_SINGLE] = ENTENTE_VIEW_BAR_TINY,
    [ENTENTE_LAYOUT_NARROW] = ENTENTE_VIEW_BAR_COMPACT,
    [ENTENTE_LAYOUT_MEDIUM] = ENTENTE_VIEW_BAR_COMPACT,
    [ENTENTE_LAYOUT_WIDE] = ENTENTE_VIEW_BAR_FULL,
  };

  EntenteViewBarSize size = sizes[entente_window_layout_get_width_class (layout)];

  update_header (self);
  align_headers (self);
  /* Between side bar and inspector it has not much more room than in a smaller window. */
  if (size == ENTENTE_VIEW_BAR_FULL && entente_window_layout_is_full (layout) &&
      entente_window_layout_has_inspector_beside (layout))
    size = ENTENTE_VIEW_BAR_SNUG;
  entente_view_bar_set_size (self->view_bar, size);
}

/* In a small window the parts "timeline" and "ledger" are pages of the same pane. */
static void
part_cb (EntenteWindowLayout *layout, GParamSpec *pspec, EntenteWindow *self)
{
  g_autofree char *part = NULL;

  g_object_get (layout, "part", &part, NULL);
  if (g_str_equal (part, "timeline") || g_str_equal (part, "ledger"))
    g_object_set (self->view_bar, "page", part, NULL);
}

static void
add_layout (EntenteWindow *self)
{
  EntenteLayoutWidgets widgets = {
    .shell = self->shell,
    .parts = self->parts,
    .full_flap = self->full_flap,
    .full_inspector_flap = self->full_inspector_flap,
    .actors_flap = self->actors_flap,
    .inspector_flap = self->inspector_flap,
    .upper = GTK_WIDGET (self->actors_flap),
    .lower = self->lower,
    .full_slot = self->full_slot,
    .actors_slot = self->actors_slot,
    .actors_part = self->actors_part,
    .filter = GTK_WIDGET (self->actor_filter),
    .inspector = GTK_WIDGET (self->inspector_slot),
    .invitation = self->invitation,
  };

  self->layout = entente_window_layout_new (&widgets);
  g_signal_connect (self->layout, "notify", G_CALLBACK (layout_cb), self);
  g_signal_connect (self->layout, "notify::part", G_CALLBACK (part_cb), self);
  layout_cb (self->layout, NULL, self);
}

/* ---- keys and files dropped ---- */

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  EntenteWindow *self = ENTENTE_WINDOW (widget);

  if (!self->session)
    return FALSE;
  if (gtk_search_bar_get_search_mode (self->search_bar))
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  else
    entente_session_select_event (self->session, ENTENTE_ID_NONE);
  return TRUE;
}

static void
words_cb (EntenteWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (EntenteQuery) query = NULL;

  if (!self->session)
    return;
  query = entente_query_copy (entente_session_get_query (self->session));
  g_free (query->words);
  query->words = *words ? g_strdup (words) : NULL;
  entente_session_set_query (self->session, query);
}

/* ---- GObject ---- */

static gboolean
entente_window_close_request (GtkWindow *window)
{
  EntenteWindow *self = ENTENTE_WINDOW (window);

  entente_window_save_state (self);
  /* What is being opened is not free until it ends. */
  if (self->job)
    g_cancellable_cancel (self->job);
  entente_window_set_study (self, NULL);
  return GTK_WINDOW_CLASS (entente_window_parent_class)->close_request (window);
}

static void
entente_window_dispose (GObject *object)
{
  EntenteWindow *self = ENTENTE_WINDOW (object);

  g_clear_handle_id (&self->presenting, g_source_remove);
  if (self->job)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  if (self->pages)
    entente_window_set_study (self, NULL);
  /* The timeline that was emptied moved once more. */
  g_clear_handle_id (&self->following, g_source_remove);
  if (self->layout)
    g_signal_handlers_disconnect_by_data (self->layout, self);
  g_clear_object (&self->layout);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->opening, g_free);
  g_clear_weak_pointer (&self->asker);
  g_clear_weak_pointer (&self->done_toast);
  g_clear_pointer (&self->undo_toasts, g_ptr_array_unref);
  entente_intake_forget_waiting (self);

  G_OBJECT_CLASS (entente_window_parent_class)->dispose (object);
}

static void
bind_header (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, header);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, start_menu_model);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, study_menu_model);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, start_menu);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, start_separator);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, end_separator);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, add_articles);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, add_articles_content);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, actors_toggle);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, inspector_toggle);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, header_switch);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, job_bar);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, job_label);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, job_progress);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, coder_bar);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, invitation);
}

static void
bind_panes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, full_flap);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, full_inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, actors_flap);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, full_slot);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, actors_slot);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, actors_part);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, inspector_slot);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, article_slot);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, timeline_slot);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, second_slot);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, divider);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, lower);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, view_bar);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, views);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, table);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, ledger);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, actor_filter);
  gtk_widget_class_bind_template_child (widget_class, EntenteWindow, part_switch);
}

static void
entente_window_class_init (EntenteWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = entente_window_close_request;

  g_type_ensure (ENTENTE_TYPE_LATE_BIN);
  g_type_ensure (ENTENTE_TYPE_CODER_BAR);
  g_type_ensure (ENTENTE_TYPE_START_PAGE);
  g_type_ensure (ENTENTE_TYPE_PAGE_SWITCH);
  g_type_ensure (ENTENTE_TYPE_LAYOUT_BIN);
  g_type_ensure (ENTENTE_TYPE_ACTOR_FILTER);
  g_type_ensure (ENTENTE_TYPE_VIEW_BAR);
  g_type_ensure (ENTENTE_TYPE_MOVE_TABLE);
  g_type_ensure (ENTENTE_TYPE_LEDGER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-window.ui");
  bind_header (widget_class);
  bind_panes (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, words_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "win.delete", NULL);
}

static void
entente_window_init (EntenteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_queue_init (&self->waiting);
  self->undo_toasts = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  self->settings = g_settings_new (APPLICATION_ID);
  if (g_str_equal (PROFILE, "development"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  add_panes (self);
  add_layout (self);
  entente_late_menu_attach (self->start_menu, self->start_menu_model);
  entente_late_menu_attach (self->menu, self->study_menu_model);
  entente_late_menu_hide_tooltips (GTK_WIDGET (self));
  entente_intake_attach_drop (self, GTK_WIDGET (self), FALSE);
  entente_intake_attach_drop (self, GTK_WIDGET (self->article_slot), TRUE);
  entente_window_install_actions (self);
  entente_saved_views_add_keys (self);
  entente_window_load_state (self);
  entente_window_update_actions (self);
}

EntenteWindow *
entente_window_new (GtkApplication *application)
{
  return g_object_new (ENTENTE_TYPE_WINDOW, "application", application, NULL);
}

EntenteStudy *
entente_window_get_study (EntenteWindow *self)
{
  return self->study;
}

EntenteSession *
entente_window_get_session (EntenteWindow *self)
{
  return self->session;
}

/* What was waited for comes at once; a fade would be a fifth of a second more, and blends two whole
 * windows. */
void
entente_window_show_page (EntenteWindow *self)
{
  const char *page = self->study ? "study" : self->opening ? "opening" : "start";

  gtk_stack_set_visible_child_full (self->pages,
                                    page,
                                    self->study ? GTK_STACK_TRANSITION_TYPE_NONE
                                                : GTK_STACK_TRANSITION_TYPE_CROSSFADE);
}

void
entente_window_set_study (EntenteWindow *self, EntenteStudy *study)
{
  g_autoptr (EntenteSession) session = self->session ? g_object_ref (self->session) : NULL;

  if (self->study == study)
    return;
  /* Before anything is looked at: meanwhile anything may happen. */
  if (session)
    entente_session_finish (session);
  if (self->study) {
    entente_window_save_study_state (self);
    set_sessions (self, NULL);
    entente_window_drop_session (self);
  }
  if (study) {
    entente_window_take_session (self, study);
    set_sessions (self, self->session);
    entente_window_load_study_state (self);
  }
  entente_window_show_page (self);
  entente_window_update_actions (self);
}

/* ---- telling ---- */

void
entente_window_show_error (EntenteWindow *self, const char *heading, const char *message)
{
  gboolean is_open = entente_toplevel_is_open (GTK_WIDGET (self));

  entente_message_dialog_show_error (is_open ? GTK_WINDOW (self) : NULL, heading, message);
}
