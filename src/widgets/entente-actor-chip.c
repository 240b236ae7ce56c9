/* What a chip is made of: a menu button with a square in the actor's colour, its name, and its part
 * dimmed. The caller gives it its popover. Main thread.
 */
#include "config.h"

#include "entente-actor-chip.h"
#include "entente-ink.h"
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

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
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
  g_autofree char *said = NULL;

  if (!name)
    name = find_name (chronicle, actor);
  said = part ? g_strdup_printf ("%s, %s", name, part) : g_strdup (name);
  gtk_box_append (GTK_BOX (box), entente_actor_chip_new_swatch (chronicle, actor, window));
  gtk_box_append (GTK_BOX (box), create_label (name, NULL));
  if (part)
    gtk_box_append (GTK_BOX (box), create_label (part, "chip-role"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return chip;
}
