/* Tests of EntenteRedactionList: private events by title, names and their pseudonyms, and every
 * text in which a real name still stands. */
#include "config.h"

#include "entente-harbour.h"
#include "entente-redaction-list.h"

#include <string.h>

#define UNION 2

/* Of the story, where the union is a person whom summaries call Speaker A. */
static EntenteChronicle *
make_chronicle (const char *name, const char *pseudonym)
{
  g_autoptr (EntenteChronicle) plain = entente_harbour_make_chronicle ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  g_autoptr (EntenteActor) actor = entente_actor_new ();
  g_autoptr (EntenteAlias) alias = entente_alias_new ();

  actor->record.id = UNION;
  actor->kind = ENTENTE_ACTOR_PERSON;
  actor->name = g_strdup (name);
  actor->pseudonym = g_strdup (pseudonym);
  alias->record.id = 900;
  alias->actor = UNION;
  alias->text = g_strdup ("La Portavoz");
  sink->actor (builder, actor);
  sink->alias (builder, alias);
  return entente_chronicle_patch (plain, NULL, 0, builder);
}

static char **
read_titles (gpointer data, const EntenteId *events, guint n, GError **error)
{
  char **titles = g_new0 (char *, MAX (n, 1));

  for (guint i = 0; data != NULL && i < n; i++)
    titles[i] = g_strdup (data);
  return titles;
}

static EntenteRedactionList *
make_list (EntenteChronicle *chronicle, gboolean leave_out, gboolean pseudonyms, const char *title)
{
  const EntenteRedactionOptions options = { leave_out, pseudonyms, read_titles, (gpointer) title };
  g_autoptr (EntenteBitset) rows =
    entente_bitset_new_full (entente_chronicle_get_n_rows (chronicle));
  g_autoptr (GError) error = NULL;
  EntenteRedactionList *list = entente_redaction_list_new (&options, chronicle, rows, &error);

  g_assert_no_error (error);
  return list;
}

static void
assert_item (const EntenteRedactionList *list, EntenteRedactionType type, guint i, const char *line)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (entente_redaction_list_count (list, type), >, i);
  text = entente_redaction_format (entente_redaction_list_get (list, type, i));
  g_assert_cmpstr (text, ==, line);
}

static void
assert_said (const EntenteRedactionList *list, EntenteRedactionType type, const char *sentence)
{
  g_autofree char *text = entente_redaction_list_describe (list, type);

  g_assert_cmpstr (text, ==, sentence);
}

static void
test_private (void)
{
  g_autoptr (EntenteChronicle) chronicle = entente_harbour_make_chronicle ();
  g_autoptr (EntenteRedactionList) out = make_list (chronicle, TRUE, FALSE, "A private word");
  g_autoptr (EntenteRedactionList) in = make_list (chronicle, FALSE, FALSE, NULL);
  g_autofree char *leave = entente_redaction_list_describe_events (out);
  g_autofree char *all = entente_redaction_list_describe_events (in);

  g_assert_cmpstr (leave, ==, "4 of 5 events leave");
  g_assert_cmpuint (entente_redaction_list_count (out, ENTENTE_REDACTION_LEFT_OUT), ==, 1);
  g_assert_cmpuint (entente_redaction_list_count (out, ENTENTE_REDACTION_PRIVATE), ==, 0);
  assert_item (out, ENTENTE_REDACTION_LEFT_OUT, 0, "A private word");
  assert_said (out, ENTENTE_REDACTION_LEFT_OUT, "1 private event is left out");
  g_assert_cmpstr (all, ==, "5 of 5 events leave");
  g_assert_cmpuint (entente_redaction_list_count (in, ENTENTE_REDACTION_PRIVATE), ==, 1);
  assert_item (in, ENTENTE_REDACTION_PRIVATE, 0, "Statement · Port to Union");
  assert_said (in, ENTENTE_REDACTION_PRIVATE, "1 private event goes along");
  g_assert_false (entente_redaction_list_warns (in));
}

static void
test_names (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ("Rosa Reyes", "Speaker A");
  g_autoptr (EntenteRedactionList) hidden = make_list (chronicle, TRUE, TRUE, NULL);
  g_autoptr (EntenteRedactionList) shown = make_list (chronicle, TRUE, FALSE, NULL);

  assert_item (hidden, ENTENTE_REDACTION_RENAMED, 0, "Rosa Reyes: Speaker A");
  assert_said (hidden, ENTENTE_REDACTION_RENAMED, "1 name is replaced by a pseudonym");
  g_assert_cmpuint (entente_redaction_list_count (hidden, ENTENTE_REDACTION_NAMED), ==, 0);
  assert_item (shown, ENTENTE_REDACTION_NAMED, 0, "Rosa Reyes: Speaker A");
  entente_redaction_list_search_text (shown, "Title", "Rosa Reyes speaks");
  g_assert_false (entente_redaction_list_warns (shown));
}

static void
test_words (void)
{
  static const struct {
    const char *text;
    guint n;
  } texts[] = {
    { "Nobody speaks", 0 },
    { "rosa  REYES, again", 1 },
    { "Then Reyés’s answer", 1 },
    { "Reyesian thought", 1 },
    { "The Reyesovich family", 0 },
    { "Rosary beads", 1 }, /* an ending of two letters: better told once too often */
    { "Rosaline and Prosa", 0 },
    { "Speaker A turns it down", 0 },
    { "as la portavoz said", 1 },
    { "Reyes, then Reyes", 1 }, /* the same words: told once */
    { "", 0 },
    { NULL, 0 },
  };
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ("Rosa Reyes", "Speaker A");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (EntenteRedactionList) list = make_list (chronicle, TRUE, TRUE, NULL);

    entente_redaction_list_search_text (list, "Title", texts[i].text);
    if (entente_redaction_list_count (list, ENTENTE_REDACTION_STANDS) != texts[i].n)
      g_error ("%s", texts[i].text);
  }
}

/* A name that is its own pseudonym in part is no secret in that part. */
static void
test_told_anyway (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ("Rosa Reyes", "Rosa");
  g_autoptr (EntenteRedactionList) list = make_list (chronicle, TRUE, TRUE, NULL);

  entente_redaction_list_search_text (list, "Title", "Rosa speaks");
  g_assert_false (entente_redaction_list_warns (list));
  entente_redaction_list_search_text (list, "Title", "Rosa Reyes speaks");
  assert_item (list, ENTENTE_REDACTION_STANDS, 0, "Title: Rosa Reyes speaks");
  assert_said (list, ENTENTE_REDACTION_STANDS, "A real name still stands in 1 place");
  entente_redaction_list_search_text (list, "Title", "Rosa Reyes speaks");
  g_assert_cmpuint (entente_redaction_list_count (list, ENTENTE_REDACTION_STANDS), ==, 1);
}

static void
test_around (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ("Rosa Reyes", "Speaker A");
  g_autoptr (EntenteRedactionList) list = make_list (chronicle, TRUE, TRUE, NULL);

  entente_redaction_list_search_text (list,
                                      "Note 4",
                                      "It was at the quay in the long summer that\nReyes said, to "
                                      "nobody there, that the port is closed");
  assert_item (list,
               ENTENTE_REDACTION_STANDS,
               0,
               "Note 4: …in the long summer that Reyes said, to nobody there, that…");
}

/* Whatever a summary says is searched: heads, events, tables and notes. */
static void
test_document (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ("Union", "Speaker A");

  for (guint kind = 0; kind < ENTENTE_N_SUMMARY_KINDS; kind++) {
    g_autoptr (EntenteRedactionList) list = make_list (chronicle, TRUE, TRUE, NULL);
    g_autoptr (EntenteDocument) document = NULL;
    g_autofree char *text = NULL;
    g_autofree char *place = NULL;
    EntenteSummaryOptions options;

    entente_summary_options_init (&options);
    options.study = "Harbour";
    options.kind = kind;
    document = entente_harbour_make_document (&options);
    text = entente_document_to_text (document);
    entente_redaction_list_search_document (list, document, NULL);
    g_assert_cmpint (entente_redaction_list_warns (list), ==, strstr (text, "Union") != NULL);
    if (kind != ENTENTE_SUMMARY_CHRONOLOGY)
      continue;
    place =
      entente_redaction_format (entente_redaction_list_get (list, ENTENTE_REDACTION_STANDS, 0));
    g_assert_true (g_str_has_prefix (place, "Event 1: "));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redaction-list/private", test_private);
  g_test_add_func ("/redaction-list/names", test_names);
  g_test_add_func ("/redaction-list/words", test_words);
  g_test_add_func ("/redaction-list/told-anyway", test_told_anyway);
  g_test_add_func ("/redaction-list/around", test_around);
  g_test_add_func ("/redaction-list/document", test_document);
  return g_test_run ();
}
