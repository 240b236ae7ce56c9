/* ZIP archives made in memory, for tests. */
#pragma once

#include <glib.h>

typedef struct {
  const char *path;
  const char *text;
} EntentePackedFile;

/* @files ends with a path of NULL. Entries are deflated, but the first when @stores_first. */
GBytes *entente_packed_fixture_new (const EntentePackedFile *files, gboolean stores_first);
