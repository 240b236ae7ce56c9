/* Names of records in an entry with a list of those that fit. What it needs to know hangs on the
 * entry: entity, chronicle, and the records that were shown or chosen.
 *
 * Two records may have one name, and a name may hold a semicolon. So the text is read from the
 * left: a record that is kept is taken where its name stands; only the rest is cut at semicolons
 * and looked up. Main thread.
 */
#include "config.h"

#include "entente-name-field.h"

#include "entente-name-list.h"
#include <glib/gi18n.h>
#include <string.h>

#define ENTITY_DATA "entente-entity"
#define CHRONICLE_DATA "entente-chronicle"
#define SINGLE_DATA "entente-single"
#define KEPT_DATA "entente-kept"
#define SHOWN_DATA "entente-shown"

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
  entente_name_list_set_text (field, text);
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
  EntenteEntity entity = get_entity (field);

  return (entity == ENTENTE_ENTITY_ISSUE || entity == ENTENTE_ENTITY_ACTOR) &&
         !g_object_get_data (G_OBJECT (field), SINGLE_DATA);
}

/* The part of the text that is being typed. */
static const char *
get_last_part (GtkWidget *field)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));
  const char *last = has_several (field) ? strrchr (text, ';') : NULL;

  return skip_separators (last ? last : text);
}

/* Does a word of @name begin with @folded? */
static gboolean
fits (const char *name, const char *folded)
{
  g_autofree char *other = entente_name_fold (name ? name : "");
  const char *found = strstr (other, folded);

  while (found && found != other && found[-1] != ' ')
    found = strstr (found + 1, folded);
  return found != NULL;
}

/* Nothing is left to complete where the one name that fits is all there. */
static gboolean
is_complete (GtkWidget *field, const char *folded)
{
  const EntenteChronicle *chronicle = get_chronicle (field);
  EntenteEntity entity = get_entity (field);
  guint n_fit = 0, n_equal = 0;

  for (guint i = 0; i < count_records (entity, chronicle); i++) {
    EntenteId id;
    const char *name = get_name (entity, chronicle, i, &id);
    g_autofree char *other = entente_name_fold (name ? name : "");

    n_fit += fits (name, folded);
    n_equal += strcmp (other, folded) == 0;
  }
  return n_fit == 1 && n_equal == 1;
}

static void
fill_list (EntenteNameList *list, GtkWidget *field)
{
  const EntenteChronicle *chronicle = get_chronicle (field);
  EntenteEntity entity = get_entity (field);
  g_autofree char *folded = entente_name_fold (get_last_part (field));
  gboolean has_room = *folded && chronicle && !is_complete (field, folded);

  for (guint i = 0; has_room && i < count_records (entity, chronicle); i++) {
    EntenteId id;
    const char *name = get_name (entity, chronicle, i, &id);

    if (fits (name, folded))
      has_room = entente_name_list_add (list, id, name);
  }
}

/* Puts a record in place of the part that is being typed. */
static void
choose_next (GtkWidget *field, EntenteId id, const char *name)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));
  g_autofree char *before = g_strndup (text, (gsize) (get_last_part (field) - text));
  g_autofree char *whole = g_strconcat (before, name, NULL);

  keep (field, id);
  entente_name_list_set_text (field, whole);
}

static void
chosen_cb (GtkWidget *field, EntenteId id, const char *name)
{
  if (has_several (field))
    choose_next (field, id, name);
  else
    entente_name_field_set_id (field, id);
}

GtkWidget *
entente_name_field_new (EntenteEntity entity, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  entente_name_list_attach (entry, fill_list, chosen_cb);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_object_set_data (G_OBJECT (entry), ENTITY_DATA, GINT_TO_POINTER ((int) entity));
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
  g_object_set_data_full (G_OBJECT (field),
                          CHRONICLE_DATA,
                          entente_chronicle_ref (chronicle),
                          (GDestroyNotify) entente_chronicle_unref);
}

void
entente_name_field_set_single (GtkWidget *field)
{
  g_object_set_data (G_OBJECT (field), SINGLE_DATA, GINT_TO_POINTER (TRUE));
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

/* ---- what would be new ---- */

static char *
write_note (EntenteEntity entity, const char *names)
{
  switch (entity) {
  case ENTENTE_ENTITY_PLACE:
    return g_strdup_printf (_ ("New place: %s"), names);
  case ENTENTE_ENTITY_TRACK:
    return g_strdup_printf (_ ("New track: %s"), names);
  case ENTENTE_ENTITY_ACTOR:
    return g_strdup_printf (_ ("New actor: %s"), names);
  default:
    return g_strdup_printf (_ ("New issue: %s"), names);
  }
}

/* “Kabul”, “Doha”: the names that nobody has yet; NULL for none. */
static char *
list_new (GtkWidget *field)
{
  const EntenteFieldInfo *info = entente_entity_find_field (get_entity (field), "name");
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GArray) ids = NULL;

  if (!get_chronicle (field))
    return NULL;
  if (has_several (field))
    ids = entente_name_field_dup_ids (field, fresh);
  else
    entente_name_field_get_id (field, fresh);
  for (guint i = 0; i < fresh->len; i++)
    g_string_append_printf (names,
                            "%s“%s”",
                            i > 0 ? ", " : "",
                            G_STRUCT_MEMBER (char *, fresh->pdata[i], info->offset));
  return fresh->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
show_note (GtkWidget *field, GtkWidget *note)
{
  g_autofree char *names = list_new (field);
  g_autofree char *text = names ? write_note (get_entity (field), names) : NULL;

  gtk_label_set_text (GTK_LABEL (note), text ? text : "");
  gtk_widget_set_visible (note, text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text ? text : "",
                                  -1);
}

GtkWidget *
entente_name_field_with_note (GtkWidget *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *note = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (note), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (note, "row-note");
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), note);
  g_signal_connect_object (field, "changed", G_CALLBACK (show_note), note, G_CONNECT_DEFAULT);
  show_note (field, note);
  return box;
}
