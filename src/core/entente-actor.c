/* Names of actors folded for comparison.
 *
 * What a keyboard, a script or a house style may change without changing the name is taken away:
 * case, accents, points of Arabic vowels, forms of Arabic letters, kinds of hyphen, apostrophe and
 * space. What is left is for comparing only and never shown.
 */
#include "config.h"

#include "entente-actor.h"

/* Letters that no decomposition takes apart. */
static const struct {
  gunichar letter;
  const char *folded;
} letters[] = {
  { 0x00e6, "ae" }, /* ash */
  { 0x00f0, "d" }, /* eth */
  { 0x00f8, "o" }, /* o with stroke */
  { 0x00fe, "th" }, /* thorn */
  { 0x0111, "d" }, /* d with stroke */
  { 0x0127, "h" }, /* h with stroke */
  { 0x0131, "i" }, /* dotless i */
  { 0x0142, "l" }, /* l with stroke */
  { 0x0153, "oe" }, /* ligature oe */
  { 0x0621, "" }, /* hamza alone */
  { 0x0629, "\xd9\x87" }, /* teh marbuta -> heh */
  { 0x0640, "" }, /* tatweel */
  { 0x0649, "\xd9\x8a" }, /* alef maksura -> yeh */
  { 0x0671, "\xd8\xa7" }, /* alef wasla -> alef */
  { 0x06a9, "\xd9\x83" }, /* keheh -> kaf */
  { 0x06c1, "\xd9\x87" }, /* heh goal -> heh */
  { 0x06cc, "\xd9\x8a" }, /* Farsi yeh -> yeh */
  { 0x06d2, "\xd9\x8a" }, /* yeh barree -> yeh */
  { 0x06d5, "\xd9\x87" }, /* ae -> heh */
  { 0x200c, " " }, /* zero width non-joiner, written between the parts of Persian names */
};

static gboolean
is_apostrophe (gunichar c)
{
  switch (c) {
  case '\'':
  case '`':
  case 0x00b4: /* acute accent */
  case 0x02b9: /* primes and half rings of transliteration */
  case 0x02ba:
  case 0x02bb:
  case 0x02bc:
  case 0x02bd:
  case 0x02be:
  case 0x02bf:
  case 0x02c8:
  case 0x2018:
  case 0x2019:
  case 0x201b:
  case 0x2032:
  case 0xff07:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
is_gap (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_DASH_PUNCTUATION || c == 0x2212 || c == '_' || c == 0x00b7 ||
         g_unichar_isspace (c);
}

static gboolean
is_dropped (gunichar c)
{
  switch (g_unichar_type (c)) {
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK:
  case G_UNICODE_CONTROL:
  case G_UNICODE_FORMAT:
    return TRUE;
  default:
    return is_apostrophe (c);
  }
}

static const char *
find_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++) {
    if (letters[i].letter == c)
      return letters[i].folded;
  }
  return NULL;
}

static void
add_gap (GString *folded)
{
  if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

static void
add_letter (GString *folded, gunichar c)
{
  const char *letter = find_letter (c);
  int digit = g_unichar_digit_value (c);

  if (is_gap (c) || g_strcmp0 (letter, " ") == 0)
    add_gap (folded);
  else if (letter != NULL)
    g_string_append (folded, letter);
  else if (digit >= 0)
    g_string_append_c (folded, (char) ('0' + digit));
  else if (!is_dropped (c))
    g_string_append_unichar (folded, c);
}

/* Compatibility forms taken apart and case folded; folding can make new forms, hence twice. */
static char *
decompose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  g_autofree char *small = g_utf8_casefold (apart, -1);

  return g_utf8_normalize (small, -1, G_NORMALIZE_NFKD);
}

char *
entente_name_fold (const char *text)
{
  g_autofree char *apart = decompose (text == NULL ? "" : text);
  GString *folded = g_string_sized_new (32);

  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c))
    add_letter (folded, g_utf8_get_char (c));
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}
