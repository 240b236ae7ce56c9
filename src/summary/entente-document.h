/* EntenteDocument: a summary as a document of plain values, before it is set on pages or written as
 * text.
 *
 * The same document goes to preview, printer, PDF, plain text, Markdown, HTML and ODT, so all of
 * them say the same. Made by entente_summary_build(); immutable afterwards; reference counted; safe
 * in any thread.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"
#include "entente-document-table.h"
#include "entente-glyph.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_BLOCK_FIGURE, /* the timeline of the events covered */
  ENTENTE_BLOCK_HEADING, /* text */
  ENTENTE_BLOCK_SUBHEADING, /* text */
  ENTENTE_BLOCK_TEXT, /* text */
  ENTENTE_BLOCK_ENTRY, /* one event */
  ENTENTE_BLOCK_TABLE, /* table */
  ENTENTE_BLOCK_DEFINITIONS, /* table of terms and what is said of them, without a head */
} EntenteBlockType;

typedef struct {
  guint number; /* in the document, from 1 */
  guint32 row; /* of the chronicle */
  EntenteId event;
  char *when; /* in words: "1–15 July 2018" */
  char *edtf; /* "" when undated */
  char *told; /* the wording, or NULL */
  char *bound; /* what else bounds the date ("footnote 3, 15 July 2018"), or NULL */
  EntenteGlyph glyph;
  char *title;
  char *facts; /* "United States to Taliban · report · confirmed · answers 2, at least 137 days
                  later" */
  char *summary; /* the scholar's own words, or NULL */
  guint note; /* number of its note, 0 for none */
  gboolean is_first; /* the first to mention its note */
} EntenteEntry;

typedef struct {
  EntenteBlockType type;
  char *text; /* of HEADING, SUBHEADING and TEXT */
  EntenteEntry *entry; /* of ENTRY */
  EntenteTable *table; /* of TABLE and DEFINITIONS */
} EntenteBlock;

typedef struct {
  guint number;
  char *text;
} EntenteNote;

typedef struct {
  char *study; /* title of the study */
  char *kind; /* "Chronology" */
  char *title; /* "Who moved, and who answered, in 2018" */
  char *filter; /* the filter as a sentence */
  char *counts; /* "15 of 18 events" */
  char *imprint; /* "1 article. Version 41 of the study, coded by R. K., printed 14 March 2019." */
  char *source; /* heading of the notes when all rest on one article; else NULL */
  char *edition; /* "version 41, coded by R. K., printed 14 March 2019": for each page */
  char *coder; /* or NULL */
  char *printed; /* day of printing, in words */
  gint64 printed_time; /* seconds since 1970 UTC */
  GPtrArray *blocks; /* EntenteBlock */
  GPtrArray *notes; /* EntenteNote, by number */
  EntenteChronicle *chronicle; /* for the figure and its glyphs */
  EntenteBitset *rows; /* events covered */
  gboolean rtl; /* set from right to left; each paragraph is in its own direction all the same */
  char *lanes; /* of the figure: an EntenteLaneChoice as text; NULL: those of actors */
  guint n_mentioned; /* notes mentioned by a block so far */
  guint n_undated; /* of these, moves for the end; numbered last, shown or not */
} EntenteDocument;

GType entente_document_get_type (void);
EntenteDocument *entente_document_ref (EntenteDocument *document);
void entente_document_unref (EntenteDocument *document);

/* Does the language of the user run from right to left? The catalogue says so; where there is none
 * for it, its name does. */
gboolean entente_document_language_is_rtl (void);
/* Is @text, by its first letter, written against the direction of the document? */
gboolean entente_document_is_against (const EntenteDocument *document, const char *text);

/* For builders: an empty document, in the direction of the user's language, and blocks and notes at
 * its end. Texts are taken over. */
EntenteDocument *entente_document_new (EntenteChronicle *chronicle, EntenteBitset *rows);
void entente_document_take_block (EntenteDocument *document, EntenteBlockType type, char *text);
void entente_document_take_entry (EntenteDocument *document, EntenteEntry *entry);
/* @type is TABLE or DEFINITIONS. Notes are numbered in the order in which blocks mention them
 * first. */
void entente_document_take_table (EntenteDocument *document,
                                  EntenteBlockType type,
                                  EntenteTable *table);
/* Number of the new note. */
guint entente_document_take_note (EntenteDocument *document, char *text);

/* The document as plain text (lines of at most 78 columns), as Markdown (CommonMark, with the
 * tables and notes of Pandoc and GitHub) and as one HTML page that needs nothing else. Free with
 * g_free. */
char *entente_document_to_text (const EntenteDocument *document);
char *entente_document_to_markdown (const EntenteDocument *document);
char *entente_document_to_html (const EntenteDocument *document);
/* Ends what was written as text: characters that a terminal would obey become spaces, but for ends
 * of lines. Takes @out. Free with g_free. */
char *entente_document_end_text (GString *out);
/* The document as an OpenDocument text, a zip of stored parts. */
GBytes *entente_document_to_odt (const EntenteDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteDocument, entente_document_unref)

G_END_DECLS
