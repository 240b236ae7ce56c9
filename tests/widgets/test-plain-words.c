/* What a person or a stranger wrote shows as it was written, where the toolkit reads markup: a
 * thousand strings. */
#include "config.h"

#include "entente-plain-words.h"

#include <string.h>

#define N_STRINGS 1000

static const char *const parts[] = {
  "<b>",
  "</b>",
  "<",
  ">",
  "&",
  "&amp;",
  "&#0;",
  "&#x41;",
  "&nope;",
  "]]>",
  "<!--",
  "<span",
  "\"",
  "'",
  "%s",
  "%n",
  "_",
  "__",
  "\\n",
  "{",
  "\342\200\256",
  "Talks",
  " ",
  "in 5",
  "\303\251",
  "\327\251",
  "\331\205",
  "\360\237\225\212",
  "a\314\201",
  "<a href=\"x\">",
};

/* The first label below @widget that shows something. */
static const char *
find_text (GtkWidget *widget, const char *except)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), except) != 0)
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    const char *text = find_text (child, except);

    if (text)
      return text;
  }
  return NULL;
}

static char *
make_string (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (gint32 n = g_rand_int_range (random, 1, 9); n > 0; n--)
    g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static void
test_pages (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  AdwStatusPage *page = ADW_STATUS_PAGE (g_object_ref_sink (adw_status_page_new ()));

  adw_status_page_set_title (page, "-");
  for (guint i = 0; i < N_STRINGS; i++) {
    g_autofree char *text = make_string (random);

    entente_plain_words_describe (page, text);
    g_assert_cmpstr (find_text (GTK_WIDGET (page), "-"), ==, text);
  }
  entente_plain_words_describe (page, NULL);
  g_assert_cmpstr (find_text (GTK_WIDGET (page), "-"), ==, "");
  g_object_unref (page);
}

/* Of each toast the label that its overlay makes. */
static void
test_toasts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint i = 0; i < N_STRINGS; i++) {
    g_autofree char *text = make_string (random);
    GtkWidget *overlay = g_object_ref_sink (adw_toast_overlay_new ());

    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), entente_plain_words_toast (text));
    g_assert_cmpstr (find_text (overlay, NULL), ==, text);
    g_object_unref (overlay);
  }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/plain-words/pages", test_pages);
  g_test_add_func ("/plain-words/toasts", test_toasts);
  return g_test_run ();
}
