/* EntenteSummary: makes the document of a summary from what a filter shows.
 *
 * Reads whole events through an EntenteSummarySource, so it knows neither study nor store. Pure but
 * for those calls; any thread.
 */
#pragma once

#include "entente-detail.h"
#include "entente-document.h"
#include "entente-positions.h"
#include "entente-query.h"
#include "entente-questions.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_SUMMARY_CHRONOLOGY, /* every move in order, with its words and source */
  ENTENTE_SUMMARY_DOSSIER, /* actors: names, offices, moves made and received */
  ENTENTE_SUMMARY_ANSWERS, /* what was answered, when, and what was not */
  ENTENTE_SUMMARY_POSITIONS, /* who wanted, offered or refused what on a day, issue by issue */
  ENTENTE_SUMMARY_EVIDENCE, /* what is denied, contested or told once, with all sides */
  ENTENTE_SUMMARY_ARTICLE, /* what an article tells, adds and contradicts */
  ENTENTE_N_SUMMARY_KINDS
} EntenteSummaryKind;

/* Nick ("chronology") and label in the user's language. */
const char *entente_summary_kind_get_nick (EntenteSummaryKind kind);
const char *entente_summary_kind_get_label (EntenteSummaryKind kind);
gboolean entente_summary_kind_parse (const char *nick, EntenteSummaryKind *kind);

/* Options that only some kinds heed. */
typedef enum {
  ENTENTE_SUMMARY_FIGURE = 1 << 0,
  ENTENTE_SUMMARY_TOLD = 1 << 1,
  ENTENTE_SUMMARY_ANSWERS_SHOWN = 1 << 2,
  ENTENTE_SUMMARY_UNDATED = 1 << 3,
  ENTENTE_SUMMARY_FORM = 1 << 4,
  ENTENTE_SUMMARY_ON = 1 << 5,
} EntenteSummaryParts;
gboolean entente_summary_kind_has (EntenteSummaryKind kind, EntenteSummaryParts part);

typedef enum {
  ENTENTE_FORM_FULL, /* each move with all that is known of it */
  ENTENTE_FORM_SHORT, /* a line for each move */
  ENTENTE_FORM_COLUMNS, /* a line for each move, in the column of who made it */
} EntenteSummaryForm;

/* How notes name an article. */
typedef enum {
  ENTENTE_CITATIONS_NOTES, /* in full: author, title, outlet, date, address */
  ENTENTE_CITATIONS_AUTHOR_DATE, /* "Reader 2031", with a list of sources at the end */
} EntenteCitations;

typedef struct {
  EntenteEventDetail *(*read_event) (gpointer data, EntenteId event, GError **error);
  EntenteArticleDetail *(*read_article) (gpointer data, EntenteId article, GError **error);
  gpointer data;
  /* What only some kinds read; NULL: there is none. Results are the caller's. */
  GPtrArray *(*read_positions) (gpointer data, GError **error); /* EntentePosition */
  EntenteQuestionNotes *(*read_questions) (gpointer data, GError **error);
  /* A passage, and the article in whose text it stands; NULL when it is gone. */
  EntentePassage *(*read_passage) (gpointer data, EntenteId passage, EntenteId *article);
} EntenteSummarySource;

typedef struct {
  EntenteSummaryKind kind;
  gboolean figure; /* timeline figure */
  gboolean told; /* dates as told below the date in words */
  gboolean quotes; /* quotes in the notes */
  gboolean answers; /* answers and elapsed days */
  gboolean undated; /* undated moves at the end; otherwise they are left out and counted */
  guint shelf_days; /* bounds further apart do not date a move of which nothing is told */
  EntenteSummaryForm form; /* of a chronology */
  EntenteCitations citations;
  EntenteSpan on; /* day that positions are asked about, as entente_positions_ask() takes it; empty:
                     the last day of the record */
  gboolean rtl; /* set from right to left; as the user's language at first */
  gboolean leave_out_private;
  gboolean pseudonyms; /* actors that have one go by it */
  const char *lanes; /* of the figure: an EntenteLaneChoice as text; NULL: those of actors */
  const char *study; /* title */
  const char *coder; /* or NULL */
  gint64 version; /* of the data */
  gint64 printed_time; /* seconds since 1970 UTC */
} EntenteSummaryOptions;

/* Everything shown, nothing named yet; printed now, or at SOURCE_DATE_EPOCH when that is set. */
void entente_summary_options_init (EntenteSummaryOptions *options);

/* @rows: events that pass @query. NULL with an error when a record cannot be read or @cancellable
 * is cancelled. */
EntenteDocument *entente_summary_build (const EntenteSummaryOptions *options,
                                        EntenteChronicle *chronicle,
                                        const EntenteQuery *query,
                                        EntenteBitset *rows,
                                        const EntenteSummarySource *source,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
