/* Pages as PDF, with an outline of headings and entries. */

#include "config.h"

#include "entente-pages-private.h"
#include "entente-pages.h"
#include "entente-pdf.h"

static void
describe (const EntentePages *pages, EntentePdf *pdf)
{
  const EntenteDocument *document = pages->document;
  g_autofree char *title = g_strdup_printf ("%s: %s", document->study, document->title);

  entente_pdf_describe (pdf, title, document->filter, document->coder, document->printed_time);
}

/* An item below @parent; its number. */
static int
outline (cairo_surface_t *surface, int parent, const char *name, const char *place)
{
  return cairo_pdf_surface_add_outline (surface, parent, name, place, 0);
}

static int
outline_block (const EntentePages *pages, cairo_surface_t *surface, guint i, int heading)
{
  const EntenteBlock *block = g_ptr_array_index (pages->document->blocks, i);
  g_autofree char *place = g_strdup_printf ("dest='block-%u'", i);
  g_autofree char *entry_place = NULL;
  g_autofree char *name = NULL;

  if (block->type == ENTENTE_BLOCK_HEADING)
    return outline (surface, CAIRO_PDF_OUTLINE_ROOT, block->text, place);
  if (block->type == ENTENTE_BLOCK_SUBHEADING)
    outline (surface, heading, block->text, place);
  if (block->type != ENTENTE_BLOCK_ENTRY)
    return heading;
  name =
    g_strdup_printf ("%u  %s  %s", block->entry->number, block->entry->when, block->entry->title);
  entry_place = g_strdup_printf ("dest='entry-%u'", block->entry->number);
  outline (surface, heading, name, entry_place);
  return heading;
}

static void
outline_blocks (const EntentePages *pages, cairo_surface_t *surface)
{
  int heading = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < pages->document->blocks->len; i++)
    heading = outline_block (pages, surface, i, heading);
}

/* All pages are one document in the tree of the PDF's structure: Cairo 1.16 names elements for
 * links that it writes only when there is such a tree, and without them a file is damaged. The tree
 * ends on the last page, since what follows would make one more. */
static gboolean
paint_pages (EntentePages *pages,
             cairo_surface_t *surface,
             GCancellable *cancellable,
             GError **error)
{
  cairo_t *cr = cairo_create (surface);
  guint n = entente_pages_get_n (pages);
  gboolean complete = TRUE;

  cairo_tag_begin (cr, "Document", "");
  for (guint page = 0; complete && page < n; page++) {
    complete = !g_cancellable_set_error_if_cancelled (cancellable, error);
    if (complete)
      entente_pages_paint (pages, page, cr);
    if (!complete || page + 1 == n)
      cairo_tag_end (cr, "Document");
    if (complete)
      cairo_show_page (cr);
    if (complete && pages->progress != NULL)
      pages->progress (page + 1, n, pages->progress_data);
  }
  cairo_destroy (cr);
  return complete;
}

void
entente_pages_set_progress (EntentePages *pages,
                            void (*progress) (guint done, guint total, gpointer data),
                            gpointer data)
{
  pages->progress = progress;
  pages->progress_data = data;
}

gboolean
entente_pages_write_pdf (EntentePages *pages,
                         cairo_write_func_t write,
                         gpointer closure,
                         GCancellable *cancellable,
                         GError **error)
{
  EntentePdf *pdf = entente_pdf_new (write, closure, pages->style.width_pt, pages->style.height_pt);
  cairo_surface_t *surface = entente_pdf_get_surface (pdf);

  describe (pages, pdf);
  outline_blocks (pages, surface);
  return entente_pdf_finish (pdf, paint_pages (pages, surface, cancellable, error), error);
}
