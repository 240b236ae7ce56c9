/* The text is read by the study; the window comes up once it is there. Main thread. */
#include "config.h"

#include "entente-earlier-words.h"
#include "entente-old-text-window.h"
#include "entente-toplevel.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH_PX 640
#define HEIGHT_PX 560
#define MARGIN_PX 24

typedef struct {
  EntenteSession *session;
  GtkWidget *window; /* it is shown above this one */
  EntentePassage *passage;
  char *title; /* of the article, or NULL */
} Wanted;

static void
free_wanted (Wanted *wanted)
{
  g_object_unref (wanted->session);
  g_object_unref (wanted->window);
  entente_passage_unref (wanted->passage);
  g_free (wanted->title);
  g_free (wanted);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, free_wanted)

static gboolean
scroll_cb (gpointer data)
{
  GtkTextView *view = data;
  GtkTextMark *words = gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view));

  if (gtk_widget_get_mapped (GTK_WIDGET (view)))
    gtk_text_view_scroll_to_mark (view, words, 0.2, FALSE, 0, 0);
  return G_SOURCE_REMOVE;
}

/* The words are selected, so that a screen reader finds them; and brought into sight once there is
 * a size. */
static void
mapped_cb (GtkWidget *view)
{
  gtk_widget_grab_focus (view);
  g_idle_add_full (G_PRIORITY_LOW, scroll_cb, g_object_ref (view), g_object_unref);
}

static GtkWidget *
create_view (const EntenteRevision *revision, const EntentePassage *passage)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, revision->text ? revision->text : "", -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) passage->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) passage->end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Old text of the article"),
                                  -1);
  g_signal_connect_after (view, "map", G_CALLBACK (mapped_cb), NULL);
  return view;
}

static GtkWidget *
create_title (const Wanted *wanted, const EntenteRevision *revision)
{
  g_autofree char *number =
    g_strdup_printf (_ ("text %d, corrected since"), (int) revision->number);

  return adw_window_title_new (wanted->title ? wanted->title : _ ("Old Text"), number);
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

static void
present_window (const Wanted *wanted, const EntenteRevision *revision)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), create_title (wanted, revision));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 create_view (revision, wanted->passage));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Old Text"));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH_PX, HEIGHT_PX);
  entente_toplevel_set_parent (GTK_WINDOW (window), GTK_WINDOW (wanted->window));
  add_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wanted) wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteRevision) revision =
    entente_study_read_text_finish (ENTENTE_STUDY (source), result, &error);

  if (!entente_toplevel_is_open (wanted->window))
    return;
  if (revision)
    present_window (wanted, revision);
  else
    entente_session_notify_user (wanted->session, error->message, 0);
}

void
entente_old_text_window_present (GtkWidget *parent,
                                 EntenteSession *session,
                                 const EntentePassage *passage,
                                 const EntenteArticle *article)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ g_object_ref (session),
                      g_object_ref (GTK_WIDGET (gtk_widget_get_root (parent))),
                      entente_passage_copy (passage),
                      article ? g_strdup (article->title) : NULL };
  entente_study_read_text_async (entente_session_get_study (session),
                                 passage->revision,
                                 NULL,
                                 read_cb,
                                 wanted);
}
