/* Names of files made of what a person wrote, or a stranger. */
#include "config.h"

#include "entente-file-name.h"

#include <string.h>

/* Controls of terminals and of direction, and signs with a meaning in paths here or elsewhere. */
static gboolean
is_allowed (gunichar c)
{
  return !g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT && c != 0x2028 &&
         c != 0x2029 && (c >= 0x80 || strchr ("/\\:*?\"<>|", (int) c) == NULL);
}

/* Names that stand for devices on other systems, whatever ends them. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", "com", "lpt" };
  gsize length = strcspn (name, ".");

  for (gsize i = 0; i < G_N_ELEMENTS (devices); i++) {
    gboolean has_number = i >= 4;

    if (length == (has_number ? 4u : 3u) && g_ascii_strncasecmp (name, devices[i], 3) == 0 &&
        (!has_number || g_ascii_isdigit (name[3])))
      return TRUE;
  }
  return FALSE;
}

char *
entente_file_name_make (const char *title, const char *end)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_autoptr (GString) name = g_string_new (NULL);
  const char *at = valid;

  g_return_val_if_fail (strlen (end) < ENTENTE_FILE_NAME_MAX_BYTES / 2, NULL);
  /* A dot would hide it, a dash be an option, spaces be lost. */
  while (*at != '\0' && (strchr (".- ~", *at) != NULL || !is_allowed (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);
  for (; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (name->len + 6 + strlen (end) > ENTENTE_FILE_NAME_MAX_BYTES)
      break;
    g_string_append_unichar (name, is_allowed (c) ? c : '-');
  }
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len == 0 || is_device (name->str))
    g_string_prepend (name, "_");
  g_string_append (name, end);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
