/* A title from the words: their first sentence, and where that is too long as much of it as can be
 * said in one breath: up to the end of a clause, else of a word, and never up to a word that leads
 * to the next. What was cut shows as "…".
 */
#include "config.h"

#include "entente-event-guess.h"

#include <string.h>

#define CHARS_MAX 72
#define CHARS_LEAST 28 /* of a clause that says something by itself */

/* Words before a full stop that ends no sentence. */
static const char *const short_forms[] = { "mr",  "mrs", "ms",  "dr",  "st",  "no",  "gen", "col",
                                           "lt",  "sen", "rep", "gov", "jan", "feb", "aug", "sept",
                                           "oct", "nov", "dec", "vs",  "etc", "ca",  "bzw", "nr" };

/* Words that a title does not end with: they lead to what comes next. */
static const char *const leads[] = {
  "a",     "an",   "the",  "of",  "to",   "in",    "on",   "at",    "by",    "for",    "from",
  "with",  "and",  "or",   "but", "that", "which", "who",  "as",    "its",   "his",    "her",
  "their", "into", "is",   "was", "were", "has",   "had",  "have",  "will",  "would",  "not",
  "be",    "been", "than", "if",  "this", "these", "over", "about", "after", "before", "between",
  "der",   "die",  "das",  "den", "dem",  "des",   "ein",  "eine",  "einen", "einer",  "und",
  "oder",  "zu",   "von",  "mit", "im",   "le",    "la",   "les",   "un",    "une",    "de",
  "du",    "et",   "ou",   "que", "qui",  "dans"
};

/* Words with which another clause begins. */
static const char *const joints[] = { "and",      "but",     "which",   "who",   "while",
                                      "when",     "because", "since",   "after", "before",
                                      "although", "though",  "whereas", "so",    "und",
                                      "aber",     "weil",    "während", "mais",  "parce" };

static gboolean
is_among (const char *const *words, guint n, const char *word, gsize length)
{
  for (guint i = 0; i < n; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* In one line, without marks of notes, with single spaces. */
static char *
dup_line (const char *text)
{
  g_autoptr (GRegex) marks = g_regex_new (" ?\\[[0-9*]{1,4}\\]", 0, 0, NULL);
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (marks, text ? text : "", -1, 0, "", 0, NULL);
  char *line = g_regex_replace_literal (spaces, bare ? bare : "", -1, 0, " ", 0, NULL);

  return g_strstrip (line ? line : g_strdup (""));
}

/* ---- the first sentence ---- */

static const char *
find_word (const char *text, const char *end)
{
  while (end > text && end[-1] != ' ')
    end--;
  return end;
}

/* "Mr.", "U.S.", "J.": what stands before the full stop at @stop. */
static gboolean
is_short_form (const char *text, const char *stop)
{
  const char *word = find_word (text, stop);
  gsize length = (gsize) (stop - word);

  return memchr (word, '.', length) != NULL || g_utf8_strlen (word, (gssize) length) == 1 ||
         is_among (short_forms, G_N_ELEMENTS (short_forms), word, length);
}

/* Ends at a full stop, a question or an exclamation mark, with what closes a quote after it. */
static void
end_sentence (char *line)
{
  for (char *at = line; *at != '\0'; at++) {
    char *next = at + 1;

    if (strchr (".!?", *at) == NULL)
      continue;
    while (g_str_has_prefix (next, "”") || g_str_has_prefix (next, "’") || *next == '"')
      next = g_utf8_next_char (next);
    if (*next != ' ' || g_unichar_islower (g_utf8_get_char (next + 1)) ||
        (*at == '.' && is_short_form (line, at)))
      continue;
    *next = '\0';
    return;
  }
}

/* ---- what fits ---- */

static gboolean
is_closing (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || c == 0x3001 || c == 0xFF0C || c == 0x3002 ||
         c == 0x060C || c == 0x061B;
}

static gboolean
is_dash (gunichar c)
{
  return c == 0x2013 || c == 0x2014 || c == '(';
}

/* Does a clause end before @at, which lies between two words? */
static gboolean
ends_clause (const char *line, const char *at)
{
  gunichar before = g_utf8_get_char (g_utf8_prev_char (at));
  const char *word = *at == ' ' ? at + 1 : at;
  const char *end = word;

  if (at == line || is_closing (before) || is_dash (before) || is_dash (g_utf8_get_char (word)))
    return TRUE;
  while (*end != '\0' && *end != ' ')
    end++;
  return is_among (joints, G_N_ELEMENTS (joints), word, (gsize) (end - word));
}

/* The last place up to @limit where a clause ends, else a word; else @limit itself. */
static char *
find_cut (char *line, char *limit)
{
  const char *least = g_utf8_offset_to_pointer (line, CHARS_LEAST);
  char *word = NULL;

  for (char *at = limit; at > least; at = g_utf8_prev_char (at)) {
    gboolean between = *at == ' ' || is_closing (g_utf8_get_char (g_utf8_prev_char (at)));

    if (between && word == NULL)
      word = at;
    if (between && ends_clause (line, at))
      return at;
  }
  while (word == NULL && limit > line && g_unichar_ismark (g_utf8_get_char (limit)))
    limit = g_utf8_prev_char (limit);
  return word != NULL ? word : limit;
}

/* Takes away what only leads on: small words, commas, dashes, opening marks. */
static void
trim_end (char *line)
{
  for (;;) {
    char *last = g_utf8_find_prev_char (line, line + strlen (line));
    const char *word = find_word (line, line + strlen (line));
    gunichar c = last != NULL ? g_utf8_get_char (last) : 0;

    if (last == NULL || last == line)
      return;
    if (c == ' ' || is_closing (c) || is_dash (c) || c == '-' || c == 0x201C || c == 0x201E)
      *last = '\0';
    else if (word > line && is_among (leads, G_N_ELEMENTS (leads), word, strlen (word)))
      line[word - line] = '\0';
    else
      return;
  }
}

/* The line with what does not fit cut off. Free. */
static char *
fit (char *line)
{
  if (g_utf8_strlen (line, -1) <= CHARS_MAX)
    return g_strdup (line);
  *find_cut (line, g_utf8_offset_to_pointer (line, CHARS_MAX - 1)) = '\0';
  trim_end (line);
  return g_strconcat (line, "…", NULL);
}

char *
entente_event_guess_title (const char *text)
{
  g_autofree char *line = dup_line (text);
  g_autofree char *fitting = NULL;
  char upper[8] = "";

  if (!*line)
    return g_steal_pointer (&line);
  end_sentence (line);
  fitting = fit (line);
  if (g_str_has_suffix (fitting, "."))
    fitting[strlen (fitting) - 1] = '\0';
  if (*fitting == '\0')
    return g_steal_pointer (&fitting);
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (fitting)), upper);
  return g_strconcat (upper, g_utf8_next_char (fitting), NULL);
}
