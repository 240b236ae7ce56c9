/* EntenteRelationsPicture: who moved towards whom as a matrix or a network, and how often when as
 * small multiples on one axis.
 *
 * The same picture is on the screen, on paper and in files. Lengths are in pixels at a scale of 1.
 * The same input gives the same picture. Made and painted on one thread at a time.
 */
#pragma once

#include "entente-drawing.h"
#include "entente-matrix.h"
#include "entente-network.h"
#include "entente-relations-figures.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_RELATIONS_MATRIX,
  ENTENTE_RELATIONS_NETWORK,
  ENTENTE_RELATIONS_ACTIVITY,
  ENTENTE_N_RELATIONS_FORMS
} EntenteRelationsForm;

typedef enum {
  ENTENTE_RELATIONS_LIGHT,
  ENTENTE_RELATIONS_DARK,
  ENTENTE_RELATIONS_BLACK, /* no colour, for paper */
} EntenteRelationsStyle;

/* Strings are copied; references are taken. */
typedef struct {
  EntenteRelationsFigures *figures;
  EntenteRelationsForm form;
  EntentePartyOrder order; /* of the matrix and the activity */
  guint max; /* parties, 0: as many as make sense */
  double
    width_px; /* of the whole picture, which many parties may exceed; 0: ENTENTE_RELATIONS_WIDTH */
  double height_px; /* the same, that a network fills; 0: as high as it needs */
  EntenteRelationsStyle style;
  gboolean transparent; /* nothing behind */
  gboolean captioned; /* says below what it shows, and of which study */
  const char *study, *filter; /* title; a sentence */
  gint64 version;
  gint64 made_time; /* seconds since 1970 UTC */
} EntenteRelationsPictureOptions;

#define ENTENTE_RELATIONS_WIDTH 1200.0

typedef struct _EntenteRelationsPicture EntenteRelationsPicture;

/* "matrix", "network", "activity". */
const char *entente_relations_form_get_nick (EntenteRelationsForm form);

/* Made now, or at SOURCE_DATE_EPOCH when that is set. */
void entente_relations_picture_options_init (EntenteRelationsPictureOptions *options);
EntenteRelationsPicture *entente_relations_picture_new (
  const EntenteRelationsPictureOptions *options);
void entente_relations_picture_free (EntenteRelationsPicture *picture);
double entente_relations_picture_get_width (const EntenteRelationsPicture *picture);
double entente_relations_picture_get_height (const EntenteRelationsPicture *picture);
/* Parties shown, indexes of actors in order; borrowed. */
const guint32 *entente_relations_picture_get_actors (const EntenteRelationsPicture *picture,
                                                     guint *n);
/* Places in it, for pointer and keyboard: cells of the matrix; one column of arrows, the strongest
 * first; one column of rows of the activity. */
void entente_relations_picture_get_size (const EntenteRelationsPicture *picture,
                                         guint *n_rows,
                                         guint *n_columns);
/* FALSE where there is none. */
gboolean entente_relations_picture_find_place (const EntenteRelationsPicture *picture,
                                               double x,
                                               double y,
                                               guint *row,
                                               guint *column);
/* Whose place it is; @to ENTENTE_NO_INDEX: one party alone. */
void entente_relations_picture_get_pair (const EntenteRelationsPicture *picture,
                                         guint row,
                                         guint column,
                                         guint32 *from,
                                         guint32 *to);
/* FALSE when the pair has no place. */
gboolean entente_relations_picture_find_pair (const EntenteRelationsPicture *picture,
                                              guint32 from,
                                              guint32 to,
                                              guint *row,
                                              guint *column);
EntenteNetworkBox entente_relations_picture_get_box (const EntenteRelationsPicture *picture,
                                                     guint row,
                                                     guint column);
/* A sentence: "Taliban towards United States: 12 moves, 8 cooperative, 3 conflictual, 1 other".
 * Free. */
char *entente_relations_picture_describe_place (const EntenteRelationsPicture *picture,
                                                guint row,
                                                guint column);
/* "24 of 214 actors. 1,310 of 1,524 moves go from one to another." Free. */
char *entente_relations_picture_describe (const EntenteRelationsPicture *picture);
/* The caption as one text. Free. */
char *entente_relations_picture_dup_caption (const EntenteRelationsPicture *picture);
void entente_relations_picture_paint (EntenteRelationsPicture *picture, EntenteCanvas *canvas);
/* What stays in sight while the rest scrolls: names of columns, or the axis, above; names of rows
 * to the left. Both stand where they do in the whole, on an opaque ground, from its corner on; 0
 * wide or high where there is none. */
double entente_relations_picture_get_head (const EntenteRelationsPicture *picture);
double entente_relations_picture_get_side (const EntenteRelationsPicture *picture);
void entente_relations_picture_paint_head (EntenteRelationsPicture *picture, EntenteCanvas *canvas);
void entente_relations_picture_paint_side (EntenteRelationsPicture *picture, EntenteCanvas *canvas);
/* For files and printers; borrows @caption. */
EntenteDrawing entente_relations_picture_get_drawing (EntenteRelationsPicture *picture,
                                                      const char *caption);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRelationsPicture, entente_relations_picture_free)

G_END_DECLS
