/* EntentePageStyle: paper and type of a printed summary. A plain value; lengths in points (1/72
 * inch). */
#pragma once

#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_PAPER_A4,
  ENTENTE_PAPER_LETTER,
  ENTENTE_N_PAPERS, /* of summaries; what follows is for posters */
  ENTENTE_PAPER_A3 = ENTENTE_N_PAPERS,
  ENTENTE_PAPER_A2,
  ENTENTE_PAPER_A1,
  ENTENTE_PAPER_A0,
  ENTENTE_PAPER_TABLOID,
  ENTENTE_N_POSTER_PAPERS
} EntentePaper;

typedef enum {
  ENTENTE_FACE_SANS, /* with notes in serif */
  ENTENTE_FACE_SERIF,
  ENTENTE_N_FACES
} EntenteFace;

/* What margins and sizes may be: there is room for some lines on any paper. */
#define ENTENTE_MARGIN_MIN_PT 14.0
#define ENTENTE_MARGIN_MAX_PT 142.0
#define ENTENTE_SIZE_MIN_PT 6.0
#define ENTENTE_SIZE_MAX_PT 16.0
#define ENTENTE_COLUMN_GAP_PT 18.0

typedef struct {
  double width_pt, height_pt;
  double margin_pt; /* all four sides */
  double base_size_pt; /* of titles of entries; everything else follows */
  EntenteFace face;
  guint n_columns; /* of text, 1 or 2; documents with tables have one */
  gboolean notes_at_foot; /* else all notes at the end */
  guint shelf_days; /* bounds of a move that the figure shows lie no further apart */
} EntentePageStyle;

void entente_page_style_init (EntentePageStyle *style, EntentePaper paper, gboolean landscape);
/* Nick ("a4") and name of a paper. */
const char *entente_paper_get_nick (EntentePaper paper);
const char *entente_paper_get_label (EntentePaper paper);

/* Nick ("serif") and name of a face. */
const char *entente_face_get_nick (EntenteFace face);
const char *entente_face_get_label (EntenteFace face);

/* The few kinds of type on a page. */
typedef enum {
  ENTENTE_TYPE_RUNNING, /* running head: study */
  ENTENTE_TYPE_PALE, /* running head: kind; foot */
  ENTENTE_TYPE_HEADLINE,
  ENTENTE_TYPE_LEAD, /* filter and counts */
  ENTENTE_TYPE_HEADING,
  ENTENTE_TYPE_STRONG, /* number, date and title of an entry */
  ENTENTE_TYPE_TOLD, /* words of the text */
  ENTENTE_TYPE_FACTS,
  ENTENTE_TYPE_NOTE,
  ENTENTE_TYPE_FIGURE, /* labels of the figure */
  ENTENTE_N_TYPES
} EntenteType;

/* Grey level of a type, 0 black. */
double entente_page_style_get_grey (EntenteType type);
/* A context whose unit is the point, for layouts of any page of this thread. */
PangoContext *entente_page_style_make_context (void);
/* A layout of @text in @type, @width_pt wide (negative: unbroken). */
PangoLayout *entente_page_style_make_layout (const EntentePageStyle *style,
                                             PangoContext *context,
                                             EntenteType type,
                                             const char *text,
                                             double width_pt);
/* Height of a layout in points. */
double entente_layout_get_height (PangoLayout *layout);
double entente_layout_get_width (PangoLayout *layout);

G_END_DECLS
