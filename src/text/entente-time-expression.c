/* Where an expression begins, what belongs to it and what is none: modifiers before it, parts of
 * the day round it, ranges behind it. The forms themselves are read in files of their own; of
 * several that begin at a word the longest counts. Every look ahead is bounded, so all is linear.
 */
#include "config.h"

#include "entente-time-expression.h"

#include "entente-time-guard.h"
#include "entente-time-tense.h"

static gboolean read_core (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found);

/* ---- the longest of all forms ---- */

static gboolean
read_form (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  static gboolean (*const forms[]) (const EntenteTimeReader *, guint, EntenteTimeExpression *) = {
    entente_expression_read_calendar, entente_expression_read_relation,
    entente_expression_read_offset,   entente_expression_read_clock,
    entente_expression_read_short,
  };
  guint best = 0;

  for (guint k = 0; k < G_N_ELEMENTS (forms); k++) {
    EntenteTimeExpression one;

    if (forms[k](reader, i, &one) && one.next > best) {
      best = one.next;
      one.first = i;
      *found = one;
    }
  }
  return best > 0;
}

/* "Monday morning", "yesterday evening", "May 3 at night" no. */
static void
read_part_behind (const EntenteTimeReader *reader, EntenteTimeExpression *found)
{
  gboolean has_day =
    found->form == ENTENTE_EXPRESSION_DAY ||
    ((found->form == ENTENTE_EXPRESSION_CALENDAR || found->form == ENTENTE_EXPRESSION_RELATION) &&
     (found->day != 0 || found->weekday != 0));

  if (!has_day || found->part[0] != '\0' || found->has_year ||
      !entente_reader_is (reader, found->next, ENTENTE_TIME_PART))
    return;
  entente_reader_set_part (reader, found->next, found);
  found->next++;
}

static gboolean
read_core (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (!read_form (reader, i, found))
    return FALSE;
  read_part_behind (reader, found);
  return TRUE;
}

/* ---- modifiers ---- */

static gboolean
is_modifier (const EntenteTimeReader *reader, guint i)
{
  return entente_reader_is (reader, i, ENTENTE_TIME_EARLY) ||
         entente_reader_is (reader, i, ENTENTE_TIME_MID) ||
         entente_reader_is (reader, i, ENTENTE_TIME_LATE);
}

/* "the year" behind a modifier: that of the story. */
static gboolean
read_the_unit (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (!entente_reader_is (reader, i, ENTENTE_TIME_THE) ||
      !entente_reader_is (reader, i + 1, ENTENTE_TIME_UNIT_WORD))
    return FALSE;
  *found = (EntenteTimeExpression){
    .form = ENTENTE_EXPRESSION_RELATION,
    .relation = ENTENTE_RELATION_SAME,
    .unit = entente_reader_get (reader, i + 1, ENTENTE_TIME_UNIT_WORD),
    .clock = -1,
    .first = i,
    .next = i + 2,
  };
  return found->unit >= ENTENTE_UNIT_DAY && found->unit != ENTENTE_UNIT_QUARTER &&
         found->unit != ENTENTE_UNIT_SEASON;
}

static gboolean
is_modifiable (const EntenteTimeExpression *found)
{
  return found->form == ENTENTE_EXPRESSION_CALENDAR || found->form == ENTENTE_EXPRESSION_DAY ||
         (found->form == ENTENTE_EXPRESSION_RELATION);
}

/* Words between a modifier and the date: "early [in]", "the end [of]", "mid[-]". */
static guint
skip_modifier (const EntenteTimeReader *reader, guint i)
{
  gboolean is_noun = entente_reader_is (reader, i, ENTENTE_TIME_NOUN_MOD);

  i++;
  if (is_noun || entente_reader_is (reader, i, ENTENTE_TIME_OF))
    return entente_reader_is (reader, i, ENTENTE_TIME_OF) ? i + 1 : 0;
  if (entente_reader_is_dash (reader, i) && !entente_reader_at (reader, i)->gap)
    return i + 1;
  if (entente_reader_is (reader, i, ENTENTE_TIME_IN) ||
      entente_reader_is (reader, i, ENTENTE_TIME_ON))
    return i + 1;
  return i;
}

/* "[the] early 1970s", "late in the year", "the end of May", "later that day", "month's end" */
static gboolean
read_modified (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  guint at = i;
  gboolean is_noun = FALSE, has_the, has_unit;
  EntenteTimeExpression unit;

  if (entente_reader_is (reader, at, ENTENTE_TIME_VERY))
    at++;
  has_the = entente_reader_is (reader, at, ENTENTE_TIME_THE);
  if (has_the)
    at++;
  if (is_modifier (reader, at)) {
    is_noun = entente_reader_is (reader, at, ENTENTE_TIME_NOUN_MOD);
    at = skip_modifier (reader, at);
    if (at == 0 || is_modifier (reader, at)) /* "from late in mid-May": not one */
      return FALSE;
  } else if (at == i && entente_reader_get (reader, at, ENTENTE_TIME_BY) == 0 /* "avant août" */ &&
             (entente_reader_is (reader, at, ENTENTE_TIME_LATER) ||
              entente_reader_is (reader, at, ENTENTE_TIME_EARLIER))) {
    at++;
    if (entente_reader_is (reader, at, ENTENTE_TIME_IN) ||
        entente_reader_is (reader, at, ENTENTE_TIME_ON))
      at++;
  } else
    return FALSE;
  has_unit = read_the_unit (reader, at, &unit);
  if (!read_core (reader, at, found) || (has_unit && unit.next >= found->next)) {
    if (!has_unit)
      return FALSE;
    *found = unit;
  }
  if (!is_modifiable (found))
    return FALSE;
  if (has_the && !is_noun && found->decade == 0 && found->century == 0 && found->season == 0 &&
      found->form == ENTENTE_EXPRESSION_CALENDAR)
    return FALSE; /* "the early October battle": "the" is that of the battle */
  found->modified = TRUE;
  found->first = i;
  return TRUE;
}

/* "year's end", "month's end", "year-end" */
static gboolean
read_units_end (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  const EntenteToken *s = entente_reader_at (reader, i + 2);
  gboolean is_apostrophe =
    entente_reader_is_sign (reader, i + 1, '\'') || entente_reader_is_sign (reader, i + 1, 0x2019);
  guint end = is_apostrophe && s->end - s->start == 1 && reader->text[s->start] == 's' ? i + 3
              : entente_reader_is_dash (reader, i + 1) && !s->gap                      ? i + 2
                                                                                       : 0;

  if (!entente_reader_is (reader, i, ENTENTE_TIME_UNIT_WORD) || end == 0 ||
      !entente_reader_is (reader, end, ENTENTE_TIME_LATE) ||
      !entente_reader_is (reader, end, ENTENTE_TIME_NOUN_MOD))
    return FALSE;
  *found = (EntenteTimeExpression){
    .form = ENTENTE_EXPRESSION_RELATION,
    .relation = ENTENTE_RELATION_SAME,
    .unit = entente_reader_get (reader, i, ENTENTE_TIME_UNIT_WORD),
    .modified = TRUE,
    .clock = -1,
    .first = i,
    .next = end + 1,
  };
  return TRUE;
}

/* "around March 1981" */
static gboolean
read_approximate (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (!entente_reader_is (reader, i, ENTENTE_TIME_APPROX) || !read_core (reader, i + 1, found) ||
      found->form != ENTENTE_EXPRESSION_CALENDAR)
    return FALSE;
  found->approximate = TRUE;
  found->first = i;
  return entente_guard_accepts (reader, found);
}

static gboolean
read_whole (const EntenteTimeReader *reader, guint i, EntenteTimeExpression *found)
{
  if (read_modified (reader, i, found) && entente_guard_accepts (reader, found))
    return TRUE;
  if (read_units_end (reader, i, found) || read_approximate (reader, i, found))
    return TRUE;
  return read_core (reader, i, found) && entente_guard_accepts (reader, found);
}

/* ---- ranges ---- */

typedef struct {
  guint next;
  gboolean is_range; /* "to", a dash, or "and" of "between" */
  gboolean is_dash;
} Connector;

static gboolean
read_connector (const EntenteTimeReader *reader,
                const EntenteTimeExpression *first,
                Connector *connector)
{
  guint i = first->next;

  *connector = (Connector){ .next = i + 1 };
  if (entente_reader_is_dash (reader, i) || entente_reader_is_sign (reader, i, '/'))
    connector->is_dash = connector->is_range = TRUE;
  else if (entente_reader_is (reader, i, ENTENTE_TIME_TO))
    connector->is_range = TRUE;
  else if (entente_reader_is (reader, i, ENTENTE_TIME_AND))
    connector->is_range =
      first->first > 0 && entente_reader_is (reader, first->first - 1, ENTENTE_TIME_BETWEEN);
  else
    return FALSE;
  return TRUE;
}

/* "March 5-9, 1918", "June 8 and 10": the second day borrows the month. */
static gboolean
read_second_day (const EntenteTimeReader *reader,
                 EntenteTimeExpression *first,
                 const Connector *connector,
                 EntenteTimeExpression *second)
{
  guint i = connector->next, next;
  gboolean has_the = entente_reader_is (reader, i, ENTENTE_TIME_THE);
  int day = entente_reader_read_day (reader, has_the ? i + 1 : i, &next), year;
  guint at;

  if (day == 0 || first->month == 0 || first->day == 0 ||
      entente_reader_at (reader, has_the ? i + 1 : i)->type != ENTENTE_TOKEN_NUMBER)
    return FALSE;
  *second = (EntenteTimeExpression){
    .form = ENTENTE_EXPRESSION_CALENDAR,
    .month = first->month,
    .day = day,
    .has_year = first->has_year,
    .year = first->year,
    .clock = -1,
    .first = i,
    .next = next,
  };
  at = entente_reader_is_sign (reader, next, ',') ? next + 1 : next;
  if (!first->has_year && entente_reader_read_year (reader, at, &year, &at)) {
    first->has_year = second->has_year = TRUE;
    first->year = second->year = year;
    second->next = at;
    return TRUE;
  }
  return connector->is_dash || entente_guard_ends_well (reader, next);
}

/* "1915-17", "1957/58" */
static gboolean
read_second_year (const EntenteTimeReader *reader,
                  const EntenteTimeExpression *first,
                  const Connector *connector,
                  EntenteTimeExpression *second)
{
  const EntenteToken *token = entente_reader_at (reader, connector->next);

  if (!connector->is_dash || !first->has_year || first->day != 0 || first->decade != 0 ||
      first->century != 0 || token->type != ENTENTE_TOKEN_NUMBER || token->digits != 2 ||
      token->gap || entente_reader_at (reader, first->next)->gap ||
      token->value <= first->year % 100 || first->exchangeable)
    return FALSE;
  *second = (EntenteTimeExpression){
    .form = ENTENTE_EXPRESSION_CALENDAR,
    .has_year = TRUE,
    .year = first->year - first->year % 100 + token->value,
    .clock = -1,
    .first = connector->next,
    .next = connector->next + 1,
  };
  return TRUE;
}

/* What only the second says of the year, or of the month, holds for the first: "April and May
 * 1951". */
static void
share (EntenteTimeExpression *first,
       const EntenteTimeExpression *second,
       const Connector *connector)
{
  if (first->form != ENTENTE_EXPRESSION_CALENDAR || second->form != ENTENTE_EXPRESSION_CALENDAR ||
      first->has_year || first->inner || !second->has_year || first->weekday != 0 ||
      (first->month == 0 && first->season == 0) || second->decade != 0 || second->century != 0 ||
      (second->month == 0 && second->season == 0))
    return;
  first->has_year = TRUE;
  first->year = second->year;
  if (connector->is_range && first->month > second->month && second->month > 0)
    first->year--;
}

/* "6-7 January 1916", "the 28 and 29 August", "10, 12 and 14 June". */
static gboolean
read_first_day (const EntenteTimeReader *reader,
                guint i,
                EntenteTimeExpression *first,
                Connector *connector)
{
  guint at = entente_reader_is (reader, i, ENTENTE_TIME_THE) ? i + 1 : i, next;
  EntenteTimeExpression second;
  int day = entente_reader_read_day (reader, at, &next);

  if (day == 0 || entente_reader_at (reader, at)->type != ENTENTE_TOKEN_NUMBER)
    return FALSE;
  *first = (EntenteTimeExpression){ .form = ENTENTE_EXPRESSION_CALENDAR,
                                    .day = day,
                                    .clock = -1,
                                    .first = i,
                                    .next = next };
  if (entente_reader_is_sign (reader, next, '.'))
    first->next = ++next; /* "3. bis 5. Mai" */
  if (!read_connector (reader, first, connector) && !entente_reader_is_sign (reader, next, ','))
    return FALSE;
  connector->next = next + 1;
  if (!entente_expression_read_calendar (reader, connector->next, &second) || second.day == 0 ||
      second.month == 0 || second.weekday != 0 ||
      entente_reader_at (reader, connector->next)->capital)
    return FALSE;
  first->month = second.month;
  first->has_year = second.has_year;
  first->year = second.year;
  return TRUE;
}

/* ---- all ---- */

/* What the words beside it say of the whole expression. */
static void
complete (const EntenteTimeReader *reader, EntenteTimeExpression *found)
{
  found->start = entente_reader_at (reader, found->first)->start;
  found->end = entente_reader_at (reader, found->next - 1)->end;
  found->quoted = entente_reader_at (reader, found->first)->quoted;
  found->leading = entente_reader_at (reader, found->first)->first ||
                   (found->first > 0 && entente_reader_at (reader, found->first - 1)->first &&
                    !entente_reader_is (reader, found->first - 1, ENTENTE_TIME_THE) &&
                    !entente_reader_is (reader, found->first - 1, ENTENTE_TIME_A));
  found->tense = entente_time_tense_find (reader, found->first, found->next);
}

static void
mark_passing (const EntenteTimeReader *reader, EntenteTimeExpression *found)
{
  guint before = found->first > 0 ? found->first - 1 : 0;

  if (found->first == 0)
    return;
  found->bracketed = entente_reader_is_sign (reader, before, '(');
  found->passing = entente_reader_is (reader, before, ENTENTE_TIME_PASSING) || found->bracketed;
}

/* "10 a.m. EDT Monday", "noon Saturday": one hour of one day. */
static gboolean
read_day_behind (const EntenteTimeReader *reader, EntenteTimeExpression *found)
{
  EntenteTimeExpression day;
  guint i = found->next;

  if (found->form != ENTENTE_EXPRESSION_CLOCK || found->clock < 0)
    return FALSE;
  while (i < found->next + 2 && entente_reader_is (reader, i, ENTENTE_TIME_CLOCK))
    i++;
  if (!read_core (reader, i, &day) || day.part[0] != '\0' ||
      !(day.day != 0 || day.weekday != 0 || day.form == ENTENTE_EXPRESSION_DAY) ||
      (day.form != ENTENTE_EXPRESSION_CALENDAR && day.form != ENTENTE_EXPRESSION_DAY) ||
      !entente_guard_accepts (reader, &day))
    return FALSE;
  day.clock = found->clock;
  day.first = found->first;
  *found = day;
  return TRUE;
}

/* Appends @first and what is joined to it; the token behind. */
static guint
append_joined (const EntenteTimeReader *reader,
               GArray *list,
               EntenteTimeExpression *first,
               guint *range)
{
  Connector connector;
  EntenteTimeExpression second;
  gboolean is_whole = FALSE;

  mark_passing (reader, first);
  if (read_day_behind (reader, first)) {
    g_array_append_val (list, *first);
    return first->next;
  }
  if (first->form != ENTENTE_EXPRESSION_CALENDAR || !read_connector (reader, first, &connector)) {
    g_array_append_val (list, *first);
    return first->next;
  }
  if (!read_second_year (reader, first, &connector, &second)) {
    is_whole = read_whole (reader, connector.next, &second);
    if (!(is_whole && (second.month != 0 || second.clock >= 0)) &&
        read_second_day (reader, first, &connector, &second))
      is_whole = FALSE;
    else if (!is_whole) {
      g_array_append_val (list, *first);
      return first->next;
    }
  }
  if (is_whole)
    share (first, &second, &connector);
  if (connector.is_range && second.form == ENTENTE_EXPRESSION_CALENDAR)
    first->range = second.range = ++*range;
  first->between = second.between =
    first->first > 0 && first->range != 0 &&
    entente_reader_is (reader, first->first - 1, ENTENTE_TIME_BETWEEN);
  second.ends_range = second.range != 0;
  second.passing |= first->passing;
  g_array_append_val (list, *first);
  if (is_whole && first->range == 0)
    return connector.next; /* read again by itself: it may be joined to a third */
  g_array_append_val (list, second);
  return second.next;
}

/* Classes of words that no expression begins with. */
static const guint64 never_first =
  ENTENTE_TIME_BIT (ENTENTE_TIME_PLAIN) | ENTENTE_TIME_BIT (ENTENTE_TIME_DID) |
  ENTENTE_TIME_BIT (ENTENTE_TIME_WILL) | ENTENTE_TIME_BIT (ENTENTE_TIME_BE) |
  ENTENTE_TIME_BIT (ENTENTE_TIME_COUNTED) | ENTENTE_TIME_BIT (ENTENTE_TIME_NUMBERED) |
  ENTENTE_TIME_BIT (ENTENTE_TIME_OF) | ENTENTE_TIME_BIT (ENTENTE_TIME_IN) |
  ENTENTE_TIME_BIT (ENTENTE_TIME_ON) | ENTENTE_TIME_BIT (ENTENTE_TIME_AT) |
  ENTENTE_TIME_BIT (ENTENTE_TIME_BY) | ENTENTE_TIME_BIT (ENTENTE_TIME_PASSING) |
  ENTENTE_TIME_BIT (ENTENTE_TIME_TO) | ENTENTE_TIME_BIT (ENTENTE_TIME_AND) |
  ENTENTE_TIME_BIT (ENTENTE_TIME_FROM) | ENTENTE_TIME_BIT (ENTENTE_TIME_BETWEEN) |
  ENTENTE_TIME_BIT (ENTENTE_TIME_FOR) | ENTENTE_TIME_BIT (ENTENTE_TIME_TO_MARK) |
  ENTENTE_TIME_BIT (ENTENTE_TIME_ITS) | ENTENTE_TIME_BIT (ENTENTE_TIME_OLD);

/* Only where a word of time or a number stands can an expression begin. */
static gboolean
may_begin (const EntenteToken *token)
{
  return token->type == ENTENTE_TOKEN_NUMBER ||
         (token->word != NULL && (token->word->classes & ~never_first) != 0) ||
         (token->type == ENTENTE_TOKEN_SIGN && (token->value == '\'' || token->value == 0x2019)) ||
         (token->type == ENTENTE_TOKEN_WORD && token->end - token->start == 1);
}

GArray *
entente_time_expressions_read (const EntenteTimeReader *reader, guint *range)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (EntenteTimeExpression));

  for (guint i = 0; i < reader->n_tokens;) {
    EntenteTimeExpression found;
    Connector connector;

    if (!may_begin (entente_reader_at (reader, i)))
      i++;
    else if (read_first_day (reader, i, &found, &connector)) {
      mark_passing (reader, &found);
      if (connector.is_range)
        found.range = ++*range;
      g_array_append_val (list, found);
      i = connector.next;
      if (found.range != 0 && read_whole (reader, i, &found)) {
        found.range = *range;
        found.ends_range = TRUE;
        g_array_append_val (list, found);
        i = found.next;
      }
    } else if (read_whole (reader, i, &found))
      i = append_joined (reader, list, &found, range);
    else
      i++;
  }
  for (guint i = 0; i < list->len; i++)
    complete (reader, &g_array_index (list, EntenteTimeExpression, i));
  return list;
}
