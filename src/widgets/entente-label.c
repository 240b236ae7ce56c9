/* What all labels of rows and forms have in common. Main thread. */
#include "config.h"

#include "entente-label.h"

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
}

GtkWidget *
entente_label_new (const char *text, const char *class)
{
  GtkWidget *label = create_label (text, class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

GtkWidget *
entente_label_new_line (const char *text, const char *class)
{
  GtkWidget *label = create_label (text, class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

GtkWidget *
entente_label_new_quote (const char *quote, int lines)
{
  g_autofree char *text = g_strdup_printf ("“%s”", quote);
  GtkWidget *label = entente_label_new (text, "inspector-quote");

  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}
