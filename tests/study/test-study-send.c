/* Sending a study: what leaves and what stays, in words; the copy itself. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-study-send.h"

#include <string.h>

static char *
join (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) lines->pdata[i]);
  g_ptr_array_unref (lines);
  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  const EntenteSendList list = { .n_events = 3,
                                 .n_private = 1,
                                 .n_claims = 4,
                                 .n_articles = 2,
                                 .n_actors = 5,
                                 .n_pseudonyms = 1,
                                 .n_notes = 2,
                                 .coders = (char *) "Ada, Bo",
                                 .n_steps = 9,
                                 .n_drafts = 1 };
  g_autofree char *leaving = join (entente_send_list_leaving (&list, ENTENTE_SEND_ALL));
  g_autofree char *staying = join (entente_send_list_staying (&list, ENTENTE_SEND_ALL));
  g_autofree char *fewer =
    join (entente_send_list_leaving (&list, ENTENTE_SEND_NO_PRIVATE | ENTENTE_SEND_NO_CODERS));
  g_autofree char *more =
    join (entente_send_list_staying (&list, ENTENTE_SEND_NO_PRIVATE | ENTENTE_SEND_NO_CODERS));

  g_assert_cmpstr (leaving,
                   ==,
                   "2 articles with their whole texts\n2 events that are not private\n"
                   "4 claims, with their words\n5 actors\n1 private event\n"
                   "The name of 1 actor who has a pseudonym\n"
                   "2 notes on articles, actors, issues and claims\nNames of coders: Ada, Bo\n");
  g_assert_cmpstr (staying,
                   ==,
                   "9 steps of the history, and all that was ever deleted\n1 unfinished text\n");
  g_assert_null (strstr (fewer, "private event\n"));
  g_assert_null (strstr (fewer, "Ada"));
  g_assert_nonnull (strstr (more, "1 private event\nNames of coders: Ada, Bo\n9 steps"));
}

static void
test_send (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *path = g_build_filename (fixture->folder, "sent.entente", NULL);
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (EntenteSendList) list = NULL;
  g_autoptr (EntenteStudy) copy = NULL;
  g_autoptr (GError) error = NULL;

  entente_study_list_to_send_async (fixture->study, NULL, entente_fixture_keep_result, &listed);
  list = entente_study_list_to_send_finish (fixture->study, entente_fixture_wait (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpint (list->n_events, ==, 2);
  entente_study_send_async (fixture->study,
                            path,
                            ENTENTE_SEND_NO_QUESTIONS,
                            NULL,
                            entente_fixture_keep_result,
                            &sent);
  g_assert_true (entente_study_send_finish (fixture->study, entente_fixture_wait (&sent), &error));
  g_assert_no_error (error);
  copy = entente_study_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entente_fixture_count_rows (copy), ==, 2);
  g_assert_false (entente_study_can_undo (copy));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-send/words", test_words);
  g_test_add_func ("/study-send/send", test_send);
  return g_test_run ();
}
