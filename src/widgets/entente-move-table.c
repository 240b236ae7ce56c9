/* The columns of the table; all else is in EntenteEventView. Main thread. */
#include "config.h"

#include "entente-move-table.h"
#include <glib/gi18n.h>

struct _EntenteMoveTable {
  EntenteEventView parent_instance;
};

G_DEFINE_FINAL_TYPE (EntenteMoveTable, entente_move_table, ENTENTE_TYPE_EVENT_VIEW)

static const char *
get_name (void)
{
  return _ ("Table of events");
}

static const EntenteEventColumn columns[] = {
  { "number", N_ ("No."), "number", ENTENTE_COLUMN_NUMERIC, ENTENTE_SORT_DATE },
  { "when", N_ ("When"), "when", ENTENTE_COLUMN_PLAIN, ENTENTE_SORT_DATE },
  { "kind", N_ ("Kind"), "kind-label", ENTENTE_COLUMN_GLYPH, ENTENTE_SORT_KIND },
  { "title",
    N_ ("Move"),
    "title",
    ENTENTE_COLUMN_EXPAND | ENTENTE_COLUMN_BOLD,
    ENTENTE_SORT_TITLE },
  { "from", N_ ("From"), "from-label", ENTENTE_COLUMN_PLAIN, ENTENTE_SORT_FROM },
  { "to", N_ ("To"), "to-label", ENTENTE_COLUMN_PLAIN, ENTENTE_SORT_TO },
  { "evidence", N_ ("Evidence"), "evidence-label", ENTENTE_COLUMN_DIM, ENTENTE_SORT_EVIDENCE },
  { "answered", N_ ("Answer"), "answered-label", ENTENTE_COLUMN_DIM, ENTENTE_SORT_ANSWERED },
  { "judgement",
    N_ ("Judgement"),
    "judgement-label",
    ENTENTE_COLUMN_HIDDEN,
    ENTENTE_SORT_JUDGEMENT },
  { "reports",
    N_ ("Reports"),
    "reports-label",
    ENTENTE_COLUMN_NUMERIC | ENTENTE_COLUMN_HIDDEN,
    ENTENTE_SORT_REPORTS },
  { "status", N_ ("Status"), "status-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_STATUS },
  { "days", N_ ("After"), "days-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_DAYS },
  { "mode", N_ ("Told"), "mode-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_MODE },
  { "medium", N_ ("Medium"), "medium-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_MEDIUM },
  { "track", N_ ("Track"), "track-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_TRACK },
  { "place", N_ ("Place"), "place-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_PLACE },
  { "issues", N_ ("Issues"), "issues-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_ISSUE },
  { "own", N_ ("Own Fields"), "own-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_OWN },
  { "pinned", N_ ("Pinned"), "pinned-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_PINNED },
  { "private", N_ ("Private"), "private-label", ENTENTE_COLUMN_HIDDEN, ENTENTE_SORT_PRIVATE },
};

static void
entente_move_table_class_init (EntenteMoveTableClass *class)
{
  EntenteEventViewClass *view_class = ENTENTE_EVENT_VIEW_CLASS (class);

  view_class->get_name = get_name;
  view_class->create_list = entente_event_list_new;
  view_class->columns = columns;
  view_class->n_columns = G_N_ELEMENTS (columns);
}

static void
entente_move_table_init (EntenteMoveTable *self)
{
}

GtkWidget *
entente_move_table_new (void)
{
  return g_object_new (ENTENTE_TYPE_MOVE_TABLE, NULL);
}
