/* EntentePrintChoice: what a person chooses of a summary: which kind, what it shows, on which
 * paper.
 *
 * A plain value. As words, pairs of a name and a value, it is kept in templates; words that are not
 * understood leave a choice as it is. What the study decides (its title, its coder, lanes) is no
 * part of it: whoever makes the summary fills that in. Any thread.
 */
#pragma once

#include "entente-date.h"
#include "entente-poster.h"
#include "entente-summary.h"

G_BEGIN_DECLS

typedef struct {
  gboolean poster; /* the timeline as a poster; else a summary */
  EntenteSummaryOptions summary; /* with its kind */
  EntentePaper paper; /* of a summary */
  gboolean landscape;
  gboolean notes_at_foot; /* else all notes at the end */
  EntenteFace face;
  guint n_columns;
  guint size, margin; /* of type and of paper, in tenths of a point */
  EntentePosterOptions sheets; /* of a poster */
  gboolean black; /* the same: fill and outline only, no colour */
} EntentePrintChoice;

/* A chronology in full on A4; and a poster on one A2 sheet. */
void entente_print_choice_init (EntentePrintChoice *choice);
/* Nick of a kind of summary, or "poster". */
const char *entente_print_choice_get_kind (const EntentePrintChoice *choice);
/* FALSE, and nothing is changed, when there is no such kind. */
gboolean entente_print_choice_set_kind (EntentePrintChoice *choice, const char *nick);
/* The style of the pages of a summary. */
void entente_print_choice_get_style (const EntentePrintChoice *choice, EntentePageStyle *style);

/* Which answers a poster draws. */
EntenteSceneLinks entente_print_choice_get_links (const EntentePrintChoice *choice);

/* The day that positions are asked about, a new reference; undated: the last one of the record. */
EntenteDate *entente_print_choice_dup_day (const EntentePrintChoice *choice);
/* The end of a date that has one; any other date is the last day of the record, and the answer is
 * FALSE where that is not what it says. */
gboolean entente_print_choice_set_day (EntentePrintChoice *choice, const EntenteDate *date);

/* Everything but the kind (char * -> char *). Free with g_hash_table_unref. */
GHashTable *entente_print_choice_to_words (const EntentePrintChoice *choice);
void entente_print_choice_take_words (EntentePrintChoice *choice, GHashTable *words);

G_END_DECLS
