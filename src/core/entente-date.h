/* EntenteDate: when something happened, as exactly and as vaguely as it was told.
 *
 * Keeps the words ("last July"), the value in EDTF (ISO 8601-2:2019, levels 0 and 1 complete; of
 * level 2 seasons, one-of sets and qualified parts; season intervals as an extension of ours) and
 * the four points that everything else is computed from. Immutable once shared; reference counted;
 * safe in any thread. This file is the one place that knows the text of a date and the order of
 * two.
 */
#pragma once

#include "entente-id.h"
#include "entente-span.h"
#include <glib-object.h>

G_BEGIN_DECLS

/* Between which points the start and the end lie. For a point somewhere within W: earliest start =
 * earliest end = start of W, latest start = latest end = end of W. Unknown and open ends are
 * ENTENTE_TIME_MIN / ENTENTE_TIME_MAX. Earliest points are inclusive, latest points exclusive. */
typedef struct {
  gint64 earliest_start;
  gint64 latest_start;
  gint64 earliest_end;
  gint64 latest_end;
} EntenteDatePoints;

typedef enum {
  ENTENTE_DATE_UNDATED, /* nothing told; bounds may still be known */
  ENTENTE_DATE_POINT, /* once, somewhere within the window: 2018-07, [A..B], [..B], [A..] */
  ENTENTE_DATE_SPAN, /* lasted from A to B: A/B, A/.., ../B, /B */
  ENTENTE_DATE_ONE_OF, /* one of several readings: [2017-07,2018-07] */
  ENTENTE_DATE_ALL_OF, /* each of several: {2018-01,2018-03} */
} EntenteDateForm;

/* The finest unit that was told. */
typedef enum {
  ENTENTE_PRECISION_NONE,
  ENTENTE_PRECISION_MILLENNIUM,
  ENTENTE_PRECISION_CENTURY,
  ENTENTE_PRECISION_DECADE,
  ENTENTE_PRECISION_YEAR,
  ENTENTE_PRECISION_SEASON, /* seasons, quarters, quadrimesters, semesters */
  ENTENTE_PRECISION_MONTH,
  ENTENTE_PRECISION_DAY,
  ENTENTE_PRECISION_HOUR,
  ENTENTE_PRECISION_MINUTE,
  ENTENTE_PRECISION_SECOND,
} EntentePrecision;

/* Where the value comes from. */
typedef enum {
  ENTENTE_BASIS_EXPLICIT, /* the text says it */
  ENTENTE_BASIS_YEAR_COMPLETED, /* "14 February": year from the article */
  ENTENTE_BASIS_RELATIVE_TO_ARTICLE, /* "last July" */
  ENTENTE_BASIS_RELATIVE_TO_EVENT, /* "two days later" */
  ENTENTE_BASIS_BOUND_PUBLICATION, /* only the date of publication bounds it */
  ENTENTE_BASIS_BOUND_FOOTNOTE, /* the date of a cited source bounds it */
  ENTENTE_BASIS_INFERRED, /* the scholar's own conclusion */
  ENTENTE_BASIS_CLOCK, /* read from a clock, e.g. the day an article was retrieved */
} EntenteBasis;

typedef enum {
  ENTENTE_CALENDAR_GREGORIAN,
  ENTENTE_CALENDAR_JULIAN,
  ENTENTE_CALENDAR_SOLAR_HIJRI,
  ENTENTE_CALENDAR_ISLAMIC,
} EntenteCalendar;

typedef enum { ENTENTE_NO, ENTENTE_YES, ENTENTE_UNKNOWN } EntenteAnswer;

/* Zones in minutes east of UTC. */
#define ENTENTE_ZONE_NONE G_MININT32

/* One reading of an ambiguous wording. */
typedef struct {
  char *edtf;
  char *reason; /* for a person; may be NULL */
  int rank; /* 1 is the likeliest */
} EntenteReading;

/* Fields are read by everyone and written only by the functions below. */
typedef struct _EntenteDate {
  char *edtf; /* normal form; "" when undated */
  char *wording; /* as told, or NULL */
  EntenteDateForm form;
  EntentePrecision precision; /* of the coarser end of a span */
  EntenteDatePoints told; /* from the EDTF value alone */
  EntenteDatePoints points; /* told, narrowed by the bounds below: what is drawn and filtered */
  gboolean uncertain; /* "?" anywhere */
  gboolean approximate; /* "~" anywhere */
  gboolean still_so; /* span goes on at publication */
  gboolean start_unknown; /* "/B": the start is unknown, not open */
  gboolean end_unknown; /* "A/" */
  EntenteBasis basis;
  EntenteCalendar calendar;
  char *as_entered; /* value in its own calendar, or NULL */
  int zone_minutes; /* of a time; ENTENTE_ZONE_NONE when none was told */
  int day_order; /* order within the day, 0 when none */
  gint64 not_before, not_after; /* derived bounds, civil seconds; MIN/MAX when none */
  char *bound_reason; /* "footnote 3, 15 July 2018", or NULL */
  GPtrArray *readings; /* of EntenteReading, by rank; NULL when there is one reading */
} EntenteDate;

#define ENTENTE_TYPE_DATE (entente_date_get_type ())
GType entente_date_get_type (void);

/* Reads an EDTF value; "" and NULL give an undated value. A reversed interval, a day that does not
 * exist and anything outside the levels above is ENTENTE_ERROR_INVALID with a sentence that says
 * what is wrong and where. Spaces after commas in sets are accepted and dropped. */
EntenteDate *entente_date_parse (const char *edtf, GError **error);
/* A day, for importers: no parsing, no error. */
EntenteDate *entente_date_new_day (gint64 year, int month, int day);
EntenteDate *entente_date_new_undated (void);
EntenteDate *entente_date_ref (const EntenteDate *date);
void entente_date_unref (EntenteDate *date);
gboolean entente_date_equal (const EntenteDate *a, const EntenteDate *b);

/* New values from old ones; each leaves @date as it is and gives a new reference. */
EntenteDate *entente_date_with_wording (const EntenteDate *date, const char *wording);
EntenteDate *entente_date_with_basis (const EntenteDate *date, EntenteBasis basis);
EntenteDate *entente_date_with_still_so (const EntenteDate *date, gboolean still_so);
EntenteDate *entente_date_with_day_order (const EntenteDate *date, int day_order);
EntenteDate *entente_date_with_calendar (const EntenteDate *date,
                                         EntenteCalendar calendar,
                                         const char *as_entered);
/* Narrows the points to [not_before, not_after) as far as the told value allows; a bound that lies
 * wholly outside the told window is kept in the fields and changes no point, and so are two that
 * leave nothing. The open end of a span ("2013/..") stays open. Replaces bounds from before. */
EntenteDate *entente_date_with_bounds (const EntenteDate *date,
                                       gint64 not_before,
                                       gint64 not_after,
                                       const char *reason);
/* More readings than this are no date of a person's; a store refuses them. */
#define ENTENTE_MAX_READINGS 100
/* Adds a reading, or gives the one of the same value another reason and rank. With the first one
 * added, the value itself becomes the reading of rank 1. Beyond ENTENTE_MAX_READINGS nothing is
 * added. */
EntenteDate *entente_date_with_reading (const EntenteDate *date,
                                        const char *edtf,
                                        const char *reason,
                                        int rank);
/* Moves a value of day, month or year precision by @steps of its own precision; NULL when the value
 * cannot be moved so (set, open). */
EntenteDate *entente_date_shift (const EntenteDate *date, int steps);

/* EDTF level of the normal form: 0, 1 or 2; -1 for undated. */
int entente_date_get_level (const EntenteDate *date);
gboolean entente_date_is_dated (const EntenteDate *date);
/* TRUE when some bound is known, told or derived. */
gboolean entente_date_is_bounded (const EntenteDate *date);
/* [earliest start, latest end): where the whole event surely lies. */
EntenteSpan entente_date_get_window (const EntenteDate *date);
/* Where the glyph stands, civil seconds: middle of the window; the bound for "by" and "after"; the
 * solid start of a span. ENTENTE_TIME_MAX when there is no bound at all. Half of the key of order.
 */
gint64 entente_date_get_place (const EntenteDate *date);
/* The same from bare points, for rows read without making a value. */
gint64 entente_date_points_get_place (const EntenteDatePoints *points, EntenteDateForm form);
EntenteSpan entente_date_points_get_window (const EntenteDatePoints *points);

/* The one order: place of the glyph, order within the day, order of telling, id. Undated last. An
 * event that orders alone place has the key of the move that it stands next to, and a step: above 0
 * after it, below 0 before it. */
typedef struct {
  gint64 place;
  int day_order;
  int telling;
  EntenteId id;
  int step;
} EntenteDateKey;
int entente_date_key_compare (const EntenteDateKey *a, const EntenteDateKey *b);
int entente_date_compare (const EntenteDate *a, const EntenteDate *b);

/* Was @a surely over before @b began? Zones are used only when both have one. */
EntenteAnswer entente_date_is_before (const EntenteDate *a, const EntenteDate *b);

/* Filter in time. Undated never counts. A derived bound counts as possibly, never as surely. The
 * matcher does the same over columns, and is held to these by its tests. */
gboolean entente_date_possibly_within (const EntenteDate *date, EntenteSpan span);
gboolean entente_date_surely_within (const EntenteDate *date, EntenteSpan span);

/* Days from the start of a to the start of b as a range: both 0 or more for "b after a", both 0 or
 * less for "b before a"; of different sign when that is not known. @min_days is G_MININT64 and
 * @max_days G_MAXINT64 when open. FALSE when nothing can be said. */
gboolean entente_date_points_get_days_between (const EntenteDatePoints *a,
                                               const EntenteDatePoints *b,
                                               gint64 *min_days,
                                               gint64 *max_days);

/* The value in words of the user's language: "1–15 July 2018", "by 22 August 2018", "summer 2018",
 * "around 15 August 2018", "July 2017 or July 2018", "since 2013", "undated". Free with g_free. */
char *entente_date_format (const EntenteDate *date);
/* The same short enough for a mark or chip: "Feb–Oct 2018", "before Nov 2018". */
char *entente_date_format_short (const EntenteDate *date);
/* The short form without @year where the place says it already: "by 14 Feb". */
char *entente_date_format_within_year (const EntenteDate *date, gint64 year);
/* A span of view in words: "1 Jan – 12 Nov 2018". */
char *entente_span_format (EntenteSpan span);
/* ISO 8601 text of a point: "2018-07-01", with "T10:30:00" when not at midnight; ".." when open. */
char *entente_time_format_iso (gint64 time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteDate, entente_date_unref)

G_END_DECLS
