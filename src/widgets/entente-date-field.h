/* EntenteDateField: an entry for a date, with its readings, its value in words and drawn, and the
 * bounds that may be put on it. Main thread.
 *
 * Signal "changed" (): the date is another, or can no longer be read. */
#pragma once

#include "entente-date-strip.h"
#include "entente-date.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_DATE_FIELD (entente_date_field_get_type ())
G_DECLARE_FINAL_TYPE (EntenteDateField, entente_date_field, ENTENTE, DATE_FIELD, GtkWidget)

/* Plain: entry and value in words only, without strip and bounds. */
GtkWidget *entente_date_field_new (void);
GtkWidget *entente_date_field_new_plain (void);
/* For the screen reader; what the empty entry shows. */
void entente_date_field_set_label (EntenteDateField *field, const char *label);
void entente_date_field_set_placeholder (EntenteDateField *field, const char *text);
/* The date of the article, from which words without a year are completed; NULL for none. */
void entente_date_field_set_published (EntenteDateField *field, const EntenteDate *published);
/* Offers "not after" @not_after (civil seconds, exclusive), e.g. "publication, 31 October 2018".
 * Its box is checked when the date has this bound already, and decides from then on whether it has.
 */
void entente_date_field_add_bound (EntenteDateField *field, gint64 not_after, const char *reason);
/* Shows @date as it is; NULL is undated. */
void entente_date_field_set_date (EntenteDateField *field, const EntenteDate *date);
/* The same, with the readings of @date to choose from, each with its reason, and all of them left
 * open; where there is one, it has
 * @reason (may be NULL). */
void entente_date_field_propose_date (EntenteDateField *field,
                                      const EntenteDate *date,
                                      const char *reason);
/* Fills in what might be typed: words of the text. */
void entente_date_field_set_text (EntenteDateField *field, const char *text);
/* The words of the source, kept as the wording of the date whatever value is given to it; NULL:
 * what is typed. */
void entente_date_field_set_wording (EntenteDateField *field, const char *wording);
/* The value with wording, basis and bounds; NULL when undated. A new reference. */
EntenteDate *entente_date_field_dup_date (EntenteDateField *field);
/* What is wrong with what was typed, or NULL. Borrowed until the next change. */
const char *entente_date_field_get_error (EntenteDateField *field);
EntenteDateStrip *entente_date_field_get_strip (EntenteDateField *field);

G_END_DECLS
