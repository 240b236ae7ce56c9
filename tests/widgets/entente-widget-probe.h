/* Looking into widgets as a person would: what they say, where a field is; and waiting for what
 * comes. For tests. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All labels that show, below @widget, with ";" behind each. Free. */
char *entente_probe_dup_text (GtkWidget *widget);
gboolean entente_probe_says (GtkWidget *widget, const char *words);
/* The @nth (from 0) widget of a type below @widget; asserts that there is one. */
gpointer entente_probe_find (GtkWidget *widget, GType type, guint nth);
/* The entry that shows these words while it is empty, or NULL. */
GtkWidget *entente_probe_find_entry (GtkWidget *widget, const char *placeholder);
/* The first widget of a style class below @widget, or NULL. */
GtkWidget *entente_probe_find_class (GtkWidget *widget, const char *class);
/* A window of a type that is open, waited for. */
gpointer entente_probe_wait_window (GType type);
/* No window of the type is open any more. */
void entente_probe_wait_closed (GType type);
/* Accepts what is filled into the one window of a type, waited for, and waits until it has closed.
 */
void entente_probe_accept (GType type);
/* Closes a form window as Escape does. */
void entente_probe_close (GtkWidget *window);
/* Presses the button with this label ("_Discard") of the question that is asked, waited for. */
void entente_probe_answer (const char *label);
/* Runs the main loop until @condition; fails after half a minute. */
#define entente_probe_wait(condition)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 entente_probe_end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;                      \
    while (!(condition) && g_get_monotonic_time () < entente_probe_end)                            \
      entente_probe_turn ();                                                                       \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END
/* One turn of the main loop, or a millisecond. */
void entente_probe_turn (void);
/* Turns the main loop for a while. */
void entente_probe_linger (guint milliseconds);

G_END_DECLS
