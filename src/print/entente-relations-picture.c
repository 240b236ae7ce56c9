/* EntenteRelationsPicture: options to a layout of one of three forms, and what these share: names,
 * colours, split bars. */
#include "config.h"

#include "entente-relations-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NETWORK_MAX 14
#define NARROWEST 320.0
#define CAPTIONED_MIN 720.0
#define STRIPE 4.0 /* from one stripe to the next */

#define GREY(level)                                                                                \
  {                                                                                                \
    level, level, level, 1                                                                         \
  }

static const EntenteRelationsColours colours[] = {
  [ENTENTE_RELATIONS_LIGHT] = { .ground = GREY (1),
                                .ground_odd = GREY (0.968),
                                .text = GREY (0.13),
                                .dim = GREY (0.36),
                                .line = GREY (0.84),
                                .grid = GREY (0.91),
                                .own = GREY (0.93) },
  [ENTENTE_RELATIONS_DARK] = { .ground = GREY (0.118),
                               .ground_odd = GREY (0.149),
                               .text = GREY (0.95),
                               .dim = GREY (0.68),
                               .line = GREY (0.27),
                               .grid = GREY (0.21),
                               .own = GREY (0.2) },
  [ENTENTE_RELATIONS_BLACK] = { .ground = GREY (1),
                                .ground_odd = GREY (1),
                                .text = GREY (0),
                                .dim = GREY (0.2),
                                .line = GREY (0.5),
                                .grid = GREY (0.75),
                                .own = GREY (0.9) },
};

static const char *const forms[ENTENTE_N_RELATIONS_FORMS] = { "matrix", "network", "activity" };

const char *
entente_relations_form_get_nick (EntenteRelationsForm form)
{
  return forms[form];
}

void
entente_relations_picture_options_init (EntenteRelationsPictureOptions *options)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  *options = (EntenteRelationsPictureOptions){ .made_time = g_get_real_time () / G_USEC_PER_SEC };
  if (epoch != NULL && *epoch != '\0')
    options->made_time = g_ascii_strtoll (epoch, NULL, 10);
}

/* ---- what the forms share ---- */

static EntenteChronicle *
get_chronicle (const EntenteRelationsPicture *self)
{
  return self->options.figures->chronicle;
}

EntenteShade
entente_relations_picture_get_shade (const EntenteRelationsPicture *self, guint32 actor)
{
  const EntenteSpan ever = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  EntenteChronicle *chronicle = get_chronicle (self);
  guint32 bearer = actor;
  EntenteColour colour;

  if (self->options.style == ENTENTE_RELATIONS_BLACK)
    return self->colours->text;
  if (entente_chronicle_get_actor (chronicle, actor)->colour == NULL)
    bearer = entente_chronicle_get_body (chronicle, actor, ever);
  colour = entente_palette_get_colour (chronicle,
                                       bearer,
                                       entente_palette_get_hue (chronicle, actor, ever),
                                       self->options.style == ENTENTE_RELATIONS_DARK);
  return (EntenteShade){ colour.red, colour.green, colour.blue, 1 };
}

EntenteShade
entente_relations_picture_fade (EntenteShade shade, double alpha)
{
  shade.alpha *= alpha;
  return shade;
}

const char *
entente_relations_picture_get_name (const EntenteRelationsPicture *self, guint32 actor)
{
  return entente_chronicle_get_actor (get_chronicle (self), actor)->name;
}

char *
entente_relations_picture_format_party (const EntenteRelationsPicture *self, guint32 actor)
{
  const EntenteParty *party =
    entente_relations_find_party (self->options.figures->relations, actor);
  g_autofree char *made = NULL, *received = NULL;

  made = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u made", "%'u made", party->n_made),
                          party->n_made);
  received = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%'u received", "%'u received", party->n_received),
    party->n_received);
  return g_strdup_printf ("%s · %s", made, received);
}

GArray *
entente_relations_picture_measure_names (const EntenteRelationsPicture *self,
                                         const guint32 *actors,
                                         guint n)
{
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++) {
    g_autofree char *below = entente_relations_picture_format_party (self, actors[i]);
    double width =
      MAX (entente_canvas_text_measure (self->context,
                                        ENTENTE_TYPE_STRONG,
                                        entente_relations_picture_get_name (self, actors[i])),
           entente_canvas_text_measure (self->context, ENTENTE_TYPE_PALE, below));

    width = ceil (width);
    g_array_append_val (widths, width);
  }
  return widths;
}

void
entente_relations_picture_paint_name (EntenteRelationsPicture *self,
                                      EntenteCanvas *canvas,
                                      guint32 actor,
                                      const char *below,
                                      double y,
                                      double height,
                                      double width)
{
  EntenteShade shade = entente_relations_picture_get_shade (self, actor);
  double room = width - ENTENTE_RELATIONS_NAME_X - 8, middle = y + height / 2;

  entente_canvas_pill (canvas, 2, y + 6, ENTENTE_RELATIONS_SWATCH, height - 12, 0);
  entente_canvas_fill (canvas, &shade);
  entente_canvas_text_paint (canvas,
                             self->context,
                             ENTENTE_TYPE_STRONG,
                             entente_relations_picture_get_name (self, actor),
                             ENTENTE_RELATIONS_NAME_X,
                             below != NULL ? middle - 8 : middle,
                             room,
                             &self->colours->text);
  if (below != NULL)
    entente_canvas_text_paint (canvas,
                               self->context,
                               ENTENTE_TYPE_PALE,
                               below,
                               ENTENTE_RELATIONS_NAME_X,
                               middle + 9,
                               room,
                               &self->colours->dim);
}

/* ---- split bars ---- */

static void
paint_stripes (EntenteCanvas *canvas, const EntenteNetworkBox *box, const EntenteShade *shade)
{
  double right = box->x + box->width, bottom = box->y + box->height;
  gboolean any = FALSE;

  for (double x = box->x; x + box->height <= right + 0.01; x += STRIPE) {
    canvas->class->move_to (canvas, x, bottom);
    canvas->class->line_to (canvas, x + box->height, box->y);
    any = TRUE;
  }
  if (any)
    entente_canvas_stroke (canvas, shade, 1.1);
  entente_canvas_rectangle (canvas,
                            box->x + 0.5,
                            box->y + 0.5,
                            MAX (box->width - 1, 0.5),
                            box->height - 1);
  entente_canvas_stroke (canvas, shade, 1);
}

void
entente_relations_picture_paint_split (EntenteRelationsPicture *self,
                                       EntenteCanvas *canvas,
                                       const guint counts[ENTENTE_N_TENORS],
                                       const EntenteNetworkBox *box,
                                       const EntenteShade *shade)
{
  EntenteShade pale = entente_relations_picture_fade (*shade, 0.28);
  guint total = 0;
  double x = box->x;

  for (guint i = 0; i < ENTENTE_N_TENORS; i++)
    total += counts[i];
  for (guint i = 0; i < ENTENTE_N_TENORS && total > 0; i++) {
    const EntenteNetworkBox part = { x, box->y, box->width * counts[i] / total, box->height };

    x += part.width;
    if (counts[i] == 0)
      continue;
    if (i == ENTENTE_TENOR_CONFLICTUAL) {
      paint_stripes (canvas, &part, shade);
      continue;
    }
    entente_canvas_rectangle (canvas, part.x, part.y, part.width, part.height);
    entente_canvas_fill (canvas, i == ENTENTE_TENOR_OTHER ? &pale : shade);
  }
}

/* ---- making ---- */

static void
choose_actors (EntenteRelationsPicture *self)
{
  EntenteRelationsPictureOptions *options = &self->options;
  guint max = options->form == ENTENTE_RELATIONS_NETWORK ? NETWORK_MAX : ENTENTE_RELATIONS_MAX;
  EntentePartyOrder order =
    options->form == ENTENTE_RELATIONS_NETWORK ? ENTENTE_PARTY_ORDER_COUNT : options->order;

  if (options->max > 0)
    max = MIN (max, options->max);
  self->actors =
    entente_party_order_list (options->figures->chronicle, options->figures->relations, order, max);
}

static void
lay_out (EntenteRelationsPicture *self)
{
  double width = self->options.width_px - 2 * ENTENTE_RELATIONS_MARGIN;

  switch (self->options.form) {
  case ENTENTE_RELATIONS_NETWORK:
    entente_relations_picture_lay_out_network (self, width, 0);
    break;
  case ENTENTE_RELATIONS_ACTIVITY:
    entente_relations_picture_lay_out_activity (self, width);
    break;
  case ENTENTE_RELATIONS_MATRIX:
  case ENTENTE_N_RELATIONS_FORMS:
  default:
    entente_relations_picture_lay_out_matrix (self, width);
    break;
  }
  self->notes_height = entente_relations_picture_paint_notes (self, NULL);
}

/* What is left below a network is given to it: only now is it known how high its notes are. */
static void
fill_height (EntenteRelationsPicture *self)
{
  double left = self->options.height_px - entente_relations_picture_get_height (self);

  if (self->options.form != ENTENTE_RELATIONS_NETWORK || left < 1)
    return;
  entente_relations_picture_lay_out_network (self,
                                             self->options.width_px - 2 * ENTENTE_RELATIONS_MARGIN,
                                             floor (self->height + left));
  self->notes_height = entente_relations_picture_paint_notes (self, NULL);
}

EntenteRelationsPicture *
entente_relations_picture_new (const EntenteRelationsPictureOptions *options)
{
  EntenteRelationsPicture *self = g_new0 (EntenteRelationsPicture, 1);

  self->options = *options;
  self->options.figures = entente_relations_figures_ref (options->figures);
  self->options.study = g_strdup (options->study);
  self->options.filter = g_strdup (options->filter);
  self->options.width_px =
    MAX (options->width_px > 0 ? options->width_px : ENTENTE_RELATIONS_WIDTH, NARROWEST);
  self->context = entente_page_style_make_context ();
  self->colours = &colours[options->style];
  choose_actors (self);
  lay_out (self);
  fill_height (self);
  return self;
}

void
entente_relations_picture_free (EntenteRelationsPicture *self)
{
  if (self == NULL)
    return;
  entente_relations_figures_unref (self->options.figures);
  g_free ((gpointer) self->options.study);
  g_free ((gpointer) self->options.filter);
  g_object_unref (self->context);
  g_array_unref (self->actors);
  entente_network_free (self->network);
  g_free (self);
}

/* What stands alone has no empty room beside it. */
double
entente_relations_picture_get_width (const EntenteRelationsPicture *self)
{
  double room = self->options.width_px;

  if (self->options.captioned)
    room = MIN (room, CAPTIONED_MIN);
  return ceil (MAX (room, self->width + 2 * ENTENTE_RELATIONS_MARGIN));
}

double
entente_relations_picture_get_height (const EntenteRelationsPicture *self)
{
  return ceil (self->height + self->notes_height + 2 * ENTENTE_RELATIONS_MARGIN);
}

const guint32 *
entente_relations_picture_get_actors (const EntenteRelationsPicture *self, guint *n)
{
  *n = self->actors->len;
  return (const guint32 *) (gpointer) self->actors->data;
}

/* ---- painting ---- */

static void
paint_form (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  switch (self->options.form) {
  case ENTENTE_RELATIONS_NETWORK:
    entente_relations_picture_paint_network (self, canvas);
    break;
  case ENTENTE_RELATIONS_ACTIVITY:
    entente_relations_picture_paint_activity (self, canvas);
    break;
  case ENTENTE_RELATIONS_MATRIX:
  case ENTENTE_N_RELATIONS_FORMS:
  default:
    entente_relations_picture_paint_matrix (self, canvas);
    break;
  }
}

void
entente_relations_picture_paint (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  const EntenteCanvasGroup inner = { .x = entente_relations_picture_get_left (self),
                                     .y = ENTENTE_RELATIONS_MARGIN,
                                     .role = forms[self->options.form] };
  const EntenteCanvasGroup notes = { .x = ENTENTE_RELATIONS_MARGIN,
                                     .y = ENTENTE_RELATIONS_MARGIN + self->height,
                                     .role = "notes" };

  if (!self->options.transparent) {
    entente_canvas_rectangle (canvas,
                              0,
                              0,
                              entente_relations_picture_get_width (self),
                              entente_relations_picture_get_height (self));
    entente_canvas_fill (canvas, &self->colours->ground);
  }
  entente_canvas_push (canvas, &inner);
  paint_form (self, canvas);
  entente_canvas_pop (canvas);
  entente_canvas_push (canvas, &notes);
  entente_relations_picture_paint_notes (self, canvas);
  entente_canvas_pop (canvas);
}

static void
paint_drawing (EntenteCanvas *canvas, gpointer picture)
{
  entente_relations_picture_paint (picture, canvas);
}

EntenteDrawing
entente_relations_picture_get_drawing (EntenteRelationsPicture *self, const char *caption)
{
  return (EntenteDrawing){ .width = entente_relations_picture_get_width (self),
                           .height = entente_relations_picture_get_height (self),
                           .title = self->options.study,
                           .description = caption,
                           .made_time = self->options.made_time,
                           .paint = paint_drawing,
                           .data = self };
}
