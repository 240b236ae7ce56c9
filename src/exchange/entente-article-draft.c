/* EntenteArticleDraft: reads a file into an article without ids. Knows which formats there are, by
 * their first bytes; plain text is the only one read so far. Every refusal is a sentence that says
 * what to do instead. */
#include "config.h"

#include "entente-article-draft.h"

#include "entente-plain-text.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILE_BYTES (64 * 1024 * 1024)

typedef struct {
  const char *start; /* first bytes, letters in any case */
  gsize length;
  const char *sentence; /* {file} is its name */
} Format;

#define FORMAT(start, sentence)                                                                    \
  {                                                                                                \
    start, sizeof start - 1, sentence                                                              \
  }

static const Format refused[] = {
  FORMAT ("%PDF",
          N_ ("“{file}” is a PDF document; articles are read from plain text. Copy its text and "
              "save it as plain text (.txt).")),
  FORMAT ("PK\003\004",
          N_ ("“{file}” is a packed document (DOCX, ODT, EPUB or ZIP); articles are read from "
              "plain text. Save it as plain text (.txt).")),
  FORMAT ("\xD0\xCF\x11\xE0",
          N_ ("“{file}” is an old Office document. Save it as plain text (.txt).")),
  FORMAT ("{\\rtf",
          N_ ("“{file}” is a document in Rich Text Format. Save it as plain text (.txt).")),
  FORMAT ("SQLite format 3",
          N_ ("“{file}” is a database, perhaps a study. Open it instead of importing it.")),
  FORMAT ("<!doctype html",
          N_ ("“{file}” is a web page; articles are read from plain text. Copy its text and save "
              "it as plain text (.txt).")),
  FORMAT ("<html",
          N_ ("“{file}” is a web page; articles are read from plain text. Copy its text and save "
              "it as plain text (.txt).")),
  FORMAT ("\x89PNG", N_ ("“{file}” is a picture. Save its text as plain text (.txt).")),
  FORMAT ("\xFF\xD8\xFF", N_ ("“{file}” is a picture. Save its text as plain text (.txt).")),
  FORMAT ("GIF8", N_ ("“{file}” is a picture. Save its text as plain text (.txt).")),
  FORMAT ("\x1F\x8B", N_ ("“{file}” is compressed. Unpack it first.")),
  FORMAT ("\xFD"
          "7zXZ",
          N_ ("“{file}” is compressed. Unpack it first.")),
  FORMAT ("BZh", N_ ("“{file}” is compressed. Unpack it first.")),
  FORMAT ("\x7F"
          "ELF",
          N_ ("“{file}” is a program, not an article. Choose a text file.")),
};

static gboolean
check_format (const char *bytes, gsize length, const char *name, GError **error)
{
  gsize start = 0;
  while (start < length && g_ascii_isspace (bytes[start]))
    start++;
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    if (length - start >= refused[i].length &&
        g_ascii_strncasecmp (bytes + start, refused[i].start, refused[i].length) == 0)
      return entente_sentence_fail (error,
                                    ENTENTE_ERROR_INVALID,
                                    _ (refused[i].sentence),
                                    "file",
                                    name,
                                    NULL);
  }
  if (length > MAX_FILE_BYTES)
    return entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("“{file}” is larger than 64 MB; divide it into several articles."),
      "file",
      name,
      NULL);
  return TRUE;
}

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

static void
fill_article (EntenteArticleDraft *draft, const char *name)
{
  const EntenteStructure *structure = draft->structure;
  EntenteArticle *article = draft->article;
  article->title = structure->title != NULL ? g_strdup (structure->title) : title_from_name (name);
  article->authors = join_authors (structure->authors);
  article->published =
    structure->published != NULL ? entente_date_ref (structure->published) : NULL;
  article->publication_name = g_strdup (structure->publication);
  article->url = g_strdup (structure->url);
  article->language = g_strdup (structure->language);
  if (structure->left_out != NULL)
    article->note = entente_sentence (_ ("Stood beside the article and was left out:\n{lines}"),
                                      "lines",
                                      structure->left_out,
                                      NULL);
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

static void
tell_structure (EntenteArticleDraft *draft, const char *name)
{
  if (draft->structure->title == NULL)
    g_ptr_array_add (
      draft->notices,
      entente_sentence (_ ("No title was found in “{file}”; the name of the file stands for it."),
                        "file",
                        name,
                        NULL));
  if (draft->structure->published == NULL)
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
  g_free (draft);
}

EntenteArticleDraft *
entente_article_draft_read_text (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (EntenteArticleDraft) draft = entente_article_draft_new ();
  gsize text_length = 0;
  if (!check_format (bytes, length, name, error))
    return NULL;
  g_autofree char *text = entente_plain_text_read (bytes,
                                                   length,
                                                   name,
                                                   &text_length,
                                                   &draft->offset,
                                                   draft->notices,
                                                   error);
  if (text == NULL)
    return NULL;
  draft->structure = entente_structure_read (text, text_length);
  if (draft->structure->body[0] == '\0') {
    entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("“{file}” has no text below its title; choose a file that holds the whole article."),
      "file",
      name,
      NULL);
    return NULL;
  }
  fill_article (draft, name);
  fill_revision (draft, name);
  fill_footnotes (draft);
  tell_structure (draft, name);
  return g_steal_pointer (&draft);
}

/* ---- files ---- */

static gboolean
check_file (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file,
                       G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE,
                       cancellable,
                       &local);
  if (info == NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return entente_sentence_fail (error,
                                  ENTENTE_ERROR_NOT_FOUND,
                                  _ ("There is no file “{file}”; check the name."),
                                  "file",
                                  name,
                                  NULL);
  if (info == NULL) {
    entente_sentence_fail (error,
                           ENTENTE_ERROR_FAILED,
                           _ ("“{file}” cannot be read: {reason}."),
                           "file",
                           name,
                           "reason",
                           local->message,
                           NULL);
    return FALSE;
  }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return entente_sentence_fail (error,
                                  ENTENTE_ERROR_INVALID,
                                  _ ("“{file}” is a folder; choose a file in it."),
                                  "file",
                                  name,
                                  NULL);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return entente_sentence_fail (error,
                                  ENTENTE_ERROR_INVALID,
                                  _ ("“{file}” is no ordinary file; choose a text file."),
                                  "file",
                                  name,
                                  NULL);
  if (g_file_info_get_size (info) > MAX_FILE_BYTES)
    return entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("“{file}” is larger than 64 MB; divide it into several articles."),
      "file",
      name,
      NULL);
  return TRUE;
}

EntenteArticleDraft *
entente_article_draft_read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename != NULL ? basename : "");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) local = NULL;
  gsize length = 0;
  if (!check_file (file, name, cancellable, error))
    return NULL;
  if (!g_file_load_contents (file, cancellable, &bytes, &length, NULL, &local)) {
    entente_sentence_fail (error,
                           ENTENTE_ERROR_FAILED,
                           _ ("“{file}” cannot be read: {reason}."),
                           "file",
                           name,
                           "reason",
                           local->message,
                           NULL);
    return NULL;
  }
  return entente_article_draft_read_text (bytes, length, name, error);
}
