/* The counts of the user's own fields: each field asks which rows match without what is asked of
 * it, and counts the values that those rows have. Any thread. */
#include "entente-field-counts.h"

#include "entente-own-fields.h"
#include "entente-query-fields.h"

typedef struct {
  guint n_values; /* with "none" */
  guint *counts, *totals;
} FieldCount;

struct _EntenteFieldCounts {
  guint n;
  FieldCount *fields;
};

/* The rows among which the values of a field are counted; NULL when cancelled. */
static EntenteBitset *
match_others (const EntenteChronicle *chronicle,
              const EntenteQuery *query,
              const EntenteBitset *words,
              EntenteId field,
              const EntenteBitset *matched,
              const gboolean *cancelled)
{
  const EntenteFieldAsk *ask = entente_query_get_field (query, field);
  g_autoptr (EntenteQuery) other = NULL;

  if (!entente_field_ask_restricts (ask) || ask->match == ENTENTE_MATCH_ALL)
    return entente_bitset_ref (matched);
  other = entente_query_copy (query);
  entente_query_clear_field (other, field);
  return entente_query_match (other, chronicle, words, cancelled);
}

static void
count_field (FieldCount *count,
             const EntenteChronicle *chronicle,
             guint field,
             const EntenteBitset *rows)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  guint n, none = entente_own_fields_get_n_values (fields, field);
  const EntenteOwnValue *pairs = entente_own_fields_get_pairs (fields, field, &n);

  count->n_values = none + 1;
  count->counts = g_new0 (guint, 2 * (gsize) count->n_values);
  count->totals = count->counts + count->n_values;
  count->counts[none] = entente_bitset_count (rows);
  count->totals[none] = entente_chronicle_get_n_rows (chronicle);
  for (guint i = 0, row = ENTENTE_NO_INDEX; i < n; i++) {
    gboolean is_new = i == 0 || pairs[i].event != pairs[i - 1].event;

    if (is_new)
      row = entente_chronicle_find_row (chronicle, pairs[i].event);
    if (row == ENTENTE_NO_INDEX)
      continue;
    count->totals[pairs[i].value]++;
    count->totals[none] -= is_new;
    if (entente_bitset_contains (rows, row)) {
      count->counts[pairs[i].value]++;
      count->counts[none] -= is_new;
    }
  }
}

EntenteFieldCounts *
entente_field_counts_new (const EntenteChronicle *chronicle,
                          const EntenteQuery *query,
                          const EntenteBitset *words,
                          const gboolean *cancelled)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  g_autoptr (EntenteFieldCounts) self = g_new0 (EntenteFieldCounts, 1);
  g_autoptr (EntenteBitset) matched = NULL;

  self->n = entente_own_fields_get_n (fields);
  if (self->n == 0)
    return g_steal_pointer (&self);
  self->fields = g_new0 (FieldCount, self->n);
  matched = entente_query_match (query, chronicle, words, cancelled);
  for (guint i = 0; matched != NULL && i < self->n; i++) {
    EntenteId id = entente_own_fields_get (fields, i)->record.id;
    g_autoptr (EntenteBitset) rows = match_others (chronicle, query, words, id, matched, cancelled);

    if (rows == NULL)
      return NULL;
    count_field (&self->fields[i], chronicle, i, rows);
  }
  return matched != NULL ? g_steal_pointer (&self) : NULL;
}

void
entente_field_counts_free (EntenteFieldCounts *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; self->fields != NULL && i < self->n; i++)
    g_free (self->fields[i].counts);
  g_free (self->fields);
  g_free (self);
}

guint
entente_field_counts_get_n_values (const EntenteFieldCounts *self, guint field)
{
  return field < self->n ? self->fields[field].n_values : 0;
}

guint
entente_field_counts_get (const EntenteFieldCounts *self, guint field, guint value)
{
  g_return_val_if_fail (value < entente_field_counts_get_n_values (self, field), 0);

  return self->fields[field].counts[value];
}

guint
entente_field_counts_get_total (const EntenteFieldCounts *self, guint field, guint value)
{
  g_return_val_if_fail (value < entente_field_counts_get_n_values (self, field), 0);

  return self->fields[field].totals[value];
}
