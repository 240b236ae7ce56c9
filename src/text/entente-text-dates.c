/* Finds dates written out with their year. The text is cut into numbers, words and signs; a few
 * shapes ("day month year", "month day, year", "2018-10-31" …) are tried at each of them, longest
 * first. Words come from the tables of data/languages. Addresses of web pages are passed
 * over: a date in them is no date of the text. Pure, safe in any thread. */
#include "config.h"

#include "entente-text-dates.h"

#include "entente-text-lines.h"
#include "entente-time-lexicon.h"

#include <string.h>

typedef enum { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_SIGN } TokenType;

typedef struct {
  TokenType type;
  gsize start, end; /* bytes */
  gboolean gap; /* white space stands before it */
  int value; /* of a NUMBER; of a SIGN its character */
  int month; /* of a WORD that is one, else 0 */
  guint digits; /* of a NUMBER */
} Token;

typedef struct {
  const char *text;
  Token *tokens; /* ended by TOKEN_END */
  guint n_tokens; /* without the end */
} Reader;

typedef struct {
  int year, month, day; /* month and day 0: not told */
  gboolean exchangeable; /* day and month may be the other way round */
  guint next; /* token behind the date */
} Found;

/* ---- words ---- */

/* Behind the number of a day: "st|nd". */
static const char day_suffixes[] = "st|nd|rd|th|er";
/* Between the parts: "of". */
static const char fillers[] = "of|the|den|im|le|de";

int
entente_text_get_month (const char *word, gsize length)
{
  g_autofree char *folded = g_utf8_casefold (word, (gssize) length);

  return entente_time_lexicon_get_any (folded, ENTENTE_TIME_MONTH);
}

gboolean
entente_text_is_weekday (const char *word, gsize length)
{
  g_autofree char *folded = g_utf8_casefold (word, (gssize) length);

  return entente_time_lexicon_get_any (folded, ENTENTE_TIME_WEEKDAY) != 0;
}

static gboolean
is_day_suffix (const char *folded)
{
  return entente_list_has (day_suffixes, folded);
}

static gboolean
is_filler (const char *folded)
{
  return entente_list_has (fillers, folded);
}

/* ---- tokens ---- */

static const char *
read_number (const char *p, const char *end, Token *token)
{
  token->type = TOKEN_NUMBER;
  for (; p < end && g_ascii_isdigit (*p); p++, token->digits++) {
    if (token->digits < 6)
      token->value = token->value * 10 + (*p - '0');
  }
  return p;
}

static const char *
read_word (const char *p, const char *end, Token *token)
{
  const char *start = p;
  token->type = TOKEN_WORD;
  while (p < end &&
         (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  token->month = entente_text_get_month (start, (gsize) (p - start));
  return p;
}

static const char *
read_token (const char *p, const char *end, Token *token)
{
  gunichar c = g_utf8_get_char (p);
  if (entente_text_begins_address (p, end)) {
    token->type = TOKEN_SIGN;
    while (p < end && !g_unichar_isspace (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
    return p;
  }
  if (g_ascii_isdigit (*p))
    return read_number (p, end, token);
  if (g_unichar_isalpha (c))
    return read_word (p, end, token);
  token->type = TOKEN_SIGN;
  token->value = (int) c;
  return g_utf8_next_char (p);
}

static GArray *
cut_tokens (const char *text, gsize length)
{
  GArray *tokens = g_array_new (TRUE, TRUE, sizeof (Token)); /* ended by zeroes: TOKEN_END */
  const char *end = text + length;
  gboolean gap = TRUE;
  for (const char *p = text; p < end;) {
    if (g_unichar_isspace (g_utf8_get_char (p))) {
      gap = TRUE;
      p = g_utf8_next_char (p);
      continue;
    }
    Token token = { .start = (gsize) (p - text), .gap = gap };
    p = read_token (p, end, &token);
    token.end = (gsize) (p - text);
    g_array_append_val (tokens, token);
    gap = FALSE;
  }
  return tokens;
}

/* ---- shapes ---- */

static const Token *
at (Reader *reader, guint i)
{
  return &reader->tokens[MIN (i, reader->n_tokens)];
}

static gboolean
is_sign (Reader *reader, guint i, int sign)
{
  return at (reader, i)->type == TOKEN_SIGN && at (reader, i)->value == sign;
}

static gboolean
word_matches (Reader *reader, guint i, gboolean (*matches) (const char *))
{
  const Token *token = at (reader, i);
  if (token->type != TOKEN_WORD)
    return FALSE;
  g_autofree char *folded =
    g_utf8_casefold (reader->text + token->start, (gssize) (token->end - token->start));
  return matches (folded);
}

static gboolean
is_day (const Token *token)
{
  return token->type == TOKEN_NUMBER && token->digits <= 2 && token->value >= 1 &&
         token->value <= 31;
}

static gboolean
is_year (const Token *token)
{
  return token->type == TOKEN_NUMBER && token->digits == 4 && token->value >= 1000 &&
         token->value < 3000;
}

/* Passes over a full stop, comma or word like "of". */
static guint
skip_between (Reader *reader, guint i)
{
  while (is_sign (reader, i, '.') || is_sign (reader, i, ',') ||
         word_matches (reader, i, is_filler))
    i++;
  return i;
}

static guint
skip_day_suffix (Reader *reader, guint i)
{
  gboolean joined = !at (reader, i)->gap;
  return joined && word_matches (reader, i, is_day_suffix) ? i + 1 : i;
}

static gboolean
read_day_month_year (Reader *reader, guint i, Found *found)
{
  if (!is_day (at (reader, i)))
    return FALSE;
  guint month = skip_between (reader, skip_day_suffix (reader, i + 1));
  if (at (reader, month)->month == 0)
    return FALSE;
  guint year = skip_between (reader, month + 1);
  if (!is_year (at (reader, year)))
    return FALSE;
  *found = (Found){ .year = at (reader, year)->value,
                    .month = at (reader, month)->month,
                    .day = at (reader, i)->value,
                    .next = year + 1 };
  return TRUE;
}

static gboolean
read_month_day_year (Reader *reader, guint i, Found *found)
{
  if (at (reader, i)->month == 0)
    return FALSE;
  guint day = skip_between (reader, i + 1);
  if (!is_day (at (reader, day)))
    return FALSE;
  guint year = skip_between (reader, skip_day_suffix (reader, day + 1));
  if (!is_year (at (reader, year)))
    return FALSE;
  *found = (Found){ .year = at (reader, year)->value,
                    .month = at (reader, i)->month,
                    .day = at (reader, day)->value,
                    .next = year + 1 };
  return TRUE;
}

static gboolean
read_month_year (Reader *reader, guint i, Found *found)
{
  if (at (reader, i)->month == 0)
    return FALSE;
  guint year = skip_between (reader, i + 1);
  if (!is_year (at (reader, year)))
    return FALSE;
  *found =
    (Found){ .year = at (reader, year)->value, .month = at (reader, i)->month, .next = year + 1 };
  return TRUE;
}

static gboolean
read_iso (Reader *reader, guint i, Found *found)
{
  const Token *month = at (reader, i + 2);
  const Token *day = at (reader, i + 4);
  if (!is_year (at (reader, i)) || !is_sign (reader, i + 1, '-') || month->type != TOKEN_NUMBER ||
      month->digits != 2 || month->gap || month->value < 1 || month->value > 12)
    return FALSE;
  *found = (Found){ .year = at (reader, i)->value, .month = month->value, .next = i + 3 };
  if (!is_sign (reader, i + 3, '-'))
    return TRUE;
  if (!is_day (day) || day->digits != 2 || day->gap)
    return FALSE;
  found->day = day->value;
  found->next = i + 5;
  return TRUE;
}

static gboolean
read_figures (Reader *reader, guint i, Found *found)
{
  const Token *first = at (reader, i);
  const Token *second = at (reader, i + 2);
  const char sign = is_sign (reader, i + 1, '.') ? '.' : '/';
  if (!is_day (first) || !is_day (second) || !is_sign (reader, i + 1, sign) ||
      !is_sign (reader, i + 3, sign) || !is_year (at (reader, i + 4)))
    return FALSE;
  *found = (Found){ .year = at (reader, i + 4)->value,
                    .month = second->value,
                    .day = first->value,
                    .exchangeable = sign == '/' && first->value <= 12 && second->value <= 12 &&
                                    first->value != second->value,
                    .next = i + 5 };
  if (found->month > 12 && sign == '/') {
    found->month = first->value;
    found->day = second->value;
  }
  return found->month <= 12;
}

static gboolean
read_year (Reader *reader, guint i, Found *found)
{
  const Token *year = at (reader, i);
  gboolean opened = i > 0 && (is_sign (reader, i - 1, ',') || is_sign (reader, i - 1, '('));
  if (!is_year (year) || !opened || year->value < 1500 || year->value > 2100 ||
      is_sign (reader, i + 1, '-') || is_sign (reader, i + 1, 0x2013) ||
      at (reader, i + 1)->type == TOKEN_WORD)
    return FALSE;
  *found = (Found){ .year = year->value, .next = i + 1 };
  return TRUE;
}

/* ---- values ---- */

static EntenteDate *
make_date (const Found *found)
{
  g_autofree char *edtf = NULL;
  if (found->exchangeable)
    edtf = g_strdup_printf ("[%04d-%02d-%02d,%04d-%02d-%02d]",
                            found->year,
                            MIN (found->month, found->day),
                            MAX (found->month, found->day),
                            found->year,
                            MAX (found->month, found->day),
                            MIN (found->month, found->day));
  else if (found->day > 0)
    return found->day <= entente_days_in_month (found->year, found->month)
             ? entente_date_new_day (found->year, found->month, found->day)
             : NULL;
  else if (found->month > 0)
    edtf = g_strdup_printf ("%04d-%02d", found->year, found->month);
  else
    edtf = g_strdup_printf ("%04d", found->year);
  return entente_date_parse (edtf, NULL);
}

static EntentePrecision
get_precision (const Found *found)
{
  if (found->day > 0)
    return ENTENTE_PRECISION_DAY;
  return found->month > 0 ? ENTENTE_PRECISION_MONTH : ENTENTE_PRECISION_YEAR;
}

static void
append_date (GArray *dates, Reader *reader, guint first, const Found *found)
{
  gsize start = at (reader, first)->start;
  gsize end = at (reader, found->next - 1)->end;
  g_autoptr (EntenteDate) date = make_date (found);
  if (date == NULL)
    return;
  g_autofree char *wording = g_strndup (reader->text + start, end - start);
  EntenteTextDate entry = { .start = start,
                            .end = end,
                            .precision = get_precision (found),
                            .date = entente_date_with_wording (date, wording) };
  g_array_append_val (dates, entry);
}

static void
clear_date (gpointer entry)
{
  g_clear_pointer (&((EntenteTextDate *) entry)->date, entente_date_unref);
}

GArray *
entente_text_dates_find (const char *text, gssize length)
{
  static gboolean (*const shapes[]) (Reader *, guint, Found *) = {
    read_iso, read_figures, read_day_month_year, read_month_day_year, read_month_year, read_year,
  };
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (EntenteTextDate));
  g_array_set_clear_func (dates, clear_date);
  g_autoptr (GArray) tokens = cut_tokens (text, length < 0 ? strlen (text) : (gsize) length);
  Reader reader = { text, (Token *) (void *) tokens->data, tokens->len };
  for (guint i = 0; i < reader.n_tokens;) {
    Found found = { 0 };
    guint shape = 0;
    while (shape < G_N_ELEMENTS (shapes) && !shapes[shape](&reader, i, &found))
      shape++;
    if (shape == G_N_ELEMENTS (shapes)) {
      i++;
      continue;
    }
    append_date (dates, &reader, i, &found);
    i = found.next;
  }
  return dates;
}
