/* By script, since only letters have a direction of their own.
 */
#include "config.h"

#include "entente-letter-direction.h"

static gboolean
is_leftwards (GUnicodeScript script)
{
  switch (script) {
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_HEBREW:
  case G_UNICODE_SCRIPT_SYRIAC:
  case G_UNICODE_SCRIPT_THAANA:
  case G_UNICODE_SCRIPT_NKO:
  case G_UNICODE_SCRIPT_SAMARITAN:
  case G_UNICODE_SCRIPT_MANDAIC:
  case G_UNICODE_SCRIPT_ADLAM:
  case G_UNICODE_SCRIPT_MENDE_KIKAKUI:
  case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
    return TRUE;
  default:
    return FALSE;
  }
}

EntenteLetterDirection
entente_letter_direction_of (gunichar letter)
{
  if (!g_unichar_isalpha (letter))
    return ENTENTE_LETTER_NEUTRAL;
  return letter >= 0x590 && is_leftwards (g_unichar_get_script (letter))
           ? ENTENTE_LETTER_LEFTWARDS
           : ENTENTE_LETTER_RIGHTWARDS;
}

EntenteLetterDirection
entente_letter_direction_of_text (const char *text, guint n_chars)
{
  for (guint i = 0; *text && i < n_chars; i++, text = g_utf8_next_char (text)) {
    EntenteLetterDirection direction = entente_letter_direction_of (g_utf8_get_char (text));

    if (direction != ENTENTE_LETTER_NEUTRAL)
      return direction;
  }
  return ENTENTE_LETTER_RIGHTWARDS;
}
