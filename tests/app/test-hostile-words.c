/* A study of a stranger, in which every word is made to be read as something else: a window shows
 * each as it is stored: a thousand strings (names, titles, summaries). What the toolkit cannot read
 * as markup is a warning, which ends the test.
 */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-commands.h"
#include "entente-study-json.h"
#include "entente-test-folder.h"
#include "entente-window-private.h"

#include <string.h>

#define N_ACTORS 250
#define N_EVENTS 375
#define N_SELECTED 25

static const char *const parts[] = {
  "<b>",
  "</b>",
  "<",
  ">",
  "&",
  "&amp;",
  "&#0;",
  "&#x41;",
  "]]>",
  "<!--",
  "<span color='x'>",
  "'",
  "%s",
  "_",
  "__",
  "{",
  "🕊",
  "<a href='x'>",
  "Talks",
  "in 5",
  "é",
  "a\314\201",
};

static char *
make_words (GRand *random, guint number)
{
  GString *text = g_string_new (NULL);

  for (gint32 n = g_rand_int_range (random, 2, 7); n > 0; n--)
    g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  g_string_append_printf (text, "%u", number);
  return g_string_free (text, FALSE);
}

static void
apply (EntenteStudy *study, const char *line)
{
  g_autoptr (GError) error = NULL;

  entente_study_apply_json (study, line, NULL, &error);
  g_assert_no_error (error);
}

static void
make_study (const char *path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  g_autoptr (EntenteStudy) study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, NULL);

  apply (study, "{\"do\":\"set-study\",\"title\":\"<b>A & B</b> _x_\",\"coder\":\"<i>&amp;\"}");
  for (guint i = 0; i < N_ACTORS; i++) {
    g_autofree char *name = make_words (random, i);
    g_autofree char *line =
      g_strdup_printf ("{\"do\":\"add-actor\",\"key\":\"a%u\",\"name\":\"%s\",\"kind\":\"body\"}",
                       i,
                       name);

    apply (study, line);
  }
  for (guint i = 0; i < N_EVENTS; i++) {
    g_autofree char *title = make_words (random, i), *summary = make_words (random, i);
    g_autofree char *line =
      g_strdup_printf ("{\"do\":\"add-event\",\"kind\":\"talks\",\"title\":\"%s\",\"summary\":\"%"
                       "s\",\"when\":\"2018-%02u\","
                       "\"participants\":[{\"actor\":\"a%u\",\"role\":\"initiator\"}]}",
                       title,
                       summary,
                       i % 12 + 1,
                       i % N_ACTORS);

    apply (study, line);
  }
  entente_study_close (study);
}

/* Every text that shows below @widget. */
static void
collect (GtkWidget *widget, GString *shown)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (shown, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    g_string_append_printf (shown, "%s\n", gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect (child, shown);
}

static gboolean
has_study (gpointer window)
{
  return entente_window_get_study (window) != NULL;
}

static char *
dup_title (EntenteStudy *study, EntenteId event)
{
  g_auto (GStrv) titles =
    entente_store_get_titles (entente_study_get_store (study), &event, 1, NULL);

  return g_strdup (titles[0]);
}

/* The inspector shows the title and the actor of each event that is chosen. */
static void
check_events (EntenteWindow *window)
{
  EntenteSession *session = entente_window_get_session (window);
  EntenteStudy *study = entente_window_get_study (window);
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);

  for (guint i = 0; i < N_SELECTED; i++) {
    guint row = i * (N_EVENTS / N_SELECTED), n;
    const EntentePart *of = entente_chronicle_get_parts (chronicle, row, &n);
    const char *name = entente_chronicle_get_actor (chronicle, of[0].actor)->name;
    g_autofree char *title = dup_title (study, entente_chronicle_get_id (chronicle, row));
    g_autoptr (GString) shown = g_string_new (NULL);

    entente_session_select_event (session, entente_chronicle_get_id (chronicle, row));
    for (guint wait = 0; wait < 100 && !strstr (shown->str, title); wait++) {
      entente_app_rest (20);
      g_string_truncate (shown, 0);
      collect (GTK_WIDGET (window), shown);
    }
    if (!strstr (shown->str, title) || !strstr (shown->str, name))
      g_error ("'%s' of '%s' is not what shows", title, name);
  }
}

static void
test_shown (void)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-words-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "<b>&amp; _x_.entente", NULL);
  EntenteWindow *window;

  make_study (path);
  window = entente_window_new (entente_app_get_application ());
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  entente_window_open_path (window, path, ENTENTE_OPEN_EXISTING);
  entente_app_wait (has_study, window);
  entente_app_rest (200);
  check_events (window);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_app_rest (200);
  entente_test_remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile-words/shown", test_shown);
  return g_test_run ();
}
