/* EntenteEdtf: an EDTF value taken apart; private to core, the words of entente-date.h are for
 * others.
 *
 * entente-edtf-parser.c reads one date, entente-edtf-value.c intervals and sets of them,
 * entente-edtf-writer.c writes the normal form, entente-edtf-window.c says where a date lies and
 * entente-edtf-points.c what follows for the four points. A value here is always a valid one.
 */
#pragma once

#include "entente-date.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_EDTF_YEAR, /* four digits, any of them perhaps X */
  ENTENTE_EDTF_LONG_YEAR, /* Y and more than four digits, or an exponent */
  ENTENTE_EDTF_DECADE, /* three digits */
  ENTENTE_EDTF_CENTURY, /* two digits */
} EntenteEdtfYearKind;

typedef enum {
  ENTENTE_EDTF_CERTAIN = 0,
  ENTENTE_EDTF_UNCERTAIN = 1 << 0, /* ? */
  ENTENTE_EDTF_APPROXIMATE = 1 << 1, /* ~ */
} EntenteEdtfQuality; /* both: % */

/* Year, month and day, as places of `quality`. */
enum {
  ENTENTE_EDTF_PART_YEAR,
  ENTENTE_EDTF_PART_MONTH,
  ENTENTE_EDTF_PART_DAY,
  ENTENTE_EDTF_N_PARTS
};

#define ENTENTE_EDTF_FRACTION_DIGITS 9

typedef struct {
  EntenteEdtfYearKind year_kind;
  gboolean negative;
  char digits[5]; /* of YEAR: four digits or X */
  gint64 year; /* of a long year its number, of a decade or century its digits; signed */
  gint64 mantissa; /* of a long year with exponent: what stands before the E */
  int exponent; /* -1: none */
  int significant; /* significant digits; 0: not told */
  int season; /* 21 to 41; 0: none */
  char month[3], day[3]; /* two digits or X; "" when not told */
  guint8 quality[ENTENTE_EDTF_N_PARTS]; /* of EntenteEdtfQuality; a season's is the month's */
  int hour, minute, second; /* -1: not told; hour 24 only as 24:00:00 */
  char fraction[ENTENTE_EDTF_FRACTION_DIGITS + 1]; /* of the second; "" when not told */
  int zone_minutes; /* ENTENTE_ZONE_NONE when none was told */
} EntenteEdtfDate;

typedef enum {
  ENTENTE_EDTF_END_DATE,
  ENTENTE_EDTF_END_OPEN, /* ".." */
  ENTENTE_EDTF_END_UNKNOWN, /* nothing; only in intervals */
} EntenteEdtfEndKind;

typedef struct {
  EntenteEdtfEndKind kind;
  EntenteEdtfDate date; /* of END_DATE */
} EntenteEdtfEnd;

/* A single date (then only `start` counts), an interval, or a range within a set. */
typedef struct {
  gboolean is_range;
  EntenteEdtfEnd start;
  EntenteEdtfEnd end;
} EntenteEdtfElement;

typedef enum {
  ENTENTE_EDTF_SINGLE,
  ENTENTE_EDTF_INTERVAL,
  ENTENTE_EDTF_ONE_OF, /* [ ] */
  ENTENTE_EDTF_ALL_OF, /* { } */
} EntenteEdtfForm;

typedef struct {
  EntenteEdtfForm form;
  EntenteEdtfElement first; /* the only one but in sets */
  GArray *more; /* of EntenteEdtfElement: the others of a set, or NULL */
} EntenteEdtf;

/* Where a parser is; errors are set once, with the whole text and the place. */
typedef struct {
  const char *text;
  const char *cursor;
  GError **error;
} EntenteEdtfParser;

/* Reads a value; NULL with ENTENTE_ERROR_INVALID and a sentence when it is none. */
EntenteEdtf *entente_edtf_parse (const char *text, GError **error);
void entente_edtf_free (EntenteEdtf *value);
guint entente_edtf_get_n_elements (const EntenteEdtf *value);
const EntenteEdtfElement *entente_edtf_get_element (const EntenteEdtf *value, guint i);

/* Reads one date at the cursor and moves behind it. */
gboolean entente_edtf_parser_read_date (EntenteEdtfParser *parser, EntenteEdtfDate *date);
/* Sets the error: @reason is a translated clause without full stop. Always FALSE. */
gboolean entente_edtf_parser_fail (EntenteEdtfParser *parser, const char *reason);

/* Where the date lies; FALSE when no such day exists. */
gboolean entente_edtf_date_get_window (const EntenteEdtfDate *date, EntenteSpan *window);
gboolean entente_edtf_date_has_unspecified (const EntenteEdtfDate *date);
/* How many parts of the date were told, 1 to 3; a season counts as a month. */
int entente_edtf_date_count_parts (const EntenteEdtfDate *date);
EntentePrecision entente_edtf_date_get_precision (const EntenteEdtfDate *date);
/* Union of the qualities of all parts; significant digits count as approximate. */
guint entente_edtf_date_get_quality (const EntenteEdtfDate *date);
int entente_edtf_date_get_level (const EntenteEdtfDate *date);
/* First month of a season and how many months it has; the month counts on into the next year. */
void entente_edtf_season_get_months (int season, int *first_month, int *n_months);

EntenteDateForm entente_edtf_get_date_form (const EntenteEdtf *value);
EntentePrecision entente_edtf_get_precision (const EntenteEdtf *value);
guint entente_edtf_get_quality (const EntenteEdtf *value);
int entente_edtf_get_level (const EntenteEdtf *value);
EntenteDatePoints entente_edtf_get_points (const EntenteEdtf *value);

/* Moves by steps of its own precision; FALSE, and perhaps half moved, when it cannot be moved so.
 */
gboolean entente_edtf_shift (EntenteEdtf *value, int steps);

/* Normal forms. Free with g_free. */
char *entente_edtf_write (const EntenteEdtf *value);
char *entente_edtf_element_write (const EntenteEdtfElement *element, EntenteEdtfForm form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteEdtf, entente_edtf_free)

G_END_DECLS
