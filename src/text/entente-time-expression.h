/* EntenteTimeExpression: words of time taken apart, before anyone asks what they mean where they
 * stand. Private to text; pure, any thread.
 */
#pragma once

#include "entente-time-tokens.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_EXPRESSION_CALENDAR, /* year, month, day, weekday, season: some of them */
  ENTENTE_EXPRESSION_DAY, /* "yesterday": offset in days */
  ENTENTE_EXPRESSION_RELATION, /* "last" + unit, month, weekday or season */
  ENTENTE_EXPRESSION_OFFSET, /* "two years" ago, later, earlier */
  ENTENTE_EXPRESSION_DURATION,
  ENTENTE_EXPRESSION_SET,
  ENTENTE_EXPRESSION_NOW,
  ENTENTE_EXPRESSION_ONCE,
  ENTENTE_EXPRESSION_SOME_DAY,
  ENTENTE_EXPRESSION_CLOCK, /* an hour, or a part of a day without a day */
} EntenteExpressionForm;

/* What an offset is counted from. */
typedef enum {
  ENTENTE_ANCHOR_PUBLICATION,
  ENTENTE_ANCHOR_STORY, /* the last date of the text */
  ENTENTE_ANCHOR_EVENT, /* something that has no date here */
  ENTENTE_ANCHOR_DATE, /* year, month and day of the same expression */
} EntenteAnchor;

typedef struct {
  guint first, next; /* tokens, [first, next) */
  EntenteExpressionForm form;
  gboolean has_year;
  int year; /* astronomical: 1 BC is 0 */
  int month, day, weekday; /* 0: not told */
  int season; /* 21 to 24; 33 to 36 is a quarter of a year, 40 and 41 a half */
  int century, decade; /* first year, with has_year; 0: not told */
  int week; /* of the month or year: 1, 2 … -1 is the last */
  EntenteTimeRelation relation;
  EntenteTimeUnit unit; /* of RELATION, OFFSET, DURATION, SET */
  int halves; /* twice the number of units; 0 with some */
  gboolean some; /* "several" */
  gboolean whole; /* of a count: any number was told, not just "a" */
  int offset; /* DAY: days; OFFSET: -1 or 1 */
  EntenteAnchor anchor;
  int nth_weekday; /* of an OFFSET from DATE: the weekday that is counted, halves / 2 of them; 0:
                      none */
  gboolean inner; /* "July of that year": relation and unit are those of the year */
  gboolean modified; /* early, mid, late */
  gboolean approximate;
  gboolean exchangeable; /* "3/4/2018" */
  gboolean passing; /* no date of the story: "since 1813" */
  gboolean bracketed;
  gboolean is_movable; /* a feast so many days from Easter; month and day only near it */
  int from_easter;
  gboolean bare_day; /* "the 14th" */
  gboolean day_article; /* begins with "the" */
  char part[3]; /* part of a day, "" for none */
  int clock; /* minutes of the day, -1 for none */
  gboolean short_year; /* "'99": the century is to be found */
  guint range; /* as in EntenteTextTime */
  gboolean ends_range;
  gboolean between; /* of a range: once, between its ends */
  /* Filled by entente_time_expressions_read(). */
  int tense; /* -1 told as past, 1 as to come, 0 not told */
  gboolean quoted;
  gboolean leading; /* begins its sentence, but for a small word */
  gsize start, end; /* bytes of the text */
} EntenteTimeExpression;

/* What the finders of forms share. */
typedef struct {
  const char *text;
  const EntenteToken *tokens; /* ended by END */
  guint n_tokens;
  gboolean
    is_alone; /* nothing but a time was written: small letters and bare numbers are one too */
} EntenteTimeReader;

static inline const EntenteToken *
entente_reader_at (const EntenteTimeReader *reader, guint i)
{
  return &reader->tokens[MIN (i, reader->n_tokens)];
}

static inline gboolean
entente_reader_is (const EntenteTimeReader *reader, guint i, EntenteTimeClass class)
{
  return entente_time_word_is (entente_reader_at (reader, i)->word, class);
}

static inline int
entente_reader_get (const EntenteTimeReader *reader, guint i, EntenteTimeClass class)
{
  return entente_time_word_get (entente_reader_at (reader, i)->word, class);
}

static inline gboolean
entente_reader_is_sign (const EntenteTimeReader *reader, guint i, int sign)
{
  const EntenteToken *token = entente_reader_at (reader, i);

  return token->type == ENTENTE_TOKEN_SIGN && token->value == sign;
}

/* A hyphen or dash. */
gboolean entente_reader_is_dash (const EntenteTimeReader *reader, guint i);
/* "14", "14th", "fourteenth", "twenty-first": the day, and the token behind it; 0 when it is none.
 */
int entente_reader_read_day (const EntenteTimeReader *reader, guint i, guint *next);
/* "1956", "264 BC" (with an era, any number). */
gboolean entente_reader_read_year (const EntenteTimeReader *reader,
                                   guint i,
                                   int *year,
                                   guint *next);
/* "two", "a few", "1,460", "two and a half", "twenty-five"; fills halves, some and whole. */
gboolean entente_reader_read_count (const EntenteTimeReader *reader,
                                    guint i,
                                    EntenteTimeExpression *found,
                                    guint *next);

/* The part of the day that the word at @i names. */
void entente_reader_set_part (const EntenteTimeReader *reader,
                              guint i,
                              EntenteTimeExpression *found);

/* Finders of forms: each reads what begins at token @i into @found (first is left alone, next set)
 * or answers FALSE. */
gboolean entente_expression_read_calendar (const EntenteTimeReader *reader,
                                           guint i,
                                           EntenteTimeExpression *found);
gboolean entente_expression_read_figures (const EntenteTimeReader *reader,
                                          guint i,
                                          EntenteTimeExpression *found);
gboolean entente_expression_read_relation (const EntenteTimeReader *reader,
                                           guint i,
                                           EntenteTimeExpression *found);
gboolean entente_expression_read_offset (const EntenteTimeReader *reader,
                                         guint i,
                                         EntenteTimeExpression *found);
gboolean entente_expression_read_short (const EntenteTimeReader *reader,
                                        guint i,
                                        EntenteTimeExpression *found);
gboolean entente_expression_read_clock (const EntenteTimeReader *reader,
                                        guint i,
                                        EntenteTimeExpression *found);

/* All expressions of the tokens, in order; array of EntenteTimeExpression. @range is the last
 * number that a range has had. */
GArray *entente_time_expressions_read (const EntenteTimeReader *reader, guint *range);

G_END_DECLS
