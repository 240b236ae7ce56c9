/* EntenteTicks: the two-level axis: which units a scale shows, where they begin, what they are
 * called.
 *
 * The first pair whose small unit is at least 24 px wide: hour/minute, day/hour, month/day,
 * month/week, year/month, year/quarter, decade/year, century/decade, millennium/century. Labels are
 * in the user's language and never collide; the larger name sticks to the left edge. Reused from
 * frame to frame: arrays and strings are valid until the next update. Pure; one thread at a time.
 */
#pragma once

#include "entente-measure.h"
#include "entente-timescale.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_TICKS_HOUR_MINUTE,
  ENTENTE_TICKS_DAY_HOUR,
  ENTENTE_TICKS_MONTH_DAY,
  ENTENTE_TICKS_MONTH_WEEK,
  ENTENTE_TICKS_YEAR_MONTH,
  ENTENTE_TICKS_YEAR_QUARTER,
  ENTENTE_TICKS_DECADE_YEAR,
  ENTENTE_TICKS_CENTURY_DECADE,
  ENTENTE_TICKS_MILLENNIUM_CENTURY,
  ENTENTE_N_TICKS
} EntenteTicksPair;

typedef struct {
  EntenteSpan span; /* of the whole unit, though part may be out of view */
  double x; /* where the unit begins, px; may be left of 0 */
  const char *label; /* NULL: a tick without a name */
  double label_x; /* left edge of the label; small labels stand centred on x, or at the left edge
                     when none begins in view */
  double label_width;
} EntenteTick;

typedef struct {
  EntenteTicksPair pair;
  const EntenteTick *large;
  guint n_large;
  const EntenteTick *small;
  guint n_small;
} EntenteTicks;

EntenteTicks *entente_ticks_new (void);
void entente_ticks_free (EntenteTicks *ticks);
void entente_ticks_update (EntenteTicks *ticks,
                           const EntenteTimescale *scale,
                           EntenteMeasure measure,
                           gpointer data);
/* The unit that holds @time, for zooming to it. */
EntenteSpan entente_ticks_get_unit (EntenteTicksPair pair, gboolean large, gint64 time);
/* Length of the unit of a density bar in words: "half a month", "9 days". Free. */
char *entente_ticks_format_length (double seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTicks, entente_ticks_free)

G_END_DECLS
