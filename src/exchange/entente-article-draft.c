/* EntenteArticleDraft: makes an article without ids out of a text. The importers of other formats
 * (entente-article-html.h and its neighbours) take the text out of a file and end here. */
#include "config.h"

#include "entente-article-draft.h"

#include "entente-article-date.h"
#include "entente-article-format.h"
#include "entente-plain-text.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- from structure to records ---- */

static char *
join_authors (GPtrArray *authors)
{
  GString *joined = g_string_new (NULL);
  for (guint i = 0; i < authors->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", (char *) authors->pdata[i]);
  return g_string_free (joined, joined->len == 0);
}

/* The name of the file without its extension. */
static char *
title_from_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  char *title =
    dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_free (title);
  return g_steal_pointer (&valid);
}

void
entente_article_facts_clear (EntenteArticleFacts *facts)
{
  g_clear_pointer (&facts->title, g_free);
  g_clear_pointer (&facts->authors, g_free);
  g_clear_pointer (&facts->published, entente_date_unref);
  g_clear_pointer (&facts->publication, g_free);
  g_clear_pointer (&facts->url, g_free);
  g_clear_pointer (&facts->language, g_free);
}

static char *
dup_first (const char *known, const char *read, const char *otherwise)
{
  return g_strdup (known != NULL ? known : read != NULL ? read : otherwise);
}

/* NULL when nothing was. */
static char *
tell_left_out (const EntenteStructure *structure)
{
  if (structure->left_out == NULL)
    return NULL;
  return entente_sentence (_ ("Stood beside the article and was left out:\n{lines}"),
                           "lines",
                           structure->left_out,
                           NULL);
}

static void
fill_article (EntenteArticleDraft *draft,
              const EntenteArticleFacts *known,
              const EntenteArticleFacts *otherwise)
{
  const EntenteStructure *structure = draft->structure;
  EntenteArticle *article = draft->article;
  g_autofree char *authors = join_authors (structure->authors);
  EntenteDate *published = known->published != NULL       ? known->published
                           : structure->published != NULL ? structure->published
                                                          : otherwise->published;
  article->title = dup_first (known->title, structure->title, otherwise->title);
  article->authors = dup_first (known->authors, authors, otherwise->authors);
  article->published = published != NULL ? entente_date_ref (published) : NULL;
  article->publication_name =
    dup_first (known->publication, structure->publication, otherwise->publication);
  article->url = dup_first (known->url, structure->url, otherwise->url);
  article->language = dup_first (known->language, structure->language, otherwise->language);
  article->note = tell_left_out (structure);
}

static void
fill_revision (EntenteArticleDraft *draft, const char *name)
{
  EntenteRevision *revision = draft->revision;
  revision->number = 1;
  revision->text = g_strdup (draft->structure->body);
  revision->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, revision->text, -1);
  revision->source_name = g_utf8_make_valid (name, -1);
}

static void
fill_footnotes (EntenteArticleDraft *draft)
{
  for (guint i = 0; i < draft->structure->notes->len; i++) {
    const EntenteStructureNote *note = draft->structure->notes->pdata[i];
    EntenteFootnote *footnote = entente_footnote_new ();
    footnote->marker = g_strdup (note->marker);
    footnote->position = note->position;
    footnote->text = note->text[0] != '\0' ? g_strdup (note->text) : NULL;
    footnote->cited_date = note->cited_date != NULL ? entente_date_ref (note->cited_date) : NULL;
    footnote->cited_source = g_strdup (note->cited_source);
    g_ptr_array_add (draft->footnotes, footnote);
  }
}

/* Where neither the file nor the text says when it was published. */
static void
take_date_of_name (EntenteArticleDraft *draft, const char *name)
{
  if (draft->article->published != NULL)
    return;
  draft->article->published = entente_article_date_find_in_name (name);
  if (draft->article->published != NULL)
    g_ptr_array_add (
      draft->notices,
      entente_sentence (_ ("The date of publication was taken from the name of “{file}”."),
                        "file",
                        name,
                        NULL));
}

static void
tell_structure (EntenteArticleDraft *draft, const char *name)
{
  if (draft->article->title == NULL)
    g_ptr_array_add (
      draft->notices,
      entente_sentence (_ ("No title was found in “{file}”; the name of the file stands for it."),
                        "file",
                        name,
                        NULL));
  if (draft->article->published == NULL)
    g_ptr_array_add (
      draft->notices,
      entente_sentence (_ ("No date of publication was found in “{file}”; please enter it."),
                        "file",
                        name,
                        NULL));
  if (draft->structure->left_out != NULL)
    g_ptr_array_add (
      draft->notices,
      entente_sentence (
        _ ("Lines of “{file}” that are no part of the article were moved to its note."),
        "file",
        name,
        NULL));
}

EntenteArticleDraft *
entente_article_draft_new (void)
{
  EntenteArticleDraft *draft = g_new0 (EntenteArticleDraft, 1);
  draft->article = entente_article_new ();
  draft->revision = entente_revision_new ();
  draft->footnotes = g_ptr_array_new_with_free_func (entente_record_unref);
  draft->notices = g_ptr_array_new_with_free_func (g_free);
  return draft;
}

void
entente_article_draft_free (EntenteArticleDraft *draft)
{
  entente_article_unref (draft->article);
  entente_revision_unref (draft->revision);
  g_ptr_array_unref (draft->footnotes);
  g_ptr_array_unref (draft->notices);
  g_clear_pointer (&draft->structure, entente_structure_free);
  g_clear_pointer (&draft->source, g_bytes_unref);
  g_free (draft->text);
  g_free (draft->charset);
  g_free (draft);
}

/* The title that the caller put before the text, if it was read as the first paragraph. */
static void
cut_head (EntenteStructure *structure, gsize head)
{
  if (structure->body[0] == '\0' || entente_structure_to_source (structure, 0) >= head)
    return;
  char *rest = strchr (structure->body, '\n') + 1;
  gint64 n_chars = g_utf8_pointer_to_offset (structure->body, rest);
  for (guint i = 0; i < structure->notes->len; i++) {
    EntenteStructureNote *note = structure->notes->pdata[i];
    note->position = note->position < n_chars ? -1 : note->position - n_chars;
  }
  memmove (structure->body, rest, strlen (rest) + 1);
}

gboolean
entente_article_draft_fill (EntenteArticleDraft *draft,
                            const char *text,
                            gsize length,
                            gsize head,
                            const char *name,
                            const EntenteArticleFacts *known,
                            const EntenteArticleFacts *otherwise,
                            GError **error)
{
  static const EntenteArticleFacts nothing = { 0 };
  draft->text = g_strndup (text, length);
  draft->head = head;
  draft->structure = entente_structure_read (text, length);
  cut_head (draft->structure, head);
  if (draft->structure->body[0] == '\0')
    return entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("“{file}” has no text below its title; choose a file that holds the whole article."),
      "file",
      name,
      NULL);
  fill_article (draft, known != NULL ? known : &nothing, otherwise != NULL ? otherwise : &nothing);
  fill_revision (draft, name);
  fill_footnotes (draft);
  take_date_of_name (draft, name);
  tell_structure (draft, name);
  if (draft->article->title == NULL)
    draft->article->title = title_from_name (name);
  return TRUE;
}

static EntenteArticleDraft *
read_text_in (const EntenteCharset *charset,
              const char *bytes,
              gsize length,
              const char *name,
              GError **error)
{
  g_autoptr (EntenteArticleDraft) draft = entente_article_draft_new ();
  gsize text_length = 0;
  g_autofree char *text =
    entente_plain_text_read_in (charset, bytes, length, name, &text_length, draft->notices, error);
  if (text == NULL ||
      !entente_article_draft_fill (draft, text, text_length, 0, name, NULL, NULL, error))
    return NULL;
  draft->offset = charset->mark_length;
  draft->charset = g_strdup (charset->name);
  return g_steal_pointer (&draft);
}

static gboolean
is_ascii (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if ((guchar) bytes[i] >= 0x80 || bytes[i] == '\0')
      return FALSE;
  }
  return TRUE;
}

EntenteArticleDraft *
entente_article_draft_read_text (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (EntenteCharset) charset = entente_charset_find (bytes, length);
  if (!entente_article_format_check_text (bytes, length, name, error))
    return NULL;
  EntenteArticleDraft *draft = read_text_in (charset, bytes, length, name, error);
  if (draft != NULL && is_ascii (bytes, length))
    g_clear_pointer (&draft->charset, g_free);
  else if (draft != NULL)
    draft->source = g_bytes_new (bytes, length);
  return draft;
}

EntenteArticleDraft *
entente_article_draft_read_text_in (GBytes *bytes,
                                    const char *charset,
                                    const char *name,
                                    GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (EntenteCharset) chosen = entente_charset_new (charset, data, length);
  EntenteArticleDraft *draft = read_text_in (chosen, data, length, name, error);
  if (draft != NULL)
    draft->source = g_bytes_ref (bytes);
  return draft;
}

/* ---- lines that a person corrected ---- */

/* Takes @fresh where it is read otherwise than @before. */
static void
follow (char **field, const char *before, const char *fresh)
{
  if (fresh == NULL || g_strcmp0 (before, fresh) == 0)
    return;
  g_free (*field);
  *field = g_strdup (fresh);
}

static void
follow_date (EntenteDate **field, const EntenteDate *before, const EntenteDate *fresh)
{
  if (fresh == NULL || (before != NULL && entente_date_equal (before, fresh)))
    return;
  g_clear_pointer (field, entente_date_unref);
  *field = entente_date_ref (fresh);
}

/* The lines that are left out stand in the note, unless somebody wrote another one. */
static void
follow_note (EntenteArticle *article,
             const EntenteStructure *before,
             const EntenteStructure *structure)
{
  g_autofree char *old = tell_left_out (before);
  if (article->note != NULL && g_strcmp0 (article->note, old) != 0)
    return;
  g_free (article->note);
  article->note = tell_left_out (structure);
}

static void
follow_structure (EntenteArticle *article,
                  const EntenteStructure *before,
                  const EntenteStructure *structure)
{
  g_autofree char *old_authors = join_authors (before->authors);
  g_autofree char *authors = join_authors (structure->authors);
  follow (&article->title, before->title, structure->title);
  follow (&article->authors, old_authors, authors);
  follow (&article->publication_name, before->publication, structure->publication);
  follow (&article->url, before->url, structure->url);
  follow_date (&article->published, before->published, structure->published);
  follow_note (article, before, structure);
}

gboolean
entente_article_draft_use_lines (EntenteArticleDraft *draft,
                                 const EntenteLineUse *uses,
                                 guint n_uses,
                                 GError **error)
{
  g_autoptr (EntenteStructure) structure =
    entente_structure_read_as (draft->text, strlen (draft->text), uses, n_uses);
  g_autoptr (EntenteStructure) before = draft->structure;
  g_autofree char *name = g_strdup (draft->revision->source_name);
  cut_head (structure, draft->head);
  if (structure->body[0] == '\0') {
    g_steal_pointer (&before);
    return entente_sentence_fail (error,
                                  ENTENTE_ERROR_INVALID,
                                  _ ("No line would be left for the text; choose fewer lines."),
                                  NULL);
  }
  draft->structure = g_steal_pointer (&structure);
  follow_structure (draft->article, before, draft->structure);
  g_clear_pointer (&draft->revision->text, g_free);
  g_clear_pointer (&draft->revision->sha256, g_free);
  g_clear_pointer (&draft->revision->source_name, g_free);
  fill_revision (draft, name);
  g_ptr_array_set_size (draft->footnotes, 0);
  fill_footnotes (draft);
  return TRUE;
}
