/* The colours of the eight hues. The rule that gives the hues to actors is that of the lanes
 * (entente-lanes.h), for screen and paper alike.
 *
 * Pure functions over a chronicle; nothing is kept. Any thread. No other file names a colour of the
 * data.
 */
#include "config.h"

#include "entente-lanes.h"
#include "entente-palette.h"
#include <string.h>

typedef struct {
  guint32 light, dark; /* 0xrrggbb */
} Hue;

/* Indigo, ochre, aubergine, green, bistre, slate, brick, petrol; grey last. */
static const Hue hues[ENTENTE_N_HUES + 1] = {
  { 0x3043d3, 0x7687ff }, { 0xa76905, 0xf58123 }, { 0x6b0847, 0xfdccf4 },
  { 0x007861, 0x5be1aa }, { 0x503e00, 0xe1d342 }, { 0x77729b, 0x9d9bac },
  { 0x953b41, 0xd1a174 }, { 0x075071, 0x4eafd9 }, { 0x5e5c64, 0xb5b3ba },
};

static EntenteColour
unpack_colour (guint32 rgb)
{
  return (EntenteColour){
    .red = (rgb >> 16 & 0xff) / 255.0,
    .green = (rgb >> 8 & 0xff) / 255.0,
    .blue = (rgb & 0xff) / 255.0,
  };
}

/* Reads "#rrggbb"; FALSE for anything else. */
static gboolean
parse_colour (const char *text, EntenteColour *colour)
{
  guint32 rgb = 0;

  if (!text || text[0] != '#' || strlen (text) != 7)
    return FALSE;
  for (const char *digit = text + 1; *digit; digit++) {
    int value = g_ascii_xdigit_value (*digit);

    if (value < 0)
      return FALSE;
    rgb = rgb << 4 | (guint32) value;
  }
  *colour = unpack_colour (rgb);
  return TRUE;
}

G_STATIC_ASSERT (ENTENTE_HUE_GREY == ENTENTE_LANES_GREY_HUE && ENTENTE_N_HUES == ENTENTE_HUE_GREY);

guint
entente_palette_get_hue (const EntenteChronicle *chronicle, guint32 actor, EntenteSpan window)
{
  return entente_lanes_get_hue (chronicle, actor, window);
}

guint
entente_palette_get_event_hue (const EntenteChronicle *chronicle, guint row)
{
  if (entente_chronicle_get_kind (chronicle, row)->group == ENTENTE_GROUP_OUTSIDE)
    return ENTENTE_HUE_GREY;
  return entente_palette_get_hue (chronicle,
                                  entente_chronicle_get_lead (chronicle, row),
                                  entente_chronicle_get_window (chronicle, row));
}

EntenteColour
entente_palette_get_colour (const EntenteChronicle *chronicle,
                            guint32 actor,
                            guint hue,
                            gboolean dark)
{
  EntenteColour colour;

  if (actor != ENTENTE_NO_INDEX &&
      parse_colour (entente_chronicle_get_actor (chronicle, actor)->colour, &colour))
    return colour;
  return entente_palette_get_hue_colour (hue, dark);
}

EntenteColour
entente_palette_get_hue_colour (guint hue, gboolean dark)
{
  const Hue *entry = &hues[MIN (hue, ENTENTE_HUE_GREY)];

  return unpack_colour (dark ? entry->dark : entry->light);
}

char *
entente_palette_get_code (const EntenteChronicle *chronicle, guint32 actor)
{
  if (entente_chronicle_get_actor_rank (chronicle, actor) < ENTENTE_N_HUES)
    return NULL;
  return entente_palette_format_initials (chronicle, actor);
}

/* The first letters of the first two words, else the first two letters. */
char *
entente_palette_format_initials (const EntenteChronicle *chronicle, guint32 actor)
{
  const EntenteActor *record = entente_chronicle_get_actor (chronicle, actor);
  const char *name = record->short_label ? record->short_label : record->name;
  const char *space = g_utf8_strchr (name, -1, ' ');
  const char *second = space && space[1] ? space + 1 : g_utf8_next_char (name);
  g_autoptr (GString) code = g_string_new (NULL);

  g_string_append_unichar (code, g_unichar_toupper (g_utf8_get_char (name)));
  if (*name && *second)
    g_string_append_unichar (code, g_utf8_get_char (second));
  return g_string_free (g_steal_pointer (&code), FALSE);
}
