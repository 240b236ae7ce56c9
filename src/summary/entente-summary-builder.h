/* What builders of summaries share: the head of the document, the numbers of moves, their dates,
 * titles and notes. Private to summary.
 *
 * A builder reads whole events in order, once, and keeps of each what blocks say; memory grows with
 * the document only.
 */
#pragma once

#include "entente-citation.h"
#include "entente-lane-index.h"
#include "entente-summary.h"

G_BEGIN_DECLS

/* A move as summaries mention it. */
typedef struct {
  char *title; /* NULL: it was not read */
  char *when; /* in words */
  char *cited; /* text of its note, or NULL */
  guint note; /* number of its note, 0 while nothing mentions it */
} EntenteMove;

typedef struct {
  const EntenteSummaryOptions *options;
  EntenteChronicle *chronicle;
  const EntenteQuery *query;
  const EntenteSummarySource *source;
  GCancellable *cancellable; /* or NULL */
  EntenteDocument *document;
  EntenteLaneIndex *lanes; /* which says what is undated: what is on the shelf of the timeline */
  guint *numbers; /* of each row, 0 for none */
  EntenteMove *moves; /* of each row; filled by read */
  GHashTable *texts; /* id of article -> EntenteArticleDetail */
  EntenteSources *sources; /* in short, for the author-date style; or NULL */
  EntenteId only_article; /* when all claims rest on one article */
} EntenteSummaryBuilder;

/* Begins the document: what it is of, of how many, from when. @title: what the years are added to,
 * as "Who moved"; or NULL. */
void entente_summary_builder_init (EntenteSummaryBuilder *builder,
                                   const EntenteSummaryOptions *options,
                                   EntenteChronicle *chronicle,
                                   const EntenteQuery *query,
                                   EntenteBitset *rows,
                                   const EntenteSummarySource *source,
                                   GCancellable *cancellable);
void entente_summary_builder_clear (EntenteSummaryBuilder *builder);
/* What notes will cite is these articles (by index) and no others: the one that all rest on is then
 * named once, and those of the author-date style are listed. To be called before anything is read.
 */
void entente_summary_builder_set_cited (EntenteSummaryBuilder *builder,
                                        const EntenteBitset *articles);
/* "@title, in 2018–2019", as far as the moves are dated. */
void entente_summary_builder_set_title (EntenteSummaryBuilder *builder, const char *title);

/* Called for each event as it is read. */
typedef void (*EntenteSummaryVisit) (EntenteSummaryBuilder *builder,
                                     guint row,
                                     const EntenteEventDetail *detail,
                                     gpointer data);
/* Reads the moves of @rows in order; @visit may be NULL. FALSE with an error when one cannot be
 * read or when cancelled. */
gboolean entente_summary_builder_read (EntenteSummaryBuilder *builder,
                                       const EntenteBitset *rows,
                                       EntenteSummaryVisit visit,
                                       gpointer data,
                                       GError **error);
/* One of them. */
EntenteEventDetail *entente_summary_builder_read_row (EntenteSummaryBuilder *builder,
                                                      guint row,
                                                      GError **error);
/* Number of the note of a move that was read, made at its first mention; 0 when it rests on
 * nothing. */
guint entente_summary_builder_cite (EntenteSummaryBuilder *builder, guint row);
/* How claims are cited here. */
EntenteCitationStyle entente_summary_builder_get_style (EntenteSummaryBuilder *builder);
/* The date of an event with the bounds that orders give it. */
EntenteDate *entente_summary_builder_get_date (EntenteSummaryBuilder *builder,
                                               const EntenteEventDetail *detail);
/* An article with its text, or NULL; borrowed. */
const EntenteArticleDetail *entente_summary_builder_get_article (EntenteSummaryBuilder *builder,
                                                                 EntenteId article);

/* ---- blocks ---- */

void entente_summary_builder_add_heading (EntenteSummaryBuilder *builder, const char *text);
void entente_summary_builder_add_subheading (EntenteSummaryBuilder *builder, const char *text);
void entente_summary_builder_add_text (EntenteSummaryBuilder *builder, const char *text);
/* Takes the table over; one without rows is dropped. */
void entente_summary_builder_take_table (EntenteSummaryBuilder *builder, EntenteTable *table);
/* Cells with the number, the date, and title and note of a move. */
void entente_summary_builder_add_number (EntenteSummaryBuilder *builder,
                                         EntenteTable *table,
                                         guint row);
void entente_summary_builder_add_date (EntenteSummaryBuilder *builder,
                                       EntenteTable *table,
                                       guint row);
void entente_summary_builder_add_move (EntenteSummaryBuilder *builder,
                                       EntenteTable *table,
                                       guint row);
/* The author-date style lists what it cites at the end. */
void entente_summary_builder_add_sources (EntenteSummaryBuilder *builder);

G_END_DECLS
