/* Records whole as JSON: the names that scripts rely on; the study as one object that reads back.
 */

#include "config.h"

#include "entente-fixture.h"
#include "entente-study-json.h"

#include <string.h>

static void
assert_members (json_t *object, const char *const *members)
{
  for (guint i = 0; members[i]; i++) {
    if (!json_object_get (object, members[i]))
      g_test_message ("%s", members[i]);
    g_assert_nonnull (json_object_get (object, members[i]));
  }
}

static void
assert_text (json_t *object, const char *member, const char *text)
{
  g_assert_cmpstr (json_string_value (json_object_get (object, member)), ==, text);
}

static void
test_event (void)
{
  static const char *const members[] = { "id",       "title",  "kind",  "when",     "participants",
                                         "evidence", "claims", "links", "articles", NULL };
  static const char *const date_members[] = { "edtf", "wording", "earliest", "latest", NULL };
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event (fixture->study, entente_id_from_key ("invite"), NULL);
  json_t *object = entente_study_event_to_json (fixture->study, detail);
  json_t *part = json_array_get (json_object_get (object, "participants"), 0);

  assert_members (object, members);
  assert_members (json_object_get (object, "when"), date_members);
  assert_text (json_object_get (object, "when"), "wording", "in March");
  assert_text (json_object_get (object, "when"), "latest", "2018-03-31");
  assert_text (object, "title", "The invitation");
  assert_text (object, "evidence", "single");
  assert_text (part, "actor", "North");
  assert_text (part, "role", "initiator");
  g_assert_cmpuint (json_array_size (json_object_get (object, "claims")), ==, 1);
  assert_text (json_array_get (json_object_get (object, "links"), 0), "type", "accepts");
  assert_text (json_array_get (json_object_get (object, "articles"), 0), "title", "A report");
  json_decref (object);
}

/* An event without a title has a description in its place, and says so. */
static void
test_untitled (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event (fixture->study, entente_id_from_key ("yes"), NULL);
  json_t *object = entente_study_event_to_json (fixture->study, detail);

  g_assert_nonnull (json_string_value (json_object_get (object, "title")));
  g_assert_true (json_is_false (json_object_get (object, "titled")));
  json_decref (object);
}

static void
test_actor (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  guint32 north = entente_chronicle_find_actor (chronicle, entente_id_from_key ("north"));
  json_t *object = entente_study_actor_to_json (fixture->study, north);

  assert_text (object, "name", "North");
  g_assert_cmpuint (json_array_size (json_object_get (object, "aliases")), ==, 2);
  g_assert_cmpint (json_integer_value (json_object_get (object, "events")), ==, 2);
  json_decref (object);
}

static void
test_article (void)
{
  static const char *const members[] = { "id", "title", "body", "notes", "marks", "claims", NULL };
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (fixture->study, entente_id_from_key ("report"), NULL);
  json_t *object = entente_study_article_to_json (fixture->study, detail);

  assert_members (object, members);
  assert_text (object, "body", detail->revision->text);
  json_decref (object);
}

static gboolean
append (gpointer data, const void *bytes, gsize length)
{
  g_string_append_len (data, bytes, length);
  return TRUE;
}

static gboolean
refuse (gpointer data, const void *bytes, gsize length)
{
  return --*(int *) data > 0;
}

/* @text receives what was written, unless NULL. */
static json_t *
write_study (EntenteFixture *fixture, const EntenteBitset *rows, char **text)
{
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  json_error_t failure;
  json_t *object;

  g_assert_true (entente_study_write_json (fixture->study, rows, append, written, &error));
  g_assert_no_error (error);
  object = json_loadb (written->str, written->len, JSON_REJECT_DUPLICATES, &failure);
  g_assert_nonnull (object);
  if (text)
    *text = g_string_free (g_steal_pointer (&written), FALSE);
  return object;
}

static void
test_whole_study (void)
{
  static const char *const members[] = { "format", "title",  "settings", "places", "actors",
                                         "events", "tracks", "articles", "views",  NULL };
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  json_t *object = write_study (fixture, NULL, NULL);

  assert_members (object, members);
  assert_text (object, "title", "Harbour Talks");
  g_assert_cmpuint (json_array_size (json_object_get (object, "events")), ==, 2);
  g_assert_cmpuint (json_array_size (json_object_get (object, "actors")), ==, 3);
  json_decref (object);
}

/* Beside the story, much on which the invitation does not rest. */
static void
add_other_things (EntenteFixture *fixture)
{
  entente_fixture_apply (fixture, "{'do':'add-actor','key':'spy','name':'Hidden One'}");
  entente_fixture_apply (fixture, "{'do':'add-place','key':'den','name':'Secret Den'}");
  entente_fixture_apply (fixture, "{'do':'add-place','key':'land','name':'The Land'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-place','key':'port','name':'Port Town','parent':'land'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-article','key':'other','title':'Leaked Paper','text':"
                         "'It lay in a drawer.\\n\\nNobody may read this. It is long enough.\\n'}");
  entente_fixture_apply (
    fixture,
    "{'do':'add-event','key':'meet','kind':'talks','title':'Meeting In Secret','place':'den',"
    "'participants':[{'actor':'spy','role':'initiator'}]}");
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','event':'meet','article':'report',"
                         "'quote':'It ends here'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-order','event':'meet','other':'invite','relation':'before'}");
  entente_fixture_apply (fixture, "{'do':'link','from':'meet','to':'invite','type':'part-of'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-affiliation','actor':'north','parent':'spy','role':'front'}");
  entente_fixture_apply (fixture, "{'do':'set','entity':'event','id':'invite','place':'port'}");
}

static guint
count (json_t *object, const char *member)
{
  return json_array_size (json_object_get (object, member));
}

/* A part that is given away tells of its events and of what they rest on. */
static void
test_part_of_study (void)
{
  static const char *const secrets[] = { "Hidden One",   "Secret Den", "Meeting In Secret",
                                         "Leaked Paper", "Nobody may", NULL };
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteChronicle *chronicle;
  g_autoptr (EntenteBitset) rows = NULL;
  g_autofree char *text = NULL;
  json_t *object, *event, *article;

  add_other_things (fixture);
  chronicle = entente_study_get_chronicle (fixture->study);
  rows = entente_bitset_new (entente_chronicle_get_n_rows (chronicle));
  entente_bitset_add (rows, entente_chronicle_find_row (chronicle, entente_id_from_key ("invite")));
  object = write_study (fixture, rows, &text);
  for (guint i = 0; secrets[i]; i++)
    g_assert_null (strstr (text, secrets[i]));
  event = json_array_get (json_object_get (object, "events"), 0);
  article = json_array_get (json_object_get (object, "articles"), 0);
  g_assert_cmpuint (count (object, "events"), ==, 1);
  g_assert_cmpuint (count (object, "actors"), ==, 2);
  g_assert_cmpuint (count (object, "places"), ==, 2);
  g_assert_cmpuint (count (object, "articles"), ==, 1);
  g_assert_cmpuint (count (object, "orders"), ==, 0);
  g_assert_cmpuint (count (event, "links"), ==, 0);
  g_assert_cmpuint (count (article, "claims"), ==, 1);
  g_assert_cmpuint (count (article, "marks"), ==, 1);
  g_assert_nonnull (json_object_get (article, "body"));
  json_decref (object);
}

/* What links two events that are both written is written with them. */
static void
test_links_of_part (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new_full (2);
  json_t *object = write_study (fixture, rows, NULL);

  g_assert_cmpuint (count (json_array_get (json_object_get (object, "events"), 0), "links"), ==, 1);
  g_assert_cmpuint (count (object, "actors"), ==, 3);
  g_assert_cmpuint (count (object, "settings"), ==, 0);
  json_decref (object);
}

/* Whoever writes may stop anywhere. */
static void
test_stopped (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new_full (2);
  gboolean done = FALSE;
  guint n_stopped = 0;

  for (int pieces = 1; !done; pieces++) {
    g_autoptr (GError) error = NULL;
    int left = pieces;

    done = entente_study_write_json (fixture->study, rows, refuse, &left, &error);
    g_assert_no_error (error);
    g_assert_true (done || left == 0);
    n_stopped += !done;
  }
  g_assert_cmpuint (n_stopped, >, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-json/event", test_event);
  g_test_add_func ("/study-json/untitled", test_untitled);
  g_test_add_func ("/study-json/actor", test_actor);
  g_test_add_func ("/study-json/article", test_article);
  g_test_add_func ("/study-json/whole-study", test_whole_study);
  g_test_add_func ("/study-json/part-of-study", test_part_of_study);
  g_test_add_func ("/study-json/links-of-part", test_links_of_part);
  g_test_add_func ("/study-json/stopped", test_stopped);
  return g_test_run ();
}
