/* Files packed in a ZIP container (ODT, DOCX), read into memory and never to the disk. Bounded
 * against archives that are made to blow up. Private to exchange; safe in any thread. */
#pragma once

#include "entente-error.h"

G_BEGIN_DECLS

#define ENTENTE_ARCHIVE_MAX_ENTRIES 10000
#define ENTENTE_ARCHIVE_MAX_BYTES                                                                  \
  (32 * 1024 * 1024) /* of all that is unpacked; a tree of it takes ten times more */
#define ENTENTE_ARCHIVE_MAX_RATIO 200 /* of what is unpacked to the archive, beyond a first MB */

/* The entries called @names (NULL-terminated): name -> GBytes, without those that are not there.
 * INVALID for an archive that is damaged, encrypted or too large. */
GHashTable *entente_archive_file_read (const char *bytes,
                                       gsize length,
                                       const char *name,
                                       const char *const *names,
                                       GError **error);

G_END_DECLS
