/* The linker takes a function of the program before one of the same name in the C library, so
 * SQLite and GLib call these. What a plan lets pass goes to the kernel.
 */
#undef _FILE_OFFSET_BITS /* else open() is another name of open64() */
#undef _FORTIFY_SOURCE
#include "config.h"

#include "entente-faults.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct {
  char *folder; /* NULL: nothing is planned */
  EntenteCalls calls;
  EntenteFault fault;
  int error;
  int at;
  int n; /* calls so far */
} plan;

static struct {
  char *folder;
  gint64 bytes;
} space;

static struct {
  char *folder;
  int error;
} read_only;

static int lock_error;

void
entente_faults_arm (const char *folder, EntenteCalls calls, EntenteFault fault, int error, int at)
{
  entente_faults_disarm ();
  plan.calls = calls;
  plan.fault = fault;
  plan.error = error;
  plan.at = at;
  plan.n = 0;
  plan.folder = g_strdup (folder);
}

int
entente_faults_disarm (void)
{
  g_clear_pointer (&plan.folder, g_free);
  return plan.n;
}

void
entente_faults_set_space (const char *folder, gint64 bytes)
{
  g_free (space.folder);
  space.folder = bytes >= 0 ? g_strdup (folder) : NULL;
  space.bytes = bytes;
}

void
entente_faults_set_read_only (const char *folder, int error)
{
  g_free (read_only.folder);
  read_only.folder = g_strdup (folder);
  read_only.error = error;
}

void
entente_faults_set_no_locks (int error)
{
  lock_error = error;
}

/* ---- which files ---- */

static gboolean
is_below (const char *path, const char *folder)
{
  return folder != NULL && path != NULL && g_str_has_prefix (path, folder);
}

static gboolean
is_open_below (int fd, const char *folder)
{
  char name[64], path[4096];
  ssize_t length;

  if (folder == NULL)
    return FALSE;
  snprintf (name, sizeof name, "/proc/self/fd/%d", fd);
  length = readlink (name, path, sizeof path - 1);
  if (length <= 0)
    return FALSE;
  path[length] = '\0';
  return g_str_has_prefix (path, folder);
}

gint64
entente_faults_measure (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gint64 bytes = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    struct stat file;

    if (lstat (path, &file) == 0)
      bytes += S_ISDIR (file.st_mode) ? entente_faults_measure (path) : file.st_size;
  }
  return bytes;
}

/* ---- what becomes of a call ---- */

typedef enum { PASS, FAIL, HALF, DIE } Fate;

/* Of one that reads, and of one that changes files. */
static Fate
count (gboolean writes, gboolean is_write)
{
  if (!writes && plan.calls == ENTENTE_CALLS_WRITING)
    return PASS;
  plan.n++;
  switch (plan.fault) {
  case ENTENTE_FAULT_ONCE:
    return plan.n == plan.at ? FAIL : PASS;
  case ENTENTE_FAULT_FOR_EVER:
    return plan.n >= plan.at ? FAIL : PASS;
  case ENTENTE_FAULT_KILL:
    return plan.n == plan.at ? DIE : PASS;
  case ENTENTE_FAULT_SHORT:
    return is_write ? HALF : PASS;
  case ENTENTE_FAULT_INTERRUPTED:
    return plan.n % 2 == 1 ? FAIL : PASS;
  case ENTENTE_FAULT_NONE:
  default:
    return PASS;
  }
}

/* FALSE: the call fails, errno is set. */
static gboolean
let_pass (Fate fate)
{
  if (fate == DIE)
    _exit (0);
  if (fate == FAIL)
    errno = plan.error;
  return fate != FAIL;
}

static gboolean
may_change (const char *path)
{
  if (is_below (path, read_only.folder)) {
    errno = read_only.error;
    return FALSE;
  }
  return !is_below (path, plan.folder) || let_pass (count (TRUE, FALSE));
}

/* ---- writing ---- */

/* How many of the bytes find room; -1 with errno when none does. */
static ssize_t
find_room (int fd, size_t length, off_t offset)
{
  struct stat file;
  gint64 grows, left;

  if (!is_open_below (fd, space.folder) || fstat (fd, &file) != 0)
    return (ssize_t) length;
  if (offset < 0)
    offset = lseek (fd, 0, SEEK_CUR);
  grows = (gint64) offset + (gint64) length - file.st_size;
  left = space.bytes - entente_faults_measure (space.folder);
  if (grows <= MAX (left, 0))
    return (ssize_t) length;
  if ((gint64) length - (grows - MAX (left, 0)) > 0)
    return (ssize_t) ((gint64) length - (grows - MAX (left, 0)));
  errno = ENOSPC;
  return -1;
}

static ssize_t
put (int fd, const void *bytes, size_t length, off_t offset)
{
  return offset < 0 ? syscall (SYS_write, fd, bytes, length)
                    : syscall (SYS_pwrite64, fd, bytes, length, offset);
}

static ssize_t
write_faulty (int fd, const void *bytes, size_t length, off_t offset)
{
  Fate fate = is_open_below (fd, plan.folder) ? count (TRUE, TRUE) : PASS;
  ssize_t room;

  if (fate == DIE)
    put (fd, bytes, length / 2, offset);
  if (!let_pass (fate))
    return -1;
  if (fate == HALF && length > 1)
    length /= 2;
  room = find_room (fd, length, offset);
  return room < 0 ? -1 : put (fd, bytes, (size_t) room, offset);
}

ssize_t
write (int fd, const void *bytes, size_t length)
{
  return write_faulty (fd, bytes, length, -1);
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t length, off64_t offset)
{
  return write_faulty (fd, bytes, length, offset);
}

int
ftruncate64 (int fd, off64_t length)
{
  if (is_open_below (fd, plan.folder) && !let_pass (count (TRUE, FALSE)))
    return -1;
  return (int) syscall (SYS_ftruncate, fd, length);
}

/* No file system breaks these off. */
static gboolean
may_sync (int fd)
{
  return !is_open_below (fd, plan.folder) || plan.fault == ENTENTE_FAULT_INTERRUPTED ||
         let_pass (count (TRUE, FALSE));
}

int
fsync (int fd)
{
  return may_sync (fd) ? (int) syscall (SYS_fsync, fd) : -1;
}

int
fdatasync (int fd)
{
  return may_sync (fd) ? (int) syscall (SYS_fdatasync, fd) : -1;
}

/* ---- names ---- */

static gboolean
may_rename (const char *path)
{
  return plan.fault == ENTENTE_FAULT_INTERRUPTED || may_change (path);
}

int
unlink (const char *path)
{
  return may_rename (path) ? (int) syscall (SYS_unlinkat, AT_FDCWD, path, 0) : -1;
}

int
rename (const char *from, const char *to)
{
  return may_rename (from) ? (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0) : -1;
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  return may_rename (from) ? (int) syscall (SYS_renameat2, from_folder, from, to_folder, to, flags)
                           : -1;
}

int
link (const char *from, const char *to)
{
  return may_rename (from) ? (int) syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0) : -1;
}

int
mkdir (const char *path, mode_t mode)
{
  return may_rename (path) ? (int) syscall (SYS_mkdirat, AT_FDCWD, path, mode) : -1;
}

int
access (const char *path, int mode)
{
  if ((mode & W_OK) != 0 && is_below (path, read_only.folder)) {
    errno = read_only.error;
    return -1;
  }
  return (int) syscall (SYS_faccessat, AT_FDCWD, path, mode);
}

static int
open_faulty (const char *path, int flags, mode_t mode)
{
  gboolean writes = (flags & (O_ACCMODE | O_CREAT | O_TRUNC)) != O_RDONLY;

  if (writes && is_below (path, read_only.folder)) {
    errno = read_only.error;
    return -1;
  }
  if (is_below (path, plan.folder) && plan.fault != ENTENTE_FAULT_INTERRUPTED &&
      !let_pass (count ((flags & O_CREAT) != 0, FALSE)))
    return -1;
  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

#define READ_MODE(flags, mode)                                                                     \
  {                                                                                                \
    va_list arguments;                                                                             \
    va_start (arguments, flags);                                                                   \
    mode = (flags) &O_CREAT ? va_arg (arguments, mode_t) : 0;                                      \
    va_end (arguments);                                                                            \
  }

int
open (const char *path, int flags, ...)
{
  mode_t mode;

  READ_MODE (flags, mode);
  return open_faulty (path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  mode_t mode;

  READ_MODE (flags, mode);
  return open_faulty (path, flags, mode);
}

/* ---- reading ---- */

static gboolean
may_read (int fd)
{
  return !is_open_below (fd, plan.folder) || let_pass (count (FALSE, FALSE));
}

ssize_t
read (int fd, void *bytes, size_t length)
{
  return may_read (fd) ? syscall (SYS_read, fd, bytes, length) : -1;
}

ssize_t
pread64 (int fd, void *bytes, size_t length, off64_t offset)
{
  return may_read (fd) ? syscall (SYS_pread64, fd, bytes, length, offset) : -1;
}

/* ---- locks ---- */

int
fcntl64 (int fd, int command, ...)
{
  va_list arguments;
  gpointer argument;

  va_start (arguments, command);
  argument = va_arg (arguments, gpointer);
  va_end (arguments);
  if (lock_error != 0 &&
      (command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_OFD_GETLK)) {
    errno = lock_error;
    return -1;
  }
  return (int) syscall (SYS_fcntl, fd, command, argument);
}
