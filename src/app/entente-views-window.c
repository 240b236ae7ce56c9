/* Reads the views on the store's worker and lists them; reads them again after each change. Main
 * thread. */
#include "config.h"

#include "entente-views-window.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-label.h"
#include "entente-message-dialog.h"
#include "entente-query-parse.h"
#include "entente-saved-views.h"
#include "entente-toplevel.h"
#include "entente-window-private.h"

#include <glib/gi18n.h>

struct _EntenteViewsWindow {
  AdwWindow parent_instance;

  EntenteWindow *owner; /* weak */
  EntenteSession *session;
  GPtrArray *saved; /* EntenteView; NULL until read */

  GtkEditable *name;
  GtkDropDown *key;
  GtkWidget *save_button, *form;
  GtkLabel *sentence;
  GtkStack *pages;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (EntenteViewsWindow, entente_views_window, ADW_TYPE_WINDOW)

static gboolean
can_change (EntenteViewsWindow *self)
{
  return !entente_study_is_read_only (entente_session_get_study (self->session));
}

/* ---- rows ---- */

/* The filter in words. Free. */
static char *
describe_view (EntenteViewsWindow *self, const EntenteView *view)
{
  const EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (self->session));
  g_autoptr (EntenteQuery) query = entente_query_from_text (view->query, chronicle, NULL);

  return query ? entente_study_format_query (entente_session_get_study (self->session), query)
               : g_strdup (_ ("Its filter names what the study no longer has"));
}

static void
delete_cb (EntenteViewsWindow *self, GtkButton *button)
{
  const EntenteView *view = g_object_get_data (G_OBJECT (button), "view");

  entente_session_apply (self->session,
                         entente_commands_delete (ENTENTE_ENTITY_VIEW, view->record.id),
                         _ ("View deleted"));
}

static GtkWidget *
create_delete_button (EntenteViewsWindow *self, EntenteView *view)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Delete the View “%s”"), view->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button, can_change (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "view", entente_view_ref (view), entente_record_unref);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (delete_cb), self);
  return button;
}

static GtkWidget *
create_row (EntenteViewsWindow *self, EntenteView *view)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  char *sentence = describe_view (self, view);
  g_autofree char *key = view->key > 0 ? g_strdup_printf ("%d", (int) view->key) : g_strdup (" ");
  g_autofree char *name =
    view->key > 0 ? g_strdup_printf (_ ("%s, key %d, %s"), view->name, (int) view->key, sentence)
                  : g_strdup_printf ("%s, %s", view->name, sentence);
  GtkWidget *shown_key = entente_label_new (key, "keycap");

  gtk_box_append (GTK_BOX (words), entente_label_new (view->name, "heading"));
  gtk_box_append (GTK_BOX (words), entente_label_new (sentence, "dim-label"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (shown_key, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (shown_key), 0.5);
  gtk_widget_set_size_request (shown_key, 28, -1);
  gtk_widget_set_opacity (shown_key, view->key > 0 ? 1 : 0);
  gtk_box_append (GTK_BOX (box), shown_key);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), create_delete_button (self, view));
  gtk_widget_add_css_class (box, "view-row");
  g_object_set_data_full (G_OBJECT (row), "sentence", sentence, g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static gboolean
is_shown (EntenteViewsWindow *self, const GPtrArray *views)
{
  if (!self->saved || self->saved->len != views->len)
    return FALSE;
  for (guint i = 0; i < views->len; i++) {
    g_autofree char *sentence = describe_view (self, views->pdata[i]);
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

    if (!entente_record_equal (self->saved->pdata[i], views->pdata[i]) ||
        !g_str_equal (sentence, g_object_get_data (G_OBJECT (row), "sentence")))
      return FALSE;
  }
  return TRUE;
}

/* The keyboard goes on to the row that takes the place of one that has gone, at last to the name.
 */
static void
move_keyboard (EntenteViewsWindow *self, int place)
{
  int last = (int) self->saved->len - 1;

  gtk_widget_grab_focus (
    last >= 0 ? GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (place, last)))
              : GTK_WIDGET (self->name));
}

static void
show_views (EntenteViewsWindow *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int place = focus ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->saved->len; i++)
    gtk_list_box_append (self->list, create_row (self, self->saved->pdata[i]));
  gtk_stack_set_visible_child_name (self->pages, self->saved->len > 0 ? "views" : "empty");
  if (place >= 0)
    move_keyboard (self, place);
}

/* ---- reading ---- */

static void
update_form (EntenteViewsWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_set_sensitive (self->form, can_change (self));
  gtk_widget_set_sensitive (self->save_button, self->saved && *name);
}

static void
views_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteViewsWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views =
    entente_study_read_views_finish (ENTENTE_STUDY (source), result, &error);

  if (!self->session)
    return;
  if (!views)
    entente_message_dialog_show_error (GTK_WINDOW (self),
                                       _ ("The Views Could Not Be Read"),
                                       error->message);
  if (!views || is_shown (self, views))
    return;
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  self->saved = g_steal_pointer (&views);
  show_views (self);
  update_form (self);
}

static void
update (EntenteViewsWindow *self)
{
  entente_study_read_views_async (entente_session_get_study (self->session),
                                  NULL,
                                  views_cb,
                                  g_object_ref (self));
}

static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteViewsWindow *self)
{
  update (self);
}

static void
query_cb (EntenteSession *session, GParamSpec *pspec, EntenteViewsWindow *self)
{
  g_autofree char *sentence = entente_study_format_query (entente_session_get_study (session),
                                                          entente_session_get_query (session));

  gtk_label_set_text (self->sentence, sentence);
}

/* ---- callbacks ---- */

/* The key of a view that is saved anew is offered again. */
static void
name_cb (EntenteViewsWindow *self)
{
  const EntenteView *view =
    self->saved ? entente_views_find_name (self->saved, gtk_editable_get_text (self->name)) : NULL;

  if (view)
    gtk_drop_down_set_selected (self->key,
                                view->key >= 1 && view->key <= 9 ? (guint) view->key : 0);
  update_form (self);
}

/* What was typed goes when it is written, not before. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteViewsWindow) self = data;

  if (!entente_session_apply_finish (ENTENTE_SESSION (source), result, NULL) || !self->session)
    return;
  gtk_editable_set_text (self->name, "");
  gtk_drop_down_set_selected (self->key, 0);
}

static void
save_cb (EntenteViewsWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *layout = NULL;

  if (!self->owner || !self->saved || !*name || !can_change (self))
    return;
  layout = entente_saved_views_dup_layout (self->owner);
  entente_session_apply_async (self->session,
                               entente_views_save (self->saved,
                                                   name,
                                                   gtk_drop_down_get_selected (self->key),
                                                   entente_session_get_query (self->session),
                                                   layout),
                               _ ("View saved"),
                               saved_cb,
                               g_object_ref (self));
}

static void
row_cb (EntenteViewsWindow *self, GtkListBoxRow *row)
{
  const EntenteView *view = self->saved->pdata[gtk_list_box_row_get_index (row)];

  if (self->owner)
    entente_saved_views_recall (self->owner, view);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- GObject ---- */

static void
entente_views_window_dispose (GObject *object)
{
  EntenteViewsWindow *self = ENTENTE_VIEWS_WINDOW (object);

  if (self->session) {
    g_signal_handlers_disconnect_by_data (entente_session_get_study (self->session), self);
    g_signal_handlers_disconnect_by_data (self->session, self);
  }
  g_clear_object (&self->session);
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  g_clear_weak_pointer (&self->owner);

  G_OBJECT_CLASS (entente_views_window_parent_class)->dispose (object);
}

static void
entente_views_window_class_init (EntenteViewsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_views_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-views-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteViewsWindow, name);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewsWindow, key);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewsWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewsWindow, form);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewsWindow, sentence);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, EntenteViewsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_views_window_init (EntenteViewsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  entente_enum_choice_set_name (self->key, _ ("The key that recalls it"));
}

EntenteViewsWindow *
entente_views_window_present (EntenteWindow *parent)
{
  GtkWindow *open = entente_toplevel_find_above (GTK_WINDOW (parent), ENTENTE_TYPE_VIEWS_WINDOW);
  EntenteViewsWindow *self =
    open ? ENTENTE_VIEWS_WINDOW (open) : g_object_new (ENTENTE_TYPE_VIEWS_WINDOW, NULL);

  if (open) {
    gtk_window_present (open);
    return self;
  }
  entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
  g_set_weak_pointer (&self->owner, parent);
  self->session = g_object_ref (parent->session);
  g_signal_connect (parent->study, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->session, "notify::query", G_CALLBACK (query_cb), self);
  query_cb (self->session, NULL, self);
  update_form (self);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return self;
}
