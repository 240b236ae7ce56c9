/* A row with the first page of a summary in small.
 *
 * The picture is the page itself, so it needs no drawing of its own; a kind that was not made yet
 * shows an empty sheet.
 */
#include "config.h"

#include "entente-print-kind-row.h"
#include <glib/gi18n.h>

struct _EntentePrintKindRow {
  GtkListBoxRow parent_instance;

  EntenteSummaryKind kind;
  EntentePages *pages; /* or NULL */

  GtkDrawingArea *picture;
  GtkLabel *title, *count, *description;
};

G_DEFINE_FINAL_TYPE (EntentePrintKindRow, entente_print_kind_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const descriptions[ENTENTE_N_SUMMARY_KINDS] = {
  N_ ("Every move in order, with its words and source"),
  N_ ("Each actor: names, offices, moves made and received"),
  N_ ("What was answered, when, and what was not"),
  N_ ("Who wanted, offered or refused what on a day, issue by issue"),
  N_ ("What is denied, contested or told once, with all sides"),
  N_ ("What each article tells, adds and contradicts"),
};

static void
draw_picture (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  EntentePrintKindRow *self = data;
  const EntentePageStyle *style;
  double scale;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (!self->pages)
    return;
  style = entente_pages_get_style (self->pages);
  scale = MIN (width / style->width_pt, height / style->height_pt);
  cairo_scale (cr, scale, scale);
  entente_pages_paint (self->pages, 0, cr);
}

static void
entente_print_kind_row_finalize (GObject *object)
{
  g_clear_pointer (&ENTENTE_PRINT_KIND_ROW (object)->pages, entente_pages_unref);
  G_OBJECT_CLASS (entente_print_kind_row_parent_class)->finalize (object);
}

static void
entente_print_kind_row_class_init (EntentePrintKindRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = entente_print_kind_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-print-kind-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntentePrintKindRow, picture);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintKindRow, title);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintKindRow, count);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintKindRow, description);
}

static void
entente_print_kind_row_init (EntentePrintKindRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->picture, draw_picture, self, NULL);
}

GtkWidget *
entente_print_kind_row_new (EntenteSummaryKind kind)
{
  EntentePrintKindRow *self = g_object_new (ENTENTE_TYPE_PRINT_KIND_ROW, NULL);

  self->kind = kind;
  gtk_label_set_text (self->title, entente_summary_kind_get_label (kind));
  gtk_label_set_text (self->description, _ (descriptions[kind]));
  return GTK_WIDGET (self);
}

EntenteSummaryKind
entente_print_kind_row_get_kind (EntentePrintKindRow *self)
{
  return self->kind;
}

gboolean
entente_print_kind_row_has_pages (EntentePrintKindRow *self)
{
  return self->pages != NULL;
}

void
entente_print_kind_row_set_pages (EntentePrintKindRow *self, EntentePages *pages)
{
  guint n = pages ? entente_pages_get_n (pages) : 0;
  g_autofree char *count = n > 0 ? g_strdup_printf (ngettext ("%u page", "%u pages", n), n) : NULL;

  if (pages)
    entente_pages_ref (pages);
  g_clear_pointer (&self->pages, entente_pages_unref);
  self->pages = pages;
  gtk_label_set_text (self->count, count ? count : "");
  gtk_widget_queue_draw (GTK_WIDGET (self->picture));
}
