/* EntentePoster: a picture on paper: on one sheet, or over many that are put together along match
 * lines.
 *
 * Sheets are named as squares of a map: letters for rows, numbers for columns, "A1" first. Each
 * repeats the names of lanes and the axis, overlaps its neighbours, and shows by broken lines where
 * they meet. Undated moves, legend and caption stand in the first column below the lanes, on a
 * sheet of their own where there is no room. Lengths are in points (1/72 inch). Takes the picture's
 * layout for itself; made and painted on one thread.
 */
#pragma once

#include "entente-page-style.h"
#include "entente-picture.h"

G_BEGIN_DECLS

#define ENTENTE_POSTER_ACROSS_MAX 50

typedef struct {
  EntentePaper paper;
  gboolean landscape;
  guint across; /* sheets side by side; 0: all on one sheet */
  guint down; /* sheets below each other; 0: as many as it takes */
  double scale; /* of type and shapes; at 1 a title is 9.4 points high. 0: 1. Of no account where
                   @down says how much room there is: there it is as large as fits */
} EntentePosterOptions;

typedef struct _EntentePoster EntentePoster;

/* Borrows @picture, which must live longer. NULL with an error when a record cannot be read or when
 * cancelled. */
EntentePoster *entente_poster_new (EntentePicture *picture,
                                   const EntentePosterOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);
void entente_poster_free (EntentePoster *poster);
guint entente_poster_get_n_sheets (const EntentePoster *poster);
guint entente_poster_get_n_across (const EntentePoster *poster);
EntentePaper entente_poster_get_paper (const EntentePoster *poster);
/* Size of each sheet; and the title of the study, "" where there is none. */
const EntentePageStyle *entente_poster_get_style (const EntentePoster *poster);
const char *entente_poster_get_study (const EntentePoster *poster);
/* One unit of @canvas is a point. */
void entente_poster_paint (EntentePoster *poster, guint sheet, EntenteCanvas *canvas);
/* One page a sheet. The same poster gives the same bytes. */
gboolean entente_poster_write_pdf (EntentePoster *poster,
                                   cairo_write_func_t write,
                                   gpointer closure,
                                   GCancellable *cancellable,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePoster, entente_poster_free)

G_END_DECLS
