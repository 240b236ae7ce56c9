/* The finder of calendar forms is asked at every token, once with the words of each language; where
 * two languages see a date in the same place the one that begins first counts, then the longer.
 * Addresses of web pages are one token: a date in them is no date of the text. */
#include "config.h"

#include "entente-written-dates.h"

#include "entente-time-context-private.h"

#include <string.h>

#define YEAR_FIRST 1500
#define YEAR_LAST 2100

int
entente_word_get_month (const char *word, gssize length)
{
  g_autofree char *folded = g_utf8_casefold (word, length);

  return entente_time_lexicon_get_any (folded, ENTENTE_TIME_MONTH);
}

gboolean
entente_word_is_weekday (const char *word, gssize length)
{
  g_autofree char *folded = g_utf8_casefold (word, length);

  return entente_time_lexicon_get_any (folded, ENTENTE_TIME_WEEKDAY) != 0;
}

/* ---- what says it all ---- */

/* "(Bern, 1984)": a number of four digits by itself may be anything. */
static gboolean
is_year_of_print (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  guint i = found->first;
  gboolean opened = i > 0 && (entente_reader_is_sign (reader, i - 1, ',') ||
                              entente_reader_is_sign (reader, i - 1, '('));

  return opened && found->next == i + 1 && found->year >= YEAR_FIRST && found->year <= YEAR_LAST &&
         !entente_reader_is_dash (reader, found->next) &&
         entente_reader_at (reader, found->next)->type != ENTENTE_TOKEN_WORD;
}

/* "3/2015" is as likely the number of an issue, "3/4/15" of a page. */
static gboolean
is_in_doubtful_figures (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  const EntenteToken *first = entente_reader_at (reader, found->first);
  const EntenteToken *last = entente_reader_at (reader, found->next - 1);

  if (first->type != ENTENTE_TOKEN_NUMBER || last->type != ENTENTE_TOKEN_NUMBER)
    return FALSE;
  if (found->day == 0) /* "2018-10" */
    return first->digits != 4 || last->digits != 2 || last->gap ||
           !entente_reader_is_dash (reader, found->first + 1);
  return first->digits < 4 && last->digits < 4;
}

static gboolean
is_written_out (const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  if (!found->has_year || found->decade != 0 || found->century != 0 || found->week != 0 ||
      entente_reader_is (reader, found->first, ENTENTE_TIME_HOLIDAY))
    return FALSE;
  if (found->month == 0 && found->season == 0)
    return is_year_of_print (reader, found);
  return !is_in_doubtful_figures (reader, found);
}

/* ---- values ---- */

/* "3/4/2018": one of two days. */
static EntenteDate *
make_exchangeable (const EntenteTimeValue *value)
{
  g_autofree char *edtf = g_strdup_printf ("[%04d-%02d-%02d,%04d-%02d-%02d]",
                                           value->year,
                                           MIN (value->month, value->day),
                                           MAX (value->month, value->day),
                                           value->year,
                                           MAX (value->month, value->day),
                                           MIN (value->month, value->day));

  return entente_date_parse (edtf, NULL);
}

static EntentePrecision
get_precision (const EntenteTimeValue *value)
{
  switch ((int) value->kind) {
  case ENTENTE_VALUE_DAY:
    return ENTENTE_PRECISION_DAY;
  case ENTENTE_VALUE_MONTH:
    return ENTENTE_PRECISION_MONTH;
  case ENTENTE_VALUE_SEASON:
    return ENTENTE_PRECISION_SEASON;
  default:
    return ENTENTE_PRECISION_YEAR;
  }
}

static void
append_date (GArray *dates, const EntenteTimeReader *reader, const EntenteTimeExpression *found)
{
  EntenteTimeValue value = entente_time_put_in_year (found, found->year);
  EntenteWrittenDate entry = { .start = entente_reader_at (reader, found->first)->start,
                               .end = entente_reader_at (reader, found->next - 1)->end,
                               .precision = get_precision (&value) };
  g_autofree char *wording = g_strndup (reader->text + entry.start, entry.end - entry.start);
  g_autoptr (EntenteDate) date = NULL;

  if (!entente_time_value_is_valid (&value))
    return;
  date =
    found->exchangeable ? make_exchangeable (&value) : entente_time_value_make_date (&value, FALSE);
  if (date == NULL)
    return;
  entry.date = entente_date_with_wording (date, wording);
  g_array_append_val (dates, entry);
}

/* ---- all languages ---- */

static void
find_in (const EntenteTimeLexicon *lexicon, const char *text, gsize length, GArray *dates)
{
  g_autoptr (GArray) tokens = entente_time_tokens_cut (lexicon, text, 0, length);
  EntenteTimeReader reader = { .text = text,
                               .tokens = (const EntenteToken *) (const void *) tokens->data,
                               .n_tokens = tokens->len };

  for (guint i = 0; i < reader.n_tokens;) {
    EntenteTimeExpression found;

    if (entente_expression_read_calendar (&reader, i, &found)) {
      found.first = i;
      if (is_written_out (&reader, &found)) {
        append_date (dates, &reader, &found);
        i = found.next;
        continue;
      }
    }
    i++;
  }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const EntenteWrittenDate *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (one->end < other->end) - (one->end > other->end);
}

static void
clear_date (gpointer data)
{
  EntenteWrittenDate *entry = data;

  g_clear_pointer (&entry->date, entente_date_unref);
}

static GArray *
new_dates (void)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (EntenteWrittenDate));

  g_array_set_clear_func (dates, clear_date);
  return dates;
}

/* The array without those that begin inside one before them. */
static GArray *
keep_apart (GArray *all)
{
  GArray *dates = new_dates ();
  gsize end = 0;

  g_array_sort (all, compare_places);
  for (guint i = 0; i < all->len; i++) {
    EntenteWrittenDate *one = &g_array_index (all, EntenteWrittenDate, i);
    EntenteWrittenDate kept = *one;

    if (one->start < end)
      continue;
    end = one->end;
    one->date = NULL;
    g_array_append_val (dates, kept);
  }
  return dates;
}

GArray *
entente_written_dates_find (const char *text, gssize length)
{
  g_autoptr (GArray) all = new_dates ();
  const EntenteTimeLexicon *lexicon;

  for (guint i = 0; (lexicon = entente_time_lexicon_get_nth (i)) != NULL; i++)
    find_in (lexicon, text, length < 0 ? strlen (text) : (gsize) length, all);
  return keep_apart (all);
}
