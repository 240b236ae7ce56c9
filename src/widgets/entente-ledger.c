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

static const EntenteEventColumn columns[] = {
  { "when", N_ ("When"), "when", ENTENTE_COLUMN_PLAIN, ENTENTE_SORT_DATE },
  { "from", N_ ("From"), "from-label", ENTENTE_COLUMN_PLAIN, ENTENTE_SORT_FROM },
  { "title",
    N_ ("Move"),
    "title",
    ENTENTE_COLUMN_GLYPH | ENTENTE_COLUMN_EXPAND | ENTENTE_COLUMN_BOLD,
    ENTENTE_SORT_TITLE },
  { "answer", N_ ("Answer"), "answer-label", ENTENTE_COLUMN_EXPAND, ENTENTE_SORT_ANSWER },
  { "days", N_ ("After"), "days-label", ENTENTE_COLUMN_PLAIN, ENTENTE_SORT_DAYS },
  { "status", N_ ("Status"), "status-label", ENTENTE_COLUMN_DIM, ENTENTE_SORT_STATUS },
  { "kind", N_ ("Kind"), "kind-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_KIND },
  { "to", N_ ("To"), "to-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_TO },
  { "judgement",
    N_ ("Judgement"),
    "judgement-label",
    ENTENTE_COLUMN_HIDDEN,
    ENTENTE_SORT_JUDGEMENT },
  { "evidence", N_ ("Evidence"), "evidence-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_EVIDENCE },
};

static void
entente_ledger_class_init (EntenteLedgerClass *class)
{
  EntenteEventViewClass *view_class = ENTENTE_EVENT_VIEW_CLASS (class);

  view_class->get_name = get_name;
  view_class->create_list = entente_event_list_new_expecting;
  view_class->columns = columns;
  view_class->n_columns = G_N_ELEMENTS (columns);
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
