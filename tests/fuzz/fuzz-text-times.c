/* The finder of times on any bytes: places in order and in bounds, the same when asked again. */
#include "config.h"

#include <string.h>

#include "entente-text-times.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  gsize length = strlen (text), end = 0;
  g_autoptr (EntenteDate) published = size % 3 ? entente_date_parse ("2018-10-31", NULL) : NULL;
  g_autoptr (EntenteStructure) structure = size % 2 ? entente_structure_read (text, length) : NULL;
  g_autoptr (GArray) times =
    entente_text_times_read (text, length, structure, published, NULL, NULL);

  for (guint i = 0; i < times->len; i++) {
    const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, i);

    g_assert_true (time->start >= end && time->end > time->start && time->end <= length);
    g_assert_true (time->date == NULL || time->value != NULL);
    end = time->end;
  }
  return 0;
}
