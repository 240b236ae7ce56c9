/* How a window comes to a study: it reads it while another may be at work, and shows with it, or
 * not at all. */
#include "config.h"

#include "entente-article-view.h"
#include "entente-head-start.h"
#include "entente-intake.h"
#include "entente-recovering.h"
#include "entente-same-file.h"
#include "entente-toplevel.h"
#include "entente-window-private.h"

#include <glib/gi18n.h>

/* What two pages one after the other would take longer to draw than a study of ordinary size to
 * open. */
#define MOMENT_MS 300

static void
set_asker (EntenteWindow *self, EntenteWindow *asker)
{
  g_set_weak_pointer (&self->asker, asker);
}

/* What was open where the study was asked for stays. */
static void
tell_failure (EntenteWindow *self, EntenteWindow *asker, const char *path, const GError *error)
{
  /* A file of another name was hardly ever a study. */
  if (g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT) &&
      g_str_has_suffix (path, ".entente"))
    entente_recovering_offer (asker ? asker : self, path, error->message);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    entente_window_show_error (asker ? asker : self,
                               _ ("The Study Could Not Be Opened"),
                               error->message);
}

static void
present_now (EntenteWindow *self)
{
  g_clear_handle_id (&self->presenting, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static void
present_later_cb (gpointer data)
{
  EntenteWindow *self = data;

  self->presenting = 0;
  present_now (self);
}

void
entente_window_present_soon (EntenteWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) || !self->opening)
    present_now (self);
  else if (self->presenting == 0)
    self->presenting = g_timeout_add_once (MOMENT_MS, present_later_cb, self);
}

/* A window of its own shows now, or never: it goes when the study failed, and when the window that
 * asked is gone, since then the program may have been left. */
static void
settle (EntenteWindow *self, const char *path, const GError *error)
{
  g_autoptr (EntenteWindow) asker = self->asker ? g_object_ref (self->asker) : NULL;

  set_asker (self, NULL);
  if (self->presenting != 0)
    present_now (self);
  if (error && (asker || gtk_widget_get_visible (GTK_WIDGET (self))))
    tell_failure (self, asker, path, error);
  if (asker && !error)
    gtk_window_present (GTK_WINDOW (self));
  else if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* The opening does not hold the window: one that is closed goes at once, and its dispose cancels
 * the job. */
static EntenteWindow *
take_window (GWeakRef *ref)
{
  EntenteWindow *self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);
  return self;
}

/* To the words, whose keys are the ones a study is worked on with; else the first button would have
 * it, and that one leaves. */
static void
give_keyboard (EntenteWindow *self)
{
  GtkWidget *article = GTK_WIDGET (self->article_slot);

  if (gtk_widget_get_mapped (article) &&
      entente_session_get_article (self->session) != ENTENTE_ID_NONE)
    entente_article_view_focus_text (ENTENTE_ARTICLE_VIEW (adw_bin_get_child (self->article_slot)));
  else if (!gtk_widget_get_mapped (article) ||
           !gtk_widget_child_focus (article, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

/* The sentence about a damaged study says to open a backup; this says where they are. */
static void
name_backups (const char *path, GError *error)
{
  g_autofree char *folder = entente_backup_get_folder (path);
  g_autofree char *name = g_filename_display_name (folder);
  g_autoptr (GPtrArray) backups = entente_backup_list_names (folder);
  char *message;

  if (backups->len == 0 || !g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT))
    return;
  message = g_strdup_printf (ngettext ("%s\n\nThere is %u backup of it, in %s.",
                                       "%s\n\nThere are %u backups of it, in %s.",
                                       backups->len),
                             error->message,
                             backups->len,
                             name);
  g_free (error->message);
  error->message = message;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteWindow) self = take_window (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudy) study = entente_head_start_open_finish (result, &error);
  g_autofree char *path = NULL;

  if (!self)
    return; /* closed meanwhile */
  path = g_steal_pointer (&self->opening);
  if (error)
    name_backups (path, error);
  g_clear_object (&self->job);
  if (study)
    entente_window_set_study (self, study);
  else
    entente_intake_forget_waiting (self);
  entente_window_show_page (self);
  if (study)
    give_keyboard (self);
  settle (self, path, error);
}

void
entente_window_open_path (EntenteWindow *self, const char *path, EntenteOpenMode mode)
{
  GWeakRef *ref = g_new (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  g_free (self->opening);
  self->opening = g_strdup (path);
  g_set_object (&self->job, NULL);
  self->job = g_cancellable_new ();
  entente_head_start_open_async (path, mode, self->job, opened_cb, ref);
  entente_window_show_page (self);
}

EntenteWindow *
entente_window_open_beside (EntenteWindow *self, const char *path, EntenteOpenMode mode)
{
  EntenteWindow *other = entente_window_new (gtk_window_get_application (GTK_WINDOW (self)));

  set_asker (other, self);
  entente_window_open_path (other, path, mode);
  return other;
}

gboolean
entente_window_has_path (EntenteWindow *self, const char *path)
{
  return entente_same_file (self->opening, path) ||
         (self->study && entente_same_file (entente_study_get_path (self->study), path));
}

gboolean
entente_window_is_free (EntenteWindow *self)
{
  return !self->study && !self->opening;
}
