/* Tables of actors: header, map, several rows of one actor, and rows that cannot be read. */
#include "config.h"

#include "entente-actor-table.h"

#include <glib/gstdio.h>
#include <string.h>

static EntenteActorDrafts *
read_text (const char *text, const char *map, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  EntenteActorDrafts *drafts;
  int fd = g_file_open_tmp ("entente-actors-XXXXXX.csv", &path, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  drafts = entente_actor_table_read (file, map, NULL, error);
  g_unlink (path);
  return drafts;
}

static void
test_header (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteActorDrafts) drafts =
    read_text ("Name;Type;Alias;Parent;Role;Start;End;ISO;Colour;Certainty\n"
               "Sigrid Moen;person;S. Moen|Moen;Norway;envoy;1993;1997-06;;;\n"
               "sigrid moen;;Moen;Harbour Guild;chair;[1998..1999];;;;probable\n"
               "Norway;State;Norge;;;;;NO;#AA0010;\n",
               NULL,
               &error);
  const EntenteActorDraft *moen, *norway;
  const EntenteActorTie *tie;

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->drafts->len, ==, 2);
  g_assert_cmpuint (drafts->n_skipped, ==, 0);
  moen = drafts->drafts->pdata[0];
  g_assert_cmpint (moen->actor->kind, ==, ENTENTE_ACTOR_PERSON);
  g_assert_cmpuint (moen->aliases->len, ==, 2);
  g_assert_cmpuint (moen->ties->len, ==, 2);
  tie = moen->ties->pdata[1];
  g_assert_cmpstr (tie->parent, ==, "Harbour Guild");
  g_assert_cmpstr (tie->affiliation->from->edtf, ==, "[1998..1999]");
  g_assert_null (tie->affiliation->to);
  g_assert_cmpint (tie->affiliation->certainty, ==, ENTENTE_CERTAINTY_PROBABLE);
  norway = drafts->drafts->pdata[1];
  g_assert_cmpint (norway->actor->kind, ==, ENTENTE_ACTOR_STATE);
  g_assert_cmpstr (norway->actor->colour, ==, "#aa0010");
  g_assert_cmpuint (norway->ties->len, ==, 0);
}

static void
test_map (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteActorDrafts) bare =
    read_text ("x,Moen,Norway,500\ny,Berg,Norway,\n", "name=2,parent=3,from=4", &error);
  g_autoptr (EntenteActorDrafts) named = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (bare->drafts->len, ==, 2);
  g_assert_cmpstr (
    ((EntenteActorTie *) ((EntenteActorDraft *) bare->drafts->pdata[0])->ties->pdata[0])
      ->affiliation->from->edtf,
    ==,
    "0500");
  named = read_text ("Who,Whose\nMoen,Norway\n", "name=Who,parent=Whose", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (named->drafts->len, ==, 1);
  g_assert_null (read_text ("a,b\n1,2\n", "name=7", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (read_text ("a,b\n1,2\n", "hat=1", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "a,b\n1,2\n", "name\nA\xff\xfe\n\"B" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_text (texts[i], NULL, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  }
}

static void
test_skipped (void)
{
  static const struct {
    const char *row, *reason;
  } cases[] = {
    { ",person,,,,", "has no name" },    { "A,wizard,,,,", "no kind of actor" },
    { "A,person,B,soon,,", "no date" },  { "A,person,B,2001,1999,", "ends before it begins" },
    { "A,person,B,,,red", "no colour" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
      g_strdup_printf ("name,kind,parent,from,to,colour\n%s\nNorway,state,,,,\n", cases[i].row);
    g_autoptr (EntenteActorDrafts) drafts = read_text (text, NULL, NULL);

    g_assert_cmpuint (drafts->n_skipped, ==, 1);
    g_assert_nonnull (strstr (drafts->skipped->pdata[0], "line 2"));
    g_assert_nonnull (strstr (drafts->skipped->pdata[0], cases[i].reason));
    g_assert_cmpuint (drafts->drafts->len, ==, 1); /* a bad row leaves nothing behind */
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-table/header", test_header);
  g_test_add_func ("/actor-table/map", test_map);
  g_test_add_func ("/actor-table/refused", test_refused);
  g_test_add_func ("/actor-table/skipped", test_skipped);
  return g_test_run ();
}
