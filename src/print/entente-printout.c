/* Pages or a poster: each question goes to the one that is there. */
#include "config.h"

#include "entente-printout.h"

#include <glib/gi18n-lib.h>

struct _EntentePrintout {
  EntentePages *pages; /* or NULL, and then: */
  EntentePicture *picture;
  EntentePoster *poster;
};

EntentePrintout *
entente_printout_new_pages (EntentePages *pages)
{
  EntentePrintout *self = g_atomic_rc_box_new0 (EntentePrintout);

  self->pages = entente_pages_ref (pages);
  return self;
}

EntentePrintout *
entente_printout_new_poster (EntentePicture *picture, EntentePoster *poster)
{
  EntentePrintout *self = g_atomic_rc_box_new0 (EntentePrintout);

  self->picture = picture;
  self->poster = poster;
  return self;
}

EntentePrintout *
entente_printout_ref (EntentePrintout *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EntentePrintout *self = data;

  g_clear_pointer (&self->pages, entente_pages_unref);
  g_clear_pointer (&self->poster, entente_poster_free);
  g_clear_pointer (&self->picture, entente_picture_free);
}

void
entente_printout_unref (EntentePrintout *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
entente_printout_get_n (const EntentePrintout *self)
{
  return self->pages != NULL ? entente_pages_get_n (self->pages)
                             : entente_poster_get_n_sheets (self->poster);
}

void
entente_printout_get_size (const EntentePrintout *self, double *width_pt, double *height_pt)
{
  const EntentePageStyle *style = self->pages != NULL ? entente_pages_get_style (self->pages)
                                                      : entente_poster_get_style (self->poster);

  *width_pt = style->width_pt;
  *height_pt = style->height_pt;
}

EntentePages *
entente_printout_get_pages (const EntentePrintout *self)
{
  return self->pages;
}

const EntentePoster *
entente_printout_get_poster (const EntentePrintout *self)
{
  return self->poster;
}

const char *
entente_printout_get_study (const EntentePrintout *self)
{
  return self->pages != NULL ? entente_pages_get_document (self->pages)->study
                             : entente_poster_get_study (self->poster);
}

const char *
entente_printout_get_label (const EntentePrintout *self)
{
  return self->pages != NULL ? entente_pages_get_document (self->pages)->kind
                             : _ ("Timeline Poster");
}

void
entente_printout_paint (EntentePrintout *self, guint sheet, cairo_t *cr)
{
  EntenteCanvas *canvas;

  if (self->pages != NULL) {
    entente_pages_paint (self->pages, sheet, cr);
    return;
  }
  canvas = entente_canvas_new_cairo (cr);
  entente_poster_paint (self->poster, sheet, canvas);
  entente_canvas_free (canvas);
}
