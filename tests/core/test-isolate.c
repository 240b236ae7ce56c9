/* Names in sentences: thirty strings that turn, or would turn, what stands beside them. */
#include "config.h"

#include "entente-isolate.h"

#include <string.h>

#define FSI "\342\201\250"
#define PDI "\342\201\251"
#define RLO "\342\200\256"
#define LRO "\342\200\255"
#define RLE "\342\200\253"
#define LRE "\342\200\252"
#define PDF "\342\200\254"
#define LRI "\342\201\246"
#define RLI "\342\201\247"
#define RLM "\342\200\217"
#define LRM "\342\200\216"

static const char *const names[] = {
  "חמאס",
  "طالبان",
  "حکومت افغانستان",
  "ܣܘܪܝܐ",
  "ދިވެހި",
  "ߒߞߏ",
  "Taliban (طالبان)",
  "طالبان (Taliban)",
  "2018 محادثات",
  "محادثات 2018!",
  "עברית, English, عربي",
  RLO "gpj.exe",
  LRO "محادثات",
  RLE "North" PDF,
  LRE "North",
  RLI "North" PDI,
  LRI "North",
  FSI "North",
  "North" PDI,
  "North" PDI PDI PDI RLO,
  PDF "North",
  "A" RLO "B" PDF "C",
  RLO RLO RLO "x",
  "North" RLM,
  "ﷺ",
  "ﺍﺏ",
  "𐤀𐤁",
  "𞤀𞤣",
  "North\n" RLO "South",
  "“" RLI "”",
};

static guint
count (const char *text, const char *mark)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, mark)) != NULL; at += strlen (mark))
    n++;
  return n;
}

/* One isolate around it that nothing of the name can close or open, and what it hides is shown. */
static void
test_turning (void)
{
  static const char *const marks[] = { RLO, LRO, RLE, LRE, PDF, LRI, RLI };

  g_assert_cmpuint (G_N_ELEMENTS (names), ==, 30);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *isolated = entente_isolate (names[i]);

    g_assert_true (g_utf8_validate (isolated, -1, NULL));
    g_assert_true (g_str_has_prefix (isolated, FSI));
    g_assert_true (g_str_has_suffix (isolated, PDI));
    g_assert_cmpuint (count (isolated, FSI), ==, 1);
    g_assert_cmpuint (count (isolated, PDI), ==, 1);
    for (gsize m = 0; m < G_N_ELEMENTS (marks); m++)
      g_assert_cmpuint (count (isolated, marks[m]), ==, 0);
  }
}

static void
test_shown (void)
{
  g_autofree char *turned = entente_isolate (RLO "gpj" PDI);
  g_autofree char *plain = entente_isolate ("طالبان");

  g_assert_cmpstr (turned, ==, FSI "[U+202E]gpj[U+2069]" PDI);
  g_assert_cmpstr (plain, ==, FSI "طالبان" PDI);
}

/* What runs from left to right is as it was. */
static void
test_plain (void)
{
  static const char *const plain[] = {
    "",     "North", "Görüşme", "Россия",    "Ελλάδα", "中国",
    "한국", "ไทย",   "भारत",    "a\314\201", "🕊",   LRM,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++) {
    g_autofree char *isolated = entente_isolate (plain[i]);

    g_assert_cmpstr (isolated, ==, plain[i]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/isolate/turning", test_turning);
  g_test_add_func ("/isolate/shown", test_shown);
  g_test_add_func ("/isolate/plain", test_plain);
  return g_test_run ();
}
