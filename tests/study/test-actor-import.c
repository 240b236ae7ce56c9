/* Actors of a file against those of a study: who is new, who is known, where they belong, and when.
 */
#include "config.h"

#include "entente-actor-dictionary.h"
#include "entente-actor-import.h"
#include "entente-fixture.h"
#include <string.h>

static EntenteActorImport *
import_text (EntenteFixture *fixture, const char *text)
{
  g_autoptr (EntenteActorDrafts) drafts =
    entente_actor_dictionary_read (text, "list.txt", NULL, NULL);

  return entente_actor_import_new (entente_study_get_chronicle (fixture->study), drafts);
}

static const EntenteActor *
find_actor (const EntenteActorImport *import, const char *name)
{
  for (guint i = 0; i < import->records->len; i++) {
    EntenteRecord *record = import->records->pdata[i];

    if (record->entity == ENTENTE_ENTITY_ACTOR &&
        g_str_equal (((EntenteActor *) record)->name, name))
      return (EntenteActor *) record;
  }
  return NULL;
}

/* The affiliation of one to the other that begins so, or NULL. */
static const EntenteAffiliation *
find_tie (const EntenteActorImport *import, EntenteId actor, EntenteId parent, const char *from)
{
  for (guint i = 0; i < import->records->len; i++) {
    const EntenteAffiliation *tie = import->records->pdata[i];

    if (tie->record.entity == ENTENTE_ENTITY_AFFILIATION && tie->actor == actor &&
        tie->parent == parent && g_strcmp0 (tie->from ? tie->from->edtf : NULL, from) == 0)
      return tie;
  }
  return NULL;
}

/* Bodies are made once, are called as tables of events call them, and those of a state belong to
 * it. */
static void
test_bodies (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new ();
  g_autoptr (EntenteActorImport) import =
    import_text (fixture,
                 "NORWAY_ [NOR]\nSIGRID_MOEN_\n\t[NORGOV 930101-970630]\n\t[NORREB >970701]\n"
                 "OLA_BERG_ [NORGOVMIL 010101-021231] [IGOHBG 030101-031231]\n");
  const EntenteActor *state = find_actor (import, "Norway");
  const EntenteActor *government = find_actor (import, "Government (Norway)");
  const EntenteActor *rebels = find_actor (import, "Rebel (Norway)");
  const EntenteActor *moen = find_actor (import, "Sigrid Moen");
  const EntenteAffiliation *tie;

  g_assert_cmpuint (import->counts.n_actors, ==, 3);
  g_assert_cmpuint (import->counts.n_bodies, ==, 3);
  g_assert_cmpint (government->kind, ==, ENTENTE_ACTOR_GOVERNMENT);
  g_assert_cmpstr (government->cameo, ==, "NORGOV");
  tie = find_tie (import, moen->record.id, government->record.id, "1993-01-01");
  g_assert_cmpstr (tie->to->edtf, ==, "1997-06-30");
  g_assert_nonnull (find_tie (import, moen->record.id, rebels->record.id, "1997-07-01"));
  g_assert_nonnull (find_tie (import, government->record.id, state->record.id, NULL));
  g_assert_null (find_tie (import, rebels->record.id, state->record.id, NULL));
  g_assert_nonnull (find_actor (import, "IGOHBG"));
}

/* What is there is found by name, alias and code; it keeps what it says. */
static void
test_known (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteActorImport) import = NULL;

  entente_fixture_apply (fixture, "{'do':'set','entity':'actor','id':'north','cameo':'NOR'}");
  import = import_text (fixture,
                        "NORTHERN_KINGDOM_ [NOR]\n+THE_NORTH_\n+SOUTH_\n"
                        "ILSE_DAHL_ [NOR 930101-970630]\n");
  g_assert_cmpuint (import->counts.n_known, ==, 2);
  g_assert_cmpuint (import->counts.n_actors, ==, 0);
  g_assert_cmpuint (import->counts.n_bodies, ==, 0);
  g_assert_cmpuint (import->counts.n_aliases, ==, 1); /* "The North" */
  g_assert_cmpuint (import->counts.n_taken, ==, 1); /* "South" is somebody */
  g_assert_nonnull (
    find_tie (import, entente_id_from_key ("envoy"), entente_id_from_key ("north"), "1993-01-01"));
}

static gboolean
says (const EntenteActorImport *import, const char *words)
{
  for (guint i = 0; i < import->remarks->len; i++)
    if (strstr (import->remarks->pdata[i], words))
      return TRUE;
  return FALSE;
}

static void
test_doubtful_names (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteActorImport) import = NULL;

  entente_fixture_apply (fixture, "{'do':'add-actor','name':'south'}");
  import = import_text (fixture, "SOUTH_ [NOR]\nN\xd0\x9eRTH_ [ISL]\nNOBODY_\n");
  g_assert_cmpuint (import->counts.n_skipped, ==, 2);
  g_assert_cmpuint (import->counts.n_alike, ==, 1);
  g_assert_true (says (import, "several actors"));
  g_assert_true (says (import, "looks like “North”"));
  g_assert_true (says (import, "line 3"));
}

static void
test_describe (void)
{
  EntenteActorImportCounts counts = { .n_actors = 1, .n_known = 2, .n_skipped = 1 };
  g_autofree char *text = entente_actor_import_describe (&counts);

  g_assert_cmpstr (text, ==, "1 actor added, 2 known already, 1 line left out");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-import/bodies", test_bodies);
  g_test_add_func ("/actor-import/known", test_known);
  g_test_add_func ("/actor-import/doubtful-names", test_doubtful_names);
  g_test_add_func ("/actor-import/describe", test_describe);
  return g_test_run ();
}
