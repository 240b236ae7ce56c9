/* What the whole reading of an article costs (structure, tokens, times, actors, moves, proposals),
 * against a bare pass over its characters and the break analysis of Pango, all over the same text
 * in one run; whether it stays linear; and how soon it ends when it is cancelled.
 *
 * The text is made here from a fixed seed: moves of actors who come and go, with dates, voices and
 * hedges. Linearity and the answer to a cancellation are asserted as ratios; seconds are only
 * reported.
 */

#include "config.h"

#include <math.h>
#include <pango/pango.h>
#include <stdio.h>
#include <string.h>

#include "entente-proposals.h"

#define SEED 4711
#define SENTENCES_PER_NAME 40 /* after so many somebody new comes up */
#define N_ON_STAGE 24 /* names that sentences choose from */
#define MAX_GROWTH 3.0 /* cost of a byte of 10 MB over that of 100,000 words */
#define MAX_GROWTH_FROM_CACHE 8.0 /* over that of 10,000 words, which a processor holds whole */
#define MAX_ANSWER 0.1 /* of the whole reading: the time from a cancellation to its answer */
#define N_CANCELLED 9

static const char *const countries[] = { "Norway", "Kenya",  "Uganda", "Peru",
                                         "Chile",  "Jordan", "Nepal",  "Ireland" };
static const char *const syllables[] = { "ma", "ro", "tel", "vin", "kas", "der", "lo", "bu", "ni" };

/* %1 and %2 become names, %d a date. */
static const char *const sentences[] = {
  "On %d %1 invited %2 to talks about the river.",
  "%1 accepted the invitation two days later, and %2 welcomed the answer.",
  "According to a senior official, %1 may reject the proposal of %2 by %d.",
  "The harbour was quiet in those weeks, and nobody who was there remembers who spoke first.",
  "“We will not sign,” said %1, a former minister of %2, in an interview on %d.",
  "%1 denied that %2 had threatened it with sanctions.",
  "Last week %1 and %2 signed an agreement in the capital.",
  "If the reports are true, %1 offered %2 a ceasefire in %d.",
  "Some 2000 people had gathered before the gate, most of them out of mere curiosity.",
  "It accused %2 of closing the road and postponed the meeting until %d.",
};

static const char *const months[] = { "January", "March", "May", "July", "August", "November" };

typedef struct {
  GRand *random;
  GPtrArray *names; /* of those on stage */
  guint n_sentences;
} Writer;

static char *
invent_name (Writer *writer)
{
  GString *name = g_string_new (NULL);

  for (guint word = 0; word < 2; word++) {
    gsize start = name->len;

    for (guint i = 0; i < 3; i++)
      g_string_append (name,
                       syllables[g_rand_int_range (writer->random, 0, G_N_ELEMENTS (syllables))]);
    name->str[start] = g_ascii_toupper (name->str[start]);
    g_string_append (name, word == 0 ? " " : "");
  }
  return g_string_free (name, FALSE);
}

static void
change_stage (Writer *writer)
{
  guint place = writer->n_sentences / SENTENCES_PER_NAME % N_ON_STAGE;

  g_free (writer->names->pdata[place]);
  writer->names->pdata[place] = invent_name (writer);
}

static void
append_word (Writer *writer, GString *text, char what)
{
  GRand *random = writer->random;

  if (what == 'd')
    g_string_append_printf (text,
                            "%d %s %d",
                            g_rand_int_range (random, 1, 28),
                            months[g_rand_int_range (random, 0, G_N_ELEMENTS (months))],
                            g_rand_int_range (random, 1990, 2018));
  else if (what == '2' && g_rand_boolean (random))
    g_string_append (text, countries[g_rand_int_range (random, 0, G_N_ELEMENTS (countries))]);
  else
    g_string_append (text, writer->names->pdata[g_rand_int_range (random, 0, N_ON_STAGE)]);
}

static void
append_sentence (Writer *writer, GString *text)
{
  if (writer->n_sentences++ % SENTENCES_PER_NAME == 0)
    change_stage (writer);
  for (const char *p = sentences[g_rand_int_range (writer->random, 0, G_N_ELEMENTS (sentences))];
       *p != '\0';
       p++) {
    if (*p == '%')
      append_word (writer, text, *++p);
    else
      g_string_append_c (text, *p);
  }
  g_string_append (text, writer->n_sentences % 7 == 0 ? "\n\n" : " ");
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == ' ' || (*p == '\n' && p[1] != '\n');
  return n;
}

/* At least as many words and bytes. */
static char *
make_text (guint n_words, gsize length)
{
  Writer writer = { g_rand_new_with_seed (SEED), g_ptr_array_new_with_free_func (g_free), 0 };
  GString *text = g_string_new ("The River Talks\n\nBy Maya Ortiz\n\n31 October 2018\n\n");
  guint n = 0;

  for (guint i = 0; i < N_ON_STAGE; i++)
    g_ptr_array_add (writer.names, invent_name (&writer));
  while (n < n_words || text->len < length) {
    gsize start = text->len;

    append_sentence (&writer, text);
    n += count_words (text->str + start);
  }
  g_ptr_array_unref (writer.names);
  g_rand_free (writer.random);
  return g_string_free (text, FALSE);
}

/* ---- what it is held against ---- */

static double
get_seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_characters (const char *text)
{
  gint64 start = g_get_monotonic_time ();
  gunichar sum = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    sum += g_utf8_get_char (p);
  g_assert_cmpuint (sum, !=, 0);
  return get_seconds_since (start);
}

/* Paragraph by paragraph, as it is made for layouts. */
static double
time_breaks (const char *text)
{
  gint64 start = g_get_monotonic_time ();
  PangoLanguage *language = pango_language_from_string ("en");

  while (*text != '\0') {
    int end, next, n;
    g_autofree PangoLogAttr *attrs = NULL;

    pango_find_paragraph_boundary (text, -1, &end, &next);
    n = (int) g_utf8_strlen (text, end) + 1;
    attrs = g_new (PangoLogAttr, n);
    pango_get_log_attrs (text, end, -1, language, attrs, n);
    text += next;
  }
  return get_seconds_since (start);
}

/* ---- the reading ---- */

static EntenteArticleDetail *
make_detail (const EntenteStructure *structure)
{
  EntenteArticleDetail *detail = entente_article_detail_new ();

  detail->article = entente_article_new ();
  detail->article->published = entente_date_ref (structure->published);
  detail->revision = entente_revision_new ();
  detail->revision->text = g_strdup (structure->body);
  return detail;
}

typedef struct {
  double structure, whole; /* seconds */
  guint n_times, n_actors, n_moves;
} Cost;

static EntenteProposals *
propose (EntenteArticleDetail *detail, GCancellable *cancellable)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return entente_proposals_new (detail, none, none, chronicle, NULL, cancellable, NULL);
}

static void
read_whole (const char *text, Cost *cost)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (EntenteStructure) structure = entente_structure_read (text, strlen (text));
  g_autoptr (EntenteArticleDetail) detail = make_detail (structure);
  g_autoptr (EntenteProposals) proposals = NULL;
  const EntenteArticleReading *reading;

  cost->structure = get_seconds_since (start);
  proposals = propose (detail, NULL);
  cost->whole = get_seconds_since (start);
  reading = entente_proposals_get_reading (proposals);
  cost->n_times = reading->times->len;
  cost->n_actors = reading->actors->len;
  cost->n_moves = entente_proposals_get_n (proposals);
}

/* Seconds a byte, the faster of two. */
static double
measure (const char *text)
{
  guint n_words = count_words (text);
  Cost cost, again;

  read_whole (text, &cost);
  read_whole (text, &again);
  cost.whole = MIN (cost.whole, again.whole);
  printf ("# %.1f MB, %u words, %u times, %u actors, %u moves: %.3f s, %.0f ns a word (structure "
          "%.0f); characters alone %.0f, breaks of Pango %.0f ns a word\n",
          (double) strlen (text) / 1e6,
          n_words,
          cost.n_times,
          cost.n_actors,
          cost.n_moves,
          cost.whole,
          cost.whole * 1e9 / n_words,
          cost.structure * 1e9 / n_words,
          time_characters (text) * 1e9 / n_words,
          time_breaks (text) * 1e9 / n_words);
  g_assert_cmpuint (cost.n_moves, >, n_words / 100);
  return cost.whole / (double) strlen (text);
}

/* ---- cancelled ---- */

typedef struct {
  GCancellable *cancellable;
  gint64 at; /* monotonic */
} Cancelling;

static gpointer
cancel_later (gpointer data)
{
  Cancelling *cancelling = data;

  g_usleep ((gulong) MAX (cancelling->at - g_get_monotonic_time (), 0));
  cancelling->at = g_get_monotonic_time ();
  g_cancellable_cancel (cancelling->cancellable);
  return NULL;
}

/* Seconds from the cancellation, @after seconds, to its answer. */
static double
time_answer (EntenteArticleDetail *detail, double after)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelling cancelling = { cancellable,
                            g_get_monotonic_time () + (gint64) (after * G_USEC_PER_SEC) };
  GThread *thread = g_thread_new ("cancel", cancel_later, &cancelling);
  g_autoptr (EntenteProposals) proposals = propose (detail, cancellable);
  gint64 answered = g_get_monotonic_time ();

  g_thread_join (thread);
  return proposals ? 0 : (double) (answered - cancelling.at) / G_USEC_PER_SEC;
}

static void
measure_answers (const char *text)
{
  g_autoptr (EntenteStructure) structure = entente_structure_read (text, strlen (text));
  g_autoptr (EntenteArticleDetail) detail = make_detail (structure);
  gint64 start = g_get_monotonic_time ();
  double whole, longest = 0;

  entente_proposals_unref (propose (detail, NULL));
  whole = get_seconds_since (start);
  for (guint i = 1; i <= N_CANCELLED; i++) {
    double after = whole * i / (N_CANCELLED + 1), answer = time_answer (detail, after);

    printf ("# cancelled after %.2f s of %.2f: answered after %.3f s\n", after, whole, answer);
    longest = MAX (longest, answer);
  }
  g_assert_cmpfloat (longest, <, MAX_ANSWER * whole);
}

int
main (void)
{
  g_autofree char *small = make_text (10 * 1000, 0);
  g_autofree char *middle = make_text (100 * 1000, 0);
  g_autofree char *big = make_text (0, 10 * 1000 * 1000);
  double least, middling, most;

  measure (small); /* reads the tables of words */
  least = measure (small);
  middling = measure (middle);
  most = measure (big);
  printf (
    "# a byte of 10 MB costs %.2f of one of 100,000 words and %.2f of one of 10,000: from 100,000 "
    "words on the cost grows with the power %.2f of the length\n",
    most / middling,
    most / least,
    1 + log (most / middling) / log ((double) strlen (big) / (double) strlen (middle)));
  g_assert_cmpfloat (most, <, MAX_GROWTH * middling);
  g_assert_cmpfloat (most, <, MAX_GROWTH_FROM_CACHE * least);
  measure_answers (big);
  return 0;
}
