/* What a chip is made of: a menu button with a square in the actor's colour, its name, and its part
 * dimmed. The caller gives it its popover. Main thread.
 */
#include "config.h"

#include "entente-actor-chip.h"
#include "entente-ink.h"
#include "entente-label.h"
#include "entente-sides.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>

#define SWATCH_PX 10

GtkWidget *
entente_actor_chip_new_swatch (const EntenteChronicle *chronicle,
                               EntenteId actor,
                               EntenteSpan window)
{
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (swatch, SWATCH_PX, SWATCH_PX);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (swatch, "chip-swatch");
  entente_ink_apply (swatch, chronicle, entente_chronicle_find_actor (chronicle, actor), window);
  return swatch;
}

static const char *
find_name (const EntenteChronicle *chronicle, EntenteId actor)
{
  guint32 index = entente_chronicle_find_actor (chronicle, actor);

  return index == ENTENTE_NO_INDEX ? _ ("unknown actor")
                                   : entente_chronicle_get_actor (chronicle, index)->name;
}

/* On which side the actor stood then: in words behind the pointer and for the screen reader, and
 * where it is in doubt with a question mark on the chip. Gives the words; free. */
static char *
show_side (GtkWidget *chip,
           GtkWidget *box,
           const EntenteChronicle *chronicle,
           EntenteId actor,
           EntenteSpan window)
{
  guint32 index = entente_chronicle_find_actor (chronicle, actor);
  gboolean doubtful = FALSE;
  char *side =
    index == ENTENTE_NO_INDEX ? NULL : entente_sides_format (chronicle, index, window, &doubtful);

  if (doubtful)
    gtk_box_append (GTK_BOX (box), entente_label_new_line ("?", "chip-role"));
  if (side)
    entente_tooltip_set_text (chip, side);
  return side;
}

GtkWidget *
entente_actor_chip_new (const EntenteChronicle *chronicle,
                        EntenteId actor,
                        const char *name,
                        int role,
                        EntenteSpan window)
{
  GtkWidget *chip = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *part = role < 0 ? NULL : entente_enum_label (ENTENTE_ENUM_ROLE, role);
  g_autofree char *side = NULL;
  g_autofree char *said = NULL;

  if (!name)
    name = find_name (chronicle, actor);
  gtk_box_append (GTK_BOX (box), entente_actor_chip_new_swatch (chronicle, actor, window));
  gtk_box_append (GTK_BOX (box), entente_label_new_line (name, NULL));
  if (part)
    gtk_box_append (GTK_BOX (box), entente_label_new_line (part, "chip-role"));
  side = show_side (chip, box, chronicle, actor, window);
  said = g_strconcat (name, part ? ", " : "", part ? part : "", side ? ", " : "", side, NULL);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return chip;
}
