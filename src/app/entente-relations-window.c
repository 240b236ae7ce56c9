/* The view of relations with a head of buttons. It stands beside its parent, which goes on to be
 * used: a pair that is chosen here is the filter there. Main thread. */
#include "config.h"

#include "entente-plain-words.h"
#include "entente-relations-files.h"
#include "entente-relations-view.h"
#include "entente-relations-window.h"
#include "entente-toplevel.h"

#include <glib/gi18n.h>

struct _EntenteRelationsWindow {
  AdwWindow parent_instance;

  EntenteSession *session;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  EntenteRelationsView *view;
};

G_DEFINE_FINAL_TYPE (EntenteRelationsWindow, entente_relations_window, ADW_TYPE_WINDOW)

static EntenteStudy *
get_study (EntenteRelationsWindow *self)
{
  return entente_session_get_study (self->session);
}

/* ---- pictures ---- */

/* FALSE while nothing is counted. @filter is borrowed from the caller. */
static gboolean
read_options (EntenteRelationsWindow *self,
              EntenteRelationsPictureOptions *options,
              const char *filter)
{
  EntenteRelationsSource *source = entente_relations_view_get_source (self->view);

  entente_relations_picture_options_init (options);
  options->figures = entente_relations_source_get_figures (source);
  if (options->figures == NULL)
    return FALSE;
  options->form = entente_relations_view_get_form (self->view);
  options->order = entente_relations_view_get_order (self->view);
  options->captioned = TRUE;
  options->study = entente_study_get_title (get_study (self));
  options->filter = filter;
  options->version = entente_study_get_version (get_study (self));
  return TRUE;
}

static char *
format_filter (EntenteRelationsWindow *self)
{
  EntenteRelationsSource *source = entente_relations_view_get_source (self->view);

  return entente_study_format_query (get_study (self), entente_relations_source_get_query (source));
}

static void
tell (EntenteRelationsWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, entente_plain_words_toast (text));
}

static void
done_cb (const char *path, const GError *error, gpointer data)
{
  g_autoptr (EntenteRelationsWindow) self = data;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("Saved “%s”"), name) : NULL;

  if (!entente_toplevel_is_open (GTK_WIDGET (self)))
    return;
  if (error != NULL)
    tell (self, error->message);
  else if (text != NULL)
    tell (self, text);
}

/* ---- actions ---- */

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRelationsWindow *self = ENTENTE_RELATIONS_WINDOW (widget);
  g_autofree char *text = entente_relations_view_format_tsv (self->view);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tell (self, _ ("Table copied"));
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRelationsWindow *self = ENTENTE_RELATIONS_WINDOW (widget);
  g_autofree char *filter = format_filter (self);
  EntenteRelationsPictureOptions options;

  if (read_options (self, &options, filter))
    entente_relations_files_save (GTK_WINDOW (self),
                                  &options,
                                  entente_study_get_path (get_study (self)),
                                  done_cb,
                                  g_object_ref (self));
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRelationsWindow *self = ENTENTE_RELATIONS_WINDOW (widget);
  g_autofree char *filter = format_filter (self);
  EntenteRelationsPictureOptions options;

  if (!read_options (self, &options, filter))
    return;
  options.style = ENTENTE_RELATIONS_LIGHT;
  entente_relations_files_print (GTK_WINDOW (self), &options, done_cb, g_object_ref (self));
}

static void
page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntenteRelationsWindow *self = ENTENTE_RELATIONS_WINDOW (widget);

  g_object_set (self->view, "page", g_variant_get_string (parameter, NULL), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* ---- GObject ---- */

static void
entente_relations_window_dispose (GObject *object)
{
  EntenteRelationsWindow *self = ENTENTE_RELATIONS_WINDOW (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_relations_window_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *class)
{
  static const char *const pages[] = { "matrix", "network", "activity", "table" };

  gtk_widget_class_add_binding_action (class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_c, GDK_CONTROL_MASK, "relations.copy", NULL);
  gtk_widget_class_add_binding_action (class,
                                       GDK_KEY_e,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "relations.export",
                                       NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_p, GDK_CONTROL_MASK, "relations.print", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding_action (class,
                                         GDK_KEY_1 + i,
                                         GDK_CONTROL_MASK,
                                         "relations.page",
                                         "s",
                                         pages[i]);
}

static void
entente_relations_window_class_init (EntenteRelationsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (ENTENTE_TYPE_RELATIONS_VIEW);
  G_OBJECT_CLASS (class)->dispose = entente_relations_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-relations-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EntenteRelationsWindow, view);
  gtk_widget_class_install_action (widget_class, "relations.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "relations.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "relations.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "relations.page", "s", page_action);
  add_keys (widget_class);
}

static void
entente_relations_window_init (EntenteRelationsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
entente_relations_window_present (EntenteWindow *parent)
{
  GtkWindow *open =
    entente_toplevel_find_above (GTK_WINDOW (parent), ENTENTE_TYPE_RELATIONS_WINDOW);
  EntenteRelationsWindow *self =
    open ? ENTENTE_RELATIONS_WINDOW (open) : g_object_new (ENTENTE_TYPE_RELATIONS_WINDOW, NULL);

  if (!open) {
    entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
    self->session = g_object_ref (entente_window_get_session (parent));
    adw_window_title_set_subtitle (self->title, entente_study_get_title (get_study (self)));
    entente_relations_view_set_session (self->view, self->session);
  }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
