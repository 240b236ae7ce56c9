/* Names of files made of what a person wrote, or a stranger. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most bytes that a name has, its end included: file systems allow 255, and the writers put a
 * few of their own around it. */
#define ENTENTE_FILE_NAME_MAX_BYTES 200

/* @title as the name of a file that ends in @end (".svg"): one name in whatever folder is chosen,
 * never hidden, without what folders, other systems and terminals read in names, and no longer than
 * a file system takes. "-" stands for what cannot stand. Free. */
char *entente_file_name_make (const char *title, const char *end);

G_END_DECLS
