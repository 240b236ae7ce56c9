/* Names of files: whatever a study is called, a file of its own in the folder that was chosen. */
#include "config.h"

#include "entente-export.h"
#include "entente-file-name.h"
#include "entente-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const ordinary[] = {
  "Afghan Peace Talks, 2018", "Kabul–Doha “road”", "Görüşmeler",
  "محادثات الدوحة",           "多哈会谈",          "a.b.c",
  "50% & more; $HOME `x`",
};

static const char *const hostile[] = {
  "",
  ".",
  "..",
  "../x",
  "../../etc/passwd",
  "/",
  "//",
  "/etc/passwd",
  "~",
  "~root",
  "-",
  "-rf",
  "--help",
  "...",
  "....",
  ". .",
  ".hidden",
  " .hidden",
  " ",
  "   ",
  "x ",
  "x.",
  "x. . .",
  "a/b",
  "a\\b",
  "C:\\x",
  "C:",
  "\\\\host\\x",
  "con",
  "CON",
  "nul.txt",
  "COM1",
  "lpt9.svg",
  "aux",
  "prn",
  "com",
  "a:b",
  "a*b",
  "a?b",
  "a\"b",
  "a<b>",
  "a|b",
  "|",
  "*",
  "?",
  "a\nb",
  "a\rb",
  "a\tb",
  "\n",
  "\033[2J",
  "a\033]0;x",
  "\001",
  "\177",
  "\302\205",
  "\302\233",
  "a\xff"
  "b",
  "\xc0\x80",
  "\xed\xa0\x80",
  "\xf5\x80\x80\x80",
  "\xe2\x82",
  "\342\200\256gpj.exe",
  "\342\201\246x",
  "\342\200\217x",
  "\342\200\213",
  "\357\273\277x",
  "\342\200\250",
  "\342\200\251",
  "x\342\200\256",
  "\315\217",
  "a\314\201\314\201",
  "$(reboot)",
  "`reboot`",
  "; rm -rf ~",
  "&& x",
  "%00",
  "%2e%2e%2f",
  "%s%n",
  "{}",
  "!!",
  "'",
  "''",
  "\"",
  "#",
  "file:///x",
  "http://bay.example/y",
  "x.entente",
  "x.svg",
  ".svg",
  "x.svg/",
  "/x.svg",
  "../.svg",
  "-.svg",
  "\\",
  "\\..\\",
  "..\\..",
  "./",
  "./.",
  "a/../b",
  "....//",
  "..;/",
  ".../...",
  "\342\204\242",
  "\360\237\225\212",
  "Thumbs.db",
  "desktop.ini",
};

static void
assert_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);

  g_assert_cmpstr (base, ==, name);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (g_str_has_suffix (name, ".svg"));
  g_assert_cmpuint (strlen (name), >, strlen (".svg"));
  g_assert_cmpuint (strlen (name), <=, ENTENTE_FILE_NAME_MAX_BYTES);
  g_assert_null (strchr (".-~ ", name[0]));
  g_assert_null (strpbrk (name, "/\\:*?\"<>|"));
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_true (g_unichar_isprint (g_utf8_get_char (at)) ||
                   g_unichar_ismark (g_utf8_get_char (at)));
}

/* The file is in the folder, alone, and there is none anywhere else. */
static void
assert_written (const char *name)
{
  g_autofree char *above = g_dir_make_tmp ("entente-names-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (above, "a", "b", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (entente_export_bytes (path, "x", 1, &error));
  g_assert_no_error (error);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, name);
  g_assert_null (g_dir_read_name (dir));
  entente_test_remove_folder (above);
}

static void
test_hostile (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (hostile), >=, 100);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autofree char *name = entente_file_name_make (hostile[i], ".svg");

    assert_name (name);
    assert_written (name);
  }
}

static void
test_long (void)
{
  g_autofree char *title = g_strnfill (100000, 'x');
  g_autofree char *name = entente_file_name_make (title, ".svg");
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *other = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (wide, "\360\237\225\212");
  other = entente_file_name_make (wide->str, ".svg");
  assert_name (name);
  assert_written (name);
  assert_name (other);
  assert_written (other);
}

/* What is no danger stays as it was written. */
static void
test_ordinary (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ordinary); i++) {
    g_autofree char *name = entente_file_name_make (ordinary[i], ".svg");
    g_autofree char *expected = g_strconcat (ordinary[i], ".svg", NULL);

    g_assert_cmpstr (name, ==, expected);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-name/hostile", test_hostile);
  g_test_add_func ("/file-name/long", test_long);
  g_test_add_func ("/file-name/ordinary", test_ordinary);
  return g_test_run ();
}
