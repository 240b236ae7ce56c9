/* Reads numbers as C does, whatever the locale says of decimal points. */
#include "config.h"

#include "entente-coordinates.h"

#include <math.h>

/* A number of degrees with a sign or a letter behind it; moves *@text on. */
static gboolean
read_degrees (const char **text, const char *letters, double most, double *degrees)
{
  char *end;
  double value = g_ascii_strtod (*text, &end);

  if (end == *text || !isfinite (value))
    return FALSE;
  if (g_str_has_prefix (end, "°"))
    end += sizeof "°" - 1;
  while (*end == ' ')
    end++;
  if (g_ascii_toupper (*end) == letters[0] || g_ascii_toupper (*end) == letters[1]) {
    if (value < 0)
      return FALSE;
    value = g_ascii_toupper (*end) == letters[1] ? -value : value;
    end++;
  }
  *text = end;
  *degrees = value;
  return fabs (value) <= most;
}

static void
skip (const char **text, const char *what)
{
  while (**text != '\0' && g_utf8_strchr (what, -1, g_utf8_get_char (*text)) != NULL)
    *text = g_utf8_next_char (*text);
}

gboolean
entente_coordinates_parse (const char *text, double *latitude, double *longitude)
{
  double north = 0, east = 0;

  if (text != NULL)
    skip (&text, " ");
  if (text != NULL && *text != '\0') {
    if (!g_utf8_validate (text, -1, NULL) || !read_degrees (&text, "NS", 90, &north))
      return FALSE;
    skip (&text, " ,;");
    if (!read_degrees (&text, "EW", 180, &east))
      return FALSE;
    skip (&text, " ");
    if (*text != '\0')
      return FALSE;
  }
  *latitude = north;
  *longitude = east;
  return TRUE;
}

char *
entente_coordinates_format (double latitude, double longitude)
{
  char north[G_ASCII_DTOSTR_BUF_SIZE], east[G_ASCII_DTOSTR_BUF_SIZE];

  if (latitude == 0 && longitude == 0)
    return g_strdup ("");
  g_ascii_formatd (north, sizeof north, "%.7g", latitude);
  g_ascii_formatd (east, sizeof east, "%.7g", longitude);
  return g_strdup_printf ("%s, %s", north, east);
}
