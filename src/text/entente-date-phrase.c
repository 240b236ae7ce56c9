/* Reads the words of a date from left to right: what kind of bound, whether relative to the article, then
 * day, month, season and year in any order. Months are those of all languages that text/ knows; the
 * small words are in the table here, in casefolded form, a new language being new rows. Pure.
 */
#include "config.h"

#include "entente-date-phrase.h"
#include "entente-text-dates.h"
#include <stdlib.h>
#include <string.h>

#define MAX_PHRASE_WORDS 9

typedef enum {
  WORD_FILLER,
  WORD_FORM,
  WORD_DEIXIS,
  WORD_AROUND,
  WORD_SEASON,
  WORD_AND, /* between the two points */
} WordType;

static const struct {
  const char *word;
  WordType type;
  int value;
} words[] = {
  { "in", WORD_FILLER, 0 },
  { "on", WORD_FILLER, 0 },
  { "at", WORD_FILLER, 0 },
  { "the", WORD_FILLER, 0 },
  { "of", WORD_FILLER, 0 },
  { "during", WORD_FILLER, 0 },
  { "early", WORD_FILLER, 0 },
  { "late", WORD_FILLER, 0 },
  { "mid", WORD_FILLER, 0 },
  { "middle", WORD_FILLER, 0 },
  { "beginning", WORD_FILLER, 0 },
  { "end", WORD_FILLER, 0 },
  { "im", WORD_FILLER, 0 },
  { "am", WORD_FILLER, 0 },
  { "anfang", WORD_FILLER, 0 },
  { "mitte", WORD_FILLER, 0 },
  { "ende", WORD_FILLER, 0 },
  { "en", WORD_FILLER, 0 },
  { "by", WORD_FORM, ENTENTE_PHRASE_BY },
  { "until", WORD_FORM, ENTENTE_PHRASE_BY },
  { "bis", WORD_FORM, ENTENTE_PHRASE_BY },
  { "before", WORD_FORM, ENTENTE_PHRASE_BEFORE },
  { "vor", WORD_FORM, ENTENTE_PHRASE_BEFORE },
  { "avant", WORD_FORM, ENTENTE_PHRASE_BEFORE },
  { "after", WORD_FORM, ENTENTE_PHRASE_AFTER },
  { "nach", WORD_FORM, ENTENTE_PHRASE_AFTER },
  { "après", WORD_FORM, ENTENTE_PHRASE_AFTER },
  { "since", WORD_FORM, ENTENTE_PHRASE_SINCE },
  { "seit", WORD_FORM, ENTENTE_PHRASE_SINCE },
  { "depuis", WORD_FORM, ENTENTE_PHRASE_SINCE },
  { "between", WORD_FORM, ENTENTE_PHRASE_BETWEEN },
  { "zwischen", WORD_FORM, ENTENTE_PHRASE_BETWEEN },
  { "entre", WORD_FORM, ENTENTE_PHRASE_BETWEEN },
  { "from", WORD_FORM, ENTENTE_PHRASE_FROM },
  { "von", WORD_FORM, ENTENTE_PHRASE_FROM },
  { "and", WORD_AND, 0 },
  { "to", WORD_AND, 0 },
  { "und", WORD_AND, 0 },
  { "et", WORD_AND, 0 },
  { "last", WORD_DEIXIS, ENTENTE_PHRASE_LAST },
  { "this", WORD_DEIXIS, ENTENTE_PHRASE_THIS },
  { "next", WORD_DEIXIS, ENTENTE_PHRASE_NEXT },
  { "letzten", WORD_DEIXIS, ENTENTE_PHRASE_LAST },
  { "diesen", WORD_DEIXIS, ENTENTE_PHRASE_THIS },
  { "around", WORD_AROUND, 0 },
  { "about", WORD_AROUND, 0 },
  { "circa", WORD_AROUND, 0 },
  { "ca", WORD_AROUND, 0 },
  { "um", WORD_AROUND, 0 },
  { "spring", WORD_SEASON, 21 },
  { "summer", WORD_SEASON, 22 },
  { "autumn", WORD_SEASON, 23 },
  { "fall", WORD_SEASON, 23 },
  { "winter", WORD_SEASON, 24 },
  { "frühling", WORD_SEASON, 21 },
  { "frühjahr", WORD_SEASON, 21 },
  { "sommer", WORD_SEASON, 22 },
  { "herbst", WORD_SEASON, 23 },
};

/* A run of letters or digits. */
typedef struct {
  gsize start, end;
  char folded[32]; /* "" when longer: no word of ours */
} Word;

/* ---- words ---- */

static gboolean
is_part (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static void
add_word (GArray *found, const char *text, const char *start, const char *end)
{
  Word word = { .start = (gsize) (start - text), .end = (gsize) (end - text) };
  g_autofree char *folded = g_utf8_casefold (start, end - start);

  if (strlen (folded) < sizeof word.folded)
    strcpy (word.folded, folded);
  g_array_append_val (found, word);
}

static GArray *
split_words (const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *start = NULL, *next = text;

  for (; *next; next = g_utf8_next_char (next)) {
    gboolean inside = is_part (g_utf8_get_char (next));

    if (inside && !start)
      start = next;
    if (!inside && start)
      add_word (found, text, start, next);
    if (!inside)
      start = NULL;
    /* A dash between two points is a word. */
    if (g_utf8_get_char (next) == 0x2013)
      add_word (found, text, next, g_utf8_next_char (next));
  }
  if (start)
    add_word (found, text, start, next);
  return found;
}

static gboolean
look_up (const char *folded, WordType *type, int *value)
{
  if (strcmp (folded, "\342\200\223") == 0)
    folded = "to";
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, folded) == 0) {
      *type = words[i].type;
      *value = words[i].value;
      return TRUE;
    }
  return FALSE;
}

/* "22", "22nd", "2018"; 0 for anything else. */
static int
read_number (const char *folded)
{
  static const char *const suffixes[] = { "", "st", "nd", "rd", "th", "er" };
  char *end;
  long number = strtol (folded, &end, 10);

  if (end == folded || number < 1 || number > 9999)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (strcmp (end, suffixes[i]) == 0)
      return (int) number;
  return 0;
}

/* ---- reading ---- */

static gboolean
set_once (int *field, int value)
{
  if (*field != 0)
    return FALSE;
  *field = value;
  return TRUE;
}

static gboolean
take_number (EntentePhrasePoint *point, int number)
{
  if (number > 31)
    return number >= 100 && set_once (&point->year, number);
  return set_once (&point->day, number);
}

static gboolean
take_known (EntenteDatePhrase *phrase, EntentePhrasePoint **point, WordType type, int value)
{
  switch (type) {
  case WORD_FORM:
    if (phrase->form != ENTENTE_PHRASE_ON)
      return FALSE;
    phrase->form = (EntentePhraseForm) value;
    return TRUE;
  case WORD_DEIXIS:
    phrase->deixis = (EntentePhraseDeixis) value;
    return TRUE;
  case WORD_AROUND:
    phrase->is_approximate = TRUE;
    return TRUE;
  case WORD_SEASON:
    return set_once (&(*point)->season, value);
  case WORD_AND:
    if (*point == &phrase->second)
      return FALSE;
    *point = &phrase->second;
    return TRUE;
  case WORD_FILLER:
  default:
    return TRUE;
  }
}

static gboolean
take_word (EntenteDatePhrase *phrase, EntentePhrasePoint **point, const Word *word)
{
  int number = read_number (word->folded), month, value;
  WordType type;

  if (number > 0)
    return take_number (*point, number);
  if (look_up (word->folded, &type, &value))
    return take_known (phrase, point, type, value);
  month = entente_text_get_month (word->folded, strlen (word->folded));
  if (month > 0)
    return set_once (&(*point)->month, month);
  return entente_text_is_weekday (word->folded, strlen (word->folded));
}

static gboolean
is_empty (const EntentePhrasePoint *point)
{
  return point->year == 0 && point->month == 0 && point->day == 0 && point->season == 0;
}

static gboolean
is_whole (const EntentePhrasePoint *point)
{
  if (point->day != 0 && point->month == 0)
    return FALSE;
  if (point->season != 0 && (point->month != 0 || point->day != 0))
    return FALSE;
  return !is_empty (point);
}

/* "between 3 and 9 June 2018": what the first point leaves out is said of the second. */
static gboolean
complete_first (EntenteDatePhrase *phrase)
{
  if (is_empty (&phrase->second))
    return phrase->form != ENTENTE_PHRASE_BETWEEN;
  if (phrase->form != ENTENTE_PHRASE_BETWEEN)
    phrase->form = ENTENTE_PHRASE_FROM;
  if (phrase->first.month == 0 && phrase->first.season == 0 && phrase->first.day != 0)
    phrase->first.month = phrase->second.month;
  if (phrase->first.year == 0)
    phrase->first.year = phrase->second.year;
  if (phrase->second.year == 0)
    phrase->second.year = phrase->first.year;
  return is_whole (&phrase->second);
}

/* "from May 2018" alone is since. */
static gboolean
read_words (const Word *found, guint n, EntenteDatePhrase *phrase)
{
  EntentePhrasePoint *point = &phrase->first;

  memset (phrase, 0, sizeof *phrase);
  for (guint i = 0; i < n; i++)
    if (!take_word (phrase, &point, &found[i]))
      return FALSE;
  if (point == &phrase->second && is_empty (&phrase->second))
    return FALSE;
  if (!complete_first (phrase) || !is_whole (&phrase->first))
    return FALSE;
  if (phrase->form == ENTENTE_PHRASE_FROM && is_empty (&phrase->second))
    phrase->form = ENTENTE_PHRASE_SINCE;
  return TRUE;
}

gboolean
entente_date_phrase_read (const char *text, EntenteDatePhrase *phrase)
{
  g_autoptr (GArray) found = split_words (text);

  return found->len > 0 && read_words ((const Word *) found->data, found->len, phrase);
}

/* ---- finding ---- */

/* A phrase in running text needs a month or a season by name: numbers alone may be anything. Seasons and "may" need
 * more words round them. */
static gboolean
is_convincing (const EntenteDatePhrase *phrase, const Word *first, guint n)
{
  if (phrase->first.season != 0)
    return phrase->first.year != 0 || phrase->deixis != ENTENTE_PHRASE_ABSOLUTE;
  if (phrase->first.month == 0)
    return FALSE;
  return n > 1 || strcmp (first->folded, "may") != 0;
}

/* Words that only lead on to a date do not begin the phrase alone, nor end it. */
static gboolean
ends_well (const Word *last)
{
  WordType type;
  int value;

  return !look_up (last->folded, &type, &value) || type == WORD_SEASON;
}

/* A note mark ("[5]"), a bracket or the end of a paragraph is never inside a date. */
static gboolean
is_unbroken (const char *text, const Word *first, const Word *last)
{
  if (first->start > 0 && text[first->start - 1] == '[')
    return FALSE;
  for (gsize i = first->start; i < last->end; i++) {
    if (strchr ("[]()\n", text[i]) != NULL)
      return FALSE;
  }
  return TRUE;
}

gboolean
entente_date_phrase_find (const char *text, gsize *start, gsize *end)
{
  g_autoptr (GArray) found = split_words (text);
  const Word *list = (const Word *) found->data;
  EntenteDatePhrase phrase;

  for (guint i = 0; i < found->len; i++)
    for (guint n = MIN (MAX_PHRASE_WORDS, found->len - i); n > 0; n--)
      if (is_unbroken (text, &list[i], &list[i + n - 1]) && ends_well (&list[i + n - 1]) &&
          read_words (list + i, n, &phrase) && is_convincing (&phrase, &list[i], n)) {
        *start = list[i].start;
        *end = list[i + n - 1].end;
        return TRUE;
      }
  return FALSE;
}
