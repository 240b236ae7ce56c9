/* What setting and painting of pages share; nobody else includes this.
 *
 * Places are told from the start of the page, where reading begins: from its left edge, or from its
 * right one on pages from right to left. Only painting knows which (entente_pages_mirror).
 */
#pragma once

#include "entente-figure.h"
#include "entente-pages.h"

G_BEGIN_DECLS

#define ENTENTE_HEAD_PT 24.0 /* running head with its rule, at the usual size of type */
#define ENTENTE_ENTRY_PAD 4.5
#define ENTENTE_ROW_PAD 3.0
#define ENTENTE_HEADING_GAP 6.0 /* above a heading, besides */
#define ENTENTE_PART_GAP 1.5 /* between the parts of an entry */
#define ENTENTE_FOOT_LINES 3 /* of the filter at the foot; what is longer is cut */

typedef enum {
  ENTENTE_ITEM_LEAD, /* headline, filter, counts */
  ENTENTE_ITEM_FIGURE,
  ENTENTE_ITEM_BLOCK, /* blocks[index], with so many lines of its body as stand here */
  ENTENTE_ITEM_BODY, /* further lines of the body of blocks[index] */
  ENTENTE_ITEM_TABLE_HEAD, /* heads of the table blocks[index], again in each column */
  ENTENTE_ITEM_ROW, /* lines of a row of the table blocks[index] */
  ENTENTE_ITEM_SOURCE, /* heading of the notes */
  ENTENTE_ITEM_NOTE, /* lines of notes[index] */
} EntenteItemType;

typedef struct {
  EntenteItemType type;
  guint index;
  guint column; /* of the page */
  double y; /* from the top of the paper */
  double height;
  guint first_line, n_lines; /* of body, row and notes */
  guint row; /* of ROW */
} EntenteItem;

#define ENTENTE_MAX_COLUMNS 2
#define ENTENTE_ALL_LINES (G_MAXUINT / 2) /* of a row: however many there are */

typedef struct {
  GArray *items; /* EntenteItem */
  double rule_y[ENTENTE_MAX_COLUMNS]; /* rule above the notes of a column, 0 for none */
} EntentePage;

/* Where the parts of entries and notes begin, in points from the start of their column; as wide as
 * the numbers of the document need. */
typedef struct {
  double date; /* number before it */
  double glyph; /* its middle */
  double title;
  double note; /* number of a note before it */
  double digit; /* width of one in a table */
  gboolean stacked; /* no room for a title beside the date: it stands below */
} EntenteMeasures;

struct _EntentePages {
  EntenteDocument *document;
  EntentePageStyle style;
  PangoContext *context;
  PangoContext *figure_context; /* time runs from left to right on any page */
  EntenteFigure *figure; /* or NULL */
  GPtrArray *pages; /* EntentePage */
  guint n_columns;
  double column_pt; /* width of one */
  double head_pt, foot_pt; /* heights of what stands on every page */
  EntenteMeasures measures;
  void (*progress) (guint done, guint total, gpointer data); /* of writing; or NULL */
  gpointer progress_data;
};

/* Layouts of one entry; free with entente_entry_layouts_clear(). */
typedef struct {
  PangoLayout *number, *when, *told, *title, *body; /* told may be NULL */
} EntenteEntryLayouts;

/* Fills in what follows from document and style. */
void entente_pages_measure (EntentePages *pages);
/* Type of HEADING, SUBHEADING and TEXT. */
EntenteType entente_pages_get_text_type (EntenteBlockType type);
/* Between the margins. */
double entente_pages_get_width (const EntentePages *pages);
/* Height of the top margin with the running head. */
double entente_pages_get_top (const EntentePages *pages);
double entente_pages_get_bottom (const EntentePages *pages);
/* Lengths that grow with the size of type: @length is for the usual one. */
double entente_pages_scale (const EntentePages *pages, double length);
void entente_entry_layouts_init (EntenteEntryLayouts *layouts,
                                 const EntentePages *pages,
                                 const EntenteEntry *entry);
void entente_entry_layouts_clear (EntenteEntryLayouts *layouts);
/* With @n_lines of its body. */
double entente_entry_layouts_get_height (const EntenteEntryLayouts *layouts,
                                         const EntentePages *pages,
                                         guint n_lines);
/* From the top of the entry to its body. */
double entente_entry_layouts_get_body (const EntenteEntryLayouts *layouts,
                                       const EntentePages *pages);
/* Layouts of the other items; the caller unrefs. */
PangoLayout *entente_pages_make_note (const EntentePages *pages, guint index);
PangoLayout *entente_pages_make_source (const EntentePages *pages);
/* As wide as the page. */
PangoLayout *entente_pages_make_text (const EntentePages *pages,
                                      EntenteType type,
                                      const char *text);
/* HEADING, SUBHEADING or TEXT, as wide as a column. */
PangoLayout *entente_pages_make_block (const EntentePages *pages, const EntenteBlock *block);
/* Filter and counts at the foot. */
PangoLayout *entente_pages_make_foot (const EntentePages *pages);
/* Text with the number of its note raised behind it; @is_whole: however many lines it has. */
PangoLayout *entente_pages_make_noted (const EntentePages *pages,
                                       EntenteType type,
                                       const char *text,
                                       guint note,
                                       double width,
                                       gboolean is_whole);
/* Counts and imprint with the counts in bold. */
PangoLayout *entente_pages_make_counts (const EntentePages *pages);
/* Height of @n lines of a layout. */
double entente_layout_get_lines_height (PangoLayout *layout, guint first, guint n);
guint entente_layout_get_n_lines (PangoLayout *layout);
/* How many lines from @first on may stand in @room, without leaving one of them alone here or
 * there. */
guint entente_layout_fit_lines (PangoLayout *layout, guint first, double room);
/* Height of the fewest lines with which it may begin. */
double entente_layout_get_beginning (PangoLayout *layout);

/* Height of lines of a row of a table, of its heads with @row G_MAXUINT; and painting of them. */
double entente_pages_get_row_height (const EntentePages *pages,
                                     const EntenteTable *table,
                                     guint row,
                                     guint first_line,
                                     guint n_lines);
/* The cell with most lines. The caller's. */
PangoLayout *entente_pages_make_longest_cell (const EntentePages *pages,
                                              const EntenteTable *table,
                                              guint row);
void entente_pages_paint_row (const EntentePages *pages,
                              const EntenteTable *table,
                              const EntenteItem *item,
                              cairo_t *cr);

/* ---- what painters share ---- */

/* Start of a column, from the start of the page. */
double entente_pages_get_column_x (const EntentePages *pages, guint column);
/* From the left edge of the paper, of what is @width wide and begins at @x from the start. */
double entente_pages_mirror (const EntentePages *pages, double x, double width);
/* Between the two stands what mentions the note: where it leads back to when it is the first, and a
 * link to it. Nothing when @note is 0. */
void entente_pages_begin_mark (cairo_t *cr, guint note, gboolean is_first);
void entente_pages_end_mark (cairo_t *cr, guint note, gboolean is_first);
void entente_pages_paint_layout (const EntentePages *pages,
                                 cairo_t *cr,
                                 PangoLayout *layout,
                                 EntenteType type,
                                 double x,
                                 double y);
void entente_pages_paint_lines (const EntentePages *pages,
                                cairo_t *cr,
                                PangoLayout *layout,
                                EntenteType type,
                                double x,
                                double y,
                                guint first_line,
                                guint n_lines);
void entente_pages_paint_rule (const EntentePages *pages,
                               cairo_t *cr,
                               double x,
                               double y,
                               double width,
                               double line,
                               double level);

G_END_DECLS
