/* Bylines: names found, titles and offices left out, and lines that are none. */
#include "config.h"

#include "entente-byline.h"

#include <string.h>

typedef struct {
  const char *line;
  EntenteBylineKind kind;
  const char *names; /* separated by "; " */
} Case;

static const Case cases[] = {
  { "By Maya Ortiz", ENTENTE_BYLINE_SURE, "Maya Ortiz" },
  { "by Maya Ortiz and Jan de Vries", ENTENTE_BYLINE_SURE, "Maya Ortiz; Jan de Vries" },
  { "By Maya Ortiz, Jan de Vries and Li Wei",
    ENTENTE_BYLINE_SURE,
    "Maya Ortiz; Jan de Vries; Li Wei" },
  { "Von Karin Weiß und Uwe Groß", ENTENTE_BYLINE_SURE, "Karin Weiß; Uwe Groß" },
  { "Par Élodie Marchand", ENTENTE_BYLINE_SURE, "Élodie Marchand" },
  { "Yazan: Ayşe Çınar ve Ömer Işık", ENTENTE_BYLINE_SURE, "Ayşe Çınar; Ömer Işık" },
  { "Doç. Dr.  Ayşe Çınar Doç. Dr. Ayşe Çınar", ENTENTE_BYLINE_SURE, "Ayşe Çınar" },
  { "Prof. Dr. habil. Karin Weiß", ENTENTE_BYLINE_SURE, "Karin Weiß" },
  { "Dr. Öğr. Üyesi Ömer Işık", ENTENTE_BYLINE_SURE, "Ömer Işık" },
  { "Assoc. Prof. Dr. Elif Kara", ENTENTE_BYLINE_SURE, "Elif Kara" },
  { "Maya Ortiz, PhD", ENTENTE_BYLINE_SURE, "Maya Ortiz" },
  { "Maya Ortiz, Ph.D., and Dr. Jan de Vries", ENTENTE_BYLINE_SURE, "Maya Ortiz; Jan de Vries" },
  { "Maya Ortiz Maya Ortiz", ENTENTE_BYLINE_SURE, "Maya Ortiz" },
  { "Maya Ortiz, Foreign Editor", ENTENTE_BYLINE_NAMES, "Maya Ortiz" },
  { "Maya Ortiz", ENTENTE_BYLINE_NAMES, "Maya Ortiz" },
  { "Ahmed al-Rashid", ENTENTE_BYLINE_NAMES, "Ahmed al-Rashid" },
  { "", ENTENTE_BYLINE_NONE, "" },
  { "By and by they met again", ENTENTE_BYLINE_NONE, "" },
  { "The talks went on", ENTENTE_BYLINE_NONE, "" },
  { "Talks of 2018 Resume", ENTENTE_BYLINE_NONE, "" },
  { "Dr.", ENTENTE_BYLINE_NONE, "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) authors =
      g_ptr_array_new_with_free_func ((GDestroyNotify) entente_byline_free);
    EntenteBylineKind kind =
      entente_byline_read (cases[i].line, 0, strlen (cases[i].line), authors);
    g_autoptr (GString) names = g_string_new (NULL);
    for (guint k = 0; k < authors->len; k++) {
      const EntenteByline *author = authors->pdata[k];
      g_string_append_printf (names, "%s%s", k > 0 ? "; " : "", author->name);
      g_assert_cmpint (strncmp (cases[i].line + author->start, author->name, 2), ==, 0);
      g_assert_cmpuint (author->end, <=, strlen (cases[i].line));
    }
    g_test_message ("%s", cases[i].line);
    g_assert_cmpstr (names->str, ==, cases[i].names);
    g_assert_cmpint (kind, ==, cases[i].kind);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byline/cases", test_cases);
  return g_test_run ();
}
