/* Tests of EntentePrintChoice: every choice comes back from its words; words of others are passed
 * over. */
#include "config.h"

#include "entente-print-choice.h"

static const char *
look_up (GHashTable *words, const char *name)
{
  return g_hash_table_lookup (words, name);
}

static void
test_kinds (void)
{
  EntentePrintChoice choice;

  entente_print_choice_init (&choice);
  g_assert_cmpstr (entente_print_choice_get_kind (&choice), ==, "chronology");
  for (guint kind = 0; kind < ENTENTE_N_SUMMARY_KINDS; kind++) {
    g_assert_true (entente_print_choice_set_kind (&choice, entente_summary_kind_get_nick (kind)));
    g_assert_cmpint (choice.summary.kind, ==, kind);
    g_assert_false (choice.poster);
  }
  g_assert_true (entente_print_choice_set_kind (&choice, "poster"));
  g_assert_cmpstr (entente_print_choice_get_kind (&choice), ==, "poster");
  g_assert_false (entente_print_choice_set_kind (&choice, "novel"));
  g_assert_false (entente_print_choice_set_kind (&choice, NULL));
  g_assert_cmpstr (entente_print_choice_get_kind (&choice), ==, "poster");
}

/* What differs from the first choice in every respect. */
static void
turn_all (EntentePrintChoice *choice)
{
  EntenteSummaryOptions *summary = &choice->summary;

  summary->figure = summary->told = summary->quotes = summary->answers = summary->undated = FALSE;
  summary->leave_out_private = FALSE;
  summary->pseudonyms = TRUE;
  summary->form = ENTENTE_FORM_COLUMNS;
  summary->citations = ENTENTE_CITATIONS_AUTHOR_DATE;
  choice->paper = ENTENTE_PAPER_LETTER;
  choice->landscape = TRUE;
  choice->notes_at_foot = FALSE;
  choice->face = ENTENTE_FACE_SERIF;
  choice->n_columns = 2;
  choice->size = 110;
  choice->margin = 600;
  choice->sheets = (EntentePosterOptions){ ENTENTE_PAPER_TABLOID, FALSE, 3, 2, 0 };
  choice->black = TRUE;
}

static void
test_words (void)
{
  EntentePrintChoice turned, read;
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GHashTable) again = NULL;
  GHashTableIter iter;
  gpointer name, value;

  entente_print_choice_init (&turned);
  turn_all (&turned);
  words = entente_print_choice_to_words (&turned);
  g_assert_cmpstr (look_up (words, "figure"), ==, "no");
  g_assert_cmpstr (look_up (words, "form"), ==, "columns");
  g_assert_cmpstr (look_up (words, "citations"), ==, "author-date");
  g_assert_cmpstr (look_up (words, "paper"), ==, "letter");
  g_assert_cmpstr (look_up (words, "poster-paper"), ==, "tabloid");
  g_assert_cmpstr (look_up (words, "poster-across"), ==, "3");
  entente_print_choice_init (&read);
  entente_print_choice_take_words (&read, words);
  again = entente_print_choice_to_words (&read);
  g_assert_cmpuint (g_hash_table_size (again), ==, g_hash_table_size (words));
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_assert_cmpstr (look_up (again, name), ==, value);
  g_assert_cmpint (read.sheets.down, ==, 2);
  g_assert_cmpint (read.face, ==, ENTENTE_FACE_SERIF);
  g_assert_cmpuint (read.margin, ==, 600);
  g_assert_true (read.summary.pseudonyms);
}

/* Of a later version, or broken: what is understood is taken, the rest stays. */
static void
test_foreign_words (void)
{
  static const char *const pairs[][2] = {
    { "figure", "perhaps" }, { "paper", "a1" },        { "poster-across", "51" },
    { "poster-down", "-1" }, { "form", "" },           { "colour", "blue" },
    { "quotes", "no" },      { "poster-paper", "a0" }, { "citations", "chicago" },
    { "told", "YES" },       { "columns", "0" },       { "size", "161" },
    { "font", "comic" },
  };
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  EntentePrintChoice choice;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_hash_table_insert (words, (char *) pairs[i][0], (char *) pairs[i][1]);
  entente_print_choice_init (&choice);
  entente_print_choice_take_words (&choice, words);
  g_assert_true (choice.summary.figure);
  g_assert_true (choice.summary.told);
  g_assert_false (choice.summary.quotes);
  g_assert_cmpint (choice.paper, ==, ENTENTE_PAPER_A4);
  g_assert_cmpint (choice.sheets.paper, ==, ENTENTE_PAPER_A0);
  g_assert_cmpuint (choice.sheets.across, ==, 1);
  g_assert_cmpuint (choice.sheets.down, ==, 1);
  g_assert_cmpint (choice.summary.form, ==, ENTENTE_FORM_FULL);
  g_assert_cmpuint (choice.n_columns, ==, 1);
  g_assert_cmpuint (choice.size, ==, 92);
  g_assert_cmpint (choice.face, ==, ENTENTE_FACE_SANS);
}

/* A day is kept; a month is asked about at its end; without an end it is the last day of all. */
static void
test_day (void)
{
  g_autoptr (EntenteDate) month = entente_date_parse ("2018-08", NULL);
  g_autoptr (EntenteDate) open = entente_date_parse ("[2018-08-22..]", NULL);
  g_autoptr (EntenteDate) undated = entente_date_new_undated ();
  g_autoptr (EntenteDate) kept = NULL;
  g_autoptr (GHashTable) words = NULL;
  EntentePrintChoice choice, read;

  entente_print_choice_init (&choice);
  g_assert_true (entente_print_choice_set_day (&choice, month));
  words = entente_print_choice_to_words (&choice);
  g_assert_cmpstr (look_up (words, "on"), ==, "2018-08-31");
  entente_print_choice_init (&read);
  entente_print_choice_take_words (&read, words);
  kept = entente_print_choice_dup_day (&read);
  g_assert_cmpstr (kept->edtf, ==, "2018-08-31");
  g_assert_cmpint (read.summary.on.end, ==, choice.summary.on.end);
  g_assert_false (entente_print_choice_set_day (&choice, open));
  g_assert_true (entente_print_choice_set_day (&choice, undated));
  g_assert_cmpint (choice.summary.on.start, ==, choice.summary.on.end);
}

static void
test_style (void)
{
  EntentePrintChoice choice;
  EntentePageStyle style, usual;

  entente_print_choice_init (&choice);
  entente_print_choice_get_style (&choice, &style);
  entente_page_style_init (&usual, ENTENTE_PAPER_A4, FALSE);
  g_assert_cmpfloat (style.base_size_pt, ==, usual.base_size_pt);
  g_assert_cmpfloat (style.margin_pt, ==, usual.margin_pt);
  choice.n_columns = 2;
  choice.landscape = TRUE;
  choice.notes_at_foot = FALSE;
  choice.summary.shelf_days = 7;
  entente_print_choice_get_style (&choice, &style);
  g_assert_cmpfloat (style.width_pt, >, style.height_pt);
  g_assert_false (style.notes_at_foot);
  g_assert_cmpuint (style.n_columns, ==, 2);
  g_assert_cmpuint (style.shelf_days, ==, 7);
  g_assert_cmpint (entente_print_choice_get_links (&choice), ==, ENTENTE_SCENE_LINKS_ALL);
  choice.summary.answers = FALSE;
  g_assert_cmpint (entente_print_choice_get_links (&choice), ==, ENTENTE_SCENE_LINKS_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-choice/kinds", test_kinds);
  g_test_add_func ("/print-choice/words", test_words);
  g_test_add_func ("/print-choice/foreign-words", test_foreign_words);
  g_test_add_func ("/print-choice/day", test_day);
  g_test_add_func ("/print-choice/style", test_style);
  return g_test_run ();
}
