/* A copy of the sample study with a session. */
#include "config.h"

#include "entente-commands.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"
#include <glib/gstdio.h>

#define SETTLE_MS 250

EntenteSample *
entente_sample_new (void)
{
  EntenteSample *self = g_new0 (EntenteSample, 1);
  g_autofree char *from =
    g_build_filename (g_getenv ("ENTENTE_SAMPLES_DIR"), "afghan-talks-2018.entente", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("entente-sample-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "sample.entente", NULL);
  target = g_file_new_for_path (self->path);
  g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->study = entente_study_open (self->path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  self->session = entente_session_new (self->study);
  return self;
}

void
entente_sample_apply (EntenteSample *self, EntenteStep *step)
{
  g_autoptr (EntenteStep) taken = step;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (self->study, taken, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
}

EntenteId
entente_sample_add_text (EntenteSample *self, const char *published, const char *text)
{
  g_autoptr (EntenteArticle) article = entente_article_new ();
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  EntenteStep *step = entente_step_new ("Add article");

  article->record.id = entente_id_new ();
  article->title = g_strdup ("A story");
  article->published = entente_date_parse (published, NULL);
  revision->record.id = entente_id_new ();
  revision->article = article->record.id;
  revision->number = 1;
  revision->text = g_strdup (text);
  entente_step_insert (step, article);
  entente_step_insert (step, revision);
  entente_sample_apply (self, step);
  return article->record.id;
}

void
entente_sample_close (EntenteSample *self, GtkWidget *window, gpointer view)
{
  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_sample_settle (self);
  g_assert_null (view);
  entente_sample_free (self);
}

EntenteChronicle *
entente_sample_get_chronicle (EntenteSample *self)
{
  return entente_study_get_chronicle (self->study);
}

void
entente_sample_undo (EntenteSample *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = entente_study_undo (self->study, &error);

  g_assert_no_error (error);
}

EntenteId
entente_sample_add_actor (EntenteSample *self, const char *name)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = entente_id_new ();
  actor->name = g_strdup (name);
  entente_sample_apply (self, entente_commands_add_actor (actor, NULL, NULL));
  return actor->record.id;
}

EntenteId
entente_sample_add_article (EntenteSample *self, gint64 year)
{
  g_autoptr (EntenteArticle) article = entente_article_new ();
  EntenteStep *step = entente_step_new ("Add article");

  article->record.id = entente_id_new ();
  article->title = g_strdup ("Another article");
  article->published = entente_date_new_day (year, 3, 1);
  entente_step_insert (step, article);
  entente_sample_apply (self, step);
  return article->record.id;
}

void
entente_sample_add_namesakes (EntenteSample *self)
{
  g_autoptr (EntenteChronicle) chronicle =
    entente_chronicle_ref (entente_study_get_chronicle (self->study));

  for (guint i = 0; i < entente_chronicle_get_n_actors (chronicle); i++)
    entente_sample_add_actor (self, entente_chronicle_get_actor (chronicle, i)->name);
}

void
entente_sample_settle (EntenteSample *self)
{
  gint64 end = g_get_monotonic_time () + SETTLE_MS * 1000;

  while (g_get_monotonic_time () < end) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (500);
  }
}

void
entente_sample_free (EntenteSample *self)
{
  entente_sample_settle (self);
  g_assert_finalize_object (g_steal_pointer (&self->session));
  entente_study_close (self->study);
  g_assert_finalize_object (g_steal_pointer (&self->study));
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

EntenteId
entente_sample_get_article (EntenteSample *sample)
{
  return entente_chronicle_get_article (entente_study_get_chronicle (sample->study), 0)->record.id;
}

EntentePassage *
entente_sample_create_passage (EntenteSample *sample, const char *words)
{
  EntenteId id = entente_sample_get_article (sample);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDetail) detail = entente_study_read_article (sample->study, id, &error);
  const char *found = strstr (detail->revision->text, words);
  gint64 start;

  g_assert_no_error (error);
  g_assert_nonnull (found);
  entente_session_set_article (sample->session, id);
  start = g_utf8_pointer_to_offset (detail->revision->text, found);
  return entente_passage_new_from_text (detail->revision->record.id,
                                        detail->revision->text,
                                        start,
                                        start + g_utf8_strlen (words, -1));
}

void
entente_sample_drop_form (GtkWidget *form)
{
  entente_probe_wait (G_OBJECT (form)->ref_count == 1);
  g_assert_finalize_object (form);
}
