/* Compares files by what the disk knows them by: a study has one window, and no summary is written
 * over one. Main thread. */
#include "config.h"

#include "entente-same-file.h"
#include <glib/gstdio.h>

gboolean
entente_same_file (const char *one, const char *other)
{
  GStatBuf a, b;

  if (!one || !other)
    return FALSE;
  return g_str_equal (one, other) || (g_stat (one, &a) == 0 && g_stat (other, &b) == 0 &&
                                      a.st_dev == b.st_dev && a.st_ino == b.st_ino);
}
