/* LaTeX as it stands in fields of BibTeX: accents and letters to Unicode, braces away, commands to
 * their words; and text so that LaTeX gives it back. */
#include "config.h"

#include "entente-bibliography-private.h"

#include <string.h>

static const struct {
  char sign; /* behind the backslash */
  gunichar mark; /* combining */
} accents[] = {
  { '"', 0x308 }, { '\'', 0x301 }, { '`', 0x300 }, { '^', 0x302 }, { '~', 0x303 },
  { '=', 0x304 }, { '.', 0x307 },  { 'c', 0x327 }, { 'v', 0x30C }, { 'u', 0x306 },
  { 'H', 0x30B }, { 'k', 0x328 },  { 'r', 0x30A }, { 'd', 0x323 },
};

static const struct {
  const char *name, *text;
} letters[] = {
  { "ss", "ß" },
  { "o", "ø" },
  { "O", "Ø" },
  { "l", "ł" },
  { "L", "Ł" },
  { "ae", "æ" },
  { "AE", "Æ" },
  { "oe", "œ" },
  { "OE", "Œ" },
  { "aa", "å" },
  { "AA", "Å" },
  { "i", "ı" },
  { "j", "ȷ" },
  { "dh", "ð" },
  { "DH", "Ð" },
  { "th", "þ" },
  { "TH", "Þ" },
  { "dj", "đ" },
  { "DJ", "Đ" },
  { "textbackslash", "\\" },
  { "textasciitilde", "~" },
  { "textasciicircum", "^" },
  { "textendash", "–" },
  { "textemdash", "—" },
  { "ldots", "…" },
  { "dots", "…" },
  { "textquoteright", "’" },
  { "textquoteleft", "‘" },
  { "textquotedblleft", "“" },
  { "textquotedblright", "”" },
  { "S", "§" },
  { "copyright", "©" },
};

/* A letter behind an accent: "\"{o}", "\"o", "\c c", "\'{\i}". Behind it; NULL when there is none.
 */
static const char *
add_accented (GString *text, const char *p, const char *end, gunichar mark)
{
  gboolean braced;
  g_autofree char *composed = NULL;
  g_autoptr (GString) pair = g_string_new (NULL);
  while (p < end && *p == ' ')
    p++;
  braced = p < end && *p == '{';
  p += braced;
  if (p + 1 < end && *p == '\\' && (p[1] == 'i' || p[1] == 'j')) {
    g_string_append_c (pair, p[1]);
    p += 2;
  } else if (p < end && g_unichar_isalpha (g_utf8_get_char (p))) {
    g_string_append_unichar (pair, g_utf8_get_char (p));
    p = g_utf8_next_char (p);
  } else {
    return NULL;
  }
  g_string_append_unichar (pair, mark);
  composed = g_utf8_normalize (pair->str, -1, G_NORMALIZE_NFC);
  g_string_append (text, composed);
  return braced && p < end && *p == '}' ? p + 1 : p;
}

/* @p is behind the backslash. */
static const char *
add_command (GString *text, const char *p, const char *end)
{
  gsize n = 0;
  while (p + n < end && g_ascii_isalpha (p[n]))
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++) {
    const char *behind =
      *p == accents[i].sign && n <= 1 ? add_accented (text, p + 1, end, accents[i].mark) : NULL;
    if (behind != NULL)
      return behind;
  }
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++) {
    if (n > 0 && strlen (letters[i].name) == n && strncmp (letters[i].name, p, n) == 0) {
      g_string_append (text, letters[i].text);
      p += n;
      return p + 1 < end && p[0] == '{' && p[1] == '}' ? p + 2 : p + (p < end && *p == ' ');
    }
  }
  if (n > 0) /* a command goes, the words that it is about stay */
    return p + n + (p + n < end && p[n] == ' ');
  if (p >= end)
    return p;
  g_string_append_len (text, p, g_utf8_next_char (p) - p);
  return g_utf8_next_char (p);
}

static gboolean
starts (const char *p, const char *end, const char *word)
{
  gsize n = strlen (word);
  return (gsize) (end - p) >= n && strncmp (p, word, n) == 0;
}

/* White space is one space; a blank line is a new line. */
static const char *
add_space (GString *text, const char *p, const char *end)
{
  guint n_lines = 0;
  for (; p < end && g_ascii_isspace (*p); p++)
    n_lines += *p == '\n';
  if (n_lines > 1)
    g_string_append_c (text, '\n');
  else if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, ' ');
  return p;
}

char *
entente_bibliography_read_latex (const char *latex, gsize length)
{
  static const struct {
    const char *latex, *text;
  } signs[] = { { "---", "—" }, { "--", "–" }, { "``", "“" }, { "''", "”" },
                { "~", " " },   { "{", "" },   { "}", "" },   { "$", "" } };
  GString *text = g_string_new (NULL);
  const char *end = latex + length;
  for (const char *p = latex; p < end;) {
    guint i;
    if (*p == '\\') {
      p = add_command (text, p + 1, end);
      continue;
    }
    if (g_ascii_isspace (*p)) {
      p = add_space (text, p, end);
      continue;
    }
    for (i = 0; i < G_N_ELEMENTS (signs) && !starts (p, end, signs[i].latex);)
      i++;
    if (i < G_N_ELEMENTS (signs)) {
      g_string_append (text, signs[i].text);
      p += strlen (signs[i].latex);
      continue;
    }
    g_string_append_len (text, p, g_utf8_next_char (p) - p);
    p = g_utf8_next_char (p);
  }
  return g_strstrip (g_string_free (text, FALSE));
}

void
entente_bibliography_append_latex (GString *text, const char *value)
{
  for (const char *p = value; *p != '\0'; p++) {
    char last = text->len > 0 ? text->str[text->len - 1] : ' ';
    if (strchr ("%&$#_{}", *p) != NULL)
      g_string_append_printf (text, "\\%c", *p);
    else if (*p == '\\')
      g_string_append (text, "\\textbackslash{}");
    else if (*p == '~')
      g_string_append (text, "\\textasciitilde{}");
    else if (*p == '^')
      g_string_append (text, "\\textasciicircum{}");
    else if (*p == '\n')
      g_string_append (text, "\n\n");
    else if ((*p == '-' || *p == '`' || *p == '\'') && last == *p)
      g_string_append_printf (text, "{}%c", *p);
    else
      g_string_append_c (text, *p);
  }
}
