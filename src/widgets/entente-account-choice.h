/* EntenteAccountChoice: chooses whose account is meant: an article, an outlet or a party, and
 * then which, by typing. Main thread.
 *
 * Signal "changed" (): a person chose another one.
 */
#pragma once

#include "entente-account.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACCOUNT_CHOICE (entente_account_choice_get_type ())
G_DECLARE_FINAL_TYPE (EntenteAccountChoice, entente_account_choice, ENTENTE, ACCOUNT_CHOICE, GtkBox)

/* @label: "Left account", for the screen reader. */
void entente_account_choice_set_label (EntenteAccountChoice *choice, const char *label);
/* Offers what tells something in @chronicle; what is chosen stays as long as it does. */
void entente_account_choice_set_chronicle (EntenteAccountChoice *choice,
                                           const EntenteChronicle *chronicle);
/* Borrowed; NULL: none. */
const EntenteAccount *entente_account_choice_get_account (EntenteAccountChoice *choice);
/* Shows it, without a signal. */
void entente_account_choice_set_account (EntenteAccountChoice *choice,
                                         const EntenteAccount *account);

G_END_DECLS
