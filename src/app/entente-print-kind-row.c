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

  guint kind;
  EntentePrintout *printout; /* or NULL */

  GtkDrawingArea *picture;
  GtkLabel *title, *count, *description;
};

G_DEFINE_FINAL_TYPE (EntentePrintKindRow, entente_print_kind_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const descriptions[ENTENTE_N_PRINT_KINDS] = {
  N_ ("Every move in order, with its words and source"),
  N_ ("Each actor: names, offices, moves made and received"),
  N_ ("What was answered, when, and what was not"),
  N_ ("Who wanted, offered or refused what on a day, issue by issue"),
  N_ ("What is denied, contested or told once, with all sides"),
  N_ ("What each article tells, adds and contradicts"),
  N_ ("The lanes as drawn, over one or more sheets"),
};

static void
draw_picture (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  EntentePrintKindRow *self = data;
  double paper_width, paper_height, scale;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (!self->printout)
    return;
  entente_printout_get_size (self->printout, &paper_width, &paper_height);
  scale = MIN (width / paper_width, height / paper_height);
  cairo_scale (cr, scale, scale);
  entente_printout_paint (self->printout, 0, cr);
}

static void
entente_print_kind_row_finalize (GObject *object)
{
  g_clear_pointer (&ENTENTE_PRINT_KIND_ROW (object)->printout, entente_printout_unref);
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
entente_print_kind_row_new (guint kind)
{
  EntentePrintKindRow *self = g_object_new (ENTENTE_TYPE_PRINT_KIND_ROW, NULL);

  self->kind = kind;
  gtk_label_set_text (self->title,
                      kind < ENTENTE_N_SUMMARY_KINDS ? entente_summary_kind_get_label (kind)
                                                     : _ ("Timeline Poster"));
  gtk_label_set_text (self->description, _ (descriptions[kind]));
  return GTK_WIDGET (self);
}

void
entente_print_kind_row_choose (EntentePrintKindRow *self, EntentePrintChoice *choice)
{
  choice->poster = self->kind == ENTENTE_N_SUMMARY_KINDS;
  if (!choice->poster)
    choice->summary.kind = (EntenteSummaryKind) self->kind;
}

gboolean
entente_print_kind_row_is_kind (EntentePrintKindRow *self, const EntentePrintChoice *choice)
{
  return self->kind == (choice->poster ? ENTENTE_N_SUMMARY_KINDS : (guint) choice->summary.kind);
}

gboolean
entente_print_kind_row_has_printout (EntentePrintKindRow *self)
{
  return self->printout != NULL;
}

/* "2 pages"; of a poster "6 sheets", or the paper of the one there is. Free. */
static char *
describe_count (EntentePrintKindRow *self)
{
  guint n = entente_printout_get_n (self->printout);
  const EntentePoster *poster = entente_printout_get_poster (self->printout);

  if (!poster)
    return g_strdup_printf (ngettext ("%u page", "%u pages", n), n);
  if (n == 1)
    return g_strdup (entente_paper_get_label (entente_poster_get_paper (poster)));
  return g_strdup_printf (ngettext ("%u sheet", "%u sheets", n), n);
}

/* As high as its paper. */
static void
shape_picture (EntentePrintKindRow *self)
{
  double width, height;

  entente_printout_get_size (self->printout, &width, &height);
  gtk_drawing_area_set_content_height (
    self->picture,
    (int) (gtk_drawing_area_get_content_width (self->picture) * height / width));
}

void
entente_print_kind_row_set_printout (EntentePrintKindRow *self, EntentePrintout *printout)
{
  g_autofree char *count = NULL;

  if (printout)
    entente_printout_ref (printout);
  g_clear_pointer (&self->printout, entente_printout_unref);
  self->printout = printout;
  count = printout ? describe_count (self) : g_strdup ("");
  if (printout)
    shape_picture (self);
  gtk_label_set_text (self->count, count);
  gtk_widget_queue_draw (GTK_WIDGET (self->picture));
}

void
entente_print_kind_row_keep_one_stop (GtkListBox *kinds)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (kinds);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (kinds)) != NULL;
  GtkListBoxRow *row;

  if (!chosen)
    return;
  gtk_widget_set_focusable (GTK_WIDGET (chosen), TRUE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (chosen));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (kinds, i)); i++)
    gtk_widget_set_focusable (GTK_WIDGET (row), row == chosen);
}
