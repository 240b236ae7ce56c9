/* Knows nothing of what it stands for. Main thread. */
#include "config.h"

#include "entente-ink.h"
#include "entente-relations-cell.h"

#define RING_PX 2.0F
#define ROUND_PX 5.0F

struct _EntenteRelationsCell {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (EntenteRelationsCell, entente_relations_cell, GTK_TYPE_WIDGET)

static void
entente_relations_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (widget),
        height = (float) gtk_widget_get_height (widget);
  float widths[4] = { RING_PX, RING_PX, RING_PX, RING_PX };
  GdkRGBA ring = entente_ink_named (widget, "accent_color");
  GdkRGBA colours[4] = { ring, ring, ring, ring };
  GskRoundedRect outline;

  if (!gtk_widget_has_visible_focus (widget))
    return;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), ROUND_PX);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static gboolean
entente_relations_cell_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return FALSE;
  gtk_root_set_focus (root, widget);
  return TRUE;
}

static void
entente_relations_cell_class_init (EntenteRelationsCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = entente_relations_cell_snapshot;
  widget_class->grab_focus = entente_relations_cell_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
entente_relations_cell_init (EntenteRelationsCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
entente_relations_cell_new (void)
{
  return g_object_new (ENTENTE_TYPE_RELATIONS_CELL, NULL);
}

void
entente_relations_cell_set (EntenteRelationsCell *self,
                            const char *label,
                            gboolean chosen,
                            guint row,
                            guint column)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) column + 1,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
