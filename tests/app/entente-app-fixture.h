/* A small study in a folder of its own, with a session and settings in memory. For tests of app. */
#pragma once

#include "entente-session.h"
#include "entente-window.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  char *folder;
  EntenteStudy *study;
  EntenteSession *session;
} EntenteAppFixture;

/* Three dated moves, one undated and one private, between a port and a union. */
EntenteAppFixture *entente_app_fixture_new (void);
/* Ends session and study, and asserts that both are finalized. */
void entente_app_fixture_free (EntenteAppFixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteAppFixture, entente_app_fixture_free)

/* Of the process, registered; no other program is asked whether it runs already. */
GtkApplication *entente_app_get_application (void);
/* A window that shows the study. */
EntenteWindow *entente_app_open_window (EntenteAppFixture *fixture);
/* Closes @window (a GtkWindow) and waits until it is finalized. */
void entente_app_close_window (gpointer window);
/* The first of @type, itself included, or NULL. */
GtkWidget *entente_app_find_widget (GtkWidget *widget, GType type);

/* Does a label within @widget hold @words? */
gboolean entente_app_says (GtkWidget *widget, const char *words);
void entente_app_wait_for_words (GtkWidget *widget, const char *words);
/* Runs the main loop until @done says so; fails after some seconds. */
void entente_app_wait (gboolean (*done) (gpointer data), gpointer data);
/* Runs the main loop for a moment: frames are drawn meanwhile. */
void entente_app_rest (guint milliseconds);

G_END_DECLS
