/* Chooses the importer, by content and name, and gives it the bytes of the file. */
#include "config.h"

#include "entente-article-reader.h"

#include "entente-article-html.h"
#include "entente-article-markdown.h"
#include "entente-article-office.h"
#include "entente-article-pdf.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>

#define MAX_FILE_BYTES (64 * 1024 * 1024)

static gboolean
check_size (goffset length, const char *name, GError **error)
{
  return length <= MAX_FILE_BYTES ||
         entente_sentence_fail (
           error,
           ENTENTE_ERROR_INVALID,
           _ ("“{file}” is larger than 64 MB; divide it into several articles."),
           "file",
           name,
           NULL);
}

EntenteArticleDraft *
entente_article_read_bytes (const char *bytes,
                            gsize length,
                            const char *name,
                            EntenteArticleFormat format,
                            GCancellable *cancellable,
                            GError **error)
{
  if (!check_size ((goffset) length, name, error))
    return NULL;
  if (format == ENTENTE_ARTICLE_AUTO)
    format = entente_article_format_find (bytes, length, name, error);
  switch (format) {
  case ENTENTE_ARTICLE_AUTO:
    return NULL;
  case ENTENTE_ARTICLE_TEXT:
    return entente_article_draft_read_text (bytes, length, name, error);
  case ENTENTE_ARTICLE_MARKDOWN:
    return entente_article_markdown_read (bytes, length, name, error);
  case ENTENTE_ARTICLE_HTML:
    return entente_article_html_read (bytes, length, name, error);
  case ENTENTE_ARTICLE_PDF:
    return entente_article_pdf_read (bytes, length, name, cancellable, error);
  case ENTENTE_ARTICLE_ODT:
  case ENTENTE_ARTICLE_DOCX:
    return entente_article_office_read (bytes, length, name, error);
  }
  g_return_val_if_reached (NULL);
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
                           _ ("“{file}” cannot be read: {reason}. Check that you may read it."),
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
  return check_size (g_file_info_get_size (info), name, error);
}

EntenteArticleDraft *
entente_article_read_file (GFile *file,
                           EntenteArticleFormat format,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename != NULL ? basename : "");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) local = NULL;
  gsize length = 0;
  if (!check_file (file, name, cancellable, error))
    return NULL;
  if (g_file_load_contents (file, cancellable, &bytes, &length, NULL, &local))
    return entente_article_read_bytes (bytes, length, name, format, cancellable, error);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    entente_sentence_fail (error,
                           ENTENTE_ERROR_FAILED,
                           _ ("“{file}” cannot be read: {reason}. Check that you may read it."),
                           "file",
                           name,
                           "reason",
                           local->message,
                           NULL);
  return NULL;
}
