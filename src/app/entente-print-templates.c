/* Reads the templates on the store's worker and lists them; reads them again after each change.
 *
 * The one field of a name serves for saving and for renaming: its button says what it will do. What
 * went wrong stands below it, since the toast of the window is covered.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-print-last.h"
#include "entente-print-templates.h"
#include "entente-templates.h"
#include <glib/gi18n.h>

struct _EntentePrintTemplates {
  GtkPopover parent_instance;

  EntenteSession *session; /* NULL after dispose */
  EntentePrintChoice choice;
  GPtrArray *saved; /* EntenteTemplate; NULL until read */
  EntenteTemplate *renamed; /* that gets another name; or NULL */

  GtkListBox *list;
  GtkEditable *name;
  GtkButton *save_button;
  GtkWidget *keep_button;
  GtkLabel *trouble;
};

G_DEFINE_FINAL_TYPE (EntentePrintTemplates, entente_print_templates, GTK_TYPE_POPOVER)

static guint chosen_signal;

static EntenteStudy *
get_study (EntentePrintTemplates *self)
{
  return entente_session_get_study (self->session);
}

static gboolean
can_change (EntentePrintTemplates *self)
{
  return !entente_study_is_read_only (get_study (self));
}

/* ---- the form ---- */

static void
tell_trouble (EntentePrintTemplates *self, const char *message)
{
  gtk_label_set_text (self->trouble, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), message != NULL);
}

static char *
dup_name (EntentePrintTemplates *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static void
update_form (EntentePrintTemplates *self)
{
  g_autofree char *name = dup_name (self);
  gboolean known = self->saved && *name && entente_templates_find (self->saved, name);
  const char *label = self->renamed ? _ ("Rename") : known ? _ ("Overwrite") : _ ("Save");

  gtk_button_set_label (self->save_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  gtk_widget_set_visible (self->keep_button, self->renamed != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->name), can_change (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button),
                            can_change (self) && self->saved && *name);
}

static void
name_cb (EntentePrintTemplates *self)
{
  tell_trouble (self, NULL);
  update_form (self);
}

static void
stop_renaming (EntentePrintTemplates *self)
{
  g_clear_pointer (&self->renamed, entente_record_unref);
  gtk_editable_set_text (self->name, "");
  update_form (self);
}

/* ---- changes ---- */

/* What was typed goes when it is written, not before. */
static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePrintTemplates) self = data;
  g_autoptr (GError) error = NULL;
  gboolean applied = entente_session_apply_finish (ENTENTE_SESSION (source), result, &error);

  if (!self->session)
    return;
  if (applied)
    stop_renaming (self);
  else
    tell_trouble (self, error->message);
}

static void
apply (EntentePrintTemplates *self, EntenteStep *step, const char *done_message)
{
  entente_session_apply_async (self->session, step, done_message, applied_cb, g_object_ref (self));
}

static void
rename_template (EntentePrintTemplates *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  EntenteStep *step = entente_templates_rename (self->saved, self->renamed, name, &error);

  if (step)
    apply (self, step, _ ("Template renamed"));
  else
    tell_trouble (self, error->message);
}

static void
save_template (EntentePrintTemplates *self, const char *name)
{
  g_autoptr (GHashTable) words = entente_print_choice_to_words (&self->choice);

  apply (self,
         entente_templates_save (self->saved,
                                 name,
                                 entente_print_choice_get_kind (&self->choice),
                                 words),
         _ ("Template saved"));
}

static void
save_cb (EntentePrintTemplates *self)
{
  g_autofree char *name = dup_name (self);

  if (!self->saved || !*name || !can_change (self))
    return;
  if (self->renamed)
    rename_template (self, name);
  else
    save_template (self, name);
}

static void
keep_cb (EntentePrintTemplates *self)
{
  stop_renaming (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static EntenteTemplate *
get_template (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "template");
}

static void
rename_cb (EntentePrintTemplates *self, GtkButton *button)
{
  g_clear_pointer (&self->renamed, entente_record_unref);
  self->renamed = entente_template_ref (get_template (button));
  gtk_editable_set_text (self->name, self->renamed->name);
  update_form (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
delete_cb (EntentePrintTemplates *self, GtkButton *button)
{
  apply (self,
         entente_commands_delete (ENTENTE_ENTITY_TEMPLATE, get_template (button)->record.id),
         _ ("Template deleted"));
}

/* ---- choosing ---- */

static void
choose (EntentePrintTemplates *self, const EntentePrintChoice *choice)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, choice);
}

/* The first row is what was printed last, where there is such a thing. */
static void
row_cb (EntentePrintTemplates *self, GtkListBoxRow *row)
{
  const EntenteTemplate *template_ = g_object_get_data (G_OBJECT (row), "template");
  EntentePrintChoice choice;
  g_autoptr (GHashTable) words = NULL;

  entente_print_choice_init (&choice);
  if (!template_) {
    if (entente_print_last_load (get_study (self), &choice))
      choose (self, &choice);
    return;
  }
  words = entente_template_options_parse (template_->options);
  entente_print_choice_set_kind (&choice, template_->kind);
  entente_print_choice_take_words (&choice, words);
  choose (self, &choice);
}

/* ---- rows ---- */

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* @label (taken) says what it does to which template. */
static GtkWidget *
create_button (EntentePrintTemplates *self,
               const char *icon,
               char *label,
               EntenteTemplate *template_,
               GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button, can_change (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button),
                          "template",
                          entente_template_ref (template_),
                          entente_record_unref);
  g_signal_connect_swapped (button, "clicked", clicked_cb, self);
  g_free (label);
  return button;
}

static const char *
get_kind_label (const char *kind)
{
  EntentePrintChoice choice;

  entente_print_choice_init (&choice);
  if (!entente_print_choice_set_kind (&choice, kind))
    return _ ("A kind of summary that this version does not know");
  return choice.poster ? _ ("Timeline Poster")
                       : entente_summary_kind_get_label (choice.summary.kind);
}

/* A box for more, within the row that is appended. */
static GtkWidget *
append_row (EntentePrintTemplates *self, const char *name, const char *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, kind);

  gtk_box_append (GTK_BOX (words), create_label (name, "heading"));
  gtk_box_append (GTK_BOX (words), create_label (kind, "dim-label"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "view-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->list, row);
  return box;
}

static void
append_template (EntentePrintTemplates *self, EntenteTemplate *template_)
{
  GtkWidget *box = append_row (self, template_->name, get_kind_label (template_->kind));

  gtk_box_append (GTK_BOX (box),
                  create_button (self,
                                 "document-edit-symbolic",
                                 g_strdup_printf (_ ("Rename “%s”"), template_->name),
                                 template_,
                                 G_CALLBACK (rename_cb)));
  gtk_box_append (GTK_BOX (box),
                  create_button (self,
                                 "user-trash-symbolic",
                                 g_strdup_printf (_ ("Delete “%s”"), template_->name),
                                 template_,
                                 G_CALLBACK (delete_cb)));
  g_object_set_data_full (G_OBJECT (gtk_widget_get_parent (box)),
                          "template",
                          entente_template_ref (template_),
                          entente_record_unref);
}

static void
show_rows (EntentePrintTemplates *self)
{
  EntentePrintChoice last;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  entente_print_choice_init (&last);
  if (entente_print_last_load (get_study (self), &last))
    append_row (self, _ ("Last Used"), get_kind_label (entente_print_choice_get_kind (&last)));
  for (guint i = 0; self->saved && i < self->saved->len; i++)
    append_template (self, self->saved->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}

/* ---- reading ---- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePrintTemplates) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates =
    entente_study_read_templates_finish (ENTENTE_STUDY (source), result, &error);
  gboolean focused;

  if (!self->session)
    return;
  if (!templates) {
    tell_trouble (self, error->message);
    return;
  }
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  self->saved = g_steal_pointer (&templates);
  focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  show_rows (self);
  update_form (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
update (EntentePrintTemplates *self)
{
  entente_study_read_templates_async (get_study (self), NULL, read_cb, g_object_ref (self));
}

/* What was printed last may be another thing now. */
static void
entente_print_templates_map (GtkWidget *widget)
{
  EntentePrintTemplates *self = ENTENTE_PRINT_TEMPLATES (widget);

  if (self->session)
    show_rows (self);
  GTK_WIDGET_CLASS (entente_print_templates_parent_class)->map (widget);
}

/* ---- GObject ---- */

static void
entente_print_templates_dispose (GObject *object)
{
  EntentePrintTemplates *self = ENTENTE_PRINT_TEMPLATES (object);

  if (self->session)
    g_signal_handlers_disconnect_by_data (get_study (self), self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_clear_pointer (&self->renamed, entente_record_unref);
  G_OBJECT_CLASS (entente_print_templates_parent_class)->dispose (object);
}

static void
entente_print_templates_class_init (EntentePrintTemplatesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_print_templates_dispose;
  widget_class->map = entente_print_templates_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-print-templates.ui");
  gtk_widget_class_bind_template_child (widget_class, EntentePrintTemplates, list);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintTemplates, name);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintTemplates, save_button);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintTemplates, keep_button);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintTemplates, trouble);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  chosen_signal = g_signal_new ("chosen",
                                G_TYPE_FROM_CLASS (class),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_POINTER);
}

static void
entente_print_templates_init (EntentePrintTemplates *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  entente_print_choice_init (&self->choice);
}

/* ---- public functions ---- */

void
entente_print_templates_set_session (EntentePrintTemplates *self, EntenteSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_swapped (get_study (self), "changed", G_CALLBACK (update), self);
  show_rows (self);
  update_form (self);
  update (self);
}

void
entente_print_templates_set_choice (EntentePrintTemplates *self, const EntentePrintChoice *choice)
{
  self->choice = *choice;
}
