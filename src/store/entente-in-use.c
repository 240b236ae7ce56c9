/* A lock of an open file (entente-lock.c says why not of a process) on one byte that nothing else
 * uses: the page at one gigabyte is left out by SQLite, which takes its own locks on the first 512
 * bytes of it. So there is no file beside the study that could be left behind.
 */
#include "config.h"

#include "entente-in-use.h"

#include "entente-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define PLACE (0x40000000 + 600)

static gint enabled; /* atomic */

void
entente_store_hold_files (void)
{
  g_atomic_int_set (&enabled, TRUE);
}

int
entente_in_use_take (const char *path, gboolean *elsewhere)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = PLACE, .l_len = 1 };
  int descriptor;

  *elsewhere = FALSE;
  if (!g_atomic_int_get (&enabled))
    return -1;
  descriptor = open (path, O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (descriptor < 0)
    return -1;
  if (fcntl (descriptor, F_OFD_SETLK, &lock) == 0)
    return descriptor;
  *elsewhere = errno == EAGAIN || errno == EACCES;
  close (descriptor);
  return -1;
}

gboolean
entente_store_is_in_use_elsewhere (EntenteStore *store)
{
  return store->in_use_elsewhere;
}

EntenteFilePlace
entente_store_get_file_place (EntenteStore *store)
{
  return store->place;
}
