/* A label and an entry, or a drop-down, for each field. Main thread. */
#include "config.h"

#include "entente-own-form.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-form-text.h"
#include "entente-own-value.h"

#include <glib/gi18n.h>

struct _EntenteOwnForm {
  GtkBox parent_instance;

  EntenteStudy *study; /* or NULL */
  GtkWidget *grid;
  GPtrArray *rows; /* Row */
  char *error; /* what cannot be read, or NULL */
};

typedef struct {
  EntenteField *field;
  char *before; /* what was shown, or NULL */
  GtkWidget *editor; /* borrowed */
} Row;

G_DEFINE_FINAL_TYPE (EntenteOwnForm, entente_own_form, GTK_TYPE_BOX)

static void
free_row (gpointer data)
{
  Row *row = data;

  entente_record_unref (row->field);
  g_free (row->before);
  g_free (row);
}

/* ---- what is filled in ---- */

/* NULL for nothing. */
static char *
dup_chosen (const Row *row)
{
  g_auto (GStrv) choices = entente_own_value_list (row->field, row->before);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (row->editor));

  return chosen > 0 && chosen < g_strv_length (choices) ? g_strdup (choices[chosen]) : NULL;
}

/* NULL for nothing; @wrong is set when it is no number but should be one. */
static char *
dup_typed (const Row *row, gboolean *wrong)
{
  g_autofree char *text = entente_form_text_dup (row->editor);
  char *number;

  if (!text || g_strcmp0 (row->field->type, "number") != 0 || g_strcmp0 (text, row->before) == 0)
    return g_steal_pointer (&text);
  number = entente_own_value_read_number (text);
  *wrong = number == NULL;
  return number;
}

static char *
dup_value (const Row *row, gboolean *wrong)
{
  *wrong = FALSE;
  return entente_own_value_is_chosen (row->field) ? dup_chosen (row) : dup_typed (row, wrong);
}

/* ---- rows ---- */

static GtkWidget *
create_editor (const EntenteField *field, const char *text)
{
  GtkWidget *editor;

  if (entente_own_value_is_chosen (field)) {
    editor = gtk_drop_down_new (NULL, NULL);
    entente_enum_choice_set_name (GTK_DROP_DOWN (editor), field->name);
    entente_own_value_show_list (GTK_DROP_DOWN (editor), field, text);
    return editor;
  }
  editor = entente_form_text_new_entry (field->name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (editor), NULL);
  if (g_strcmp0 (field->type, "number") == 0)
    gtk_entry_set_input_purpose (GTK_ENTRY (editor), GTK_INPUT_PURPOSE_NUMBER);
  entente_form_text_set (editor, text);
  return editor;
}

static void
add_row (EntenteOwnForm *self, const EntenteField *field, char *text)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *label = gtk_label_new (field->name);
  int at = (int) self->rows->len;

  row->field = entente_record_ref (field);
  row->before = text;
  row->editor = create_editor (field, text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (label, "row-note");
  gtk_widget_set_hexpand (row->editor, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, at, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), row->editor, 1, at, 1, 1);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (EntenteOwnForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)))
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_ptr_array_set_size (self->rows, 0);
}

/* ---- class ---- */

static void
entente_own_form_dispose (GObject *object)
{
  g_clear_object (&ENTENTE_OWN_FORM (object)->study);

  G_OBJECT_CLASS (entente_own_form_parent_class)->dispose (object);
}

static void
entente_own_form_finalize (GObject *object)
{
  EntenteOwnForm *self = ENTENTE_OWN_FORM (object);

  g_ptr_array_unref (self->rows);
  g_free (self->error);

  G_OBJECT_CLASS (entente_own_form_parent_class)->finalize (object);
}

static void
entente_own_form_class_init (EntenteOwnFormClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_own_form_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_own_form_finalize;
}

static void
entente_own_form_init (EntenteOwnForm *self)
{
  GtkWidget *head = gtk_label_new (_ ("Fields of Your Own"));

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->grid = gtk_grid_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_widget_add_css_class (head, "form-head");
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 8);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->grid);
}

GtkWidget *
entente_own_form_new (void)
{
  return g_object_new (ENTENTE_TYPE_OWN_FORM, NULL);
}

void
entente_own_form_show (EntenteOwnForm *self, EntenteStudy *study, EntenteId event)
{
  const EntenteOwnFields *fields =
    entente_chronicle_get_own_fields (entente_study_get_chronicle (study));

  g_set_object (&self->study, study);
  clear_rows (self);
  for (guint i = 0; i < entente_own_fields_get_n (fields); i++)
    add_row (self,
             entente_own_fields_get (fields, i),
             event != ENTENTE_ID_NONE ? entente_own_fields_dup_text (fields, i, event) : NULL);
}

gboolean
entente_own_form_has_fields (EntenteOwnForm *self)
{
  return self->rows->len > 0;
}

const char *
entente_own_form_get_error (EntenteOwnForm *self)
{
  g_clear_pointer (&self->error, g_free);
  for (guint i = 0; i < self->rows->len && !self->error; i++) {
    const Row *row = self->rows->pdata[i];
    gboolean wrong;
    g_autofree char *value = dup_value (row, &wrong);

    if (wrong)
      self->error = g_strdup_printf (_ ("“%s” takes a number."), row->field->name);
  }
  return self->error;
}

/* A field that was deleted meanwhile is written no more. */
void
entente_own_form_store (EntenteOwnForm *self, EntenteStep *step, EntenteId event)
{
  const EntenteChronicle *chronicle =
    self->study ? entente_study_get_chronicle (self->study) : NULL;

  for (guint i = 0; chronicle && i < self->rows->len; i++) {
    const Row *row = self->rows->pdata[i];
    EntenteId field = row->field->record.id;
    gboolean wrong;
    g_autofree char *value = dup_value (row, &wrong);

    if (!wrong && g_strcmp0 (value, row->before) != 0 &&
        entente_own_fields_find (entente_chronicle_get_own_fields (chronicle), field) !=
          ENTENTE_NO_INDEX)
      entente_commands_add_field (step, chronicle, field, event, value);
  }
}
