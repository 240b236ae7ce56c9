/* Heading and sentence are labels of ours: the body of a message dialog breaks no word, and its
 * heading is measured for less than it needs by later versions of the toolkit, with a warning. Main
 * thread.
 */
#include "config.h"

#include "entente-message-dialog.h"

#include <glib/gi18n.h>

#define HEADING_CHARS 26
#define MESSAGE_CHARS 40

static GtkWidget *
create_label (const char *text, const char *class, int longest)
{
  GtkWidget *label = gtk_label_new (text);
  int width_chars = (int) MIN (g_utf8_strlen (text, -1), longest);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  /* Least and natural width are one: GTK 4.18 reckons wrapped labels of two widths wrongly for a
   * given height. */
  gtk_label_set_width_chars (GTK_LABEL (label), width_chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width_chars);
  if (class)
    gtk_widget_add_css_class (label, class);
  return label;
}

AdwMessageDialog *
entente_message_dialog_new (GtkWindow *parent, const char *heading, const char *message)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), create_label (heading, "title-2", HEADING_CHARS));
  if (message)
    gtk_box_append (GTK_BOX (box), create_label (message, NULL, MESSAGE_CHARS));
  adw_message_dialog_set_extra_child (dialog, box);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  return dialog;
}

void
entente_message_dialog_show_error (GtkWindow *parent, const char *heading, const char *message)
{
  AdwMessageDialog *dialog = entente_message_dialog_new (parent, heading, message);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
