/* What the list of a facet and its items know of each other; nobody else includes this. Main
 * thread. */
#pragma once

#include "entente-facet-list.h"

G_BEGIN_DECLS

struct _EntenteFacetItem {
  GObject parent_instance;

  EntenteFacetList *list; /* borrowed: lists outlive their items or clear this */
  guint value;
  EntenteId id;
  gboolean is_named; /* by this program, so that its label may get a capital */
  char *label;
  guint count, total;
  guint depth;
  gboolean checked;
};

/* What the list found; listeners are told what is new. */
void entente_facet_item_update_label (EntenteFacetItem *item, const char *label);
void entente_facet_item_update_counts (EntenteFacetItem *item, guint count, guint total);
void entente_facet_item_update_checked (EntenteFacetItem *item, gboolean checked);

/* Makes a query in which @value is on, or is not. */
void entente_facet_list_switch (EntenteFacetList *list, guint value, gboolean on);
/* ... in which only @value is on. */
void entente_facet_list_switch_to (EntenteFacetList *list, guint value);

G_END_DECLS
