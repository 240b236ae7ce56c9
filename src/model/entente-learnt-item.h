/* EntenteLearntItem: what a row of the list of things learnt stands for. Main thread. */
#pragma once

#include "entente-learnt.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_LEARNT_ITEM (entente_learnt_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteLearntItem, entente_learnt_item, ENTENTE, LEARNT_ITEM, GObject)

/* One of @list (EntenteLearnt), which is kept. */
EntenteLearntItem *entente_learnt_item_new (GPtrArray *list, guint index);
const EntenteLearnt *entente_learnt_item_get (EntenteLearntItem *item);
/* What it says, and where it was learnt ("" when nobody knows). Borrowed. */
const char *entente_learnt_item_get_words (EntenteLearntItem *item);
const char *entente_learnt_item_get_origin (EntenteLearntItem *item);
/* Do these words (folded as names are) stand in what it says or where it was learnt? */
gboolean entente_learnt_item_matches (EntenteLearntItem *item, const char *folded);

G_END_DECLS
