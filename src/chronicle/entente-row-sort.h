/* Rows of a chronicle in another order than the one order: by kind, by who acts, by evidence, as a
 * table is sorted.
 *
 * Every key is made a number per row first, names by their place in the alphabet of the locale, so
 * that half a million rows take some hundredths of a second and nothing is read. Rows that are
 * alike stay in the one order, forwards and backwards, and those that have nothing of what is
 * sorted by come last, both ways. Pure; any thread.
 */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_SORT_DATE, /* the one order; undated last both ways */
  ENTENTE_SORT_TITLE,
  ENTENTE_SORT_KIND,
  ENTENTE_SORT_FROM, /* the first initiator named */
  ENTENTE_SORT_TO, /* the first addressee named */
  ENTENTE_SORT_EVIDENCE,
  ENTENTE_SORT_REPORTS, /* number of claims */
  ENTENTE_SORT_ANSWERED,
  ENTENTE_SORT_ANSWER, /* the first event that answers */
  ENTENTE_SORT_DAYS, /* to it, at least */
  ENTENTE_SORT_STATUS,
  ENTENTE_SORT_JUDGEMENT,
  ENTENTE_SORT_MODE,
  ENTENTE_SORT_MEDIUM,
  ENTENTE_SORT_TRACK,
  ENTENTE_SORT_PLACE,
  ENTENTE_SORT_ISSUE, /* the first issue named */
  ENTENTE_SORT_PINNED,
  ENTENTE_SORT_PRIVATE,
  ENTENTE_SORT_OWN, /* what the user's own fields say, in their order */
} EntenteSortKey;

/* Every row once. @titles: by row, NULL for one without a title, which is sorted by its
 * description; only for TITLE. NULL only when
 * @cancelled (an atomic flag, may be NULL) became TRUE. Free. */
guint32 *entente_chronicle_sort_rows (const EntenteChronicle *chronicle,
                                      EntenteSortKey key,
                                      gboolean descending,
                                      char *const *titles,
                                      const gboolean *cancelled);
/* The first event that answers the one of @row, or ENTENTE_NO_INDEX. */
guint32 entente_chronicle_find_answer (const EntenteChronicle *chronicle, guint row);

G_END_DECLS
