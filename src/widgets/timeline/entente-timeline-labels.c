/* Layouts of labels, made once and kept while they are shown: measuring and drawing a kept label
 * costs next to nothing, a new one 14 µs. New titles have a budget per frame, so that panning into
 * unknown country stays smooth. Main thread; owned by one timeline.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <string.h>

#define KEPT_MAX 4000
#define UNUSED_FRAMES 600

typedef struct {
  char *key;
  PangoLayout *layout;
  PangoLayout *cut; /* the same cut to cut_width, or NULL */
  double width, height, cut_width;
  guint frame; /* last used */
} Label;

struct _TimelineLabels {
  GtkWidget *widget; /* an EntenteTimeline */
  GHashTable *labels; /* key -> Label */
  PangoFontDescription *fonts[TIMELINE_N_LABELS];
  GString *key;
  guint frame, budget, n_made;
  gboolean ran_out;
};

typedef struct {
  double scale;
  PangoWeight weight;
} Font;

static const Font fonts[TIMELINE_N_LABELS] = {
  [ENTENTE_LABEL_TITLE] = { 0.89, PANGO_WEIGHT_NORMAL },
  [ENTENTE_LABEL_TITLE_STRONG] = { 0.89, PANGO_WEIGHT_SEMIBOLD },
  [ENTENTE_LABEL_PILL] = { 0.84, PANGO_WEIGHT_SEMIBOLD },
  [ENTENTE_LABEL_BUNDLE] = { 0.86, PANGO_WEIGHT_SEMIBOLD },
  [ENTENTE_LABEL_AXIS_LARGE] = { 0.89, PANGO_WEIGHT_SEMIBOLD },
  [ENTENTE_LABEL_AXIS_SMALL] = { 0.82, PANGO_WEIGHT_NORMAL },
  [ENTENTE_LABEL_ERA] = { 0.82, PANGO_WEIGHT_NORMAL },
  [ENTENTE_LABEL_CHIP] = { 0.89, PANGO_WEIGHT_NORMAL },
  [ENTENTE_LABEL_CHIP_NOTE] = { 0.8, PANGO_WEIGHT_NORMAL },
  [TIMELINE_LABEL_LANE] = { 0.95, PANGO_WEIGHT_SEMIBOLD },
  [TIMELINE_LABEL_LANE_NOTE] = { 0.84, PANGO_WEIGHT_NORMAL },
  [TIMELINE_LABEL_LANE_CODE] = { 0.78, PANGO_WEIGHT_SEMIBOLD },
};

static void
label_free (gpointer data)
{
  Label *label = data;

  g_object_unref (label->layout);
  g_clear_object (&label->cut);
  g_free (label->key);
  g_free (label);
}

EntenteTimelineLabels *
entente_timeline_labels_new (GtkWidget *widget)
{
  EntenteTimelineLabels *labels = g_new0 (EntenteTimelineLabels, 1);

  labels->widget = widget;
  labels->labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, label_free);
  labels->key = g_string_new (NULL);
  return labels;
}

void
entente_timeline_labels_clear (EntenteTimelineLabels *labels)
{
  g_hash_table_remove_all (labels->labels);
  for (guint i = 0; i < TIMELINE_N_LABELS; i++)
    g_clear_pointer (&labels->fonts[i], pango_font_description_free);
}

void
entente_timeline_labels_free (EntenteTimelineLabels *labels)
{
  entente_timeline_labels_clear (labels);
  g_hash_table_unref (labels->labels);
  g_string_free (labels->key, TRUE);
  g_free (labels);
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  const Label *label = value;
  const EntenteTimelineLabels *labels = data;

  return labels->frame - label->frame > UNUSED_FRAMES;
}

void
entente_timeline_labels_begin (EntenteTimelineLabels *labels, guint budget)
{
  labels->frame++;
  labels->budget = budget;
  labels->n_made = 0;
  labels->ran_out = FALSE;
  if (g_hash_table_size (labels->labels) > KEPT_MAX)
    g_hash_table_foreach_remove (labels->labels, is_unused, labels);
}

static PangoFontDescription *
get_font (EntenteTimelineLabels *labels, guint style)
{
  PangoContext *context = gtk_widget_get_pango_context (labels->widget);
  PangoFontDescription *font = labels->fonts[style];

  if (font != NULL)
    return font;
  font = pango_font_description_copy (pango_context_get_font_description (context));
  pango_font_description_set_weight (font, fonts[style].weight);
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font,
                                              pango_font_description_get_size (font) *
                                                fonts[style].scale);
  else
    pango_font_description_set_size (
      font,
      (int) (pango_font_description_get_size (font) * fonts[style].scale));
  labels->fonts[style] = font;
  return font;
}

static void
set_key (EntenteTimelineLabels *labels, guint style, const char *text)
{
  g_string_truncate (labels->key, 0);
  g_string_append_c (labels->key, (char) ('A' + style));
  g_string_append (labels->key, text);
}

static Label *
make_label (EntenteTimelineLabels *labels, guint style, const char *text)
{
  Label *label = g_new0 (Label, 1);
  int width, height;

  label->layout = gtk_widget_create_pango_layout (labels->widget, text);
  pango_layout_set_font_description (label->layout, get_font (labels, style));
  pango_layout_set_single_paragraph_mode (label->layout, TRUE);
  if (style == ENTENTE_LABEL_AXIS_SMALL || style == ENTENTE_LABEL_BUNDLE) {
    g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    pango_layout_set_attributes (label->layout, attributes);
  }
  pango_layout_get_size (label->layout, &width, &height);
  label->width = (double) width / PANGO_SCALE;
  label->height = (double) height / PANGO_SCALE;
  label->key = g_strdup (labels->key->str);
  g_hash_table_insert (labels->labels, label->key, label);
  labels->n_made++;
  return label;
}

static Label *
get_label (EntenteTimelineLabels *labels, guint style, const char *text)
{
  Label *label;

  set_key (labels, style, text);
  label = g_hash_table_lookup (labels->labels, labels->key->str);
  if (label == NULL)
    label = make_label (labels, style, text);
  label->frame = labels->frame;
  return label;
}

static gboolean
is_kept (EntenteTimelineLabels *labels, guint style, const char *text)
{
  set_key (labels, style, text);
  return g_hash_table_contains (labels->labels, labels->key->str);
}

gboolean
entente_timeline_labels_can_show_title (EntenteTimelineLabels *labels, const char *text)
{
  if (is_kept (labels, ENTENTE_LABEL_TITLE, text) ||
      is_kept (labels, ENTENTE_LABEL_TITLE_STRONG, text))
    return TRUE;
  if (labels->budget == 0) {
    labels->ran_out = TRUE;
    return FALSE;
  }
  labels->budget--;
  return TRUE;
}

gboolean
entente_timeline_labels_ran_out (EntenteTimelineLabels *labels)
{
  return labels->ran_out;
}

guint
entente_timeline_labels_get_n_made (EntenteTimelineLabels *labels)
{
  return labels->n_made;
}

guint
entente_timeline_labels_get_n_kept (EntenteTimelineLabels *labels)
{
  return g_hash_table_size (labels->labels);
}

double
entente_timeline_labels_measure (EntenteTimelineLabels *labels, guint style, const char *text)
{
  return get_label (labels, style, text)->width;
}

/* While only the view moves, there is the same room for a title from frame to frame. */
static PangoLayout *
get_cut_layout (EntenteTimelineLabels *labels, Label *label, double max_width)
{
  if (label->cut != NULL && label->cut_width == max_width)
    return label->cut;
  g_clear_object (&label->cut);
  label->cut = pango_layout_copy (label->layout);
  label->cut_width = max_width;
  pango_layout_set_width (label->cut, (int) (max_width * PANGO_SCALE));
  pango_layout_set_ellipsize (label->cut, PANGO_ELLIPSIZE_END);
  labels->n_made++;
  return label->cut;
}

void
entente_timeline_labels_draw (EntenteTimelineLabels *labels,
                              GtkSnapshot *snapshot,
                              guint style,
                              const char *text,
                              double x,
                              double y,
                              double max_width,
                              const GdkRGBA *colour)
{
  Label *label = get_label (labels, style, text);
  gboolean cut = max_width > 0 && label->width > max_width;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT ((float) x, (float) (int) (y - label->height / 2 + 0.5)));
  entente_timeline_mirror_text (ENTENTE_TIMELINE (labels->widget),
                                snapshot,
                                cut ? max_width : label->width);
  gtk_snapshot_append_layout (snapshot,
                              cut ? get_cut_layout (labels, label, max_width) : label->layout,
                              colour);
  gtk_snapshot_restore (snapshot);
}
