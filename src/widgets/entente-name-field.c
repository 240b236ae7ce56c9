/* Names of records in an entry with completion. What it needs to know hangs on the entry: entity and
 * chronicle. Main thread.
 */
#include "config.h"

#include "entente-name-field.h"

#define ENTITY_DATA "entente-entity"
#define CHRONICLE_DATA "entente-chronicle"
#define LIST_DATA "entente-list"

static EntenteEntity
get_entity (GtkWidget *field)
{
  return (EntenteEntity) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (field), ENTITY_DATA));
}

static const EntenteChronicle *
get_chronicle (GtkWidget *field)
{
  return g_object_get_data (G_OBJECT (field), CHRONICLE_DATA);
}

static guint
count_records (EntenteEntity entity, const EntenteChronicle *chronicle)
{
  switch (entity) {
  case ENTENTE_ENTITY_PLACE:
    return entente_chronicle_get_n_places (chronicle);
  case ENTENTE_ENTITY_TRACK:
    return entente_chronicle_get_n_tracks (chronicle);
  default:
    return entente_chronicle_get_n_issues (chronicle);
  }
}

/* Places, tracks and issues all begin with a record and a name. */
static const char *
get_name (EntenteEntity entity, const EntenteChronicle *chronicle, guint index, EntenteId *id)
{
  if (entity == ENTENTE_ENTITY_PLACE) {
    const EntentePlace *place = entente_chronicle_get_place_record (chronicle, index);

    *id = place->record.id;
    return place->name;
  }
  if (entity == ENTENTE_ENTITY_TRACK) {
    const EntenteTrack *track = entente_chronicle_get_track (chronicle, index);

    *id = track->record.id;
    return track->name;
  }
  *id = entente_chronicle_get_issue (chronicle, index)->record.id;
  return entente_chronicle_get_issue (chronicle, index)->name;
}

static const char *
find_name (GtkWidget *field, EntenteId id)
{
  const EntenteChronicle *chronicle = get_chronicle (field);
  EntenteEntity entity = get_entity (field);

  for (guint i = 0; i < count_records (entity, chronicle); i++) {
    EntenteId other;
    const char *name = get_name (entity, chronicle, i, &other);

    if (other == id)
      return name;
  }
  return NULL;
}

static EntenteId
find_id (GtkWidget *field, const char *name)
{
  const EntenteChronicle *chronicle = get_chronicle (field);
  EntenteEntity entity = get_entity (field);
  g_autofree char *folded = entente_name_fold (name);

  for (guint i = 0; i < count_records (entity, chronicle); i++) {
    EntenteId id;
    g_autofree char *other = entente_name_fold (get_name (entity, chronicle, i, &id));

    if (g_strcmp0 (other, folded) == 0)
      return id;
  }
  return ENTENTE_ID_NONE;
}

static EntenteId
add_record (GtkWidget *field, const char *name, GPtrArray *fresh)
{
  EntenteEntity entity = get_entity (field);
  EntenteRecord *record = entente_record_new (entity);
  const EntenteFieldInfo *info = entente_entity_find_field (entity, "name");

  record->id = entente_id_new ();
  entente_record_set_text (record, info, name, NULL);
  g_ptr_array_add (fresh, record);
  return record->id;
}

static EntenteId
find_or_add (GtkWidget *field, const char *name, GPtrArray *fresh)
{
  EntenteId id = find_id (field, name);

  return id == ENTENTE_ID_NONE ? add_record (field, name, fresh) : id;
}

GtkWidget *
entente_name_field_new (EntenteEntity entity, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  g_autoptr (GtkListStore) list = gtk_list_store_new (1, G_TYPE_STRING);

  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (list));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_minimum_key_length (completion, 1);
  gtk_entry_set_completion (GTK_ENTRY (entry), completion);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_object_set_data (G_OBJECT (entry), ENTITY_DATA, GINT_TO_POINTER ((int) entity));
  g_object_set_data_full (G_OBJECT (entry), LIST_DATA, g_steal_pointer (&list), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

void
entente_name_field_set_chronicle (GtkWidget *field, const EntenteChronicle *chronicle)
{
  GtkListStore *list = g_object_get_data (G_OBJECT (field), LIST_DATA);
  EntenteEntity entity = get_entity (field);

  g_object_set_data_full (G_OBJECT (field),
                          CHRONICLE_DATA,
                          entente_chronicle_ref (chronicle),
                          (GDestroyNotify) entente_chronicle_unref);
  gtk_list_store_clear (list);
  for (guint i = 0; i < count_records (entity, chronicle); i++) {
    EntenteId id;

    gtk_list_store_insert_with_values (list, NULL, -1, 0, get_name (entity, chronicle, i, &id), -1);
  }
}

void
entente_name_field_set_id (GtkWidget *field, EntenteId id)
{
  const char *name = find_name (field, id);

  gtk_editable_set_text (GTK_EDITABLE (field), name ? name : "");
}

void
entente_name_field_set_ids (GtkWidget *field, const GArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids && i < ids->len; i++) {
    const char *name = find_name (field, g_array_index (ids, EntenteId, i));

    if (name)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
  }
  gtk_editable_set_text (GTK_EDITABLE (field), text->str);
}

EntenteId
entente_name_field_get_id (GtkWidget *field, GPtrArray *fresh)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field))));

  return *name ? find_or_add (field, name, fresh) : ENTENTE_ID_NONE;
}

GArray *
entente_name_field_dup_ids (GtkWidget *field, GPtrArray *fresh)
{
  g_auto (GStrv) names = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (field)), ";", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  for (guint i = 0; names[i]; i++) {
    EntenteId id;

    if (!*g_strstrip (names[i]))
      continue;
    id = find_or_add (field, names[i], fresh);
    g_array_append_val (ids, id);
  }
  return ids->len > 0 ? g_steal_pointer (&ids) : NULL;
}
