/* What reading the times of a text costs, against a bare pass over its characters and the break
 * analysis of Pango, all over the same text in one run; and whether it stays linear.
 *
 * The text is made here: paragraphs of running text with a date in every second sentence, from 100
 * kB to 10 MB. Linearity is asserted as a ratio of costs per byte; nanoseconds are only reported.
 */

#include "config.h"

#include <pango/pango.h>
#include <stdio.h>
#include <string.h>

#include "entente-text-times.h"

#define SMALL_BYTES (100 * 1000)
#define BIG_BYTES (10 * 1000 * 1000)
#define MAX_GROWTH 3.0 /* cost of a byte of the big text over that of the small one */

static const char *const sentences[] = {
  "The two delegations met again on 3 May 1954 in the old customs house by the river.",
  "Nobody who was there remembers who spoke first, or whether anyone spoke at all.",
  "Two days later the harbour office sent a letter, and in July of that year it was answered.",
  "Some 2000 people had gathered before the gate, most of them out of mere curiosity.",
  "The talks were broken off in the winter, taken up the following spring and ended by 1956.",
  "What the envoys carried in their bags is a question that no archive has answered so far.",
};

static char *
make_text (gsize length)
{
  GString *text = g_string_sized_new (length + 200);

  for (guint i = 0; text->len < length; i++) {
    g_string_append (text, sentences[i % G_N_ELEMENTS (sentences)]);
    g_string_append (text, i % 7 == 6 ? "\n\n" : " ");
  }
  return g_string_free (text, FALSE);
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == ' ' || *p == '\n';
  return n;
}

/* Seconds of a pass over every character. */
static double
time_characters (const char *text)
{
  gint64 start = g_get_monotonic_time ();
  gunichar sum = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    sum += g_utf8_get_char (p);
  g_assert_cmpuint (sum, !=, 0);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* Seconds of Pango's break analysis, paragraph by paragraph, as it is made for layouts. */
static double
time_breaks (const char *text)
{
  gint64 start = g_get_monotonic_time ();
  PangoLanguage *language = pango_language_from_string ("en");

  while (*text != '\0') {
    int end, next;
    g_autofree PangoLogAttr *attrs = NULL;
    int n;

    pango_find_paragraph_boundary (text, -1, &end, &next);
    n = (int) g_utf8_strlen (text, end) + 1;
    attrs = g_new (PangoLogAttr, n);
    pango_get_log_attrs (text, end, -1, language, attrs, n);
    text += next;
  }
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_times (const char *text, guint *n)
{
  g_autoptr (EntenteDate) published = entente_date_parse ("2018-10-31", NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) times =
    entente_text_times_read (text, strlen (text), NULL, published, NULL, NULL);

  *n = times->len;
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* Nanoseconds a byte of the fastest of three. */
static double
measure (const char *text)
{
  double best = G_MAXDOUBLE;
  guint n, n_words = count_words (text);
  double bytes = (double) strlen (text);

  for (guint i = 0; i < 3; i++)
    best = MIN (best, time_times (text, &n));
  printf (
    "# %.1f MB, %u words, %u times: %.3f s, %.0f ns a word; characters alone %.0f ns, breaks of "
    "Pango %.0f ns a word\n",
    bytes / 1e6,
    n_words,
    n,
    best,
    best * 1e9 / n_words,
    time_characters (text) * 1e9 / n_words,
    time_breaks (text) * 1e9 / n_words);
  return best * 1e9 / bytes;
}

int
main (void)
{
  g_autofree char *small = make_text (SMALL_BYTES);
  g_autofree char *middle = make_text (1000 * 1000);
  g_autofree char *big = make_text (BIG_BYTES);
  double least, most;

  measure (small); /* reads the tables of words */
  least = measure (small);
  measure (middle);
  most = measure (big);
  printf ("# a byte of 10 MB costs %.2f of one of 100 kB\n", most / least);
  g_assert_cmpfloat (most, <, MAX_GROWTH * least);
  return 0;
}
