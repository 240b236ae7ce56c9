/* Rows of aliases and affiliations. Each row keeps its fields and the record that it came from, so
 * that ids and what the row does not show stay. Main thread; part of the form of actors.
 */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-actor-parts.h"
#include "entente-date-field.h"
#include "entente-enum-choice.h"
#include "entente-form-text.h"
#include "entente-icon-button.h"
#include <glib/gi18n.h>
#include <string.h>

#define ROW_DATA "entente-part-row"

typedef struct {
  EntenteRecord *record; /* as it was, or a new one */
  GtkWidget *text; /* of an alias; role of an affiliation */
  GtkWidget *choice; /* kind of an alias; certainty of an affiliation */
  GtkWidget *remark; /* language of an alias; evidence of an affiliation */
  GtkWidget *script; /* of an alias */
  GtkWidget *parent; /* of an affiliation */
  GtkWidget *from; /* when an alias is valid, or an affiliation held */
  GtkWidget *to;
  GtkWidget *order_error; /* says that it ends before it begins */
} Row;

static void
free_row (gpointer data)
{
  entente_record_unref (((Row *) data)->record);
  g_free (data);
}

static Row *
get_row (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), ROW_DATA);
}

GtkWidget *
entente_actor_parts_new (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
}

/* ---- rows ---- */

static void
remove_cb (GtkWidget *button, GtkWidget *line)
{
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (line)), line);
}

static GtkWidget *
create_remove_button (GtkWidget *line)
{
  GtkWidget *button = entente_icon_button_new ("list-remove-symbolic", _ ("Take this row out"));

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), line);
  return button;
}

/* Takes @record. */
static GtkWidget *
add_line (GtkWidget *parts, gpointer record, Row **row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  *row = g_new0 (Row, 1);
  (*row)->record = record;
  g_object_set_data_full (G_OBJECT (line), ROW_DATA, *row, free_row);
  gtk_box_append (GTK_BOX (parts), line);
  return line;
}

static GtkWidget *
create_date (const char *label, const EntenteDate *date)
{
  GtkWidget *field = entente_date_field_new_plain ();

  entente_date_field_set_label (ENTENTE_DATE_FIELD (field), label);
  entente_date_field_set_placeholder (ENTENTE_DATE_FIELD (field), label);
  entente_date_field_set_date (ENTENTE_DATE_FIELD (field), date);
  gtk_widget_set_hexpand (field, TRUE);
  return field;
}

/* ---- the two dates of a row ---- */

static const char *
get_order_error (Row *row)
{
  g_autoptr (EntenteDate) from = entente_date_field_dup_date (ENTENTE_DATE_FIELD (row->from));
  g_autoptr (EntenteDate) to = entente_date_field_dup_date (ENTENTE_DATE_FIELD (row->to));

  return from && to && entente_date_is_before (to, from) == ENTENTE_YES
           ? _ ("This ends before it begins.")
           : NULL;
}

/* Comes and goes as one types, as the errors of the dates themselves do. */
static void
show_order_error (Row *row)
{
  const char *error = get_order_error (row);

  gtk_label_set_text (GTK_LABEL (row->order_error), error ? error : "");
  gtk_widget_set_visible (row->order_error, error != NULL);
}

static GtkWidget *
create_two (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

/* Both dates below what stands in @box. */
static void
append_dates (GtkWidget *box, Row *row, const EntenteDate *from, const EntenteDate *to)
{
  row->from = create_date (_ ("From"), from);
  row->to = create_date (_ ("To"), to);
  row->order_error = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (row->order_error), 0);
  gtk_label_set_wrap (GTK_LABEL (row->order_error), TRUE);
  gtk_widget_add_css_class (row->order_error, "field-error");
  g_signal_connect_swapped (row->from, "changed", G_CALLBACK (show_order_error), row);
  g_signal_connect_swapped (row->to, "changed", G_CALLBACK (show_order_error), row);
  gtk_box_append (GTK_BOX (box), create_two (row->from, row->to));
  gtk_box_append (GTK_BOX (box), row->order_error);
  show_order_error (row);
}

/* ---- aliases ---- */

/* An entry for a code of few letters. */
static GtkWidget *
create_code (const char *label, const char *text)
{
  GtkWidget *entry = entente_form_text_new_entry (label);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  entente_form_text_set (entry, text);
  return entry;
}

static gboolean
has_details (const EntenteAlias *alias)
{
  return alias->language || alias->script || alias->valid_from || alias->valid_to;
}

/* What few names need: language, script, and when it was the name. */
static GtkWidget *
create_details (Row *row, const EntenteAlias *alias)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  row->remark = create_code (_ ("Language"), alias->language);
  row->script = create_code (_ ("Script, such as Arab"), alias->script);
  gtk_box_append (GTK_BOX (box), create_two (row->remark, row->script));
  append_dates (box, row, alias->valid_from, alias->valid_to);
  gtk_widget_set_visible (box, has_details (alias));
  return box;
}

static GtkWidget *
create_more_button (GtkWidget *details)
{
  GtkWidget *button = gtk_toggle_button_new ();
  const char *tip = _ ("Language, script and dates");

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_bind_property (button,
                          "active",
                          details,
                          "visible",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return button;
}

void
entente_actor_parts_add_alias (GtkWidget *parts, const EntenteAlias *alias)
{
  EntenteAlias *record = alias ? entente_alias_copy (alias) : entente_alias_new ();
  Row *row;
  GtkWidget *line = add_line (parts, record, &row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *details = create_details (row, record);
  GtkWidget *more = create_more_button (details);

  row->text = entente_form_text_new_entry (_ ("Alias or spelling"));
  row->choice = entente_enum_choice_new (ENTENTE_ENUM_ALIAS_KIND, _ ("Kind of alias"));
  gtk_widget_set_hexpand (row->text, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  entente_form_text_set (row->text, record->text);
  entente_enum_choice_set (row->choice, record->kind);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), has_details (record));
  gtk_box_append (GTK_BOX (first), row->text);
  gtk_box_append (GTK_BOX (first), row->choice);
  gtk_box_append (GTK_BOX (first), more);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), details);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), create_remove_button (line));
  if (!alias && gtk_widget_get_root (line))
    gtk_widget_grab_focus (row->text);
}

/* ---- affiliations ---- */

static void
show_parent (Row *row, const EntenteChronicle *chronicle, EntenteId parent)
{
  EntenteActorEntry *entry = ENTENTE_ACTOR_ENTRY (row->parent);

  entente_actor_entry_set_chronicle (entry, chronicle);
  entente_actor_entry_set_keeps (entry, TRUE);
  entente_actor_entry_set_allows_new (entry, TRUE);
  entente_actor_entry_set_placeholder (entry, _ ("Belongs to"));
  entente_actor_entry_set_actor (entry, parent, NULL);
}

void
entente_actor_parts_add_affiliation (GtkWidget *parts,
                                     const EntenteChronicle *chronicle,
                                     const EntenteAffiliation *affiliation)
{
  EntenteAffiliation *record =
    affiliation ? entente_affiliation_copy (affiliation) : entente_affiliation_new ();
  Row *row;
  GtkWidget *line = add_line (parts, record, &row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  row->parent = entente_actor_entry_new ();
  row->text = entente_form_text_new_entry (_ ("As what: special envoy, member"));
  row->choice = entente_enum_choice_new (ENTENTE_ENUM_CERTAINTY, _ ("How certain"));
  row->remark = entente_form_text_new_entry (_ ("Source"));
  show_parent (row, chronicle, record->parent);
  entente_form_text_set (row->text, record->role);
  entente_form_text_set (row->remark, record->evidence);
  entente_enum_choice_set (row->choice, record->certainty);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), create_two (row->parent, row->text));
  append_dates (box, row, record->from, record->to);
  gtk_box_append (GTK_BOX (box), create_two (row->choice, row->remark));
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), create_remove_button (line));
  gtk_widget_add_css_class (line, "form-part");
  if (!affiliation && gtk_widget_get_root (line))
    gtk_widget_grab_focus (row->parent);
}

/* ---- records ---- */

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (entente_record_unref);
}

static void
store_date (GtkWidget *field, EntenteDate **date)
{
  g_clear_pointer (date, entente_date_unref);
  *date = entente_date_field_dup_date (ENTENTE_DATE_FIELD (field));
}

GPtrArray *
entente_actor_parts_dup_aliases (GtkWidget *parts)
{
  GPtrArray *aliases = new_records ();

  for (GtkWidget *line = gtk_widget_get_first_child (parts); line;
       line = gtk_widget_get_next_sibling (line)) {
    Row *row = get_row (line);
    g_autofree char *text = entente_form_text_dup (row->text);
    EntenteAlias *alias;

    if (!text)
      continue;
    alias = entente_alias_copy ((EntenteAlias *) row->record);
    entente_form_text_store (row->text, &alias->text);
    entente_form_text_store (row->remark, &alias->language);
    entente_form_text_store (row->script, &alias->script);
    store_date (row->from, &alias->valid_from);
    store_date (row->to, &alias->valid_to);
    alias->kind = entente_enum_choice_get (row->choice);
    g_ptr_array_add (aliases, alias);
  }
  return aliases;
}

/* One that another row names already is made once. */
static EntenteId
find_or_make_parent (Row *row, GPtrArray *fresh)
{
  EntenteActorEntry *entry = ENTENTE_ACTOR_ENTRY (row->parent);
  EntenteId id = entente_actor_entry_get_actor (entry);
  g_autofree char *name = entente_actor_entry_dup_name (entry);
  EntenteActor *actor;

  if (id != ENTENTE_ID_NONE || !name)
    return id;
  for (guint i = 0; i < fresh->len; i++)
    if (g_str_equal (((EntenteActor *) fresh->pdata[i])->name, name))
      return ((EntenteActor *) fresh->pdata[i])->record.id;
  actor = entente_actor_new ();
  actor->record.id = entente_id_new ();
  actor->kind = ENTENTE_ACTOR_BODY;
  actor->name = g_steal_pointer (&name);
  g_ptr_array_add (fresh, actor);
  return actor->record.id;
}

GPtrArray *
entente_actor_parts_dup_affiliations (GtkWidget *parts, GPtrArray *fresh)
{
  GPtrArray *affiliations = new_records ();

  for (GtkWidget *line = gtk_widget_get_first_child (parts); line;
       line = gtk_widget_get_next_sibling (line)) {
    Row *row = get_row (line);
    EntenteId parent = find_or_make_parent (row, fresh);
    EntenteAffiliation *affiliation;

    if (parent == ENTENTE_ID_NONE)
      continue;
    affiliation = entente_affiliation_copy ((EntenteAffiliation *) row->record);
    affiliation->parent = parent;
    entente_form_text_store (row->text, &affiliation->role);
    entente_form_text_store (row->remark, &affiliation->evidence);
    affiliation->certainty = entente_enum_choice_get (row->choice);
    store_date (row->from, &affiliation->from);
    store_date (row->to, &affiliation->to);
    g_ptr_array_add (affiliations, affiliation);
  }
  return affiliations;
}

/* "Arab", "Latn": ISO 15924. */
static const char *
get_script_error (Row *row)
{
  g_autofree char *script = row->script ? entente_form_text_dup (row->script) : NULL;

  return script && (strlen (script) != 4 ||
                    strspn (script, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != 4)
           ? _ ("A script is a code of four letters, such as Arab or Latn.")
           : NULL;
}

static const char *
get_row_error (Row *row)
{
  const char *error =
    row->parent ? entente_actor_entry_get_error (ENTENTE_ACTOR_ENTRY (row->parent)) : NULL;

  if (!error)
    error = get_script_error (row);
  if (!error)
    error = entente_date_field_get_error (ENTENTE_DATE_FIELD (row->from));
  if (!error)
    error = entente_date_field_get_error (ENTENTE_DATE_FIELD (row->to));
  return error ? error : get_order_error (row);
}

const char *
entente_actor_parts_get_error (GtkWidget *parts)
{
  for (GtkWidget *line = gtk_widget_get_first_child (parts); line;
       line = gtk_widget_get_next_sibling (line)) {
    const char *error = get_row_error (get_row (line));

    if (error)
      return error;
  }
  return NULL;
}
