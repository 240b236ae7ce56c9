/* What setting and painting of pages share; nobody else includes this. */
#pragma once

#include "entente-figure.h"
#include "entente-pages.h"

G_BEGIN_DECLS

/* Columns of an entry, in points from the left margin. */
#define ENTENTE_COLUMN_DATE 17.0
#define ENTENTE_COLUMN_GLYPH 118.0
#define ENTENTE_COLUMN_TITLE 130.0
#define ENTENTE_COLUMN_NOTE 20.0
#define ENTENTE_HEAD_PT 24.0 /* running head with its rule */
#define ENTENTE_FOOT_PT 18.0
#define ENTENTE_ENTRY_PAD 4.5
#define ENTENTE_HEADING_GAP 6.0 /* above a heading, besides */

typedef enum {
  ENTENTE_ITEM_LEAD, /* headline, filter, counts */
  ENTENTE_ITEM_FIGURE,
  ENTENTE_ITEM_BLOCK, /* blocks[index] */
  ENTENTE_ITEM_TABLE_HEAD, /* heads of the table blocks[index], again on each page */
  ENTENTE_ITEM_ROW, /* row first_line of the table blocks[index] */
  ENTENTE_ITEM_SOURCE, /* heading of the notes */
  ENTENTE_ITEM_NOTE, /* lines of notes[index] */
} EntenteItemType;

typedef struct {
  EntenteItemType type;
  guint index;
  double y; /* from the top of the paper */
  double height;
  guint first_line, n_lines; /* of NOTE; the row of ROW */
} EntenteItem;

typedef struct {
  GArray *items; /* EntenteItem */
  double rule_y; /* rule above the notes, 0 for none */
} EntentePage;

struct _EntentePages {
  EntenteDocument *document;
  EntentePageStyle style;
  PangoContext *context;
  EntenteFigure *figure; /* or NULL */
  GPtrArray *pages; /* EntentePage */
};

#define ENTENTE_ROW_PAD 3.0

/* Layouts of one entry; free with entente_entry_layouts_clear(). */
typedef struct {
  PangoLayout *number, *when, *told, *title, *facts, *summary; /* told and summary may be NULL */
} EntenteEntryLayouts;

/* Type of HEADING, SUBHEADING and TEXT. */
EntenteType entente_pages_get_text_type (EntenteBlockType type);
double entente_pages_get_width (const EntentePages *pages);
void entente_entry_layouts_init (EntenteEntryLayouts *layouts,
                                 const EntentePages *pages,
                                 const EntenteEntry *entry);
void entente_entry_layouts_clear (EntenteEntryLayouts *layouts);
double entente_entry_layouts_get_height (const EntenteEntryLayouts *layouts);
/* Layouts of the other items; the caller unrefs. */
PangoLayout *entente_pages_make_note (const EntentePages *pages, guint index);
PangoLayout *entente_pages_make_text (const EntentePages *pages,
                                      EntenteType type,
                                      const char *text);
/* Text with the number of its note raised behind it. */
PangoLayout *entente_pages_make_noted (const EntentePages *pages,
                                       EntenteType type,
                                       const char *text,
                                       guint note,
                                       double width);
/* Height of a row of a table, of its heads with @row G_MAXUINT; and painting of it. */
double entente_pages_get_row_height (const EntentePages *pages,
                                     const EntenteTable *table,
                                     guint row);
void entente_pages_paint_row (const EntentePages *pages,
                              const EntenteTable *table,
                              const EntenteItem *item,
                              cairo_t *cr);
/* What painters share. Between the two stands what mentions the note: where it leads back to when
 * it is the first, and a link to it. Nothing when @note is 0. */
void entente_pages_begin_mark (cairo_t *cr, guint note, gboolean is_first);
void entente_pages_end_mark (cairo_t *cr, guint note, gboolean is_first);
void entente_pages_paint_layout (cairo_t *cr,
                                 PangoLayout *layout,
                                 EntenteType type,
                                 double x,
                                 double y);
void entente_pages_paint_rule (cairo_t *cr,
                               double x,
                               double y,
                               double width,
                               double line,
                               double level);
/* Counts and imprint with the counts in bold. */
PangoLayout *entente_pages_make_counts (const EntentePages *pages);

G_END_DECLS
