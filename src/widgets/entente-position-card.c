/* Labels in a button. Main thread. */
#include "config.h"

#include "entente-position-card.h"

#include "entente-glyph-icon.h"
#include "entente-ink.h"
#include "entente-label.h"
#include "entente-position-list.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>

#define POSITION_DATA "entente-position"
#define LETTERS 22

static GtkWidget *
create_label (const char *text, const char *class, int lines)
{
  GtkWidget *label = entente_label_new_line (text, NULL);

  if (lines > 1) {
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_lines (GTK_LABEL (label), lines);
  }
  gtk_label_set_max_width_chars (GTK_LABEL (label), LETTERS);
  gtk_widget_set_hexpand (label, TRUE);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
create_sign (const EntentePosition *position,
             EntentePositionStand stand,
             const EntenteChronicle *chronicle)
{
  GtkWidget *icon = entente_glyph_icon_new ();

  entente_glyph_icon_set_position (ENTENTE_GLYPH_ICON (icon),
                                   position->kind,
                                   stand != ENTENTE_STAND_STANDS);
  entente_ink_apply (icon,
                     chronicle,
                     entente_chronicle_find_actor (chronicle, position->actor),
                     entente_date_get_window (position->when));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  return icon;
}

static char *
dup_when (const EntentePosition *position)
{
  return position->when && entente_date_is_bounded (position->when)
           ? entente_date_format_short (position->when)
           : g_strdup (_ ("undated"));
}

/* "Demand · 14 Feb 2018" */
static GtkWidget *
create_head (const EntentePosition *position)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *kind = entente_position_kind_dup_label (position->kind);
  g_autofree char *when = dup_when (position);

  gtk_box_append (GTK_BOX (box), create_label (kind, "heading", 1));
  gtk_box_append (GTK_BOX (box), create_label (when, "dim-label", 1));
  return box;
}

static GtkWidget *
create_words (const EntentePosition *position,
              EntentePositionStand stand,
              const EntenteChronicle *chronicle,
              gboolean named)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *of = g_strdup_printf ("%s · %s",
                                         entente_position_get_actor_name (position, chronicle),
                                         entente_position_get_issue_name (position, chronicle));

  if (named)
    gtk_box_append (GTK_BOX (box), create_label (of, NULL, 1));
  gtk_box_append (GTK_BOX (box), create_head (position));
  if (stand == ENTENTE_STAND_PERHAPS_STILL || stand == ENTENTE_STAND_PERHAPS_ALREADY)
    gtk_box_append (GTK_BOX (box),
                    create_label (entente_position_stand_label (stand), "position-perhaps", 1));
  if (position->text)
    gtk_box_append (GTK_BOX (box), create_label (position->text, NULL, 3));
  return box;
}

static char *
describe (const EntentePosition *position,
          EntentePositionStand stand,
          const EntenteChronicle *chronicle)
{
  g_autofree char *words = entente_position_describe (position, chronicle);

  return stand == ENTENTE_STAND_STANDS || stand == ENTENTE_STAND_UNDATED
           ? g_steal_pointer (&words)
           : g_strdup_printf ("%s: %s", entente_position_stand_label (stand), words);
}

GtkWidget *
entente_position_card_new (const EntentePosition *position,
                           EntentePositionStand stand,
                           const EntenteChronicle *chronicle,
                           gboolean named)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *said = describe (position, stand, chronicle);

  gtk_box_append (GTK_BOX (box), create_sign (position, stand, chronicle));
  gtk_box_append (GTK_BOX (box), create_words (position, stand, chronicle, named));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "position-card");
  if (stand == ENTENTE_STAND_PERHAPS_STILL || stand == ENTENTE_STAND_PERHAPS_ALREADY)
    gtk_widget_add_css_class (button, "perhaps");
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button),
                          POSITION_DATA,
                          entente_position_ref (position),
                          entente_record_unref);
  return button;
}

const EntentePosition *
entente_position_card_get (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), POSITION_DATA);
}

char *
entente_position_card_dup_state (const EntentePosition *position, EntentePositionStand stand)
{
  /* A record that was changed is another one. */
  return g_strdup_printf ("%" G_GINT64_FORMAT " %p %d ",
                          position->record.id,
                          (const void *) position,
                          (int) stand);
}
