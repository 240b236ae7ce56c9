/* Any bytes as a list of references in each format; what was read is written and read again. */
#include "config.h"

#include "entente-bibliography.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static GPtrArray *
read_bytes (const char *bytes, gsize length, EntenteBibliographyFormat format)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);

  return entente_bibliography_read (bytes, length, "x", format, notices, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  for (guint format = 0; format < ENTENTE_N_BIBLIOGRAPHIES; format++) {
    g_autoptr (GPtrArray) articles = read_bytes ((const char *) bytes, length, format);
    g_autofree char *text = articles ? entente_bibliography_write (articles, format) : NULL;
    g_autoptr (GPtrArray) back = text ? read_bytes (text, strlen (text), format) : NULL;

    g_assert (!articles || articles->len == 0 || (back && back->len == articles->len));
  }
  return 0;
}
