/* Life of records: making, copying, sharing, comparing, all by the table of fields.
 *
 * A record owns its strings, dates and lists. The count of references is atomic; nothing else is
 * locked, since nobody changes a record that is shared.
 */
#include "config.h"

#include "entente-record-fields.h"

#include <string.h>

const char *
entente_entity_nick (EntenteEntity entity)
{
  const EntenteEntityInfo *info = entente_entity_get_info (entity);

  return info == NULL ? NULL : info->nick;
}

gboolean
entente_entity_parse (const char *nick, EntenteEntity *entity)
{
  for (int i = 0; i < ENTENTE_N_ENTITIES; i++) {
    if (g_strcmp0 (nick, entente_entity_nick (i)) == 0) {
      *entity = i;
      return TRUE;
    }
  }
  return FALSE;
}

const EntenteFieldInfo *
entente_entity_get_fields (EntenteEntity entity, guint *n)
{
  const EntenteEntityInfo *info = entente_entity_get_info (entity);

  *n = info == NULL ? 0 : info->n_fields;
  return info == NULL ? NULL : info->fields;
}

const EntenteFieldInfo *
entente_entity_find_field (EntenteEntity entity, const char *name)
{
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

  for (guint i = 0; i < n; i++) {
    if (g_strcmp0 (fields[i].name, name) == 0)
      return &fields[i];
  }
  return NULL;
}

gpointer
entente_record_get_field (gconstpointer record, const EntenteFieldInfo *field)
{
  return G_STRUCT_MEMBER_P (record, field->offset);
}

gpointer
entente_record_new (EntenteEntity entity)
{
  const EntenteEntityInfo *info = entente_entity_get_info (entity);
  EntenteRecord *record;

  g_return_val_if_fail (info != NULL, NULL);
  record = g_atomic_rc_box_alloc0 (info->size);
  record->entity = entity;
  return record;
}

static char *
copy_string (const char *text)
{
  return text == NULL || text[0] == '\0' ? NULL : g_strdup (text);
}

static GArray *
copy_ids (GArray *ids)
{
  return ids == NULL || ids->len == 0 ? NULL : g_array_copy (ids);
}

static void
copy_field (const EntenteFieldInfo *field, gpointer to, gconstpointer from)
{
  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    *(char **) to = copy_string (*(char *const *) from);
    break;
  case ENTENTE_FIELD_IDS:
    *(GArray **) to = copy_ids (*(GArray *const *) from);
    break;
  case ENTENTE_FIELD_DATE: {
    const EntenteDate *date = *(EntenteDate *const *) from;
    *(EntenteDate **) to = date == NULL ? NULL : entente_date_ref (date);
    break;
  }
  default:
    memcpy (to, from, entente_field_get_size (field));
  }
}

gpointer
entente_record_copy (gconstpointer record)
{
  const EntenteRecord *from = record;
  EntenteRecord *copy = entente_record_new (from->entity);
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (from->entity, &n);

  copy->id = from->id;
  for (guint i = 0; i < n; i++)
    copy_field (&fields[i],
                entente_record_get_field (copy, &fields[i]),
                entente_record_get_field (record, &fields[i]));
  return copy;
}

gpointer
entente_record_ref (gconstpointer record)
{
  return g_atomic_rc_box_acquire ((gpointer) record);
}

void
entente_field_clear (const EntenteFieldInfo *field, gpointer value)
{
  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    g_clear_pointer ((char **) value, g_free);
    break;
  case ENTENTE_FIELD_IDS:
    g_clear_pointer ((GArray **) value, g_array_unref);
    break;
  case ENTENTE_FIELD_DATE:
    g_clear_pointer ((EntenteDate **) value, entente_date_unref);
    break;
  default:
    memset (value, 0, entente_field_get_size (field));
  }
}

static void
clear_record (gpointer record)
{
  guint n;
  const EntenteFieldInfo *fields =
    entente_entity_get_fields (((EntenteRecord *) record)->entity, &n);

  for (guint i = 0; i < n; i++)
    entente_field_clear (&fields[i], entente_record_get_field (record, &fields[i]));
}

void
entente_record_unref (gpointer record)
{
  g_atomic_rc_box_release_full (record, clear_record);
}

static gboolean
strings_equal (const char *a, const char *b)
{
  return g_str_equal (a == NULL ? "" : a, b == NULL ? "" : b);
}

static gboolean
ids_equal (GArray *a, GArray *b)
{
  guint a_len = a == NULL ? 0 : a->len;
  guint b_len = b == NULL ? 0 : b->len;

  return a_len == b_len &&
         (a_len == 0 || memcmp (a->data, b->data, a_len * sizeof (EntenteId)) == 0);
}

static gboolean
fields_equal (const EntenteFieldInfo *field, gconstpointer a, gconstpointer b)
{
  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    return strings_equal (*(char *const *) a, *(char *const *) b);
  case ENTENTE_FIELD_IDS:
    return ids_equal (*(GArray *const *) a, *(GArray *const *) b);
  case ENTENTE_FIELD_DATE:
    return entente_date_equal (*(EntenteDate *const *) a, *(EntenteDate *const *) b);
  case ENTENTE_FIELD_BOOLEAN:
    return !*(const gboolean *) a == !*(const gboolean *) b;
  case ENTENTE_FIELD_ENUM:
    return *(const int *) a == *(const int *) b;
  case ENTENTE_FIELD_INT:
  case ENTENTE_FIELD_ID:
    return *(const gint64 *) a == *(const gint64 *) b;
  case ENTENTE_FIELD_REAL:
    return memcmp (a, b, sizeof (double)) == 0 || *(const double *) a == *(const double *) b;
  }
  g_return_val_if_reached (FALSE);
}

EntenteFieldMask
entente_record_compare_fields (gconstpointer a, gconstpointer b)
{
  EntenteFieldMask differing = 0;
  guint n;
  const EntenteFieldInfo *fields =
    entente_entity_get_fields (((const EntenteRecord *) a)->entity, &n);

  for (guint i = 0; i < n; i++)
    if (!fields_equal (&fields[i],
                       entente_record_get_field (a, &fields[i]),
                       entente_record_get_field (b, &fields[i])))
      differing |= G_GUINT64_CONSTANT (1) << i;
  return differing;
}

void
entente_record_take_fields (gpointer record, gconstpointer from, EntenteFieldMask mask)
{
  guint n;
  const EntenteFieldInfo *fields =
    entente_entity_get_fields (((const EntenteRecord *) from)->entity, &n);

  for (guint i = 0; i < n; i++) {
    gpointer value = entente_record_get_field (record, &fields[i]);

    if ((mask & G_GUINT64_CONSTANT (1) << i) == 0)
      continue;
    entente_field_clear (&fields[i], value);
    copy_field (&fields[i], value, entente_record_get_field (from, &fields[i]));
  }
}

gboolean
entente_record_equal (gconstpointer a, gconstpointer b)
{
  const EntenteRecord *left = a;
  const EntenteRecord *right = b;

  return left == right || (left->entity == right->entity && left->id == right->id &&
                           entente_record_compare_fields (a, b) == 0);
}
