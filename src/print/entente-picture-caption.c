/* The caption of a picture, to cite it by: whose timeline, under which filter, how many of how
 * many, and what is out of view. */

#include "config.h"

#include "entente-picture-private.h"

#include <glib/gi18n-lib.h>

#define HEADING_LINE 21.0
#define SENTENCE_LINE 18.0
#define CAPTION_MAX 1000.0 /* longer lines are hard to read */

/* "15 of 18 events, 1 Jan – 12 Nov 2018. Not in view: 2 earlier, 1 later." */
static char *
format_counts (const EntentePicture *self)
{
  const EntenteSceneCounts *counts = &self->scene->counts;
  guint n = entente_bitset_count (self->options.rows);
  guint total = entente_chronicle_get_n_rows (self->options.chronicle);
  g_autofree char *lanes = entente_lanes_describe (self->lanes);
  g_autofree char *span = entente_span_format (entente_timescale_get_span (&self->scene->scale));
  GString *out = g_string_new (NULL);

  g_string_append_printf (out,
                          g_dngettext (GETTEXT_PACKAGE, "%u of %u event", "%u of %u events", total),
                          n,
                          total);
  g_string_append_printf (out, ", %s.", span);
  if (counts->before + counts->after > 0) {
    g_string_append_c (out, ' ');
    /* TRANSLATORS: events outside the stretch of time that a picture shows */
    g_string_append_printf (out,
                            _ ("Not in view: %u earlier, %u later."),
                            counts->before,
                            counts->after);
  }
  if (lanes != NULL)
    g_string_append_printf (out, " %s", lanes);
  if (self->scene->folded) {
    g_autofree char *thread = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                            "Only this thread: %'u of %'u move",
                                                            "Only this thread: %'u of %'u moves",
                                                            n),
                                               self->scene->n_thread,
                                               n);

    g_string_append_printf (out, " %s.", thread);
  }
  if (self->options.remark != NULL)
    g_string_append_printf (out, " %s", self->options.remark);
  return g_string_free (out, FALSE);
}

char *
entente_picture_format_imprint (gint64 study_version, gint64 made_time)
{
  EntenteDay day = entente_time_get_day (made_time);
  g_autoptr (EntenteDate) date = entente_date_new_day (day.year, day.month, day.day);
  g_autofree char *words = entente_date_format (date);
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, study_version);

  /* TRANSLATORS: below a picture of the timeline: "Version 41 of the study, drawn with Entente on
   * 14 March 2019." */
  return g_strdup_printf (_ ("Version %s of the study, drawn with Entente on %s."), version, words);
}

static char *
format_filter (const EntentePicture *self)
{
  return g_strdup_printf ("%s.", self->options.filter != NULL ? self->options.filter : "");
}

char *
entente_picture_dup_caption (const EntentePicture *self)
{
  g_autofree char *filter = format_filter (self);
  g_autofree char *counts = format_counts (self);
  g_autofree char *imprint =
    entente_picture_format_imprint (self->options.version, self->options.made_time);

  return g_strdup_printf ("%s %s %s", filter, counts, imprint);
}

/* The bottom of its last line. */
static double
paint_sentence (EntentePicture *self,
                EntenteCanvas *canvas,
                EntenteType type,
                const char *text,
                double top,
                double line)
{
  const EntenteShade *shade =
    type == ENTENTE_TYPE_PALE ? &self->colours->dim : &self->colours->text;
  g_autoptr (GPtrArray) lines =
    entente_picture_break_lines (self, type, text, MIN (self->notes_px, CAPTION_MAX));

  for (guint i = 0; canvas != NULL && i < lines->len; i++)
    entente_picture_paint_text (self,
                                canvas,
                                type,
                                g_ptr_array_index (lines, i),
                                2,
                                top + (i + 0.5) * line,
                                0,
                                shade);
  return top + lines->len * line;
}

double
entente_picture_paint_caption (EntentePicture *self, EntenteCanvas *canvas, double top)
{
  const EntenteCanvasGroup group = { .role = "caption" };
  g_autofree char *filter = format_filter (self);
  g_autofree char *counts = format_counts (self);
  g_autofree char *imprint =
    entente_picture_format_imprint (self->options.version, self->options.made_time);
  g_autofree char *foot = g_strdup_printf ("%s %s", counts, imprint);

  if (canvas != NULL)
    entente_canvas_push (canvas, &group);
  top = paint_sentence (self,
                        canvas,
                        ENTENTE_TYPE_HEADING,
                        self->options.study != NULL ? self->options.study : "",
                        top,
                        HEADING_LINE);
  top = paint_sentence (self, canvas, ENTENTE_TYPE_LEAD, filter, top, SENTENCE_LINE);
  top = paint_sentence (self, canvas, ENTENTE_TYPE_PALE, foot, top, SENTENCE_LINE);
  if (canvas != NULL)
    entente_canvas_pop (canvas);
  return top;
}
