/* From what a person wrote to date values. EDTF is taken as it is; words are taken apart by
 * entente-date-phrase.c and become EDTF here, once for each year that they may mean. Pure.
 */
#include "config.h"

#include "entente-date-input.h"
#include "entente-date-phrase.h"
#include "entente-error.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_guess (gpointer data)
{
  EntenteDateGuess *guess = data;

  g_clear_pointer (&guess->date, entente_date_unref);
  g_clear_pointer (&guess->reason, g_free);
}

static GArray *
new_guesses (void)
{
  GArray *guesses = g_array_new (FALSE, FALSE, sizeof (EntenteDateGuess));

  g_array_set_clear_func (guesses, clear_guess);
  return guesses;
}

/* Takes @date and @reason. */
static void
add_guess (GArray *guesses, EntenteDate *date, char *reason)
{
  EntenteDateGuess guess = { date, reason };

  g_array_append_val (guesses, guess);
}

/* ---- EDTF of a phrase ---- */

static char *
write_point (const EntentePhrasePoint *point, int year)
{
  if (point->year != 0)
    year = point->year;
  if (point->season != 0)
    return g_strdup_printf ("%04d-%02d", year, point->season);
  if (point->month == 0)
    return g_strdup_printf ("%04d", year);
  if (point->day == 0)
    return g_strdup_printf ("%04d-%02d", year, point->month);
  return g_strdup_printf ("%04d-%02d-%02d", year, point->month, point->day);
}

/* The unit before or after; NULL when there is none. */
static char *
shift_point (const char *edtf, int steps)
{
  g_autoptr (EntenteDate) date = entente_date_parse (edtf, NULL);
  g_autoptr (EntenteDate) shifted = date ? entente_date_shift (date, steps) : NULL;

  return shifted ? g_strdup (shifted->edtf) : NULL;
}

/* EDTF of the phrase when what has no year is in @year; NULL when it cannot be written. */
static char *
write_phrase (const EntenteDatePhrase *phrase, int year)
{
  g_autofree char *first = write_point (&phrase->first, year);
  g_autofree char *second = NULL;

  switch (phrase->form) {
  case ENTENTE_PHRASE_BY:
    return g_strdup_printf ("[..%s]", first);
  case ENTENTE_PHRASE_BEFORE:
    second = shift_point (first, -1);
    return second ? g_strdup_printf ("[..%s]", second) : NULL;
  case ENTENTE_PHRASE_AFTER:
    second = shift_point (first, 1);
    return second ? g_strdup_printf ("[%s..]", second) : NULL;
  case ENTENTE_PHRASE_SINCE:
    return g_strdup_printf ("%s/..", first);
  case ENTENTE_PHRASE_BETWEEN:
    second = write_point (&phrase->second, year);
    return g_strdup_printf ("[%s..%s]", first, second);
  case ENTENTE_PHRASE_FROM:
    second = write_point (&phrase->second, year);
    return g_strdup_printf ("%s/%s", first, second);
  case ENTENTE_PHRASE_ON:
  default:
    return g_strconcat (first, phrase->is_approximate ? "~" : "", NULL);
  }
}

static EntenteDate *
make_date (const char *edtf, const char *wording, EntenteBasis basis, GError **error)
{
  g_autoptr (EntenteDate) bare = entente_date_parse (edtf, error);
  g_autoptr (EntenteDate) worded = bare ? entente_date_with_wording (bare, wording) : NULL;

  return worded ? entente_date_with_basis (worded, basis) : NULL;
}

/* ---- years that were not said ---- */

/* Years in which the phrase may lie, likeliest first; at most two. */
static guint
choose_years (const EntenteDatePhrase *phrase, const EntenteDate *published, int years[2])
{
  gint64 told_at = published->points.latest_end - 1;
  int year = (int) entente_time_get_day (published->points.earliest_start).year;
  g_autofree char *edtf = write_phrase (phrase, year);
  g_autoptr (EntenteDate) date = edtf ? entente_date_parse (edtf, NULL) : NULL;
  gboolean is_future = date && date->told.earliest_start > told_at;

  if (phrase->deixis == ENTENTE_PHRASE_NEXT) {
    years[0] = is_future ? year : year + 1;
    return 1;
  }
  years[0] = is_future && phrase->deixis != ENTENTE_PHRASE_THIS ? year - 1 : year;
  years[1] = years[0] - 1;
  return phrase->deixis == ENTENTE_PHRASE_THIS ? 1 : 2;
}

static char *
explain (const EntenteDatePhrase *phrase, const EntenteDate *published, guint rank)
{
  g_autofree char *when = entente_date_format_short (published);

  if (rank > 0)
    return g_strdup (_ ("the year before"));
  if (phrase->deixis == ENTENTE_PHRASE_NEXT)
    return g_strdup_printf (_ ("told as to come, article of %s"), when);
  return g_strdup_printf (_ ("told as past, article of %s"), when);
}

/* "Leave open": one of the readings, which are kept with their reasons. */
static void
add_open (GArray *guesses, const char *wording, EntenteBasis basis)
{
  const EntenteDateGuess *first = &g_array_index (guesses, EntenteDateGuess, 0);
  const EntenteDateGuess *second = &g_array_index (guesses, EntenteDateGuess, 1);
  g_autofree char *edtf = g_strdup_printf ("[%s,%s]", second->date->edtf, first->date->edtf);
  g_autoptr (EntenteDate) open = make_date (edtf, wording, basis, NULL);
  g_autoptr (EntenteDate) one = NULL;

  if (!open)
    return;
  one = entente_date_with_reading (open, first->date->edtf, first->reason, 1);
  add_guess (guesses,
             entente_date_with_reading (one, second->date->edtf, second->reason, 2),
             g_strdup (_ ("left open, drawn as two windows")));
}

static gboolean
add_by_article (GArray *guesses,
                const EntenteDatePhrase *phrase,
                const EntenteDate *published,
                const char *wording,
                GError **error)
{
  EntenteBasis basis = phrase->deixis == ENTENTE_PHRASE_ABSOLUTE
                         ? ENTENTE_BASIS_YEAR_COMPLETED
                         : ENTENTE_BASIS_RELATIVE_TO_ARTICLE;
  int years[2];
  guint n = choose_years (phrase, published, years);

  for (guint i = 0; i < n; i++) {
    g_autofree char *edtf = write_phrase (phrase, years[i]);
    EntenteDate *date = edtf ? make_date (edtf, wording, basis, i == 0 ? error : NULL) : NULL;

    if (date)
      add_guess (guesses, date, explain (phrase, published, i));
    else if (i == 0)
      return FALSE;
  }
  if (guesses->len == 2 && phrase->form == ENTENTE_PHRASE_ON)
    add_open (guesses, wording, basis);
  return TRUE;
}

/* ---- reading ---- */

static gboolean
add_words (GArray *guesses, const char *text, const EntenteDate *published, GError **error)
{
  EntenteDatePhrase phrase;
  g_autofree char *edtf = NULL;
  EntenteDate *date;

  if (!entente_date_phrase_read (text, &phrase)) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("“%s” is no date that can be read. Write “22 August 2018”, “by August "
                    "2018”, “summer 2018” or EDTF such as 2018-08."),
                 text);
    return FALSE;
  }
  if (phrase.first.year == 0 && published && entente_date_is_dated (published))
    return add_by_article (guesses, &phrase, published, text, error);
  if (phrase.first.year == 0) {
    g_set_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID, _ ("Write the year too."));
    return FALSE;
  }
  edtf = write_phrase (&phrase, phrase.first.year);
  date = edtf ? make_date (edtf, text, ENTENTE_BASIS_EXPLICIT, error) : NULL;
  if (date)
    add_guess (guesses, date, NULL);
  return date != NULL;
}

GArray *
entente_date_input_read (const char *text, const EntenteDate *published, GError **error)
{
  g_autoptr (GArray) guesses = new_guesses ();
  g_autofree char *trimmed = g_strstrip (g_strdup (text ? text : ""));
  g_autoptr (EntenteDate) date = entente_date_parse (trimmed, NULL);

  if (date)
    add_guess (guesses, g_steal_pointer (&date), NULL);
  else if (!add_words (guesses, trimmed, published, error))
    return NULL;
  return g_steal_pointer (&guesses);
}

char *
entente_date_input_find (const char *text, const EntenteDate *published)
{
  gsize start, end;
  g_autofree char *found = NULL;
  g_autoptr (GArray) guesses = NULL;

  if (!text || !entente_date_phrase_find (text, &start, &end))
    return NULL;
  found = g_strndup (text + start, end - start);
  guesses = entente_date_input_read (found, published, NULL);
  return guesses ? g_steal_pointer (&found) : NULL;
}
