/* Any bytes as a date that a person writes, line by line, in EDTF and in words: what is read can be
 * written, shown, moved and read again. */
#include "config.h"

#include "entente-date-input.h"
#include "entente-date-words.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

/* In order, as far as they are known. */
static void
check_points (const EntenteDatePoints *points)
{
  g_assert_true (points->earliest_start <= points->latest_start &&
                 points->earliest_end <= points->latest_end &&
                 points->earliest_start <= points->latest_end);
}

static void
check_words (char *words)
{
  g_assert_true (words && words[0] != '\0' && g_utf8_validate (words, -1, NULL));
  g_free (words);
}

static void
check_date (const EntenteDate *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteDate) back = entente_date_parse (date->edtf, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (back->edtf, ==, date->edtf);
  g_assert_true (memcmp (&back->told, &date->told, sizeof back->told) == 0);
  check_points (&date->told);
  check_points (&date->points);
  check_words (entente_date_format (date));
  check_words (entente_date_format_short (date));
  check_words (entente_date_format_within_year (date, 2018));
}

/* A step there and a step back. */
static void
check_shift (const EntenteDate *date)
{
  g_autoptr (EntenteDate) later = entente_date_shift (date, 1);
  g_autoptr (EntenteDate) back = later ? entente_date_shift (later, -1) : NULL;

  if (later) {
    check_date (later);
    g_assert_cmpint (entente_date_compare (date, later), <, 0);
    g_assert_cmpstr (back->edtf, ==, date->edtf);
  }
}

static void
check_edtf (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteDate) date = entente_date_parse (text, &error);

  if (!date) {
    check_words (g_strdup (error->message));
    return;
  }
  check_date (date);
  check_shift (date);
}

static void
check_input (const char *text, const EntenteDate *published)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) guesses = entente_date_input_read (text, published, &error);

  if (!guesses)
    check_words (g_strdup (error->message));
  for (guint i = 0; guesses && i < guesses->len; i++)
    check_date (g_array_index (guesses, EntenteDateGuess, i).date);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autofree char *raw = g_strndup ((const char *) bytes, length);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (EntenteDate) published = entente_date_parse ("2018-10-31", NULL);

  for (guint i = 0; lines[i]; i++) {
    check_edtf (lines[i]);
    check_input (lines[i], NULL);
    check_input (lines[i], published);
  }
  return 0;
}
