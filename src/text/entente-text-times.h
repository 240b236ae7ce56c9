/* Everything that running text says of time: dates ("14 February", "last July", "that year"),
 * hours, spans ("ten days") and habits ("every year"), each with what it means there and why.
 *
 * What a text leaves out is completed from the day of its publication, from what it told before, or
 * from a heading, whichever the way of telling asks for; where two readings are likely both are
 * kept. Nothing is guessed from a clock: without a day of publication "yesterday" stays open.
 * Offsets are bytes of the text. Pure, safe in any thread.
 */
#pragma once

#include "entente-structure.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_TEXT_TIME_DATE,
  ENTENTE_TEXT_TIME_HOUR, /* an hour or a part of a day */
  ENTENTE_TEXT_TIME_DURATION,
  ENTENTE_TEXT_TIME_SET, /* "every year" */
} EntenteTextTimeType;

typedef struct {
  gsize start, end; /* bytes of the text, [start, end) */
  EntenteTextTimeType type;
  /* EDTF where a place in the calendar is named; of hours and spans ISO 8601 ("P3D");
   * "PRESENT_REF", "PAST_REF", "FUTURE_REF" for now, once and some day; NULL when nothing can be
   * said. */
  char *value;
  EntenteDate
    *date; /* with wording, basis and readings; NULL unless a place in the calendar is named */
  char *reason; /* why it means that, for a person; NULL for spans and habits that say it all */
  gboolean is_past; /* told as past: the day of publication bounds it */
  gboolean is_cited; /* stands in a note */
  guint range; /* both ends of a range have the same number; 0: no range */
  gboolean is_between; /* of a range: once between its ends, not all the time */
} EntenteTextTime;

/* All expressions of time of the @length bytes of @text (valid UTF-8) in order; an array of
 * EntenteTextTime that clears its elements. @structure tells the roles of lines, or is NULL: then
 * all is body. @published is the day of publication, or NULL: then that of @structure counts. NULL
 * only when cancelled. Linear in @length. */
GArray *entente_text_times_read (const char *text,
                                 gsize length,
                                 const EntenteStructure *structure,
                                 const EntenteDate *published,
                                 GCancellable *cancellable,
                                 GError **error);
/* The range that the time @index is an end of, with the words from one end to the other:
 * "1914/1918", or "[1956-08..1956-10]" for between; NULL when it is none. */
EntenteDate *entente_text_times_make_range (GArray *times, guint index, const char *text);
/* What the time @index says of a move told in its sentence: its range, "[..2018-05-22]" for "by 22
 * May", else its date; NULL when no place in the calendar is named. */
EntenteDate *entente_text_times_make_date (GArray *times, guint index, const char *text);
/* "date", "time", "duration", "set" in capitals, as in the command line. Static. */
const char *entente_text_time_type_to_string (EntenteTextTimeType type);

G_END_DECLS
