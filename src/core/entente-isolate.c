/* Names in sentences, isolated as Unicode Standard Annex 9 says, section 2.4. */
#include "config.h"

#include "entente-isolate.h"

#define FIRST_STRONG_ISOLATE 0x2068
#define POP_DIRECTIONAL_ISOLATE 0x2069

/* Embeddings, overrides and isolates; plain marks turn only what is beside them. */
static gboolean
turns (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Blocks of scripts that run from right to left, and marks that stand for a letter of one. */
static gboolean
is_from_right (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || c == 0x200F || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

static gboolean
needs_isolation (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = (guchar) *at < 0x80 ? 0 : g_utf8_get_char (at);

    if (turns (c) || is_from_right (c))
      return TRUE;
  }
  return FALSE;
}

char *
entente_isolate (const char *name)
{
  GString *isolated;

  if (!needs_isolation (name))
    return g_strdup (name);
  isolated = g_string_new (NULL);
  g_string_append_unichar (isolated, FIRST_STRONG_ISOLATE);
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (turns (c))
      g_string_append_printf (isolated, "[U+%04X]", c);
    else
      g_string_append_unichar (isolated, c);
  }
  g_string_append_unichar (isolated, POP_DIRECTIONAL_ISOLATE);
  return g_string_free (isolated, FALSE);
}
