/* From what a person wrote to date values. EDTF is taken as it is; words are taken apart by
 * entente-date-input-words.c, mean what they mean in an article (entente-time-context.h), and
 * become EDTF here, once for each year that they may mean. Pure.
 */
#include "config.h"

#include "entente-date-input-private.h"
#include "entente-date-input.h"
#include "entente-error.h"
#include "entente-time-context-private.h"
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

/* What was written, and the article that it is about. */
typedef struct {
  EntenteDateWords words;
  const char *text;
  const EntenteDate *published; /* or NULL */
  EntenteTimeContext context;
} Writing;

/* ---- EDTF of words ---- */

/* The first or the last of what the value spans. Free. */
static char *
write_point (const EntenteTimeValue *value, gboolean last)
{
  EntenteTimeValue day = *value;

  if (value->kind == ENTENTE_VALUE_STRETCH)
    day = entente_time_value_day (last ? value->last : value->first);
  return entente_time_value_format (&day);
}

/* Between @before and @behind, the unit before or after @edtf; NULL when there is none. */
static char *
write_shifted (const char *before, const char *edtf, int steps, const char *behind)
{
  g_autoptr (EntenteDate) date = entente_date_parse (edtf, NULL);
  g_autoptr (EntenteDate) shifted = date ? entente_date_shift (date, steps) : NULL;

  return shifted ? g_strconcat (before, shifted->edtf, behind, NULL) : NULL;
}

/* "last week" is a point within it. */
static char *
write_time (const EntenteTimeValue *value, gboolean approximate)
{
  g_autoptr (EntenteDate) date = entente_time_value_make_date (value, approximate);

  return date ? g_strdup (date->edtf) : NULL;
}

/* NULL when it cannot be written. */
static char *
write_words (const EntenteDateWords *words, const EntenteTimeValue values[2])
{
  g_autofree char *first = write_point (&values[0], FALSE);
  g_autofree char *last = write_point (&values[0], TRUE);
  g_autofree char *second = write_point (&values[1], TRUE);

  switch (words->form) {
  case ENTENTE_WORDS_BY:
    return g_strdup_printf ("[..%s]", last);
  case ENTENTE_WORDS_BEFORE:
    return write_shifted ("[..", first, -1, "]");
  case ENTENTE_WORDS_AFTER:
    return write_shifted ("[", last, 1, "..]");
  case ENTENTE_WORDS_SINCE:
    return g_strdup_printf ("%s/..", first);
  case ENTENTE_WORDS_BETWEEN:
    return g_strdup_printf ("[%s..%s]", first, second);
  case ENTENTE_WORDS_FROM:
    return g_strdup_printf ("%s/%s", first, second);
  case ENTENTE_WORDS_EACH:
    return g_strdup_printf ("{%s,%s}", first, second);
  case ENTENTE_WORDS_EITHER:
    return g_strdup_printf ("[%s,%s]", first, second);
  case ENTENTE_WORDS_ON:
  default:
    return write_time (&values[0], words->first.approximate);
  }
}

static EntenteDate *
make_date (const char *edtf, const char *wording, EntenteBasis basis, GError **error)
{
  g_autoptr (EntenteDate) bare = entente_date_parse (edtf, error);
  g_autoptr (EntenteDate) worded = bare ? entente_date_with_wording (bare, wording) : NULL;

  return worded ? entente_date_with_basis (worded, basis) : NULL;
}

/* ---- what it may mean ---- */

static EntenteTimeValue
place (const Writing *self, const EntenteTimeExpression *found, int year, int tense)
{
  EntenteTimeExpression told = *found;

  told.tense = tense;
  return entente_date_words_lack_year (found)
           ? entente_time_put_in_year (found, year)
           : entente_time_context_resolve (&self->context, &told).value;
}

/* EDTF when what has no year is in @year, and is told in @tense; NULL when it has no place in the
 * calendar. */
static char *
write_in (const Writing *self, int year, int tense)
{
  EntenteTimeValue values[2] = { place (self, &self->words.first, year, tense),
                                 place (self, &self->words.second, year, tense) };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    if (!entente_time_value_is_known (&values[i]) || values[i].no_year)
      return NULL;
  }
  return write_words (&self->words, values);
}

static EntenteBasis
get_basis (const Writing *self)
{
  const EntenteTimeExpression *found = &self->words.second;

  if (found->has_year)
    return ENTENTE_BASIS_EXPLICIT;
  return found->form == ENTENTE_EXPRESSION_CALENDAR && entente_date_words_lack_year (found)
           ? ENTENTE_BASIS_YEAR_COMPLETED
           : ENTENTE_BASIS_RELATIVE_TO_ARTICLE;
}

/* Sets @error when @edtf is no date. Takes @edtf and @reason. */
static void
add_reading (GArray *guesses, const Writing *self, char *edtf, char *reason, GError **error)
{
  g_autofree char *owned = edtf;
  EntenteDate *date = make_date (edtf, self->text, get_basis (self), error);

  if (date)
    add_guess (guesses, date, reason);
  else
    g_free (reason);
}

/* "Leave open": one of the readings, which are kept with their reasons. */
static void
add_open (GArray *guesses, const Writing *self)
{
  const EntenteDateGuess *first = &g_array_index (guesses, EntenteDateGuess, 0);
  const EntenteDateGuess *second = &g_array_index (guesses, EntenteDateGuess, 1);
  gboolean in_order = entente_date_compare (first->date, second->date) < 0;
  g_autofree char *edtf = g_strdup_printf ("[%s,%s]",
                                           (in_order ? first : second)->date->edtf,
                                           (in_order ? second : first)->date->edtf);
  g_autoptr (EntenteDate) open = make_date (edtf, self->text, get_basis (self), NULL);
  g_autoptr (EntenteDate) one = NULL;

  if (!open)
    return;
  one = entente_date_with_reading (open, first->date->edtf, first->reason, 1);
  add_guess (guesses,
             entente_date_with_reading (one, second->date->edtf, second->reason, 2),
             g_strdup (_ ("left open, drawn as two windows")));
}

/* ---- years that were not said ---- */

/* Years in which the words may lie, likeliest first; at most two. A text asks its verbs; somebody
 * who writes a date by itself mostly means one that has been. */
static guint
choose_years (const Writing *self, int years[2])
{
  EntenteTimeRelation relation = self->words.first.relation;
  gint64 told_at = self->published->points.latest_end - 1;
  int year = self->context.published.year;
  g_autofree char *edtf = write_in (self, year, 0);
  g_autoptr (EntenteDate) date = edtf ? entente_date_parse (edtf, NULL) : NULL;
  gboolean is_future = date && date->told.earliest_start > told_at;

  if (relation == ENTENTE_RELATION_NEXT) {
    years[0] = is_future ? year : year + 1;
    return 1;
  }
  years[0] = is_future && relation != ENTENTE_RELATION_THIS ? year - 1 : year;
  years[1] = years[0] - 1;
  return relation == ENTENTE_RELATION_THIS ? 1 : 2;
}

static char *
explain (const Writing *self, gboolean is_coming)
{
  g_autofree char *when = entente_date_format_short (self->published);

  return is_coming ? g_strdup_printf (_ ("told as to come, article of %s"), when)
                   : g_strdup_printf (_ ("told as past, article of %s"), when);
}

static void
add_years (GArray *guesses, const Writing *self, GError **error)
{
  gboolean is_coming = self->words.first.relation == ENTENTE_RELATION_NEXT;
  int years[2];
  guint n = choose_years (self, years);

  for (guint i = 0; i < n; i++) {
    char *edtf = write_in (self, years[i], 0);
    char *reason = i == 0 ? explain (self, is_coming) : g_strdup (_ ("the year before"));

    if (!edtf)
      g_free (reason);
    else
      add_reading (guesses, self, edtf, reason, i == 0 ? error : NULL);
    if (guesses->len == 0)
      return;
  }
}

/* "Monday": the last before the article, or the next. */
static void
add_weekdays (GArray *guesses, const Writing *self, GError **error)
{
  for (int tense = -1; tense <= 1; tense += 2) {
    char *edtf = write_in (self, 0, tense);

    if (edtf)
      add_reading (guesses, self, edtf, explain (self, tense > 0), error);
    if (guesses->len == 0)
      return;
  }
  if (guesses->len == 2 && strcmp (g_array_index (guesses, EntenteDateGuess, 0).date->edtf,
                                   g_array_index (guesses, EntenteDateGuess, 1).date->edtf) == 0)
    g_array_set_size (guesses, 1);
}

/* ---- years that were said ---- */

/* "3/4/2018" */
static void
add_exchanged (GArray *guesses, const Writing *self)
{
  Writing other = *self;

  other.words.first.day = self->words.first.month;
  other.words.first.month = self->words.first.day;
  add_reading (guesses,
               self,
               write_in (&other, 0, 0),
               g_strdup (_ ("day and month the other way round")),
               NULL);
}

static void
add_said (GArray *guesses, const Writing *self, GError **error)
{
  char *edtf = write_in (self, 0, 0);
  gboolean needs_article = !self->words.second.has_year && self->published;

  if (edtf)
    add_reading (guesses, self, edtf, needs_article ? explain (self, FALSE) : NULL, error);
  if (guesses->len > 0 && self->words.first.exchangeable && self->words.form == ENTENTE_WORDS_ON)
    add_exchanged (guesses, self);
}

/* ---- reading ---- */

static gboolean
is_weekday (const EntenteTimeExpression *found)
{
  return found->form == ENTENTE_EXPRESSION_CALENDAR && found->weekday != 0 && found->month == 0;
}

static gboolean
refuse (const char *text, GError **error)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("“%s” is no date that can be read. Write “22 August 2018”, “by August "
                  "2018”, “summer 2018” or EDTF such as 2018-08."),
               text);
  return FALSE;
}

static gboolean
add_words (GArray *guesses, const char *text, const EntenteDate *published, GError **error)
{
  Writing self = { .text = text, .context.published = entente_time_value_of_date (published) };
  g_autoptr (GError) inner = NULL;

  if (!entente_date_words_read (text, &self.words))
    return refuse (text, error);
  self.published = published && entente_date_is_dated (published) ? published : NULL;
  if (!self.published &&
      (!self.words.second.has_year || entente_date_words_lack_year (&self.words.first))) {
    g_set_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID, _ ("Write the year too."));
    return FALSE;
  }
  if (entente_date_words_lack_year (&self.words.first))
    add_years (guesses, &self, &inner);
  else if (is_weekday (&self.words.first))
    add_weekdays (guesses, &self, &inner);
  else
    add_said (guesses, &self, &inner);
  if (guesses->len == 2 && self.words.form == ENTENTE_WORDS_ON)
    add_open (guesses, &self);
  if (guesses->len > 0)
    return TRUE;
  if (!inner)
    return refuse (text, error);
  g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
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
