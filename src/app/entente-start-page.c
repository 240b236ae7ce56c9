/* The start page: three ways to begin, recent studies, samples.
 *
 * Everything it offers is an action of the application; the list follows the settings. Main thread.
 */
#include "config.h"

#include "entente-recent-row.h"
#include "entente-recent.h"
#include "entente-start-page.h"

struct _EntenteStartPage {
  AdwBin parent_instance;

  GSettings *settings;
  GtkWidget *recent_box;
  GtkListBox *recent;
};

G_DEFINE_FINAL_TYPE (EntenteStartPage, entente_start_page, ADW_TYPE_BIN)

/* Which studies there are, and how long ago each was opened. */
static void
list_studies (EntenteStartPage *self)
{
  g_autoptr (GPtrArray) studies = entente_recent_list (self->settings);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent))))
    gtk_list_box_remove (self->recent, row);
  for (guint i = 0; i < studies->len; i++)
    gtk_list_box_append (self->recent,
                         entente_recent_row_new (g_ptr_array_index (studies, i), now));
  gtk_widget_set_visible (self->recent_box, studies->len > 0);
}

static void
entente_start_page_map (GtkWidget *widget)
{
  list_studies (ENTENTE_START_PAGE (widget));
  GTK_WIDGET_CLASS (entente_start_page_parent_class)->map (widget);
}

static void
entente_start_page_dispose (GObject *object)
{
  g_clear_object (&ENTENTE_START_PAGE (object)->settings);
  G_OBJECT_CLASS (entente_start_page_parent_class)->dispose (object);
}

static void
entente_start_page_class_init (EntenteStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_start_page_dispose;
  widget_class->map = entente_start_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, EntenteStartPage, recent);
}

static void
entente_start_page_init (EntenteStartPage *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->settings,
                           "changed::recent-studies",
                           G_CALLBACK (list_studies),
                           self,
                           G_CONNECT_SWAPPED);
  list_studies (self);
}

GtkWidget *
entente_start_page_new (void)
{
  return g_object_new (ENTENTE_TYPE_START_PAGE, NULL);
}
