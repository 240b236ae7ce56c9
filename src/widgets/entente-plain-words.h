/* Words on parts of libadwaita that read markup: a name with "<" or "&" in it, or a path, would
 * leave them empty. Everything that is not a translated sentence by itself goes through here. Main
 * thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast that says @words as they are. */
AdwToast *entente_plain_words_toast (const char *words);
/* The description of @page becomes @words (NULL: none) as they are. */
void entente_plain_words_describe (AdwStatusPage *page, const char *words);

G_END_DECLS
