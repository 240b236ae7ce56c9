/* EntenteTimeLexicon: the words in which a language speaks of time, read from a table of
 * data/languages. A new language is a new table; nothing else knows words. Tables are read once and
 * kept for the life of the process. Private to text; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Classes of words, in the order of their names in the tables. The value that a table gives each is
 * told behind it; those without have 0. */
typedef enum {
  ENTENTE_TIME_MONTH, /* 1 to 12 */
  ENTENTE_TIME_WEEKDAY, /* 1 Monday; 11 to 17 for short forms that only stand beside a date */
  ENTENTE_TIME_SEASON, /* 21 to 24 */
  ENTENTE_TIME_AMBIGUOUS, /* means something else as well: needs words round it */
  ENTENTE_TIME_UNIT_WORD, /* "day": EntenteTimeUnit, by its name */
  ENTENTE_TIME_UNITS_WORD, /* "days" */
  ENTENTE_TIME_PART, /* of a day: two letters, "MO" */
  ENTENTE_TIME_DAY, /* "yesterday": days from today */
  ENTENTE_TIME_NEXT_DAY, /* "lendemain": days from the day told of */
  ENTENTE_TIME_TONIGHT, /* likewise, in the night */
  ENTENTE_TIME_RELATION, /* EntenteTimeRelation, by its name */
  ENTENTE_TIME_BEHIND, /* a relation that stands behind its unit: "semaine dernière" */
  ENTENTE_TIME_AGO,
  ENTENTE_TIME_AGO_FIRST, /* "vor" two days */
  ENTENTE_TIME_LATER,
  ENTENTE_TIME_EARLIER,
  ENTENTE_TIME_BEFORE,
  ENTENTE_TIME_AFTER,
  ENTENTE_TIME_HENCE,
  ENTENTE_TIME_CARDINAL, /* the number */
  ENTENTE_TIME_TIMES, /* "hundred" */
  ENTENTE_TIME_ORDINAL, /* the number */
  ENTENTE_TIME_DECADE, /* "sixties": its first year */
  ENTENTE_TIME_SOME,
  ENTENTE_TIME_HALF,
  ENTENTE_TIME_A,
  ENTENTE_TIME_THE,
  ENTENTE_TIME_ITS,
  ENTENTE_TIME_EARLY,
  ENTENTE_TIME_MID,
  ENTENTE_TIME_LATE,
  ENTENTE_TIME_VERY,
  ENTENTE_TIME_NOUN_MOD, /* "beginning": wants "of" */
  ENTENTE_TIME_APPROX,
  ENTENTE_TIME_BOUND, /* "more than" */
  ENTENTE_TIME_OF,
  ENTENTE_TIME_IN,
  ENTENTE_TIME_ON,
  ENTENTE_TIME_AT,
  ENTENTE_TIME_BY, /* any other word that a date may follow; 1 "by", 2 "before", 3 "after", 4
                      "since" */
  ENTENTE_TIME_PASSING, /* "since": the year behind it is not that of the story */
  ENTENTE_TIME_TO, /* between the ends of a range */
  ENTENTE_TIME_AND, /* 1 "or" */
  ENTENTE_TIME_FROM,
  ENTENTE_TIME_BETWEEN,
  ENTENTE_TIME_FOR,
  ENTENTE_TIME_TO_MARK, /* of an infinitive */
  ENTENTE_TIME_YEAR_OF, /* "year" 1950 */
  ENTENTE_TIME_EVERY,
  ENTENTE_TIME_HABIT, /* "daily": unit, by its name */
  ENTENTE_TIME_NOW,
  ENTENTE_TIME_ONCE,
  ENTENTE_TIME_SOME_DAY,
  ENTENTE_TIME_HOLIDAY, /* month * 100 + day, ENTENTE_TIME_EASTER + days, or
                         * ENTENTE_TIME_COUNTED_FEAST + month * 100 + n * 10 + weekday (n 9: last)
                         */
  ENTENTE_TIME_BC,
  ENTENTE_TIME_AD,
  ENTENTE_TIME_WILL, /* tells what is to come */
  ENTENTE_TIME_DID, /* tells what was */
  ENTENTE_TIME_BE,
  ENTENTE_TIME_PLAIN, /* may follow a bare day or year: "the", "was" */
  ENTENTE_TIME_COUNTED, /* may not follow a year: "troops" */
  ENTENTE_TIME_NUMBERED, /* may not stand before a year: "page" */
  ENTENTE_TIME_OLD,
  ENTENTE_TIME_CLOCK, /* 1 "a.m.", 2 "p.m.", 3 "o'clock", 4 "noon", 5 "midnight", 6 a zone */
  ENTENTE_TIME_N_CLASSES
} EntenteTimeClass;

typedef enum {
  ENTENTE_UNIT_SECOND,
  ENTENTE_UNIT_MINUTE,
  ENTENTE_UNIT_HOUR,
  ENTENTE_UNIT_DAY,
  ENTENTE_UNIT_WEEKEND,
  ENTENTE_UNIT_WEEK,
  ENTENTE_UNIT_FORTNIGHT,
  ENTENTE_UNIT_MONTH,
  ENTENTE_UNIT_QUARTER,
  ENTENTE_UNIT_SEASON,
  ENTENTE_UNIT_YEAR,
  ENTENTE_UNIT_DECADE,
  ENTENTE_UNIT_CENTURY,
  ENTENTE_UNIT_MILLENNIUM,
} EntenteTimeUnit;

typedef enum {
  ENTENTE_RELATION_NONE,
  ENTENTE_RELATION_THIS,
  ENTENTE_RELATION_LAST,
  ENTENTE_RELATION_NEXT,
  ENTENTE_RELATION_THAT,
  ENTENTE_RELATION_SAME,
  ENTENTE_RELATION_FOLLOWING,
  ENTENTE_RELATION_PREVIOUS,
  ENTENTE_RELATION_PAST,
} EntenteTimeRelation;

#define ENTENTE_TIME_EASTER 1400
#define ENTENTE_TIME_COUNTED_FEAST 10000

#define ENTENTE_TIME_BIT(class) (G_GUINT64_CONSTANT (1) << (class))

/* What a word may mean. Static. */
typedef struct {
  guint64 classes; /* bits */
  gint16 values[4]; /* of the first classes that it was given, see kinds */
  guint8 kinds[4];
  guint8 n;
  gboolean leads; /* begins a form of several words */
} EntenteTimeWord;

typedef struct _EntenteTimeLexicon EntenteTimeLexicon;

/* The lexicon of a language, BCP 47; English when there is none for it, or for NULL. Static. */
const EntenteTimeLexicon *entente_time_lexicon_get (const char *language);
/* Those of all languages that there are tables for, the first being 0; NULL behind the last.
 * Static. */
const EntenteTimeLexicon *entente_time_lexicon_get_nth (guint n);
/* Of all languages that there are tables for: the first lexicon whose word is of @class, and its
 * value; 0 for none. */
int entente_time_lexicon_get_any (const char *folded, EntenteTimeClass class);
/* @folded is casefolded; several words are separated by one space. NULL when it is no word of time.
 */
const EntenteTimeWord *entente_time_lexicon_find (const EntenteTimeLexicon *lexicon,
                                                  const char *folded);
/* The value that the word has as @class; 0 when it is none. */
int entente_time_word_get (const EntenteTimeWord *word, EntenteTimeClass class);

/* TRUE when the word has @value as @class; a word may have two of one class. */
gboolean entente_time_word_has (const EntenteTimeWord *word, EntenteTimeClass class, int value);

static inline gboolean
entente_time_word_is (const EntenteTimeWord *word, EntenteTimeClass class)
{
  return word != NULL && (word->classes & ENTENTE_TIME_BIT (class)) != 0;
}

G_END_DECLS
