/* Tests of EntentePdf: the fields of the document, and a stream that fails at its first or at a
 * late byte. */

#include "config.h"

#include "entente-error.h"
#include "entente-pdf.h"
#include "entente-test-pdf.h"
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  GByteArray *bytes;
  gsize n_left; /* that fit until the stream fails */
  guint n_after; /* writes after that */
} Stream;

static cairo_status_t
write_cb (void *closure, const unsigned char *bytes, unsigned int length)
{
  Stream *stream = closure;

  if (stream->n_left < length) {
    stream->n_after++;
    stream->n_left = 0;
    return CAIRO_STATUS_WRITE_ERROR;
  }
  stream->n_left -= length;
  g_byte_array_append (stream->bytes, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static EntentePdf *
draw_words (Stream *stream)
{
  EntentePdf *pdf = entente_pdf_new (write_cb, stream, 200, 100);
  cairo_t *cr = cairo_create (entente_pdf_get_surface (pdf));

  entente_pdf_describe (pdf, "Talks in Oslo", "Chronology", "A. Reader", 0);
  cairo_set_font_size (cr, 12);
  cairo_move_to (cr, 10, 50);
  cairo_show_text (cr, "They met.");
  cairo_show_page (cr);
  cairo_destroy (cr);
  return pdf;
}

/* By pdfinfo: later versions of Cairo compress them. Free. */
static char *
read_fields (const Stream *stream)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  char *output = NULL;
  int file = g_file_open_tmp ("entente-XXXXXX.pdf", &path, &error);
  const char *arguments[] = { "pdfinfo", path, NULL };

  g_assert_no_error (error);
  g_assert_cmpint (write (file, stream->bytes->data, stream->bytes->len),
                   ==,
                   (gssize) stream->bytes->len);
  close (file);
  g_spawn_sync (NULL,
                (char **) arguments,
                NULL,
                G_SPAWN_SEARCH_PATH,
                NULL,
                NULL,
                &output,
                NULL,
                NULL,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return output;
}

static void
test_whole (void)
{
  Stream stream = { g_byte_array_new (), G_MAXSIZE, 0 };
  EntentePdf *pdf = draw_words (&stream);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *fields = NULL;

  g_assert_true (entente_pdf_finish (pdf, TRUE, &error));
  g_assert_no_error (error);
  words = entente_test_read_pdf (stream.bytes->data, stream.bytes->len);
  g_assert_nonnull (strstr (words, "They met."));
  fields = read_fields (&stream);
  g_assert_nonnull (strstr (fields, "Talks in Oslo"));
  g_assert_nonnull (strstr (fields, "A. Reader"));
  g_assert_nonnull (strstr (fields, "1970"));
  g_byte_array_unref (stream.bytes);
}

/* Cairo is told nothing of it, and nothing is written after the first failure. */
static void
test_failing_stream (void)
{
  const gsize rooms[] = { 0, 20, 600 };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++) {
    Stream stream = { g_byte_array_new (), rooms[i], 0 };
    g_autoptr (GError) error = NULL;

    g_assert_false (entente_pdf_finish (draw_words (&stream), TRUE, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED);
    g_assert_cmpuint (stream.n_after, ==, 1);
    g_byte_array_unref (stream.bytes);
  }
}

/* What was wrong before stays the error. */
static void
test_incomplete (void)
{
  Stream stream = { g_byte_array_new (), 0, 0 };
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled.");

  g_assert_false (entente_pdf_finish (draw_words (&stream), FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_byte_array_unref (stream.bytes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/whole", test_whole);
  g_test_add_func ("/pdf/failing-stream", test_failing_stream);
  g_test_add_func ("/pdf/incomplete", test_incomplete);
  return g_test_run ();
}
