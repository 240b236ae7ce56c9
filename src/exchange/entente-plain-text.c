/* Reads bytes as plain text: character set, then what could harm whoever shows it. The text that
 * comes out can be set into any buffer and label. */
#include "config.h"

#include "entente-plain-text.h"

#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLACEMENT 0xFFFD

typedef struct {
  guint n_nul; /* NULs replaced */
  guint n_marks; /* combining marks dropped */
  guint n_control; /* other control characters */
  guint n_turns; /* marks that turn the direction of the text */
  guint n_words; /* words over ENTENTE_LONG_WORD */
  guint n_paragraphs; /* paragraphs over ENTENTE_LONG_PARAGRAPH */
} Findings;

static void
tell (GPtrArray *notices, const char *name, guint n, const char *one, const char *many)
{
  if (n == 0)
    return;
  g_autofree char *number = g_strdup_printf ("%u", n);
  const char *sentence = n == 1 ? _ (one) : _ (many);
  g_ptr_array_add (notices, entente_sentence (sentence, "n", number, "file", name, NULL));
}

static gboolean
is_control (gunichar c)
{
  return c < ' ' && !g_unichar_isspace (c);
}

/* Embeddings, overrides and isolates; the marks that only stand between two directions turn
 * nothing. */
static gboolean
is_turn (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Copies @text character by character; every loss is counted. */
static char *
clean (const char *text, gsize length, gsize *new_length, Findings *findings)
{
  GString *cleaned = g_string_sized_new (length);
  const char *end = text + length;
  guint n_marks = 0;
  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    gunichar c = *p == '\0' ? 0 : g_utf8_get_char (p);
    n_marks = c >= 0x300 && g_unichar_ismark (c) ? n_marks + 1 : 0;
    findings->n_control += c != 0 && is_control (c);
    if (n_marks > ENTENTE_MAX_MARKS)
      findings->n_marks++;
    else if (c == 0) {
      findings->n_nul++;
      g_string_append_unichar (cleaned, REPLACEMENT);
    } else
      g_string_append_len (cleaned, p, g_utf8_next_char (p) - p);
  }
  *new_length = cleaned->len;
  return g_string_free (cleaned, FALSE);
}

static void
measure (const char *text, gsize length, Findings *findings)
{
  const char *paragraph = text;
  guint word = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean space = g_unichar_isspace (c);
    findings->n_turns += is_turn (c);
    word = space ? 0 : word + 1;
    findings->n_words += word == ENTENTE_LONG_WORD + 1;
    if (*p == '\n') {
      findings->n_paragraphs += p - paragraph > ENTENTE_LONG_PARAGRAPH;
      paragraph = p + 1;
    }
  }
  findings->n_paragraphs += text + length - paragraph > ENTENTE_LONG_PARAGRAPH;
}

static void
tell_losses (const Findings *findings, const char *name, GPtrArray *notices)
{
  tell (notices,
        name,
        findings->n_nul,
        N_ ("“{file}” holds a zero byte, which no text may hold; it is shown as �."),
        N_ ("“{file}” holds {n} zero bytes, which no text may hold; they are shown as �."));
  tell (notices,
        name,
        findings->n_marks,
        N_ ("“{file}” piles up combining marks on a letter; one beyond eight was dropped."),
        N_ ("“{file}” piles up combining marks on letters; {n} beyond eight were dropped."));
}

static void
tell_oddities (const Findings *findings, const char *name, GPtrArray *notices)
{
  tell (notices,
        name,
        findings->n_paragraphs,
        N_ ("“{file}” has a very long paragraph; it is shown in pieces and stored whole."),
        N_ ("“{file}” has {n} very long paragraphs; they are shown in pieces and stored whole."));
  tell (notices,
        name,
        findings->n_words,
        N_ ("“{file}” has a word of over 1,000 letters; it is shown in pieces and stored whole."),
        N_ ("“{file}” has {n} words of over 1,000 letters; they are shown in pieces and stored "
            "whole."));
  tell (notices,
        name,
        findings->n_turns,
        N_ ("“{file}” holds a hidden mark that turns the direction of text; it was kept, and is "
            "shown."),
        N_ ("“{file}” holds {n} hidden marks that turn the direction of text; they were kept, and "
            "are shown."));
}

/* Control characters in numbers are the sign of a binary file. */
static gboolean
check_is_text (const Findings *findings,
               guint n_broken,
               gsize length,
               const char *name,
               GError **error)
{
  gsize n_odd = (gsize) findings->n_control + findings->n_nul + n_broken;
  if (length == 0)
    return entente_sentence_fail (error,
                                  ENTENTE_ERROR_INVALID,
                                  _ ("“{file}” is empty; choose a file that holds the article."),
                                  "file",
                                  name,
                                  NULL);
  if (n_odd * 10 > length)
    return entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("“{file}” holds no text that can be read. Save the article as plain text (.txt)."),
      "file",
      name,
      NULL);
  return TRUE;
}

static void
tell_charset (const EntenteCharset *charset, const char *name, guint n_broken, GPtrArray *notices)
{
  if (charset->guessed)
    g_ptr_array_add (
      notices,
      entente_sentence (_ ("“{file}” does not say its character set; it was read as {set}. "
                           "Check letters with accents."),
                        "file",
                        name,
                        "set",
                        charset->name,
                        NULL));
  tell (notices,
        name,
        n_broken,
        N_ ("“{file}” holds a broken character; it is shown as �."),
        N_ ("“{file}” holds {n} broken characters; they are shown as �."));
}

/* The set that the file itself names counts when the bytes do not show another. */
static EntenteCharset *
find_charset (const char *bytes, gsize length, const char *declared)
{
  EntenteCharset *charset = entente_charset_find (bytes, length);
  if (charset->guessed && declared != NULL) {
    g_free (charset->name);
    charset->name = g_strdup (declared);
    charset->guessed = FALSE;
  }
  return charset;
}

/* NULL without an error: the set is not known here. */
static char *
decode_in (const EntenteCharset *charset,
           const char *bytes,
           gsize length,
           const char *name,
           gsize *new_length,
           GPtrArray *notices,
           GError **error)
{
  Findings findings = { 0 };
  guint n_broken = 0;
  gsize decoded_length = 0;
  g_autofree char *decoded =
    entente_charset_decode (charset, bytes, length, &decoded_length, &n_broken);
  if (decoded == NULL)
    return NULL;
  g_autofree char *text = clean (decoded, decoded_length, new_length, &findings);
  if (!check_is_text (&findings, n_broken, *new_length, name, error))
    return NULL;
  tell_charset (charset, name, n_broken, notices);
  tell_losses (&findings, name, notices);
  return g_steal_pointer (&text);
}

static char *
decode_or_fail (const EntenteCharset *charset,
                const char *bytes,
                gsize length,
                const char *name,
                gsize *new_length,
                GPtrArray *notices,
                GError **error)
{
  GError *local = NULL;
  char *text = decode_in (charset, bytes, length, name, new_length, notices, &local);
  if (text == NULL && local == NULL)
    entente_sentence_fail (
      &local,
      ENTENTE_ERROR_INVALID,
      _ ("The character set of “{file}” is not known; save the article as UTF-8 text."),
      "file",
      name,
      NULL);
  if (local != NULL)
    g_propagate_error (error, local);
  return text;
}

char *
entente_plain_text_decode (const char *bytes,
                           gsize length,
                           const char *declared,
                           const char *name,
                           gsize *new_length,
                           gsize *offset,
                           GPtrArray *notices,
                           GError **error)
{
  g_autoptr (EntenteCharset) charset = find_charset (bytes, length, declared);
  GError *local = NULL;
  char *text = NULL;
  *offset = charset->mark_length;
  if (declared != NULL) {
    text = decode_in (charset, bytes, length, name, new_length, notices, &local);
    if (text != NULL || local != NULL) {
      if (local != NULL)
        g_propagate_error (error, local);
      return text;
    }
    entente_charset_free (g_steal_pointer (&charset));
    charset = find_charset (bytes, length, NULL);
    *offset = charset->mark_length;
  }
  return decode_or_fail (charset, bytes, length, name, new_length, notices, error);
}

char *
entente_plain_text_tidy (const char *text,
                         gsize length,
                         const char *name,
                         gsize *new_length,
                         GPtrArray *notices)
{
  Findings findings = { 0 };
  char *tidy = clean (text, length, new_length, &findings);
  measure (tidy, *new_length, &findings);
  tell_losses (&findings, name, notices);
  tell_oddities (&findings, name, notices);
  return tidy;
}

char *
entente_plain_text_read_in (const EntenteCharset *charset,
                            const char *bytes,
                            gsize length,
                            const char *name,
                            gsize *new_length,
                            GPtrArray *notices,
                            GError **error)
{
  char *text = decode_or_fail (charset, bytes, length, name, new_length, notices, error);
  Findings findings = { 0 };
  if (text == NULL)
    return NULL;
  measure (text, *new_length, &findings);
  tell_oddities (&findings, name, notices);
  return text;
}

char *
entente_plain_text_read (const char *bytes,
                         gsize length,
                         const char *name,
                         gsize *new_length,
                         gsize *offset,
                         GPtrArray *notices,
                         GError **error)
{
  g_autoptr (EntenteCharset) charset = entente_charset_find (bytes, length);
  *offset = charset->mark_length;
  return entente_plain_text_read_in (charset, bytes, length, name, new_length, notices, error);
}
