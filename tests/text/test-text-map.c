/* Offsets: the map against a naive walk, on random text of every width of character. */
#include "config.h"

#include "entente-text-map.h"

#include <string.h>

#define ROUNDS 200

static const gunichar pool[] = { 'a',    'Z',    ' ',    '.',    '\n',    '\n',
                                 0xE9,   0x11F,  0x131,  0x301,  0x627,   0x6A9,
                                 0x2014, 0x200F, 0x4E2D, 0xFFFD, 0x1F54A, 0x10348 };

static char *
make_text (GRand *random, guint n)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_unichar (text, pool[g_rand_int_range (random, 0, G_N_ELEMENTS (pool))]);
  return g_string_free (text, FALSE);
}

static void
check_offsets (EntenteTextMap *map, const char *text)
{
  gint64 n = 0;
  const char *p = text;
  for (; *p != '\0'; p = g_utf8_next_char (p), n++) {
    gsize byte = (gsize) (p - text);
    g_assert_cmpuint (entente_text_map_to_byte (map, n), ==, byte);
    for (const char *q = p; q < g_utf8_next_char (p); q++)
      g_assert_cmpint (entente_text_map_to_char (map, (gsize) (q - text)), ==, n);
  }
  g_assert_cmpint (entente_text_map_get_n_chars (map), ==, n);
  g_assert_cmpuint (entente_text_map_get_n_bytes (map), ==, strlen (text));
  g_assert_cmpuint (entente_text_map_to_byte (map, n), ==, strlen (text));
  g_assert_cmpint (entente_text_map_to_char (map, strlen (text)), ==, n);
}

/* Paragraphs lie side by side, cover all, and only their last character is a line end. */
static void
check_paragraphs (EntenteTextMap *map, const char *text)
{
  gint64 end = 0;
  gsize end_byte = 0;
  for (guint i = 0; i < entente_text_map_get_n_paragraphs (map); i++) {
    EntenteParagraph paragraph = entente_text_map_get_paragraph (map, i);
    g_assert_cmpint (paragraph.start, ==, end);
    g_assert_cmpuint (paragraph.start_byte, ==, end_byte);
    g_assert_cmpint (paragraph.end, >, paragraph.start);
    const char *line_end = strchr (text + paragraph.start_byte, '\n');
    const char *expected = line_end != NULL ? line_end + 1 : text + strlen (text);
    g_assert_true (text + paragraph.end_byte == expected);
    for (gint64 n = paragraph.start; n < paragraph.end; n++)
      g_assert_cmpuint (entente_text_map_paragraph_at (map, n), ==, i);
    end = paragraph.end;
    end_byte = paragraph.end_byte;
  }
  g_assert_cmpuint (end_byte, ==, strlen (text));
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  for (guint i = 0; i < ROUNDS; i++) {
    g_autofree char *text = make_text (random, (guint) g_rand_int_range (random, 0, 700));
    g_autoptr (EntenteTextMap) map = entente_text_map_new (text, -1);
    check_offsets (map, text);
    check_paragraphs (map, text);
  }
}

static void
test_slices (void)
{
  g_autoptr (EntenteTextMap) map = entente_text_map_new ("Şam’da görüşme\nsürüyor", -1);
  g_autofree char *word = entente_text_map_dup_slice (map, 7, 14);
  g_autofree char *outside = entente_text_map_dup_slice (map, -5, 3);
  g_autofree char *reversed = entente_text_map_dup_slice (map, 9, 4);
  g_autofree char *rest = entente_text_map_dup_slice (map, 15, G_MAXINT64);
  g_assert_cmpstr (word, ==, "görüşme");
  g_assert_cmpstr (outside, ==, "Şam");
  g_assert_cmpstr (reversed, ==, "");
  g_assert_cmpstr (rest, ==, "sürüyor");
}

static void
test_find (void)
{
  g_autoptr (EntenteTextMap) map = entente_text_map_new ("é talks, talks and talks", -1);
  gint64 start = -1, end = -1;
  g_assert_true (entente_text_map_find (map, "talks", 0, &start, &end));
  g_assert_cmpint (start, ==, 2);
  g_assert_cmpint (end, ==, 7);
  g_assert_true (entente_text_map_find (map, "talks", 3, &start, &end));
  g_assert_cmpint (start, ==, 19);
  g_assert_false (entente_text_map_find (map, "talks", 4, &start, &end));
  g_assert_false (entente_text_map_find (map, "", 1, &start, &end));
}

static void
test_empty (void)
{
  g_autoptr (EntenteTextMap) map = entente_text_map_new ("", -1);
  g_assert_cmpuint (entente_text_map_get_n_paragraphs (map), ==, 0);
  g_assert_cmpuint (entente_text_map_paragraph_at (map, 3), ==, 0);
  g_assert_cmpuint (entente_text_map_to_byte (map, 3), ==, 0);
  g_assert_cmpint (entente_text_map_to_char (map, 3), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-map/random", test_random);
  g_test_add_func ("/text-map/slices", test_slices);
  g_test_add_func ("/text-map/find", test_find);
  g_test_add_func ("/text-map/empty", test_empty);
  return g_test_run ();
}
