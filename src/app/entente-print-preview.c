/* Sheets with what steers them.
 *
 * What is done at once shows no progress: the bar waits for its first tick. Page and zoom live in
 * the sheets; labels and actions follow their properties. Main thread.
 */
#include "config.h"

#include "entente-plain-words.h"
#include "entente-print-preview.h"
#include "entente-print-sheets.h"
#include <glib/gi18n.h>

struct _EntentePrintPreview {
  AdwBin parent_instance;

  GtkStack *stack;
  EntentePrintSheets *sheets;
  GtkLabel *count;
  GtkWidget *pill;
  AdwStatusPage *trouble;
  GtkRevealer *busy;
  GtkLabel *stage;
  GtkProgressBar *bar;
  EntentePrintProgress *progress; /* of the job that shows; or NULL */
  GCancellable *cancellable; /* the same */
  guint timer;
};

#define TICK_MS 150

G_DEFINE_FINAL_TYPE (EntentePrintPreview, entente_print_preview, ADW_TYPE_BIN)

static void
set_enabled (EntentePrintPreview *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
show_count (EntentePrintPreview *self, guint page, guint n)
{
  g_autofree char *words =
    g_strdup_printf (ngettext ("%u of %u page", "%u of %u pages", n), page, n);
  g_autofree char *markup =
    g_markup_printf_escaped (ngettext ("<b>%u</b> of %u page", "<b>%u</b> of %u pages", n),
                             page,
                             n);
  g_autofree char *label = g_strdup_printf (_ ("Preview, %s"), words);

  gtk_label_set_markup (self->count, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheets),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

/* The pages, the page or the zoom are others. */
static void
sheets_cb (EntentePrintPreview *self)
{
  guint n = entente_print_sheets_get_n_pages (self->sheets);
  guint page = MIN (entente_print_sheets_get_page (self->sheets) + 1, n);
  int zoom = entente_print_sheets_get_zoom (self->sheets);

  show_count (self, page, n);
  gtk_widget_set_visible (self->pill, n > 0);
  set_enabled (self, "page.previous", page > 1);
  set_enabled (self, "page.next", page < n);
  set_enabled (self, "page.zoom-in", n > 0 && zoom < ENTENTE_PRINT_ZOOM_MAX);
  set_enabled (self, "page.zoom-out", n > 0 && zoom > ENTENTE_PRINT_ZOOM_MIN);
}

/* ---- progress ---- */

static gboolean
tick_cb (gpointer data)
{
  EntentePrintPreview *self = data;
  double fraction = entente_print_progress_get_fraction (self->progress);
  g_autofree char *stage = entente_print_progress_describe (self->progress);

  gtk_label_set_text (self->stage, stage);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  else
    gtk_progress_bar_pulse (self->bar);
  gtk_revealer_set_reveal_child (self->busy, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
show_idle (EntentePrintPreview *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->progress, entente_print_progress_unref);
  g_clear_object (&self->cancellable);
}

static void
set_busy (EntentePrintPreview *self, gboolean busy)
{
  set_enabled (self, "page.stop", busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->sheets), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
}

/* ---- actions ---- */

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntentePrintPreview *self = ENTENTE_PRINT_PREVIEW (widget);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntentePrintPreview *self = ENTENTE_PRINT_PREVIEW (widget);
  guint page = entente_print_sheets_get_page (self->sheets);

  entente_print_sheets_set_page (self->sheets,
                                 g_str_equal (name, "page.next") ? page + 1 : MAX (page, 1) - 1);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntentePrintPreview *self = ENTENTE_PRINT_PREVIEW (widget);
  int zoom = entente_print_sheets_get_zoom (self->sheets);

  entente_print_sheets_set_zoom (self->sheets,
                                 g_str_equal (name, "page.zoom-in") ? zoom + 1 : zoom - 1);
}

static gboolean
scroll_cb (EntentePrintPreview *self, double dx, double dy, GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) || dy == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), dy < 0 ? "page.zoom-in" : "page.zoom-out", NULL);
  return GDK_EVENT_STOP;
}

/* ---- GObject ---- */

static gboolean
entente_print_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ENTENTE_PRINT_PREVIEW (widget)->sheets));
}

static void
entente_print_preview_dispose (GObject *object)
{
  show_idle (ENTENTE_PRINT_PREVIEW (object));
  G_OBJECT_CLASS (entente_print_preview_parent_class)->dispose (object);
}

static void
entente_print_preview_class_init (EntentePrintPreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_print_preview_dispose;
  widget_class->grab_focus = entente_print_preview_grab_focus;
  g_type_ensure (ENTENTE_TYPE_PRINT_SHEETS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, EntentePrintPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintPreview, sheets);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintPreview, count);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintPreview, pill);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintPreview, trouble);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintPreview, busy);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintPreview, stage);
  gtk_widget_class_bind_template_child (widget_class, EntentePrintPreview, bar);
  gtk_widget_class_bind_template_callback (widget_class, sheets_cb);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_install_action (widget_class, "page.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-out", NULL, zoom_action);
}

static void
entente_print_preview_init (EntentePrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sheets_cb (self);
  set_busy (self, FALSE);
}

/* ---- public functions ---- */

void
entente_print_preview_set_printout (EntentePrintPreview *self, EntentePrintout *printout)
{
  entente_print_sheets_set_printout (self->sheets, printout);
}

void
entente_print_preview_begin (EntentePrintPreview *self,
                             EntentePrintProgress *progress,
                             GCancellable *cancellable)
{
  show_idle (self);
  self->progress = entente_print_progress_ref (progress);
  self->cancellable = g_object_ref (cancellable);
  self->timer = g_timeout_add (TICK_MS, tick_cb, self);
  set_busy (self, TRUE);
}

void
entente_print_preview_end (EntentePrintPreview *self, GCancellable *cancellable)
{
  if (self->cancellable != cancellable)
    return;
  show_idle (self);
  gtk_revealer_set_reveal_child (self->busy, FALSE);
  set_busy (self, FALSE);
}

void
entente_print_preview_set_message (EntentePrintPreview *self, const char *message)
{
  gtk_stack_set_visible_child_name (self->stack, message ? "trouble" : "pages");
  entente_plain_words_describe (self->trouble, message);
}
