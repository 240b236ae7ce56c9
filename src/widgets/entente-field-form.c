/* The form of the user's own fields of events: name, type and choices.
 *
 * Another type or other choices leave what is filled in as it is: it is shown and found as before.
 * Main thread.
 */
#include "config.h"

#include "entente-field-form.h"

#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-label.h"
#include "entente-list-form.h"
#include "entente-own-fields.h"
#include <glib/gi18n.h>
#include <string.h>

#define CHOICES_HEIGHT_PX 96

static const char *const types[] = { "text", "number", "choice", "yes-no" };

typedef struct {
  GtkWidget *type;
  GtkWidget *choices_box;
  GtkTextBuffer *choices;
  GtkWidget *uses;
} Fields;

static guint
get_n (const EntenteChronicle *chronicle)
{
  return entente_own_fields_get_n (entente_chronicle_get_own_fields (chronicle));
}

static gconstpointer
get_field (const EntenteChronicle *chronicle, guint i)
{
  return entente_own_fields_get (entente_chronicle_get_own_fields (chronicle), i);
}

/* ---- accepting ---- */

static const char *
get_type (const Fields *fields)
{
  return types[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (fields->type)),
                    G_N_ELEMENTS (types) - 1)];
}

static char *
dup_choices (const Fields *fields)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (fields->choices, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (fields->choices, &start, &end, FALSE));
}

static void
fill (gpointer data, gpointer record)
{
  const Fields *fields = data;
  EntenteField *field = record;
  g_autofree char *choices = dup_choices (fields);

  g_free (field->entity);
  field->entity = g_strdup (entente_entity_nick (ENTENTE_ENTITY_EVENT));
  g_free (field->type);
  field->type = g_strdup (get_type (fields));
  g_clear_pointer (&field->choices, g_free);
  if (g_str_equal (field->type, "choice") && *choices)
    field->choices = g_steal_pointer (&choices);
}

static gboolean
is_name_taken (const EntenteField *field, const EntenteChronicle *chronicle)
{
  g_autofree char *name = entente_name_fold (field->name);

  for (guint i = 0; i < get_n (chronicle); i++) {
    const EntenteField *other = get_field (chronicle, i);
    g_autofree char *other_name = entente_name_fold (other->name);

    if (other->record.id != field->record.id && g_str_equal (name, other_name))
      return TRUE;
  }
  return FALSE;
}

static const char *
get_error (gpointer data, gconstpointer record, const EntenteChronicle *chronicle)
{
  const EntenteField *field = record;
  g_auto (GStrv) choices = entente_own_field_list_choices (field);

  if (is_name_taken (field, chronicle))
    return _ ("There is a field of this name already.");
  if (g_str_equal (field->type, "choice") && !(choices[0] && choices[1]))
    return _ ("Give at least two choices, each on a line of its own.");
  return NULL;
}

/* ---- rows ---- */

static void
type_cb (Fields *fields)
{
  gtk_widget_set_visible (fields->choices_box, g_str_equal (get_type (fields), "choice"));
}

/* How many events have something in it: so many values go with the field. */
static guint
count_uses (const EntenteField *field, const EntenteChronicle *chronicle)
{
  const EntenteOwnFields *all = entente_chronicle_get_own_fields (chronicle);
  guint32 index = entente_own_fields_find (all, field->record.id);
  const EntenteOwnValue *pairs;
  guint n = 0, n_events = 0;

  if (index == ENTENTE_NO_INDEX)
    return 0;
  pairs = entente_own_fields_get_pairs (all, index, &n);
  for (guint i = 0; i < n; i++)
    n_events += i == 0 || pairs[i].event != pairs[i - 1].event;
  return n_events;
}

static void
show_uses (const Fields *fields, guint n, gboolean is_new)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("Filled in for %u event.", "Filled in for %u events.", n), n);

  gtk_label_set_text (GTK_LABEL (fields->uses),
                      n > 0 ? text : _ ("Filled in for no event so far."));
  gtk_widget_set_visible (fields->uses, !is_new);
}

static void
show (gpointer data, gconstpointer record, const EntenteChronicle *chronicle)
{
  Fields *fields = data;
  const EntenteField *field = record;
  guint type = 0;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    if (g_strcmp0 (field->type, types[i]) == 0)
      type = i;
  }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fields->type), type);
  gtk_text_buffer_set_text (fields->choices, field->choices ? field->choices : "", -1);
  type_cb (fields);
  show_uses (fields, count_uses (field, chronicle), field->record.id == ENTENTE_ID_NONE);
}

static GtkWidget *
create_type (Fields *fields)
{
  const char *labels[] = { _ ("Text"),
                           _ ("Number"),
                           _ ("One of several choices"),
                           _ ("Yes or no"),
                           NULL };

  fields->type = gtk_drop_down_new_from_strings (labels);
  entente_enum_choice_set_name (GTK_DROP_DOWN (fields->type), _ ("Type"));
  g_signal_connect_swapped (fields->type, "notify::selected", G_CALLBACK (type_cb), fields);
  return fields->type;
}

static GtkWidget *
create_choices (Fields *fields)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (_ ("Choices, each on a line of its own"));

  fields->choices = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choices, each on a line of its own"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), CHOICES_HEIGHT_PX);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  fields->choices_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (fields->choices_box), label);
  gtk_box_append (GTK_BOX (fields->choices_box), scroller);
  return fields->choices_box;
}

static void
add_rows (gpointer data, GtkWidget *grid)
{
  Fields *fields = data;
  GtkWidget *choices = create_choices (fields);

  entente_form_grid_add_wide (
    grid,
    entente_label_new (_ ("What you record of every event besides what Entente asks for, such as "
                          "who chaired. Each field is a row of the inspector, a column of the "
                          "table and a part of the filter."),
                       "row-note"));
  entente_form_grid_add (grid, _ ("Type"), create_type (fields));
  entente_form_grid_add_wide (grid, choices);
  fields->uses = entente_label_new (NULL, "row-note");
  entente_form_grid_add_wide (grid, fields->uses);
}

void
entente_field_form_present (GtkWidget *parent, EntenteSession *session)
{
  EntenteListFormType *type = g_new0 (EntenteListFormType, 1);

  *type = (EntenteListFormType){
    .entity = ENTENTE_ENTITY_FIELD,
    .title = _ ("Fields of Your Own"),
    .list = _ ("Field"),
    .fresh = _ ("New field"),
    .delete_label = _ ("_Delete This Field"),
    .deleted = _ ("Field deleted"),
    .get_n = get_n,
    .get = get_field,
    .add_rows = add_rows,
    .show = show,
    .fill = fill,
    .get_error = get_error,
  };
  entente_list_form_present (parent, session, type, ENTENTE_ID_NONE, g_new0 (Fields, 1));
}
