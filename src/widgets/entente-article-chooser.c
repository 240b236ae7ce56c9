/* The list of articles behind a button: titles as strings whose place is the index of the article
 * in the chronicle; made anew when it opens. The entry filters by what a row says and, as soon as
 * the store has looked, by the words of the texts. Main thread; part of the article pane.
 */
#include "config.h"

#include "entente-article-chooser.h"
#include "entente-label.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>
#include <string.h>

struct _EntenteArticleChooser {
  GtkWidget parent_instance;

  EntenteSession *session;
  GtkStringList *titles; /* one for each index of the chronicle, in the order of ids */
  GtkFilter *by_title;
  GtkFilter *by_words;
  GHashTable *found; /* strings of `titles` whose articles hold the words, borrowed */
  GCancellable *searching; /* or NULL */

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *list;
};

#define MAX_FOUND 1000

G_DEFINE_FINAL_TYPE (EntenteArticleChooser, entente_article_chooser, GTK_TYPE_WIDGET)

static EntenteChronicle *
get_chronicle (EntenteArticleChooser *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

static char *
describe_article (const EntenteArticle *article)
{
  g_autofree char *published = article->published && entente_date_is_dated (article->published)
                                 ? entente_date_format (article->published)
                                 : NULL;
  g_autoptr (GString) text =
    g_string_new (article->title ? article->title : _ ("Article without a title"));
  const char *parts[] = { article->authors, article->publication_name, published };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (text,
                              "%s%s",
                              i == 0 || !strchr (text->str, '\n') ? "\n" : " · ",
                              parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill (EntenteArticleChooser *self)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < entente_chronicle_get_n_articles (chronicle); i++)
    g_ptr_array_add (titles, describe_article (entente_chronicle_get_article (chronicle, i)));
  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (self->titles,
                          0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->titles)),
                          (const char *const *) titles->pdata);
}

/* ---- words of the texts ---- */

static gboolean
is_found (gpointer title, gpointer self)
{
  return g_hash_table_contains (((EntenteArticleChooser *) self)->found, title);
}

static void
stop_searching (EntenteArticleChooser *self)
{
  if (self->searching)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_hash_table_remove_all (self->found);
}

static void
note_found (EntenteArticleChooser *self, const GArray *articles)
{
  for (guint i = 0; i < articles->len; i++) {
    EntenteId id = g_array_index (articles, EntenteId, i);
    guint32 index = entente_chronicle_find_article (get_chronicle (self), id);
    g_autoptr (GObject) title = g_list_model_get_item (G_LIST_MODEL (self->titles), index);

    if (title)
      g_hash_table_add (self->found, title);
  }
  gtk_filter_changed (self->by_words, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteArticleChooser) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) articles =
    entente_study_search_articles_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->session)
    return;
  g_clear_object (&self->searching);
  if (articles)
    note_found (self, articles);
}

static void
search_texts (EntenteArticleChooser *self, const char *words)
{
  stop_searching (self);
  gtk_filter_changed (self->by_words, GTK_FILTER_CHANGE_MORE_STRICT);
  if (!*words || !self->session)
    return;
  self->searching = g_cancellable_new ();
  entente_study_search_articles_async (entente_session_get_study (self->session),
                                       words,
                                       MAX_FOUND,
                                       self->searching,
                                       found_cb,
                                       g_object_ref (self));
}

/* ---- callbacks ---- */

static void
update (EntenteArticleChooser *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), entente_article_chooser_get_n (self) > 1);
}

static void
show_cb (EntenteArticleChooser *self)
{
  stop_searching (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
  gtk_widget_grab_focus (self->entry);
}

static void
search_changed_cb (EntenteArticleChooser *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_string_filter_set_search (GTK_STRING_FILTER (self->by_title), words);
  search_texts (self, words);
}

/* Index in the chronicle of a string of the list. */
static guint
find_index (EntenteArticleChooser *self, gpointer title)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));

  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->titles), i);

    if (item == title)
      return i;
  }
  return ENTENTE_NO_INDEX;
}

static void
activate_cb (EntenteArticleChooser *self, guint position)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (self->list)));
  g_autoptr (GObject) title = g_list_model_get_item (shown, position);
  guint index = title ? find_index (self, title) : ENTENTE_NO_INDEX;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (index < entente_chronicle_get_n_articles (get_chronicle (self)))
    entente_session_set_article (
      self->session,
      entente_chronicle_get_article (get_chronicle (self), index)->record.id);
}

static void
search_activate_cb (EntenteArticleChooser *self)
{
  activate_cb (self, 0);
}

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = entente_label_new_line (NULL, NULL);

  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *title = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), title);
  entente_tooltip_set_text (label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
set_up_list (EntenteArticleChooser *self)
{
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *shown;
  GtkAnyFilter *either;
  g_autoptr (GtkNoSelection) selection = NULL;

  self->titles = gtk_string_list_new (NULL);
  self->by_title = GTK_FILTER (gtk_string_filter_new (string));
  self->by_words = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  either = gtk_any_filter_new ();
  gtk_multi_filter_append (GTK_MULTI_FILTER (either), g_object_ref (self->by_title));
  gtk_multi_filter_append (GTK_MULTI_FILTER (either), g_object_ref (self->by_words));
  shown =
    gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->titles)), GTK_FILTER (either));
  selection = gtk_no_selection_new (G_LIST_MODEL (shown));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  g_object_unref (factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
}

static void
entente_article_chooser_dispose (GObject *object)
{
  EntenteArticleChooser *self = ENTENTE_ARTICLE_CHOOSER (object);

  stop_searching (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->titles);
  g_clear_object (&self->by_title);
  g_clear_object (&self->by_words);

  G_OBJECT_CLASS (entente_article_chooser_parent_class)->dispose (object);
}

static void
entente_article_chooser_finalize (GObject *object)
{
  g_hash_table_unref (ENTENTE_ARTICLE_CHOOSER (object)->found);

  G_OBJECT_CLASS (entente_article_chooser_parent_class)->finalize (object);
}

static void
entente_article_chooser_class_init (EntenteArticleChooserClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_article_chooser_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_article_chooser_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-article-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleChooser, button);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
entente_article_chooser_init (EntenteArticleChooser *self)
{
  self->found = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
}

void
entente_article_chooser_set_session (EntenteArticleChooser *self, EntenteSession *session)
{
  if (self->session)
    g_signal_handlers_disconnect_by_data (entente_session_get_study (self->session), self);
  g_set_object (&self->session, session);
  if (session)
    g_signal_connect_object (entente_session_get_study (session),
                             "notify::chronicle",
                             G_CALLBACK (update),
                             self,
                             G_CONNECT_SWAPPED);
  update (self);
}

guint
entente_article_chooser_get_n (EntenteArticleChooser *self)
{
  return self->session ? entente_chronicle_get_n_articles (get_chronicle (self)) : 0;
}
