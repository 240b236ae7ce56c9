/* A small study in a folder of its own, with a session and settings in memory. For tests of app. */
#pragma once

#include "entente-session.h"

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
/* The first of @type, itself included, or NULL. */
GtkWidget *entente_app_find_widget (GtkWidget *widget, GType type);

/* Runs the main loop until @done says so; fails after some seconds. */
void entente_app_wait (gboolean (*done) (gpointer data), gpointer data);
/* Runs the main loop for a moment: frames are drawn meanwhile. */
void entente_app_rest (guint milliseconds);

G_END_DECLS
