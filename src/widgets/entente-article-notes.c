/* Notes: small raised digits in the text, the date of the source beside the line, the whole note in
 * a popover.
 *
 * The stored text keeps "[3]"; two text tags make it look like a printed mark. Main thread.
 */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-notes.h"
#include "entente-ink.h"
#include "entente-label.h"
#include "entente-popover-drop.h"
#include <glib/gi18n.h>
#include <string.h>

#define DIGIT_TAG "note-digit"
#define BRACKET_TAG "note-bracket"
#define BRACKET_SCALE 0.05
#define MAX_MARKER_CHARS 10
#define GAP_PX 24.0
#define RIGHT_PX 16.0
#define NOTE_GAP_PX 4
#define MAX_LINES 3

/* ---- marks in the text ---- */

static GtkTextTag *
ensure_tag (GtkTextBuffer *buffer, const char *name, const char *first_property, ...)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  va_list args;

  if (tag)
    return tag;
  tag = gtk_text_buffer_create_tag (buffer, name, NULL);
  va_start (args, first_property);
  g_object_set_valist (G_OBJECT (tag), first_property, args);
  va_end (args);
  return tag;
}

static void
ensure_tags (GtkTextBuffer *buffer)
{
  ensure_tag (buffer,
              DIGIT_TAG,
              "scale",
              0.68,
              "rise",
              5 * PANGO_SCALE,
              "weight",
              PANGO_WEIGHT_BOLD,
              NULL);
  /* Not "invisible": places of letters behind such text are told wrongly. */
  ensure_tag (buffer,
              BRACKET_TAG,
              "scale",
              BRACKET_SCALE,
              "foreground-rgba",
              &(GdkRGBA){ 0, 0, 0, 0 },
              NULL);
}

/* Start and end of "[3]" at the position of the note; FALSE when there is no such mark. */
static gboolean
find_marker (GtkTextBuffer *buffer,
             EntenteArticleFlow *flow,
             const EntenteFootnote *note,
             GtkTextIter *start,
             GtkTextIter *end)
{
  if (note->position < 0 || note->position >= entente_article_flow_get_n_positions (flow))
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer,
                                      start,
                                      entente_article_flow_to_offset (flow, note->position));
  if (gtk_text_iter_get_char (start) != '[')
    return FALSE;
  *end = *start;
  for (guint i = 0; i < MAX_MARKER_CHARS && gtk_text_iter_forward_char (end); i++)
    if (gtk_text_iter_get_char (end) == ']')
      return gtk_text_iter_forward_char (end) || gtk_text_iter_is_end (end);
  return FALSE;
}

static void
tag_marker (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter first = *start, last = *end;

  gtk_text_iter_forward_char (&first);
  gtk_text_iter_backward_char (&last);
  gtk_text_buffer_apply_tag_by_name (buffer, BRACKET_TAG, start, &first);
  gtk_text_buffer_apply_tag_by_name (buffer, DIGIT_TAG, &first, &last);
  gtk_text_buffer_apply_tag_by_name (buffer, BRACKET_TAG, &last, end);
}

void
entente_article_notes_tag (GtkTextBuffer *buffer,
                           EntenteArticleFlow *flow,
                           const EntenteArticleDetail *detail)
{
  GtkTextIter start, end;

  ensure_tags (buffer);
  for (guint i = 0; i < detail->footnotes->len; i++)
    if (find_marker (buffer, flow, detail->footnotes->pdata[i], &start, &end))
      tag_marker (buffer, &start, &end);
}

void
entente_article_notes_set_accent (GtkTextBuffer *buffer, const GdkRGBA *accent)
{
  ensure_tags (buffer);
  g_object_set (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), DIGIT_TAG),
                "foreground-rgba",
                accent,
                NULL);
}

const EntenteFootnote *
entente_article_notes_find (GtkTextBuffer *buffer,
                            EntenteArticleFlow *flow,
                            const EntenteArticleDetail *detail,
                            int offset)
{
  GtkTextIter start, end;

  for (guint i = 0; i < detail->footnotes->len; i++) {
    const EntenteFootnote *note = detail->footnotes->pdata[i];

    if (find_marker (buffer, flow, note, &start, &end) &&
        gtk_text_iter_get_offset (&start) <= offset && offset < gtk_text_iter_get_offset (&end))
      return note;
  }
  return NULL;
}

/* ---- beside the text ---- */

/* The event that this note narrows: the last one told before its mark that has its date as a bound.
 */
static const EntenteDate *
find_narrowed (EntenteArticleMarks *marks, const EntenteFootnote *note)
{
  gint64 bound = note->cited_date ? note->cited_date->points.latest_end : ENTENTE_TIME_MAX;
  const EntenteDate *found = NULL;

  for (guint i = 0; i < entente_article_marks_get_n (marks); i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (marks, i);
    const EntenteDate *date;

    if (mark->start >= note->position)
      break;
    date = entente_article_marks_get_date (marks, mark);
    if (date && date->wording && bound != ENTENTE_TIME_MAX && date->not_after == bound &&
        date->told.latest_end > bound)
      found = date;
  }
  return found;
}

static char *
describe_beside (EntenteArticleMarks *marks, const EntenteFootnote *note)
{
  const EntenteDate *narrowed = find_narrowed (marks, note);
  g_autofree char *when = NULL;

  if (!note->cited_date || !entente_date_is_dated (note->cited_date))
    return g_strdup (note->text ? note->text : "");
  when = entente_date_format (note->cited_date);
  if (!narrowed)
    return g_steal_pointer (&when);
  return g_strdup_printf (_ ("%s · narrows “%s” to the days before it"), when, narrowed->wording);
}

static PangoLayout *
create_layout (EntenteArticlePainter *painter, const char *text, double width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (painter->view), text);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans");

  pango_font_description_set_absolute_size (font, 12.0 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, -MAX_LINES);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  /* It keeps to the text, whatever its own direction. */
  if (painter->is_mirrored != (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL))
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static void
make_number (PangoLayout *layout, const char *marker, const GdkRGBA *accent)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  PangoAttribute *attributes[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_foreground_new ((guint16) (accent->red * 65535),
                               (guint16) (accent->green * 65535),
                               (guint16) (accent->blue * 65535)),
    pango_attr_foreground_alpha_new (65535),
  };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++) {
    attributes[i]->start_index = 0;
    attributes[i]->end_index = (guint) strlen (marker);
    pango_attr_list_insert (list, attributes[i]);
  }
  pango_layout_set_attributes (layout, list);
}

static int
draw_note (EntenteArticlePainter *painter,
           EntenteArticleMarks *marks,
           const EntenteFootnote *note,
           double y)
{
  g_autofree char *said = describe_beside (marks, note);
  g_autofree char *text = g_strdup_printf ("%s %s", note->marker ? note->marker : "", said);
  double width = ENTENTE_ARTICLE_NOTES_PX - GAP_PX - RIGHT_PX, x;
  g_autoptr (PangoLayout) layout = create_layout (painter, text, width);
  GdkRGBA ink = entente_ink_named (GTK_WIDGET (painter->view), "view_fg_color");
  int height;

  ink = entente_ink_with_alpha (ink, painter->is_high_contrast ? 1 : 0.62);
  make_number (layout, note->marker ? note->marker : "", &painter->accent);
  pango_layout_get_pixel_size (layout, NULL, &height);
  x = painter->is_mirrored ? painter->column_x - GAP_PX - width
                           : painter->column_x + painter->column_width + GAP_PX;
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (painter->snapshot, layout, &ink);
  gtk_snapshot_restore (painter->snapshot);
  return height;
}

void
entente_article_notes_draw (EntenteArticlePainter *painter,
                            EntenteArticleMarks *marks,
                            int start,
                            int end)
{
  EntenteArticleDetail *detail = entente_article_marks_get_detail (marks);
  double free_y = -G_MAXDOUBLE;

  for (guint i = 0; i < detail->footnotes->len; i++) {
    const EntenteFootnote *note = detail->footnotes->pdata[i];
    int offset = entente_article_flow_to_offset (painter->flow, note->position);
    GdkRectangle place;
    double y;

    if (note->position < 0 || offset < start || offset >= end)
      continue;
    /* The letter before the mark stands on the line; the mark itself is raised. */
    place = entente_article_lines_get_place (painter->view, MAX (offset - 1, 0));
    y = MAX (place.y + 3, free_y);
    free_y = y + draw_note (painter, marks, note, y) + NOTE_GAP_PX;
  }
}

/* ---- in a popover ---- */

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = entente_label_new (text, class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

void
entente_article_notes_popup (GtkWidget *parent,
                             const GdkRectangle *rect,
                             const EntenteFootnote *note)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *head = g_strdup_printf (_ ("Note %s"), note->marker ? note->marker : "");
  g_autofree char *when = note->cited_date ? entente_date_format (note->cited_date) : NULL;

  gtk_box_append (GTK_BOX (box), create_label (head, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (note->text ? note->text : "", "body"));
  if (when)
    gtk_box_append (GTK_BOX (box), create_label (when, "dim-label"));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), rect);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (entente_popover_drop_later), NULL);
  /* A popover that is up cannot go together with its window. */
  g_signal_connect_object (parent,
                           "unmap",
                           G_CALLBACK (gtk_popover_popdown),
                           popover,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (parent,
                           "destroy",
                           G_CALLBACK (gtk_widget_unparent),
                           popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}
