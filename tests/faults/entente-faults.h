/* Calls of the system that fail: this program's own open(), write(), fsync() … stand before those
 * of the C library, count what is done below one folder, and fail as planned. One plan at a time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_FAULT_NONE, /* calls are counted */
  ENTENTE_FAULT_ONCE, /* call number AT fails */
  ENTENTE_FAULT_FOR_EVER, /* that one and all that follow */
  ENTENTE_FAULT_KILL, /* the process ends (status 0) instead of that call, half of a write done */
  ENTENTE_FAULT_SHORT, /* every write takes half of its bytes and says so */
  ENTENTE_FAULT_INTERRUPTED, /* every second call is broken off by a signal (EINTR) */
} EntenteFault;

/* What is counted: what changes files, and also what reads them. */
typedef enum { ENTENTE_CALLS_WRITING, ENTENTE_CALLS_ALL } EntenteCalls;

/* Calls on files below @folder, from now on. @error is the errno of those that fail. */
void entente_faults_arm (const char *folder,
                         EntenteCalls calls,
                         EntenteFault fault,
                         int error,
                         int at);
/* Number of calls since. */
int entente_faults_disarm (void);

/* Files below @folder may take so many bytes together, as on a full disk; -1 for no limit. A write
 * that does not fit takes what does. Independent of the plan. */
void entente_faults_set_space (const char *folder, gint64 bytes);
/* Bytes of all files below the folder. */
gint64 entente_faults_measure (const char *folder);

/* Files below @folder may not be written (@error is EACCES or EROFS), whoever runs this; NULL for
 * no such folder. */
void entente_faults_set_read_only (const char *folder, int error);
/* Locks fail with @error (ENOLCK …); 0: they work. */
void entente_faults_set_no_locks (int error);

G_END_DECLS
