/* EntentePositions: all positions of a study, and what of them was on the table on a day.
 *
 * A position (who wants, offers or refuses what on which issue) stands from its date on until the
 * same actor takes another on the same issue. Dates are vague, so there are more answers than yes
 * and no: see EntentePositionStand. Silence is a position as any other: who says nothing more on an
 * issue no longer stands by what was said before; one that is told to lie between two days lasted
 * that long, and is over after the second. Immutable and reference counted; a change makes a
 * new one. Pure; any thread.
 */
#pragma once

#include "entente-context.h"

G_BEGIN_DECLS

typedef struct _EntentePositions EntentePositions;

typedef enum {
  ENTENTE_STAND_STANDS, /* surely taken by then, and nothing known has replaced it */
  ENTENTE_STAND_PERHAPS_STILL, /* surely taken; another one may have replaced it by then */
  ENTENTE_STAND_PERHAPS_ALREADY, /* its date allows that it was taken by then, or later */
  ENTENTE_STAND_REPLACED, /* a later one of the same actor on the same issue was surely taken by
                             then */
  ENTENTE_STAND_OVER, /* of a date with an end: surely over by then */
  ENTENTE_STAND_LATER, /* surely not taken by then */
  ENTENTE_STAND_UNDATED, /* nothing bounds its date: no day can be asked about it */
} EntentePositionStand;

/* @records (EntentePosition) in any order; each id once. References are taken. */
EntentePositions *entente_positions_new (const GPtrArray *records);
/* In which the positions @gone (EntenteId, or NULL) are not, and @fresh (or NULL) replace or join
 * the others. Equal to making it anew. */
EntentePositions *entente_positions_patch (const EntentePositions *positions,
                                           const GArray *gone,
                                           const GPtrArray *fresh);
EntentePositions *entente_positions_ref (const EntentePositions *positions);
void entente_positions_unref (EntentePositions *positions);

/* In the one order of dates (entente_date_compare, then id), undated last. */
guint entente_positions_get_n (const EntentePositions *positions);
const EntentePosition *entente_positions_get (const EntentePositions *positions, guint index);
/* Number of a position, G_MAXUINT when it is not there. */
guint entente_positions_find (const EntentePositions *positions, EntenteId id);
/* The one before (@step -1) or after (1) it of the same actor on the same issue, in the one order;
 * NULL for none. */
const EntentePosition *entente_positions_get_neighbour (const EntentePositions *positions,
                                                        guint index,
                                                        int step);
/* What replaced a position: the next one of the same actor on the same issue that was taken later,
 * or perhaps later; then @is_sure is FALSE. NULL for none. */
const EntentePosition *entente_positions_get_replacement (const EntentePositions *positions,
                                                          guint index,
                                                          gboolean *is_sure);

/* How each of them stood at the end of @day (civil seconds, half open; a longer span is asked about
 * at its end, and what ended before it is over). @stands receives as many as there are positions,
 * in their order. */
void entente_positions_ask (const EntentePositions *positions,
                            EntenteSpan day,
                            EntentePositionStand *stands);
/* Is it on the table, surely or perhaps? */
gboolean entente_position_stand_shows (EntentePositionStand stand);
/* "stands", "perhaps-still" …: the nick for files; and in the user's language. Static. */
const char *entente_position_stand_nick (EntentePositionStand stand);
const char *entente_position_stand_label (EntentePositionStand stand);

/* Days (gint64, civil seconds of their beginning; rising, each once) on which an answer may be
 * another than on the day before: the first day on which a position may have been taken, the first
 * on which it surely was, and what follows its end. Free. */
GArray *entente_positions_list_changes (const EntentePositions *positions);
/* From the first to the last of those days, the latter included; FALSE when there are none. */
gboolean entente_positions_get_extent (const EntentePositions *positions, EntenteSpan *extent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePositions, entente_positions_unref)

G_END_DECLS
