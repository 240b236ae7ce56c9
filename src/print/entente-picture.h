/* EntentePicture: what a timeline shows, as a figure that stands alone: axis, eras, lanes, undated
 * moves, a legend of the shapes used, and a caption that says of which study, under which filter,
 * how many of how many.
 *
 * The scene is that of the screen; titles are read once through a source. Lengths are in pixels of
 * the screen at a scale of 1. Writers hand their bytes to a function of the caller's: this layer
 * opens no file. The same input gives the same bytes. Made, laid out and painted on one thread at a
 * time.
 */
#pragma once

#include "entente-canvas.h"
#include "entente-event.h"
#include "entente-scene.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define ENTENTE_PICTURE_WIDTH 1400.0
#define ENTENTE_PICTURE_WIDTH_MIN 480.0
#define ENTENTE_PICTURE_WIDTH_MAX 20000.0
#define ENTENTE_PICTURE_SCALE_MAX 8.0

typedef struct {
  /* Titles of @n events, NULL where one has none; an array of n strings, all of them the caller's.
   * NULL on error. */
  char **(*read_titles) (gpointer data, const EntenteId *events, guint n, GError **error);
  /* The record of an event whose date has readings or a plan; may be NULL as a function. */
  EntenteEvent *(*read_event) (gpointer data, EntenteId event, GError **error);
  gpointer data;
} EntentePictureSource;

/* Strings and arrays are copied; references are taken. */
typedef struct {
  EntenteChronicle *chronicle;
  EntenteBitset *rows; /* events shown */
  EntentePositions *positions; /* shown in the lanes of their actors; NULL: none */
  EntentePictureSource source;
  gboolean has_span;
  EntenteSpan span; /* shown from edge to edge, an open end as far as there is something; otherwise
                       everything with a little room */
  double width_px; /* of the whole picture, 0: ENTENTE_PICTURE_WIDTH */
  gboolean black; /* fill and outline only, no colour */
  gboolean transparent; /* nothing behind */
  EntenteSceneLinks links;
  const EntenteId *selection; /* its thread is drawn strong, titles first */
  guint n_selection;
  const char *lanes; /* an EntenteLaneChoice as text; NULL: those of actors */
  EntenteId article; /* whose publication is marked; ENTENTE_ID_NONE: the only article there is */
  guint shelf_days;
  const char *study; /* title */
  const char *filter; /* as a sentence */
  const char *remark; /* a further sentence of the caption, or NULL */
  gint64 version; /* of the data */
  gint64 made_time; /* seconds since 1970 UTC */
  void (*progress) (double fraction, gpointer data); /* on the calling thread; may be NULL */
  gpointer progress_data;
} EntentePictureOptions;

typedef struct _EntentePicture EntentePicture;

/* Everything shown, made now, or at SOURCE_DATE_EPOCH when that is set. */
void entente_picture_options_init (EntentePictureOptions *options);
/* @rows without what nobody else shall see; @remark (which may be NULL) receives a sentence on how
 * much that is, or NULL. */
EntenteBitset *entente_picture_leave_out_private (const EntenteChronicle *chronicle,
                                                  const EntenteBitset *rows,
                                                  char **remark);
/* NULL with an error when a record cannot be read or when cancelled. */
EntentePicture *entente_picture_new (const EntentePictureOptions *options,
                                     GCancellable *cancellable,
                                     GError **error);
void entente_picture_free (EntentePicture *picture);
double entente_picture_get_width (const EntentePicture *picture);
double entente_picture_get_height (const EntentePicture *picture);
const EntenteScene *entente_picture_get_scene (const EntentePicture *picture);
/* The caption as one text. Free. */
char *entente_picture_dup_caption (const EntentePicture *picture);
void entente_picture_paint (EntentePicture *picture, EntenteCanvas *canvas);
/* "Version 41 of the study, drawn with Entente on 14 March 2019.", for other pictures too. Free. */
char *entente_picture_format_imprint (gint64 study_version, gint64 made_time);

/* SVG with one text element for each label; @scale is told as its size. */
gboolean entente_picture_write_svg (EntentePicture *picture,
                                    double scale,
                                    cairo_write_func_t write,
                                    gpointer closure,
                                    GError **error);
/* PNG of @scale pixels for each pixel; 96 times @scale dots an inch are told in the file. */
gboolean entente_picture_write_png (EntentePicture *picture,
                                    double scale,
                                    cairo_write_func_t write,
                                    gpointer closure,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePicture, entente_picture_free)

G_END_DECLS
