/* Pairs of parties as objects that know their names. */
#include "config.h"

#include "entente-dyad-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EntenteDyadItem {
  GObject parent_instance;

  EntenteChronicle *chronicle;
  EntenteDyad dyad;
};

G_DEFINE_FINAL_TYPE (EntenteDyadItem, entente_dyad_item, G_TYPE_OBJECT)

static const char *
get_name (EntenteDyadItem *self, guint32 actor)
{
  return entente_chronicle_get_actor (self->chronicle, actor)->name;
}

static guint
get_count (const EntenteDyad *dyad, EntenteDyadField field)
{
  switch (field) {
  case ENTENTE_DYAD_COOPERATIVE:
    return dyad->counts[ENTENTE_TENOR_COOPERATIVE];
  case ENTENTE_DYAD_CONFLICTUAL:
    return dyad->counts[ENTENTE_TENOR_CONFLICTUAL];
  case ENTENTE_DYAD_OTHER:
    return dyad->counts[ENTENTE_TENOR_OTHER];
  default:
    return dyad->total;
  }
}

const char *
entente_dyad_field_get_label (EntenteDyadField field)
{
  const char *labels[ENTENTE_N_DYAD_FIELDS] = { _ ("From"),        _ ("To"),          _ ("Moves"),
                                                _ ("Cooperative"), _ ("Conflictual"), _ ("Other") };

  return labels[field];
}

char *
entente_dyad_item_format (EntenteDyadItem *self, EntenteDyadField field)
{
  if (field == ENTENTE_DYAD_FROM)
    return g_strdup (get_name (self, self->dyad.from));
  if (field == ENTENTE_DYAD_TO)
    return g_strdup (get_name (self, self->dyad.to));
  return g_strdup_printf ("%'u", get_count (&self->dyad, field));
}

int
entente_dyad_item_compare (gconstpointer a, gconstpointer b, gpointer field)
{
  EntenteDyadItem *one = (EntenteDyadItem *) a, *other = (EntenteDyadItem *) b;
  EntenteDyadField by = GPOINTER_TO_UINT (field);
  guint left, right;

  if (by == ENTENTE_DYAD_FROM)
    return g_utf8_collate (get_name (one, one->dyad.from), get_name (other, other->dyad.from));
  if (by == ENTENTE_DYAD_TO)
    return g_utf8_collate (get_name (one, one->dyad.to), get_name (other, other->dyad.to));
  left = get_count (&one->dyad, by);
  right = get_count (&other->dyad, by);
  return (left > right) - (left < right);
}

/* ---- GObject ---- */

static void
entente_dyad_item_finalize (GObject *object)
{
  entente_chronicle_unref (ENTENTE_DYAD_ITEM (object)->chronicle);

  G_OBJECT_CLASS (entente_dyad_item_parent_class)->finalize (object);
}

static void
entente_dyad_item_class_init (EntenteDyadItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_dyad_item_finalize;
}

static void
entente_dyad_item_init (EntenteDyadItem *self)
{
}

GListModel *
entente_dyad_items_new (const EntenteChronicle *chronicle, const EntenteRelations *relations)
{
  GListStore *items = g_list_store_new (ENTENTE_TYPE_DYAD_ITEM);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  entente_relations_get_dyads (relations, &n);
  for (guint i = 0; i < MIN (n, ENTENTE_DYAD_ITEMS_MAX); i++) {
    EntenteDyadItem *item = g_object_new (ENTENTE_TYPE_DYAD_ITEM, NULL);

    item->chronicle = entente_chronicle_ref (chronicle);
    item->dyad = *entente_relations_get_busiest (relations, i);
    g_ptr_array_add (objects, item);
  }
  g_list_store_splice (items, 0, 0, objects->pdata, objects->len);
  return G_LIST_MODEL (items);
}

const EntenteDyad *
entente_dyad_item_get_dyad (EntenteDyadItem *self)
{
  return &self->dyad;
}

EntenteId
entente_dyad_item_get_from (EntenteDyadItem *self)
{
  return entente_chronicle_get_actor (self->chronicle, self->dyad.from)->record.id;
}

EntenteId
entente_dyad_item_get_to (EntenteDyadItem *self)
{
  return entente_chronicle_get_actor (self->chronicle, self->dyad.to)->record.id;
}

/* ---- as a table ---- */

/* Without what would begin another cell or line. */
static void
append_cell (GString *out, const char *text)
{
  g_autofree char *clean = g_strdelimit (g_strdup (text), "\t\n\r", ' ');

  g_string_append (out, clean);
}

static void
append_item (GString *out, EntenteDyadItem *self)
{
  append_cell (out, get_name (self, self->dyad.from));
  g_string_append_c (out, '\t');
  append_cell (out, get_name (self, self->dyad.to));
  for (EntenteDyadField field = ENTENTE_DYAD_TOTAL; field < ENTENTE_N_DYAD_FIELDS; field++)
    g_string_append_printf (out, "\t%u", get_count (&self->dyad, field));
  g_string_append_c (out, '\n');
}

char *
entente_dyad_items_format_tsv (GListModel *items)
{
  GString *out = g_string_new (NULL);

  for (EntenteDyadField field = 0; field < ENTENTE_N_DYAD_FIELDS; field++)
    g_string_append_printf (out,
                            "%s%s",
                            entente_dyad_field_get_label (field),
                            field + 1 < ENTENTE_N_DYAD_FIELDS ? "\t" : "\n");
  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (EntenteDyadItem) item = g_list_model_get_item (items, i);

    append_item (out, item);
  }
  return g_string_free (out, FALSE);
}
