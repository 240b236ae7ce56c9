/* Makes SQLite take locks that belong to an open file and not to the process.
 *
 * POSIX drops all locks of a process on a file when the process closes any descriptor of that file,
 * and GIO opens and closes files only to look at their type: the toolkit's own file chooser would
 * drop the locks of an open study. Open-file-description locks do not have that flaw and still
 * exclude programs that take ordinary ones. They would exclude a second connection of our own too,
 * so there is one connection per file per process (entente-registry.c).
 */
#include "config.h"

#include "entente-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <unistd.h>

static int
lock_description (int fd, int command, struct flock *lock)
{
  int owned = command == F_GETLK ? F_OFD_GETLK : command == F_SETLK ? F_OFD_SETLK : F_OFD_SETLKW;

  int result;

  lock->l_pid = 0;
  result = fcntl (fd, owned, lock);
  /* SQLite would take "no locks here" for "another program has it". */
  if (result < 0 && errno == ENOLCK)
    errno = EOPNOTSUPP;
  return result;
}

/* fcntl() for SQLite; it passes a lock or an int. */
static int
call_fcntl (int fd, int command, ...)
{
  va_list arguments;
  int result;

  va_start (arguments, command);
  if (command == F_GETLK || command == F_SETLK || command == F_SETLKW)
    result = lock_description (fd, command, va_arg (arguments, struct flock *));
  else
    result = fcntl (fd, command, va_arg (arguments, int));
  va_end (arguments);
  return result;
}

void
entente_lock_install (void)
{
  static gsize installed = 0;

  if (g_once_init_enter (&installed)) {
    sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");
    int code = vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) call_fcntl);

    g_assert (code == SQLITE_OK);
    g_once_init_leave (&installed, 1);
  }
}
