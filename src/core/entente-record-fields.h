/* What entente-record.c knows of an entity besides its id; private to core. */
#pragma once

#include "entente-record.h"

G_BEGIN_DECLS

typedef struct {
  const char *nick;
  gsize size; /* of the struct, in bytes */
  const EntenteFieldInfo *fields;
  guint n_fields;
} EntenteEntityInfo;

/* Static; NULL only when @entity is out of range. */
const EntenteEntityInfo *entente_entity_get_info (EntenteEntity entity);
/* Bytes that a field of this type takes in the struct. */
gsize entente_field_get_size (const EntenteFieldInfo *field);
/* Empties the field at @value (of entente_record_get_field) and gives back what it held. */
void entente_field_clear (const EntenteFieldInfo *field, gpointer value);

G_END_DECLS
