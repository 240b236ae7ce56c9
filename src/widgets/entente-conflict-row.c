/* One question of a merge. M and T decide it from the keyboard, as the arrows between the two
 * buttons do. Main thread. */
#include "config.h"

#include "entente-conflict-row.h"

#include <glib/gi18n.h>

struct _EntenteConflictRow {
  GtkWidget parent_instance;

  EntenteConflictItem *item; /* or NULL */
  GtkLabel *title, *subject;
  GtkCheckButton *sides[2]; /* by EntenteCopyChoice */
  GtkLabel *values[2], *authors[2];
  gboolean is_showing; /* buttons follow the item, not the other way round */
};

G_DEFINE_FINAL_TYPE (EntenteConflictRow, entente_conflict_row, GTK_TYPE_WIDGET)

static void
show_choice (EntenteConflictRow *self)
{
  int choice = self->item ? entente_conflict_item_get_choice (self->item) : ENTENTE_CONFLICT_OPEN;

  self->is_showing = TRUE;
  for (int i = 0; i < 2; i++)
    gtk_check_button_set_active (self->sides[i], choice == i);
  self->is_showing = FALSE;
}

static void
choice_cb (EntenteConflictItem *item, GParamSpec *pspec, EntenteConflictRow *self)
{
  show_choice (self);
}

static void
toggled_cb (GtkCheckButton *button, EntenteConflictRow *self)
{
  if (self->item && !self->is_showing && gtk_check_button_get_active (button))
    entente_conflict_item_set_choice (self->item, button == self->sides[ENTENTE_COPY_THEIRS]);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteConflictRow *self = ENTENTE_CONFLICT_ROW (widget);
  int side = g_variant_get_int32 (parameter);

  if (!self->item)
    return;
  entente_conflict_item_set_choice (self->item, side);
  gtk_widget_grab_focus (GTK_WIDGET (self->sides[side]));
}

static void
show_side (EntenteConflictRow *self, EntenteCopyChoice side)
{
  g_autofree char *value = entente_conflict_item_write_side (self->item, side);
  g_autofree char *author = entente_conflict_item_write_author (self->item, side);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s%s%s",
                                           gtk_label_get_text (self->title),
                                           gtk_label_get_text (self->subject),
                                           value,
                                           *author ? ", " : "",
                                           author);

  gtk_label_set_text (self->values[side], value);
  gtk_label_set_text (self->authors[side], author);
  gtk_widget_set_visible (GTK_WIDGET (self->authors[side]), *author != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sides[side]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
}

void
entente_conflict_row_set_item (EntenteConflictRow *self, EntenteConflictItem *item)
{
  g_autofree char *subject = NULL;

  if (self->item)
    g_signal_handlers_disconnect_by_func (self->item, choice_cb, self);
  g_set_object (&self->item, item);
  if (!item)
    return;
  g_signal_connect (item, "notify::choice", G_CALLBACK (choice_cb), self);
  subject = entente_conflict_item_write_subject (item);
  gtk_label_set_text (self->title, entente_conflict_item_get (item)->title);
  gtk_label_set_text (self->subject, subject);
  for (int i = 0; i < 2; i++)
    show_side (self, (EntenteCopyChoice) i);
  show_choice (self);
}

/* ---- building ---- */

static GtkLabel *
add_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_side (EntenteConflictRow *self, GtkWidget *box, int side)
{
  GtkWidget *button =
    g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->sides[side] = GTK_CHECK_BUTTON (button);
  self->values[side] = add_label (words, NULL);
  self->authors[side] = add_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->authors[side]), "dim-label");
  if (side > 0)
    gtk_check_button_set_group (self->sides[side], self->sides[0]);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (box), line);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
}

/* ---- GObject ---- */

static void
entente_conflict_row_dispose (GObject *object)
{
  EntenteConflictRow *self = ENTENTE_CONFLICT_ROW (object);
  GtkWidget *child;

  entente_conflict_row_set_item (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (entente_conflict_row_parent_class)->dispose (object);
}

static void
entente_conflict_row_class_init (EntenteConflictRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_conflict_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "conflict.choose", "i", choose_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_m,
                                       0,
                                       "conflict.choose",
                                       "i",
                                       ENTENTE_COPY_MINE);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_t,
                                       0,
                                       "conflict.choose",
                                       "i",
                                       ENTENTE_COPY_THEIRS);
}

static void
entente_conflict_row_init (EntenteConflictRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->title = add_label (box, "heading");
  self->subject = add_label (box, "dim-label");
  for (int i = 0; i < 2; i++)
    add_side (self, box, i);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
entente_conflict_row_new (void)
{
  return g_object_new (ENTENTE_TYPE_CONFLICT_ROW, NULL);
}
