/* Fields of records from text and to text: what the command line, imports and drafts speak.
 *
 * One reader and one writer per type of field; the text that is written reads back as an equal
 * value.
 */
#include "config.h"

#include "entente-error.h"
#include "entente-record-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
fail (GError **error, const EntenteFieldInfo *field, const char *text, const char *wanted)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("“%1$s” does not fit the field “%2$s”: write %3$s."),
               text,
               field->name,
               wanted);
  return FALSE;
}

static gboolean
read_boolean (const char *text, gboolean *value)
{
  static const char *const no[] = { "false", "no", "0", NULL };
  static const char *const yes[] = { "true", "yes", "1", NULL };

  *value = g_strv_contains (yes, text);
  return *value || g_strv_contains (no, text);
}

static gboolean
read_real (const char *text, double *value)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || number - number != 0.0)
    return FALSE;
  *value = number;
  return TRUE;
}

static gboolean
read_ids (const char *text, GArray **value)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; words[i] != NULL; i++) {
    EntenteId id;

    if (!entente_id_parse (g_strstrip (words[i]), &id))
      return FALSE;
    g_array_append_val (ids, id);
  }
  *value = g_steal_pointer (&ids);
  return TRUE;
}

static char *
list_nicks (EntenteEnum vocabulary)
{
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (int i = 0; i < entente_enum_count (vocabulary); i++)
    g_string_append_printf (nicks, "%s%s", i == 0 ? "" : ", ", entente_enum_nick (vocabulary, i));
  return g_string_free (g_steal_pointer (&nicks), FALSE);
}

static gboolean
read_enum (const EntenteFieldInfo *field, const char *text, int *value, GError **error)
{
  g_autofree char *nicks = NULL;
  g_autofree char *wanted = NULL;

  if (entente_enum_parse (field->vocabulary, text, value))
    return TRUE;
  nicks = list_nicks (field->vocabulary);
  wanted = g_strdup_printf (_ ("one of %s"), nicks);
  return fail (error, field, text, wanted);
}

static gboolean
read_field (const EntenteFieldInfo *field, const char *text, gpointer value, GError **error)
{
  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    *(char **) value = g_strdup (text);
    return TRUE;
  case ENTENTE_FIELD_BOOLEAN:
    return read_boolean (text, value) || fail (error, field, text, _ ("true or false"));
  case ENTENTE_FIELD_INT:
    return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL) ||
           fail (error, field, text, _ ("a whole number"));
  case ENTENTE_FIELD_REAL:
    return read_real (text, value) || fail (error, field, text, _ ("a number"));
  case ENTENTE_FIELD_ENUM:
    return read_enum (field, text, value, error);
  case ENTENTE_FIELD_ID:
    return entente_id_parse (text, value) || fail (error, field, text, _ ("an id"));
  case ENTENTE_FIELD_IDS:
    return read_ids (text, value) || fail (error, field, text, _ ("ids separated by commas"));
  case ENTENTE_FIELD_DATE:
    *(EntenteDate **) value = entente_date_parse (text, error);
    return *(EntenteDate **) value != NULL;
  }
  g_return_val_if_reached (FALSE);
}

gboolean
entente_record_set_text (gpointer record,
                         const EntenteFieldInfo *field,
                         const char *text,
                         GError **error)
{
  gpointer target = entente_record_get_field (record, field);
  gint64 value = 0; /* wide enough for a field of any type */

  if (text == NULL || text[0] == '\0') {
    entente_field_clear (field, target);
    return TRUE;
  }
  if (!read_field (field, text, &value, error))
    return FALSE;
  entente_field_clear (field, target);
  memcpy (target, &value, entente_field_get_size (field));
  return TRUE;
}

static char *
write_ids (GArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_string_append_printf (text,
                            "%s%" G_GINT64_FORMAT,
                            i == 0 ? "" : ",",
                            g_array_index (ids, EntenteId, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
write_real (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
}

static char *
write_integer (const EntenteFieldInfo *field, gint64 number)
{
  if (field->type == ENTENTE_FIELD_ID && number == ENTENTE_ID_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

char *
entente_record_dup_text (gconstpointer record, const EntenteFieldInfo *field)
{
  gconstpointer value = entente_record_get_field (record, field);

  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    return g_strdup (*(char *const *) value == NULL ? "" : *(char *const *) value);
  case ENTENTE_FIELD_BOOLEAN:
    return g_strdup (*(const gboolean *) value ? "true" : "false");
  case ENTENTE_FIELD_INT:
  case ENTENTE_FIELD_ID:
    return write_integer (field, *(const gint64 *) value);
  case ENTENTE_FIELD_REAL:
    return write_real (*(const double *) value);
  case ENTENTE_FIELD_ENUM:
    return g_strdup (entente_enum_nick (field->vocabulary, *(const int *) value));
  case ENTENTE_FIELD_IDS:
    return write_ids (*(GArray *const *) value);
  case ENTENTE_FIELD_DATE: {
    const EntenteDate *date = *(EntenteDate *const *) value;
    return g_strdup (date == NULL ? "" : date->edtf);
  }
  }
  g_return_val_if_reached (NULL);
}
