/* Rows of the key: the flags of positions, and the line above their words. Main thread. */
#include "config.h"

#include "entente-glyph-icon.h"
#include "entente-key-private.h"
#include "entente-position-list.h"

#include <glib/gi18n-lib.h>

static const char *const meanings[] = {
  [ENTENTE_POSITION_DEMAND] = N_ ("wants something"),
  [ENTENTE_POSITION_OFFER] = N_ ("would give or do something"),
  [ENTENTE_POSITION_PRECONDITION] = N_ ("something has to come first"),
  [ENTENTE_POSITION_RED_LINE] = N_ ("will never do something"),
  [ENTENTE_POSITION_AGREEMENT] = N_ ("says yes"),
  [ENTENTE_POSITION_REJECTION] = N_ ("says no"),
  [ENTENTE_POSITION_SILENCE] = N_ ("gives no answer"),
};

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, class);
  return label;
}

static void
append_kind (GtkBox *box, int kind)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = entente_glyph_icon_new ();
  g_autofree char *label = entente_position_kind_dup_label (kind);
  GtkWidget *name = make_label (label, "heading");

  entente_glyph_icon_set_position (ENTENTE_GLYPH_ICON (icon), kind, FALSE);
  gtk_widget_add_css_class (row, "key-row");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), make_label (_ (meanings[kind]), "dim-label"));
  gtk_box_append (box, row);
}

void
entente_key_positions_fill (GtkBox *box)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (meanings); kind++)
    append_kind (box, (int) kind);
  gtk_box_append (
    box,
    make_label (_ ("A flag with an outline only: its date is wider than a day. In an article, "
                   "a line above the words."),
                "dim-label"));
}
