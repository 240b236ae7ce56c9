/* Words are looked for in the newest text as they are typed; line ends and runs of spaces count as
 * one space, as they do where words are copied from.
 */
#include "config.h"

#include "entente-words-field.h"
#include <glib/gi18n.h>
#include <string.h>

struct _EntenteWordsField {
  GtkBox parent_instance;

  EntenteArticleDetail *article; /* NULL until it is read, or none is shown */
  EntentePassage *passage; /* found, or NULL */
  char *error; /* or NULL */
  GtkWidget *entry, *note;
};

G_DEFINE_FINAL_TYPE (EntenteWordsField, entente_words_field, GTK_TYPE_BOX)

static guint changed_signal;

/* ---- looking ---- */

static gboolean
is_space (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

/* Where the words end when they begin at @at; NULL when they do not. */
static const char *
match_at (const char *at, const char *words)
{
  while (*words != '\0') {
    if (is_space (words) && is_space (at)) {
      while (*words != '\0' && is_space (words))
        words = g_utf8_next_char (words);
      while (*at != '\0' && is_space (at))
        at = g_utf8_next_char (at);
      continue;
    }
    if (*at == '\0' || g_utf8_get_char (at) != g_utf8_get_char (words))
      return NULL;
    at = g_utf8_next_char (at);
    words = g_utf8_next_char (words);
  }
  return at;
}

static EntentePassage *
find_words (const EntenteRevision *revision, const char *words)
{
  gint64 start = 0;

  for (const char *at = revision->text; *at != '\0'; at = g_utf8_next_char (at), start++) {
    const char *end = match_at (at, words);

    if (end != NULL)
      return entente_passage_new_from_text (revision->record.id,
                                            revision->text,
                                            start,
                                            start + g_utf8_strlen (at, end - at));
  }
  return NULL;
}

static const EntenteRevision *
get_revision (EntenteWordsField *self)
{
  const EntenteRevision *revision = self->article != NULL ? self->article->revision : NULL;

  return revision != NULL && revision->text != NULL ? revision : NULL;
}

static void
describe (EntenteWordsField *self, const char *words)
{
  const char *title = self->article != NULL ? self->article->article->title : NULL;
  g_autofree char *found =
    g_strdup_printf (_ ("These words stand in “%s”."), title != NULL ? title : "");

  if (*words != '\0' && self->passage == NULL)
    self->error = get_revision (self) != NULL
                    ? g_strdup_printf (_ ("These words do not stand in “%s”."), title ? title : "")
                    : g_strdup (_ ("No article is shown in which these words could stand."));
  gtk_label_set_text (GTK_LABEL (self->note),
                      self->error != NULL     ? self->error
                      : self->passage != NULL ? found
                                              : "");
  gtk_widget_set_visible (self->note, *words != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (GTK_LABEL (self->note)),
                                  -1);
}

static void
look (EntenteWordsField *self)
{
  g_autofree char *words =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  const EntenteRevision *revision = get_revision (self);

  g_clear_pointer (&self->passage, entente_passage_unref);
  g_clear_pointer (&self->error, g_free);
  if (revision != NULL && *words != '\0')
    self->passage = find_words (revision, words);
  describe (self, words);
  g_signal_emit (self, changed_signal, 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteWordsField) self = data;
  EntenteArticleDetail *article =
    entente_study_read_article_finish (ENTENTE_STUDY (source), result, NULL);

  if (article == NULL)
    return;
  self->article = article;
  if (self->entry != NULL)
    look (self);
}

/* ---- class ---- */

static void
entente_words_field_dispose (GObject *object)
{
  EntenteWordsField *self = ENTENTE_WORDS_FIELD (object);

  self->entry = NULL;
  g_clear_pointer (&self->article, entente_article_detail_unref);
  g_clear_pointer (&self->passage, entente_passage_unref);
  g_clear_pointer (&self->error, g_free);

  G_OBJECT_CLASS (entente_words_field_parent_class)->dispose (object);
}

static void
entente_words_field_class_init (EntenteWordsFieldClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_words_field_dispose;
  changed_signal = g_signal_new ("changed",
                                 ENTENTE_TYPE_WORDS_FIELD,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

static void
entente_words_field_init (EntenteWordsField *self)
{
  const char *label = _ ("Words of the article that say it, typed or pasted");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->entry = gtk_entry_new ();
  self->note = gtk_label_new (NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), label);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_add_css_class (self->note, "row-note");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->note);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (look), self);
}

GtkWidget *
entente_words_field_new (EntenteSession *session)
{
  EntenteWordsField *self = g_object_new (ENTENTE_TYPE_WORDS_FIELD, NULL);
  EntenteId article = entente_session_get_article (session);

  if (article != ENTENTE_ID_NONE)
    entente_study_read_article_async (entente_session_get_study (session),
                                      article,
                                      NULL,
                                      read_cb,
                                      g_object_ref (self));
  return GTK_WIDGET (self);
}

EntentePassage *
entente_words_field_dup_passage (EntenteWordsField *self)
{
  return self->passage != NULL ? entente_passage_copy (self->passage) : NULL;
}

const char *
entente_words_field_get_error (EntenteWordsField *self)
{
  return self->error;
}
