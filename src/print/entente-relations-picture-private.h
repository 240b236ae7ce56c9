/* The inside of an EntenteRelationsPicture, shared by its parts entente-relations-picture-*.c. */
#pragma once

#include "entente-canvas-text.h"
#include "entente-palette.h"
#include "entente-relations-picture.h"

G_BEGIN_DECLS

#define ENTENTE_RELATIONS_MARGIN 16.0
#define ENTENTE_RELATIONS_SWATCH 4.0 /* width */
#define ENTENTE_RELATIONS_NAME_X 14.0

/* Colours of everything but the data. */
typedef struct {
  EntenteShade ground, ground_odd, text, dim, line, grid, own;
} EntenteRelationsColours;

struct _EntenteRelationsPicture {
  EntenteRelationsPictureOptions options; /* with copies */
  PangoContext *context;
  const EntenteRelationsColours *colours;
  GArray *actors; /* guint32, shown */
  EntenteMatrix matrix; /* where that is the form */
  EntenteNetwork *network; /* or NULL */
  double width, height; /* of what is between the margins, without notes */
  double notes_height;
};

/* Sizes of the activity. */
#define ENTENTE_RELATIONS_AXIS 40.0
#define ENTENTE_RELATIONS_ROW 60.0

/* The colour of a party, whatever the date. */
EntenteShade entente_relations_picture_get_shade (const EntenteRelationsPicture *picture,
                                                  guint32 actor);
EntenteShade entente_relations_picture_fade (EntenteShade shade, double alpha);
const char *entente_relations_picture_get_name (const EntenteRelationsPicture *picture,
                                                guint32 actor);
/* "12 made · 9 received". Free. */
char *entente_relations_picture_format_party (const EntenteRelationsPicture *picture,
                                              guint32 actor);
/* How wide the names and what stands below them are. Array of double; the caller's. */
GArray *entente_relations_picture_measure_names (const EntenteRelationsPicture *picture,
                                                 const guint32 *actors,
                                                 guint n);
/* Colour, name and @below in the first column of a row; @below may be NULL. */
void entente_relations_picture_paint_name (EntenteRelationsPicture *picture,
                                           EntenteCanvas *canvas,
                                           guint32 actor,
                                           const char *below,
                                           double y,
                                           double height,
                                           double width);
/* A bar split into cooperative (full), other (pale) and conflictual (striped). */
void entente_relations_picture_paint_split (EntenteRelationsPicture *picture,
                                            EntenteCanvas *canvas,
                                            const guint counts[ENTENTE_N_TENORS],
                                            const EntenteNetworkBox *box,
                                            const EntenteShade *shade);

/* entente-relations-picture-matrix.c, -network.c, -activity.c: from the corner between the margins.
 */
void entente_relations_picture_lay_out_matrix (EntenteRelationsPicture *picture, double width);
void entente_relations_picture_paint_matrix (EntenteRelationsPicture *picture,
                                             EntenteCanvas *canvas);
void entente_relations_picture_paint_matrix_head (EntenteRelationsPicture *picture,
                                                  EntenteCanvas *canvas);
void entente_relations_picture_paint_matrix_side (EntenteRelationsPicture *picture,
                                                  EntenteCanvas *canvas);
/* At least as high as it needs. */
void entente_relations_picture_lay_out_network (EntenteRelationsPicture *picture,
                                                double width,
                                                double height);
void entente_relations_picture_paint_network (EntenteRelationsPicture *picture,
                                              EntenteCanvas *canvas);
void entente_relations_picture_lay_out_activity (EntenteRelationsPicture *picture, double width);
void entente_relations_picture_paint_activity (EntenteRelationsPicture *picture,
                                               EntenteCanvas *canvas);
void entente_relations_picture_paint_activity_head (EntenteRelationsPicture *picture,
                                                    EntenteCanvas *canvas);

/* "China: 1,204 made", and when most, for who cannot see. Free. */
char *entente_relations_picture_describe_activity (const EntenteRelationsPicture *picture,
                                                   guint32 actor);

/* entente-relations-picture-places.c: left edge of what is between the margins; the network stands
 * in the middle. */
double entente_relations_picture_get_left (const EntenteRelationsPicture *picture);

/* entente-relations-picture-notes.c: legend and caption; returns their height. @canvas NULL:
 * measures only. */
double entente_relations_picture_paint_notes (EntenteRelationsPicture *picture,
                                              EntenteCanvas *canvas);

G_END_DECLS
