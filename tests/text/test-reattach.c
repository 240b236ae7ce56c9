/* Marks of a text found again in a corrected one. */
#include "config.h"

#include "entente-reattach.h"

#include "entente-text-map.h"

#include <string.h>

#define ROUNDS 300

static EntentePassage *
mark (const char *text, const char *quote, guint occurrence)
{
  g_autoptr (EntenteTextMap) map = entente_text_map_new (text, -1);
  gint64 start, end;

  g_assert_true (entente_text_map_find (map, quote, occurrence, &start, &end));
  return entente_passage_new_from_text (ENTENTE_ID_NONE, text, start, end);
}

static char *
get_words (const char *text, EntenteReattachment found)
{
  g_autoptr (EntenteTextMap) map = entente_text_map_new (text, -1);

  return entente_text_map_dup_slice (map, found.start, found.end);
}

static EntenteReattachment
find (const char *before, const char *after, const char *quote, guint occurrence)
{
  g_autoptr (EntenteReattach) reattach = entente_reattach_new (before, after, NULL, NULL);
  g_autoptr (EntentePassage) passage = mark (before, quote, occurrence);

  return entente_reattach_find (reattach, passage);
}

static void
check (const char *before,
       const char *after,
       const char *quote,
       EntenteReattachGrade grade,
       const char *expected)
{
  EntenteReattachment found = find (before, after, quote, 1);
  g_autofree char *words = get_words (after, found);

  g_assert_cmpint (found.grade, ==, grade);
  g_assert_cmpstr (words, ==, expected);
}

#define OPENING "The foreign ministry of Russia announced talks in Moscow on 4 September. "
#define ANSWER "Kabul turned the invitation down on Wednesday, a spokesman said. "
#define CLOSING "The Taliban had said before that they would take part."

static void
test_same (void)
{
  const char *before = OPENING ANSWER CLOSING;

  check (before,
         "MOSCOW. " OPENING "Nothing was signed. " ANSWER CLOSING,
         "turned the invitation down",
         ENTENTE_REATTACHED_SAME,
         "turned the invitation down");
  check (before, before, "talks", ENTENTE_REATTACHED_SAME, "talks");
  check (before, ANSWER, "a spokesman said", ENTENTE_REATTACHED_SAME, "a spokesman said");
}

static void
test_moved (void)
{
  check (OPENING ANSWER CLOSING,
         ANSWER "\n" CLOSING "\n" OPENING,
         "announced talks in Moscow on 4 September",
         ENTENTE_REATTACHED_MOVED,
         "announced talks in Moscow on 4 September");
}

static void
test_changed (void)
{
  const char *before = OPENING ANSWER CLOSING;

  check (before,
         OPENING "Kabul turned the Russian invitation down on Tuesday, a spokesman said. " CLOSING,
         "turned the invitation down on Wednesday",
         ENTENTE_REATTACHED_CHANGED,
         "turned the Russian invitation down on Tuesday");
  check (before,
         OPENING ANSWER "The Taleban had said before that they would take part.",
         "Taliban",
         ENTENTE_REATTACHED_CHANGED,
         "Taleban");
}

/* Mended line ends, quotation marks and the like are told from changed words. */
static void
test_signs (void)
{
  EntenteReattachment found = find ("He said: \"We  will\nnot go\".",
                                    "He said: “We will not go”.",
                                    "\"We  will\nnot go\"",
                                    1);

  g_assert_cmpint (found.grade, ==, ENTENTE_REATTACHED_CHANGED);
  g_assert_cmpuint (found.likeness, ==, 100);
}

static void
test_lost (void)
{
  check (OPENING ANSWER CLOSING,
         OPENING "Nobody answered for a week. " CLOSING,
         "turned the invitation down",
         ENTENTE_REATTACHED_LOST,
         "");
  /* A word that stands elsewhere too is not put there. */
  check ("They held talks on Monday. The market was open. Later there was rain.",
         "The market was open. Later there was rain, and talks of snow.",
         "talks",
         ENTENTE_REATTACHED_LOST,
         "");
  check ("one", "", "one", ENTENTE_REATTACHED_LOST, "");
}

/* Of the same words at several places that one is taken which has the same neighbours. */
static void
test_repeated (void)
{
  const char *before = "Ghani accepted. Then Putin accepted. Then Trump accepted.";
  const char *after = "At first Ghani accepted. Putin accepted. Then Trump accepted.";
  EntenteReattachment found = find (before, after, "accepted", 3);

  g_assert_cmpint (found.grade, ==, ENTENTE_REATTACHED_SAME);
  g_assert_cmpint (found.start, ==, g_utf8_strlen (after, -1) - 9);
}

static void
test_scripts (void)
{
  check ("طالبان گفتند که مذاکرات ادامه دارد. رئیس جمهور سخن گفت.",
         "کابل: طالبان گفتند که مذاکرات ادامه دارد. رئیس جمهور سخن گفت.",
         "مذاکرات ادامه دارد",
         ENTENTE_REATTACHED_SAME,
         "مذاکرات ادامه دارد");
  check ("双方同意在五月举行会谈。",
         "双方昨天同意在五月举行会谈。",
         "举行会谈",
         ENTENTE_REATTACHED_SAME,
         "举行会谈");
}

static void
test_map (void)
{
  g_autoptr (EntenteReattach) reattach =
    entente_reattach_new ("It ended.[1] Then more.[2]", "It all ended.[1] Nothing.[2]", NULL, NULL);

  g_assert_cmpint (entente_reattach_map (reattach, 9), ==, 13);
  g_assert_cmpint (entente_reattach_map (reattach, 23), ==, 25);
  g_assert_cmpint (entente_reattach_map (reattach, 13), ==, -1);
  g_assert_cmpint (entente_reattach_map (reattach, -1), ==, -1);
  g_assert_cmpint (entente_reattach_map (reattach, 999), ==, -1);
}

static void
test_passage (void)
{
  const char *before = OPENING ANSWER CLOSING, *after = "Yesterday: " OPENING ANSWER;
  g_autoptr (EntenteReattach) reattach = entente_reattach_new (before, after, NULL, NULL);
  g_autoptr (EntentePassage) passage = mark (before, "on Wednesday", 1);
  EntenteReattachment found = entente_reattach_find (reattach, passage);
  g_autoptr (EntentePassage) made = entente_reattach_create_passage (reattach, &found);
  g_autoptr (EntentePassage) expected =
    entente_passage_new_from_text (ENTENTE_ID_NONE, after, found.start, found.end);

  g_assert_true (entente_record_equal (made, expected));
}

/* ---- a property ---- */

/* A text of words out of a small store, as an article repeats its words. */
static GPtrArray *
make_words (GRand *random, guint n)
{
  static const char *const store[] = {
    "talks", "the",    "Kabul", "refused", "an",   "offer", "in",
    "May",   "Москва", "said",  "that",    "ağır", "peace", "of"
  };
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++) {
    const char *word = store[g_rand_int_range (random, 0, G_N_ELEMENTS (store))];

    g_ptr_array_add (words,
                     g_rand_int_range (random, 0, 3) == 0
                       ? g_strdup_printf ("%s%d", word, g_rand_int_range (random, 0, 500))
                       : g_strdup (word));
  }
  return words;
}

/* The words as a text; @starts receives where each begins, in code points. */
static char *
join (GPtrArray *words, GArray *starts)
{
  GString *text = g_string_new (NULL);
  gint64 at = 0;

  for (guint i = 0; i < words->len; i++) {
    const char *word = words->pdata[i];

    g_array_append_val (starts, at);
    g_string_append_printf (text, "%s ", word);
    at += g_utf8_strlen (word, -1) + 1;
  }
  return g_string_free (text, FALSE);
}

/* Takes words away, puts others in, in some places; @moves receives where each word that stayed
 * went, -1 for the others. */
static GPtrArray *
edit (GRand *random, GPtrArray *words, GArray *moves)
{
  GPtrArray *edited = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < words->len; i++) {
    int chance = g_rand_int_range (random, 0, 120), at = (int) edited->len, none = -1;

    if (chance == 0) {
      g_array_append_val (moves, none);
      continue;
    }
    if (chance == 1 || chance == 2) {
      g_ptr_array_add (edited, g_strdup_printf ("new%d", g_rand_int_range (random, 0, 1000)));
      at++;
    }
    if (chance == 2) {
      g_array_append_val (moves, none);
      continue;
    }
    g_array_append_val (moves, at);
    g_ptr_array_add (edited, g_strdup (words->pdata[i]));
  }
  return edited;
}

/* Were the words [from, to) and their neighbours, @around on each side, left alone? */
static gboolean
is_untouched (GArray *moves, guint from, guint to, guint around)
{
  from -= MIN (from, around);
  to = MIN (to + around, moves->len);
  for (guint i = from; i < to; i++)
    if (g_array_index (moves, int, i) < 0 ||
        (i > from && g_array_index (moves, int, i) != g_array_index (moves, int, i - 1) + 1))
      return FALSE;
  return TRUE;
}

static void
check_round (GRand *random)
{
  g_autoptr (GPtrArray) words = make_words (random, 600);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) new_starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) edited = edit (random, words, moves);
  g_autofree char *before = join (words, starts);
  g_autofree char *after = join (edited, new_starts);
  g_autoptr (EntenteReattach) reattach = entente_reattach_new (before, after, NULL, NULL);

  for (guint i = 0; i < 20; i++) {
    guint from = (guint) g_rand_int_range (random, 0, 580);
    guint to = from + (guint) g_rand_int_range (random, 1, 16);
    g_autoptr (EntentePassage) passage =
      entente_passage_new_from_text (ENTENTE_ID_NONE,
                                     before,
                                     g_array_index (starts, gint64, from),
                                     g_array_index (starts, gint64, to) - 1);
    EntenteReattachment found;

    if (!is_untouched (moves, from, to, 3))
      continue;
    found = entente_reattach_find (reattach, passage);
    g_assert_cmpint (found.grade, ==, ENTENTE_REATTACHED_SAME);
    g_assert_cmpint (found.start,
                     ==,
                     g_array_index (new_starts, gint64, g_array_index (moves, int, from)));
  }
}

/* Whatever was edited elsewhere, a mark that was left alone is found exactly. */
static void
test_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20181031);

  for (guint i = 0; i < ROUNDS; i++)
    check_round (random);
}

/* A thousand marks of a megabyte of which every line was edited. */
static void
test_large (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) words = make_words (random, 160000);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) new_starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) edited = edit (random, words, moves);
  g_autofree char *before = join (words, starts);
  g_autofree char *after = join (edited, new_starts);
  g_autoptr (EntenteReattach) same = entente_reattach_new (before, before, NULL, NULL);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteReattach) reattach = NULL;
  gint64 began;
  guint n_found = 0;

  for (guint i = 0; i < 1000; i++) {
    const EntenteReattachment place = { ENTENTE_REATTACHED_SAME,
                                        g_array_index (starts, gint64, i * 150),
                                        g_array_index (starts, gint64, i * 150 + 12) - 1,
                                        100 };

    g_ptr_array_add (passages, entente_reattach_create_passage (same, &place));
  }
  began = g_get_monotonic_time ();
  reattach = entente_reattach_new (before, after, NULL, NULL);
  for (guint i = 0; i < passages->len; i++)
    n_found +=
      entente_reattach_find (reattach, passages->pdata[i]).grade != ENTENTE_REATTACHED_LOST;
  g_test_message ("%zu bytes, %u of 1000 marks found in %.0f ms",
                  strlen (before),
                  n_found,
                  (g_get_monotonic_time () - began) / 1000.0);
  g_assert_cmpuint (n_found, >=, 990);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reattach/same", test_same);
  g_test_add_func ("/reattach/moved", test_moved);
  g_test_add_func ("/reattach/changed", test_changed);
  g_test_add_func ("/reattach/signs", test_signs);
  g_test_add_func ("/reattach/lost", test_lost);
  g_test_add_func ("/reattach/repeated", test_repeated);
  g_test_add_func ("/reattach/scripts", test_scripts);
  g_test_add_func ("/reattach/map", test_map);
  g_test_add_func ("/reattach/passage", test_passage);
  g_test_add_func ("/reattach/property", test_property);
  g_test_add_func ("/reattach/large", test_large);
  return g_test_run ();
}
