/* A corrected text: what becomes of the marks, and the one step that carries it out. */
#include "config.h"

#include "entente-correction.h"
#include "entente-fixture.h"

#include <string.h>

#define CORRECTED                                                                                  \
  "HARBOUR - North invited South to talks in March. South said yes at last.[1] The envoy "         \
  "denies that South said yes.\\nIt ends there.\\n"

static gpointer
read_record (EntenteFixture *fixture, EntenteEntity entity, EntenteId id)
{
  return entente_store_get (entente_study_get_store (fixture->study), entity, id, NULL);
}

/* The words that the claim with this key rests on. */
static EntentePassage *
read_words (EntenteFixture *fixture, const char *claim_key)
{
  g_autoptr (EntenteClaim) claim =
    read_record (fixture, ENTENTE_ENTITY_CLAIM, entente_id_from_key (claim_key));

  return read_record (fixture, ENTENTE_ENTITY_PASSAGE, claim->passage);
}

static void
check_words (EntenteFixture *fixture, const char *claim_key, const char *quote, gint64 number)
{
  g_autoptr (EntentePassage) passage = read_words (fixture, claim_key);
  g_autoptr (EntenteRevision) revision =
    read_record (fixture, ENTENTE_ENTITY_REVISION, passage->revision);
  g_autofree char *words = g_utf8_substring (revision->text, passage->start, passage->end);

  g_assert_cmpstr (passage->quote, ==, quote);
  g_assert_cmpstr (words, ==, quote);
  g_assert_cmpint (revision->number, ==, number);
}

static EntenteCorrection *
correct (EntenteFixture *fixture, const char *text, GError **error)
{
  return entente_correction_new (entente_study_get_store (fixture->study),
                                 entente_study_get_chronicle (fixture->study),
                                 entente_id_from_key ("report"),
                                 text,
                                 NULL,
                                 NULL,
                                 error);
}

static void
test_moves (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (EntenteArticleDetail) detail = NULL;
  g_autoptr (EntenteEvent) event = NULL;

  entente_fixture_apply (fixture,
                         "{'do':'add-footnote','revision':'report','marker':'1','position':59,"
                         "'text':'A note'}");
  before = entente_fixture_dump (fixture);
  entente_fixture_apply (fixture,
                         "{'do':'correct-text','article':'report','why':'misprints','text':'%s'}",
                         CORRECTED);
  check_words (fixture, "c1", "North invited South to talks", 2);
  check_words (fixture, "c2", "South said yes", 2);
  check_words (fixture, "c3", "The envoy denies", 2);
  detail = entente_study_read_article (fixture->study, entente_id_from_key ("report"), NULL);
  g_assert_cmpstr (detail->revision->why, ==, "misprints");
  g_assert_cmpuint (detail->passages->len, ==, 3);
  g_assert_cmpuint (detail->footnotes->len, ==, 1);
  g_assert_cmpint (((EntenteFootnote *) detail->footnotes->pdata[0])->position, ==, 77);
  event = read_record (fixture, ENTENTE_ENTITY_EVENT, entente_id_from_key ("yes"));
  g_assert_cmpint (event->telling, ==, 49);
  entente_fixture_assert_like_fresh (fixture);
  g_assert_cmpstr (entente_study_get_undo_label (fixture->study), ==, "Correct text");
  entente_change_set_unref (entente_study_undo (fixture->study, NULL));
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* The old text and its marks stay, word by word. */
static void
test_keeps_old (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntentePassage) old = read_words (fixture, "c3");
  g_autoptr (EntentePassage) kept = NULL;
  g_autoptr (EntentePassage) now = NULL;
  g_autoptr (EntenteRevision) revision = NULL;
  g_autoptr (EntenteRevision) first = NULL;

  entente_fixture_apply (fixture,
                         "{'do':'correct-text','article':'report','text':'%s'}",
                         CORRECTED);
  kept = read_record (fixture, ENTENTE_ENTITY_PASSAGE, old->record.id);
  g_assert_true (entente_record_equal (kept, old));
  now = read_words (fixture, "c3");
  revision = read_record (fixture, ENTENTE_ENTITY_REVISION, now->revision);
  g_assert_cmpint (revision->made_from, ==, old->revision);
  first = read_record (fixture, ENTENTE_ENTITY_REVISION, old->revision);
  g_assert_nonnull (strstr (first->text, "The envoy denied"));
}

/* What nobody agrees to stays where it was, and is looked for again under the next correction. */
static void
test_consent (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteCorrection) again = NULL;

  entente_fixture_apply (fixture,
                         "{'do':'correct-text','article':'report','likeness':100,'text':'%s'}",
                         CORRECTED);
  check_words (fixture, "c1", "North invited South to talks", 2);
  check_words (fixture, "c3", "The envoy denied", 1);
  again = correct (fixture,
                   "North invited South to talks in March. The envoy denied that South said yes.",
                   NULL);
  g_assert_cmpuint (again->marks->len, ==, 3);
  entente_fixture_apply (
    fixture,
    "{'do':'correct-text','article':'report','likeness':100,'text':'North "
    "invited South to talks in March. The envoy denied that South said yes.'}");
  check_words (fixture, "c1", "North invited South to talks", 3);
  check_words (fixture, "c3", "The envoy denied", 3);
}

static void
test_describe (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteCorrection) correction =
    correct (fixture, "The envoy denied it. North had invited South to talks in March.", NULL);
  g_autofree char *said = entente_correction_describe (correction);

  g_assert_cmpuint (entente_correction_count (correction, ENTENTE_REATTACHED_LOST), ==, 1);
  g_assert_cmpstr (said,
                   ==,
                   "0 marks found as they were · 1 moved · 1 with changed words · 1 not found");
}

static void
test_refused (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteRevision) revision = NULL;
  g_autoptr (EntentePassage) passage = read_words (fixture, "c1");
  g_autoptr (GError) same = NULL;
  g_autoptr (GError) empty = NULL;

  revision = read_record (fixture, ENTENTE_ENTITY_REVISION, passage->revision);
  g_assert_null (correct (fixture, revision->text, &same));
  g_assert_error (same, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_null (correct (fixture, " \n", &empty));
  g_assert_error (empty, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  entente_fixture_apply (fixture, "{'do':'add-article','key':'bare','title':'No text'}");
  g_free (entente_fixture_refuse (fixture,
                                  ENTENTE_ERROR_INVALID,
                                  "{'do':'correct-text','article':'bare','text':'Now'}"));
  g_free (entente_fixture_refuse (fixture,
                                  ENTENTE_ERROR_INVALID,
                                  "{'do':'correct-text','article':'report'}"));
  g_free (entente_fixture_refuse (
    fixture,
    ENTENTE_ERROR_INVALID,
    "{'do':'correct-text','article':'report','text':'Now','likeness':'all'}"));
}

/* A file is read as on import: its own notes hold. */
static void
test_file (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *path = entente_fixture_write_file (
    fixture,
    "corrected.txt",
    "A better report\n\n1 August 2018\n\nNorth invited South to talks in March. South said "
    "yes.[1] The envoy denied that South said yes, and went home.\n\nNotes\n\n[1] Harbour Times, "
    "2 April 2018\n");
  g_autoptr (EntenteArticleDetail) detail = NULL;

  entente_fixture_apply (fixture, "{'do':'correct-text','article':'report','file':'%s'}", path);
  detail = entente_study_read_article (fixture->study, entente_id_from_key ("report"), NULL);
  g_assert_cmpstr (detail->article->title, ==, "A report");
  g_assert_cmpuint (detail->footnotes->len, ==, 1);
  g_assert_cmpstr (((EntenteFootnote *) detail->footnotes->pdata[0])->marker, ==, "1");
  check_words (fixture, "c3", "The envoy denied", 2);
}

static void
test_async (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  GAsyncResult *result = NULL;
  g_autoptr (EntenteCorrection) correction = NULL;
  g_autoptr (EntenteStep) step = NULL;

  entente_study_correct_async (fixture->study,
                               entente_id_from_key ("report"),
                               "North invited South to talks.",
                               NULL,
                               NULL,
                               entente_fixture_keep_result,
                               &result);
  correction = entente_study_correct_finish (fixture->study, entente_fixture_wait (&result), NULL);
  g_object_unref (result);
  g_assert_cmpuint (correction->marks->len, ==, 3);
  step = entente_commands_correct_text (correction, NULL);
  entente_change_set_unref (entente_study_apply (fixture->study, step, NULL));
  check_words (fixture, "c1", "North invited South to talks", 2);
  check_words (fixture, "c2", "South said yes", 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/correction/moves", test_moves);
  g_test_add_func ("/correction/keeps-old", test_keeps_old);
  g_test_add_func ("/correction/consent", test_consent);
  g_test_add_func ("/correction/describe", test_describe);
  g_test_add_func ("/correction/refused", test_refused);
  g_test_add_func ("/correction/file", test_file);
  g_test_add_func ("/correction/async", test_async);
  return g_test_run ();
}
