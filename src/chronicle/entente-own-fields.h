/* EntenteOwnFields: the user's own fields of events, and the values that events have in them.
 *
 * Fields stand in the order in which they were made. A value is a text; of a field of type "yes-no"
 * it is "yes" or "no". An event may have several values in one field, and the same event counts
 * once for each. Immutable, reference counted, safe in any thread; chronicles share it while
 * neither fields nor values change.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct _EntenteOwnFields EntenteOwnFields;

/* One value of one event. */
typedef struct {
  EntenteId event;
  guint32 value; /* index among the values of the field */
} EntenteOwnValue;

/* Those of a chronicle; borrowed. */
const EntenteOwnFields *entente_chronicle_get_own_fields (const EntenteChronicle *chronicle);

guint entente_own_fields_get_n (const EntenteOwnFields *fields);
const EntenteField *entente_own_fields_get (const EntenteOwnFields *fields, guint index);
/* Index of a field, or ENTENTE_NO_INDEX. */
guint32 entente_own_fields_find (const EntenteOwnFields *fields, EntenteId id);

/* The values that some event has or that the field offers: as they are offered, then by size or in
 * order of letters. */
guint entente_own_fields_get_n_values (const EntenteOwnFields *fields, guint index);
const char *entente_own_fields_get_value (const EntenteOwnFields *fields, guint index, guint value);
/* By event, then by value; no pair comes twice. Borrowed. */
const EntenteOwnValue *entente_own_fields_get_pairs (const EntenteOwnFields *fields,
                                                     guint index,
                                                     guint *n);
/* What an event has, joined by commas when there are several; NULL for nothing. Free. */
char *entente_own_fields_dup_text (const EntenteOwnFields *fields, guint index, EntenteId event);
/* All that an event has, in the order of the fields: "Salience: high; Audience: 120"; NULL for
 * nothing. Free. */
char *entente_own_fields_describe (const EntenteOwnFields *fields, EntenteId event);
/* Ids of the records that hold what an event has, empty ones too. Free. */
GArray *entente_own_fields_list_records (const EntenteOwnFields *fields,
                                         guint index,
                                         EntenteId event);
/* The values that a field of this type offers: lines of its choices, "yes" and "no", or none. Free
 * with g_strfreev(). */
char **entente_own_field_list_choices (const EntenteField *field);

/* ---- for this layer ---- */

/* @fields are EntenteField, @values EntenteFieldValue; those of other entities than events are left
 * out. References to the fields are taken. */
EntenteOwnFields *entente_own_fields_new (gpointer const *fields,
                                          guint n_fields,
                                          gpointer const *values,
                                          guint n_values);
EntenteOwnFields *entente_own_fields_ref (const EntenteOwnFields *fields);
void entente_own_fields_unref (EntenteOwnFields *fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteOwnFields, entente_own_fields_unref)

G_END_DECLS
