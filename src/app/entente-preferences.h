/* EntentePreferences: the settings of the program that a person chooses: name of the coder, size of
 * text, style, and how far apart bounds may lie for a move to be placed by order. Bound to
 * GSettings; whoever needs a setting follows its key there. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PREFERENCES (entente_preferences_get_type ())
G_DECLARE_FINAL_TYPE (EntentePreferences,
                      entente_preferences,
                      ENTENTE,
                      PREFERENCES,
                      AdwPreferencesWindow)

/* Shows the preferences above @parent (may be NULL); the ones that are open already come to the
 * front. */
void entente_preferences_present (GtkWindow *parent);
/* Makes the whole program light, dark or as the system, as the key "color-scheme" says, now and
 * after each change. Once, at the start of the program. */
void entente_preferences_follow_style (void);
/* And that backups keep to their limit. */
void entente_preferences_follow_backups (void);
/* The name under which changes enter the history: the key "coder-name", else that of the
 * environment variable ENTENTE_CODER, else the full name of the user's account; NULL when there is
 * none. Free. */
char *entente_preferences_dup_coder (void);
/* Has nobody said a name, and was nobody asked for one? */
gboolean entente_preferences_asks_coder (void);

G_END_DECLS
