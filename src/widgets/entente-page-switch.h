/* EntentePageSwitch: Timeline, Table or Ledger, as three linked buttons. Property "page" string:
 * "timeline", "table" or "ledger" (read and write). Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_PAGE_SWITCH (entente_page_switch_get_type ())
G_DECLARE_FINAL_TYPE (EntentePageSwitch, entente_page_switch, ENTENTE, PAGE_SWITCH, GtkBox)

const char *entente_page_switch_get_page (EntentePageSwitch *page_switch);
void entente_page_switch_set_page (EntentePageSwitch *page_switch, const char *page);

G_END_DECLS
