/* Folders that tests made for themselves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Removes a folder with all that is in it. */
void entente_test_remove_folder (const char *folder);

G_END_DECLS
