/* The input lies in a file without a name, so nobody has to write while somebody reads. */
#include "config.h"

#include "entente-helper-process.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEMORY_BYTES ((rlim_t) 1024 * 1024 * 1024)
#define BLOCK_BYTES (64 * 1024)
#define SLICE_MS 200 /* between two looks at the clock */
#define AWAIT_US 2000 /* between two looks at whether it has ended */

/* Between fork and exec: system calls only. */
static void
limit_cb (gpointer data)
{
  const EntenteHelperLimits *limits = data;
  const struct rlimit memory = { MEMORY_BYTES, MEMORY_BYTES };
  const struct rlimit seconds = { limits->seconds, limits->seconds + 1 };
  const struct rlimit nothing = { 0, 0 };
  const struct rlimit files = { 64, 64 };
  setrlimit (RLIMIT_AS, &memory);
  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_CORE, &nothing);
  setrlimit (RLIMIT_FSIZE, &nothing);
  setrlimit (RLIMIT_NOFILE, &files);
  setpgid (0, 0);
}

/* Where bubblewrap is not to be had, a network of its own, which is none, is asked of the system at
 * least. */
static void
limit_alone_cb (gpointer data)
{
  limit_cb (data);
  if (unshare (CLONE_NEWUSER | CLONE_NEWNET) != 0)
    errno = 0;
}

static int
open_input (const char *input, gsize length)
{
  int fd = memfd_create ("entente-input", MFD_CLOEXEC);
  gsize done = 0;
  while (fd >= 0 && done < length) {
    gssize n = write (fd, input + done, length - done);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      close (fd);
      return -1;
    }
    done += (gsize) n;
  }
  if (fd >= 0)
    lseek (fd, 0, SEEK_SET);
  return fd;
}

/* ---- the process ---- */

typedef struct {
  GPid pid;
  int out;
} Process;

static const char *const jail[] = {
  "bwrap",
  "--unshare-all",
  "--die-with-parent",
  "--new-session",
  "--ro-bind",
  "/usr",
  "/usr",
  "--ro-bind-try",
  "/lib",
  "/lib",
  "--ro-bind-try",
  "/lib64",
  "/lib64",
  "--ro-bind-try",
  "/lib32",
  "/lib32",
  "--ro-bind-try",
  "/bin",
  "/bin",
  "--ro-bind-try",
  "/etc/fonts",
  "/etc/fonts",
  "--proc",
  "/proc",
  "--dev",
  "/dev",
  "--tmpfs",
  "/tmp",
  "--chdir",
  "/",
  "--clearenv",
  "--setenv",
  "PATH",
  "/usr/bin:/bin",
  "--setenv",
  "LC_ALL",
  "C.UTF-8",
  "--",
};

static gboolean
start (const char *const *arguments,
       gboolean in_jail,
       int input,
       const EntenteHelperLimits *limits,
       Process *process,
       GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  for (guint i = 0; in_jail && i < G_N_ELEMENTS (jail); i++)
    g_ptr_array_add (all, (gpointer) jail[i]);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) arguments[i]);
  g_ptr_array_add (all, NULL);
  lseek (input, 0, SEEK_SET);
  return g_spawn_async_with_pipes_and_fds (NULL,
                                           (const char *const *) all->pdata,
                                           NULL,
                                           G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
                                             G_SPAWN_STDERR_TO_DEV_NULL,
                                           in_jail ? limit_cb : limit_alone_cb,
                                           (gpointer) limits,
                                           input,
                                           -1,
                                           -1,
                                           NULL,
                                           NULL,
                                           0,
                                           &process->pid,
                                           NULL,
                                           &process->out,
                                           NULL,
                                           error);
}

static gboolean
is_late (gint64 deadline, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return TRUE;
  if (g_get_monotonic_time () < deadline)
    return FALSE;
  g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_BUSY, "takes too long");
  return TRUE;
}

static gboolean
read_all (Process *process,
          const EntenteHelperLimits *limits,
          gint64 deadline,
          GByteArray *output,
          GCancellable *cancellable,
          GError **error)
{
  guint8 block[BLOCK_BYTES];
  for (;;) {
    struct pollfd ready = { process->out, POLLIN, 0 };
    if (is_late (deadline, cancellable, error))
      return FALSE;
    if (poll (&ready, 1, SLICE_MS) <= 0)
      continue;
    gssize n = read (process->out, block, sizeof block);
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
      continue;
    if (n <= 0)
      return TRUE;
    if (output->len + (gsize) n > limits->max_bytes) {
      g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_NO_SPACE, "writes too much");
      return FALSE;
    }
    g_byte_array_append (output, block, (guint) n);
  }
}

static void
kill_all (const Process *process)
{
  kill (-process->pid, SIGKILL);
  kill (process->pid, SIGKILL);
}

/* Until it ends by itself. One that closed its output may sleep on: that costs no time of the
 * processor, and so no limit of the system ends it. */
static gboolean
await_end (const Process *process,
           gint64 deadline,
           int *status,
           GCancellable *cancellable,
           GError **error)
{
  for (;;) {
    pid_t ended = waitpid (process->pid, status, WNOHANG);
    if (ended == process->pid || (ended < 0 && errno != EINTR))
      return TRUE;
    if (is_late (deadline, cancellable, error))
      return FALSE;
    g_usleep (AWAIT_US);
  }
}

/* FALSE when it did not come to its end, and was killed; else its status. */
static gboolean
finish (Process *process,
        gboolean is_read,
        gint64 deadline,
        int *status,
        GCancellable *cancellable,
        GError **error)
{
  gboolean is_done = is_read && await_end (process, deadline, status, cancellable, error);
  close (process->out);
  if (!is_done) {
    kill_all (process);
    while (waitpid (process->pid, status, 0) < 0 && errno == EINTR)
      ;
  }
  g_spawn_close_pid (process->pid);
  return is_done;
}

static GByteArray *
run_once (const char *const *arguments,
          gboolean in_jail,
          int input,
          const EntenteHelperLimits *limits,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  gint64 deadline = g_get_monotonic_time () + (gint64) limits->seconds * G_TIME_SPAN_SECOND;
  Process process;
  int status = 0;
  if (!start (arguments, in_jail, input, limits, &process, error))
    return NULL;
  gboolean is_read = read_all (&process, limits, deadline, output, cancellable, error);
  if (!finish (&process, is_read, deadline, &status, cancellable, error))
    return NULL;
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_FAILED,
                 "ended with status %d",
                 WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status));
    return NULL;
  }
  return g_steal_pointer (&output);
}

/* Whether this system lets bubblewrap do its work is found out once. */
static gboolean
has_jail (void)
{
  static gsize found;
  if (g_once_init_enter (&found)) {
    static const char *const nothing[] = { "true", NULL };
    const EntenteHelperLimits limits = { 5, BLOCK_BYTES };
    g_autofree char *path = g_find_program_in_path (jail[0]);
    int input = open_input ("", 0);
    g_autoptr (GByteArray) output =
      path != NULL && input >= 0 ? run_once (nothing, TRUE, input, &limits, NULL, NULL) : NULL;
    if (input >= 0)
      close (input);
    g_once_init_leave (&found, output != NULL ? 2 : 1);
  }
  return found == 2;
}

char *
entente_helper_process_run (const char *const *arguments,
                            const char *input,
                            gsize input_length,
                            const EntenteHelperLimits *limits,
                            gsize *length,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autofree char *path = g_find_program_in_path (arguments[0]);
  g_autoptr (GByteArray) output = NULL;
  int fd;
  if (path == NULL) {
    g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND, "is not installed");
    return NULL;
  }
  fd = open_input (input, input_length);
  if (fd < 0) {
    g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED, g_strerror (errno));
    return NULL;
  }
  /* A program outside of /usr is not seen from within. */
  output = run_once (arguments,
                     has_jail () && g_str_has_prefix (path, "/usr/"),
                     fd,
                     limits,
                     cancellable,
                     error);
  close (fd);
  if (output == NULL)
    return NULL;
  *length = output->len;
  g_byte_array_append (output, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&output), FALSE);
}
