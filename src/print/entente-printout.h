/* EntentePrintout: sheets of paper ready to be seen and printed, whatever is on them: the pages of
 * a summary, or a poster.
 *
 * Reference counted; made in any thread, painted on one thread at a time. Lengths in points.
 */
#pragma once

#include "entente-pages.h"
#include "entente-poster.h"

G_BEGIN_DECLS

typedef struct _EntentePrintout EntentePrintout;

/* Takes a reference. */
EntentePrintout *entente_printout_new_pages (EntentePages *pages);
/* Takes both over; @poster is one of @picture. */
EntentePrintout *entente_printout_new_poster (EntentePicture *picture, EntentePoster *poster);
EntentePrintout *entente_printout_ref (EntentePrintout *printout);
void entente_printout_unref (EntentePrintout *printout);

guint entente_printout_get_n (const EntentePrintout *printout);
void entente_printout_get_size (const EntentePrintout *printout,
                                double *width_pt,
                                double *height_pt);
/* NULL for a poster. */
EntentePages *entente_printout_get_pages (const EntentePrintout *printout);
/* NULL for pages. */
const EntentePoster *entente_printout_get_poster (const EntentePrintout *printout);
/* Title of the study; and what it is, in words: "Chronology". */
const char *entente_printout_get_study (const EntentePrintout *printout);
const char *entente_printout_get_label (const EntentePrintout *printout);
/* Paints a sheet, from 0; one unit of @cr is a point, the origin is the corner of the paper. */
void entente_printout_paint (EntentePrintout *printout, guint sheet, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePrintout, entente_printout_unref)

G_END_DECLS
