/* The head of an article in two sizes: two revealers, of which one is open. Labels show what is
 * stored, letter by letter. Main thread; part of the article pane.
 */
#include "config.h"

#include "entente-article-chooser.h"
#include "entente-article-header.h"
#include "entente-suggestion-button.h"
#include <glib/gi18n.h>

#define END_PX 18 /* beside the buttons */

struct _EntenteArticleHeader {
  GtkWidget parent_instance;

  EntenteSession *session;

  GtkWidget *box;
  GtkWidget *large;
  GtkWidget *title;
  GtkWidget *byline;
  GtkWidget *origin;
  GtkWidget *published;
  GtkWidget *compact;
  GtkWidget *compact_title;
  GtkWidget *compact_published;
  EntenteSuggestionButton *suggestions;
  EntenteArticleChooser *chooser;
};

G_DEFINE_FINAL_TYPE (EntenteArticleHeader, entente_article_header, GTK_TYPE_WIDGET)

static void
set_optional (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text ? text : "");
  gtk_widget_set_visible (label, text && *text);
}

/* "Dilek Yiğit · The Diplomatic Observer ·" */
static char *
format_origin (const EntenteArticle *article, EntenteChronicle *chronicle)
{
  guint32 outlet = article->publication == ENTENTE_ID_NONE
                     ? ENTENTE_NO_INDEX
                     : entente_chronicle_find_actor (chronicle, article->publication);
  const char *name = outlet == ENTENTE_NO_INDEX
                       ? article->publication_name
                       : entente_chronicle_get_actor (chronicle, outlet)->name;
  g_autoptr (GString) text = g_string_new (article->authors);

  if (name)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", name);
  if (text->len > 0 && article->published)
    g_string_append (text, "  ·");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
entente_article_header_dispose (GObject *object)
{
  EntenteArticleHeader *self = ENTENTE_ARTICLE_HEADER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_article_header_parent_class)->dispose (object);
}

static void
entente_article_header_class_init (EntenteArticleHeaderClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (ENTENTE_TYPE_ARTICLE_CHOOSER);
  g_type_ensure (ENTENTE_TYPE_SUGGESTION_BUTTON);
  G_OBJECT_CLASS (class)->dispose = entente_article_header_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-article-header.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, box);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, large);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, title);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, byline);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, origin);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, published);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, compact);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, compact_title);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, compact_published);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, suggestions);
  gtk_widget_class_bind_template_child (widget_class, EntenteArticleHeader, chooser);
}

static void
entente_article_header_init (EntenteArticleHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
entente_article_header_set_session (EntenteArticleHeader *self, EntenteSession *session)
{
  g_set_object (&self->session, session);
  entente_article_chooser_set_session (self->chooser, session);
  entente_suggestion_button_set_session (self->suggestions, session);
}

void
entente_article_header_show (EntenteArticleHeader *self, const EntenteArticle *article)
{
  EntenteStudy *study = entente_session_get_study (self->session);
  const char *title = article->title ? article->title : _ ("Article without a title");
  g_autofree char *origin = format_origin (article, entente_study_get_chronicle (study));
  g_autofree char *published = article->published ? entente_date_format (article->published) : NULL;

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->compact_title), title);
  set_optional (self->origin, origin);
  set_optional (self->published, published);
  set_optional (self->compact_published, published);
  gtk_widget_set_visible (self->byline, *origin || published);
}

gboolean
entente_article_header_get_compact (EntenteArticleHeader *self)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->compact));
}

void
entente_article_header_set_compact (EntenteArticleHeader *self, gboolean compact)
{
  if (entente_article_header_get_compact (self) == compact)
    return;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->compact), compact);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->large), !compact);
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
}

/* The words, not the buttons beside them. */
static void
set_direction (GtkWidget *widget, GtkTextDirection direction)
{
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    set_direction (child, direction);
}

void
entente_article_header_align (EntenteArticleHeader *self,
                              gboolean is_mirrored,
                              int indent,
                              int beside)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkTextDirection direction = is_mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  gboolean at_start = direction == gtk_widget_get_direction (widget);

  gtk_widget_set_direction (self->box, direction);
  set_direction (gtk_widget_get_first_child (self->box), direction);
  gtk_widget_set_margin_start (widget, at_start ? indent : END_PX);
  gtk_widget_set_margin_end (widget, at_start ? END_PX : indent + beside);
}
