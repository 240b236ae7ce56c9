/* EntenteDyadItem: one pair of parties with the moves of the first towards the second, for lists.
 * Immutable. Main thread. */
#pragma once

#include "entente-relations.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_DYAD_ITEM (entente_dyad_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteDyadItem, entente_dyad_item, ENTENTE, DYAD_ITEM, GObject)

typedef enum {
  ENTENTE_DYAD_FROM,
  ENTENTE_DYAD_TO,
  ENTENTE_DYAD_TOTAL,
  ENTENTE_DYAD_COOPERATIVE,
  ENTENTE_DYAD_CONFLICTUAL,
  ENTENTE_DYAD_OTHER,
  ENTENTE_N_DYAD_FIELDS
} EntenteDyadField;

/* A list holds so many pairs at most, those with most moves. */
#define ENTENTE_DYAD_ITEMS_MAX 10000

/* The pairs of @relations, the one with most moves first. GListModel of EntenteDyadItem; the
 * caller's. */
GListModel *entente_dyad_items_new (const EntenteChronicle *chronicle,
                                    const EntenteRelations *relations);
const EntenteDyad *entente_dyad_item_get_dyad (EntenteDyadItem *item);
EntenteId entente_dyad_item_get_from (EntenteDyadItem *item);
EntenteId entente_dyad_item_get_to (EntenteDyadItem *item);
/* Heading of a field, in the user's language; what the item has there. Free the text. */
const char *entente_dyad_field_get_label (EntenteDyadField field);
char *entente_dyad_item_format (EntenteDyadItem *item, EntenteDyadField field);
/* By one field, as a GCompareDataFunc; @field: GUINT_TO_POINTER. */
int entente_dyad_item_compare (gconstpointer a, gconstpointer b, gpointer field);
/* @items of EntenteDyadItem as a table: a line of headings, then one line each, cells parted by
 * tabs. Free. */
char *entente_dyad_items_format_tsv (GListModel *items);

G_END_DECLS
