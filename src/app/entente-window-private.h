/* The inside of EntenteWindow, for its helper modules only. */
#pragma once

#include "entente-actor-filter.h"
#include "entente-coder-bar.h"
#include "entente-late-bin.h"
#include "entente-ledger.h"
#include "entente-move-table.h"
#include "entente-page-switch.h"
#include "entente-view-bar.h"
#include "entente-window-layout.h"
#include "entente-window.h"

G_BEGIN_DECLS

struct _EntenteWindow {
  AdwApplicationWindow parent_instance;

  EntenteStudy *study; /* or NULL */
  EntenteSession *session; /* or NULL */
  EntenteWindowLayout *layout;
  GSettings *settings;
  guint following; /* source that hands the view of the timeline to the bar, or 0 */
  gboolean updating_zoom;
  guint day_watch; /* source that notices midnight, or 0 */
  int day; /* of the month */
  guint presenting; /* source that shows the window although its study is not there yet, or 0 */
  char *opening; /* path of the study being opened, or NULL */
  EntenteWindow *asker; /* where the study was asked for, not owned; NULL: here, or it is gone */
  GQueue waiting; /* GFile of articles for the study that is being opened or is open; else empty */
  guint n_waiting; /* edits that wait for an import */
  GCancellable *job; /* of an import or an opening under way, or NULL */

  AdwToastOverlay *toasts;
  AdwToast *done_toast; /* tells what was done last; weak */
  GPtrArray *undo_toasts; /* AdwToast with a button that undoes, on view or waiting */
  GtkStack *pages;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GMenuModel *start_menu_model, *study_menu_model;
  GtkMenuButton *start_menu, *menu;
  GtkWidget *start_separator, *end_separator;
  AdwButtonContent *add_articles_content;
  GtkWidget *add_articles, *actors_toggle, *inspector_toggle;
  GtkWidget *print_button, *search_button, *undo_button, *redo_button;
  EntentePageSwitch *header_switch;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkRevealer *job_bar;
  GtkLabel *job_label;
  GtkProgressBar *job_progress;
  GtkWidget *read_only_bar, *invitation;
  GtkLabel *read_only_label;
  EntenteCoderBar *coder_bar;
  EntenteLayoutBin *shell;
  GtkStack *parts;
  AdwFlap *full_flap, *full_inspector_flap, *actors_flap, *inspector_flap;
  AdwBin *full_slot, *actors_slot, *actors_part;
  AdwBin *inspector_slot, *article_slot, *timeline_slot, *second_slot;
  GtkPaned *divider;
  GtkWidget *lower;
  EntenteViewBar *view_bar;
  GtkStack *views;
  EntenteLateBin *table, *ledger;
  EntenteActorFilter *actor_filter;
  GtkRevealer *part_switch;
};

/* entente-window-actions.c: the table of all actions of the window. */
void entente_window_install_actions (EntenteWindow *window);
void entente_window_install_record_actions (EntenteWindow *window); /* entente-window-records.c */
/* entente-window-timeline.c: those that the timeline carries out; called by the former. */
void entente_window_install_timeline_actions (EntenteWindow *window);
/* Which actions make sense with the study that is open. */
void entente_window_update_actions (EntenteWindow *window);

/* entente-window-second.c: a second timeline below the first, on the same axis. */
void entente_window_install_second_timeline (EntenteWindow *window);
void entente_window_set_second_session (EntenteWindow *window, EntenteSession *session);
/* What it shows, to be kept between two runs: "rest" or the id of a view; NULL: it is not there.
 * Free. */
char *entente_window_dup_second_timeline (EntenteWindow *window);
void entente_window_restore_second_timeline (EntenteWindow *window, const char *shown);

/* entente-window-side.c: inspector and suggestions, which share a place. */
void entente_window_add_side (EntenteWindow *window);
void entente_window_set_side_session (EntenteWindow *window, EntenteSession *session);
GtkWidget *entente_window_get_inspector (EntenteWindow *window);
/* Shows the suggestions and gives them the keyboard, or the inspector in their place. */
void entente_window_toggle_suggestions (EntenteWindow *window);

/* entente-window.c: the page for what is open, being opened, or nothing. entente-window-open.c
 * opens. */
void entente_window_show_page (EntenteWindow *window);

/* entente-window-study.c: follows study and session. */
void entente_window_take_session (EntenteWindow *window, EntenteStudy *study);
void entente_window_drop_session (EntenteWindow *window);

/* entente-window-state.c: what is kept between two runs. */
void entente_window_load_state (EntenteWindow *window);
void entente_window_save_state (EntenteWindow *window);
/* Article read last and event selected of a study; and that the study was open. */
void entente_window_load_study_state (EntenteWindow *window);
void entente_window_save_study_state (EntenteWindow *window);

G_END_DECLS
