/* EntenteFormKeeper: keeps what is typed into a form against a crash, and offers it when the form
 * comes up again. Main thread.
 *
 * It is the row with the offer, which shows only when there is one; its owner packs it above the
 * fields. While the form shows, what differs from how it came up is kept in the study a second
 * after it was typed (entente-study-drafts.h); nothing waits for that. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_FORM_KEEPER (entente_form_keeper_get_type ())
G_DECLARE_FINAL_TYPE (EntenteFormKeeper, entente_form_keeper, ENTENTE, FORM_KEEPER, GtkWidget)

/* Of the fields below @content, which lives at least as long. The form is called @form, for
 * @subject: the record that it changes, or that a new one will hang on, or none. */
GtkWidget *entente_form_keeper_new (EntenteSession *session,
                                    const char *form,
                                    EntenteId subject,
                                    GtkWidget *content);
/* The fields were filled in by the program: that is not typed, unless a person was faster. */
void entente_form_keeper_settle (EntenteFormKeeper *keeper);
/* What was typed is done with, and other things will be filled in: entente_form_keeper_settle()
 * says when they are. */
void entente_form_keeper_restart (EntenteFormKeeper *keeper);
/* The form was accepted or discarded: nothing is kept of it any more. */
void entente_form_keeper_finish (EntenteFormKeeper *keeper);

G_END_DECLS
