/* The letters that Turkish, Azeri and Lithuanian treat in ways of their own are dealt with before
 * GLib sees the text. */
#include "config.h"

#include "entente-letters.h"

#include <string.h>

/* LATIN CAPITAL LETTER I WITH DOT ABOVE, COMBINING DOT ABOVE */
#define DOTTED_I 0x130
#define DOT_ABOVE 0x307

static gsize
get_length (const char *text, gssize length)
{
  return length < 0 ? strlen (text) : strnlen (text, (gsize) length);
}

static gboolean
is_lithuanian (gunichar letter)
{
  return letter == 0xCC || letter == 0xCD || letter == 0x128 || letter == 0x12E;
}

char *
entente_letters_down (const char *text, gssize length)
{
  g_autoptr (GString) ready = g_string_new (NULL);
  const char *end = text + get_length (text, length);

  for (const char *at = text; at < end; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (letter < 0x80) {
      g_string_append_c (ready, g_ascii_tolower ((char) letter));
    } else if (letter == DOTTED_I) {
      g_string_append_c (ready, 'i');
      g_string_append_unichar (ready, DOT_ABOVE);
    } else {
      g_string_append_unichar (ready, is_lithuanian (letter) ? g_unichar_tolower (letter) : letter);
    }
  }
  return g_utf8_strdown (ready->str, (gssize) ready->len);
}

char *
entente_letters_up (const char *text, gssize length)
{
  g_autofree char *ready = g_ascii_strup (text, (gssize) get_length (text, length));

  return g_utf8_strup (ready, -1);
}
