/* The two buttons decide about the row that they stand in, whichever is selected. */

#include "config.h"

#include "entente-glyph-icon.h"
#include "entente-icon-button.h"
#include "entente-label.h"
#include "entente-suggestion-row.h"
#include "entente-tooltip.h"

#include <glib/gi18n.h>
#include <string.h>

struct _EntenteSuggestionRow {
  GtkWidget parent_instance;

  EntenteSuggestionList *list;
  EntenteSuggestionItem *item;
  GtkWidget *all, *box, *icon, *words, *description, *same, *as_new, *accept, *reject;
};

G_DEFINE_FINAL_TYPE (EntenteSuggestionRow, entente_suggestion_row, GTK_TYPE_WIDGET)

static void
accept_cb (EntenteSuggestionRow *self)
{
  if (self->item != NULL)
    entente_suggestion_list_accept (self->list, self->item);
}

static void
reject_cb (EntenteSuggestionRow *self)
{
  if (self->item != NULL)
    entente_suggestion_list_reject (self->list, self->item);
}

static void
as_new_cb (EntenteSuggestionRow *self)
{
  if (self->item != NULL)
    entente_suggestion_list_accept_new (self->list, self->item);
}

/* The event that it is taken for shows on the timeline. */
static void
same_cb (EntenteSuggestionRow *self)
{
  if (self->item != NULL)
    entente_suggestion_list_show_same (self->list, self->item);
}

/* "Same as “…”?", and a way to say no. */
static GtkWidget *
make_same (EntenteSuggestionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *show = gtk_button_new ();

  self->same = entente_label_new_line (NULL, NULL);
  gtk_button_set_child (GTK_BUTTON (show), self->same);
  gtk_button_set_has_frame (GTK_BUTTON (show), FALSE);
  gtk_widget_set_hexpand (show, TRUE);
  gtk_widget_add_css_class (show, "suggestion-same");
  self->as_new = gtk_button_new_with_label (_ ("New Event"));
  gtk_widget_add_css_class (self->as_new, "suggestion-same");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->as_new),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Accept as a new event"),
                                  -1);
  entente_tooltip_set_text (self->as_new, _ ("Accept as a new event"));
  g_signal_connect_swapped (show, "clicked", G_CALLBACK (same_cb), self);
  g_signal_connect_swapped (self->as_new, "clicked", G_CALLBACK (as_new_cb), self);
  gtk_box_append (GTK_BOX (box), show);
  gtk_box_append (GTK_BOX (box), self->as_new);
  return box;
}

static GtkWidget *
make_label (gboolean is_words)
{
  GtkWidget *label = entente_label_new_line (NULL, is_words ? "suggestion-words" : "caption");

  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  return label;
}

static void
entente_suggestion_row_dispose (GObject *object)
{
  EntenteSuggestionRow *self = ENTENTE_SUGGESTION_ROW (object);

  entente_suggestion_row_set (self, NULL, NULL);
  g_clear_pointer (&self->all, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_suggestion_row_parent_class)->dispose (object);
}

static void
entente_suggestion_row_class_init (EntenteSuggestionRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_suggestion_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
entente_suggestion_row_init (EntenteSuggestionRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->icon = entente_glyph_icon_new ();
  self->words = make_label (TRUE);
  self->description = make_label (FALSE);
  self->accept = entente_icon_button_new ("object-select-symbolic", _ ("Accept suggestion"));
  self->reject = entente_icon_button_new ("window-close-symbolic", _ ("Reject suggestion"));
  gtk_box_append (GTK_BOX (texts), self->words);
  gtk_box_append (GTK_BOX (texts), self->description);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->icon);
  gtk_box_append (GTK_BOX (self->box), texts);
  gtk_box_append (GTK_BOX (self->box), self->accept);
  gtk_box_append (GTK_BOX (self->box), self->reject);
  gtk_box_append (GTK_BOX (self->all), self->box);
  gtk_box_append (GTK_BOX (self->all), make_same (self));
  gtk_widget_set_parent (self->all, GTK_WIDGET (self));
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (accept_cb), self);
  g_signal_connect_swapped (self->reject, "clicked", G_CALLBACK (reject_cb), self);
}

GtkWidget *
entente_suggestion_row_new (void)
{
  return g_object_new (ENTENTE_TYPE_SUGGESTION_ROW, NULL);
}

/* A row has no name of its own in this version of GTK: the one around it gets it. */
static void
name_row (EntenteSuggestionRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *same = entente_suggestion_list_dup_same (self->list, self->item);
  g_autofree char *said = g_strdup_printf ("%s: %s%s%s",
                                           entente_suggestion_item_get_description (self->item),
                                           entente_suggestion_item_get_words (self->item),
                                           same != NULL ? ". " : "",
                                           same != NULL ? same : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (parent != NULL ? parent : GTK_WIDGET (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  entente_suggestion_item_get_reason (self->item),
                                  -1);
}

/* "**Offer** · Kabulov to Taliban": the kind, which comes first, is bold. */
static void
show_description (EntenteSuggestionRow *self, const char *description)
{
  g_autofree char *kind = entente_label_capitalise (
    entente_kind_get_label (entente_suggestion_item_get_kind (self->item)));
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->end_index = g_str_has_prefix (description, kind) ? (guint) strlen (kind) : 0;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (GTK_LABEL (self->description), description);
  gtk_label_set_attributes (GTK_LABEL (self->description), attributes);
  pango_attr_list_unref (attributes);
}

static void
tell_same (EntenteSuggestionRow *self)
{
  g_autofree char *same = entente_suggestion_list_dup_same (self->list, self->item);
  GtkWidget *show = gtk_widget_get_parent (self->same);
  g_autofree char *reason = same != NULL ? entente_suggestion_item_explain_same (self->item) : NULL;
  g_autofree char *why = same != NULL ? g_strdup_printf (_ ("%s; click to see it"), reason) : NULL;

  gtk_label_set_text (GTK_LABEL (self->same), same != NULL ? same : "");
  entente_tooltip_set_text (show, why);
  gtk_widget_set_visible (gtk_widget_get_parent (show), same != NULL);
}

static void
show_same (EntenteSuggestionRow *self)
{
  if (self->item == NULL)
    return;
  tell_same (self);
  name_row (self);
}

void
entente_suggestion_row_set (EntenteSuggestionRow *self,
                            EntenteSuggestionList *list,
                            EntenteSuggestionItem *item)
{
  EntenteGlyph glyph = { 0 };

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, show_same, self);
  g_set_object (&self->list, list);
  if (list != NULL) /* the title of the event may still be on its way */
    g_signal_connect_swapped (list, "titles-read", G_CALLBACK (show_same), self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  glyph = entente_glyph_for (entente_suggestion_item_get_kind (item),
                             ENTENTE_EVIDENCE_NONE,
                             (int) entente_suggestion_item_get_mode (item));
  entente_glyph_icon_set_glyph (ENTENTE_GLYPH_ICON (self->icon), glyph);
  gtk_label_set_text (GTK_LABEL (self->words), entente_suggestion_item_get_words (item));
  show_description (self, entente_suggestion_item_get_description (item));
  entente_tooltip_set_text (self->box, entente_suggestion_item_get_reason (item));
  gtk_widget_set_visible (self->reject, !entente_suggestion_item_is_rejected (item));
  show_same (self);
}
