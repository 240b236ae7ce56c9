/* Places of words to lines. */
#include "config.h"

#include "entente-page-layout.h"

#include <string.h>

#define WORD(x, y0, y1, text)                                                                      \
  "<word xMin=\"" #x "\" yMin=\"" #y0 "\" xMax=\"99\" yMax=\"" #y1 "\">" text "</word>"
#define LINE(x, y0, y1, words)                                                                     \
  "<line xMin=\"" #x "\" yMin=\"" #y0 "\" xMax=\"99\" yMax=\"" #y1 "\">" words "</line>"
#define BLOCK(x, lines) "<flow><block xMin=\"" #x "\" yMin=\"0\">" lines "</block></flow>"

static void
test_read (void)
{
  static const char xml[] = "<html><head><title>A <b</title></head><body><doc><page>" BLOCK (
    10,
    LINE (10,
          10,
          20,
          WORD (10, 10, 20, "They") WORD (30, 10, 20, "met.") WORD (50, 9, 15, "3")
            WORD (60, 10, 20, "Then"))
      LINE (10, 22, 32, WORD (10, 22, 32, "they") WORD (30, 22, 32, "went."))
        LINE (20, 34, 44, WORD (20, 34, 44, "Indented"))
          LINE (10, 46, 56, WORD (10, 46, 56, "R&amp;D"))
            LINE (10, 70, 80, WORD (10, 70, 80, "Apart")))
    BLOCK (10, LINE (10, 90, 99, WORD (10, 90, 99, "1917"))) "</page><page/></doc></body></html>";
  g_autofree char *title = NULL;
  g_autofree char *text = entente_page_layout_read (xml, strlen (xml), &title);
  g_assert_null (title);
  g_assert_cmpstr (text,
                   ==,
                   "They met.[3] Then\nthey went.\n\nIndented\nR&D\n\nApart\n\n1917\n\n\f\f");
}

static void
test_title (void)
{
  static const char xml[] =
    "<doc><page>" BLOCK (10,
                         LINE (10, 5, 25, WORD (10, 5, 25, "The") WORD (30, 5, 25, "River"))
                           LINE (10, 30, 50, WORD (10, 30, 50, "Talks")))
      BLOCK (10,
             LINE (10, 60, 70, WORD (10, 60, 70, "They"))
               LINE (10, 72, 82, WORD (10, 72, 82, "met"))
                 LINE (10, 84, 94, WORD (10, 84, 94, "again."))) "</page></doc>";
  g_autofree char *title = NULL;
  g_autofree char *text = entente_page_layout_read (xml, strlen (xml), &title);
  g_assert_cmpstr (title, ==, "The River Talks");
  g_assert_cmpstr (text, ==, "The River\nTalks\n\nThey\nmet\nagain.\n\n\f");
}

static void
test_broken (void)
{
  static const char *const texts[] = { "",
                                       "<html>",
                                       "<doc>",
                                       "<doc><page><flow><block><line><word>a" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *title = NULL;
    g_autofree char *text = entente_page_layout_read (texts[i], strlen (texts[i]), &title);
    g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-layout/read", test_read);
  g_test_add_func ("/page-layout/title", test_title);
  g_test_add_func ("/page-layout/broken", test_broken);
  return g_test_run ();
}
