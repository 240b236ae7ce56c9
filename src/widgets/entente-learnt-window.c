/* The list is read anew after each change of the study, and only the difference is spliced in, so
 * that place and keyboard stay. Main thread.
 */
#include "config.h"

#include "entente-icon-button.h"
#include "entente-label.h"
#include "entente-learnt-item.h"
#include "entente-learnt-window.h"
#include "entente-list-splice.h"
#include "entente-message-dialog.h"
#include "entente-toplevel.h"
#include <glib/gi18n.h>

#define N_TYPES 4

struct _EntenteLearntWindow {
  AdwWindow parent_instance;

  EntenteSession *session;
  GCancellable *reading; /* or NULL */
  GListStore *items;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  char *folded; /* words that are searched for, or "" */

  GtkWidget *search;
  GtkDropDown *types; /* all, then EntenteLearntType in their order */
  GtkLabel *count;
  GtkStack *pages;
  GtkListView *list;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (EntenteLearntWindow, entente_learnt_window, ADW_TYPE_WINDOW)

static EntenteStudy *
get_study (EntenteLearntWindow *self)
{
  return entente_session_get_study (self->session);
}

/* ---- what shows ---- */

static gboolean
filter_func (gpointer item, gpointer data)
{
  EntenteLearntWindow *self = data;
  guint type = self->types != NULL ? gtk_drop_down_get_selected (self->types) : 0;

  if (type > 0 && type <= N_TYPES && entente_learnt_item_get (item)->type != type - 1)
    return FALSE;
  return self->folded == NULL || entente_learnt_item_matches (item, self->folded);
}

static void
show_count (EntenteLearntWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  /* TRANSLATORS: how many are shown, of how many there are */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), n, n_all);

  gtk_label_set_text (self->count, count);
  gtk_stack_set_visible_child_name (self->pages, n > 0 ? "list" : "empty");
  adw_status_page_set_title (self->empty,
                             n_all > 0 ? _ ("Nothing Found") : _ ("Nothing Learnt Yet"));
  adw_status_page_set_description (
    self->empty,
    n_all > 0 ? NULL
              : _ ("Words that tell a move, other names of actors, and what you refuse are listed "
                   "here; every article is read with them."));
}

static void
changed_cb (EntenteLearntWindow *self)
{
  g_clear_pointer (&self->folded, g_free);
  self->folded = entente_name_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

/* ---- reading ---- */

/* What tells one row from every other. */
static char *
make_key (EntenteLearntItem *item)
{
  const GArray *records = entente_learnt_item_get (item)->records;
  g_autofree char *id = entente_id_format (g_array_index (records, EntenteId, 0));

  return g_strdup_printf ("%s %u %s\n%s",
                          id,
                          records->len,
                          entente_learnt_item_get_words (item),
                          entente_learnt_item_get_origin (item));
}

/* The items of @list; those that the list has already say the same are these, so that rows stay. */
static GPtrArray *
create_items (EntenteLearntWindow *self, GPtrArray *list)
{
  g_autoptr (GHashTable) old =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++) {
    EntenteLearntItem *item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    g_hash_table_insert (old, make_key (item), item);
  }
  for (guint i = 0; i < list->len; i++) {
    g_autoptr (EntenteLearntItem) fresh = entente_learnt_item_new (list, i);
    g_autofree char *key = make_key (fresh);
    EntenteLearntItem *item = g_hash_table_lookup (old, key);

    g_ptr_array_add (items, g_object_ref (item != NULL ? item : fresh));
  }
  return items;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteLearntWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
    entente_study_list_learnt_finish (ENTENTE_STUDY (source), result, &error);
  g_autoptr (GPtrArray) items = NULL;

  if (list == NULL && self->session != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    entente_message_dialog_show_error (GTK_WINDOW (self),
                                       _ ("What Was Learnt Could Not Be Read"),
                                       error->message);
  if (list == NULL || self->session == NULL)
    return;
  items = create_items (self, list);
  entente_list_splice (self->items, items, NULL);
  show_count (self);
}

static void
update (EntenteLearntWindow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  entente_study_list_learnt_async (get_study (self), self->reading, listed_cb, g_object_ref (self));
}

static void
study_changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteLearntWindow *self)
{
  update (self);
}

/* ---- what may be done ---- */

static void
forget (EntenteLearntWindow *self, EntenteLearntItem *item)
{
  g_autofree char *done = entente_learnt_describe_forgotten (entente_learnt_item_get (item));

  entente_session_apply (self->session,
                         entente_learnt_forget (entente_learnt_item_get (item)),
                         done);
}

/* Where it was learnt: its words, else the article. */
static void
show_origin (EntenteLearntWindow *self, EntenteLearntItem *item)
{
  const EntenteLearnt *learnt = entente_learnt_item_get (item);
  EntenteId article = learnt->article, passage = learnt->passage, event = learnt->event;

  if (article == ENTENTE_ID_NONE)
    return;
  entente_session_set_article (self->session, article);
  if (event != ENTENTE_ID_NONE) {
    entente_session_select_passage (self->session, passage, event);
    entente_session_reveal_words (self->session);
  }
}

static void
activate_cb (GtkListView *list, guint position, EntenteLearntWindow *self)
{
  g_autoptr (EntenteLearntItem) item =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    show_origin (self, item);
}

static gboolean
forget_selected_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  EntenteLearntWindow *self = ENTENTE_LEARNT_WINDOW (widget);
  EntenteLearntItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* In an entry the key deletes a letter. */
  if (item == NULL || entente_study_is_read_only (get_study (self)) || focus == NULL ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return FALSE;
  forget (self, item);
  return TRUE;
}

/* ---- rows ---- */

static void
clicked_cb (GtkWidget *button, GtkListItem *item)
{
  GtkWidget *window = gtk_widget_get_ancestor (button, ENTENTE_TYPE_LEARNT_WINDOW);

  if (window != NULL && gtk_list_item_get_item (item) != NULL)
    forget (ENTENTE_LEARNT_WINDOW (window), gtk_list_item_get_item (item));
}

static GtkWidget *
create_label (const char *class)
{
  GtkWidget *label = entente_label_new_line (NULL, class);

  if (class != NULL)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteLearntWindow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button =
    entente_icon_button_new ("user-trash-symbolic", _ ("Take this back (Delete)"));

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* The row would not take the keyboard otherwise; there the key Delete does it. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_box_append (GTK_BOX (texts), create_label (NULL));
  gtk_box_append (GTK_BOX (texts), create_label ("caption"));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), item, G_CONNECT_DEFAULT);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, EntenteLearntWindow *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  EntenteLearntItem *learnt = gtk_list_item_get_item (item);
  const char *origin = entente_learnt_item_get_origin (learnt);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)),
                      entente_learnt_item_get_words (learnt));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), origin);
  gtk_widget_set_visible (gtk_widget_get_last_child (texts), *origin != '\0');
  gtk_widget_set_visible (gtk_widget_get_last_child (row),
                          !entente_study_is_read_only (get_study (self)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entente_learnt_item_get_words (learnt),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  origin,
                                  -1);
}

/* ---- GObject ---- */

static void
entente_learnt_window_dispose (GObject *object)
{
  EntenteLearntWindow *self = ENTENTE_LEARNT_WINDOW (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  g_clear_pointer (&self->folded, g_free);

  G_OBJECT_CLASS (entente_learnt_window_parent_class)->dispose (object);
}

static void
entente_learnt_window_class_init (EntenteLearntWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_learnt_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-learnt-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteLearntWindow, search);
  gtk_widget_class_bind_template_child (widget_class, EntenteLearntWindow, types);
  gtk_widget_class_bind_template_child (widget_class, EntenteLearntWindow, count);
  gtk_widget_class_bind_template_child (widget_class, EntenteLearntWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, EntenteLearntWindow, list);
  gtk_widget_class_bind_template_child (widget_class, EntenteLearntWindow, empty);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, forget_selected_cb, NULL);
}

static void
set_up_list (EntenteLearntWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  self->items = g_list_store_new (ENTENTE_TYPE_LEARNT_ITEM);
  self->filter = gtk_custom_filter_new (filter_func, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
}

static void
entente_learnt_window_init (EntenteLearntWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_window_close), self);
  set_up_list (self);
}

void
entente_learnt_window_present (GtkWidget *parent, EntenteSession *session)
{
  GtkWindow *above = GTK_WINDOW (gtk_widget_get_root (parent));
  GtkWindow *open = entente_toplevel_find_above (above, ENTENTE_TYPE_LEARNT_WINDOW);
  EntenteLearntWindow *self;

  if (open != NULL) {
    gtk_window_present (open);
    return;
  }
  self = g_object_new (ENTENTE_TYPE_LEARNT_WINDOW, NULL);
  self->session = g_object_ref (session);
  entente_toplevel_set_parent (GTK_WINDOW (self), above);
  g_signal_connect_object (get_study (self),
                           "changed",
                           G_CALLBACK (study_changed_cb),
                           self,
                           G_CONNECT_DEFAULT);
  show_count (self);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
