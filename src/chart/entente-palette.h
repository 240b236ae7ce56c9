/* EntentePalette: which of the eight hues an actor has, for every pane and for paper. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

#define ENTENTE_N_HUES 8
#define ENTENTE_HUE_GREY 8

typedef struct {
  double red, green, blue; /* 0 to 1 */
} EntenteColour;

/* Hue of an actor at the date of a move: rank of first event of its body, modulo 8; grey where two
 * bodies are possible. */
guint entente_palette_get_hue (const EntenteChronicle *chronicle,
                               guint32 actor,
                               EntenteSpan window);
/* Hue of an event: that of its lead; grey for outside events and for none. */
guint entente_palette_get_event_hue (const EntenteChronicle *chronicle, guint row);
/* The colour given by a person, else that of the hue, in the light or dark style. */
EntenteColour entente_palette_get_colour (const EntenteChronicle *chronicle,
                                          guint32 actor,
                                          guint hue,
                                          gboolean dark);
EntenteColour entente_palette_get_hue_colour (guint hue, gboolean dark);
/* Two letters that tell actors of one hue apart, from the ninth actor on; NULL for the first eight.
 * Free. */
char *entente_palette_get_code (const EntenteChronicle *chronicle, guint32 actor);
/* Two letters for an actor, whatever its rank: where there is no room for a name. Free. */
char *entente_palette_format_initials (const EntenteChronicle *chronicle, guint32 actor);

G_END_DECLS
