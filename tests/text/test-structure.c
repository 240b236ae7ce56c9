/* The structure of pasted articles: heads in many forms, notes in many forms, a body that loses no
 * letter. All texts are made up for this test. */
#include "config.h"

#include "entente-structure.h"

#include <string.h>

#define ONE "The two delegations met on the old bridge and agreed to speak again before the winter."
#define TWO "Nobody outside the room was told what had been offered, and nobody asked."

typedef struct {
  const char *name;
  const char *text;
  const char *title; /* or NULL */
  const char *authors; /* separated by "; " */
  const char *published; /* EDTF, or NULL */
  const char *publication; /* or NULL */
  const char *body;
} Head;

static const Head heads[] = {
  { "doubled-byline",
    "Doç. Dr.  Ayşe Çınar Doç. Dr. Ayşe Çınar\n\nThe River Talks\n\n3 May 2017\nThe River "
    "Talks\n\n" ONE "\n\n" TWO "\n",
    "The River Talks",
    "Ayşe Çınar",
    "2017-05-03",
    NULL,
    ONE "\n" TWO "\n" },
  { "by-line",
    "The River Talks\nBy Maya Ortiz and Jan de Vries\nMay 3, 2017\n\n" ONE "\n",
    "The River Talks",
    "Maya Ortiz; Jan de Vries",
    "2017-05-03",
    NULL,
    ONE "\n" },
  { "german",
    "Gespräche am Fluss\nVon Karin Weiß\nMittwoch, 3. Mai 2017, 14:30 Uhr\n\n" ONE "\n",
    "Gespräche am Fluss",
    "Karin Weiß",
    "2017-05-03",
    NULL,
    ONE "\n" },
  { "turkish",
    "Nehir Görüşmeleri\nYazan: Ömer Işık\n3 Mayıs 2017 Çarşamba\n\n" ONE "\n",
    "Nehir Görüşmeleri",
    "Ömer Işık",
    "2017-05-03",
    NULL,
    ONE "\n" },
  { "french",
    "Les pourparlers du fleuve\nPar Élodie Marchand\nPublié le 3 mai 2017 à 14h30\n\n" ONE "\n",
    "Les pourparlers du fleuve",
    "Élodie Marchand",
    "2017-05-03",
    NULL,
    ONE "\n" },
  { "iso",
    "The River Talks\n2017-05-03\n" ONE "\n",
    "The River Talks",
    "",
    "2017-05-03",
    NULL,
    ONE "\n" },
  { "arabic",
    "محادثات النهر\n\n2017-05-03\n\nاجتمع الوفدان عند الجسر القديم وتحدثا طويلا قبل الشتاء ثم "
    "افترقا.\n",
    "محادثات النهر",
    "",
    "2017-05-03",
    NULL,
    "اجتمع الوفدان عند الجسر القديم وتحدثا طويلا قبل الشتاء ثم افترقا.\n" },
  { "no-title",
    "3 May 2017\n\n" ONE "\n" TWO "\n",
    NULL,
    "",
    "2017-05-03",
    NULL,
    ONE "\n" TWO "\n" },
  { "no-date", "The River Talks\n\n" ONE "\n", "The River Talks", "", NULL, NULL, ONE "\n" },
  { "nothing", ONE "\n\n" TWO, NULL, "", NULL, NULL, ONE "\n" TWO "\n" },
  { "windows",
    "The River Talks\r\n\r\n3 May 2017\r\n\r\n" ONE "\r\n\r\n\r\n" TWO "\r\n",
    "The River Talks",
    "",
    "2017-05-03",
    NULL,
    ONE "\n" TWO "\n" },
  { "old-mac",
    "The River Talks\r3 May 2017\r" ONE "\r\r" TWO "\r",
    "The River Talks",
    "",
    "2017-05-03",
    NULL,
    ONE "\n" TWO "\n" },
  { "updated",
    "The River Talks\nUpdated: 9 May 2017\nPublished: 3 May 2017\n\n" ONE "\n",
    "The River Talks",
    "",
    "2017-05-03",
    NULL,
    ONE "\n" },
  { "outlet",
    "The River Talks\nHarbour Courier, 3 May 2017\n\n" ONE "\n",
    "The River Talks",
    "",
    "2017-05-03",
    "Harbour Courier",
    ONE "\n" },
  { "place",
    "The River Talks\nLisbon, May 3, 2017, 4 p.m.\n\n" ONE "\n",
    "The River Talks",
    "",
    "2017-05-03",
    NULL,
    ONE "\n" },
  { "previously",
    "The River Talks\n3 May 2017\n\n" ONE
    "\n\nThis text was published previously in The Harbour Review April 2017\n",
    "The River Talks",
    "",
    "2017-05-03",
    "The Harbour Review",
    ONE "\nThis text was published previously in The Harbour Review April 2017\n" },
  { "dateline",
    "The River Talks\n\nPORT CITY, May 3, 2017 (HN) — " ONE "\n",
    "The River Talks",
    "",
    "2017-05-03",
    NULL,
    "PORT CITY, May 3, 2017 (HN) — " ONE "\n" },
  { "heading-in-body",
    "The River Talks\n\n" ONE "\n\nSecond Round\n\n" TWO "\n",
    "The River Talks",
    "",
    NULL,
    NULL,
    ONE "\nSecond Round\n" TWO "\n" },
  { "sentence-with-date",
    "The River Talks\n\nThe talks began on 3 May 2017.\n\n" ONE "\n",
    "The River Talks",
    "",
    NULL,
    NULL,
    "The talks began on 3 May 2017.\n" ONE "\n" },
  { "chronicle",
    "The River Talks\n\n" ONE "\n\n3 May 2017\n\n" TWO "\n",
    "The River Talks",
    "",
    NULL,
    NULL,
    ONE "\n3 May 2017\n" TWO "\n" },
  { "list",
    "The River Talks\n\n" ONE "\n\n1. A bridge\n2. A boat\n\n" TWO "\n",
    "The River Talks",
    "",
    NULL,
    NULL,
    ONE "\n1. A bridge\n2. A boat\n" TWO "\n" },
  { "list-at-end",
    "The River Talks\n\n" ONE "\n\n1. A bridge\n2. A boat\n",
    "The River Talks",
    "",
    NULL,
    NULL,
    ONE "\n1. A bridge\n2. A boat\n" },
  { "empty", "", NULL, "", NULL, NULL, "" },
};

static EntenteStructure *
read_text (const char *text)
{
  return entente_structure_read (text, strlen (text));
}

static void
test_head (gconstpointer data)
{
  const Head *head = data;
  g_autoptr (EntenteStructure) structure = read_text (head->text);
  g_ptr_array_add (structure->authors, NULL);
  g_autofree char *authors = g_strjoinv ("; ", (char **) structure->authors->pdata);
  g_assert_cmpstr (structure->title, ==, head->title);
  g_assert_cmpstr (authors, ==, head->authors);
  g_assert_cmpstr (structure->published != NULL ? structure->published->edtf : NULL,
                   ==,
                   head->published);
  g_assert_cmpstr (structure->publication, ==, head->publication);
  g_assert_cmpstr (structure->body, ==, head->body);
}

/* ---- notes ---- */

typedef struct {
  const char *name;
  const char *notes; /* below the body */
  const char *marks[2]; /* within it */
  const char *text; /* of the second note */
  const char *source;
  const char *date;
} Notes;

static const Notes notes[] = {
  { "dates",
    "[1], 1 April 2017\n\n[2],  2 April 2017",
    { "[1]", "[2]" },
    "2 April 2017",
    NULL,
    "2017-04-02" },
  { "sources",
    "[1] Harbour Courier, 1 April 2017\n[2] Bay Post, 2 April 2017, p. 4",
    { "[1]", "[2]" },
    "Bay Post, 2 April 2017, p. 4",
    "Bay Post",
    "2017-04-02" },
  { "heading",
    "Notes\n\n1. Harbour Courier, 1 April 2017.\n2. Bay Post, April 2017.",
    { "[1]", "[2]" },
    "Bay Post, April 2017.",
    "Bay Post",
    "2017-04" },
  { "no-heading",
    "1. Harbour Courier\n2. Bay Post",
    { "[1]", "[2]" },
    "Bay Post",
    "Bay Post",
    NULL },
  { "raised",
    "¹ Harbour Courier, 1 April 2017\n² Bay Post, 2 April 2017",
    { "¹", "²" },
    "Bay Post, 2 April 2017",
    "Bay Post",
    "2017-04-02" },
  { "caret",
    "References\n^ Harbour Courier. 1 April 2017.\n^ a b Bay Post. 2 April 2017. Retrieved 9 May "
    "2019.",
    { "[1]", "[2]" },
    "Bay Post. 2 April 2017. Retrieved 9 May 2019.",
    "Bay Post",
    "2017-04-02" },
  { "bare",
    "Anmerkungen\n1. Hafenkurier, 1. April 2017\n2. Buchtpost, 2. April 2017",
    { "1", "2" },
    "Buchtpost, 2. April 2017",
    "Buchtpost",
    "2017-04-02" },
  { "wrapped",
    "[1] Harbour Courier,\n1 April 2017\n[2] Bay Post,\n2 April 2017",
    { "[1]", "[2]" },
    "Bay Post, 2 April 2017",
    "Bay Post",
    "2017-04-02" },
};

static void
test_notes (gconstpointer data)
{
  const Notes *row = data;
  g_autofree char *text =
    g_strdup_printf ("The Çay Talks\n\n" ONE "%s\n\n" TWO "%s Then they left.\n\n\n%s\n",
                     row->marks[0],
                     row->marks[1],
                     row->notes);
  g_autofree char *body =
    g_strdup_printf (ONE "%s\n" TWO "%s Then they left.\n", row->marks[0], row->marks[1]);
  g_autoptr (EntenteStructure) structure = read_text (text);
  g_assert_cmpstr (structure->body, ==, body);
  g_assert_cmpuint (structure->notes->len, ==, 2);
  const EntenteStructureNote *note = structure->notes->pdata[1];
  g_assert_cmpstr (note->marker, ==, "2");
  g_assert_cmpstr (note->text, ==, row->text);
  g_assert_cmpstr (note->cited_source, ==, row->source);
  g_assert_cmpstr (note->cited_date != NULL ? note->cited_date->edtf : NULL, ==, row->date);
  const char *mark = g_utf8_offset_to_pointer (structure->body, note->position);
  g_assert_true (g_str_has_prefix (mark, row->marks[1]));
}

static void
test_unmarked_note (void)
{
  g_autoptr (EntenteStructure) structure = read_text ("Title Here\n\n" ONE "\n\n[7] Bay Post\n");
  g_assert_cmpuint (structure->notes->len, ==, 1);
  const EntenteStructureNote *note = structure->notes->pdata[0];
  g_assert_cmpint (note->position, ==, -1);
  g_assert_cmpstr (note->marker, ==, "7");
}

/* ---- the rest of a page ---- */

static void
test_furniture (void)
{
  static const char text[] =
    "The River Talks\n\n" ONE " " TWO
    "\n\nShare this:\nMail\n\nRelated articles\nAnother Story\n1 June 2018\n";
  g_autoptr (EntenteStructure) structure = read_text (text);
  g_assert_cmpstr (structure->body, ==, ONE " " TWO "\n");
  g_assert_cmpstr (structure->left_out,
                   ==,
                   "Share this:\nMail\nRelated articles\nAnother Story\n1 June 2018");
  g_assert_null (structure->published);
}

static void
test_url (void)
{
  g_autoptr (EntenteStructure) structure =
    read_text ("The River Talks\nhttps://example.org/river\n\nWednesday, May 3, 2017\n\n" ONE "\n");
  g_assert_cmpstr (structure->url, ==, "https://example.org/river");
  g_assert_cmpstr (structure->published->edtf, ==, "2017-05-03");
}

static void
test_wrapped (void)
{
  static const char text[] = "\n  The delegations came to the old bridge in the early\n"
                             "  morning and stayed until the last boat had gone over\n"
                             "  to the other side of the river.\n\n"
                             "  Nobody outside the room was told what had been put on\n"
                             "  the table, and nobody asked, for it was cold and late\n"
                             "  and the newspapers had gone home before them.\n";
  g_autoptr (EntenteStructure) structure = read_text (text);
  g_assert_null (structure->title);
  g_assert_true (g_str_has_prefix (structure->body,
                                   "The delegations came to the old bridge in the early morning"));
  g_assert_nonnull (strstr (structure->body, "side of the river.\nNobody outside"));
}

/* ---- no letter is lost ---- */

static void
append_random (GString *text, guint n_words)
{
  static const char *const words[] = { "talks", "görüşme", "fleuve,", "Brücke",   "вода",
                                       "نهر",   "中文",    "(aside)", "“quoted”", "e\u0301",
                                       "x",     "envoy’s", "🕊" };
  for (; n_words > 0; n_words--)
    g_string_append_printf (text,
                            "%s%s",
                            words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                            n_words > 1 ? " " : "");
}

static char *
without_space (const char *text)
{
  GString *letters = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  }
  return g_string_free (letters, FALSE);
}

static void
check_sources (const EntenteStructure *structure, const char *text)
{
  for (gsize i = 0; structure->body[i] != '\0'; i++) {
    if (!g_ascii_isspace (structure->body[i]))
      g_assert_cmpint (structure->body[i], ==, text[entente_structure_to_source (structure, i)]);
  }
}

static void
test_letters (void)
{
  static const char *const breaks[] = { "\n", "\n\n", "\r\n", "\n  \n\n", " \n", "\xE2\x80\xA9" };
  for (guint i = 0; i < 300; i++) {
    g_autoptr (GString) text = g_string_new (ONE "\n\n");
    for (int n = g_test_rand_int_range (0, 30); n > 0; n--) {
      append_random (text, (guint) g_test_rand_int_range (1, 40));
      g_string_append (text, breaks[g_test_rand_int_range (0, G_N_ELEMENTS (breaks))]);
    }
    g_autoptr (EntenteStructure) structure = read_text (text->str);
    g_autofree char *in = without_space (text->str);
    g_autofree char *out = without_space (structure->body);
    g_assert_cmpstr (out, ==, in);
    check_sources (structure, text->str);
    g_assert_true (g_str_has_suffix (structure->body, "\n"));
    g_assert_null (strstr (structure->body, "\n\n"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    g_autofree char *path = g_strdup_printf ("/structure/head/%s", heads[i].name);
    g_test_add_data_func (path, &heads[i], test_head);
  }
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++) {
    g_autofree char *path = g_strdup_printf ("/structure/notes/%s", notes[i].name);
    g_test_add_data_func (path, &notes[i], test_notes);
  }
  g_test_add_func ("/structure/unmarked-note", test_unmarked_note);
  g_test_add_func ("/structure/furniture", test_furniture);
  g_test_add_func ("/structure/url", test_url);
  g_test_add_func ("/structure/wrapped", test_wrapped);
  g_test_add_func ("/structure/letters", test_letters);
  return g_test_run ();
}
