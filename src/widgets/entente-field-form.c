/* The form of the user's own fields of events: name, type and choices. A list above chooses among
 * those that there are.
 *
 * Another type or other choices leave what is filled in as it is: it is shown and found as before.
 * Main thread.
 */
#include "config.h"

#include "entente-field-form.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include "entente-own-fields.h"
#include <glib/gi18n.h>
#include <string.h>

#define CHOICES_HEIGHT_PX 96

static const char *const types[] = { "text", "number", "choice", "yes-no" };

typedef struct {
  EntenteSession *session;
  EntenteChronicle *chronicle; /* whose fields are in the list */
  EntenteField *field; /* as it is, or a new one */
  EntenteFormWindow *window;
  GtkWidget *which;
  GtkWidget *name;
  GtkWidget *type;
  GtkWidget *choices_box;
  GtkTextBuffer *choices;
  GtkWidget *uses;
  GtkWidget *delete;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  entente_chronicle_unref (form->chronicle);
  entente_field_unref (form->field);
  g_free (form);
}

static const EntenteOwnFields *
get_fields (Form *form)
{
  return entente_chronicle_get_own_fields (form->chronicle);
}

/* ---- accepting ---- */

static const char *
get_type (Form *form)
{
  return types[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (form->type)),
                    G_N_ELEMENTS (types) - 1)];
}

static char *
dup_choices (Form *form)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (form->choices, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (form->choices, &start, &end, FALSE));
}

static EntenteField *
create_field (Form *form)
{
  EntenteField *field = entente_field_copy (form->field);
  g_autofree char *choices = dup_choices (form);

  entente_form_text_store (form->name, &field->name);
  g_free (field->entity);
  field->entity = g_strdup (entente_entity_nick (ENTENTE_ENTITY_EVENT));
  g_free (field->type);
  field->type = g_strdup (get_type (form));
  g_clear_pointer (&field->choices, g_free);
  if (g_str_equal (field->type, "choice") && *choices)
    field->choices = g_steal_pointer (&choices);
  return field;
}

static gboolean
is_name_taken (Form *form, const EntenteField *field)
{
  g_autofree char *name = entente_name_fold (field->name);

  for (guint i = 0; i < entente_own_fields_get_n (get_fields (form)); i++) {
    const EntenteField *other = entente_own_fields_get (get_fields (form), i);
    g_autofree char *other_name = entente_name_fold (other->name);

    if (other->record.id != field->record.id && g_str_equal (name, other_name))
      return TRUE;
  }
  return FALSE;
}

static const char *
get_error (Form *form, const EntenteField *field)
{
  g_auto (GStrv) choices = entente_own_field_list_choices (field);

  if (is_name_taken (form, field))
    return _ ("There is a field of this name already.");
  if (g_str_equal (field->type, "choice") && !(choices[0] && choices[1]))
    return _ ("Give at least two choices, each on a line of its own.");
  return NULL;
}

static gboolean
has_name (Form *form)
{
  g_autofree char *name = entente_form_text_dup (form->name);

  return name != NULL;
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  g_autoptr (EntenteField) field = create_field (form);
  const char *error;

  if (!has_name (form))
    return;
  error = get_error (form, field);
  if (error)
    entente_form_window_set_error (window, error);
  else if (field->record.id == ENTENTE_ID_NONE)
    entente_form_window_apply (window, form->session, entente_commands_put (field), NULL);
  else
    entente_form_window_apply (window,
                               form->session,
                               entente_commands_change (form->field, field),
                               NULL);
}

static void
delete_cb (Form *form)
{
  entente_form_window_apply (form->window,
                             form->session,
                             entente_commands_delete (ENTENTE_ENTITY_FIELD, form->field->record.id),
                             _ ("Field deleted"));
}

static void
name_changed_cb (Form *form)
{
  entente_form_window_set_can_accept (form->window, has_name (form));
}

/* ---- rows ---- */

static void
type_cb (Form *form)
{
  gtk_widget_set_visible (form->choices_box, g_str_equal (get_type (form), "choice"));
}

/* How many events have something in it: so many values go with the field. */
static guint
count_uses (Form *form)
{
  guint32 index = entente_own_fields_find (get_fields (form), form->field->record.id);
  const EntenteOwnValue *pairs;
  guint n = 0, n_events = 0;

  if (index == ENTENTE_NO_INDEX)
    return 0;
  pairs = entente_own_fields_get_pairs (get_fields (form), index, &n);
  for (guint i = 0; i < n; i++)
    n_events += i == 0 || pairs[i].event != pairs[i - 1].event;
  return n_events;
}

static void
show_uses (Form *form)
{
  guint n = count_uses (form);
  g_autofree char *text =
    g_strdup_printf (ngettext ("Filled in for %u event.", "Filled in for %u events.", n), n);
  gboolean is_new = form->field->record.id == ENTENTE_ID_NONE;

  gtk_label_set_text (GTK_LABEL (form->uses), n > 0 ? text : _ ("Filled in for no event so far."));
  gtk_widget_set_visible (form->uses, !is_new);
  gtk_widget_set_visible (form->delete, !is_new);
}

static void
show_field (Form *form)
{
  const EntenteField *field = form->field;
  guint type = 0;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (g_strcmp0 (field->type, types[i]) == 0)
      type = i;
  }
  entente_form_text_set (form->name, field->name);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->type), type);
  gtk_text_buffer_set_text (form->choices, field->choices ? field->choices : "", -1);
  type_cb (form);
  show_uses (form);
}

/* The first of the list is a new one. */
static void
which_cb (Form *form)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->which));

  entente_field_unref (form->field);
  form->field =
    chosen == 0 || chosen > entente_own_fields_get_n (get_fields (form))
      ? entente_field_new ()
      : entente_field_ref ((EntenteField *) entente_own_fields_get (get_fields (form), chosen - 1));
  entente_form_window_set_error (form->window, NULL);
  show_field (form);
}

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static GtkWidget *
create_which (Form *form)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) _ ("New field"));
  for (guint i = 0; i < entente_own_fields_get_n (get_fields (form)); i++)
    g_ptr_array_add (names, entente_own_fields_get (get_fields (form), i)->name);
  g_ptr_array_add (names, NULL);
  form->which = gtk_drop_down_new_from_strings ((const char *const *) names->pdata);
  entente_enum_choice_set_name (GTK_DROP_DOWN (form->which), _ ("Field"));
  return form->which;
}

static GtkWidget *
create_type (Form *form)
{
  const char *labels[] = { _ ("Text"),
                           _ ("Number"),
                           _ ("One of several choices"),
                           _ ("Yes or no"),
                           NULL };

  form->type = gtk_drop_down_new_from_strings (labels);
  entente_enum_choice_set_name (GTK_DROP_DOWN (form->type), _ ("Type"));
  return form->type;
}

static GtkWidget *
create_choices (Form *form)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (_ ("Choices, each on a line of its own"));

  form->choices = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  set_label (view, _ ("Choices, each on a line of its own"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), CHOICES_HEIGHT_PX);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  form->choices_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (form->choices_box), label);
  gtk_box_append (GTK_BOX (form->choices_box), scroller);
  return form->choices_box;
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();
  GtkWidget *purpose =
    gtk_label_new (_ ("What you record of every event besides what Entente asks for, such as who "
                      "chaired. Each field is a row of the inspector, a column of the table and a "
                      "part of the filter."));

  gtk_label_set_wrap (GTK_LABEL (purpose), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (purpose), 50);
  gtk_label_set_xalign (GTK_LABEL (purpose), 0);
  gtk_widget_add_css_class (purpose, "row-note");
  entente_form_grid_add_wide (grid, purpose);
  entente_form_grid_add (grid, _ ("Field"), create_which (form));
  form->name = entente_form_grid_add_entry (grid, _ ("Name"));
  entente_form_grid_add (grid, _ ("Type"), create_type (form));
  entente_form_grid_add_wide (grid, create_choices (form));
  form->uses = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (form->uses), 0);
  gtk_widget_add_css_class (form->uses, "row-note");
  entente_form_grid_add_wide (grid, form->uses);
  form->delete = gtk_button_new_with_mnemonic (_ ("_Delete This Field"));
  gtk_widget_add_css_class (form->delete, "destructive-action");
  gtk_widget_set_halign (form->delete, GTK_ALIGN_START);
  g_signal_connect_swapped (form->delete, "clicked", G_CALLBACK (delete_cb), form);
  entente_form_grid_add_wide (grid, form->delete);
  return grid;
}

void
entente_field_form_present (GtkWidget *parent, EntenteSession *session)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *rows;

  form->session = g_object_ref (session);
  form->chronicle =
    entente_chronicle_ref (entente_study_get_chronicle (entente_session_get_study (session)));
  form->field = entente_field_new ();
  rows = create_rows (form);
  form->window = entente_form_window_new (parent, _ ("Fields of Your Own"), _ ("Save"), rows);
  show_field (form);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_swapped (form->name, "changed", G_CALLBACK (name_changed_cb), form);
  g_signal_connect_swapped (form->which, "notify::selected", G_CALLBACK (which_cb), form);
  g_signal_connect_swapped (form->type, "notify::selected", G_CALLBACK (type_cb), form);
  name_changed_cb (form);
  gtk_window_present (GTK_WINDOW (form->window));
}
