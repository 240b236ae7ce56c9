/* A study in a folder of its own, for tests of study. */

#include "config.h"

#include "entente-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "entente-commands.h"
#include "entente-record-json.h"
#include "entente-test-folder.h"

EntenteFixture *
entente_fixture_new (void)
{
  EntenteFixture *self = g_new0 (EntenteFixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("entente-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "talks.entente", NULL);
  self->study = entente_study_open (self->path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
entente_fixture_free (EntenteFixture *self)
{
  entente_study_close (self->study);
  /* The thread that read a file lets go of the study a moment after its callback. */
  for (guint i = 0; i < 1000 && g_atomic_int_get (&G_OBJECT (self->study)->ref_count) > 1; i++)
    g_usleep (1000);
  g_assert_finalize_object (self->study);
  entente_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/* Quotes of shell and C would hide the JSON. */
static char *
make_json (const char *text)
{
  char *json = g_strdup (text);

  g_strdelimit (json, "'", '"');
  return json;
}

void
entente_fixture_apply (EntenteFixture *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  json = make_json (text);
  entente_study_apply_json (self->study, json, self->folder, &error);
  if (error)
    g_test_message ("%s", json);
  g_assert_no_error (error);
}

char *
entente_fixture_refuse (EntenteFixture *self, EntenteError code, const char *line)
{
  g_autofree char *json = make_json (line);
  g_autofree char *before = entente_fixture_dump (self);
  g_autofree char *after = NULL;
  gint64 version = entente_study_get_version (self->study);
  g_autoptr (GError) error = NULL;

  g_assert_false (entente_study_apply_json (self->study, json, self->folder, &error));
  g_assert_error (error, ENTENTE_ERROR, (int) code);
  after = entente_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (entente_study_get_version (self->study), ==, version);
  return g_strdup (error->message);
}

EntenteFixture *
entente_fixture_new_story (void)
{
  EntenteFixture *self = entente_fixture_new ();

  entente_fixture_apply (self, "{'do':'set-study','title':'Harbour Talks','coder':'Ada'}");
  entente_fixture_apply (self,
                         "{'do':'add-actor','key':'north','name':'North','kind':'state',"
                         "'aliases':['Northern Kingdom',{'text':'N.','kind':'abbreviation'}]}");
  entente_fixture_apply (self,
                         "{'do':'add-actor','key':'south','name':'South','kind':'government'}");
  entente_fixture_apply (self,
                         "{'do':'add-actor','key':'envoy','name':'Ilse Dahl','kind':'person'}");
  entente_fixture_apply (self,
                         "{'do':'add-affiliation','actor':'envoy','parent':'north','role':'envoy',"
                         "'from':'2018-02'}");
  entente_fixture_apply (self,
                         "{'do':'add-article','key':'report','title':'A report','published':"
                         "'2018-08-01','text':'North invited South to talks in March. South said "
                         "yes.[1] The envoy denied that South said yes.\\nIt ends here.\\n'}");
  entente_fixture_apply (
    self,
    "{'do':'add-event','key':'invite','kind':'invitation','title':'The "
    "invitation','when':{'edtf':'2018-03','wording':'in March'},'participants':"
    "[{'actor':'north','role':'initiator'},{'actor':'south','role':"
    "'addressee'}]}");
  entente_fixture_apply (self,
                         "{'do':'add-event','key':'yes','kind':'accept-invitation','when':"
                         "'2018-04-02','participants':[{'actor':'south','role':'initiator'},"
                         "{'actor':'north','role':'addressee'}]}");
  entente_fixture_apply (self,
                         "{'do':'add-claim','key':'c1','event':'invite','article':'report',"
                         "'quote':'North invited South to talks'}");
  entente_fixture_apply (self,
                         "{'do':'add-claim','key':'c2','event':'yes','article':'report',"
                         "'quote':'South said yes'}");
  entente_fixture_apply (self,
                         "{'do':'add-claim','key':'c3','event':'yes','article':'report','quote':"
                         "'The envoy denied','speaker':'envoy','stance':'denies'}");
  entente_fixture_apply (self,
                         "{'do':'link','key':'l1','from':'yes','to':'invite','type':'accepts'}");
  return self;
}

/* ---- telling ---- */

char *
entente_fixture_dump (EntenteFixture *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) records =
      entente_store_list (entente_study_get_store (self->study), entity, &error);

    g_assert_no_error (error);
    for (guint i = 0; i < records->len; i++) {
      json_t *json = entente_record_to_json (g_ptr_array_index (records, i));
      char *line = json_dumps (json, JSON_COMPACT | JSON_SORT_KEYS);

      g_string_append_printf (text, "%s %s\n", entente_entity_nick (entity), line);
      free (line);
      json_decref (json);
    }
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
dump_threads (GString *text, const char *name, const EntenteThread *threads, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            " %s %" G_GINT64_FORMAT " %u %u %u",
                            name,
                            threads[i].id,
                            threads[i].row,
                            threads[i].type,
                            threads[i].basis);
}

static void
dump_row (GString *text, const EntenteChronicle *chronicle, guint row)
{
  EntenteEventRow event;
  const EntentePart *parts;
  const EntenteVoice *voices;
  const EntenteThread *threads;
  guint n;

  entente_chronicle_get_row (chronicle, row, &event);
  g_string_append_printf (text,
                          "\n%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          " kind %u flags %u place %" G_GINT64_FORMAT
                          " telling %d derived %d %d %d",
                          event.id,
                          event.points.earliest_start,
                          event.points.latest_end,
                          event.kind,
                          event.flags,
                          entente_chronicle_get_place (chronicle, row),
                          event.telling,
                          entente_chronicle_get_evidence (chronicle, row),
                          entente_chronicle_get_status (chronicle, row),
                          entente_chronicle_get_answered (chronicle, row));
  g_string_append_printf (text, " lead %u", entente_chronicle_get_lead (chronicle, row));
  parts = entente_chronicle_get_parts (chronicle, row, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            " part %u %u %u",
                            parts[i].actor,
                            parts[i].role,
                            parts[i].speaks_for);
  voices = entente_chronicle_get_voices (chronicle, row, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            " voice %" G_GINT64_FORMAT " %u %u %u %u %u",
                            voices[i].id,
                            voices[i].article,
                            voices[i].outlet,
                            voices[i].speaker,
                            voices[i].origin,
                            voices[i].stance);
  threads = entente_chronicle_get_answers_to (chronicle, row, &n);
  dump_threads (text, "to", threads, n);
  threads = entente_chronicle_get_answered_by (chronicle, row, &n);
  dump_threads (text, "by", threads, n);
}

static void
dump_actor (GString *text, const EntenteChronicle *chronicle, guint actor)
{
  guint n;
  const EntenteAlias *const *aliases;
  const EntenteAffiliation *const *affiliations;

  g_string_append_printf (text,
                          "\nactor %s rank %u count %u",
                          entente_chronicle_get_actor (chronicle, actor)->name,
                          entente_chronicle_get_actor_rank (chronicle, actor),
                          entente_chronicle_get_actor_count (chronicle, actor, TRUE));
  aliases = entente_chronicle_get_aliases (chronicle, actor, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " alias %s", aliases[i]->text);
  affiliations = entente_chronicle_get_affiliations (chronicle, actor, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " in %" G_GINT64_FORMAT, affiliations[i]->parent);
}

char *
entente_fixture_dump_chronicle (const EntenteChronicle *chronicle)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entente_chronicle_get_n_actors (chronicle); i++)
    dump_actor (text, chronicle, i);
  for (guint i = 0; i < entente_chronicle_get_n_articles (chronicle); i++)
    g_string_append_printf (text,
                            "\narticle %s",
                            entente_chronicle_get_article (chronicle, i)->title);
  for (guint i = 0; i < entente_chronicle_get_n_rows (chronicle); i++)
    dump_row (text, chronicle, i);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

EntenteStudy *
entente_fixture_open_copy (EntenteFixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "copy.entente", NULL);
  g_autoptr (GError) error = NULL;
  EntenteStudy *copy;

  g_unlink (path);
  entente_store_copy (entente_study_get_store (self->study), path, TRUE, NULL, &error);
  g_assert_no_error (error);
  copy = entente_study_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  return copy;
}

void
entente_fixture_keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

GAsyncResult *
entente_fixture_wait (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

guint
entente_fixture_count_rows (EntenteStudy *study)
{
  return entente_chronicle_get_n_rows (entente_study_get_chronicle (study));
}

void
entente_fixture_assert_like_fresh (EntenteFixture *fixture)
{
  g_autoptr (EntenteStudy) fresh = entente_fixture_open_copy (fixture);
  g_autofree char *patched =
    entente_fixture_dump_chronicle (entente_study_get_chronicle (fixture->study));
  g_autofree char *built = entente_fixture_dump_chronicle (entente_study_get_chronicle (fresh));

  g_assert_cmpstr (patched, ==, built);
}

char *
entente_fixture_write_file (EntenteFixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

void
entente_fixture_write_large_table (EntenteFixture *fixture, const char *name)
{
  g_autoptr (GString) text = g_string_new ("date,source,kind,target\n");
  g_autofree char *path = NULL;

  for (guint i = 0; i < 6000; i++)
    g_string_append_printf (text, "2018-01-%02u,North,statement,East\n", i % 28 + 1);
  path = entente_fixture_write_file (fixture, name, text->str);
}
