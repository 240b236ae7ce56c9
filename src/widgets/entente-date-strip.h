/* EntenteDateStrip: one date drawn as on the timeline, in a strip of its own: what was told, and
 * what bounds leave of it. Main thread. */
#pragma once

#include "entente-date.h"
#include "entente-glyph.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_DATE_STRIP (entente_date_strip_get_type ())
G_DECLARE_FINAL_TYPE (EntenteDateStrip, entente_date_strip, ENTENTE, DATE_STRIP, GtkWidget)

GtkWidget *entente_date_strip_new (void);
/* NULL, or a date without any bound, hides the strip. The colour is the CSS colour of the widget.
 */
void entente_date_strip_set_date (EntenteDateStrip *strip, const EntenteDate *date);
/* The glyph that stands on the date; NULL: a plain dot. */
void entente_date_strip_set_glyph (EntenteDateStrip *strip, const EntenteGlyph *glyph);

G_END_DECLS
