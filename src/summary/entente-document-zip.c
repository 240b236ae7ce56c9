/* A zip without compression: for each part a local head and its bytes, then the directory of all.
 */

#include "config.h"

#include "entente-document-zip.h"

#include <string.h>

#define LOCAL_MAGIC 0x04034b50u
#define ENTRY_MAGIC 0x02014b50u
#define END_MAGIC 0x06054b50u
#define NEEDED_VERSION 20u
#define UTF8_NAMES 0x0800u

struct _EntenteDocumentZip {
  GByteArray *bytes;
  GByteArray *directory;
  guint n_parts;
  guint16 date, time; /* as MS-DOS has them */
};

static void
put16 (GByteArray *out, guint value)
{
  const guint8 bytes[] = { (guint8) (value & 0xff), (guint8) (value >> 8 & 0xff) };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
put32 (GByteArray *out, guint32 value)
{
  put16 (out, value & 0xffff);
  put16 (out, value >> 16);
}

static guint32
compute_crc (const char *text, gsize length)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < length; i++) {
    crc ^= (guint8) text[i];
    for (guint bit = 0; bit < 8; bit++)
      crc = crc >> 1 ^ ((crc & 1) ? 0xedb88320u : 0);
  }
  return ~crc;
}

EntenteDocumentZip *
entente_document_zip_new (gint64 time)
{
  EntenteDocumentZip *zip = g_new0 (EntenteDocumentZip, 1);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time);

  zip->bytes = g_byte_array_new ();
  zip->directory = g_byte_array_new ();
  zip->date = 1 << 5 | 1; /* 1 January 1980, the first that it can tell */
  if (moment != NULL && g_date_time_get_year (moment) >= 1980 &&
      g_date_time_get_year (moment) < 2108) {
    zip->date =
      (guint16) ((g_date_time_get_year (moment) - 1980) << 9 | g_date_time_get_month (moment) << 5 |
                 g_date_time_get_day_of_month (moment));
    zip->time =
      (guint16) (g_date_time_get_hour (moment) << 11 | g_date_time_get_minute (moment) << 5 |
                 g_date_time_get_second (moment) / 2);
  }
  return zip;
}

/* What local head and directory share. */
static void
put_facts (const EntenteDocumentZip *zip,
           GByteArray *out,
           const char *name,
           guint32 crc,
           guint32 length)
{
  put16 (out, NEEDED_VERSION);
  put16 (out, UTF8_NAMES);
  put16 (out, 0);
  put16 (out, zip->time);
  put16 (out, zip->date);
  put32 (out, crc);
  put32 (out, length);
  put32 (out, length);
  put16 (out, (guint) strlen (name));
  put16 (out, 0);
}

void
entente_document_zip_add (EntenteDocumentZip *zip, const char *name, const char *text)
{
  gsize length = strlen (text);
  guint32 crc = compute_crc (text, length);
  guint32 offset = zip->bytes->len;

  put32 (zip->bytes, LOCAL_MAGIC);
  put_facts (zip, zip->bytes, name, crc, (guint32) length);
  g_byte_array_append (zip->bytes, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (zip->bytes, (const guint8 *) text, (guint) length);

  put32 (zip->directory, ENTRY_MAGIC);
  put16 (zip->directory, NEEDED_VERSION);
  put_facts (zip, zip->directory, name, crc, (guint32) length);
  put16 (zip->directory, 0);
  put16 (zip->directory, 0);
  put16 (zip->directory, 0);
  put32 (zip->directory, 0);
  put32 (zip->directory, offset);
  g_byte_array_append (zip->directory, (const guint8 *) name, (guint) strlen (name));
  zip->n_parts++;
}

GBytes *
entente_document_zip_finish (EntenteDocumentZip *zip)
{
  guint32 offset = zip->bytes->len;
  GBytes *bytes;

  g_byte_array_append (zip->bytes, zip->directory->data, zip->directory->len);
  put32 (zip->bytes, END_MAGIC);
  put16 (zip->bytes, 0);
  put16 (zip->bytes, 0);
  put16 (zip->bytes, zip->n_parts);
  put16 (zip->bytes, zip->n_parts);
  put32 (zip->bytes, zip->directory->len);
  put32 (zip->bytes, offset);
  put16 (zip->bytes, 0);
  bytes = g_byte_array_free_to_bytes (zip->bytes);
  g_byte_array_unref (zip->directory);
  g_free (zip);
  return bytes;
}
