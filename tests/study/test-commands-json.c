/* Lines of an apply file: what each does, and the sentences of those that make no sense. */

#include "config.h"

#include <string.h>

#include "entente-commands.h"
#include "entente-fixture.h"
#include "entente-query-parse.h"

static gpointer
read_record (EntenteFixture *fixture, EntenteEntity entity, const char *key)
{
  g_autoptr (GError) error = NULL;
  gpointer record = entente_store_get (entente_study_get_store (fixture->study),
                                       entity,
                                       entente_id_from_key (key),
                                       &error);

  g_assert_no_error (error);
  return record;
}

static void
test_keys (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteId id = entente_id_from_key ("north");
  g_autoptr (EntenteAlias) alias = NULL;

  /* By key, by number as text and as number, by name. */
  entente_fixture_apply (fixture, "{'do':'add-alias','actor':'north','text':'One'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-alias','actor':'%" G_GINT64_FORMAT "','text':'Two'}",
                         id);
  entente_fixture_apply (fixture, "{'do':'delete','entity':'alias','id':%" G_GINT64_FORMAT "}", id);
  entente_fixture_apply (fixture, "{'do':'add-alias','key':'four','actor':'n.','text':'Four'}");
  alias = read_record (fixture, ENTENTE_ENTITY_ALIAS, "four");
  g_assert_cmpint (alias->actor, ==, id);
}

/* Parts of what has a key have the same ids in every build. */
static void
test_parts_have_ids (void)
{
  g_autoptr (EntenteFixture) one = entente_fixture_new_story ();
  g_autoptr (EntenteFixture) other = entente_fixture_new_story ();
  g_autoptr (GPtrArray) parts =
    entente_store_list (entente_study_get_store (one->study), ENTENTE_ENTITY_PARTICIPATION, NULL);
  g_autoptr (GPtrArray) others =
    entente_store_list (entente_study_get_store (other->study), ENTENTE_ENTITY_PARTICIPATION, NULL);

  g_assert_cmpuint (parts->len, ==, 4);
  for (guint i = 0; i < parts->len; i++)
    g_assert_true (
      entente_record_equal (g_ptr_array_index (parts, i), g_ptr_array_index (others, i)));
}

static void
test_quotes (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteEvent) event = read_record (fixture, ENTENTE_ENTITY_EVENT, "yes");
  g_autoptr (EntenteClaim) claim = NULL;
  g_autoptr (EntenteClaim) again = NULL;
  g_autoptr (EntentePassage) passage = NULL;

  g_assert_cmpint (event->telling, ==, 39);
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','key':'c4','event':'yes','article':'report',"
                         "'quote':'South said yes','occurrence':2}");
  claim = read_record (fixture, ENTENTE_ENTITY_CLAIM, "c4");
  passage = entente_store_get (entente_study_get_store (fixture->study),
                               ENTENTE_ENTITY_PASSAGE,
                               claim->passage,
                               NULL);
  g_assert_cmpstr (passage->quote, ==, "South said yes");
  g_assert_cmpint (passage->start, ==, 80);
  /* Two claims on the same words share the mark. */
  entente_fixture_apply (fixture,
                         "{'do':'add-claim','key':'c5','event':'invite','article':'report',"
                         "'quote':'South said yes','occurrence':2}");
  again = read_record (fixture, ENTENTE_ENTITY_CLAIM, "c5");
  g_assert_cmpint (again->passage, ==, claim->passage);
}

static void
test_claim_without_quote (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteClaim) claim = NULL;

  entente_fixture_apply (fixture, "{'do':'add-claim','key':'c9','event':'yes','article':'report'}");
  claim = read_record (fixture, ENTENTE_ENTITY_CLAIM, "c9");
  g_assert_cmpint (claim->passage, ==, 0);
  g_assert_cmpstr (claim->outlet_name, ==, "A report");
}

static void
test_set (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteEvent) event = NULL;
  gint64 version;

  entente_fixture_apply (fixture,
                         "{'do':'set','entity':'event','id':'yes','title':'A yes','when':{'edtf':"
                         "'2018-04','not_after':'2018-04-20'},'mode':'announced','pinned':true}");
  event = read_record (fixture, ENTENTE_ENTITY_EVENT, "yes");
  g_assert_cmpstr (event->title, ==, "A yes");
  g_assert_cmpstr (event->kind, ==, "accept-invitation");
  g_assert_cmpint (event->mode, ==, ENTENTE_MODE_ANNOUNCED);
  g_assert_cmpint (event->when->not_after,
                   ==,
                   entente_day_number (2018, 4, 21) * ENTENTE_SECONDS_PER_DAY);
  g_assert_true (event->pinned);
  /* What is so already is no step. */
  version = entente_study_get_version (fixture->study);
  entente_fixture_apply (fixture, "{'do':'set','entity':'event','id':'yes','title':'A yes'}");
  entente_fixture_apply (fixture, "{'do':'set','entity':'actor','id':'north','name':'North'}");
  g_assert_cmpint (entente_study_get_version (fixture->study), ==, version);
}

static void
test_everything_else (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  static const char *const lines[] = {
    "{'do':'add-place','key':'port','name':'Port','latitude':1.5,'longitude':2}",
    "{'do':'add-track','key':'round','name':'Round','kind':'1.5','host':'north','secret':true}",
    "{'do':'add-issue','key':'fish','name':'Fish'}",
    "{'do':'add-era','name':'Winter','extent':'2018-01/2018-02','recurring':true}",
    "{'do':'add-order','event':'yes','other':'invite','relation':'after'}",
    "{'do':'add-position','actor':'south','issue':'fish','when':'2018','kind':'demand','text':'all'"
    ","
    "'article':'report','quote':'It ends here'}",
    "{'do':'add-question','text':'When?','kind':'date','event':'yes'}",
    "{'do':'add-event','kind':'talks','place':'port','track':'round','issues':['fish']}",
    "{'do':'set-participants','event':'yes','participants':[{'actor':'south'}]}",
    "{'do':'delete','entity':'event','id':'yes'}",
    "{'do':'delete','entity':'article','id':'report'}",
    "{'do':'add-coder','name':'Bo','initials':'B'}",
    "{'do':'add-template','name':'Short','kind':'chronology'}",
    "{'do':'add-field','key':'weight','name':'Weight','entity':'event','type':'number'}",
    "{'do':'add-field-value','field':'weight','subject':'invite','value':'3'}",
    "{'do':'add-lexicon','text':'stalled','kind':'postponement'}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    entente_fixture_apply (fixture, "%s", lines[i]);
}

static void
test_views (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteView) view = NULL;
  g_autoptr (EntenteQuery) query = NULL;
  g_autoptr (GError) error = NULL;

  entente_fixture_apply (fixture,
                         "{'do':'add-view','key':'v','name':'Both','key_number':3,'query':"
                         "{'actor':['north','South'],'match':'between'}}");
  view = read_record (fixture, ENTENTE_ENTITY_VIEW, "v");
  g_assert_cmpint (view->key, ==, 3);
  query =
    entente_query_from_text (view->query, entente_study_get_chronicle (fixture->study), &error);
  g_assert_no_error (error);
  g_assert_cmpint (query->match, ==, ENTENTE_MATCH_BETWEEN);
  g_assert_cmpuint (query->actors->len, ==, 2);
}

/* One name means one view, and one key recalls one: the newest that asked for it. */
static void
test_keys_of_views (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteView) first = NULL, second = NULL;
  g_autofree char *said = NULL;

  entente_fixture_apply (fixture, "{'do':'add-view','key':'a','name':'First','key_number':3}");
  entente_fixture_apply (fixture, "{'do':'add-view','key':'b','name':'Second','key_number':3}");
  first = read_record (fixture, ENTENTE_ENTITY_VIEW, "a");
  second = read_record (fixture, ENTENTE_ENTITY_VIEW, "b");
  g_assert_cmpint (first->key, ==, 0);
  g_assert_cmpint (second->key, ==, 3);
  g_clear_pointer (&first, entente_record_unref);
  g_clear_pointer (&second, entente_record_unref);

  entente_fixture_apply (fixture, "{'do':'set','entity':'view','id':'a','key_number':3}");
  first = read_record (fixture, ENTENTE_ENTITY_VIEW, "a");
  second = read_record (fixture, ENTENTE_ENTITY_VIEW, "b");
  g_assert_cmpint (first->key, ==, 3);
  g_assert_cmpint (second->key, ==, 0);

  said =
    entente_fixture_refuse (fixture, ENTENTE_ERROR_CONFLICT, "{'do':'add-view','name':'first'}");
  g_assert_nonnull (strstr (said, "first"));
}

static void
test_refusals (void)
{
  static const struct {
    EntenteError code;
    const char *line, *part;
  } cases[] = {
    { ENTENTE_ERROR_INVALID, "{'do':'add-actor'", "JSON" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-actor','do':'add-event'}", "JSON" },
    { ENTENTE_ERROR_INVALID, "[]", "do" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-acter','name':'X'}", "add-actor" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-actor','nam':'X'}", "nam" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-actor'}", "name" },
    { ENTENTE_ERROR_CONFLICT, "{'do':'add-actor','key':'north','name':'X'}", "north" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-actor','name':'X','aliases':[3]}", "aliases" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-event','kind':'invitaton'}", "invitation" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-event','kind':'talks','when':'2018-13'}", "2018-13" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-event','kind':'talks','participants':[{}]}", "actor" },
    { ENTENTE_ERROR_NOT_FOUND,
      "{'do':'add-event','kind':'talks','participants':[{'actor':'west'}]}",
      "west" },
    { ENTENTE_ERROR_INVALID,
      "{'do':'add-claim','event':'yes','article':'report','quote':'No such words'}",
      "No such words" },
    { ENTENTE_ERROR_INVALID,
      "{'do':'add-claim','event':'yes','article':'report','quote':'North','occurrence':2}",
      "occurrence" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-claim','article':'report'}", "event" },
    { ENTENTE_ERROR_NOT_FOUND, "{'do':'add-article','file':'not-there.txt'}", "not-there.txt" },
    { ENTENTE_ERROR_INVALID, "{'do':'set','entity':'evnt','id':'yes'}", "evnt" },
    { ENTENTE_ERROR_NOT_FOUND, "{'do':'set','entity':'event','id':'no','title':'x'}", "no" },
    { ENTENTE_ERROR_INVALID, "{'do':'set','entity':'revision','id':'report','text':'x'}", "never" },
    { ENTENTE_ERROR_INVALID, "{'do':'set-participants','event':'yes'}", "participants" },
    { ENTENTE_ERROR_INVALID,
      "{'do':'set','entity':'event','id':'yes','participants':null}",
      "participants" },
    { ENTENTE_ERROR_INVALID,
      "{'do':'set','entity':'event','id':'yes','participants':{'actor':'south'}}",
      "participants" },
    { ENTENTE_ERROR_INVALID,
      "{'do':'add-event','kind':'talks','participants':'south'}",
      "participants" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-actor','name':'X','aliases':'Y'}", "aliases" },
    { ENTENTE_ERROR_NOT_FOUND, "{'do':'delete','entity':'event','id':'no'}", "no" },
    { ENTENTE_ERROR_INVALID, "{'do':'set-study','title':3}", "title" },
    { ENTENTE_ERROR_NOT_FOUND, "{'do':'add-view','name':'V','query':{'actor':'Nort'}}", "North" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-view','name':'V','key_number':12}", "key_number" },
    { ENTENTE_ERROR_INVALID, "{'do':'add-issue','name':'Fish','quote':'x'}", "quote" },
  };
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *message = entente_fixture_refuse (fixture, cases[i].code, cases[i].line);

    g_test_message ("%s", message);
    g_assert_nonnull (strstr (message, cases[i].part));
  }
}

/* The names that a query knows stand for records here too; of two of one name it is asked which. */
static void
test_names (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *ambiguous = NULL, *unknown = NULL;

  entente_fixture_apply (fixture, "{'do':'add-place','name':'The Port'}");
  entente_fixture_apply (fixture, "{'do':'set','entity':'event','id':'yes','place':'the port'}");
  entente_fixture_apply (fixture, "{'do':'add-actor','name':'Twin'}");
  entente_fixture_apply (fixture, "{'do':'add-actor','name':'twin'}");
  ambiguous = entente_fixture_refuse (fixture,
                                      ENTENTE_ERROR_INVALID,
                                      "{'do':'set','entity':'actor','id':'Twin','name':'Third'}");
  g_assert_nonnull (strstr (ambiguous, "give the number"));
  unknown = entente_fixture_refuse (fixture,
                                    ENTENTE_ERROR_NOT_FOUND,
                                    "{'do':'set','entity':'event','id':'yes','place':'The Prot'}");
  g_assert_nonnull (strstr (unknown, "The Port"));
}

static void
test_coder (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GPtrArray) history =
    entente_store_get_history (entente_study_get_store (fixture->study), NULL);

  for (guint i = 0; i < history->len; i++)
    g_assert_cmpstr (((EntenteJournalEntry *) g_ptr_array_index (history, i))->coder, ==, "Ada");
}

/* The first quote of an event says where it is told, and changes nothing else of it: what others
 * wrote since the line was read stays. */
static void
test_telling (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteId id = entente_id_from_key ("told");
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (EntenteEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  entente_fixture_apply (fixture, "{'do':'add-event','key':'told','kind':'denial','title':'One'}");
  step = entente_commands_from_json (fixture->study,
                                     "{\"do\":\"add-claim\",\"event\":\"told\",\"article\":"
                                     "\"report\",\"quote\":\"The envoy denied\"}",
                                     NULL,
                                     &error);
  g_assert_no_error (error);
  entente_fixture_apply (fixture, "{'do':'set','entity':'event','id':'told','title':'Another'}");
  changes = entente_study_apply (fixture->study, step, &error);
  g_assert_no_error (error);
  event =
    entente_store_get (entente_study_get_store (fixture->study), ENTENTE_ENTITY_EVENT, id, &error);
  g_assert_cmpstr (event->title, ==, "Another");
  g_assert_cmpint (event->telling, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commands-json/keys", test_keys);
  g_test_add_func ("/commands-json/parts-have-ids", test_parts_have_ids);
  g_test_add_func ("/commands-json/quotes", test_quotes);
  g_test_add_func ("/commands-json/claim-without-quote", test_claim_without_quote);
  g_test_add_func ("/commands-json/set", test_set);
  g_test_add_func ("/commands-json/everything-else", test_everything_else);
  g_test_add_func ("/commands-json/views", test_views);
  g_test_add_func ("/commands-json/keys-of-views", test_keys_of_views);
  g_test_add_func ("/commands-json/refusals", test_refusals);
  g_test_add_func ("/commands-json/names", test_names);
  g_test_add_func ("/commands-json/coder", test_coder);
  g_test_add_func ("/commands-json/telling", test_telling);
  return g_test_run ();
}
