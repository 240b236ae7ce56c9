/* Preloaded into tests: notes every error of the program that is made, in the file that
 * ENTENTE_ERRORS names: the program, a tab, the message. tests/lint/lint-errors.py makes the list:
 *
 *   ninja -C _build tests/errors/entente-trace-errors.so
 *   export ENTENTE_ERRORS=/tmp/errors LD_PRELOAD=$PWD/_build/tests/errors/entente-trace-errors.so
 *   meson test -C _build --no-rebuild
 *   python3 tests/lint/lint-errors.py . /tmp/errors
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void g_set_error (GError **error, GQuark domain, int code, const char *format, ...);
void g_set_error_literal (GError **error, GQuark domain, int code, const char *message);
GError *g_error_new (GQuark domain, int code, const char *format, ...);
GError *g_error_new_literal (GQuark domain, int code, const char *message);

static GError *
note (GQuark domain, GError *error)
{
  const char *path = getenv ("ENTENTE_ERRORS");
  g_autofree char *line = NULL;
  int file;

  if (path == NULL || !g_str_has_prefix (g_quark_to_string (domain), "entente"))
    return error;
  line = g_strdup_printf ("%s\t%s\n", program_invocation_short_name, error->message);
  g_strdelimit (line, "\r", ' ');
  file = open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0 && write (file, line, strlen (line)) < 0)
    perror (path);
  if (file >= 0)
    close (file);
  return error;
}

static void
set (GError **target, GQuark domain, GError *error)
{
  note (domain, error);
  if (target != NULL && *target == NULL)
    *target = error;
  else
    g_error_free (error);
}

void
g_set_error (GError **target, GQuark domain, int code, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  set (target, domain, g_error_new_valist (domain, code, format, arguments));
  va_end (arguments);
}

void
g_set_error_literal (GError **target, GQuark domain, int code, const char *message)
{
  GError *(*make) (GQuark, int, const char *) = dlsym (RTLD_NEXT, "g_error_new_literal");

  set (target, domain, make (domain, code, message));
}

GError *
g_error_new (GQuark domain, int code, const char *format, ...)
{
  va_list arguments;
  GError *error;

  va_start (arguments, format);
  error = g_error_new_valist (domain, code, format, arguments);
  va_end (arguments);
  return note (domain, error);
}

GError *
g_error_new_literal (GQuark domain, int code, const char *message)
{
  GError *(*make) (GQuark, int, const char *) = dlsym (RTLD_NEXT, "g_error_new_literal");

  return note (domain, make (domain, code, message));
}
