/* A table of letters that look like others, after the folding of names has taken case, accents and
 * forms of Arabic letters away. What looks alike only as capitals ("Н" and "H") counts as well: the
 * case of a name is no difference. */
#include "config.h"

#include "entente-confusables.h"

#include "entente-actor.h"

#include <string.h>

static const struct {
  gunichar letter; /* small */
  const char *looks_like;
} letters[] = {
  /* Cyrillic */
  { 0x0430, "a" },
  { 0x0432, "b" },
  { 0x0433, "r" },
  { 0x0435, "e" },
  { 0x0437, "3" },
  { 0x043a, "k" },
  { 0x043c, "m" },
  { 0x043d, "h" },
  { 0x043e, "o" },
  { 0x043f, "n" },
  { 0x0440, "p" },
  { 0x0441, "c" },
  { 0x0442, "t" },
  { 0x0443, "y" },
  { 0x0445, "x" },
  { 0x044c, "b" },
  { 0x0455, "s" },
  { 0x0456, "l" },
  { 0x0458, "j" },
  { 0x04ae, "y" },
  { 0x04af, "y" },
  { 0x04bb, "h" },
  { 0x04cf, "l" },
  { 0x0501, "d" },
  { 0x051b, "q" },
  { 0x051d, "w" },
  /* Greek */
  { 0x03b1, "a" },
  { 0x03b2, "b" },
  { 0x03b3, "y" },
  { 0x03b5, "e" },
  { 0x03b6, "z" },
  { 0x03b7, "h" },
  { 0x03b9, "l" },
  { 0x03ba, "k" },
  { 0x03bc, "m" },
  { 0x03bd, "v" },
  { 0x03bf, "o" },
  { 0x03c1, "p" },
  { 0x03c3, "o" },
  { 0x03c4, "t" },
  { 0x03c5, "u" },
  { 0x03c7, "x" },
  { 0x03c9, "w" },
  { 0x03f2, "c" },
  /* Latin: i without its point, L and I, figures for letters */
  { 'i', "l" },
  { '1', "l" },
  { '|', "l" },
  { '0', "o" },
  { 0x0251, "a" },
  { 0x0261, "g" },
  { 0x0269, "l" },
  { 0x026a, "l" },
  { 0x0138, "k" },
  /* Arabic: letters that differ by points alone are not the same, forms of one letter are */
  { 0x06a4, "\xd9\x81" }, /* veh, as feh */
  { 0x06af, "\xd9\x83" }, /* gaf, as kaf */
  { 0x0686, "\xd8\xac" }, /* tcheh, as jeem */
  { 0x067e, "\xd8\xa8" }, /* peh, as beh */
  { 0x0698, "\xd8\xb2" }, /* jeh, as zain */
};

static const char *
find_look (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == c)
      return letters[i].looks_like;
  return NULL;
}

/* "rn" is an m, "vv" a w, at a glance. */
static void
join_pairs (GString *skeleton)
{
  g_string_replace (skeleton, "rn", "m", 0);
  g_string_replace (skeleton, "vv", "w", 0);
}

char *
entente_confusables_get_skeleton (const char *text)
{
  g_autofree char *folded = entente_name_fold (text);
  GString *skeleton = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    const char *look = find_look (c);

    if (look != NULL)
      g_string_append (skeleton, look);
    else
      g_string_append_unichar (skeleton, c);
  }
  join_pairs (skeleton);
  return g_string_free (skeleton, FALSE);
}

gboolean
entente_confusables_are_mixed (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  gboolean latin = FALSE, other = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    GUnicodeScript script = g_unichar_get_script (c);

    if (!g_unichar_isalpha (c) && !g_unichar_ismark (c)) {
      latin = other = FALSE;
      continue;
    }
    latin |= script == G_UNICODE_SCRIPT_LATIN;
    other |= script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_GREEK;
    if (latin && other)
      return TRUE;
  }
  return FALSE;
}
