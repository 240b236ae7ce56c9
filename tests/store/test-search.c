/* Words: what is found, and an index that keeps up with everything or is built anew. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-event.h"
#include "entente-search-words.h"

#include <string.h>

typedef struct {
  EntenteEvent *event;
  EntenteArticle *article;
  EntenteRevision *revision;
  EntentePassage *passage;
  EntenteClaim *claim;
} Case;

/* An event with a claim on a passage of an article. */
static void
add_case (EntenteStore *store, Case *c)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");

  c->article = entente_article_new ();
  c->article->title = g_strdup ("Präsident reist nach Doha");
  entente_step_insert (step, c->article);
  c->revision = entente_revision_new ();
  c->revision->article = c->article->record.id;
  c->revision->text = g_strdup ("A senior envoy met the Taliban in Doha last July.\n");
  entente_step_insert (step, c->revision);
  c->passage = entente_passage_new_from_text (c->revision->record.id, c->revision->text, 2, 31);
  entente_step_insert (step, c->passage);
  c->event = entente_event_new ();
  c->event->kind = g_strdup ("meeting");
  c->event->title = g_strdup ("Talks about talks");
  c->event->summary = g_strdup ("The parties met; no-one said “yes”.");
  entente_step_insert (step, c->event);
  c->claim = entente_claim_new ();
  c->claim->event = c->event->record.id;
  c->claim->passage = c->passage->record.id;
  c->claim->note = g_strdup ("hearsay");
  entente_step_insert (step, c->claim);
  entente_store_fixture_apply (store, step);
}

static void
clear_case (Case *c)
{
  entente_record_unref (c->event);
  entente_record_unref (c->article);
  entente_record_unref (c->revision);
  entente_record_unref (c->passage);
  entente_record_unref (c->claim);
}

static guint
count_events (EntenteStore *store, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = entente_store_search_events (store, words, &error);

  g_assert_no_error (error);
  return ids->len;
}

static guint
count_articles (EntenteStore *store, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = entente_store_search_articles (store, words, 10, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
assert_whole (EntenteStore *store)
{
  g_autoptr (GPtrArray) sentences = entente_store_check (store, NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_error ("%s", (char *) sentences->pdata[i]);
}

static void
test_words (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *words;
    guint n;
  } queries[] = {
    { "talks", 1 },
    { "TALKS", 1 },
    { "tal", 1 },
    { "tal ", 0 },
    { "\"about talks\"", 1 },
    { "\"talks about\"", 1 },
    { "\"talks nothing\"", 0 },
    { "about AND parties", 1 },
    { "about parties", 1 },
    { "nothing OR parties", 1 },
    { "parties NOT talks", 0 },
    { "(nothing OR about) parties", 1 },
    { "envoy", 1 }, /* the quote */
    { "envoy taliban", 1 },
    { "hearsay", 1 }, /* the note of a claim */
    { "nothing", 0 },
    { "no-one", 1 },
    { "title:talks", 0 }, /* no column of FTS5 */
    { "title : talks", 0 },
    { "^parties", 1 },
    { "NEAR(the parties)", 0 },
    { "AND", 0 },
    { "talks AND", 0 },
    { "(talks", 1 },
    { "talks)", 1 },
    { "\"talks", 1 },
    { "\"", 0 },
    { "", 0 },
    { "   ", 0 },
    { "*", 0 },
    { "' OR 1=1 --", 0 },
    { "\xff talks", 1 },
  };
  Case c;

  add_case (fixture->store, &c);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autofree char *shown = g_strescape (queries[i].words, NULL);

    g_test_message ("<%s>", shown);
    g_assert_cmpuint (count_events (fixture->store, queries[i].words), ==, queries[i].n);
  }
  g_assert_cmpuint (count_articles (fixture->store, "prasident"), ==, 1);
  g_assert_cmpuint (count_articles (fixture->store, "doha"), ==, 1);
  g_assert_cmpuint (count_articles (fixture->store, "taliban july"), ==, 1);
  g_assert_cmpuint (count_articles (fixture->store, "nothing"), ==, 0);
  clear_case (&c);
}

/* Change, delete, undo and redo, with cascades. */
/* Turkish i with and without its dot, Arabic letters written one for the other: in titles, quotes
 * and articles. */
static void
test_spellings (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "isik",
                                       "\u0131\u015f\u0131k",
                                       "ISIK",
                                       "I\u015eIK",
                                       "isi",
                                       "\u0627\u062d\u0645\u062f",
                                       "\u0623\u062d\u0645\u062f",
                                       "\u0643\u0627\u0628\u0644",
                                       "\u06a9\u0627\u0628\u0644",
                                       "\"isik \u0627\u062d\u0645\u062f\"" };
  static const char words[] = "I\u015f\u0131k \u0623\u062d\u0645\u062f \u06a9\u0627\u0628\u0644";
  Case c;

  add_case (fixture->store, &c);
  for (guint place = 0; place < 2; place++) {
    g_autoptr (EntenteStep) step = entente_step_new ("Change");

    g_free (c.event->title);
    g_free (c.passage->quote);
    g_free (c.article->title);
    c.event->title = g_strdup (place == 0 ? words : "Talks");
    c.passage->quote = g_strdup (place == 1 ? words : "envoy");
    c.article->title = g_strdup (words);
    entente_step_update (step, c.event);
    entente_step_update (step, c.passage);
    entente_step_update (step, c.article);
    entente_store_fixture_apply (fixture->store, step);
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
      g_test_message ("%s", typed[i]);
      g_assert_cmpuint (count_events (fixture->store, typed[i]), ==, 1);
      g_assert_cmpuint (count_articles (fixture->store, typed[i]), ==, 1);
    }
    g_assert_cmpuint (count_events (fixture->store, "asik"), ==, 0);
  }
  clear_case (&c);
}

static void
test_keeps_up (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteStep) change = entente_step_new ("Change");
  g_autoptr (EntenteStep) remove = entente_step_new ("Delete");
  g_autoptr (EntenteEvent) changed = NULL;
  Case c;

  add_case (fixture->store, &c);
  changed = entente_event_copy (c.event);
  g_free (changed->title);
  changed->title = g_strdup ("Quarrels");
  g_clear_pointer (&changed->summary, g_free);
  entente_step_update (change, changed);
  entente_store_fixture_apply (fixture->store, change);
  g_assert_cmpuint (count_events (fixture->store, "talks"), ==, 0);
  g_assert_cmpuint (count_events (fixture->store, "quarrels"), ==, 1);
  assert_whole (fixture->store);

  entente_change_set_unref (entente_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_events (fixture->store, "talks"), ==, 1);
  assert_whole (fixture->store);

  entente_step_delete (remove, ENTENTE_ENTITY_ARTICLE, c.article->record.id);
  entente_store_fixture_apply (fixture->store, remove);
  g_assert_cmpuint (count_events (fixture->store, "envoy"), ==, 0);
  g_assert_cmpuint (count_articles (fixture->store, "taliban"), ==, 0);
  assert_whole (fixture->store);
  entente_change_set_unref (entente_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_events (fixture->store, "envoy"), ==, 1);
  g_assert_cmpuint (count_articles (fixture->store, "taliban"), ==, 1);
  assert_whole (fixture->store);
  clear_case (&c);
}

/* The index says what is not so, or is no index: edits go on, and it is built anew. */
static void
test_broken (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const char *const breaks[] = {
    "INSERT INTO search_event (search_event, rowid, title) VALUES ('delete', 1, 'talks about "
    "talks')",
    "INSERT INTO search_event (search_event) VALUES ('delete-all')",
    "UPDATE search_event_data SET block = x'00'",
    "UPDATE search_event_data SET block = zeroblob (1000)",
    "DELETE FROM search_event_data",
    "DELETE FROM search_event_idx",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++) {
    g_autofree char *sql = NULL;
    g_autofree char *output = NULL;
    g_autoptr (EntenteStep) remove = entente_step_new ("Delete");
    Case c;

    g_test_message ("%s", breaks[i]);
    add_case (fixture->store, &c);
    g_clear_object (&fixture->store);
    /* As if we had broken it ourselves: the counter says that the index is right. */
    sql =
      g_strdup_printf ("BEGIN IMMEDIATE; %s; UPDATE search_state SET counter = counter + 1; COMMIT",
                       breaks[i]);
    output = entente_store_fixture_query (fixture->path, sql);
    g_assert_cmpstr (output, ==, "");
    entente_store_fixture_reopen (fixture);
    entente_step_delete (remove, ENTENTE_ENTITY_EVENT, c.event->record.id);
    entente_store_fixture_apply (fixture->store, remove);
    entente_change_set_unref (entente_store_undo (fixture->store, NULL));
    g_assert_true (entente_store_rebuild_search (fixture->store, NULL));
    g_assert_cmpuint (count_events (fixture->store, "talks"), ==, i + 1);
    assert_whole (fixture->store);
    clear_case (&c);
  }
}

/* Who writes without us leaves an index that is not right: noticed at the next opening. */
static void
test_stale (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *output = NULL;
  Case c;

  add_case (fixture->store, &c);
  g_clear_object (&fixture->store);
  output = entente_store_fixture_query (fixture->path, "UPDATE event SET title = 'Quarrels'");
  g_assert_cmpstr (output, ==, "");
  entente_store_fixture_reopen (fixture);
  g_assert_cmpuint (count_events (fixture->store, "quarrels"), ==, 1);
  assert_whole (fixture->store);
  clear_case (&c);
}

/* An index that may not be mended in the file is made beside it: nothing is missed in a study that
 * is only looked at. */
static void
test_stale_read_only (EntenteStoreFixture *fixture, gconstpointer data)
{
  g_autofree char *output = NULL;
  g_autoptr (EntenteStore) store = NULL;
  g_autoptr (GError) error = NULL;
  Case c;

  add_case (fixture->store, &c);
  g_clear_object (&fixture->store);
  output = entente_store_fixture_query (fixture->path, "UPDATE event SET title = 'Quarrels'");
  g_assert_cmpstr (output, ==, "");
  store = entente_store_open (fixture->path, ENTENTE_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_events (store, "quarrels"), ==, 1);
  g_assert_cmpuint (count_events (store, "talks about"), ==, 0);
  g_clear_object (&store);
  entente_store_fixture_reopen (fixture);
  clear_case (&c);
}

/* The last of @n articles of one word, each with the same text. */
static EntenteId
add_many (EntenteStore *store, guint n)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Add");
  EntenteId last = ENTENTE_ID_NONE;

  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteArticle) article = entente_article_new ();
    g_autoptr (EntenteRevision) revision = entente_revision_new ();

    article->title = g_strdup ("Report");
    article->record.id = last = entente_id_new ();
    revision->record.id = entente_id_new ();
    revision->article = last;
    revision->text = g_strdup (i == 3 ? "Commonplace and zymurgy.\n" : "Commonplace.\n");
    entente_step_insert (step, article);
    entente_step_insert (step, revision);
  }
  entente_store_fixture_apply (store, step);
  return last;
}

/* Of words that thousands have the newest come first, in titles and texts alike; a rarer word is
 * ranked as ever. */
static void
test_common (EntenteStoreFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "report", "commonplace", "common" };
  EntenteId last = add_many (fixture->store, 4100);
  g_autoptr (GArray) rare = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GArray) ids = entente_store_search_articles (fixture->store, words[i], 5, NULL);

    g_assert_cmpuint (ids->len, ==, 5);
    g_assert_cmpint (g_array_index (ids, EntenteId, 0), ==, last);
    g_assert_cmpint (g_array_index (ids, EntenteId, 4), <, last);
  }
  rare = entente_store_search_articles (fixture->store, "commonplace zymurgy", 5, NULL);
  g_assert_cmpuint (rare->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  ENTENTE_STORE_TEST ("/store/search/words", test_words);
  ENTENTE_STORE_TEST ("/store/search/spellings", test_spellings);
  ENTENTE_STORE_TEST ("/store/search/keeps-up", test_keeps_up);
  ENTENTE_STORE_TEST ("/store/search/broken", test_broken);
  ENTENTE_STORE_TEST ("/store/search/stale", test_stale);
  ENTENTE_STORE_TEST ("/store/search/stale-read-only", test_stale_read_only);
  ENTENTE_STORE_TEST ("/store/search/common", test_common);
  return g_test_run ();
}
