/* What a merge takes over without a question, by kind of record, with what each is called. */
#include "config.h"

#include "entente-copy-merge-private.h"
#include "entente-record-words.h"

#include <glib/gi18n-lib.h>

/* INSERT, UPDATE or DELETE; FALSE when nothing of it is taken. */
static gboolean
get_operation (const EntenteCopyTriple *triple, EntenteOperation *operation)
{
  if (entente_copy_is_added (triple)) {
    *operation = ENTENTE_INSERT;
    return !entente_copy_is_mark (triple->theirs);
  }
  if (entente_copy_is_deleted_there (triple)) {
    *operation = ENTENTE_DELETE;
    return triple->is_root && !triple->is_touched;
  }
  *operation = ENTENTE_UPDATE;
  return triple->mine && triple->theirs && triple->taken != 0;
}

static char *
write_title (EntenteCopyMerge *merge,
             EntenteStore *theirs,
             const EntenteCopyTriple *triple,
             EntenteOperation operation)
{
  g_autofree char *title = operation == ENTENTE_INSERT
                             ? entente_record_words_title (theirs, merge->store, triple->theirs)
                             : entente_record_words_title (merge->store, theirs, triple->mine);
  g_autofree char *fields = NULL;

  if (operation != ENTENTE_UPDATE)
    return g_steal_pointer (&title);
  fields = entente_copy_word_fields (triple->key.entity, triple->taken);
  /* Translators: a record and the fields of it that change, "Kabul asks: Title, Date". */
  return g_strdup_printf (_ ("%s: %s"), title, fields);
}

/* Records of one kind, to which the same is done. */
typedef struct {
  guint n;
  GPtrArray *titles; /* NULL until there is one */
} Pile;

static void
add_pile (EntenteCopyMerge *merge, EntenteOperation operation, EntenteEntity entity, Pile *pile)
{
  EntenteCopyTaken *taken;

  if (pile->n == 0)
    return;
  taken = g_new0 (EntenteCopyTaken, 1);
  taken->operation = operation;
  taken->entity = entity;
  taken->n = pile->n;
  g_ptr_array_add (pile->titles, NULL);
  taken->titles = (GStrv) g_ptr_array_free (g_steal_pointer (&pile->titles), FALSE);
  g_ptr_array_add (merge->taken, taken);
}

static void
add_piles (EntenteCopyMerge *merge, Pile piles[][ENTENTE_N_ENTITIES])
{
  static const EntenteOperation order[] = { ENTENTE_INSERT, ENTENTE_UPDATE, ENTENTE_DELETE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
      add_pile (merge, order[i], entity, &piles[order[i]][entity]);
  }
}

gboolean
entente_copy_list_taken (EntenteCopyMerge *merge,
                         EntenteStore *theirs,
                         GCancellable *cancellable,
                         GError **error)
{
  Pile piles[ENTENTE_DELETE + 1][ENTENTE_N_ENTITIES] = { 0 };
  guint i;

  for (i = 0; i < merge->order->len && !g_cancellable_is_cancelled (cancellable); i++) {
    const EntenteCopyTriple *triple = merge->order->pdata[i];
    EntenteOperation operation;
    Pile *pile;

    entente_copy_merge_tell (merge, 800, ENTENTE_COPY_DONE, i, merge->order->len);
    if (!get_operation (triple, &operation))
      continue;
    pile = &piles[operation][triple->key.entity];
    if (!pile->titles)
      pile->titles = g_ptr_array_new_with_free_func (g_free);
    if (pile->n++ < ENTENTE_COPY_TITLES)
      g_ptr_array_add (pile->titles, write_title (merge, theirs, triple, operation));
  }
  add_piles (merge, piles);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

char *
entente_copy_taken_describe (const EntenteCopyTaken *taken)
{
  const char *entity = entente_record_words_entity (taken->entity);

  switch (taken->operation) {
  case ENTENTE_INSERT:
    /* Translators: a kind of record and how many are added, "Added: Move (3)". */
    return g_strdup_printf (_ ("Added: %s (%u)"), entity, taken->n);
  case ENTENTE_DELETE:
    return g_strdup_printf (_ ("Deleted: %s (%u)"), entity, taken->n);
  case ENTENTE_UPDATE:
  default:
    return g_strdup_printf (_ ("Changed: %s (%u)"), entity, taken->n);
  }
}
