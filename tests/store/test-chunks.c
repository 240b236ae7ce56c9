/* Chunks: what goes in comes out, however it is cut; what is damaged is told. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-chunks.h"

#include <string.h>

static GByteArray *
make_bytes (GRand *random, gsize length)
{
  GByteArray *bytes = g_byte_array_sized_new ((guint) length);

  while (bytes->len < length) {
    guint32 number = g_rand_int (random);

    g_byte_array_append (bytes, (const guint8 *) &number, (guint) MIN (4, length - bytes->len));
  }
  return bytes;
}

/* As one deflated stream. */
static void
write_stream (EntenteChunkWriter *writer, GRand *random, const GByteArray *bytes)
{
  g_autoptr (EntenteDeflater) deflater = entente_deflater_new ();
  guint at = 0;

  while (at < bytes->len) {
    guint length = (guint) g_rand_int_range (random, 1, 300000);
    g_autoptr (GByteArray) ready = NULL;

    length = MIN (length, bytes->len - at);
    entente_deflater_add (deflater, bytes->data + at, length);
    ready = entente_deflater_take (deflater);
    g_assert_true (entente_chunk_writer_add (writer, ready, NULL));
    at += length;
  }
  g_assert_cmpuint (entente_deflater_get_size (deflater), ==, bytes->len);
  entente_deflater_end (deflater);
  {
    g_autoptr (GByteArray) rest = entente_deflater_take (deflater);

    g_assert_true (entente_chunk_writer_add (writer, rest, NULL));
  }
}

/* NULL when it cannot be read. */
static GByteArray *
read_all (EntenteDb *db, gint64 journal, GRand *random)
{
  g_autoptr (EntenteChunkReader) reader = entente_chunk_reader_new (db, journal);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (;;) {
    guint8 buffer[5000];
    int length = g_rand_int_range (random, 1, sizeof buffer);

    if (entente_chunk_reader_input (reader, buffer, &length) != SQLITE_OK)
      return NULL;
    if (length == 0)
      return g_steal_pointer (&bytes);
    g_byte_array_append (bytes, buffer, (guint) length);
  }
}

static void
test_round_trip (void)
{
  static const gsize sizes[] = { 1, 1000, 1024 * 1024, 3 * 1024 * 1024 + 7 };
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();

  g_assert_true (entente_db_exec (db, "PRAGMA foreign_keys = OFF", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    gint64 number = (gint64) i + 1;
    g_autoptr (EntenteChunkWriter) writer = entente_chunk_writer_new (db, number);
    g_autoptr (GByteArray) bytes = make_bytes (random, sizes[i]);
    g_autoptr (GByteArray) found = NULL;

    /* Two streams, one behind the other. */
    write_stream (writer, random, bytes);
    write_stream (writer, random, bytes);
    g_assert_true (entente_chunk_writer_end (writer, NULL));
    found = read_all (db, number, random);
    g_assert_cmpuint (found->len, ==, bytes->len * 2);
    g_assert_cmpmem (found->data, bytes->len, bytes->data, bytes->len);
    g_assert_cmpmem (found->data + bytes->len, bytes->len, bytes->data, bytes->len);
  }
}

static void
test_damaged (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (EntenteChunkWriter) writer = NULL;
  g_autoptr (GByteArray) bytes = make_bytes (random, 10000);

  g_assert_true (entente_db_exec (db, "PRAGMA foreign_keys = OFF", NULL));
  writer = entente_chunk_writer_new (db, 1);
  write_stream (writer, random, bytes);
  g_assert_true (entente_chunk_writer_end (writer, NULL));
  g_assert_true (entente_db_exec (db, "UPDATE journal_chunk SET bytes = x'00112233445566'", NULL));
  g_assert_null (read_all (db, 1, random));
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/chunks/round-trip", test_round_trip);
  g_test_add_func ("/store/chunks/damaged", test_damaged);
  return g_test_run ();
}
