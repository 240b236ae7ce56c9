/* A list of the kinds of move below a search entry; rows are made once, on first use. Enter in the
 * entry takes the first row that is left. Main thread.
 */
#include "config.h"

#include "entente-enums.h"
#include "entente-glyph-icon.h"
#include "entente-kind-popover.h"
#include <string.h>

struct _EntenteKindPopover {
  GtkPopover parent_instance;

  char *search; /* folded, or NULL */

  GtkWidget *entry;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (EntenteKindPopover, entente_kind_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;
static G_DEFINE_QUARK (entente_kind_of_row, kind_of_row)

  static const EntenteKind *get_kind (GtkListBoxRow *row)
{
  return g_object_get_qdata (G_OBJECT (row), kind_of_row_quark ());
}

static const char *
get_group_label (const EntenteKind *kind)
{
  return entente_enum_label (ENTENTE_ENUM_KIND_GROUP, (int) kind->group);
}

static GtkWidget *
create_row (const EntenteKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = entente_glyph_icon_new ();
  GtkWidget *label = gtk_label_new (entente_kind_get_label (kind));

  entente_glyph_icon_set_glyph (
    ENTENTE_GLYPH_ICON (icon),
    entente_glyph_for (kind, ENTENTE_EVIDENCE_SINGLE, ENTENTE_MODE_FACTUAL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, entente_kind_get_definition (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entente_kind_get_label (kind),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  entente_kind_get_definition (kind),
                                  -1);
  g_object_set_qdata (G_OBJECT (row), kind_of_row_quark (), (gpointer) kind);
  return row;
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *label;

  if (before && get_kind (before)->group == get_kind (row)->group) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (get_group_label (get_kind (row)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "kind-group");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *other = g_utf8_casefold (text, -1);

  return strstr (other, folded) != NULL;
}

static gboolean
filter_func (GtkListBoxRow *row, gpointer data)
{
  EntenteKindPopover *self = data;
  const EntenteKind *kind = get_kind (row);

  return !self->search || contains (entente_kind_get_label (kind), self->search) ||
         contains (get_group_label (kind), self->search) ||
         contains (entente_kind_get_definition (kind), self->search);
}

static void
choose (EntenteKindPopover *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, get_kind (row)->id);
}

static void
row_activated_cb (EntenteKindPopover *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
search_changed_cb (EntenteKindPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_free (self->search);
  self->search = *text ? g_utf8_casefold (text, -1) : NULL;
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

static void
search_activate_cb (EntenteKindPopover *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    if (filter_func (row, self)) {
      choose (self, row);
      return;
    }
}

static void
ensure_rows (EntenteKindPopover *self)
{
  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))
    return;
  for (guint i = 0; i < entente_kind_count (); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (entente_kind_get (i)));
}

static void
entente_kind_popover_show (GtkWidget *widget)
{
  EntenteKindPopover *self = ENTENTE_KIND_POPOVER (widget);

  ensure_rows (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_changed_cb (self);
  GTK_WIDGET_CLASS (entente_kind_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (self->entry);
}

static void
entente_kind_popover_finalize (GObject *object)
{
  g_free (ENTENTE_KIND_POPOVER (object)->search);

  G_OBJECT_CLASS (entente_kind_popover_parent_class)->finalize (object);
}

static void
entente_kind_popover_class_init (EntenteKindPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = entente_kind_popover_finalize;
  widget_class->show = entente_kind_popover_show;
  chosen_signal = g_signal_new ("kind-chosen",
                                ENTENTE_TYPE_KIND_POPOVER,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-kind-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteKindPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, EntenteKindPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
entente_kind_popover_init (EntenteKindPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_func, NULL, NULL);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_func, self, NULL);
}

GtkWidget *
entente_kind_popover_new (void)
{
  return g_object_new (ENTENTE_TYPE_KIND_POPOVER, NULL);
}
