/* A study that was begun to be read before there was a window: whoever opens that file gets it,
 * nobody else, and once. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-head-start.h"
#include <gio/gio.h>

typedef struct {
  EntenteStudy *study;
  GError *error;
  gboolean is_done;
} Opened;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opened *opened = data;

  opened->study = entente_head_start_open_finish (result, &opened->error);
  opened->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Opened *) data)->is_done;
}

static void
open_and_wait (const char *path, GCancellable *cancellable, Opened *opened)
{
  entente_head_start_open_async (path, ENTENTE_OPEN_EXISTING, cancellable, opened_cb, opened);
  g_assert_false (opened->is_done);
  entente_app_wait (is_done, opened);
}

/* Begun, and taken soon or late. */
static void
test_taken (void)
{
  for (guint late = 0; late < 2; late++) {
    g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
    g_autofree char *path = g_strdup (entente_study_get_path (fixture->study));
    Opened opened = { 0 };

    entente_study_close (fixture->study);
    entente_head_start_begin (path);
    if (late)
      entente_app_rest (300);
    open_and_wait (path, NULL, &opened);
    g_assert_no_error (opened.error);
    g_assert_cmpstr (entente_study_get_path (opened.study), ==, path);
    g_clear_object (&opened.study);
  }
}

/* Dropped, or another file: the file is free for the next one that opens it. */
static void
test_not_taken (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  g_autofree char *path = g_strdup (entente_study_get_path (fixture->study));
  Opened none = { 0 }, opened = { 0 };

  entente_study_close (fixture->study);
  entente_head_start_begin (path);
  open_and_wait ("/nowhere/at-all.entente", NULL, &none);
  g_assert_error (none.error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_clear_error (&none.error);
  entente_head_start_drop ();
  entente_head_start_drop ();
  entente_app_rest (300);
  open_and_wait (path, NULL, &opened);
  g_assert_no_error (opened.error);
  g_clear_object (&opened.study);
}

static void
test_failure (void)
{
  Opened none = { 0 };

  entente_head_start_begin ("/nowhere/at-all.entente");
  open_and_wait ("/nowhere/at-all.entente", NULL, &none);
  g_assert_null (none.study);
  g_assert_error (none.error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_clear_error (&none.error);
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_strdup (entente_study_get_path (fixture->study));
  Opened none = { 0 };

  entente_study_close (fixture->study);
  entente_head_start_begin (path);
  g_cancellable_cancel (cancellable);
  open_and_wait (path, cancellable, &none);
  g_assert_null (none.study);
  g_assert_error (none.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&none.error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/head-start/taken", test_taken);
  g_test_add_func ("/app/head-start/not-taken", test_not_taken);
  g_test_add_func ("/app/head-start/failure", test_failure);
  g_test_add_func ("/app/head-start/cancelled", test_cancelled);
  return g_test_run ();
}
