/* Hostile text is mended and told of; letters stay. */
#include "config.h"

#include "entente-error.h"
#include "entente-plain-text.h"

#include <string.h>

static char *
read_text (const char *bytes, gsize length, GPtrArray *notices)
{
  g_autoptr (GError) error = NULL;
  gsize new_length, offset;
  char *text =
    entente_plain_text_read (bytes, length, "river.txt", &new_length, &offset, notices, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), ==, new_length);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < notices->len; i++)
    g_assert_nonnull (strstr (notices->pdata[i], "river.txt"));
  return text;
}

static void
test_untouched (void)
{
  static const char text[] = "Ça va.\r\n\tΝαι e\u0301 \u200Fabc 🕊\n";
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *read = read_text (text, strlen (text), notices);
  g_assert_cmpstr (read, ==, text);
  g_assert_cmpuint (notices->len, ==, 0);
}

static void
test_nul (void)
{
  static const char bytes[] = "They met\0 on the bridge.";
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *read = read_text (bytes, sizeof bytes - 1, notices);
  g_assert_cmpstr (read, ==, "They met\uFFFD on the bridge.");
  g_assert_cmpuint (notices->len, ==, 1);
}

static void
test_marks (void)
{
  g_autoptr (GString) bytes = g_string_new ("They met a");
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 1000; i++)
    g_string_append_unichar (bytes, 0x301);
  g_string_append (bytes, "b.");
  g_autofree char *read = read_text (bytes->str, bytes->len, notices);
  g_assert_cmpuint (strlen (read), ==, strlen ("They met ab.") + 2 * ENTENTE_MAX_MARKS);
  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_nonnull (strstr (notices->pdata[0], "992"));
}

static void
test_long (void)
{
  g_autoptr (GString) bytes = g_string_new ("Short.\n");
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < 5000; i++)
    g_string_append_c (bytes, 'x');
  g_autofree char *read = read_text (bytes->str, bytes->len, notices);
  g_assert_cmpstr (read, ==, bytes->str);
  g_assert_cmpuint (notices->len, ==, 2);
}

static void
test_binary (void)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  char bytes[512];
  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (char) (i * 7 % 9);
  static const struct {
    const char *bytes;
    gsize length;
  } cases[] = { { "", 0 }, { "\xEF\xBB\xBF", 3 } };
  gsize new_length, offset;
  for (guint i = 0; i <= G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    gboolean last = i == G_N_ELEMENTS (cases);
    g_assert_null (entente_plain_text_read (last ? bytes : cases[i].bytes,
                                            last ? sizeof bytes : cases[i].length,
                                            "x",
                                            &new_length,
                                            &offset,
                                            notices,
                                            &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-text/untouched", test_untouched);
  g_test_add_func ("/plain-text/nul", test_nul);
  g_test_add_func ("/plain-text/marks", test_marks);
  g_test_add_func ("/plain-text/long", test_long);
  g_test_add_func ("/plain-text/binary", test_binary);
  return g_test_run ();
}
