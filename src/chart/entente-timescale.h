/* EntenteTimescale: where a moment stands on a horizontal axis, and back.
 *
 * A plain value, copied freely. One pixel shows from a fraction of a second to centuries; the whole
 * width shows from one minute to five thousand years. Times are civil seconds (entente-span.h).
 * Pure; any thread.
 */
#pragma once

#include "entente-span.h"

G_BEGIN_DECLS

#define ENTENTE_TIMESCALE_MIN_SECONDS 60.0
#define ENTENTE_TIMESCALE_MAX_SECONDS (5000.0 * 365.2425 * 86400.0)

typedef struct {
  double start; /* civil seconds at x = 0 */
  double seconds_per_px; /* above 0 */
  double width_px; /* above 0 */
} EntenteTimescale;

/* Shows [span.start, span.end) with @margin_px clear at both ends. Open ends and empty spans give a
 * year around now or around the known end. */
EntenteTimescale entente_timescale_fit (EntenteSpan span, double width_px, double margin_px);
double entente_timescale_to_x (const EntenteTimescale *scale, gint64 time);
/* Open ends (ENTENTE_TIME_MIN / MAX) stand far outside on their side, at a finite place. */
gint64 entente_timescale_to_time (const EntenteTimescale *scale, double x);
EntenteSpan entente_timescale_get_span (const EntenteTimescale *scale);

/* New values from old ones. @factor above 1 shows more detail; the time at @x stays where it is.
 * Zooming past either limit stops at the limit. */
EntenteTimescale entente_timescale_zoom (const EntenteTimescale *scale, double x, double factor);
/* Positive: later times come into view. */
EntenteTimescale entente_timescale_pan (const EntenteTimescale *scale, double px);
/* Keeps the time at the left edge and the scale. */
EntenteTimescale entente_timescale_resize (const EntenteTimescale *scale, double width_px);
/* Moves only as far as needed to bring [x0, x1] of the present scale @margin_px inside. */
EntenteTimescale entente_timescale_reveal (const EntenteTimescale *scale,
                                           double x0,
                                           double x1,
                                           double margin_px);
/* Keeps the view within @extent and half a screen around it, that is its middle on @extent, and the
 * zoom within its limits. */
EntenteTimescale entente_timescale_clamp (const EntenteTimescale *scale, EntenteSpan extent);
/* Between @from (t = 0) and @to (t = 1); scale in equal ratios, so that zooming looks even. */
EntenteTimescale entente_timescale_mix (const EntenteTimescale *from,
                                        const EntenteTimescale *to,
                                        double t);
gboolean entente_timescale_equal (const EntenteTimescale *a, const EntenteTimescale *b);

/* For a slider: 0 shows all of @extent (with room), 1 shows an hour or the finest that makes sense
 * for it. */
double entente_timescale_get_zoom (const EntenteTimescale *scale, EntenteSpan extent);
/* About the middle of the view, or about @x. */
EntenteTimescale entente_timescale_set_zoom (const EntenteTimescale *scale,
                                             EntenteSpan extent,
                                             double zoom,
                                             double x);

G_END_DECLS
