/* A text view whose own layers show the marks: tints and underlines beneath the letters, glyphs and
 * notes beside them. Keeps the column at most as wide as its measure and in the middle.
 *
 * Read-only; a click selects in the session. Drawing is in entente-article-text-draw.c, scrolling
 * to a place in entente-article-text-place.c; where words stand in the view tells
 * entente-article-lines.c. Main thread; owned by the article pane.
 */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-margin.h"
#include "entente-article-marking.h"
#include "entente-article-notes.h"
#include "entente-article-pointer.h"
#include "entente-article-text-private.h"
#include "entente-article-turns.h"
#include "entente-article-words.h"
#include "entente-ink.h"
#include "entente-popover-anchor.h"
#include <math.h>

#define LETTER_PX (640.0 / 78) /* of a line, at the usual size of text */
#define MEASURE 78
#define RIGHT_PX 28
/* Width of the pane, its strip of ticks included, from which notes stand beside the text. */
#define WITH_NOTES_PX 868
#define NARROW_PX 560
#define LINE_HEIGHT 1.59 /* in letters */
#define PARAGRAPH_PX 12.0

G_DEFINE_FINAL_TYPE (EntenteArticleText, entente_article_text, GTK_TYPE_TEXT_VIEW)

enum { PROP_0, PROP_COLUMN_X, PROP_IS_MIRRORED, N_PROPS };
static GParamSpec *props[N_PROPS];

/* ---- column ---- */

static void
set_column_x (EntenteArticleText *self, int column_x)
{
  if (self->column_x == column_x)
    return;
  self->column_x = column_x;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLUMN_X]);
}

/* The column first, then room for glyphs and notes; what is left over goes to both sides. */
static void
place_column (EntenteArticleText *self, int width)
{
  /* Before the lines, and behind them. */
  int left = width < NARROW_PX ? ENTENTE_ARTICLE_MARGIN_NARROW_PX : ENTENTE_ARTICLE_MARGIN_PX;
  int right, spare;

  self->with_notes = width >= WITH_NOTES_PX;
  right = self->with_notes ? ENTENTE_ARTICLE_NOTES_PX : RIGHT_PX;
  spare = MAX (width - left - (int) (self->measure * LETTER_PX) - right, 0);
  left += spare / 2;
  right += spare - spare / 2;
  if (self->is_mirrored) {
    int first = left;

    left = right;
    right = first;
  }
  set_column_x (self, left);
  if (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) != left)
    gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), left);
  if (gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self)) != right)
    gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), right);
}

/* ---- size ---- */

static void
update_spacing (EntenteArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  double scale, font, line;
  int between;

  g_object_get (self->tags.base, "scale", &scale, NULL);
  entente_article_lines_measure_font (GTK_WIDGET (self), &font, &line);
  between = (int) round (MAX (font * LINE_HEIGHT - line, 0) * scale);
  gtk_text_view_set_pixels_inside_wrap (view, between);
  gtk_text_view_set_pixels_below_lines (view, between + (int) round (PARAGRAPH_PX * scale));
  g_object_set (self->tags.soft, "pixels-below-lines", between, NULL);
}

static void
entente_article_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place_column (ENTENTE_ARTICLE_TEXT (widget), width);
  GTK_WIDGET_CLASS (entente_article_text_parent_class)
    ->size_allocate (widget, width, height, baseline);
  entente_article_text_mend_place (ENTENTE_ARTICLE_TEXT (widget));
  entente_popover_anchor_allocate (ENTENTE_POPOVER_ANCHOR (ENTENTE_ARTICLE_TEXT (widget)->anchor),
                                   width,
                                   height);
}

static void
update_style (EntenteArticleText *self)
{
  GdkRGBA accent = entente_ink_named (GTK_WIDGET (self), "accent_color");

  entente_article_notes_set_accent (entente_article_text_get_buffer (self), &accent);
  update_spacing (self);
}

static void
entente_article_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (entente_article_text_parent_class)->css_changed (widget, change);
  update_style (ENTENTE_ARTICLE_TEXT (widget));
}

/* ---- text ---- */

static void
entente_article_text_snapshot_layer (GtkTextView *view,
                                     GtkTextViewLayer layer,
                                     GtkSnapshot *snapshot)
{
  entente_article_text_draw_layer (ENTENTE_ARTICLE_TEXT (view), layer, snapshot);
}

/* Copies what is stored, without soft breaks. */
static void
entente_article_text_copy_clipboard (GtkTextView *view)
{
  EntenteArticleText *self = ENTENTE_ARTICLE_TEXT (view);
  g_autoptr (EntentePassage) passage = entente_article_text_dup_selection (self, FALSE, NULL);

  if (passage)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), passage->quote);
}

static void
tag_date_words (EntenteArticleText *self)
{
  if (self->flow && self->marks)
    entente_article_tags_apply_words (&self->tags,
                                      entente_article_text_get_buffer (self),
                                      self->flow,
                                      self->marks);
}

static void
set_mirrored (EntenteArticleText *self, gboolean is_mirrored)
{
  if (self->is_mirrored == is_mirrored)
    return;
  self->is_mirrored = is_mirrored;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_MIRRORED]);
}

static void
set_text (EntenteArticleText *self, const char *text)
{
  GtkTextBuffer *buffer = entente_article_text_get_buffer (self);
  GtkTextIter start, end;

  g_clear_pointer (&self->flow, entente_article_flow_free);
  self->flow = entente_article_flow_new (text);
  g_clear_pointer (&self->turns, g_array_unref);
  self->turns = entente_article_turns_list (entente_article_flow_get_text (self->flow));
  gtk_text_buffer_set_text (buffer, entente_article_flow_get_text (self->flow), -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_place_cursor (buffer, &start);
  entente_article_tags_apply (&self->tags, buffer, self->flow);
  set_mirrored (self, entente_article_flow_is_right_to_left (self->flow));
}

/* ---- class ---- */

static void
entente_article_text_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_COLUMN_X)
    g_value_set_int (value, ENTENTE_ARTICLE_TEXT (object)->column_x);
  else if (prop == PROP_IS_MIRRORED)
    g_value_set_boolean (value, ENTENTE_ARTICLE_TEXT (object)->is_mirrored);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

/* The words of an article stay; the key is for the events selected. */
static void
entente_article_text_delete_from_cursor (GtkTextView *view, GtkDeleteType type, int count)
{
  if (type == GTK_DELETE_CHARS && count > 0)
    gtk_widget_activate_action (GTK_WIDGET (view), "win.delete", NULL);
}

static void
entente_article_text_dispose (GObject *object)
{
  EntenteArticleText *self = ENTENTE_ARTICLE_TEXT (object);

  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_pointer (&self->anchor, gtk_widget_unparent);
  g_clear_object (&self->marks);
  g_clear_pointer (&self->flow, entente_article_flow_free);

  G_OBJECT_CLASS (entente_article_text_parent_class)->dispose (object);
}

static void
entente_article_text_finalize (GObject *object)
{
  EntenteArticleText *self = ENTENTE_ARTICLE_TEXT (object);

  g_array_unref (self->glyphs);
  g_clear_pointer (&self->turns, g_array_unref);
  entente_article_places_free (self->places);

  G_OBJECT_CLASS (entente_article_text_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *class)
{
  static const struct {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_e, 0, "article.new-event" },
    { GDK_KEY_n, 0, "article.next-suggestion" },
    { GDK_KEY_n, GDK_SHIFT_MASK, "article.previous-suggestion" },
    { GDK_KEY_a, 0, "article.accept-suggestion" },
    { GDK_KEY_a, GDK_SHIFT_MASK, "article.accept-suggestion-new" },
    { GDK_KEY_x, 0, "article.reject-suggestion" },
    { GDK_KEY_c, 0, "article.new-claim" },
    { GDK_KEY_q, 0, "article.new-question" },
    { GDK_KEY_o, 0, "article.new-position" },
    { GDK_KEY_j, 0, "article.next-mark" },
    { GDK_KEY_k, 0, "article.previous-mark" },
    { GDK_KEY_Return, 0, "article.show" },
    { GDK_KEY_KP_Enter, 0, "article.show" },
    { GDK_KEY_Escape, 0, "article.clear" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "article.find" },
    { GDK_KEY_g, GDK_CONTROL_MASK, "article.find-next" },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.find-previous" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "article.larger-text" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "article.larger-text" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "article.larger-text" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "article.smaller-text" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "article.smaller-text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (class, keys[i].key, keys[i].state, keys[i].action, NULL);
}

static void
entente_article_text_class_init (EntenteArticleTextClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (class);

  object_class->get_property = entente_article_text_get_property;
  object_class->dispose = entente_article_text_dispose;
  object_class->finalize = entente_article_text_finalize;
  widget_class->size_allocate = entente_article_text_size_allocate;
  widget_class->css_changed = entente_article_text_css_changed;
  view_class->delete_from_cursor = entente_article_text_delete_from_cursor;
  view_class->snapshot_layer = entente_article_text_snapshot_layer;
  view_class->copy_clipboard = entente_article_text_copy_clipboard;

  props[PROP_COLUMN_X] =
    g_param_spec_int ("column-x",
                      NULL,
                      NULL,
                      0,
                      G_MAXINT,
                      0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_IS_MIRRORED] =
    g_param_spec_boolean ("is-mirrored",
                          NULL,
                          NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  add_keys (widget_class);
  entente_article_marking_install (widget_class);
}

static void
entente_article_text_init (EntenteArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->measure = MEASURE;
  self->anchor = entente_popover_anchor_new (GTK_WIDGET (self));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (EntenteArticleMarginGlyph));
  self->places = entente_article_places_new ();
  entente_article_tags_init (&self->tags, buffer);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_text_view_set_top_margin (view, 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-text");
  entente_article_pointer_attach (self);
}

GtkWidget *
entente_article_text_new (void)
{
  return g_object_new (ENTENTE_TYPE_ARTICLE_TEXT, NULL);
}

void
entente_article_text_set_marks (EntenteArticleText *self, EntenteArticleMarks *marks)
{
  if (self->marks)
    g_signal_handlers_disconnect_by_data (self->marks, self);
  if (!g_set_object (&self->marks, marks))
    return;
  if (marks) {
    g_signal_connect_object (marks,
                             "changed",
                             G_CALLBACK (gtk_widget_queue_draw),
                             self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (marks,
                             "words-changed",
                             G_CALLBACK (tag_date_words),
                             self,
                             G_CONNECT_SWAPPED);
  }
  entente_article_text_load (self);
}

void
entente_article_text_load (EntenteArticleText *self)
{
  EntenteArticleDetail *detail = entente_article_text_get_detail (self);
  EntenteId revision = detail && detail->revision ? detail->revision->record.id : ENTENTE_ID_NONE;
  gboolean is_other = revision != self->revision || !self->flow;

  if (is_other) {
    entente_article_text_keep_place (self);
    set_text (self, revision == ENTENTE_ID_NONE ? "" : detail->revision->text);
  }
  self->revision = revision;
  self->article = detail ? detail->article->record.id : ENTENTE_ID_NONE;
  if (detail)
    entente_article_notes_tag (entente_article_text_get_buffer (self), self->flow, detail);
  tag_date_words (self);
  update_style (self);
  if (is_other)
    entente_article_text_open_place (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
entente_article_text_set_scale (EntenteArticleText *self, int percent)
{
  g_object_set (self->tags.base, "scale", percent / 100.0, NULL);
  update_spacing (self);
}

void
entente_article_text_set_measure (EntenteArticleText *self, int letters)
{
  self->measure = letters;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
entente_article_text_get_anchor (EntenteArticleText *self)
{
  return self->anchor;
}

EntenteArticleMarks *
entente_article_text_get_marks (EntenteArticleText *self)
{
  return self->marks;
}

const GArray *
entente_article_text_get_glyphs (EntenteArticleText *self)
{
  return self->glyphs;
}

EntenteArticleFlow *
entente_article_text_get_flow (EntenteArticleText *self)
{
  return self->flow;
}

gboolean
entente_article_text_get_is_mirrored (EntenteArticleText *self)
{
  return self->is_mirrored;
}

int
entente_article_text_get_indent (EntenteArticleText *self)
{
  return self->is_mirrored ? gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self)) : self->column_x;
}

int
entente_article_text_get_column_x (EntenteArticleText *self)
{
  return self->column_x;
}

static GdkRectangle
get_place (GtkTextView *view, int start, int end)
{
  GdkRectangle place = entente_article_lines_get_bounds (view, start, end);

  gtk_text_view_buffer_to_window_coords (view,
                                         GTK_TEXT_WINDOW_WIDGET,
                                         place.x,
                                         place.y,
                                         &place.x,
                                         &place.y);
  return place;
}

gboolean
entente_article_text_find_place (EntenteArticleText *self,
                                 const EntentePassage *passage,
                                 GdkRectangle *place)
{
  if (!self->flow || passage->revision != self->revision)
    return FALSE;
  *place = get_place (GTK_TEXT_VIEW (self),
                      entente_article_flow_to_offset (self->flow, passage->start),
                      entente_article_flow_to_offset (self->flow, passage->end));
  return TRUE;
}

EntentePassage *
entente_article_text_dup_selection (EntenteArticleText *self,
                                    gboolean whole_words,
                                    GdkRectangle *rect)
{
  EntenteArticleDetail *detail = entente_article_text_get_detail (self);
  GtkTextIter start, end;
  gint64 from, to;

  if (!self->flow || !detail || !detail->revision ||
      !gtk_text_buffer_get_selection_bounds (entente_article_text_get_buffer (self), &start, &end))
    return NULL;
  if (whole_words)
    entente_article_words_mend (&start, &end);
  if (rect)
    *rect = get_place (GTK_TEXT_VIEW (self),
                       gtk_text_iter_get_offset (&start),
                       gtk_text_iter_get_offset (&end));
  from = entente_article_flow_to_position (self->flow, gtk_text_iter_get_offset (&start));
  to = entente_article_flow_to_position (self->flow, gtk_text_iter_get_offset (&end));
  if (to <= from)
    return NULL;
  return entente_passage_new_from_text (detail->revision->record.id,
                                        detail->revision->text,
                                        from,
                                        to);
}
