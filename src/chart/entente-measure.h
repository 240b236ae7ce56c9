/* EntenteMeasure: how the geometry learns the width of a label without knowing a toolkit. The
 * widget answers from its cache of layouts, paper from Pango on its own surface. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_LABEL_TITLE,
  ENTENTE_LABEL_TITLE_STRONG, /* selected, pinned, or of the thread */
  ENTENTE_LABEL_PILL, /* days between two moves */
  ENTENTE_LABEL_BUNDLE, /* count in a bundle */
  ENTENTE_LABEL_AXIS_LARGE,
  ENTENTE_LABEL_AXIS_SMALL,
  ENTENTE_LABEL_ERA,
  ENTENTE_LABEL_CHIP, /* title of an undated move */
  ENTENTE_LABEL_CHIP_NOTE, /* its bounds in words */
  ENTENTE_N_LABEL_STYLES
} EntenteLabelStyle;

/* Width of @text in pixels (or points on paper). */
typedef double (*EntenteMeasure) (EntenteLabelStyle style, const char *text, gpointer data);

G_END_DECLS
