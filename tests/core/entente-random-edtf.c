/* Random EDTF values: written by a grammar of their own, and drawn again when no such day exists.
 */
#include "config.h"

#include "entente-random-edtf.h"

#include "entente-date.h"

#include <string.h>

static int
draw (int n)
{
  return g_test_rand_int_range (0, n);
}

static void
add_quality (GString *text, int one_in)
{
  if (draw (one_in) == 0)
    g_string_append_c (text, "?~%"[draw (3)]);
}

/* Digits of which some are left open. */
static void
add_digits (GString *text, int number, int width, int open_one_in)
{
  gsize start = text->len;

  g_string_append_printf (text, "%0*d", width, number);
  for (gsize i = start; i < text->len; i++) {
    if (draw (open_one_in) == 0)
      text->str[i] = 'X';
  }
}

static void
add_time (GString *text)
{
  static const char *const zones[] = { "", "Z", "+04:30", "-03", "+14:00", "-12:00" };

  g_string_append_printf (text, "T%02d", draw (24));
  if (draw (4) != 0)
    g_string_append_printf (text, ":%02d", draw (60));
  else
    return;
  if (draw (2) == 0)
    g_string_append_printf (text, ":%02d", draw (60));
  g_string_append (text, zones[draw (G_N_ELEMENTS (zones))]);
}

static void
add_month_and_day (GString *text, int open_one_in, int quality_one_in)
{
  g_string_append_c (text, '-');
  add_quality (text, quality_one_in);
  if (draw (5) == 0) {
    g_string_append_printf (text, "%d", 21 + draw (21));
    add_quality (text, quality_one_in);
    return;
  }
  add_digits (text, 1 + draw (12), 2, open_one_in);
  add_quality (text, quality_one_in);
  if (draw (3) == 0)
    return;
  g_string_append_c (text, '-');
  add_quality (text, quality_one_in);
  add_digits (text, 1 + draw (31), 2, open_one_in);
  add_quality (text, quality_one_in);
}

static char *
draw_special_year (void)
{
  static const char *const years[] = {
    "Y17E7", "Y-17E7", "Y12345", "Y-98765", "1950S2", "Y171010000S3", "196",
    "19",    "00",     "-04",    "197~",    "XXXX",   "1XXX",
  };

  return g_strdup (years[draw (G_N_ELEMENTS (years))]);
}

static char *
draw_date (void)
{
  GString *text;
  int open_one_in = draw (2) == 0 ? 6 : 1000;
  int quality_one_in = draw (2) == 0 ? 4 : 1000;

  if (draw (12) == 0)
    return draw_special_year ();
  text = g_string_new (NULL);
  add_quality (text, quality_one_in);
  g_string_append (text, draw (6) == 0 ? "-" : "");
  add_digits (text, draw (10) == 0 ? draw (10000) : 1700 + draw (330), 4, open_one_in);
  add_quality (text, quality_one_in);
  if (draw (4) != 0)
    add_month_and_day (text, open_one_in, quality_one_in);
  if (draw (4) == 0)
    add_time (text);
  return g_string_free (text, FALSE);
}

static gboolean
is_valid (const char *text)
{
  g_autoptr (EntenteDate) date = entente_date_parse (text, NULL);

  return date != NULL;
}

/* Draws until the text is a date. */
static char *
draw_valid (char *(*draw_text) (void) )
{
  for (;;) {
    g_autofree char *text = draw_text ();

    if (is_valid (text))
      return g_steal_pointer (&text);
  }
}

char *
entente_random_edtf_date (void)
{
  return draw_valid (draw_date);
}

static char *
draw_interval (void)
{
  g_autofree char *start = draw_date ();
  g_autofree char *end = draw_date ();

  switch (draw (6)) {
  case 0:
    return g_strdup_printf ("%s/..", start);
  case 1:
    return g_strdup_printf ("../%s", end);
  case 2:
    return g_strdup_printf ("%s/", start);
  case 3:
    return g_strdup_printf ("/%s", end);
  default:
    return g_strdup_printf ("%s/%s", start, end);
  }
}

static void
add_element (GString *text, gboolean first, gboolean last)
{
  g_autofree char *start = draw_date ();
  g_autofree char *end = draw_date ();

  if (first && draw (5) == 0)
    g_string_append_printf (text, "..%s", end);
  else if (last && draw (5) == 0)
    g_string_append_printf (text, "%s..", start);
  else if (draw (4) == 0)
    g_string_append_printf (text, "%s..%s", start, end);
  else
    g_string_append (text, start);
}

static char *
draw_set (void)
{
  gboolean one_of = draw (3) != 0;
  int n = 1 + draw (4);
  GString *text = g_string_new (one_of ? "[" : "{");

  for (int i = 0; i < n; i++) {
    if (i > 0)
      g_string_append (text, draw (2) == 0 ? ", " : ",");
    add_element (text, i == 0, i == n - 1);
  }
  g_string_append (text, one_of ? "]" : "}");
  return g_string_free (text, FALSE);
}

char *
entente_random_edtf (void)
{
  switch (draw (4)) {
  case 0:
    return draw_valid (draw_interval);
  case 1:
    return draw_valid (draw_set);
  default:
    return entente_random_edtf_date ();
  }
}

char *
entente_random_edtf_day (void)
{
  int year = draw (2) == 0 ? 1900 + draw (200) : draw (19999) - 9999;
  int month = 1 + draw (12);
  int day = 1 + draw (entente_days_in_month (year, month));

  return g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, day);
}
