/* What can be done in the article pane by keys and menus. Main thread.
 */
#include "config.h"

#include "entente-article-pointer.h"
#include "entente-article-positions.h"
#include "entente-article-suggestions.h"
#include "entente-article-view-private.h"
#include "entente-article-walk.h"
#include "entente-claim-form.h"
#include "entente-event-form.h"
#include "entente-position-form.h"
#include "entente-question-form.h"
#include <glib/gi18n.h>
#include <string.h>

#define SCALE_STEP 10

static void
step_mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (widget);

  if (self->session)
    entente_article_walk_step (self->text, strstr (name, "next") ? 1 : -1);
}

/* Without one that is selected there is nothing to decide. */
static void
suggestion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (widget);

  if (self->session)
    entente_article_suggestions_act (self->text, name);
}

/* Of the selected words, else of the selected suggestion. */
static void
new_event_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (widget);
  GdkRectangle rect;
  g_autoptr (EntentePassage) passage = entente_article_text_dup_selection (self->text, TRUE, &rect);

  if (passage)
    entente_event_form_present_at (entente_article_text_get_anchor (self->text),
                                   &rect,
                                   self->session,
                                   self->shown,
                                   passage);
  else
    suggestion_action (widget, "article.edit-suggestion", NULL);
}

static void
new_position_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (widget);
  g_autoptr (EntentePassage) passage = entente_article_text_dup_selection (self->text, TRUE, NULL);

  if (passage)
    entente_position_form_present_words (widget, self->session, self->shown, passage);
  else if (self->session)
    entente_session_notify_user (self->session, _ ("Select the words first."), 0);
}

static void
new_claim_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (widget);
  g_autoptr (EntentePassage) passage = entente_article_text_dup_selection (self->text, TRUE, NULL);

  if (passage)
    entente_claim_form_present (widget,
                                self->session,
                                entente_session_get_selected_event (self->session),
                                ENTENTE_ID_NONE,
                                self->shown,
                                passage);
  else if (self->session)
    entente_session_notify_user (self->session, _ ("Select the words first."), 0);
}

/* Of the selected words, of the selected move, or of the study as a whole. */
static void
new_question_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (widget);
  g_autoptr (EntentePassage) passage = entente_article_text_dup_selection (self->text, TRUE, NULL);

  if (self->session)
    entente_question_form_present (widget,
                                   self->session,
                                   NULL,
                                   entente_session_get_selected_event (self->session),
                                   passage);
}

/* A note opens; a mark is selected and shown on the timeline. */
static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (widget);

  if (entente_article_pointer_open_at_cursor (self->text))
    gtk_widget_activate_action (widget, "win.show-timeline", NULL);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter iter;

  if (gtk_text_buffer_get_has_selection (buffer)) {
    gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
    gtk_text_buffer_place_cursor (buffer, &iter);
  } else if (self->session) {
    entente_article_positions_select (self->text, ENTENTE_ID_NONE);
    entente_session_select_event (self->session, ENTENTE_ID_NONE);
  }
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_article_view_find (ENTENTE_ARTICLE_VIEW (widget));
}

static void
step_find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  entente_article_find_step (ENTENTE_ARTICLE_VIEW (widget)->find, strstr (name, "next") ? 1 : -1);
}

static void
scale_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteArticleView *self = ENTENTE_ARTICLE_VIEW (widget);
  int step = strstr (name, "larger") ? SCALE_STEP : -SCALE_STEP;

  entente_article_view_set_text_scale (self, self->text_scale + step);
}

void
entente_article_view_install_actions (GtkWidgetClass *class)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "article.new-event", new_event_action },
    { "article.new-claim", new_claim_action },
    { "article.new-question", new_question_action },
    { "article.new-position", new_position_action },
    { "article.next-mark", step_mark_action },
    { "article.previous-mark", step_mark_action },
    { "article.next-suggestion", suggestion_action },
    { "article.previous-suggestion", suggestion_action },
    { "article.accept-suggestion", suggestion_action },
    { "article.accept-suggestion-new", suggestion_action },
    { "article.reject-suggestion", suggestion_action },
    { "article.show", show_action },
    { "article.clear", clear_action },
    { "article.find", find_action },
    { "article.find-next", step_find_action },
    { "article.find-previous", step_find_action },
    { "article.larger-text", scale_action },
    { "article.smaller-text", scale_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (class, actions[i].name, NULL, actions[i].activate);
}
