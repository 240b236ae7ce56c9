/* Fills the gaps of a translated sentence. A value is never searched for gaps, so a file named
 * "{line}" is only a file. */
#include "config.h"

#include "entente-sentence.h"

#include <string.h>

#define MAX_GAPS 8

typedef struct {
  const char *name;
  const char *value;
} Gap;

static const Gap *
find_gap (const Gap *gaps, guint n_gaps, const char *name, gsize length)
{
  for (guint i = 0; i < n_gaps; i++) {
    if (strlen (gaps[i].name) == length && strncmp (gaps[i].name, name, length) == 0)
      return &gaps[i];
  }
  return NULL;
}

static char *
fill (const char *sentence, va_list arguments)
{
  Gap gaps[MAX_GAPS];
  guint n_gaps = 0;
  GString *filled = g_string_new (NULL);
  const char *name;
  while (n_gaps < MAX_GAPS && (name = va_arg (arguments, const char *)) != NULL)
    gaps[n_gaps++] = (Gap){ name, va_arg (arguments, const char *) };
  for (const char *p = sentence; *p != '\0';) {
    const char *close = *p == '{' ? strchr (p, '}') : NULL;
    const Gap *gap = close != NULL ? find_gap (gaps, n_gaps, p + 1, (gsize) (close - p - 1)) : NULL;
    if (gap == NULL) {
      g_string_append_c (filled, *p++);
      continue;
    }
    g_string_append (filled, gap->value);
    p = close + 1;
  }
  return g_string_free (filled, FALSE);
}

char *
entente_sentence (const char *sentence, ...)
{
  va_list arguments;
  va_start (arguments, sentence);
  char *filled = fill (sentence, arguments);
  va_end (arguments);
  return filled;
}

gboolean
entente_sentence_fail (GError **error, EntenteError code, const char *sentence, ...)
{
  va_list arguments;
  va_start (arguments, sentence);
  g_autofree char *filled = fill (sentence, arguments);
  va_end (arguments);
  g_set_error_literal (error, ENTENTE_ERROR, (int) code, filled);
  return FALSE;
}
