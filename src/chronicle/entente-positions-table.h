/* EntentePositionsTable: what was on the table on a day, as rows of issues (a tree) and columns of
 * actors.
 *
 * Only issues and actors of which there is a dated position have a row and a column, whatever the
 * day, so that the table stays as it is while one goes through time; issues above others have a row
 * too. Immutable, plain; any thread.
 */
#pragma once

#include "entente-chronicle.h"
#include "entente-positions.h"
#include "entente-query.h"

G_BEGIN_DECLS

typedef struct {
  EntenteId issue; /* none: positions without an issue */
  guint depth; /* in the tree, from 0 */
} EntentePositionsRow;

typedef struct {
  const EntentePositions *positions; /* borrowed by reference */
  EntenteSpan day;
  EntentePositionStand *stands; /* of each position */
  GArray *rows; /* EntentePositionsRow, a tree from the top, by name */
  GArray *actors; /* EntenteId; by lane order, then number of positions */
  GPtrArray *cells; /* GArray of guint (numbers of positions that show, the surest first), or NULL;
                       row after row */
  GArray *undated; /* guint */
  guint n; /* positions that are asked about: of the actors wanted */
  guint n_shown, n_perhaps; /* that show; and of these the doubtful ones */
  guint n_stands[ENTENTE_STAND_UNDATED + 1]; /* of those asked about, how many stand so */
} EntentePositionsTable;

/* @wanted (or NULL: all) says whose positions are asked about. */
EntentePositionsTable *entente_positions_table_new (const EntentePositions *positions,
                                                    const EntenteChronicle *chronicle,
                                                    EntenteSpan day,
                                                    gboolean (*wanted) (EntenteId actor,
                                                                        gpointer data),
                                                    gpointer data);
/* Are positions of @actor asked about under @query: is it one of its actors, or a member of one
 * where members count? All are when it names none. Under NONE those of all others are. */
gboolean entente_positions_are_of_query (const EntenteQuery *query,
                                         const EntenteChronicle *chronicle,
                                         EntenteId actor);
void entente_positions_table_free (EntentePositionsTable *table);
/* Numbers of the positions of a cell, or NULL. Borrowed. */
const GArray *entente_positions_table_get_cell (const EntentePositionsTable *table,
                                                guint row,
                                                guint column);
/* "9 of 28 positions on the table on 22 August 2018, 2 of them perhaps": what shows, of how many.
 * Free. */
char *entente_positions_table_format_counts (const EntentePositionsTable *table);
/* "Not on the table: 12 replaced, 1 over, 5 not yet": what became of the others; NULL when there
 * are none. Free. */
char *entente_positions_table_format_rest (const EntentePositionsTable *table);
/* With tabs between the cells: a line for the day, one of actors, one for each issue; then the
 * undated ones. Free. */
char *entente_positions_table_format_tsv (const EntentePositionsTable *table,
                                          const EntenteChronicle *chronicle);
/* "22 August 2018". Free. */
char *entente_positions_table_format_day (EntenteSpan day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePositionsTable, entente_positions_table_free)

G_END_DECLS
