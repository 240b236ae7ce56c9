/* Clicks and hovering in the text of an article. A click on words or glyph selects in the session,
 * a second one on overlapping words the next event there; a click on a note opens it. Selecting
 * text by dragging stays the text view's. What the pointer does at a point, Enter does at the
 * cursor. Main thread.
 */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-margin.h"
#include "entente-article-notes.h"
#include "entente-article-pointer.h"
#include "entente-article-positions.h"
#include "entente-article-suggestions.h"
#include "entente-hover.h"
#include "entente-passage-drag.h"

#define PRESSED_SELECTION "entente-pressed-selection"

static EntenteArticleDetail *
get_detail (EntenteArticleText *text)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);

  return marks && entente_article_text_get_flow (text) ? entente_article_marks_get_detail (marks)
                                                       : NULL;
}

static gboolean
has_selection (EntenteArticleText *text)
{
  return gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)));
}

static void
to_buffer (EntenteArticleText *text, double x, double y, int *buffer_x, int *buffer_y)
{
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (text),
                                         GTK_TEXT_WINDOW_WIDGET,
                                         (int) x,
                                         (int) y,
                                         buffer_x,
                                         buffer_y);
}

static gboolean
get_offset_at (EntenteArticleText *text, double x, double y, int *offset)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  to_buffer (text, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (text), &iter, buffer_x, buffer_y))
    return FALSE;
  *offset = gtk_text_iter_get_offset (&iter);
  return TRUE;
}

static const EntenteArticleMarginGlyph *
find_glyph (EntenteArticleText *text, double x, double y)
{
  int buffer_x, buffer_y;

  to_buffer (text, x, y, &buffer_x, &buffer_y);
  return entente_article_margin_find (entente_article_text_get_glyphs (text), buffer_x, buffer_y);
}

static const EntenteArticleMark *
find_by_glyph (EntenteArticleText *text, const EntenteArticleMarginGlyph *glyph)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);

  for (guint i = 0; i < entente_article_marks_get_n (marks); i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (marks, i);

    if (mark->event == glyph->event && mark->passage == glyph->passage)
      return mark;
  }
  return NULL;
}

/* The mark at a point, be it its words or its glyph; @after as for entente_article_marks_find(). */
static const EntenteArticleMark *
find_mark (EntenteArticleText *text, double x, double y, EntenteId after)
{
  const EntenteArticleMarginGlyph *glyph;
  int offset;

  if (!get_detail (text))
    return NULL;
  glyph = find_glyph (text, x, y);
  if (glyph)
    return find_by_glyph (text, glyph);
  if (!get_offset_at (text, x, y, &offset))
    return NULL;
  return entente_article_marks_find (
    entente_article_text_get_marks (text),
    entente_article_flow_to_position (entente_article_text_get_flow (text), offset),
    after);
}

static EntenteSuggestionItem *
find_suggestion (EntenteArticleText *text, double x, double y)
{
  int buffer_x, buffer_y;

  to_buffer (text, x, y, &buffer_x, &buffer_y);
  return get_detail (text) ? entente_article_suggestions_find (text, buffer_x, buffer_y) : NULL;
}

static EntenteId
find_position (EntenteArticleText *text, double x, double y, gboolean *is_flag)
{
  int buffer_x, buffer_y;

  *is_flag = FALSE;
  to_buffer (text, x, y, &buffer_x, &buffer_y);
  return get_detail (text) ? entente_article_positions_find (text, buffer_x, buffer_y, is_flag)
                           : ENTENTE_ID_NONE;
}

/* Opens the note whose mark holds the letter at @offset. */
static gboolean
popup_note_at (EntenteArticleText *text, int offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (text);
  const EntenteFootnote *note;
  GdkRectangle rect;

  note = entente_article_notes_find (gtk_text_view_get_buffer (view),
                                     entente_article_text_get_flow (text),
                                     get_detail (text),
                                     offset);
  if (!note)
    return FALSE;
  rect = entente_article_lines_get_place (view, offset);
  gtk_text_view_buffer_to_window_coords (view,
                                         GTK_TEXT_WINDOW_WIDGET,
                                         rect.x,
                                         rect.y,
                                         &rect.x,
                                         &rect.y);
  entente_article_notes_popup (entente_article_text_get_anchor (text), &rect, note);
  return TRUE;
}

static gboolean
popup_note (EntenteArticleText *text, double x, double y)
{
  int offset;

  return get_detail (text) && get_offset_at (text, x, y, &offset) && popup_note_at (text, offset);
}

/* ---- callbacks ---- */

/* A click that only takes a selection of text away selects no event. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, EntenteArticleText *text)
{
  g_object_set_data (G_OBJECT (gesture), PRESSED_SELECTION, GINT_TO_POINTER (has_selection (text)));
}

static void
select_mark (EntenteArticleText *text, double x, double y, gboolean toggle)
{
  EntenteSession *session =
    entente_article_marks_get_session (entente_article_text_get_marks (text));
  const EntenteArticleMark *mark =
    find_mark (text, x, y, entente_session_get_selected_event (session));
  gboolean is_flag;
  EntenteId position = find_position (text, x, y, &is_flag);

  /* Of the same words, the event is first, then the position. */
  if (position != ENTENTE_ID_NONE &&
      (is_flag || !mark || mark->event == entente_session_get_selected_event (session))) {
    entente_article_positions_select (text, position);
    return;
  }
  if (!mark) {
    EntenteSuggestionItem *item = find_suggestion (text, x, y);

    if (item)
      entente_article_suggestions_select (text, item);
    return;
  }
  if (toggle)
    entente_session_toggle_event (session, mark->event);
  else
    entente_session_select_passage (session, mark->passage, mark->event);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, EntenteArticleText *text)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press != 1 || !get_detail (text) || has_selection (text) ||
      g_object_get_data (G_OBJECT (gesture), PRESSED_SELECTION) || popup_note (text, x, y))
    return;
  select_mark (text, x, y, (state & GDK_CONTROL_MASK) != 0);
}

static void
motion_cb (GtkEventController *controller, double x, double y, EntenteArticleText *text)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);
  const EntenteArticleMark *mark = find_mark (text, x, y, ENTENTE_ID_NONE);

  entente_hover_tell (GTK_WIDGET (text),
                      marks ? entente_article_marks_get_session (marks) : NULL,
                      mark ? mark->event : ENTENTE_ID_NONE);
}

static void
leave_cb (GtkEventController *controller, EntenteArticleText *text)
{
  entente_hover_tell (GTK_WIDGET (text), NULL, ENTENTE_ID_NONE);
}

static gboolean
tell_position (EntenteArticleText *text, int x, int y, GtkTooltip *tooltip)
{
  gboolean is_flag;
  EntenteId position = find_position (text, x, y, &is_flag);
  g_autofree char *said =
    position != ENTENTE_ID_NONE ? entente_article_positions_describe (text, position) : NULL;

  if (said)
    gtk_tooltip_set_text (tooltip, said);
  return said != NULL;
}

/* What is proposed, and why. */
static gboolean
tell_suggestion (EntenteArticleText *text, int x, int y, GtkTooltip *tooltip)
{
  EntenteSuggestionItem *item = find_suggestion (text, x, y);
  const char *reason = item ? entente_suggestion_item_get_reason (item) : NULL;
  g_autofree char *said = NULL;

  if (!item)
    return FALSE;
  said = g_strjoin ("\n", entente_suggestion_item_get_description (item), reason, NULL);
  gtk_tooltip_set_text (tooltip, said);
  return TRUE;
}

static gboolean
query_tooltip_cb (EntenteArticleText *text, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const EntenteArticleMark *mark = keyboard ? NULL : find_mark (text, x, y, ENTENTE_ID_NONE);
  g_autofree char *said = NULL;

  if (!mark)
    return !keyboard &&
           (tell_position (text, x, y, tooltip) || tell_suggestion (text, x, y, tooltip));
  said = entente_article_marks_describe (entente_article_text_get_marks (text), mark);
  gtk_tooltip_set_text (tooltip, said);
  return TRUE;
}

gboolean
entente_article_pointer_open_at_cursor (EntenteArticleText *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);
  const EntenteArticleMark *mark;
  GtkTextIter iter;
  int offset;

  if (!get_detail (text))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&iter);
  if (popup_note_at (text, offset))
    return FALSE;
  mark = entente_article_marks_find (
    marks,
    entente_article_flow_to_position (entente_article_text_get_flow (text), offset),
    ENTENTE_ID_NONE);
  if (mark)
    entente_session_select_passage (entente_article_marks_get_session (marks),
                                    mark->passage,
                                    mark->event);
  else if (entente_article_positions_find_at (text, offset) != ENTENTE_ID_NONE)
    entente_article_positions_select (text, entente_article_positions_find_at (text, offset));
  return mark || entente_article_marks_get_selected (marks);
}

/* Selected words under the pointer may be dragged on to an event. */
static EntentePassage *
find_words (GtkWidget *widget, double x, double y)
{
  EntenteArticleText *text = ENTENTE_ARTICLE_TEXT (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  GtkTextIter start, end;
  int offset;

  if (!get_detail (text) || !get_offset_at (text, x, y, &offset) ||
      !gtk_text_buffer_get_selection_bounds (buffer, &start, &end) ||
      offset < gtk_text_iter_get_offset (&start) || offset >= gtk_text_iter_get_offset (&end))
    return NULL;
  return entente_article_text_dup_selection (text, TRUE, NULL);
}

/* As in any text: a click on the selection takes it away. */
static void
click_words (GtkWidget *widget, double x, double y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter iter;
  int offset;

  gtk_widget_grab_focus (widget);
  if (!get_offset_at (ENTENTE_ARTICLE_TEXT (widget), x, y, &offset))
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

void
entente_article_pointer_attach (EntenteArticleText *text)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), text);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), text);
  gtk_widget_add_controller (GTK_WIDGET (text), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), text);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), text);
  gtk_widget_add_controller (GTK_WIDGET (text), motion);
  entente_passage_drag_attach (GTK_WIDGET (text), find_words, click_words);
  gtk_widget_set_has_tooltip (GTK_WIDGET (text), TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
