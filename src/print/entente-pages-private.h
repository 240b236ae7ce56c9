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

typedef enum {
  ENTENTE_ITEM_LEAD, /* headline, filter, counts */
  ENTENTE_ITEM_FIGURE,
  ENTENTE_ITEM_BLOCK, /* blocks[index] */
  ENTENTE_ITEM_SOURCE, /* heading of the notes */
  ENTENTE_ITEM_NOTE, /* lines of notes[index] */
} EntenteItemType;

typedef struct {
  EntenteItemType type;
  guint index;
  double y; /* from the top of the paper */
  double height;
  guint first_line, n_lines; /* of NOTE and of a block of text */
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

/* Layouts of one entry; free with entente_entry_layouts_clear(). */
typedef struct {
  PangoLayout *number, *when, *told, *title, *facts, *summary; /* told and summary may be NULL */
} EntenteEntryLayouts;

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
/* Counts and imprint with the counts in bold. */
PangoLayout *entente_pages_make_counts (const EntentePages *pages);

G_END_DECLS
