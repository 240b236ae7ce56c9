/* Names that look alike though they are written with other letters: "Таliban" with a Cyrillic Т,
 * "Ali" with a small L. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text as it looks: Cyrillic and Greek letters that look like Latin ones made Latin, digits and
 * capitals that look like others made those, besides what entente_name_fold() takes away. Two names
 * look alike exactly when their skeletons are equal. For comparing only. Free. */
char *entente_confusables_get_skeleton (const char *text);
/* Does one word of @text mix Latin with Cyrillic or Greek letters? */
gboolean entente_confusables_are_mixed (const char *text);

G_END_DECLS
