/* What the conflicts of a merge say to a person: which record, which field, both values, who and
 * when. */
#include "config.h"

#include "entente-copy-merge-private.h"
#include "entente-record-words.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EntenteCopyMerge *merge;
  EntenteStore *theirs;
  GPtrArray *my_history, *their_history; /* EntenteJournalEntry by number */
  GHashTable *my_numbers; /* key -> number of the row that touched it last */
} Words;

/* ---- values ---- */

static char *
write_value (const Words *words,
             const EntenteRecord *record,
             gboolean theirs,
             const EntenteFieldInfo *field)
{
  EntenteStore *mine = words->merge->store;

  return theirs ? entente_record_words_value (words->theirs, mine, record, field)
                : entente_record_words_value (mine, words->theirs, record, field);
}

/* Of one field its value; of several "Start: 5; End: 9". */
static char *
write_values (const Words *words,
              const EntenteRecord *record,
              EntenteFieldMask mask,
              gboolean theirs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_single = (mask & (mask - 1)) == 0;
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (record->entity, &n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *value = NULL;

    if ((mask >> i & 1) == 0)
      continue;
    value = write_value (words, record, theirs, &fields[i]);
    if (is_single)
      return g_steal_pointer (&value);
    /* Translators: a field and its value, "Date: 4 September 2018"; several are separated by
     * semicolons. */
    g_string_append_printf (text, "%s", text->len > 0 ? "; " : "");
    g_string_append_printf (text, _ ("%s: %s"), entente_record_words_field (&fields[i]), value);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
entente_copy_word_fields (EntenteEntity entity, EntenteFieldMask mask)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

  for (guint i = 0; i < n; i++) {
    if (mask >> i & 1)
      g_string_append_printf (text,
                              "%s%s",
                              text->len > 0 ? ", " : "",
                              entente_record_words_field (&fields[i]));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What was done with a record that the other side deleted. */
static char *
write_change (const Words *words,
              const EntenteRecord *base,
              const EntenteRecord *now,
              gboolean theirs)
{
  EntenteFieldMask mask = base ? entente_record_compare_fields (base, now) : 0;
  g_autofree char *values = NULL;

  if (mask == 0)
    return g_strdup (_ ("in use: something was added to it"));
  values = write_values (words, now, mask, theirs);
  return g_strdup_printf (_ ("changed: %s"), values);
}

/* ---- who and when ---- */

static void
find_author (GPtrArray *history, gint64 number, char **coder, gint64 *time)
{
  const EntenteJournalEntry *entry =
    number > 0 && number <= (gint64) history->len ? history->pdata[number - 1] : NULL;

  if (!entry)
    return;
  *coder = g_strdup (entry->coder && *entry->coder ? entry->coder : NULL);
  *time = entry->time;
}

static void
word_authors (const Words *words, EntenteCopyConflict *conflict, const EntenteCopyTriple *triple)
{
  const gint64 *number = g_hash_table_lookup (words->my_numbers, &conflict->key);

  if (number)
    find_author (words->my_history, *number, &conflict->my_coder, &conflict->my_time);
  find_author (words->their_history, triple->number, &conflict->their_coder, &conflict->their_time);
}

/* ---- conflicts ---- */

static void
word_conflict (const Words *words, EntenteCopyConflict *conflict)
{
  const EntenteCopyTriple *triple =
    entente_copy_merge_find (words->merge, conflict->key.entity, conflict->key.id);
  const EntenteRecord *shown = triple->mine ? triple->mine : triple->theirs;

  conflict->title = triple->mine
                      ? entente_record_words_title (words->merge->store, words->theirs, shown)
                      : entente_record_words_title (words->theirs, words->merge->store, shown);
  switch (conflict->kind) {
  case ENTENTE_COPY_BOTH_CHANGED:
    conflict->field = entente_copy_word_fields (conflict->key.entity, conflict->fields);
    conflict->mine = write_values (words, triple->mine, conflict->fields, FALSE);
    conflict->theirs = write_values (words, triple->theirs, conflict->fields, TRUE);
    break;
  case ENTENTE_COPY_DELETED_HERE:
    conflict->mine = g_strdup (_ ("deleted"));
    conflict->theirs = write_change (words, triple->base, triple->theirs, TRUE);
    break;
  case ENTENTE_COPY_DELETED_THERE:
  default:
    conflict->mine = write_change (words, triple->base, triple->mine, FALSE);
    conflict->theirs = g_strdup (_ ("deleted"));
    break;
  }
  word_authors (words, conflict, triple);
}

static GHashTable *
number_touched (GArray *touched)
{
  GHashTable *numbers =
    g_hash_table_new_full (entente_copy_hash_key, entente_copy_equal_keys, g_free, NULL);

  for (guint i = 0; i < touched->len; i++) {
    EntenteTouched *one = &g_array_index (touched, EntenteTouched, i);
    EntenteRecord *key = g_new (EntenteRecord, 1);

    *key = (EntenteRecord){ one->entity, one->id };
    g_hash_table_insert (numbers, key, &one->number);
  }
  return numbers;
}

gboolean
entente_copy_word_conflicts (EntenteCopyMerge *merge,
                             EntenteStore *theirs,
                             GCancellable *cancellable,
                             GError **error)
{
  Words words = { .merge = merge, .theirs = theirs };
  g_autoptr (GPtrArray) my_history = entente_store_get_history (merge->store, error);
  g_autoptr (GPtrArray) their_history =
    my_history ? entente_store_get_history (theirs, error) : NULL;
  g_autoptr (GArray) touched =
    their_history ? entente_store_get_touched (merge->store, merge->parting, cancellable, error)
                  : NULL;
  g_autoptr (GHashTable) numbers = NULL;

  if (!touched)
    return FALSE;
  words.my_history = my_history;
  words.their_history = their_history;
  words.my_numbers = numbers = number_touched (touched);
  for (guint i = 0; i < merge->conflicts->len; i++)
    word_conflict (&words, merge->conflicts->pdata[i]);
  return TRUE;
}
