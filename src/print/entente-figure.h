/* EntenteFigure: the timeline of a summary on paper, from the same scene as on the screen, in black
 * ink.
 *
 * Titles are the numbers of the entries. Made and painted on one thread.
 */
#pragma once

#include "entente-document.h"
#include "entente-page-style.h"
#include <cairo.h>

G_BEGIN_DECLS

typedef struct _EntenteFigure EntenteFigure;

/* Actors whose lanes would make it higher than @max_height_pt share the lane of the others; only
 * three lanes and that one are never given up. */
EntenteFigure *entente_figure_new (const EntenteDocument *document,
                                   const EntentePageStyle *style,
                                   PangoContext *context,
                                   double width_pt,
                                   double max_height_pt);
void entente_figure_free (EntenteFigure *figure);
double entente_figure_get_height (const EntenteFigure *figure);
/* Paints at the origin of @cr. */
void entente_figure_paint (const EntenteFigure *figure, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteFigure, entente_figure_free)

G_END_DECLS
