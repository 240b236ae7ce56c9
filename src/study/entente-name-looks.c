/* A table from looks to names. */
#include "config.h"

#include "entente-name-looks.h"

#include <glib/gi18n-lib.h>

#include "entente-confusables.h"
#include "entente-isolate.h"

typedef struct {
  guint32 actor; /* index */
  const char *text; /* of the chronicle */
} Name;

struct _EntenteNameLooks {
  EntenteChronicle *chronicle;
  GHashTable *names; /* skeleton -> GArray of Name; NULL: not looked at yet */
};

EntenteNameLooks *
entente_name_looks_new (const EntenteChronicle *chronicle)
{
  EntenteNameLooks *self = g_new0 (EntenteNameLooks, 1);

  self->chronicle = entente_chronicle_ref (chronicle);
  return self;
}

void
entente_name_looks_free (EntenteNameLooks *self)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
  entente_chronicle_unref (self->chronicle);
  g_free (self);
}

static void
add_name (EntenteNameLooks *self, guint32 actor, const char *text)
{
  g_autofree char *skeleton = text ? entente_confusables_get_skeleton (text) : NULL;
  Name name = { actor, text };
  GArray *names;

  if (!skeleton || !*skeleton)
    return;
  names = g_hash_table_lookup (self->names, skeleton);
  if (!names) {
    names = g_array_new (FALSE, FALSE, sizeof (Name));
    g_hash_table_insert (self->names, g_steal_pointer (&skeleton), names);
  }
  g_array_append_val (names, name);
}

static void
look_at_names (EntenteNameLooks *self)
{
  self->names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint32 i = 0; i < entente_chronicle_get_n_actors (self->chronicle); i++) {
    const EntenteActor *actor = entente_chronicle_get_actor (self->chronicle, i);
    guint n;
    const EntenteAlias *const *aliases = entente_chronicle_get_aliases (self->chronicle, i, &n);

    add_name (self, i, actor->name);
    add_name (self, i, actor->short_label);
    for (guint j = 0; j < n; j++)
      add_name (self, i, aliases[j]->text);
  }
}

static const EntenteActor *
get_owner (EntenteNameLooks *self, const Name *name)
{
  return entente_chronicle_get_actor (self->chronicle, name->actor);
}

/* The first of somebody else: one that is the same name, else one that looks so. */
static const Name *
find_other (EntenteNameLooks *self,
            const GArray *names,
            const char *folded,
            EntenteId actor,
            gboolean *is_same)
{
  const Name *alike = NULL;

  for (guint i = 0; names && i < names->len; i++) {
    const Name *name = &g_array_index (names, Name, i);
    g_autofree char *other = NULL;

    if (get_owner (self, name)->record.id == actor)
      continue;
    other = entente_name_fold (name->text);
    *is_same = g_str_equal (other, folded);
    if (*is_same)
      return name;
    if (!alike)
      alike = name;
  }
  *is_same = FALSE;
  return alike;
}

static char *
word (EntenteNameLooks *self, const Name *name, gboolean is_same)
{
  g_autofree char *owner = entente_isolate (get_owner (self, name)->name);
  g_autofree char *text = entente_isolate (name->text);

  if (is_same && g_str_equal (owner, text))
    return g_strdup_printf (_ ("There is an actor “%s” already."), owner);
  if (is_same)
    return g_strdup_printf (_ ("“%s” is a name of “%s” already."), text, owner);
  return g_strdup_printf (_ ("This looks like “%s”, which is written with other letters."), text);
}

char *
entente_name_looks_warn (EntenteNameLooks *self, const char *name, EntenteId actor)
{
  g_autofree char *skeleton = entente_confusables_get_skeleton (name);
  g_autofree char *folded = entente_name_fold (name);
  const Name *other;
  gboolean is_same;

  if (!*folded)
    return NULL;
  if (!self->names)
    look_at_names (self);
  other = find_other (self, g_hash_table_lookup (self->names, skeleton), folded, actor, &is_same);
  if (other)
    return word (self, other, is_same);
  return entente_confusables_are_mixed (name)
           ? g_strdup (_ ("One word mixes letters of two scripts that look alike."))
           : NULL;
}
