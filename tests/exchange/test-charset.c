/* Character sets: each mark, no mark, and bytes that fit none. */
#include "config.h"

#include "entente-charset.h"

#include <string.h>

static const char sample[] =
  "Görüşmeler İstanbul’da başladı; heyetler şafağa kadar konuştu, çünkü ağır bir gündü. "
  "Ertesi sabah çıkan gazeteler, görüşmenin iyi geçtiğini yazdı.\n";

static void
check_set (const char *set, const char *mark, gsize mark_length, gboolean guessed)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0, decoded_length = 0;
  guint n_broken = 9;
  g_autofree char *body = g_convert (sample, -1, set, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_autoptr (GString) bytes = g_string_new_len (mark, (gssize) mark_length);
  g_string_append_len (bytes, body, (gssize) length);
  g_autoptr (EntenteCharset) charset = entente_charset_find (bytes->str, bytes->len);
  g_autofree char *text =
    entente_charset_decode (charset, bytes->str, bytes->len, &decoded_length, &n_broken);
  g_assert_cmpstr (text, ==, sample);
  g_assert_cmpuint (decoded_length, ==, strlen (sample));
  g_assert_cmpuint (n_broken, ==, 0);
  g_assert_cmpint (charset->guessed, ==, guessed);
}

static void
test_sets (void)
{
  check_set ("UTF-8", "", 0, FALSE);
  check_set ("UTF-8", "\xEF\xBB\xBF", 3, FALSE);
  check_set ("UTF-16LE", "\xFF\xFE", 2, FALSE);
  check_set ("UTF-16BE", "\xFE\xFF", 2, FALSE);
  check_set ("UTF-32LE", "\xFF\xFE\0\0", 4, FALSE);
  check_set ("UTF-32BE", "\0\0\xFE\xFF", 4, FALSE);
  check_set ("UTF-16LE", "", 0, TRUE);
  check_set ("UTF-16BE", "", 0, TRUE);
  check_set ("WINDOWS-1254", "", 0, TRUE);
}

static void
test_broken (void)
{
  static const char bytes[] = "ağır bir gün, çok şey \xFF söylendi, görüş";
  gsize length;
  guint n_broken;
  g_autoptr (EntenteCharset) charset = entente_charset_find (bytes, strlen (bytes));
  g_autofree char *text =
    entente_charset_decode (charset, bytes, strlen (bytes), &length, &n_broken);
  g_assert_cmpstr (charset->name, ==, "UTF-8");
  g_assert_cmpuint (n_broken, ==, 1);
  g_assert_cmpstr (text, ==, "ağır bir gün, çok şey \uFFFD söylendi, görüş");
}

static void
test_random (void)
{
  for (guint i = 0; i < 500; i++) {
    gsize n = (gsize) g_test_rand_int_range (0, 200), length;
    guint n_broken;
    g_autofree char *bytes = g_malloc (n + 1);
    for (gsize k = 0; k < n; k++)
      bytes[k] = (char) g_test_rand_int_range (0, 256);
    g_autoptr (EntenteCharset) charset = entente_charset_find (bytes, n);
    g_autofree char *text = entente_charset_decode (charset, bytes, n, &length, &n_broken);
    if (text == NULL)
      continue;
    for (gsize k = 0; k < length; k++)
      text[k] = text[k] == '\0' ? ' ' : text[k];
    g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/sets", test_sets);
  g_test_add_func ("/charset/broken", test_broken);
  g_test_add_func ("/charset/random", test_random);
  return g_test_run ();
}
