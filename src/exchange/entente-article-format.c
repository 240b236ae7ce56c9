/* Formats of articles as tables: marks at the start of a file, ends of names, and what is refused.
 */
#include "config.h"

#include "entente-article-format.h"

#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HTML_HEAD_BYTES 1024 /* where a page begins that has comments above it */

typedef struct {
  const char *start; /* first bytes, letters in any case */
  gsize length;
  const char *sentence; /* {file} is its name */
} Refusal;

#define REFUSAL(start, sentence)                                                                   \
  {                                                                                                \
    start, sizeof start - 1, sentence                                                              \
  }

static const Refusal refused[] = {
  REFUSAL ("PK\003\004",
           N_ ("“{file}” is a packed file, but no ODT or DOCX document. Unpack it first, or save "
               "the article as plain text (.txt).")),
  REFUSAL ("\xD0\xCF\x11\xE0",
           N_ ("“{file}” is an old Office document. Save it as ODT, DOCX or plain text (.txt).")),
  REFUSAL (
    "{\\rtf",
    N_ ("“{file}” is a document in Rich Text Format. Save it as ODT, DOCX or plain text (.txt).")),
  REFUSAL ("SQLite format 3",
           N_ ("“{file}” is a database, perhaps a study. Open it instead of importing it.")),
  REFUSAL ("\x89PNG", N_ ("“{file}” is a picture. Save its text as plain text (.txt).")),
  REFUSAL ("\xFF\xD8\xFF", N_ ("“{file}” is a picture. Save its text as plain text (.txt).")),
  REFUSAL ("GIF8", N_ ("“{file}” is a picture. Save its text as plain text (.txt).")),
  REFUSAL ("\x1F\x8B", N_ ("“{file}” is compressed. Unpack it first.")),
  REFUSAL ("\xFD"
           "7zXZ",
           N_ ("“{file}” is compressed. Unpack it first.")),
  REFUSAL ("BZh", N_ ("“{file}” is compressed. Unpack it first.")),
  REFUSAL ("\x7F"
           "ELF",
           N_ ("“{file}” is a program, not an article. Choose a text file.")),
};

static const struct {
  const char *end; /* of the name, small letters */
  EntenteArticleFormat format;
} suffixes[] = {
  { ".html", ENTENTE_ARTICLE_HTML },    { ".htm", ENTENTE_ARTICLE_HTML },
  { ".xhtml", ENTENTE_ARTICLE_HTML },   { ".md", ENTENTE_ARTICLE_MARKDOWN },
  { ".mkd", ENTENTE_ARTICLE_MARKDOWN }, { ".markdown", ENTENTE_ARTICLE_MARKDOWN },
};

static gboolean
starts_with (const char *bytes, gsize length, const char *start)
{
  gsize n = strlen (start);
  return length >= n && g_ascii_strncasecmp (bytes, start, n) == 0;
}

static gboolean
has_bytes (const char *bytes, gsize length, const char *wanted)
{
  return bytes != NULL && memmem (bytes, length, wanted, strlen (wanted)) != NULL;
}

/* "<html", also below a declaration and comments. */
static gboolean
is_html (const char *bytes, gsize length)
{
  static const char *const starts[] = { "<!doctype html", "<html", "<head>", "<body", "<article" };
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    if (starts_with (bytes, length, starts[i]))
      return TRUE;
  }
  if (!starts_with (bytes, length, "<?xml") && !starts_with (bytes, length, "<!--"))
    return FALSE;
  g_autofree char *head = g_ascii_strdown (bytes, (gssize) MIN (length, HTML_HEAD_BYTES));
  return strstr (head, "<html") != NULL || strstr (head, "<!doctype html") != NULL;
}

/* The names in an archive are not compressed; the type of an ODT stands in its first entry. */
static EntenteArticleFormat
find_packed (const char *bytes, gsize length)
{
  gsize head = MIN (length, 256);
  if (has_bytes (bytes, head, "mimetype") &&
      has_bytes (bytes, head, "application/vnd.oasis.opendocument.text"))
    return ENTENTE_ARTICLE_ODT;
  return has_bytes (bytes, length, "word/document.xml") ? ENTENTE_ARTICLE_DOCX
                                                        : ENTENTE_ARTICLE_AUTO;
}

static EntenteArticleFormat
find_by_content (const char *bytes, gsize length)
{
  gsize start = starts_with (bytes, length, "\xEF\xBB\xBF") ? 3 : 0;
  while (start < length && g_ascii_isspace (bytes[start]))
    start++;
  bytes += start;
  length -= start;
  if (starts_with (bytes, length, "%PDF"))
    return ENTENTE_ARTICLE_PDF;
  if (starts_with (bytes, length, "PK\003\004"))
    return find_packed (bytes, length);
  return is_html (bytes, length) ? ENTENTE_ARTICLE_HTML : ENTENTE_ARTICLE_AUTO;
}

static EntenteArticleFormat
find_by_name (const char *name)
{
  g_autofree char *small = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    if (g_str_has_suffix (small, suffixes[i].end))
      return suffixes[i].format;
  }
  return ENTENTE_ARTICLE_TEXT;
}

static gboolean
check_refused (const char *bytes, gsize length, const char *name, GError **error)
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
  return TRUE;
}

EntenteArticleFormat
entente_article_format_find (const char *bytes, gsize length, const char *name, GError **error)
{
  EntenteArticleFormat format = find_by_content (bytes, length);
  if (format != ENTENTE_ARTICLE_AUTO)
    return format;
  return check_refused (bytes, length, name, error) ? find_by_name (name) : ENTENTE_ARTICLE_AUTO;
}

gboolean
entente_article_format_check_text (const char *bytes,
                                   gsize length,
                                   const char *name,
                                   GError **error)
{
  if (find_by_content (bytes, length) != ENTENTE_ARTICLE_AUTO)
    return entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("“{file}” is no plain text but a document of another format; import it as what it is."),
      "file",
      name,
      NULL);
  return check_refused (bytes, length, name, error);
}
