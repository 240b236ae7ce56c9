/* The reading of a whole article. */
#include "config.h"

#include "entente-reading.h"

#include <string.h>

static const char article[] =
  "Lake states talk again\n"
  "By Ole Varga\n"
  "\n"
  "12 March 2019\n"
  "\n"
  "Kenya invited Uganda to a conference on 3 March 2019. Uganda refused the invitation.\n"
  "\n"
  "Norway was reportedly told.[1]\n"
  "\n"
  "Kenya accused Uganda of smuggling.[1]\n"
  "\n"
  "\n"
  "[1], 5 March 2019\n";

static EntenteArticleReading *
read_article (const char *text, EntenteStructure **structure)
{
  EntenteReadingInput input = { .text = text, .length = strlen (text) };

  *structure = entente_structure_read (text, strlen (text));
  input.structure = *structure;
  return entente_reading_new (&input, NULL, NULL);
}

static const EntenteSuggestion *
find (const EntenteArticleReading *reading, const char *kind)
{
  for (guint i = 0; i < reading->suggestions->len; i++) {
    const EntenteSuggestion *suggestion = g_ptr_array_index (reading->suggestions, i);

    if (g_str_equal (suggestion->kind, kind))
      return suggestion;
  }
  return NULL;
}

static void
test_whole (void)
{
  g_autoptr (EntenteStructure) structure = NULL;
  g_autoptr (EntenteArticleReading) reading = read_article (article, &structure);
  const EntenteSuggestion *invitation = find (reading, "invitation");
  const EntenteSuggestion *refusal = find (reading, "refuse-invitation");

  g_assert_nonnull (invitation);
  g_assert_nonnull (refusal);
  g_assert_cmpstr (invitation->when->edtf, ==, "2019-03-03");
  g_assert_cmpuint (invitation->parties->len, ==, 2);
  g_assert_cmpuint (refusal->answers, ==, invitation->id);
  g_assert_cmpint (refusal->link, ==, ENTENTE_LINK_REFUSES);
  g_assert_nonnull (strstr (invitation->reason, "invited"));
}

/* What has no date is bounded by its note, else by publication. */
static void
test_bounds (void)
{
  g_autoptr (EntenteStructure) structure = NULL;
  g_autoptr (EntenteArticleReading) reading = read_article (article, &structure);
  const EntenteSuggestion *noted = find (reading, "accusation");
  const EntenteSuggestion *published = find (reading, "refuse-invitation");
  g_autoptr (EntenteDate) note = entente_date_parse ("2019-03-05", NULL);
  g_autoptr (EntenteDate) day = entente_date_parse ("2019-03-12", NULL);

  g_assert_false (entente_date_is_dated (noted->when));
  g_assert_cmpint (noted->when->not_after, ==, note->points.latest_end);
  g_assert_cmpint (published->when->not_after, ==, day->points.latest_end);
  g_assert_nonnull (noted->when->bound_reason);
}

/* Spans are those of the source, and begin and end at letters. */
static void
test_spans (void)
{
  g_autoptr (EntenteStructure) structure = NULL;
  g_autoptr (EntenteArticleReading) reading = read_article (article, &structure);
  const EntenteSuggestion *invitation = find (reading, "invitation");
  g_autofree char *words =
    g_strndup (article + invitation->span.start, invitation->span.end - invitation->span.start);
  g_autofree char *sentence = g_strndup (article + invitation->sentence.start,
                                         invitation->sentence.end - invitation->sentence.start);

  g_assert_cmpstr (words, ==, "invited");
  g_assert_cmpstr (sentence, ==, "Kenya invited Uganda to a conference on 3 March 2019.");
  g_assert_cmpint (invitation->span.start_char, ==, (gint64) invitation->span.start);
}

static void
test_same_again (void)
{
  g_autoptr (EntenteStructure) structure = NULL;
  g_autoptr (EntenteStructure) other_structure = NULL;
  g_autoptr (EntenteArticleReading) reading = read_article (article, &structure);
  g_autoptr (EntenteArticleReading) other = read_article (article, &other_structure);

  g_assert_cmpuint (reading->suggestions->len, ==, other->suggestions->len);
  for (guint i = 0; i < reading->suggestions->len; i++) {
    const EntenteSuggestion *one = g_ptr_array_index (reading->suggestions, i);
    const EntenteSuggestion *two = g_ptr_array_index (other->suggestions, i);

    g_assert_cmpstr (one->kind, ==, two->kind);
    g_assert_cmpuint (one->span.start, ==, two->span.start);
    g_assert_cmpuint (one->answers, ==, two->answers);
  }
}

/* Names of the study keep their number, also where the text says them otherwise. */
static void
test_known (void)
{
  static const EntenteKnownName names[] = { { 5, ENTENTE_ACTOR_STATE, "Kenya", "Kenya" } };
  EntenteReadingInput input = { .text = "Nairobi rejected the plan.\n",
                                .length = 27,
                                .names = names,
                                .n_names = 1 };
  g_autoptr (EntenteArticleReading) reading = entente_reading_new (&input, NULL, NULL);

  g_assert_cmpuint (reading->actors->len, ==, 1);
  g_assert_cmpint (g_array_index (reading->actors, EntenteReadingActor, 0).known, ==, 5);
}

static void
test_empty_and_cancelled (void)
{
  EntenteReadingInput input = { .text = "", .length = 0 };
  g_autoptr (EntenteArticleReading) reading = entente_reading_new (&input, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (reading->suggestions->len, ==, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (entente_reading_new (&input, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The day of a part of the sentence is no day of another part; nor is one to come the day of what
 * was done. */
static void
test_days_apart (void)
{
  static const struct {
    const char *text, *kind, *edtf;
  } cases[] = {
    { "Anna Brennik, who left on 3 March 2019, praised Uganda.", "praise", "" },
    { "Kenya, which had rejected the plan, invited Uganda on 3 March 2019.", "refuse-offer", "" },
    { "Kenya, which had rejected the plan, invited Uganda on 3 March 2019.",
      "invitation",
      "2019-03-03" },
    { "Kenya cancelled its summit of 15 May 2019.", "cancellation", "" },
    { "Kenya accused Uganda of killings in the 1990s.", "accusation", "" },
    { "Kenya left on 3 March 2019 and met Uganda on 4 March 2019.", "talks", "2019-03-04" },
    { "On 3 March 2019 Kenya named the day, 4 April 2019.", "scheduling", "2019-03-03" },
    { "Kenya set a date, 4 March 2019.", "scheduling", "2019-03-04" },
  };
  g_autoptr (EntenteDate) published = entente_date_new_day (2019, 3, 12);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    EntenteReadingInput input = { .text = cases[i].text,
                                  .length = strlen (cases[i].text),
                                  .published = published };
    g_autoptr (EntenteArticleReading) reading = entente_reading_new (&input, NULL, NULL);
    const EntenteSuggestion *found = find (reading, cases[i].kind);

    g_test_message ("%s", cases[i].text);
    g_assert_nonnull (found);
    g_assert_cmpstr (found->when->edtf, ==, cases[i].edtf);
  }
}

/* Who did what, as a sentence, wherever subject and verb stand. */
static void
test_tellings (void)
{
  static const struct {
    const char *text, *telling;
  } samples[] = {
    { "The Kenyans, who had invited Uganda to talks in June, left early.",
      "Kenyans had invited Uganda to talks in June" },
    { "By refusing the invitation of Uganda, Kenya lost a friend.",
      "Kenya refused the invitation of Uganda" },
    { "On the demand of Kenya the border was closed.", "Kenya made a demand" },
    { "The invitation was conveyed in June.", "The invitation was conveyed in June" },
    { "Talks between Kenya and Uganda began in June.",
      "Talks between Kenya and Uganda began in June" },
    { "Kenya said it would not negotiate with Uganda and called on Norway to act.",
      "Kenya called on Norway to act" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    EntenteReadingInput input = { .text = samples[i].text, .length = strlen (samples[i].text) };
    g_autoptr (EntenteArticleReading) reading = entente_reading_new (&input, NULL, NULL);
    gboolean found = FALSE;

    for (guint k = 0; k < reading->suggestions->len; k++) {
      const EntenteSuggestion *suggestion = reading->suggestions->pdata[k];

      g_test_message ("%s: %s", suggestion->kind, suggestion->telling);
      found |= g_strcmp0 (suggestion->telling, samples[i].telling) == 0;
    }
    if (!found)
      g_error ("“%s” does not tell “%s”", samples[i].text, samples[i].telling);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/whole", test_whole);
  g_test_add_func ("/reading/bounds", test_bounds);
  g_test_add_func ("/reading/spans", test_spans);
  g_test_add_func ("/reading/same-again", test_same_again);
  g_test_add_func ("/reading/known", test_known);
  g_test_add_func ("/reading/empty-and-cancelled", test_empty_and_cancelled);
  g_test_add_func ("/reading/days-apart", test_days_apart);
  g_test_add_func ("/reading/tellings", test_tellings);
  return g_test_run ();
}
