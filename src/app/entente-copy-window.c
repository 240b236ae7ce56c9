/* Reads the copy in a thread, which closing the window cancels; then lists the conflicts. When the
 * study was changed meanwhile the copy is compared anew, and what was decided is kept where the
 * same is asked. Main thread. */
#include "config.h"

#include "entente-copy-window.h"

#include "entente-conflict-row.h"
#include "entente-copy-agreement.h"
#include "entente-copy-taken.h"
#include "entente-message-dialog.h"
#include "entente-plain-words.h"
#include "entente-toplevel.h"
#include "entente-window-private.h"

#include <glib/gi18n.h>

struct _EntenteCopyWindow {
  AdwWindow parent_instance;

  EntenteWindow *owner; /* weak */
  EntenteStudy *study;
  char *path;
  GCancellable *cancellable; /* of the reading */
  EntenteCopyProgress *reading; /* how far it is; NULL when nothing is read */
  guint reading_timer; /* 0 when nothing is read */
  EntenteCopyMerge *merge; /* NULL until read */
  GListStore *items; /* EntenteConflictItem */
  gboolean is_merging;

  AdwWindowTitle *heading;
  GtkStack *pages;
  GtkLabel *sentence, *without_history, *progress, *paired;
  GtkLabel *kinds, *dates, *actors, *links;
  GtkWidget *merge_button, *conflicts, *all_mine, *all_theirs;
  GtkExpander *agreement;
  GtkListView *list, *taken;
  GtkProgressBar *bar;
  GtkExpander *taken_part;
};

G_DEFINE_FINAL_TYPE (EntenteCopyWindow, entente_copy_window, ADW_TYPE_WINDOW)

/* ---- what is decided ---- */

static guint
get_n (EntenteCopyWindow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

static int
get_choice (EntenteCopyWindow *self, guint place)
{
  g_autoptr (EntenteConflictItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), place);

  return entente_conflict_item_get_choice (item);
}

static guint
count_decided (EntenteCopyWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < get_n (self); i++)
    n += get_choice (self, i) != ENTENTE_CONFLICT_OPEN;
  return n;
}

static gboolean
has_news (EntenteCopyWindow *self)
{
  return entente_copy_merge_get_n_added (self->merge) +
           entente_copy_merge_get_n_changed (self->merge) +
           entente_copy_merge_get_n_deleted (self->merge) + get_n (self) >
         0;
}

static void
update (EntenteCopyWindow *self)
{
  guint n = get_n (self), decided = count_decided (self);
  g_autofree char *text = g_strdup_printf (_ ("%u of %u decided"), decided, n);

  gtk_label_set_text (self->progress, text);
  gtk_widget_set_visible (self->conflicts, n > 0);
  gtk_widget_set_sensitive (self->merge_button,
                            self->merge && has_news (self) && decided == n && !self->is_merging);
}

static void
decide_all (EntenteCopyWindow *self, EntenteCopyChoice choice)
{
  for (guint i = 0; i < get_n (self); i++) {
    g_autoptr (EntenteConflictItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

    entente_conflict_item_set_choice (item, choice);
  }
}

static void
all_mine_cb (EntenteCopyWindow *self)
{
  decide_all (self, ENTENTE_COPY_MINE);
}

static void
all_theirs_cb (EntenteCopyWindow *self)
{
  decide_all (self, ENTENTE_COPY_THEIRS);
}

/* ---- reading ---- */

/* Does the old item ask the same? */
static gboolean
asks_alike (const EntenteCopyConflict *a, const EntenteCopyConflict *b)
{
  return a->kind == b->kind && a->key.entity == b->key.entity && a->key.id == b->key.id &&
         a->fields == b->fields && g_strcmp0 (a->mine, b->mine) == 0 &&
         g_strcmp0 (a->theirs, b->theirs) == 0;
}

static int
find_choice (GListModel *old, const EntenteCopyConflict *conflict)
{
  for (guint i = 0; i < g_list_model_get_n_items (old); i++) {
    g_autoptr (EntenteConflictItem) item = g_list_model_get_item (old, i);

    if (asks_alike (entente_conflict_item_get (item), conflict))
      return entente_conflict_item_get_choice (item);
  }
  return ENTENTE_CONFLICT_OPEN;
}

static void
fill_list (EntenteCopyWindow *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = entente_copy_merge_get_conflicts (self->merge)->len;

  for (guint i = 0; i < n; i++) {
    EntenteConflictItem *item = entente_conflict_item_new (self->merge, i);

    entente_conflict_item_set_choice (
      item,
      find_choice (G_LIST_MODEL (self->items), entente_conflict_item_get (item)));
    g_signal_connect_object (item, "notify::choice", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    g_ptr_array_add (items, item);
  }
  g_list_store_splice (self->items, 0, get_n (self), items->pdata, n);
}

/* Once there are rows: the first question, within its row. */
static gboolean
focus_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *row = gtk_widget_get_first_child (list);
  GtkWidget *question = row ? gtk_widget_get_first_child (row) : NULL;

  return !question || !gtk_widget_get_mapped (question) ||
         !gtk_widget_child_focus (question, GTK_DIR_TAB_FORWARD);
}

/* Open where nothing is asked: it is all that there is to see. */
static void
show_taken (EntenteCopyWindow *self)
{
  guint n = entente_copy_merge_get_taken (self->merge)->len;
  gboolean is_alone = entente_copy_merge_get_conflicts (self->merge)->len == 0;

  entente_copy_taken_show (self->taken, self->merge);
  gtk_widget_set_visible (GTK_WIDGET (self->taken_part), n > 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->taken_part), is_alone);
  gtk_expander_set_expanded (self->taken_part, is_alone);
}

static void
show_merge (EntenteCopyWindow *self)
{
  g_autofree char *sentence = entente_copy_merge_describe (self->merge);

  show_taken (self);
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->without_history),
                          !entente_copy_merge_has_history (self->merge));
  fill_list (self);
  gtk_stack_set_visible_child_name (self->pages, "ready");
  update (self);
  if (get_n (self) == 0)
    gtk_widget_grab_focus (self->merge_button);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), focus_cb, NULL, NULL);
}

static void
show_figure (GtkLabel *label, const EntenteAgreement *agreement)
{
  g_autofree char *text = entente_copy_agreement_format (agreement);

  gtk_label_set_text (label, text);
}

static void
agreement_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteCopyWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree EntenteCopyAgreement *agreement =
    entente_study_read_agreement_finish (self->study, result, &error);
  g_autofree char *described = NULL;

  if (!self->study)
    return;
  if (!agreement) {
    gtk_label_set_text (self->paired, error->message);
    return;
  }
  described = entente_copy_agreement_describe (agreement);
  gtk_label_set_text (self->paired, described);
  show_figure (self->kinds, &agreement->kinds);
  show_figure (self->dates, &agreement->dates);
  show_figure (self->actors, &agreement->actors);
  show_figure (self->links, &agreement->links);
}

/* Both files are read whole for it, so only when somebody looks. */
static void
show_agreement (EntenteCopyWindow *self)
{
  if (!self->merge || !gtk_expander_get_expanded (self->agreement))
    return;
  gtk_label_set_text (self->paired, _ ("Both files are read…"));
  entente_study_read_agreement_async (self->study,
                                      self->path,
                                      self->cancellable,
                                      agreement_cb,
                                      g_object_ref (self));
}

static void
stop_reading (EntenteCopyWindow *self)
{
  g_clear_handle_id (&self->reading_timer, g_source_remove);
  g_clear_pointer (&self->reading, g_atomic_rc_box_release);
}

static gboolean
progress_cb (gpointer data)
{
  EntenteCopyWindow *self = data;

  gtk_progress_bar_set_fraction (self->bar, entente_copy_progress_get (self->reading));
  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteCopyWindow) self = data;
  g_autoptr (GError) error = NULL;
  EntenteCopyMerge *merge = entente_study_read_copy_finish (self->study, result, &error);

  stop_reading (self);
  if (!self->study) {
    g_clear_pointer (&merge, entente_copy_merge_unref);
    return;
  }
  if (!merge) {
    gtk_label_set_text (self->sentence, error->message);
    gtk_stack_set_visible_child_name (self->pages, "failed");
    entente_plain_words_describe (
      ADW_STATUS_PAGE (gtk_stack_get_child_by_name (self->pages, "failed")),
      error->message);
    return;
  }
  g_clear_pointer (&self->merge, entente_copy_merge_unref);
  self->merge = merge;
  show_merge (self);
  show_agreement (self);
}

static void
read_copy (EntenteCopyWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "reading");
  gtk_widget_set_sensitive (self->merge_button, FALSE);
  stop_reading (self);
  self->reading = entente_copy_progress_new ();
  self->reading_timer = g_timeout_add (100, progress_cb, self);
  progress_cb (self);
  entente_study_read_copy_async (self->study,
                                 self->path,
                                 self->reading,
                                 self->cancellable,
                                 read_cb,
                                 g_object_ref (self));
}

/* What was compared is of another state now. */
static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteCopyWindow *self)
{
  if (self->merge && !self->is_merging)
    read_copy (self);
}

/* ---- merging ---- */

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteCopyWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes =
    entente_study_merge_copy_finish (ENTENTE_STUDY (source), result, &error);
  g_autofree char *text = NULL;

  self->is_merging = FALSE;
  if (!self->study)
    return;
  if (!changes) {
    entente_message_dialog_show_error (GTK_WINDOW (self),
                                       _ ("The Copy Could Not Be Merged"),
                                       error->message);
    read_copy (self);
    return;
  }
  text = g_strdup_printf (_ ("Merged “%s”"), entente_copy_merge_get_name (self->merge));
  if (self->owner)
    entente_window_toast (self->owner, text, changes->step);
  gtk_window_close (GTK_WINDOW (self));
}

static void
merge_cb (EntenteCopyWindow *self)
{
  g_autofree EntenteCopyChoice *choices = g_new (EntenteCopyChoice, get_n (self) + 1);

  for (guint i = 0; i < get_n (self); i++)
    choices[i] = (EntenteCopyChoice) get_choice (self, i);
  self->is_merging = TRUE;
  update (self);
  entente_study_merge_copy_async (self->study,
                                  self->merge,
                                  choices,
                                  merged_cb,
                                  g_object_ref (self));
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteCopyWindow *self = ENTENTE_COPY_WINDOW (widget);

  if (gtk_widget_get_sensitive (self->merge_button))
    merge_cb (self);
}

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, entente_conflict_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  entente_conflict_row_set_item (ENTENTE_CONFLICT_ROW (gtk_list_item_get_child (item)),
                                 gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  entente_conflict_row_set_item (ENTENTE_CONFLICT_ROW (gtk_list_item_get_child (item)), NULL);
}

/* ---- GObject ---- */

static void
entente_copy_window_dispose (GObject *object)
{
  EntenteCopyWindow *self = ENTENTE_COPY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  stop_reading (self);
  if (self->study)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
  g_clear_pointer (&self->merge, entente_copy_merge_unref);
  g_clear_weak_pointer (&self->owner);

  G_OBJECT_CLASS (entente_copy_window_parent_class)->dispose (object);
}

static void
entente_copy_window_finalize (GObject *object)
{
  EntenteCopyWindow *self = ENTENTE_COPY_WINDOW (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->items);
  g_free (self->path);

  G_OBJECT_CLASS (entente_copy_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, heading);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, pages);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, sentence);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, without_history);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, progress);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, paired);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, kinds);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, dates);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, actors);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, links);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, merge_button);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, conflicts);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, all_mine);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, all_theirs);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, agreement);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, list);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, taken);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, taken_part);
  gtk_widget_class_bind_template_child (class, EntenteCopyWindow, bar);
}

static void
entente_copy_window_class_init (EntenteCopyWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_copy_window_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_copy_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-copy-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_agreement);
  gtk_widget_class_bind_template_callback (widget_class, all_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_theirs_cb);
  gtk_widget_class_install_action (widget_class, "copy.merge", NULL, merge_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_Return,
                                       GDK_CONTROL_MASK,
                                       "copy.merge",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_copy_window_init (EntenteCopyWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  entente_copy_taken_set_up (self->taken);
  self->items = g_list_store_new (ENTENTE_TYPE_CONFLICT_ITEM);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

EntenteCopyWindow *
entente_copy_window_present (EntenteWindow *parent, const char *path)
{
  EntenteCopyWindow *self = g_object_new (ENTENTE_TYPE_COPY_WINDOW, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
  g_set_weak_pointer (&self->owner, parent);
  self->study = g_object_ref (parent->study);
  self->path = g_strdup (path);
  adw_window_title_set_subtitle (self->heading, name);
  g_signal_connect (self->study, "changed", G_CALLBACK (changed_cb), self);
  read_copy (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/* ---- the file ---- */

static void
response_cb (GtkNativeDialog *dialog, int response, EntenteWindow *parent)
{
  g_autoptr (EntenteWindow) held = parent;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path && parent->study &&
      entente_toplevel_is_open (GTK_WIDGET (parent)))
    entente_copy_window_present (parent, path);
  g_object_unref (dialog);
}

void
entente_copy_window_ask (EntenteWindow *parent)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Merge a Copy"),
                                                               GTK_WINDOW (parent),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _ ("_Compare"),
                                                               NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Studies"));
  gtk_file_filter_add_pattern (filter, "*.entente");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), g_object_ref (parent));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
