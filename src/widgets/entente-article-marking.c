/* The words are read with the whole article around them (entente-proposals.h), so a key may have to
 * wait for the reading.
 */
#include "config.h"

#include "entente-actor-words.h"
#include "entente-article-marking.h"
#include "entente-article-text.h"
#include "entente-commands.h"
#include "entente-suggestion-list.h"
#include <glib/gi18n.h>

/* Words that wait to be read. */
typedef struct {
  EntenteArticleText *text;
  EntenteSession *session;
  EntentePassage *passage;
  EntenteId event; /* that they date, or none */
  EntenteDate *date; /* read from them, or NULL */
} Words;

static void
free_words (Words *words)
{
  g_object_unref (words->text);
  g_object_unref (words->session);
  entente_passage_unref (words->passage);
  g_clear_pointer (&words->date, entente_date_unref);
  g_free (words);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Words, free_words)

static EntenteSession *
get_session (EntenteArticleText *text)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);

  return marks ? entente_article_marks_get_session (marks) : NULL;
}

/* NULL, and a sentence where it helps, when there is nothing to mark. */
static Words *
take_words (EntenteArticleText *text)
{
  EntenteSession *session = get_session (text);
  EntentePassage *passage = session ? entente_article_text_dup_selection (text, TRUE, NULL) : NULL;
  Words *words;

  if (!passage || entente_study_is_read_only (entente_session_get_study (session))) {
    if (session && !passage)
      entente_session_notify_user (session, _ ("Select the words first."), 0);
    g_clear_pointer (&passage, entente_passage_unref);
    return NULL;
  }
  words = g_new (Words, 1);
  *words = (Words){ g_object_ref (text), g_object_ref (session), passage, ENTENTE_ID_NONE, NULL };
  return words;
}

/* Takes @words. */
static void
read_words (Words *words, GAsyncReadyCallback callback)
{
  entente_suggestion_list_wait_async (entente_session_get_suggestions (words->session),
                                      entente_session_get_article (words->session),
                                      words->passage->revision,
                                      NULL,
                                      callback,
                                      words);
}

/* ---- the date of an event ---- */

/* "Dated “last July”: July 2018, among 2 readings" */
static char *
tell_date (const EntenteDate *date)
{
  g_autofree char *value = entente_date_format (date);

  return date->readings && date->readings->len > 1
           ? g_strdup_printf (_ ("Dated “%s”: %s, among %u readings"),
                              date->wording,
                              value,
                              date->readings->len)
           : g_strdup_printf (_ ("Dated “%s”: %s"), date->wording, value);
}

static void
event_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Words) words = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, &error);
  g_autoptr (EntenteEvent) event = NULL;
  g_autofree char *done = NULL;

  if (!detail) {
    entente_session_notify_user (words->session, error->message, 0);
    return;
  }
  event = entente_event_copy (detail->event);
  g_clear_pointer (&event->when, entente_date_unref);
  event->when = entente_date_ref (words->date);
  done = tell_date (words->date);
  entente_session_apply (words->session,
                         entente_commands_change_event (detail->event, NULL, event, NULL),
                         done);
}

static void
date_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Words) words = data;
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteProposals) proposals =
    entente_suggestion_list_wait_finish (ENTENTE_SUGGESTION_LIST (source), result, &error);
  Words *own = words;

  if (proposals)
    words->date =
      entente_proposals_find_date (proposals, words->passage->start, words->passage->end, &reason);
  if (!words->date) {
    entente_session_notify_user (words->session,
                                 error ? error->message : _ ("No date can be read in these words."),
                                 0);
    return;
  }
  words = NULL;
  entente_study_read_event_async (entente_session_get_study (own->session),
                                  own->event,
                                  NULL,
                                  event_read_cb,
                                  own);
}

static void
mark_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (Words) words = take_words (ENTENTE_ARTICLE_TEXT (widget));

  if (!words)
    return;
  words->event = entente_session_get_selected_event (words->session);
  if (words->event == ENTENTE_ID_NONE)
    entente_session_notify_user (words->session,
                                 _ ("Select the event that these words date first."),
                                 0);
  else
    read_words (g_steal_pointer (&words), date_read_cb);
}

/* ---- actors ---- */

/* The text may have been scrolled meanwhile, so the popover points at where the words are now. */
static void
actor_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Words) words = data;
  GdkRectangle at;
  g_autoptr (EntenteProposals) proposals =
    entente_suggestion_list_wait_finish (ENTENTE_SUGGESTION_LIST (source), result, NULL);

  if (gtk_widget_get_mapped (GTK_WIDGET (words->text)) &&
      entente_article_text_find_place (words->text, words->passage, &at))
    entente_actor_words_present (entente_article_text_get_anchor (words->text),
                                 &at,
                                 words->session,
                                 words->passage,
                                 proposals);
}

static void
mark_actor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Words *words = take_words (ENTENTE_ARTICLE_TEXT (widget));

  if (words)
    read_words (words, actor_read_cb);
}

void
entente_article_marking_install (GtkWidgetClass *class)
{
  static const struct {
    const char *name;
    guint key;
    GdkModifierType state;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "article.mark-date", GDK_KEY_d, 0, mark_date_action },
    { "article.mark-actor", GDK_KEY_p, 0, mark_actor_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    gtk_widget_class_install_action (class, actions[i].name, NULL, actions[i].activate);
    gtk_widget_class_add_binding_action (class,
                                         actions[i].key,
                                         actions[i].state,
                                         actions[i].name,
                                         NULL);
  }
}
