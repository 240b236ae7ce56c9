/* What was filled into fields, as text, and back. */
#include "config.h"

#include "entente-form-fields.h"

typedef struct {
  GtkWidget *content, *entry, *view, *choice, *check, *search;
} Fields;

static void
fields_init (Fields *fields)
{
  static const char *const names[] = { "one", "two", "three", NULL };
  GtkWidget *expander = gtk_expander_new ("More");

  fields->content = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  fields->entry = gtk_entry_new ();
  fields->view = gtk_text_view_new ();
  fields->choice = gtk_drop_down_new_from_strings (names);
  fields->check = gtk_check_button_new ();
  fields->search = gtk_search_entry_new ();
  gtk_box_append (GTK_BOX (fields->content), fields->entry);
  gtk_box_append (GTK_BOX (fields->content), expander);
  gtk_expander_set_child (GTK_EXPANDER (expander), fields->view);
  gtk_box_append (GTK_BOX (fields->content), fields->choice);
  gtk_box_append (GTK_BOX (fields->content), fields->check);
  gtk_box_append (GTK_BOX (fields->content), fields->search);
}

static void
fields_clear (Fields *fields)
{
  g_object_unref (fields->content);
}

static void
set_long_text (GtkWidget *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static char *
get_long_text (GtkWidget *view)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  return text;
}

static const char WORDS[] = "Line “one”\n'two' \\ \303\274 (x, y) [z]";

static void
test_back_and_forth (void)
{
  Fields typed, fresh;
  g_autoptr (GHashTable) base = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *none = NULL, *text = NULL, *found = NULL, *longest = NULL;

  fields_init (&typed);
  base = entente_form_fields_read (typed.content);
  none = entente_form_fields_write_changes (typed.content, base);
  g_assert_null (none);
  gtk_editable_set_text (GTK_EDITABLE (typed.entry), "Kabul");
  set_long_text (typed.view, WORDS);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (typed.choice), 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (typed.check), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (typed.search), "sought");
  text = entente_form_fields_write_changes (typed.content, base);
  longest = entente_form_fields_get_longest (text);
  g_assert_cmpstr (longest, ==, WORDS);

  fields_init (&fresh);
  g_assert_true (entente_form_fields_take (fresh.content, text, rest));
  g_assert_cmpstr (rest->str, ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fresh.entry)), ==, "Kabul");
  found = get_long_text (fresh.view);
  g_assert_cmpstr (found, ==, WORDS);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (fresh.choice)), ==, 2);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (fresh.check)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fresh.search)), ==, "");
  fields_clear (&typed);
  fields_clear (&fresh);
}

/* Only what a person changed is filled in: the rest may have been changed by others since. */
static void
test_only_changes (void)
{
  Fields typed, fresh;
  g_autoptr (GHashTable) base = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *text = NULL, *found = NULL;

  fields_init (&typed);
  gtk_editable_set_text (GTK_EDITABLE (typed.entry), "Before");
  base = entente_form_fields_read (typed.content);
  set_long_text (typed.view, "Typed");
  text = entente_form_fields_write_changes (typed.content, base);
  fields_init (&fresh);
  gtk_editable_set_text (GTK_EDITABLE (fresh.entry), "Changed since");
  g_assert_true (entente_form_fields_take (fresh.content, text, rest));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fresh.entry)), ==, "Changed since");
  found = get_long_text (fresh.view);
  g_assert_cmpstr (found, ==, "Typed");
  fields_clear (&typed);
  fields_clear (&fresh);
}

/* A row that came later is no change by itself; what is typed into it is. */
static void
test_late_row (void)
{
  Fields fields;
  GtkWidget *late = gtk_entry_new ();
  g_autoptr (GHashTable) base = NULL;
  g_autofree char *none = NULL, *text = NULL, *longest = NULL;

  fields_init (&fields);
  base = entente_form_fields_read (fields.content);
  gtk_editable_set_text (GTK_EDITABLE (late), "by the program");
  gtk_box_append (GTK_BOX (fields.content), late);
  none = entente_form_fields_write_changes (fields.content, base);
  g_assert_null (none);
  gtk_editable_set_text (GTK_EDITABLE (late), "by a person");
  text = entente_form_fields_write_changes (fields.content, base);
  longest = entente_form_fields_get_longest (text);
  g_assert_cmpstr (longest, ==, "by a person");
  fields_clear (&fields);
}

/* A form of another version, or of a stranger: what has no place is handed back. */
static void
test_no_place (void)
{
  Fields fields;
  g_autoptr (GString) rest = g_string_new (NULL);

  fields_init (&fields);
  g_assert_false (entente_form_fields_take (fields.content, "no such text", rest));
  g_assert_false (entente_form_fields_take (fields.content, "[('/0', 5)]", rest));
  g_assert_true (entente_form_fields_take (
    fields.content,
    "[('/9/9', 'tLost'), ('/0/0', 'c1'), ('/0', ''), ('/7', 'd3'), ('/8', 'lLonger')]",
    rest));
  g_assert_cmpstr (rest->str, ==, "Lost\nLonger\n");
  fields_clear (&fields);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-fields/back-and-forth", test_back_and_forth);
  g_test_add_func ("/form-fields/only-changes", test_only_changes);
  g_test_add_func ("/form-fields/late-row", test_late_row);
  g_test_add_func ("/form-fields/no-place", test_no_place);
  return g_test_run ();
}
