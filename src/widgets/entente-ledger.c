/* The columns of the ledger, and its rows: only moves that expect an answer. All else is in
 * EntenteEventView. Main thread. */
#include "config.h"

#include "entente-ledger.h"
#include <glib/gi18n.h>

struct _EntenteLedger {
  EntenteEventView parent_instance;
};

G_DEFINE_FINAL_TYPE (EntenteLedger, entente_ledger, ENTENTE_TYPE_EVENT_VIEW)

static const char *
get_name (void)
{
  return _ ("Ledger of moves and their answers");
}

static void
add_columns (GtkColumnView *view)
{
  entente_event_columns_add (view, _ ("When"), "when", ENTENTE_COLUMN_PLAIN);
  entente_event_columns_add (view, _ ("From"), "from-label", ENTENTE_COLUMN_PLAIN);
  entente_event_columns_add (view,
                             _ ("Move"),
                             "title",
                             ENTENTE_COLUMN_GLYPH | ENTENTE_COLUMN_EXPAND | ENTENTE_COLUMN_BOLD);
  entente_event_columns_add (view, _ ("Answer"), "answer-label", ENTENTE_COLUMN_EXPAND);
  entente_event_columns_add (view, _ ("After"), "days-label", ENTENTE_COLUMN_PLAIN);
  entente_event_columns_add (view, _ ("Status"), "status-label", ENTENTE_COLUMN_DIM);
}

static void
entente_ledger_class_init (EntenteLedgerClass *class)
{
  EntenteEventViewClass *view_class = ENTENTE_EVENT_VIEW_CLASS (class);

  view_class->get_name = get_name;
  view_class->create_list = entente_event_list_new_expecting;
  view_class->add_columns = add_columns;
}

static void
entente_ledger_init (EntenteLedger *self)
{
}

GtkWidget *
entente_ledger_new (void)
{
  return g_object_new (ENTENTE_TYPE_LEDGER, NULL);
}
