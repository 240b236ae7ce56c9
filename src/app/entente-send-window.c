/* What there is, is counted on the store's worker once; the lists follow the choices. Main thread.
 */
#include "config.h"

#include "entente-send-window.h"

#include "entente-opener.h"
#include "entente-study-send.h"
#include "entente-toplevel.h"
#include "entente-window-private.h"

#include <glib/gi18n.h>

static const struct {
  EntenteSendFlags flag;
  const char *title;
  const char *subtitle;
} parts[] = {
  { ENTENTE_SEND_NO_PRIVATE,
    N_ ("Private events"),
    N_ ("With their claims and the questions about them") },
  { ENTENTE_SEND_NO_NAMES,
    N_ ("Names behind pseudonyms"),
    N_ ("The pseudonym of an actor takes the place of every name") },
  { ENTENTE_SEND_NO_NOTES, N_ ("Notes"), N_ ("On articles, actors, issues and claims") },
  { ENTENTE_SEND_NO_QUESTIONS, N_ ("Questions"), N_ ("Open ones and resolved ones") },
  { ENTENTE_SEND_NO_CODERS, N_ ("Names of coders"), N_ ("Who worked on the study") },
};

struct _EntenteSendWindow {
  AdwWindow parent_instance;

  EntenteWindow *owner; /* weak */
  GCancellable *reading;
  EntenteSendList *list; /* NULL until read */

  AdwPreferencesGroup *parts;
  GtkWidget *switches[G_N_ELEMENTS (parts)];
  GtkWidget *save;
  GtkLabel *leaving, *staying;
};

G_DEFINE_FINAL_TYPE (EntenteSendWindow, entente_send_window, ADW_TYPE_WINDOW)

static EntenteSendFlags
get_flags (EntenteSendWindow *self)
{
  EntenteSendFlags flags = ENTENTE_SEND_ALL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (gtk_switch_get_active (GTK_SWITCH (self->switches[i])))
      flags |= parts[i].flag;
  return flags;
}

/* ---- lists ---- */

static void
show_lines (GtkLabel *label, GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", (const char *) lines->pdata[i]);
  gtk_label_set_text (label, lines->len > 0 ? text->str : _ ("Nothing"));
  g_ptr_array_unref (lines);
}

static void
update (EntenteSendWindow *self)
{
  if (!self->list)
    return;
  show_lines (self->leaving, entente_send_list_leaving (self->list, get_flags (self)));
  show_lines (self->staying, entente_send_list_staying (self->list, get_flags (self)));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteSendWindow) self = data;
  g_autoptr (GError) error = NULL;
  EntenteSendList *list =
    entente_study_list_to_send_finish (ENTENTE_STUDY (source), result, &error);

  if (!self->leaving) {
    g_clear_pointer (&list, entente_send_list_free);
    return;
  }
  self->list = list;
  gtk_widget_set_sensitive (self->save, list != NULL);
  if (list)
    update (self);
  else
    gtk_label_set_text (self->leaving, error->message);
}

/* ---- rows ---- */

static void
add_part (EntenteSendWindow *self, guint i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (parts[i].title),
                                  -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (parts[i].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (parts[i].subtitle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_swapped (button, "notify::active", G_CALLBACK (update), self);
  adw_preferences_group_add (self->parts, row);
  self->switches[i] = button;
}

static void
save_cb (EntenteSendWindow *self)
{
  EntenteWindow *owner = self->owner;
  EntenteSendFlags flags = get_flags (self);

  gtk_window_close (GTK_WINDOW (self));
  if (owner)
    entente_opener_ask_send (owner, flags);
}

/* ---- GObject ---- */

static void
entente_send_window_dispose (GObject *object)
{
  EntenteSendWindow *self = ENTENTE_SEND_WINDOW (object);

  g_clear_weak_pointer (&self->owner);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->list, entente_send_list_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENTENTE_TYPE_SEND_WINDOW);

  G_OBJECT_CLASS (entente_send_window_parent_class)->dispose (object);
}

static void
entente_send_window_class_init (EntenteSendWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_send_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-send-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteSendWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, EntenteSendWindow, save);
  gtk_widget_class_bind_template_child (widget_class, EntenteSendWindow, leaving);
  gtk_widget_class_bind_template_child (widget_class, EntenteSendWindow, staying);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_send_window_init (EntenteSendWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_part (self, i);
}

EntenteSendWindow *
entente_send_window_present (EntenteWindow *parent)
{
  GtkWindow *open = entente_toplevel_find_above (GTK_WINDOW (parent), ENTENTE_TYPE_SEND_WINDOW);
  EntenteSendWindow *self =
    open ? ENTENTE_SEND_WINDOW (open) : g_object_new (ENTENTE_TYPE_SEND_WINDOW, NULL);

  if (!open) {
    entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
    g_set_weak_pointer (&self->owner, parent);
    self->reading = g_cancellable_new ();
    entente_study_list_to_send_async (parent->study, self->reading, listed_cb, g_object_ref (self));
  }
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
