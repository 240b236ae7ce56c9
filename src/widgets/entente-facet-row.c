/* A row of a facet section. Kinds of move, in the grid, are toggled by their glyph; all else by a
 * check box. Reused by list views. Main thread.
 */
#include "config.h"

#include "entente-facet-row.h"
#include "entente-glyph-icon.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>

#define INDENT_PX 18 /* of a place or an issue under another one */

struct _EntenteFacetRow {
  GtkWidget parent_instance;

  EntenteFacet facet;
  EntenteFacetItem *item; /* or NULL */
  gboolean updating;

  GtkWidget *button; /* GtkCheckButton, or GtkToggleButton in the grid */
  EntenteGlyphIcon *glyph; /* or NULL */
  GtkLabel *label;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (EntenteFacetRow, entente_facet_row, GTK_TYPE_WIDGET)

static gboolean
is_group (EntenteFacetRow *self)
{
  return self->facet == ENTENTE_FACET_GROUP;
}

static gboolean
has_glyph (EntenteFacetRow *self)
{
  return is_group (self) || self->facet == ENTENTE_FACET_EVIDENCE;
}

/* Evidence shows on the plain square of a deed. */
static EntenteGlyph
get_glyph (EntenteFacetRow *self)
{
  guint value = entente_facet_item_get_value (self->item);
  static const EntenteKind deed = { .id = "", .group = ENTENTE_GROUP_DEED };

  if (is_group (self))
    return (EntenteGlyph){ .group = (guint8) value, .fill = ENTENTE_FILL_FULL };
  return entente_glyph_for (&deed, value, ENTENTE_MODE_FACTUAL);
}

static void
set_active (EntenteFacetRow *self, gboolean active)
{
  self->updating = TRUE;
  if (GTK_IS_CHECK_BUTTON (self->button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->button), active);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->button), active);
  self->updating = FALSE;
}

static void
update_count (EntenteFacetRow *self)
{
  guint total, n = entente_facet_item_get_count (self->item, &total);
  const char *label = entente_facet_item_get_label (self->item);
  g_autofree char *markup = is_group (self)
                              ? g_markup_printf_escaped ("<b>%'u</b>", n)
                              : g_markup_printf_escaped (_ ("<b>%'u</b> of %'u"), n, total);
  g_autofree char *description = g_strdup_printf (_ ("%s, %'u of %'u events"), label, n, total);

  gtk_label_set_markup (self->count, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description,
                                  -1);
  if (n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "zero");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "zero");
}

static void
update (EntenteFacetRow *self)
{
  const char *label = entente_facet_item_get_label (self->item);
  gboolean checked = entente_facet_item_get_checked (self->item);

  gtk_label_set_text (self->label, label);
  gtk_widget_set_margin_start (self->button,
                               (int) entente_facet_item_get_depth (self->item) * INDENT_PX);
  entente_tooltip_set_text (GTK_WIDGET (self->label), label);
  update_count (self);
  set_active (self, checked);
  if (checked)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "off");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "off");
  if (self->glyph)
    entente_glyph_icon_set_glyph (self->glyph, get_glyph (self));
}

static void
item_notify_cb (EntenteFacetItem *item, GParamSpec *pspec, EntenteFacetRow *self)
{
  update (self);
}

static void
toggled_cb (EntenteFacetRow *self)
{
  gboolean active;

  if (self->updating || !self->item)
    return;
  active = GTK_IS_CHECK_BUTTON (self->button)
             ? gtk_check_button_get_active (GTK_CHECK_BUTTON (self->button))
             : gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->button));
  entente_facet_item_set_checked (self->item, active);
  update (self);
}

/* Control and click: only this one. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, EntenteFacetRow *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!(state & GDK_CONTROL_MASK) || !self->item)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  entente_facet_item_check_only (self->item);
}

static void
forget_item (EntenteFacetRow *self)
{
  if (self->item)
    g_signal_handlers_disconnect_by_func (self->item, item_notify_cb, self);
  g_clear_object (&self->item);
}

static void
entente_facet_row_dispose (GObject *object)
{
  EntenteFacetRow *self = ENTENTE_FACET_ROW (object);

  forget_item (self);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_facet_row_parent_class)->dispose (object);
}

static void
entente_facet_row_class_init (EntenteFacetRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_facet_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facetrow");
}

static void
entente_facet_row_init (EntenteFacetRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
create_content (EntenteFacetRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "count");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  if (has_glyph (self)) {
    self->glyph = ENTENTE_GLYPH_ICON (entente_glyph_icon_new ());
    entente_glyph_icon_set_size (self->glyph, is_group (self) ? 15 : 14);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->glyph));
  }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  return box;
}

GtkWidget *
entente_facet_row_new (EntenteFacet facet)
{
  EntenteFacetRow *self = g_object_new (ENTENTE_TYPE_FACET_ROW, NULL);

  self->facet = facet;
  if (is_group (self)) {
    self->button = gtk_toggle_button_new ();
    gtk_button_set_child (GTK_BUTTON (self->button), create_content (self));
    gtk_widget_add_css_class (self->button, "flat");
  } else {
    self->button = gtk_check_button_new ();
    gtk_check_button_set_child (GTK_CHECK_BUTTON (self->button), create_content (self));
  }
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_WIDGET (self);
}

void
entente_facet_row_set_item (EntenteFacetRow *self, EntenteFacetItem *item)
{
  forget_item (self);
  if (!item)
    return;
  self->item = g_object_ref (item);
  g_signal_connect (item, "notify", G_CALLBACK (item_notify_cb), self);
  update (self);
}
