/* Three grids that scroll together: names of actors above, names of issues at the side, cells. Each
 * row of cells is as high as its name by a size group; columns have one width. A cell that says
 * what it said before is kept, so going through time and editing cost what changes, not what shows.
 * Main thread.
 */
#include "config.h"

#include "entente-positions-grid.h"

#include "entente-ink.h"
#include "entente-label.h"
#include "entente-position-card.h"
#include "entente-text-scale.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define COLUMN_PX 196
#define ISSUE_PX 168
#define DEPTH_PX 14

struct _EntentePositionsGrid {
  GtkWidget parent_instance;

  GtkWidget *outer; /* GtkGrid of the three */
  GtkWidget *head, *side, *cells; /* GtkGrid */
  GtkWidget *scroller;
  char *frame; /* of rows and columns as they were made, in words */
  GHashTable *shown; /* row << 16 | column -> GtkWidget of a cell */
};

G_DEFINE_FINAL_TYPE (EntentePositionsGrid, entente_positions_grid, GTK_TYPE_WIDGET)

static guint chosen_signal;

/* ---- frames ---- */

/* One width, and the height that the child has at it: rows of a size group are measured without a
 * width. */
static void
measure_frame (GtkWidget *frame,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural,
               int *minimum_baseline,
               int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (frame);
  int width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (frame), "entente-width"));

  *minimum = *natural = width;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (child, orientation, width, minimum, natural, NULL, NULL);
}

static void
allocate_frame (GtkWidget *frame, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (frame), width, height, -1, NULL);
}

static GtkSizeRequestMode
get_frame_mode (GtkWidget *frame)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Columns are as wide as so many letters. */
static int
scale_px (EntentePositionsGrid *self, int px)
{
  return (int) (px * entente_text_scale_get (GTK_WIDGET (self)));
}

static GtkWidget *
create_frame (GtkWidget *child, int width_px)
{
  GtkWidget *frame = adw_bin_new ();

  gtk_widget_set_layout_manager (
    frame,
    gtk_custom_layout_new (get_frame_mode, measure_frame, allocate_frame));
  g_object_set_data (G_OBJECT (frame), "entente-width", GINT_TO_POINTER (width_px));
  adw_bin_set_child (ADW_BIN (frame), child);
  return frame;
}

/* ---- cells ---- */

static void
clicked_cb (GtkButton *card, EntentePositionsGrid *self)
{
  g_signal_emit (self, chosen_signal, 0, entente_position_card_get (GTK_WIDGET (card))->record.id);
}

static char *
dup_cell_state (const EntentePositionsTable *table, const GArray *cell)
{
  GString *state = g_string_new (NULL);

  for (guint i = 0; cell && i < cell->len; i++) {
    guint number = g_array_index (cell, guint, i);
    g_autofree char *one =
      entente_position_card_dup_state (entente_positions_get (table->positions, number),
                                       table->stands[number]);

    g_string_append (state, one);
  }
  return g_string_free (state, FALSE);
}

static void
fill_cell (EntentePositionsGrid *self,
           GtkWidget *box,
           const EntentePositionsTable *table,
           const GArray *cell,
           const EntenteChronicle *chronicle)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; cell && i < cell->len; i++) {
    guint number = g_array_index (cell, guint, i);
    GtkWidget *card = entente_position_card_new (entente_positions_get (table->positions, number),
                                                 table->stands[number],
                                                 chronicle,
                                                 FALSE);

    g_signal_connect (card, "clicked", G_CALLBACK (clicked_cb), self);
    gtk_box_append (GTK_BOX (box), card);
  }
  if (cell && cell->len > 1) {
    g_autofree char *n =
      g_strdup_printf (ngettext ("%u position", "%u positions", cell->len), cell->len);
    GtkWidget *label = gtk_label_new (n);

    gtk_widget_add_css_class (label, "dim-label");
    gtk_widget_add_css_class (label, "caption");
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_box_prepend (GTK_BOX (box), label);
  }
}

static gboolean
has_keyboard (GtkWidget *box)
{
  GtkRoot *root = gtk_widget_get_root (box);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, box);
}

static void
show_cell (EntentePositionsGrid *self,
           const EntentePositionsTable *table,
           const EntenteChronicle *chronicle,
           guint row,
           guint column)
{
  GtkWidget *box = g_hash_table_lookup (self->shown, GUINT_TO_POINTER (row << 16 | column));
  const GArray *cell = entente_positions_table_get_cell (table, row, column);
  g_autofree char *state = dup_cell_state (table, cell);
  gboolean had_keyboard;

  if (g_strcmp0 (state, g_object_get_data (G_OBJECT (box), "entente-state")) == 0)
    return;
  had_keyboard = has_keyboard (box);
  fill_cell (self, box, table, cell, chronicle);
  g_object_set_data_full (G_OBJECT (box), "entente-state", g_steal_pointer (&state), g_free);
  if (had_keyboard && !gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (self->cells, GTK_DIR_TAB_FORWARD);
}

/* ---- rows and columns ---- */

static const char *
get_issue_name (const EntenteChronicle *chronicle, EntenteId id)
{
  guint32 index = entente_chronicle_find_issue (chronicle, id);

  return index == ENTENTE_NO_INDEX ? _ ("No issue")
                                   : entente_chronicle_get_issue (chronicle, index)->name;
}

static GtkWidget *
create_name (const char *text)
{
  GtkWidget *label = entente_label_new (text, NULL);

  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  return label;
}

static void
add_actor (EntentePositionsGrid *self,
           const EntenteChronicle *chronicle,
           EntenteId actor,
           guint column)
{
  guint32 index = entente_chronicle_find_actor (chronicle, actor);
  const char *name =
    index == ENTENTE_NO_INDEX ? "?" : entente_chronicle_get_actor (chronicle, index)->name;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  gtk_widget_add_css_class (bar, "position-actor");
  entente_ink_apply (bar, chronicle, index, always);
  gtk_box_append (GTK_BOX (box), create_name (name));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_set_size_request (box, scale_px (self, COLUMN_PX), -1);
  gtk_grid_attach (GTK_GRID (self->head), box, (int) column, 0, 1, 1);
}

static void
add_issue (EntentePositionsGrid *self,
           const EntenteChronicle *chronicle,
           const EntentePositionsRow *of,
           guint row,
           GtkSizeGroup *group)
{
  GtkWidget *label = create_name (get_issue_name (chronicle, of->issue));
  GtkWidget *frame;

  gtk_widget_set_valign (label, GTK_ALIGN_FILL);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, (int) (of->depth * DEPTH_PX));
  gtk_widget_add_css_class (label, "position-issue");
  if (of->depth == 0)
    gtk_widget_add_css_class (label, "heading");
  frame = create_frame (label, scale_px (self, ISSUE_PX));
  gtk_size_group_add_widget (group, frame);
  gtk_grid_attach (GTK_GRID (self->side), frame, 0, (int) row, 1, 1);
}

static void
add_cell (EntentePositionsGrid *self, guint row, guint column, GtkSizeGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *frame;

  gtk_widget_add_css_class (box, "position-cell");
  frame = create_frame (box, scale_px (self, COLUMN_PX));
  gtk_size_group_add_widget (group, frame);
  gtk_grid_attach (GTK_GRID (self->cells), frame, (int) column, (int) row, 1, 1);
  g_hash_table_insert (self->shown, GUINT_TO_POINTER (row << 16 | column), box);
}

static void
empty_grid (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)))
    gtk_grid_remove (GTK_GRID (grid), child);
}

static char *
dup_frame (const EntentePositionsTable *table, const EntenteChronicle *chronicle)
{
  GString *frame = g_string_new (NULL);

  for (guint i = 0; i < table->actors->len; i++) {
    EntenteId id = g_array_index (table->actors, EntenteId, i);
    guint32 index = entente_chronicle_find_actor (chronicle, id);

    g_string_append_printf (
      frame,
      "%" G_GINT64_FORMAT " %s\n",
      id,
      index == ENTENTE_NO_INDEX ? "?" : entente_chronicle_get_actor (chronicle, index)->name);
  }
  for (guint i = 0; i < table->rows->len; i++) {
    const EntentePositionsRow *row = &g_array_index (table->rows, EntentePositionsRow, i);

    g_string_append_printf (frame, "%u %s\n", row->depth, get_issue_name (chronicle, row->issue));
  }
  return g_string_free (frame, FALSE);
}

static void
make_frame (EntentePositionsGrid *self,
            const EntentePositionsTable *table,
            const EntenteChronicle *chronicle)
{
  empty_grid (self->head);
  empty_grid (self->side);
  empty_grid (self->cells);
  g_hash_table_remove_all (self->shown);
  for (guint column = 0; column < table->actors->len; column++)
    add_actor (self, chronicle, g_array_index (table->actors, EntenteId, column), column);
  for (guint row = 0; row < table->rows->len; row++) {
    g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

    add_issue (self, chronicle, &g_array_index (table->rows, EntentePositionsRow, row), row, group);
    for (guint column = 0; column < table->actors->len; column++)
      add_cell (self, row, column, group);
  }
}

/* ---- GObject ---- */

static void
entente_positions_grid_dispose (GObject *object)
{
  EntentePositionsGrid *self = ENTENTE_POSITIONS_GRID (object);

  g_clear_pointer (&self->outer, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_positions_grid_parent_class)->dispose (object);
}

static void
entente_positions_grid_finalize (GObject *object)
{
  EntentePositionsGrid *self = ENTENTE_POSITIONS_GRID (object);

  g_free (self->frame);
  g_hash_table_unref (self->shown);

  G_OBJECT_CLASS (entente_positions_grid_parent_class)->finalize (object);
}

static void
entente_positions_grid_class_init (EntentePositionsGridClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = entente_positions_grid_dispose;
  object_class->finalize = entente_positions_grid_finalize;
  chosen_signal = g_signal_new ("chosen",
                                ENTENTE_TYPE_POSITIONS_GRID,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "positionsgrid");
}

static GtkWidget *
create_grid (const char *class)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_widget_add_css_class (grid, class);
  return grid;
}

/* Scrolls with the cells, without bars of its own. */
static GtkWidget *
create_follower (GtkWidget *grid, GtkAdjustment *across, GtkAdjustment *down)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  across ? GTK_POLICY_EXTERNAL : GTK_POLICY_NEVER,
                                  down ? GTK_POLICY_EXTERNAL : GTK_POLICY_NEVER);
  if (across)
    gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (scroller), across);
  if (down)
    gtk_scrolled_window_set_vadjustment (GTK_SCROLLED_WINDOW (scroller), down);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  return scroller;
}

static void
entente_positions_grid_init (EntentePositionsGrid *self)
{
  GtkAdjustment *across, *down;

  self->shown = g_hash_table_new (NULL, NULL);
  self->outer = gtk_grid_new ();
  self->head = create_grid ("positions-head");
  self->side = create_grid ("positions-side");
  self->cells = create_grid ("positions-cells");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->cells);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_grid_attach (GTK_GRID (self->outer), create_follower (self->head, across, NULL), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->outer), create_follower (self->side, NULL, down), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->outer), self->scroller, 1, 1, 1, 1);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
}

GtkWidget *
entente_positions_grid_new (void)
{
  return g_object_new (ENTENTE_TYPE_POSITIONS_GRID, NULL);
}

void
entente_positions_grid_show (EntentePositionsGrid *self,
                             const EntentePositionsTable *table,
                             const EntenteChronicle *chronicle)
{
  g_autofree char *frame = dup_frame (table, chronicle);
  gboolean had_keyboard = has_keyboard (self->cells);

  if (g_strcmp0 (frame, self->frame) != 0) {
    g_free (self->frame);
    self->frame = g_steal_pointer (&frame);
    make_frame (self, table, chronicle);
  }
  for (guint row = 0; row < table->rows->len; row++)
    for (guint column = 0; column < table->actors->len; column++)
      show_cell (self, table, chronicle, row, column);
  if (had_keyboard && !has_keyboard (self->cells))
    entente_positions_grid_focus_first (
      self); /* the card that had it went with its row or column */
}

const EntentePosition *
entente_positions_grid_get_focused (EntentePositionsGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, self->cells) ? entente_position_card_get (focus)
                                                              : NULL;
}

gboolean
entente_positions_grid_focus_first (EntentePositionsGrid *self)
{
  gtk_widget_set_focus_child (self->scroller, NULL);
  return gtk_widget_child_focus (self->cells, GTK_DIR_TAB_FORWARD);
}
