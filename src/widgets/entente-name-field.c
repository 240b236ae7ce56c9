/* Names of records in an entry with completion. What it needs to know hangs on the entry: entity,
 * chronicle, and the records that were shown or chosen.
 *
 * Two records may have one name, and a name may hold a semicolon. So the text is read from the
 * left: a record that is kept is taken where its name stands; only the rest is cut at semicolons
 * and looked up. Main thread.
 */
#include "config.h"

#include "entente-name-field.h"
#include <string.h>

#define ENTITY_DATA "entente-entity"
#define CHRONICLE_DATA "entente-chronicle"
#define LIST_DATA "entente-list"
#define KEPT_DATA "entente-kept"
#define SHOWN_DATA "entente-shown"

enum { COLUMN_NAME, COLUMN_ID };

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
  case ENTENTE_ENTITY_ACTOR:
    return entente_chronicle_get_n_actors (chronicle);
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
  if (entity == ENTENTE_ENTITY_ACTOR) {
    const EntenteActor *actor = entente_chronicle_get_actor (chronicle, index);

    *id = actor->record.id;
    return actor->name;
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

/* By any of its names. */
static EntenteId
find_actor (const EntenteChronicle *chronicle, const char *name)
{
  g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (chronicle, name);

  return found->len > 0
           ? entente_chronicle_get_actor (chronicle, g_array_index (found, guint32, 0))->record.id
           : ENTENTE_ID_NONE;
}

/* The first record with this name. */
static EntenteId
find_id (GtkWidget *field, const char *name)
{
  const EntenteChronicle *chronicle = get_chronicle (field);
  EntenteEntity entity = get_entity (field);
  g_autofree char *folded = entente_name_fold (name);

  if (entity == ENTENTE_ENTITY_ACTOR)
    return find_actor (chronicle, name);
  for (guint i = 0; i < count_records (entity, chronicle); i++) {
    EntenteId id;
    g_autofree char *other = entente_name_fold (get_name (entity, chronicle, i, &id));

    if (g_strcmp0 (other, folded) == 0)
      return id;
  }
  return ENTENTE_ID_NONE;
}

/* One that is made by the same step already. */
static EntenteId
find_fresh (GtkWidget *field, const char *name, GPtrArray *fresh)
{
  EntenteEntity entity = get_entity (field);
  const EntenteFieldInfo *info = entente_entity_find_field (entity, "name");
  g_autofree char *folded = entente_name_fold (name);

  for (guint i = 0; i < fresh->len; i++) {
    const EntenteRecord *record = fresh->pdata[i];
    g_autofree char *other = NULL;

    if (record->entity != entity)
      continue;
    other = entente_name_fold (G_STRUCT_MEMBER (char *, record, info->offset));
    if (strcmp (other, folded) == 0)
      return record->id;
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

  if (id == ENTENTE_ID_NONE)
    id = find_fresh (field, name, fresh);
  return id == ENTENTE_ID_NONE ? add_record (field, name, fresh) : id;
}

/* ---- what is kept ---- */

static GArray *
get_kept (GtkWidget *field)
{
  return g_object_get_data (G_OBJECT (field), KEPT_DATA);
}

static void
keep (GtkWidget *field, EntenteId id)
{
  g_array_append_val (get_kept (field), id);
}

/* Sets the text that stands for what is kept, as it is. */
static void
show (GtkWidget *field, const char *text)
{
  g_object_set_data_full (G_OBJECT (field), SHOWN_DATA, g_strdup (text), g_free);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  gtk_editable_set_position (GTK_EDITABLE (field), -1);
}

static gboolean
is_as_shown (GtkWidget *field)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (field)),
                    g_object_get_data (G_OBJECT (field), SHOWN_DATA)) == 0;
}

/* Where the next name begins. */
static const char *
skip_separators (const char *text)
{
  while (*text == ';' || g_ascii_isspace (*text))
    text++;
  return text;
}

/* Does @text begin with all of @name, and does nothing or a semicolon follow? */
static gboolean
begins_with_name (const char *text, const char *name)
{
  gsize length = name ? strlen (name) : 0;

  if (length == 0 || strncmp (text, name, length) != 0)
    return FALSE;
  for (text += length; g_ascii_isspace (*text); text++)
    ;
  return *text == '\0' || *text == ';';
}

static gboolean
has_id (const GArray *ids, EntenteId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, EntenteId, i) == id)
      return TRUE;
  return FALSE;
}

/* The kept record, not @taken yet, whose name begins @text; the longest name, the one kept first.
 */
static EntenteId
find_kept (GtkWidget *field, const char *text, const GArray *taken, gsize *length)
{
  const GArray *kept = get_kept (field);
  EntenteId found = ENTENTE_ID_NONE;

  *length = 0;
  for (guint i = 0; i < kept->len; i++) {
    EntenteId id = g_array_index (kept, EntenteId, i);
    const char *name = find_name (field, id);

    if (!begins_with_name (text, name) || strlen (name) <= *length || has_id (taken, id))
      continue;
    found = id;
    *length = strlen (name);
  }
  return found;
}

/* ---- choosing ---- */

static gboolean
has_several (GtkWidget *field)
{
  return get_entity (field) == ENTENTE_ENTITY_ISSUE || get_entity (field) == ENTENTE_ENTITY_ACTOR;
}

/* The part of the text that is being typed. */
static const char *
get_last_part (GtkWidget *field)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));
  const char *last = has_several (field) ? strrchr (text, ';') : NULL;

  return skip_separators (last ? last : text);
}

static gboolean
match_func (GtkEntryCompletion *completion, const char *key, GtkTreeIter *iter, gpointer data)
{
  g_autofree char *folded = entente_name_fold (get_last_part (data));
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;

  gtk_tree_model_get (gtk_entry_completion_get_model (completion), iter, COLUMN_NAME, &name, -1);
  other = entente_name_fold (name ? name : "");
  return *folded && g_str_has_prefix (other, folded);
}

/* Puts a record in place of the part that is being typed. */
static void
choose_next (GtkWidget *field, EntenteId id, const char *name)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));
  g_autofree char *before = g_strndup (text, (gsize) (get_last_part (field) - text));
  g_autofree char *whole = g_strconcat (before, name, NULL);

  keep (field, id);
  gtk_editable_set_text (GTK_EDITABLE (field), whole);
  gtk_editable_set_position (GTK_EDITABLE (field), -1);
}

static gboolean
match_selected_cb (GtkEntryCompletion *completion,
                   GtkTreeModel *model,
                   GtkTreeIter *iter,
                   GtkWidget *field)
{
  g_autofree char *name = NULL;
  EntenteId id;

  gtk_tree_model_get (model, iter, COLUMN_NAME, &name, COLUMN_ID, &id, -1);
  if (has_several (field))
    choose_next (field, id, name);
  else
    entente_name_field_set_id (field, id);
  return TRUE;
}

static GtkEntryCompletion *
create_completion (GtkWidget *entry, GtkListStore *list)
{
  GtkEntryCompletion *completion = gtk_entry_completion_new ();

  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (list));
  gtk_entry_completion_set_text_column (completion, COLUMN_NAME);
  gtk_entry_completion_set_minimum_key_length (completion, 1);
  gtk_entry_completion_set_match_func (completion, match_func, entry, NULL);
  g_signal_connect_object (completion,
                           "match-selected",
                           G_CALLBACK (match_selected_cb),
                           entry,
                           G_CONNECT_DEFAULT);
  return completion;
}

GtkWidget *
entente_name_field_new (EntenteEntity entity, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autoptr (GtkListStore) list = gtk_list_store_new (2, G_TYPE_STRING, G_TYPE_INT64);
  g_autoptr (GtkEntryCompletion) completion = create_completion (entry, list);

  gtk_entry_set_completion (GTK_ENTRY (entry), completion);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_object_set_data (G_OBJECT (entry), ENTITY_DATA, GINT_TO_POINTER ((int) entity));
  g_object_set_data_full (G_OBJECT (entry), LIST_DATA, g_steal_pointer (&list), g_object_unref);
  g_object_set_data_full (G_OBJECT (entry),
                          KEPT_DATA,
                          g_array_new (FALSE, FALSE, sizeof (EntenteId)),
                          (GDestroyNotify) g_array_unref);
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
    const char *name = get_name (entity, chronicle, i, &id);

    gtk_list_store_insert_with_values (list, NULL, -1, COLUMN_NAME, name, COLUMN_ID, id, -1);
  }
}

void
entente_name_field_set_id (GtkWidget *field, EntenteId id)
{
  const char *name = find_name (field, id);

  g_array_set_size (get_kept (field), 0);
  keep (field, name ? id : ENTENTE_ID_NONE);
  show (field, name ? name : "");
}

void
entente_name_field_set_ids (GtkWidget *field, const GArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_array_set_size (get_kept (field), 0);
  for (guint i = 0; ids && i < ids->len; i++) {
    EntenteId id = g_array_index (ids, EntenteId, i);
    const char *name = find_name (field, id);

    if (!name)
      continue;
    keep (field, id);
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
  }
  show (field, text->str);
}

EntenteId
entente_name_field_get_id (GtkWidget *field, GPtrArray *fresh)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field))));

  if (is_as_shown (field))
    return g_array_index (get_kept (field), EntenteId, 0);
  return *name ? find_or_add (field, name, fresh) : ENTENTE_ID_NONE;
}

/* Reads one name off @text and says how long it is. */
static EntenteId
read_name (GtkWidget *field, const char *text, const GArray *taken, GPtrArray *fresh, gsize *length)
{
  EntenteId id = find_kept (field, text, taken, length);
  g_autofree char *name = NULL;

  if (id != ENTENTE_ID_NONE)
    return id;
  *length = strcspn (text, ";");
  name = g_strchomp (g_strndup (text, *length));
  return find_or_add (field, name, fresh);
}

GArray *
entente_name_field_dup_ids (GtkWidget *field, GPtrArray *fresh)
{
  const char *text = skip_separators (gtk_editable_get_text (GTK_EDITABLE (field)));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (is_as_shown (field))
    g_array_append_vals (ids, get_kept (field)->data, get_kept (field)->len);
  while (*text && !is_as_shown (field)) {
    gsize length;
    EntenteId id = read_name (field, text, ids, fresh, &length);

    if (!has_id (ids, id))
      g_array_append_val (ids, id);
    text = skip_separators (text + length);
  }
  return ids->len > 0 ? g_steal_pointer (&ids) : NULL;
}
