/* Words on parts of libadwaita that read markup. */
#include "config.h"

#include "entente-plain-words.h"

AdwToast *
entente_plain_words_toast (const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  return adw_toast_new (escaped);
}

void
entente_plain_words_describe (AdwStatusPage *page, const char *words)
{
  g_autofree char *escaped = words ? g_markup_escape_text (words, -1) : NULL;

  adw_status_page_set_description (page, escaped);
}
