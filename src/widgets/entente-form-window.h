/* EntenteFormWindow: the window of a form: a bar with Cancel and a button that accepts, and rows
 * that scroll. Main thread.
 *
 * What was typed is not lost: the window stays until it is written, and asks before it discards it.
 *
 * Signal "accept" (): the button or Enter; the form applies its step, by
 * entente_form_window_apply() or itself. */
#pragma once

#include "entente-form-keeper.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_FORM_WINDOW (entente_form_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteFormWindow, entente_form_window, ENTENTE, FORM_WINDOW, AdwWindow)

/* Transient for the window of @parent. @content is taken. */
EntenteFormWindow *entente_form_window_new (GtkWidget *parent,
                                            const char *title,
                                            const char *accept_label,
                                            GtkWidget *content);
/* Of a form in several steps. */
void entente_form_window_set_accept_label (EntenteFormWindow *window, const char *label);
void entente_form_window_set_can_accept (EntenteFormWindow *window, gboolean can_accept);
/* Whether there is something to lose; without it: whether a field differs from what it was when the
 * window came up. */
typedef gboolean (*EntenteFormTouched) (GtkWidget *content);
void entente_form_window_set_touched_func (EntenteFormWindow *window, EntenteFormTouched func);
/* Fills rows later than the window came up, by the program itself: what it fills in is nothing to
 * lose, unless a person was faster. */
void entente_form_window_fill (EntenteFormWindow *window, GSourceOnceFunc fill, gpointer data);
/* Keeps what is typed into it against a crash, and offers what was kept (entente-form-keeper.h).
 * Before it is presented. Borrowed. */
EntenteFormKeeper *entente_form_window_keep (EntenteFormWindow *window,
                                             EntenteSession *session,
                                             const char *form,
                                             EntenteId subject);
/* The program filled rows in after the window came up, where entente_form_window_fill() is not the
 * way: that is nothing that was typed. */
void entente_form_window_settle (EntenteFormWindow *window);
/* What was typed is done with, and the window begins again with something else. */
void entente_form_window_restart (EntenteFormWindow *window);
/* A sentence above the rows of what went wrong; NULL takes it away. */
void entente_form_window_set_error (EntenteFormWindow *window, const char *sentence);
/* Carries out a step (taken) and closes the window once it is written; if it cannot be, the window
 * says why and stays. A step without changes just closes. @done_message as in
 * entente_session_apply(). */
void entente_form_window_apply (EntenteFormWindow *window,
                                EntenteSession *session,
                                EntenteStep *step,
                                const char *done_message);
/* Closes the window without asking: nothing is left to do. */
void entente_form_window_finish (EntenteFormWindow *window);

G_END_DECLS
