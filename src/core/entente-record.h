/* EntenteRecord: what every domain value has in common, and the list of all entities.
 *
 * A record is a plain, reference-counted value with public fields. Whoever makes one (…_new or
 * …_copy) fills it and from the moment that it is shared nobody changes it. Strings are owned by
 * the record; NULL and "" are the same (readers store NULL). Safe in any thread.
 *
 * Fields are described once, in entente-record-fields.c: name (the name in JSON and the column in
 * the file), type and offset. Copying, freeing, comparing, JSON and the history of a record
 * all follow that table.
 */
#pragma once

#include "entente-date.h"
#include "entente-enums.h"
#include "entente-id.h"
#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_ENTITY_CODER,
  ENTENTE_ENTITY_PLACE,
  ENTENTE_ENTITY_TRACK,
  ENTENTE_ENTITY_ISSUE,
  ENTENTE_ENTITY_ERA,
  ENTENTE_ENTITY_ACTOR,
  ENTENTE_ENTITY_ALIAS,
  ENTENTE_ENTITY_AFFILIATION,
  ENTENTE_ENTITY_ARTICLE,
  ENTENTE_ENTITY_REVISION,
  ENTENTE_ENTITY_FOOTNOTE,
  ENTENTE_ENTITY_PASSAGE,
  ENTENTE_ENTITY_EVENT,
  ENTENTE_ENTITY_PARTICIPATION,
  ENTENTE_ENTITY_CLAIM,
  ENTENTE_ENTITY_LINK,
  ENTENTE_ENTITY_ORDER,
  ENTENTE_ENTITY_POSITION,
  ENTENTE_ENTITY_QUESTION,
  ENTENTE_ENTITY_TURNING_POINT,
  ENTENTE_ENTITY_VIEW,
  ENTENTE_ENTITY_TEMPLATE,
  ENTENTE_ENTITY_FIELD,
  ENTENTE_ENTITY_FIELD_VALUE,
  ENTENTE_ENTITY_SETTING,
  ENTENTE_ENTITY_REJECTION,
  ENTENTE_ENTITY_LEXICON,
  ENTENTE_N_ENTITIES
} EntenteEntity;

typedef struct {
  EntenteEntity entity;
  EntenteId id;
} EntenteRecord;

typedef enum {
  ENTENTE_FIELD_STRING, /* char * */
  ENTENTE_FIELD_BOOLEAN, /* gboolean */
  ENTENTE_FIELD_INT, /* gint64 */
  ENTENTE_FIELD_REAL, /* double */
  ENTENTE_FIELD_ENUM, /* int, of the vocabulary `vocabulary` */
  ENTENTE_FIELD_ID, /* EntenteId of the entity `target` */
  ENTENTE_FIELD_IDS, /* GArray of EntenteId of the entity `target`, NULL when empty */
  ENTENTE_FIELD_DATE, /* EntenteDate *, NULL is undated */
} EntenteFieldType;

typedef struct {
  const char *name;
  EntenteFieldType type;
  gsize offset;
  EntenteEnum vocabulary; /* of ENUM */
  EntenteEntity target; /* of ID and IDS; ENTENTE_N_ENTITIES: a record of any entity */
} EntenteFieldInfo;

/* Singular name, as in files and messages: "field-value". */
const char *entente_entity_nick (EntenteEntity entity);
gboolean entente_entity_parse (const char *nick, EntenteEntity *entity);
/* Fields of @entity without id; @n receives their number. Static. */
const EntenteFieldInfo *entente_entity_get_fields (EntenteEntity entity, guint *n);
const EntenteFieldInfo *entente_entity_find_field (EntenteEntity entity, const char *name);

/* A new, empty record without id (ENTENTE_ID_NONE). */
gpointer entente_record_new (EntenteEntity entity);
/* A new record with the same fields, to be changed before it is shared. */
gpointer entente_record_copy (gconstpointer record);
gpointer entente_record_ref (gconstpointer record);
void entente_record_unref (gpointer record);
/* Same entity, id and fields. */
gboolean entente_record_equal (gconstpointer a, gconstpointer b);
/* Fields of an entity as bits, in the order of entente_entity_get_fields(). */
typedef guint64 EntenteFieldMask;
#define ENTENTE_ALL_FIELDS G_MAXUINT64
/* The fields in which two records of one entity differ. */
EntenteFieldMask entente_record_compare_fields (gconstpointer a, gconstpointer b);
/* Gives @record, which is not shared yet, these fields of @from. */
void entente_record_take_fields (gpointer record, gconstpointer from, EntenteFieldMask fields);
/* Pointer to the field inside the record, to be cast by its type. */
gpointer entente_record_get_field (gconstpointer record, const EntenteFieldInfo *field);
/* Sets a field of a record that is not shared yet from text: an EDTF value, a nick, a number, an
 * id, ids separated by commas. "" empties it. INVALID with a sentence when the text does not fit.
 */
gboolean entente_record_set_text (gpointer record,
                                  const EntenteFieldInfo *field,
                                  const char *text,
                                  GError **error);
/* The field as such text, "" when empty; of a date only the EDTF value. Free with g_free. */
char *entente_record_dup_text (gconstpointer record, const EntenteFieldInfo *field);

/* Declares TYPE with prefix_new, _copy, _ref, _unref and an autoptr. */
#define ENTENTE_DECLARE_RECORD(Type, prefix, ENTITY)                                               \
  GType prefix##_get_type (void);                                                                  \
  static inline Type *prefix##_new (void)                                                          \
  {                                                                                                \
    return entente_record_new (ENTENTE_ENTITY_##ENTITY);                                           \
  }                                                                                                \
  static inline Type *prefix##_copy (const Type *record)                                           \
  {                                                                                                \
    return entente_record_copy (record);                                                           \
  }                                                                                                \
  static inline Type *prefix##_ref (const Type *record)                                            \
  {                                                                                                \
    return entente_record_ref (record);                                                            \
  }                                                                                                \
  static inline void prefix##_unref (Type *record)                                                 \
  {                                                                                                \
    entente_record_unref (record);                                                                 \
  }                                                                                                \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, entente_record_unref)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRecord, entente_record_unref)

G_END_DECLS
