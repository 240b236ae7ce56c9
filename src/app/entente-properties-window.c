/* Read once on the store's worker, when the window comes up. Main thread. */
#include "config.h"

#include "entente-properties-window.h"

#include "entente-preferences.h"
#include "entente-study-properties.h"
#include "entente-toplevel.h"
#include "entente-window-private.h"

#include <glib/gi18n.h>

/* More lines than these are told by the command line. */
#define LINES_SHOWN 100

struct _EntentePropertiesWindow {
  AdwWindow parent_instance;

  EntenteStudy *study;
  GCancellable *reading;

  AdwPreferencesGroup *file, *counts, *log;
};

G_DEFINE_FINAL_TYPE (EntentePropertiesWindow, entente_properties_window, ADW_TYPE_WINDOW)

/* ---- rows ---- */

/* What rows say may hold anything: it is no markup. Takes @value. */
static void
add_row (AdwPreferencesGroup *group, const char *title, char *value)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_add (group, row);
  g_free (value);
}

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  return moment ? g_date_time_format (moment, C_ ("backup", "%-d %B %Y, %H:%M")) : g_strdup ("");
}

static char *
describe_backup (EntentePropertiesWindow *self, const EntenteFileFacts *facts)
{
  g_autofree char *time = NULL;

  if (facts->last_backup == 0)
    return g_strdup (_ ("None yet: one is made when the study is closed after changes"));
  time = format_time (facts->last_backup);
  if (!facts->last_backup_path || !g_file_test (facts->last_backup_path, G_FILE_TEST_EXISTS))
    return g_strdup_printf (_ ("%s; that copy is not there any more"), time);
  return g_strdup_printf (_ ("%s, found whole"), time);
}

static char *
describe_steps (const EntenteFileFacts *facts)
{
  g_autofree char *first = NULL, *last = NULL;

  if (facts->n_steps == 0)
    return g_strdup (_ ("Nothing was changed yet"));
  first = format_time (facts->first_step);
  last = format_time (facts->last_step);
  return g_strdup_printf (ngettext ("%'d step, %s", "%'d steps, from %s to %s", facts->n_steps),
                          (int) facts->n_steps,
                          first,
                          last);
}

static void
show_file (EntentePropertiesWindow *self, const EntenteFileFacts *facts, const char *coder)
{
  const char *path = entente_study_get_path (self->study);

  add_row (self->file, _ ("Name"), g_filename_display_name (path));
  add_row (self->file,
           _ ("Size"),
           g_format_size_full ((guint64) facts->size, G_FORMAT_SIZE_LONG_FORMAT));
  if (entente_study_is_read_only (self->study))
    add_row (self->file,
             _ ("Writing"),
             g_strdup (_ ("Open for reading only; “Save a Copy” makes one that can be changed")));
  add_row (self->file, _ ("History"), describe_steps (facts));
  add_row (self->file, _ ("Last checked backup"), describe_backup (self, facts));
  add_row (self->file, _ ("Version of the file"), g_strdup_printf ("%d", (int) facts->schema));
  add_row (self->file, _ ("Version of Entente"), g_strdup (VERSION));
  if (coder && *coder)
    add_row (self->file, _ ("Changes are made as"), g_strdup (coder));
}

static void
show_counts (EntentePropertiesWindow *self, const EntenteStudyProperties *properties)
{
  static const struct {
    EntenteEntity entity;
    const char *label;
  } shown[] = {
    { ENTENTE_ENTITY_ARTICLE, N_ ("Articles") },   { ENTENTE_ENTITY_EVENT, N_ ("Events") },
    { ENTENTE_ENTITY_CLAIM, N_ ("Claims") },       { ENTENTE_ENTITY_ACTOR, N_ ("Actors") },
    { ENTENTE_ENTITY_POSITION, N_ ("Positions") }, { ENTENTE_ENTITY_QUESTION, N_ ("Questions") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    add_row (self->counts,
             _ (shown[i].label),
             g_strdup_printf ("%'d", (int) properties->counts[shown[i].entity]));
}

static void
show_log (EntentePropertiesWindow *self, const GPtrArray *log)
{
  for (guint i = 0; i < MIN (log->len, LINES_SHOWN); i++) {
    const EntenteLogEntry *entry = log->pdata[i];
    g_autofree char *time = entry->time >= 0 ? format_time (entry->time) : NULL;

    add_row (self->log, time ? time : _ ("At an unknown time"), g_strdup (entry->text));
  }
  if (log->len == 0)
    add_row (self->log, _ ("Nothing"), g_strdup (_ ("Nothing went wrong that was noted")));
}

/* ---- reading ---- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePropertiesWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudyProperties) properties =
    entente_study_read_properties_finish (ENTENTE_STUDY (source), result, &error);
  g_autofree char *coder = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->file)
    return;
  if (!properties) {
    add_row (self->file, _ ("The properties could not be read"), g_strdup (error->message));
    return;
  }
  coder = entente_preferences_dup_coder ();
  show_file (self, properties->facts, coder);
  show_counts (self, properties);
  show_log (self, properties->log);
}

/* ---- GObject ---- */

static void
entente_properties_window_dispose (GObject *object)
{
  EntentePropertiesWindow *self = ENTENTE_PROPERTIES_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->study);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENTENTE_TYPE_PROPERTIES_WINDOW);

  G_OBJECT_CLASS (entente_properties_window_parent_class)->dispose (object);
}

static void
entente_properties_window_class_init (EntentePropertiesWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_properties_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-properties-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntentePropertiesWindow, file);
  gtk_widget_class_bind_template_child (widget_class, EntentePropertiesWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, EntentePropertiesWindow, log);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_properties_window_init (EntentePropertiesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

EntentePropertiesWindow *
entente_properties_window_present (EntenteWindow *parent)
{
  GtkWindow *open =
    entente_toplevel_find_above (GTK_WINDOW (parent), ENTENTE_TYPE_PROPERTIES_WINDOW);
  EntentePropertiesWindow *self =
    open ? ENTENTE_PROPERTIES_WINDOW (open) : g_object_new (ENTENTE_TYPE_PROPERTIES_WINDOW, NULL);

  if (!open) {
    entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (parent));
    self->study = g_object_ref (parent->study);
    self->reading = g_cancellable_new ();
    entente_study_read_properties_async (self->study, self->reading, read_cb, g_object_ref (self));
  }
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
