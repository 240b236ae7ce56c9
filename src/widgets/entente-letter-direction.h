/* In which direction a letter is read. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_LETTER_NEUTRAL, /* spaces, signs, digits: as what stands round it */
  ENTENTE_LETTER_RIGHTWARDS,
  ENTENTE_LETTER_LEFTWARDS, /* Arabic, Hebrew and their relations */
} EntenteLetterDirection;

EntenteLetterDirection entente_letter_direction_of (gunichar letter);
/* That of the first letter that has one, among the first @n_chars of @text; to the right when there
 * is none. */
EntenteLetterDirection entente_letter_direction_of_text (const char *text, guint n_chars);

G_END_DECLS
