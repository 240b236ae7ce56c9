/* Reads a PDF by pdftotext. */
#include "config.h"

#include "entente-test-pdf.h"
#include <gio/gio.h>

char *
entente_test_read_pdf (const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                      &error,
                      "pdftotext",
                      "-layout",
                      "-",
                      "-",
                      NULL);
  g_autoptr (GBytes) input = g_bytes_new (bytes, length);
  g_autoptr (GBytes) output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}
