/* Two runs of a helper: the text, and what the file says of itself. */
#include "config.h"

#include "entente-article-pdf.h"

#include "entente-article-date.h"
#include "entente-article-parts.h"
#include "entente-helper-process.h"
#include "entente-page-layout.h"
#include "entente-page-lines.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS 30
#define MAX_TEXT_BYTES (64 * 1024 * 1024) /* with a place for each word */
#define MAX_INFO_BYTES (64 * 1024)

static const char *const text_arguments[] = { "pdftotext", "-q",    "-bbox-layout",
                                              "-enc",      "UTF-8", "-",
                                              "-",         NULL };
static const char *const info_arguments[] = { "pdfinfo", "-enc", "UTF-8", "-isodates", "-", NULL };

/* ---- what went wrong ---- */

static const char *
get_sentence (const GError *error)
{
  if (g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND))
    return _ (
      "To read “{file}” the program pdftotext is needed, which is not installed. Install the "
      "package poppler-utils, or save the article as plain text (.txt).");
  if (g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_BUSY))
    return _ ("“{file}” took too long to read and was given up. Copy its text and save it as plain "
              "text (.txt).");
  if (g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_NO_SPACE))
    return _ ("“{file}” holds far more than an article; it was not read.");
  return _ ("“{file}” is damaged or locked with a password and cannot be read. Copy its text and "
            "save it as plain text (.txt).");
}

static void
fail (GError **error, GError *reason, const char *name)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_error_copy (reason));
    return;
  }
  entente_sentence_fail (error,
                         reason->domain == ENTENTE_ERROR ? (EntenteError) reason->code
                                                         : ENTENTE_ERROR_FAILED,
                         get_sentence (reason),
                         "file",
                         name,
                         NULL);
}

/* ---- what the file says of itself ---- */

/* Programs that print write their own name there, or that of a file. */
static gboolean
says_nothing (const char *value)
{
  static const char *const ends[] = { ".doc",  ".docx", ".odt", ".pdf",
                                      ".indd", ".qxd",  ".tex", ".rtf" };
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    if (g_str_has_suffix (value, ends[i]))
      return TRUE;
  }
  return *value == '\0' || g_ascii_strncasecmp (value, "microsoft word", 14) == 0 ||
         g_ascii_strncasecmp (value, "untitled", 8) == 0;
}

static void
take_info (EntenteArticleFacts *facts, const char *key, const char *value)
{
  if (says_nothing (value))
    return;
  if (strcmp (key, "Title") == 0)
    facts->title = facts->title != NULL ? facts->title : g_strdup (value);
  else if (strcmp (key, "Author") == 0)
    facts->authors = facts->authors != NULL ? facts->authors : g_strdup (value);
  else if (strcmp (key, "CreationDate") == 0 && facts->published == NULL)
    facts->published = entente_article_date_read (value);
}

static void
read_info (EntenteArticleParts *parts, const char *bytes, gsize length, GCancellable *cancellable)
{
  const EntenteHelperLimits limits = { SECONDS, MAX_INFO_BYTES };
  gsize n = 0;
  g_autofree char *info =
    entente_helper_process_run (info_arguments, bytes, length, &limits, &n, cancellable, NULL);
  if (info == NULL || !g_utf8_validate (info, (gssize) n, NULL))
    return;
  g_auto (GStrv) lines = g_strsplit (info, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *colon = strchr (lines[i], ':');
    if (colon == NULL)
      continue;
    *colon = '\0';
    take_info (&parts->otherwise, lines[i], g_strstrip (colon + 1));
  }
}

/* ---- the whole ---- */

static void
tell (EntenteArticleParts *parts, const EntentePageLines *lines, const char *name)
{
  entente_article_parts_tell (
    parts,
    name,
    lines->n_furniture,
    N_ ("One line at the edge of the pages of “{file}” was left out: a head, foot or number."),
    N_ ("{n} lines at the edges of the pages of “{file}” were left out: heads, feet and numbers."));
  entente_article_parts_tell (
    parts,
    name,
    lines->n_mended,
    N_ ("A word of “{file}” that was parted at the end of a line was joined; its hyphen went."),
    N_ ("{n} words of “{file}” that were parted at the ends of lines were joined; their hyphens "
        "went."));
  entente_article_parts_tell (
    parts,
    name,
    lines->n_notes,
    N_ ("A note at the foot of a page of “{file}” was taken for a note."),
    N_ ("{n} notes at the feet of pages of “{file}” were taken for notes."));
}

static void
tell_date (const EntenteArticleDraft *draft, const EntenteArticleParts *parts, const char *name)
{
  if (parts->otherwise.published != NULL && draft->article->published == parts->otherwise.published)
    g_ptr_array_add (
      draft->notices,
      entente_sentence (_ ("The text of “{file}” gives no date of publication; the day on which "
                           "the document was made stands for it. Please check it."),
                        "file",
                        name,
                        NULL));
}

static char *
take_text (const char *bytes,
           gsize length,
           const char *name,
           char **title,
           GCancellable *cancellable,
           GError **error)
{
  const EntenteHelperLimits limits = { SECONDS, MAX_TEXT_BYTES };
  g_autoptr (GError) reason = NULL;
  gsize n = 0;
  g_autofree char *xml =
    entente_helper_process_run (text_arguments, bytes, length, &limits, &n, cancellable, &reason);
  g_autofree char *valid = xml != NULL ? g_utf8_make_valid (xml, (gssize) n) : NULL;
  if (valid == NULL) {
    fail (error, reason, name);
    return NULL;
  }
  char *text = entente_page_layout_read (valid, strlen (valid), title);
  return text != NULL ? text : g_strdup ("");
}

EntenteArticleDraft *
entente_article_pdf_read (const char *bytes,
                          gsize length,
                          const char *name,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (EntenteArticleParts) parts = entente_article_parts_new ();
  g_autofree char *text = take_text (bytes, length, name, &parts->known.title, cancellable, error);
  EntentePageLines lines;
  EntenteArticleDraft *draft;
  if (text == NULL)
    return NULL;
  lines = entente_page_lines_read (parts, text);
  if (lines.n_chars == 0) {
    entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("“{file}” holds pictures of pages and no text. Have its text recognised first."),
      "file",
      name,
      NULL);
    return NULL;
  }
  read_info (parts, bytes, length, cancellable);
  tell (parts, &lines, name);
  draft = entente_article_parts_finish (parts, name, error);
  if (draft != NULL)
    tell_date (draft, parts, name);
  return draft;
}
