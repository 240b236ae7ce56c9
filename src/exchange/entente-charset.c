/* Finds the character set of a text and turns it into UTF-8. Marks first, then validity, then the
 * guess of uchardet. Pure but for iconv, safe in any thread. */
#include "config.h"

#include "entente-charset.h"

#include <string.h>
#include <uchardet/uchardet.h>

#define GUESS_BYTES (256 * 1024)
#define REPLACEMENT "\xEF\xBF\xBD"

/* ---- finding ---- */

static EntenteCharset *
charset_new (const char *name, gsize mark_length, gboolean guessed)
{
  EntenteCharset *charset = g_new0 (EntenteCharset, 1);
  *charset = (EntenteCharset){ g_strdup (name), mark_length, guessed };
  return charset;
}

static EntenteCharset *
find_mark (const char *bytes, gsize length)
{
  static const struct {
    const char *mark;
    gsize length;
    const char *name;
  } marks[] = {
    { "\xEF\xBB\xBF", 3, "UTF-8" },    { "\xFF\xFE\0\0", 4, "UTF-32LE" },
    { "\0\0\xFE\xFF", 4, "UTF-32BE" }, { "\xFF\xFE", 2, "UTF-16LE" },
    { "\xFE\xFF", 2, "UTF-16BE" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      return charset_new (marks[i].name, marks[i].length, FALSE);
  }
  return NULL;
}

/* Without mark, UTF-16 of mostly Latin text has a NUL in every other byte. */
static const char *
find_utf16 (const char *bytes, gsize length)
{
  gsize n[2] = { 0, 0 };
  length = MIN (length, 4096) & ~(gsize) 1;
  for (gsize i = 0; i < length; i++)
    n[i & 1] += bytes[i] == '\0';
  if (length < 4 || n[0] + n[1] < length / 4)
    return NULL;
  if (n[1] >= 8 * n[0])
    return "UTF-16LE";
  return n[0] >= 8 * n[1] ? "UTF-16BE" : NULL;
}

/* Valid characters beyond ASCII, and broken bytes that do not come from the cut at the end. */
static void
count_utf8 (const char *bytes, gsize length, gsize *n_valid, gsize *n_broken)
{
  const char *end = bytes + length;
  for (const char *p = bytes; p < end;) {
    if ((guchar) *p < 0x80) {
      p++;
      continue;
    }
    gunichar c = g_utf8_get_char_validated (p, end - p);
    if (c == (gunichar) -2)
      return;
    if (c == (gunichar) -1) {
      (*n_broken)++;
      p++;
    } else {
      (*n_valid)++;
      p = g_utf8_next_char (p);
    }
  }
}

/* Sets that Windows enlarged are read as Windows has them. */
static const char *
widen (const char *name)
{
  static const char *const wider[][2] = {
    { "ISO-8859-1", "WINDOWS-1252" },
    { "ISO-8859-9", "WINDOWS-1254" },
    { "ASCII", "WINDOWS-1252" },
    { "", "WINDOWS-1252" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (wider); i++) {
    if (g_ascii_strcasecmp (name, wider[i][0]) == 0)
      return wider[i][1];
  }
  return name;
}

static EntenteCharset *
guess (const char *bytes, gsize length)
{
  uchardet_t detector = uchardet_new ();
  uchardet_handle_data (detector, bytes, MIN (length, GUESS_BYTES));
  uchardet_data_end (detector);
  EntenteCharset *charset = charset_new (widen (uchardet_get_charset (detector)), 0, TRUE);
  uchardet_delete (detector);
  return charset;
}

EntenteCharset *
entente_charset_find (const char *bytes, gsize length)
{
  EntenteCharset *charset = find_mark (bytes, length);
  gsize n_valid = 0, n_broken = 0;
  if (charset != NULL)
    return charset;
  const char *utf16 = find_utf16 (bytes, length);
  if (utf16 != NULL)
    return charset_new (utf16, 0, TRUE);
  count_utf8 (bytes, length, &n_valid, &n_broken);
  if (n_broken == 0 || n_valid >= 4 * n_broken)
    return charset_new ("UTF-8", 0, FALSE);
  return guess (bytes, length);
}

EntenteCharset *
entente_charset_new (const char *name, const char *bytes, gsize length)
{
  g_autoptr (EntenteCharset) marked = find_mark (bytes, length);
  gsize mark_length = marked != NULL && strcmp (marked->name, name) == 0 ? marked->mark_length : 0;
  return charset_new (name, mark_length, FALSE);
}

void
entente_charset_free (EntenteCharset *charset)
{
  g_free (charset->name);
  g_free (charset);
}

/* ---- decoding ---- */

static char *
mend_utf8 (const char *bytes, gsize length, gsize *new_length, guint *n_broken)
{
  GString *mended = g_string_sized_new (length);
  const char *end = bytes + length;
  for (const char *p = bytes; p < end;) {
    const char *invalid;
    if (g_utf8_validate_len (p, (gsize) (end - p), &invalid)) {
      g_string_append_len (mended, p, end - p);
      break;
    }
    g_string_append_len (mended, p, invalid - p);
    if (*invalid == '\0') /* valid, but not for GLib: left to the caller */
      g_string_append_c (mended, '\0');
    else {
      g_string_append (mended, REPLACEMENT);
      (*n_broken)++;
    }
    p = invalid + 1;
  }
  *new_length = mended->len;
  return g_string_free (mended, FALSE);
}

/* Converts as far as it goes; a character that cannot be read costs one unit of the set. */
static char *
convert (const EntenteCharset *charset,
         const char *bytes,
         gsize length,
         gsize *new_length,
         guint *n_broken)
{
  gsize unit = strstr (charset->name, "32") != NULL ? 4 : strstr (charset->name, "UTF-16") ? 2 : 1;
  GIConv converter = g_iconv_open ("UTF-8", charset->name);
  if (converter == (GIConv) -1)
    return NULL;
  GString *text = g_string_sized_new (length + length / 2);
  char buffer[8192];
  char *in = (char *) bytes;
  gsize in_left = length;
  while (in_left > 0) {
    char *out = buffer;
    gsize out_left = sizeof buffer;
    gsize before = in_left;
    g_iconv (converter, &in, &in_left, &out, &out_left);
    g_string_append_len (text, buffer, out - buffer);
    if (in_left == before && out == buffer) {
      gsize step = MIN (unit, in_left);
      g_string_append (text, REPLACEMENT);
      (*n_broken)++;
      in += step;
      in_left -= step;
      g_iconv (converter, NULL, NULL, NULL, NULL);
    }
  }
  g_iconv_close (converter);
  *new_length = text->len;
  return g_string_free (text, FALSE);
}

char *
entente_charset_decode (const EntenteCharset *charset,
                        const char *bytes,
                        gsize length,
                        gsize *new_length,
                        guint *n_broken)
{
  *n_broken = 0;
  bytes += charset->mark_length;
  length -= charset->mark_length;
  if (strcmp (charset->name, "UTF-8") == 0)
    return mend_utf8 (bytes, length, new_length, n_broken);
  return convert (charset, bytes, length, new_length, n_broken);
}

GInputStream *
entente_charset_open (const EntenteCharset *charset, GInputStream *stream, GError **error)
{
  if (g_input_stream_skip (stream, charset->mark_length, NULL, error) < 0)
    return NULL;
  if (strcmp (charset->name, "UTF-8") == 0)
    return g_object_ref (stream);
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", charset->name, error);
  if (converter == NULL)
    return NULL;
  return g_converter_input_stream_new (stream, G_CONVERTER (converter));
}
