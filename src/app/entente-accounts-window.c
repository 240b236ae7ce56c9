/* What is saved or printed is a document of its own, set on pages in a thread, so that the study
 * may change meanwhile. Main thread, but for make_pages(). */
#include "config.h"

#include "entente-accounts-window.h"

#include "entente-accounts-document.h"
#include "entente-plain-words.h"
#include "entente-preferences.h"
#include "entente-print-operation.h"
#include "entente-print-save.h"
#include "entente-toplevel.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

struct _EntenteAccountsWindow {
  AdwWindow parent_instance;

  EntenteWindow *owner; /* weak */
  EntenteSession *session;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  EntenteAccountsView *view;
};

G_DEFINE_FINAL_TYPE (EntenteAccountsWindow, entente_accounts_window, ADW_TYPE_WINDOW)

static EntenteStudy *
get_study (EntenteAccountsWindow *self)
{
  return entente_session_get_study (self->session);
}

static void
tell (EntenteAccountsWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, entente_plain_words_toast (text));
}

/* ---- pages ---- */

/* The rows that show. Array of EntenteAccountsRow, borrowed from the list. */
static GPtrArray *
list_rows (EntenteAccountsSource *source)
{
  GListModel *items = entente_accounts_source_get_items (source);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (items); i++) {
    g_autoptr (EntenteAccountsItem) item = g_list_model_get_item (items, i);

    g_ptr_array_add (rows, entente_accounts_item_get_row (item));
  }
  return rows;
}

/* NULL while nothing shows. */
static EntenteDocument *
make_document (EntenteAccountsWindow *self)
{
  EntenteAccountsSource *source = entente_accounts_view_get_source (self->view);
  EntenteChronicle *chronicle = entente_study_get_chronicle (get_study (self));
  g_autoptr (GPtrArray) rows = list_rows (source);
  g_autofree char *filter =
    entente_study_format_query (get_study (self), entente_session_get_query (self->session));
  g_autofree char *coder = entente_preferences_dup_coder ();
  EntenteSummaryOptions options;
  EntenteAccountsShown shown = { entente_accounts_source_get_account (source, ENTENTE_SIDE_LEFT),
                                 entente_accounts_source_get_account (source, ENTENTE_SIDE_RIGHT),
                                 rows,
                                 entente_accounts_source_get_n_total (source),
                                 filter };

  if (rows->len == 0)
    return NULL;
  entente_summary_options_init (&options);
  options.study = entente_study_get_title (get_study (self));
  options.coder = coder;
  options.version = entente_study_get_version (get_study (self));
  return entente_accounts_document_new (&options, chronicle, &shown);
}

static void
make_pages (GTask *task, gpointer source, gpointer document, GCancellable *cancellable)
{
  EntentePageStyle style;
  GError *error = NULL;
  EntentePages *pages;

  pango_cairo_font_map_set_default (NULL); /* fonts are this thread's own */
  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  pages = entente_pages_new (document, &style, NULL, &error);
  if (pages)
    g_task_return_pointer (task, pages, (GDestroyNotify) entente_pages_unref);
  else
    g_task_return_error (task, error);
}

static void
begin_pages (EntenteAccountsWindow *self, GAsyncReadyCallback callback)
{
  EntenteDocument *document = make_document (self);
  g_autoptr (GTask) task = NULL;

  if (!document) {
    tell (self, _ ("Nothing shows that could be printed"));
    return;
  }
  task = g_task_new (NULL, NULL, callback, g_object_ref (self));
  g_task_set_task_data (task, document, (GDestroyNotify) entente_document_unref);
  g_task_run_in_thread (task, make_pages);
}

/* NULL, and said, when there are none or the window is gone. */
static EntentePages *
take_pages (EntenteAccountsWindow *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntentePages) pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (!entente_toplevel_is_open (GTK_WIDGET (self)))
    return NULL;
  if (error)
    tell (self, error->message);
  return g_steal_pointer (&pages);
}

static void
printed_cb (const GError *error, gpointer data)
{
  g_autoptr (EntenteAccountsWindow) self = data;

  if (error && entente_toplevel_is_open (GTK_WIDGET (self)))
    tell (self, error->message);
}

static void
print_pages_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteAccountsWindow) self = data;
  g_autoptr (EntentePages) pages = take_pages (self, result);
  g_autoptr (EntentePrintout) printout = pages ? entente_printout_new_pages (pages) : NULL;

  if (printout)
    entente_print_operation_run (GTK_WINDOW (self), printout, printed_cb, g_object_ref (self));
}

static void
saved_cb (const char *path, const GError *error, gpointer data)
{
  g_autoptr (EntenteAccountsWindow) self = data;
  g_autofree char *name = path ? g_filename_display_basename (path) : NULL;
  g_autofree char *text = name ? g_strdup_printf (_ ("Saved “%s”"), name) : NULL;

  if (!entente_toplevel_is_open (GTK_WIDGET (self)))
    return;
  if (error || text)
    tell (self, error ? error->message : text);
}

static void
save_pages_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteAccountsWindow) self = data;
  g_autoptr (EntentePages) pages = take_pages (self, result);

  if (pages)
    entente_print_save_run (GTK_WINDOW (self),
                            pages,
                            ENTENTE_PRINT_PDF,
                            entente_study_get_path (get_study (self)),
                            saved_cb,
                            g_object_ref (self));
}

/* ---- actions ---- */

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteAccountsWindow *self = ENTENTE_ACCOUNTS_WINDOW (widget);
  g_autofree char *text =
    entente_accounts_source_format_tsv (entente_accounts_view_get_source (self->view));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tell (self, _ ("Table copied"));
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  begin_pages (ENTENTE_ACCOUNTS_WINDOW (widget), save_pages_cb);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  begin_pages (ENTENTE_ACCOUNTS_WINDOW (widget), print_pages_cb);
}

static void
swap_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  entente_accounts_view_swap (ENTENTE_ACCOUNTS_WINDOW (widget)->view);
}

/* The words stand in the main window, which this one may cover. */
static void
opened_cb (EntenteAccountsWindow *self)
{
  if (self->owner)
    gtk_window_present (GTK_WINDOW (self->owner));
}

/* ---- GObject ---- */

static void
entente_accounts_window_dispose (GObject *object)
{
  EntenteAccountsWindow *self = ENTENTE_ACCOUNTS_WINDOW (object);

  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_accounts_window_parent_class)->dispose (object);
}

static void
add_key (GtkWidgetClass *class, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (class, key, modifiers, action, NULL);
}

static void
entente_accounts_window_class_init (EntenteAccountsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (ENTENTE_TYPE_ACCOUNTS_VIEW);
  G_OBJECT_CLASS (class)->dispose = entente_accounts_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-accounts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntenteAccountsWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_install_action (widget_class, "accounts.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "accounts.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "accounts.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "accounts.swap", NULL, swap_action);
  add_key (widget_class, GDK_KEY_Escape, 0, "window.close");
  add_key (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close");
  add_key (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "accounts.copy");
  add_key (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "accounts.save");
  add_key (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "accounts.print");
  add_key (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "accounts.swap");
}

static void
entente_accounts_window_init (EntenteAccountsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

EntenteAccountsWindow *
entente_accounts_window_present (EntenteWindow *parent)
{
  GtkWindow *open = entente_toplevel_find_above (GTK_WINDOW (parent), ENTENTE_TYPE_ACCOUNTS_WINDOW);
  EntenteAccountsWindow *self =
    open ? ENTENTE_ACCOUNTS_WINDOW (open) : g_object_new (ENTENTE_TYPE_ACCOUNTS_WINDOW, NULL);

  if (!open) {
    entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
    g_set_weak_pointer (&self->owner, parent);
    self->session = g_object_ref (entente_window_get_session (parent));
    adw_window_title_set_subtitle (self->title, entente_study_get_title (get_study (self)));
    entente_accounts_view_set_session (self->view, self->session);
  }
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

EntenteAccountsView *
entente_accounts_window_get_view (EntenteAccountsWindow *self)
{
  return self->view;
}
