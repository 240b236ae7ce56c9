/* EntenteCoderBar: asks once, after the first change, under which name a person works; without
 * taking the keyboard away. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_CODER_BAR (entente_coder_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntenteCoderBar, entente_coder_bar, ENTENTE, CODER_BAR, AdwBin)

/* Shows itself when nobody has said a name and nobody was asked before, on this account. */
void entente_coder_bar_offer (EntenteCoderBar *bar);

G_END_DECLS
