/* What stands below a picture of relations: what its marks mean, and a caption to cite it by. */
#include "config.h"

#include "entente-picture.h"
#include "entente-relations-picture-private.h"
#include "entente-ticks.h"

#include <glib/gi18n-lib.h>

#define LEGEND_LINE 24.0
#define SAMPLE_WIDTH 22.0
#define SAMPLE_HEIGHT 9.0
#define SAMPLE_GAP 7.0
#define ENTRY_GAP 22.0
#define HEADING_LINE 21.0
#define SENTENCE_LINE 18.0
#define CAPTION_MAX 1000.0
#define CAPTION_GAP 8.0

static double
get_room (const EntenteRelationsPicture *self)
{
  return entente_relations_picture_get_width (self) - 2 * ENTENTE_RELATIONS_MARGIN;
}

/* ---- legend ---- */

/* "Cooperative (CAMEO 03–08)" behind a bar that is nothing else. */
static double
paint_entry (EntenteRelationsPicture *self,
             EntenteCanvas *canvas,
             EntenteTenor tenor,
             const char *text,
             double x,
             double y)
{
  const EntenteNetworkBox bar = { x, y - SAMPLE_HEIGHT / 2, SAMPLE_WIDTH, SAMPLE_HEIGHT };
  guint counts[ENTENTE_N_TENORS] = { 0 };

  counts[tenor] = 1;
  if (canvas != NULL) {
    entente_relations_picture_paint_split (self, canvas, counts, &bar, &self->colours->text);
    entente_canvas_text_paint (canvas,
                               self->context,
                               ENTENTE_TYPE_PALE,
                               text,
                               x + SAMPLE_WIDTH + SAMPLE_GAP,
                               y,
                               0,
                               &self->colours->dim);
  }
  return x + SAMPLE_WIDTH + SAMPLE_GAP +
         entente_canvas_text_measure (self->context, ENTENTE_TYPE_PALE, text) + ENTRY_GAP;
}

/* Sentences of one paragraph, below @top; the bottom of the last line. */
static double
paint_sentence (EntenteRelationsPicture *self,
                EntenteCanvas *canvas,
                EntenteType type,
                const char *text,
                double top,
                double line)
{
  const EntenteShade *shade =
    type == ENTENTE_TYPE_PALE ? &self->colours->dim : &self->colours->text;
  g_autoptr (GPtrArray) lines =
    entente_canvas_text_break (self->context, type, text, MIN (get_room (self), CAPTION_MAX));

  for (guint i = 0; canvas != NULL && i < lines->len; i++)
    entente_canvas_text_paint (canvas,
                               self->context,
                               type,
                               g_ptr_array_index (lines, i),
                               2,
                               top + (i + 0.5) * line,
                               0,
                               shade);
  return top + lines->len * line;
}

static char *
format_activity (const EntenteRelationsPicture *self)
{
  const EntenteRelationsFigures *figures = self->options.figures;
  g_autofree char *unit = NULL;
  guint undated;
  GString *out;

  if (figures->activity == NULL)
    return g_strdup (_ ("None of these moves has a place in time."));
  out = g_string_new (NULL);
  undated = entente_activity_get_n_undated (figures->activity);
  unit = entente_ticks_format_length (entente_calendar_unit_length (figures->unit));
  /* TRANSLATORS: "… moves in a month" */
  g_string_append_printf (
    out,
    _ ("Above the line cooperative moves (full) and others (pale), below it conflictual ones. "
       "Height: √ of moves in %s, one scale for all."),
    unit);
  if (undated > 0) {
    g_string_append_c (out, ' ');
    g_string_append_printf (out,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%'u undated move is not shown.",
                                         "%'u undated moves are not shown.",
                                         undated),
                            undated);
  }
  return g_string_free (out, FALSE);
}

static double
paint_legend (EntenteRelationsPicture *self, EntenteCanvas *canvas, double top)
{
  const struct {
    EntenteTenor tenor;
    const char *text;
  } entries[] = { { ENTENTE_TENOR_COOPERATIVE, _ ("cooperative (CAMEO 03–08)") },
                  { ENTENTE_TENOR_OTHER, _ ("other") },
                  { ENTENTE_TENOR_CONFLICTUAL, _ ("conflictual (CAMEO 09–20)") } };
  double x = 2, y = top + LEGEND_LINE / 2;

  if (self->options.form == ENTENTE_RELATIONS_ACTIVITY) {
    g_autofree char *text = format_activity (self);

    return paint_sentence (self, canvas, ENTENTE_TYPE_PALE, text, top + 4, SENTENCE_LINE);
  }
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    double next = paint_entry (self, NULL, entries[i].tenor, entries[i].text, x, y);

    if (x > 2 && next - ENTRY_GAP > get_room (self)) {
      x = 2;
      y += LEGEND_LINE;
    }
    x = paint_entry (self, canvas, entries[i].tenor, entries[i].text, x, y);
  }
  y += LEGEND_LINE / 2;
  if (self->options.form == ENTENTE_RELATIONS_NETWORK)
    y = paint_sentence (self,
                        canvas,
                        ENTENTE_TYPE_PALE,
                        _ ("An arrow goes from who moves to who is addressed; the more moves, the "
                           "wider it is."),
                        y,
                        SENTENCE_LINE);
  return y;
}

/* ---- caption ---- */

static guint
count_shown_arrows (const EntenteRelationsPicture *self, guint *n_all)
{
  guint n, n_own = 0;
  const EntenteDyad *dyads = entente_relations_get_dyads (self->options.figures->relations, &n);

  for (guint i = 0; i < n; i++)
    n_own += dyads[i].from == dyads[i].to;
  *n_all = n - n_own;
  return self->network->n_arrows;
}

static void
append_network (const EntenteRelationsPicture *self, GString *out)
{
  guint n_all, n_shown = count_shown_arrows (self, &n_all);

  g_string_append_c (out, ' ');
  g_string_append_printf (
    out,
    g_dngettext (GETTEXT_PACKAGE, "%'u of %'u arrow.", "%'u of %'u arrows.", n_all),
    n_shown,
    n_all);
  if (self->network->n_silent > 0) {
    g_string_append_c (out, ' ');
    g_string_append_printf (out,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%'u count has no room; the table has it.",
                                         "%'u counts have no room; the table has them.",
                                         self->network->n_silent),
                            self->network->n_silent);
  }
}

char *
entente_relations_picture_describe (const EntenteRelationsPicture *self)
{
  const EntenteRelations *relations = self->options.figures->relations;
  guint n_parties, n_rows = entente_relations_get_n_rows (relations);
  GString *out = g_string_new (NULL);

  entente_relations_get_parties (relations, &n_parties);
  g_string_append_printf (
    out,
    g_dngettext (GETTEXT_PACKAGE, "%'u of %'u actor.", "%'u of %'u actors.", n_parties),
    self->actors->len,
    n_parties);
  g_string_append_c (out, ' ');
  g_string_append_printf (out,
                          g_dngettext (GETTEXT_PACKAGE,
                                       "%'u of %'u move goes from one to another.",
                                       "%'u of %'u moves go from one to another.",
                                       n_rows),
                          entente_relations_get_n_directed (relations),
                          n_rows);
  if (self->network != NULL)
    append_network (self, out);
  return g_string_free (out, FALSE);
}

static char *
format_foot (const EntenteRelationsPicture *self)
{
  g_autofree char *counts = entente_relations_picture_describe (self);
  g_autofree char *imprint =
    entente_picture_format_imprint (self->options.version, self->options.made_time);

  return g_strdup_printf ("%s %s", counts, imprint);
}

static char *
format_filter (const EntenteRelationsPicture *self)
{
  return g_strdup_printf ("%s.", self->options.filter != NULL ? self->options.filter : "");
}

char *
entente_relations_picture_dup_caption (const EntenteRelationsPicture *self)
{
  g_autofree char *filter = format_filter (self);
  g_autofree char *foot = format_foot (self);

  return g_strdup_printf ("%s %s", filter, foot);
}

double
entente_relations_picture_paint_notes (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  double y = paint_legend (self, canvas, 0);
  g_autofree char *filter = NULL, *foot = NULL;

  if (!self->options.captioned)
    return y;
  filter = format_filter (self);
  foot = format_foot (self);
  y = paint_sentence (self,
                      canvas,
                      ENTENTE_TYPE_HEADING,
                      self->options.study != NULL ? self->options.study : "",
                      y + CAPTION_GAP,
                      HEADING_LINE);
  y = paint_sentence (self, canvas, ENTENTE_TYPE_LEAD, filter, y, SENTENCE_LINE);
  return paint_sentence (self, canvas, ENTENTE_TYPE_PALE, foot, y, SENTENCE_LINE);
}
