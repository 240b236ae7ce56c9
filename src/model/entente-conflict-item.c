/* One question of a merge. What it says was written when the copy was read. */
#include "config.h"

#include "entente-conflict-item.h"

#include "entente-moment.h"
#include "entente-record-words.h"

#include <glib/gi18n.h>

struct _EntenteConflictItem {
  GObject parent_instance;

  EntenteCopyMerge *merge;
  guint index;
  int choice;
};

G_DEFINE_FINAL_TYPE (EntenteConflictItem, entente_conflict_item, G_TYPE_OBJECT)

enum { PROP_CHOICE = 1, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
entente_conflict_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, ENTENTE_CONFLICT_ITEM (object)->choice);
}

static void
entente_conflict_item_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  entente_conflict_item_set_choice (ENTENTE_CONFLICT_ITEM (object), g_value_get_int (value));
}

static void
entente_conflict_item_finalize (GObject *object)
{
  g_clear_pointer (&ENTENTE_CONFLICT_ITEM (object)->merge, entente_copy_merge_unref);

  G_OBJECT_CLASS (entente_conflict_item_parent_class)->finalize (object);
}

static void
entente_conflict_item_class_init (EntenteConflictItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = entente_conflict_item_get_property;
  object_class->set_property = entente_conflict_item_set_property;
  object_class->finalize = entente_conflict_item_finalize;

  properties[PROP_CHOICE] =
    g_param_spec_int ("choice",
                      NULL,
                      NULL,
                      ENTENTE_CONFLICT_OPEN,
                      ENTENTE_COPY_THEIRS,
                      ENTENTE_CONFLICT_OPEN,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
entente_conflict_item_init (EntenteConflictItem *self)
{
  self->choice = ENTENTE_CONFLICT_OPEN;
}

EntenteConflictItem *
entente_conflict_item_new (EntenteCopyMerge *merge, guint index)
{
  EntenteConflictItem *self = g_object_new (ENTENTE_TYPE_CONFLICT_ITEM, NULL);

  self->merge = entente_copy_merge_ref (merge);
  self->index = index;
  return self;
}

const EntenteCopyConflict *
entente_conflict_item_get (EntenteConflictItem *self)
{
  return entente_copy_merge_get_conflicts (self->merge)->pdata[self->index];
}

int
entente_conflict_item_get_choice (EntenteConflictItem *self)
{
  return self->choice;
}

void
entente_conflict_item_set_choice (EntenteConflictItem *self, int choice)
{
  if (self->choice == choice)
    return;
  self->choice = choice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

char *
entente_conflict_item_write_side (EntenteConflictItem *self, EntenteCopyChoice side)
{
  const EntenteCopyConflict *conflict = entente_conflict_item_get (self);

  return side == ENTENTE_COPY_MINE ? g_strdup_printf (_ ("Mine: %s"), conflict->mine)
                                   : g_strdup_printf (_ ("Theirs: %s"), conflict->theirs);
}

char *
entente_conflict_item_write_author (EntenteConflictItem *self, EntenteCopyChoice side)
{
  const EntenteCopyConflict *conflict = entente_conflict_item_get (self);
  const char *coder = side == ENTENTE_COPY_MINE ? conflict->my_coder : conflict->their_coder;
  gint64 time = side == ENTENTE_COPY_MINE ? conflict->my_time : conflict->their_time;
  g_autofree char *when = entente_moment_format (time);

  return g_strdup_printf ("%s%s%s", coder ? coder : "", coder && *when ? " · " : "", when);
}

char *
entente_conflict_item_write_subject (EntenteConflictItem *self)
{
  const EntenteCopyConflict *conflict = entente_conflict_item_get (self);
  const char *entity = entente_record_words_entity (conflict->key.entity);

  return conflict->field ? g_strdup_printf ("%s · %s", entity, conflict->field) : g_strdup (entity);
}
