/* A look at the words of a move: title, date as told, and the quotes it rests on, each with its
 * article. The popover leaves the keyboard with the mark, which says the words too, so that arrows
 * go on to the next. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define WIDTH_CHARS 52
#define MAX_QUOTES 4

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_quote (GtkWidget *box, const EntentePassage *passage, const EntenteArticle *article)
{
  g_autofree char *quote = g_strdup_printf ("“%s”", passage->quote);

  add_label (box, quote, NULL);
  if (article != NULL && article->title != NULL)
    add_label (box, article->title, "dim-label");
}

/* All words in one sentence, for the screen reader. */
static char *
join_words (const EntenteEventDetail *detail)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < detail->passages->len && i < MAX_QUOTES; i++) {
    const EntentePassage *passage = detail->passages->pdata[i];
    const EntenteArticle *article = i < detail->articles->len ? detail->articles->pdata[i] : NULL;

    if (passage != NULL)
      g_string_append_printf (words, "“%s” ", passage->quote);
    if (passage != NULL && article != NULL && article->title != NULL)
      g_string_append_printf (words, "%s. ", article->title);
  }
  if (words->len == 0)
    g_string_append (words, _ ("No words are marked for it."));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
create_content (EntenteTimeline *self, const EntenteEventDetail *detail, guint32 row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *title = entente_study_dup_event_title (self->study, detail->event);
  g_autofree char *date = entente_timeline_date_format_when (self, row, detail->event->when, TRUE);
  guint n = 0;

  add_label (box, title, "heading");
  add_label (box, date, "dim-label");
  for (guint i = 0; i < detail->passages->len && n < MAX_QUOTES; i++) {
    if (detail->passages->pdata[i] == NULL)
      continue;
    add_quote (box,
               detail->passages->pdata[i],
               i < detail->articles->len ? detail->articles->pdata[i] : NULL);
    n++;
  }
  if (n == 0)
    add_label (box, _ ("No words are marked for it."), NULL);
  else
    add_label (box, _ ("Enter goes to the words, Space closes"), "dim-label");
  return box;
}

static void
show_detail (EntenteTimeline *self, const EntenteEventDetail *detail, guint32 row)
{
  GtkWidget *popover = gtk_popover_new ();
  GdkRectangle at = entente_timeline_keys_get_place (self, row);
  g_autofree char *words = join_words (detail);

  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  gtk_popover_set_child (GTK_POPOVER (popover), create_content (self, detail, row));
  gtk_widget_set_can_focus (popover, FALSE);
  entente_timeline_popover_show (self, popover, &at);
  self->peeked = detail->event->record.id;
  if (self->focus_event == self->peeked)
    entente_timeline_keys_say (self, words);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteTimeline) self = data;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, NULL);
  guint32 row;

  /* Closed meanwhile, or another one is wanted. */
  if (detail == NULL || self->study != ENTENTE_STUDY (source) ||
      detail->event->record.id != self->peeked || self->popover != NULL)
    return;
  row = entente_chronicle_find_row (self->chronicle, self->peeked);
  if (row != ENTENTE_NO_INDEX && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_detail (self, detail, row);
}

void
entente_timeline_peek_show (EntenteTimeline *self, guint32 row)
{
  if (row == ENTENTE_NO_INDEX || self->study == NULL)
    return;
  entente_timeline_popover_close (self);
  self->peeked = entente_chronicle_get_id (self->chronicle, row);
  entente_study_read_event_async (self->study, self->peeked, NULL, read_cb, g_object_ref (self));
}

gboolean
entente_timeline_peek_close (EntenteTimeline *self)
{
  gboolean peeked = self->peeked != ENTENTE_ID_NONE;

  if (peeked)
    entente_timeline_popover_close (self);
  self->peeked = ENTENTE_ID_NONE;
  return peeked;
}
