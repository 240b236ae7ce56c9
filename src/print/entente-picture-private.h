/* The inside of an EntentePicture, shared by its parts entente-picture-*.c and by the poster, which
 * paints it in pieces. */
#pragma once

#include "entente-lanes.h"
#include "entente-page-style.h"
#include "entente-palette.h"
#include "entente-picture.h"
#include "entente-ticks.h"

G_BEGIN_DECLS

/* Sizes in pixels. */
#define ENTENTE_PICTURE_MARGIN 16.0
#define ENTENTE_PICTURE_AXIS 39.0
#define ENTENTE_PICTURE_ERA 21.0
#define ENTENTE_PICTURE_FIT_MARGIN 28.0

/* Colours of everything but the data. */
typedef struct {
  EntenteShade ground, ground_odd, text, dim, line, grid, grid_fine, chip, chip_line, era,
    era_short, pill, pill_text;
} EntentePictureColours;

struct _EntentePicture {
  EntentePictureOptions options; /* with copies */
  PangoContext *context;
  const EntentePictureColours *colours;
  EntenteLaneChoice *choice;
  EntenteLaneIndex *index;
  EntenteLanes *lanes;
  EntenteScene *scene;
  EntenteTicks *ticks;
  EntenteSpan extent; /* of what is shown */
  gint64 published, today; /* civil seconds; ENTENTE_TIME_MIN: unknown */
  double names_px; /* column of lane names */
  double notes_px; /* width of what stands below the lanes */
  double notes_height;
  double fill_px; /* lanes of density grow to fill it, 0: natural height */
  GHashTable *titles; /* row -> char * */
  GHashTable *details; /* row -> EntenteSceneDetail */
  GArray *wanted_titles, *wanted_details; /* guint32 rows asked for and not known */
};

/* What of the lanes is painted, in their pixels. */
typedef struct {
  double x, y, width, height;
} EntentePictureWindow;

/* Lays out anew: lanes @lanes_px wide, notes @notes_px wide, at most @max_lanes lanes (0: as on the
 * screen). Reads what is not yet known. */
gboolean entente_picture_lay_out (EntentePicture *picture,
                                  double lanes_px,
                                  double notes_px,
                                  guint max_lanes,
                                  GCancellable *cancellable,
                                  GError **error);
double entente_picture_get_head (const EntentePicture *picture); /* height of axis and eras */
/* Names, axis, eras and a piece of the lanes, from the origin. */
void entente_picture_paint_window (EntentePicture *picture,
                                   EntenteCanvas *canvas,
                                   const EntentePictureWindow *window);

/* entente-picture-head.c: axis and eras of a window; names of its lanes. The origin is the corner
 * of both. */
void entente_picture_paint_head (EntentePicture *picture,
                                 EntenteCanvas *canvas,
                                 const EntentePictureWindow *window);
void entente_picture_paint_names (EntentePicture *picture,
                                  EntenteCanvas *canvas,
                                  const EntentePictureWindow *window);

/* entente-picture-lanes.c: lanes with all that is in them; the origin is their corner. */
void entente_picture_paint_lanes (EntentePicture *picture,
                                  EntenteCanvas *canvas,
                                  const EntentePictureWindow *window);
EntenteShade entente_picture_get_shade (const EntentePicture *picture, guint32 body, guint hue);

/* entente-picture-eras.c: in their band, whose corner is the origin; and behind the lanes, in
 * theirs. */
void entente_picture_paint_eras (EntentePicture *picture, EntenteCanvas *canvas);
void entente_picture_paint_eras_behind (EntentePicture *picture, EntenteCanvas *canvas);

/* entente-picture-lines.c: of publication and today; through the lanes, through the eras, for the
 * legend (at most two). */
void entente_picture_paint_lines (EntentePicture *picture,
                                  EntenteCanvas *canvas,
                                  const EntentePictureWindow *window);
void entente_picture_paint_line_heads (EntentePicture *picture, EntenteCanvas *canvas);
guint entente_picture_get_line_labels (const EntentePicture *picture, const char *labels[2]);
void entente_picture_paint_line_sample (EntentePicture *picture,
                                        EntenteCanvas *canvas,
                                        guint at,
                                        double x,
                                        double y);

/* entente-picture-positions.c: flags of positions, in the lanes; and which kinds (1 <<
 * EntentePositionKind) there are. */
void entente_picture_paint_positions (EntentePicture *picture, EntenteCanvas *canvas);
guint entente_picture_get_position_kinds (const EntentePicture *picture);

/* entente-picture-context.c: turning points: through the lanes, in the band of eras; and rounds
 * behind the lanes. */
void entente_picture_paint_rules (EntentePicture *picture,
                                  EntenteCanvas *canvas,
                                  const EntentePictureWindow *window);
void entente_picture_paint_flags (EntentePicture *picture, EntenteCanvas *canvas);
void entente_picture_paint_rounds (EntentePicture *picture, EntenteCanvas *canvas);
/* For the legend: 8 and 16 px wide, from @x, middle at @y. */
void entente_picture_paint_turn_sample (EntentePicture *picture,
                                        EntenteCanvas *canvas,
                                        double x,
                                        double y);
void entente_picture_paint_round_sample (EntentePicture *picture,
                                         EntenteCanvas *canvas,
                                         double x,
                                         double y);

/* entente-picture-bands.c */
void entente_picture_paint_band (EntentePicture *picture,
                                 EntenteCanvas *canvas,
                                 const EntenteSceneBand *band,
                                 const EntenteShade *shade);

/* entente-picture-notes.c: undated moves, legend, caption; returns their height. @canvas NULL:
 * measures only. */
double entente_picture_paint_notes (EntentePicture *picture, EntenteCanvas *canvas);

/* entente-picture-caption.c: the caption alone, below @top; returns its bottom. */
double entente_picture_paint_caption (EntentePicture *picture, EntenteCanvas *canvas, double top);

/* entente-picture-text.c */
PangoLayout *entente_picture_make_layout (const EntentePicture *picture,
                                          EntenteType type,
                                          const char *text);
double entente_picture_measure (const EntentePicture *picture, EntenteType type, const char *text);
EntenteType entente_picture_get_type_of (EntenteLabelStyle style);
/* An EntenteMeasure; @picture is an EntentePicture. */
double entente_picture_measure_label (EntenteLabelStyle style, const char *text, gpointer picture);
/* @text, cut with an ellipsis to @width. Free. */
char *entente_picture_fit (const EntentePicture *picture,
                           EntenteType type,
                           const char *text,
                           double width);
/* Left edge at @x, middle at @y, at most @width wide (0: any). */
void entente_picture_paint_text (const EntentePicture *picture,
                                 EntenteCanvas *canvas,
                                 EntenteType type,
                                 const char *text,
                                 double x,
                                 double y,
                                 double width,
                                 const EntenteShade *shade);
/* @text in lines of at most @width; array of strings. */
GPtrArray *entente_picture_break_lines (const EntentePicture *picture,
                                        EntenteType type,
                                        const char *text,
                                        double width);

G_END_DECLS
