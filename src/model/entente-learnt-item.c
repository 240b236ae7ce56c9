/* Its words are made when they are first asked for. */
#include "config.h"

#include "entente-learnt-item.h"

#include <string.h>

struct _EntenteLearntItem {
  GObject parent_instance;

  GPtrArray *list; /* EntenteLearnt */
  guint index;
  char *words, *origin, *folded; /* NULL: not made yet */
};

G_DEFINE_FINAL_TYPE (EntenteLearntItem, entente_learnt_item, G_TYPE_OBJECT)

static void
entente_learnt_item_finalize (GObject *object)
{
  EntenteLearntItem *self = ENTENTE_LEARNT_ITEM (object);

  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_free (self->words);
  g_free (self->origin);
  g_free (self->folded);

  G_OBJECT_CLASS (entente_learnt_item_parent_class)->finalize (object);
}

static void
entente_learnt_item_class_init (EntenteLearntItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_learnt_item_finalize;
}

static void
entente_learnt_item_init (EntenteLearntItem *self)
{
}

EntenteLearntItem *
entente_learnt_item_new (GPtrArray *list, guint index)
{
  EntenteLearntItem *self = g_object_new (ENTENTE_TYPE_LEARNT_ITEM, NULL);

  self->list = g_ptr_array_ref (list);
  self->index = index;
  return self;
}

const EntenteLearnt *
entente_learnt_item_get (EntenteLearntItem *self)
{
  return self->list->pdata[self->index];
}

const char *
entente_learnt_item_get_words (EntenteLearntItem *self)
{
  if (self->words == NULL)
    self->words = entente_learnt_describe (entente_learnt_item_get (self));
  return self->words;
}

const char *
entente_learnt_item_get_origin (EntenteLearntItem *self)
{
  const EntenteLearnt *learnt = entente_learnt_item_get (self);

  if (self->origin == NULL)
    self->origin = learnt->quote != NULL && learnt->article_title != NULL
                     ? g_strdup_printf ("%s · “%s”", learnt->article_title, learnt->quote)
                     : g_strdup (learnt->article_title != NULL ? learnt->article_title : "");
  return self->origin;
}

gboolean
entente_learnt_item_matches (EntenteLearntItem *self, const char *folded)
{
  if (self->folded == NULL) {
    g_autofree char *all = g_strconcat (entente_learnt_item_get_words (self),
                                        "\n",
                                        entente_learnt_item_get_origin (self),
                                        NULL);

    self->folded = entente_name_fold (all);
  }
  return strstr (self->folded, folded) != NULL;
}
