/* Finds words in the text in the view, whatever their case, lights all places and walks through
 * them.
 *
 * Works on the buffer as it is; a new text makes the bar count anew. Main thread; part of the
 * article pane.
 */
#include "config.h"

#include "entente-article-find.h"
#include <glib/gi18n.h>

#define MAX_PLACES 2000 /* each is a tag in the buffer; that there are more is said */
#define FLAGS (GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY)

struct _EntenteArticleFind {
  GtkWidget parent_instance;

  GtkTextView *view; /* not owned */
  GtkTextTag *found;
  GArray *places; /* int: offsets of the beginnings */
  guint current;
  gboolean has_more;

  GtkWidget *revealer;
  GtkWidget *entry;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (EntenteArticleFind, entente_article_find, GTK_TYPE_WIDGET)

static const char *
get_words (EntenteArticleFind *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
clear_places (EntenteArticleFind *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->found, &start, &end);
  g_array_set_size (self->places, 0);
  self->current = 0;
  self->has_more = FALSE;
}

static void
find_places (EntenteArticleFind *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter iter, start, end;

  clear_places (self);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  while (*get_words (self) &&
         gtk_text_iter_forward_search (&iter, get_words (self), FLAGS, &start, &end, NULL)) {
    int offset = gtk_text_iter_get_offset (&start);

    self->has_more = self->places->len == MAX_PLACES;
    if (self->has_more)
      return;
    gtk_text_buffer_apply_tag (buffer, self->found, &start, &end);
    g_array_append_val (self->places, offset);
    iter = end;
  }
}

static void
show_count (EntenteArticleFind *self)
{
  g_autofree char *text = NULL;

  if (!*get_words (self))
    text = g_strdup ("");
  else if (self->places->len == 0)
    text = g_strdup (_ ("not found"));
  else if (self->has_more)
    /* TRANSLATORS: a place where words were found, of so many as are looked at, and there are more
     */
    text = g_strdup_printf (_ ("%u of the first %'u"), self->current + 1, self->places->len);
  else
    text = g_strdup_printf (_ ("%u of %u"), self->current + 1, self->places->len);
  gtk_label_set_text (GTK_LABEL (self->count), text);
}

static void
show_place (EntenteArticleFind *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  show_count (self);
  if (self->places->len == 0)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer,
                                      &start,
                                      g_array_index (self->places, int, self->current));
  end = start;
  gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (get_words (self), -1));
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}

static void
search_changed_cb (EntenteArticleFind *self)
{
  if (!self->view)
    return;
  find_places (self);
  show_place (self);
}

static void
next_cb (EntenteArticleFind *self)
{
  entente_article_find_step (self, 1);
}

static void
previous_cb (EntenteArticleFind *self)
{
  entente_article_find_step (self, -1);
}

static void
entente_article_find_dispose (GObject *object)
{
  EntenteArticleFind *self = ENTENTE_ARTICLE_FIND (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_article_find_parent_class)->dispose (object);
}

static void
entente_article_find_finalize (GObject *object)
{
  EntenteArticleFind *self = ENTENTE_ARTICLE_FIND (object);

  g_array_unref (self->places);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (entente_article_find_parent_class)->finalize (object);
}

static void
entente_article_find_class_init (EntenteArticleFindClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_article_find_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_article_find_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-article-find.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleFind, revealer);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleFind, entry);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleFind, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, entente_article_find_close);
}

static void
entente_article_find_init (EntenteArticleFind *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
entente_article_find_set_view (EntenteArticleFind *self, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->view = view;
  self->found = g_object_ref (
    gtk_text_buffer_create_tag (buffer, NULL, "background", "rgba(245,194,17,0.45)", NULL));
}

void
entente_article_find_open (EntenteArticleFind *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  search_changed_cb (self);
}

void
entente_article_find_close (EntenteArticleFind *self)
{
  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  if (self->view) {
    clear_places (self);
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  }
}

void
entente_article_find_step (EntenteArticleFind *self, int step)
{
  guint n = self->places->len;

  if (n == 0)
    return;
  self->current = (self->current + (step > 0 ? 1 : n - 1)) % n;
  show_place (self);
}
