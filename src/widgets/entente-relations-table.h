/* EntenteRelationsTable: the pairs of the relations as a table that can be sorted by each column:
 * the readable twin of matrix and network. A row that is activated becomes the filter. Main thread.
 */
#pragma once

#include "entente-relations-source.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_RELATIONS_TABLE (entente_relations_table_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRelationsTable,
                      entente_relations_table,
                      ENTENTE,
                      RELATIONS_TABLE,
                      GtkWidget)

GtkWidget *entente_relations_table_new (void);
/* References @source. */
void entente_relations_table_set_source (EntenteRelationsTable *table,
                                         EntenteRelationsSource *source);
/* As it is sorted, with headings; cells parted by tabs. Free. */
char *entente_relations_table_format_tsv (EntenteRelationsTable *table);

G_END_DECLS
