/* Tests of pictures of a session: a poster of the sample study of 2002 to 2015 shows the scene that
 * was laid out for it, on one sheet and over six. */
#include "config.h"

#include "../print/entente-poster-shown.h"
#include "entente-app-fixture.h"
#include "entente-commands.h"
#include "entente-picture-inputs.h"
#include <adwaita.h>
#include <string.h>

#define N_EVENTS 123

typedef struct {
  EntenteStudy *study;
  EntenteSession *session;
} Place;

static gboolean
is_filtered (gpointer session)
{
  const EntenteBitset *rows = entente_session_get_filtered (session);

  return rows && entente_bitset_count (rows) == N_EVENTS;
}

static void
set_up (Place *place, gconstpointer data)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("ENTENTE_SAMPLES_DIR"), "iran-nuclear-2003-2015.entente", NULL);
  g_autoptr (GError) error = NULL;

  place->study = entente_study_open (path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  place->session = entente_session_new (place->study);
  entente_app_wait (is_filtered, place->session);
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
tear_down (Place *place, gconstpointer data)
{
  gpointer session = place->session, study = place->study;

  g_object_add_weak_pointer (session, &session);
  g_object_add_weak_pointer (study, &study);
  g_object_unref (place->session);
  entente_app_wait (is_null, &session);
  g_object_unref (place->study);
  entente_app_wait (is_null, &study);
}

static void
check_poster (Place *place, const EntentePosterOptions *sheets, guint n_sheets)
{
  const EntentePictureChoice choice = { .links = ENTENTE_SCENE_LINKS_ALL };
  g_autoptr (EntentePictureInputs) inputs = entente_picture_inputs_new (place->session, &choice);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntentePicture) picture = entente_picture_inputs_make (inputs, NULL, NULL, &error);
  g_autoptr (EntentePoster) poster = entente_poster_new (picture, sheets, NULL, &error);
  const EntenteScene *scene = entente_picture_get_scene (picture);
  Shown shown;

  g_assert_no_error (error);
  g_assert_cmpuint (entente_poster_get_n_sheets (poster), ==, n_sheets);
  g_assert_cmpuint (scene->counts.marks + scene->counts.shelf, ==, N_EVENTS);
  shown_begin (&shown);
  for (guint i = 0; i < n_sheets; i++)
    shown_read_sheet (poster, i, &shown);
  if (n_sheets == 1)
    shown_assert_scene (&shown, scene, entente_study_get_chronicle (place->study));
  g_assert_cmpuint (g_hash_table_size (shown.events), ==, N_EVENTS);
  shown_end (&shown);
}

static void
test_one_sheet (Place *place, gconstpointer data)
{
  const EntentePosterOptions sheets = { ENTENTE_PAPER_A1, TRUE, 1, 1, 0 };

  check_poster (place, &sheets, 1);
}

/* What lies across a match line is on both sheets. */
static void
test_six_sheets (Place *place, gconstpointer data)
{
  const EntentePosterOptions sheets = { ENTENTE_PAPER_A4, TRUE, 3, 2, 0 };

  check_poster (place, &sheets, 6);
}

/* The caption says how many are missing, and how many go by another name. */
static void
test_private (Place *place, gconstpointer data)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  const EntentePictureChoice choice = { .leave_out_private = TRUE, .pseudonyms = TRUE };
  g_autoptr (EntentePictureInputs) inputs = NULL;
  g_autoptr (EntentePicture) picture = NULL;
  g_autofree char *caption = NULL;

  entente_study_apply_json (
    fixture->study,
    "{\"do\":\"set\",\"entity\":\"actor\",\"id\":\"union\",\"pseudonym\":\"Side B\"}",
    NULL,
    NULL);
  entente_app_rest (300);
  inputs = entente_picture_inputs_new (fixture->session, &choice);
  picture = entente_picture_inputs_make (inputs, NULL, NULL, NULL);
  caption = entente_picture_dup_caption (picture);
  g_assert_nonnull (strstr (caption, "4 of 5 events"));
  g_assert_nonnull (strstr (caption, "1 private event left out. 1 actor goes by a pseudonym."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add (name, Place, NULL, set_up, func, tear_down)
  ADD ("/picture-inputs/one-sheet", test_one_sheet);
  ADD ("/picture-inputs/six-sheets", test_six_sheets);
  ADD ("/picture-inputs/private", test_private);
  return g_test_run ();
}
