/* Rows of the user's own fields: an entry for text and numbers, a list for choices.
 *
 * The rows are made anew only when the fields change, so that the keyboard stays where it is; what
 * they show follows the chronicle. Main thread; part of the inspector. */
#include "config.h"

#include "entente-inspector-own.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-field-form.h"
#include "entente-form-text.h"
#include "entente-own-fields.h"
#include "entente-own-value.h"
#include <glib/gi18n.h>

struct _EntenteInspectorOwn {
  GtkBox parent_instance;

  EntenteSession *session; /* or NULL */
  EntenteId event;
  GPtrArray *fields; /* EntenteField that have a row */
  GPtrArray *editors; /* of each; borrowed */
  gboolean updating;
  GtkWidget *grid;
  GtkWidget *manage;
};

G_DEFINE_FINAL_TYPE (EntenteInspectorOwn, entente_inspector_own, GTK_TYPE_BOX)

static const EntenteChronicle *
get_chronicle (EntenteInspectorOwn *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

static char *
dup_text (EntenteInspectorOwn *self, guint i)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (get_chronicle (self));
  const EntenteField *field = self->fields->pdata[i];
  guint32 index = entente_own_fields_find (fields, field->record.id);

  return index != ENTENTE_NO_INDEX ? entente_own_fields_dup_text (fields, index, self->event)
                                   : NULL;
}

static guint
find_editor (EntenteInspectorOwn *self, GtkWidget *editor)
{
  guint at = 0;

  g_ptr_array_find (self->editors, editor, &at);
  return at;
}

/* ---- writing ---- */

static void
write_value (EntenteInspectorOwn *self, guint i, const char *text)
{
  const EntenteField *field = self->fields->pdata[i];
  g_autofree char *old = dup_text (self, i);

  if (g_strcmp0 (old, text) == 0)
    return;
  entente_session_apply (
    self->session,
    entente_commands_fill_field (get_chronicle (self), field->record.id, self->event, text),
    NULL);
}

static void
mark_wrong (GtkWidget *entry, const char *sentence)
{
  if (sentence)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, sentence);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               sentence ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
keep_entry (EntenteInspectorOwn *self, GtkWidget *entry)
{
  guint i = find_editor (self, entry);
  const EntenteField *field = self->fields->pdata[i];
  g_autofree char *text = entente_form_text_dup (entry);
  g_autofree char *number = NULL;

  if (self->updating || !self->session)
    return;
  if (text && g_strcmp0 (field->type, "number") == 0 &&
      !(number = entente_own_value_read_number (text))) {
    mark_wrong (entry, _ ("This is no number."));
    return;
  }
  mark_wrong (entry, NULL);
  write_value (self, i, number ? number : text);
}

static void
activate_cb (GtkWidget *entry, EntenteInspectorOwn *self)
{
  keep_entry (self, entry);
}

static void
leave_cb (GtkEventController *focus, EntenteInspectorOwn *self)
{
  keep_entry (self, gtk_event_controller_get_widget (focus));
}

static gboolean
key_cb (GtkEventController *keys,
        guint key,
        guint code,
        GdkModifierType state,
        EntenteInspectorOwn *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (keys);
  guint i = find_editor (self, entry);
  g_autofree char *old = dup_text (self, i);
  g_autofree char *text = entente_form_text_dup (entry);

  if (key != GDK_KEY_Escape || g_strcmp0 (old, text) == 0)
    return GDK_EVENT_PROPAGATE;
  entente_form_text_set (entry, old);
  mark_wrong (entry, NULL);
  return GDK_EVENT_STOP;
}

static void
chosen_cb (GtkWidget *choice, GParamSpec *pspec, EntenteInspectorOwn *self)
{
  guint i = find_editor (self, choice);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));
  g_autofree char *text = self->session && !self->updating ? dup_text (self, i) : NULL;
  g_auto (GStrv) choices =
    self->session && !self->updating ? entente_own_value_list (self->fields->pdata[i], text) : NULL;

  if (choices && chosen < g_strv_length (choices))
    write_value (self, i, *choices[chosen] ? choices[chosen] : NULL);
}

/* ---- rows ---- */

static void
update_choice (EntenteInspectorOwn *self, guint i)
{
  g_autofree char *text = dup_text (self, i);

  entente_own_value_show_list (self->editors->pdata[i], self->fields->pdata[i], text);
}

static void
update_entry (EntenteInspectorOwn *self, guint i, gboolean is_other)
{
  GtkWidget *entry = self->editors->pdata[i];
  g_autofree char *text = dup_text (self, i);
  gboolean is_typing = gtk_widget_has_css_class (entry, "error") ||
                       gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN;

  if (is_typing && !is_other)
    return;
  entente_form_text_set (entry, text);
  mark_wrong (entry, NULL);
}

static void
update (EntenteInspectorOwn *self, gboolean is_other)
{
  gboolean can_edit = !entente_study_is_read_only (entente_session_get_study (self->session));

  self->updating = TRUE;
  for (guint i = 0; i < self->fields->len; i++) {
    if (entente_own_value_is_chosen (self->fields->pdata[i]))
      update_choice (self, i);
    else
      update_entry (self, i, is_other);
    gtk_widget_set_sensitive (self->editors->pdata[i], can_edit);
  }
  self->updating = FALSE;
  gtk_widget_set_visible (self->manage, can_edit);
  gtk_widget_set_visible (self->grid, self->fields->len > 0);
}

static GtkWidget *
create_choice (EntenteInspectorOwn *self, const EntenteField *field)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  entente_enum_choice_set_name (GTK_DROP_DOWN (choice), field->name);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  return choice;
}

static GtkWidget *
create_entry (EntenteInspectorOwn *self, const EntenteField *field)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  if (g_strcmp0 (field->type, "number") == 0)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  field->name,
                                  -1);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static void
add_row (EntenteInspectorOwn *self, EntenteField *field)
{
  int at = (int) self->fields->len;
  GtkWidget *name = gtk_label_new (field->name);
  GtkWidget *editor =
    entente_own_value_is_chosen (field) ? create_choice (self, field) : create_entry (self, field);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 16);
  gtk_widget_add_css_class (name, "row-note");
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), name, 0, at, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), editor, 1, at, 1, 1);
  g_ptr_array_add (self->fields, entente_record_ref (field));
  g_ptr_array_add (self->editors, editor);
}

static gboolean
has_rows_of (EntenteInspectorOwn *self, const EntenteOwnFields *fields)
{
  if (self->fields->len != entente_own_fields_get_n (fields))
    return FALSE;
  for (guint i = 0; i < self->fields->len; i++) {
    if (!entente_record_equal (self->fields->pdata[i], entente_own_fields_get (fields, i)))
      return FALSE;
  }
  return TRUE;
}

static void
clear_rows (EntenteInspectorOwn *self)
{
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (self->grid)))
    gtk_grid_remove (GTK_GRID (self->grid), child);
  self->updating = FALSE;
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->editors, 0);
}

static void
manage_cb (EntenteInspectorOwn *self)
{
  if (self->session)
    entente_field_form_present (GTK_WIDGET (self), self->session);
}

/* ---- life ---- */

static void
entente_inspector_own_dispose (GObject *object)
{
  EntenteInspectorOwn *self = ENTENTE_INSPECTOR_OWN (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_inspector_own_parent_class)->dispose (object);
}

static void
entente_inspector_own_finalize (GObject *object)
{
  EntenteInspectorOwn *self = ENTENTE_INSPECTOR_OWN (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->editors);

  G_OBJECT_CLASS (entente_inspector_own_parent_class)->finalize (object);
}

static void
entente_inspector_own_class_init (EntenteInspectorOwnClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_inspector_own_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_inspector_own_finalize;
}

static void
entente_inspector_own_init (EntenteInspectorOwn *self)
{
  self->fields = g_ptr_array_new_with_free_func (entente_record_unref);
  self->editors = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  self->manage = gtk_button_new_with_label (_ ("Fields of Your Own…"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 14);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_widget_add_css_class (self->manage, "flat");
  gtk_widget_set_halign (self->manage, GTK_ALIGN_START);
  g_signal_connect_swapped (self->manage, "clicked", G_CALLBACK (manage_cb), self);
  gtk_box_append (GTK_BOX (self), self->grid);
  gtk_box_append (GTK_BOX (self), self->manage);
}

void
entente_inspector_own_show (EntenteInspectorOwn *self, EntenteSession *session, EntenteId event)
{
  gboolean is_other = event != self->event || session != self->session;
  const EntenteOwnFields *fields;

  g_set_object (&self->session, session);
  self->event = event;
  fields = entente_chronicle_get_own_fields (get_chronicle (self));
  if (!has_rows_of (self, fields)) {
    clear_rows (self);
    for (guint i = 0; i < entente_own_fields_get_n (fields); i++)
      add_row (self, (EntenteField *) entente_own_fields_get (fields, i));
  }
  update (self, is_other);
}
