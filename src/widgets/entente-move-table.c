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

static void
add_columns (GtkColumnView *view)
{
  entente_event_columns_add (view, _ ("No."), "number", ENTENTE_COLUMN_NUMERIC);
  entente_event_columns_add (view, _ ("When"), "when", ENTENTE_COLUMN_PLAIN);
  entente_event_columns_add (view, _ ("Kind"), "kind-label", ENTENTE_COLUMN_GLYPH);
  entente_event_columns_add (view,
                             _ ("Move"),
                             "title",
                             ENTENTE_COLUMN_EXPAND | ENTENTE_COLUMN_BOLD);
  entente_event_columns_add (view, _ ("From"), "from-label", ENTENTE_COLUMN_PLAIN);
  entente_event_columns_add (view, _ ("To"), "to-label", ENTENTE_COLUMN_PLAIN);
  entente_event_columns_add (view, _ ("Evidence"), "evidence-label", ENTENTE_COLUMN_DIM);
  entente_event_columns_add (view, _ ("Answer"), "answered-label", ENTENTE_COLUMN_DIM);
}

static void
entente_move_table_class_init (EntenteMoveTableClass *class)
{
  EntenteEventViewClass *view_class = ENTENTE_EVENT_VIEW_CLASS (class);

  view_class->get_name = get_name;
  view_class->create_list = entente_event_list_new;
  view_class->add_columns = add_columns;
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
