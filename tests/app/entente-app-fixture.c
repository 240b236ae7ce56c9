/* The study that tests of windows look at. Main thread. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-commands.h"
#include "entente-test-folder.h"
#include <glib/gstdio.h>

#define WAIT_SECONDS 30

static const char *const lines[] = {
  "{\"do\":\"set-study\",\"title\":\"Harbour & Talks\",\"coder\":\"A. Reader\"}",
  "{\"do\":\"add-actor\",\"key\":\"port\",\"name\":\"Port\",\"kind\":\"company\"}",
  "{\"do\":\"add-actor\",\"key\":\"union\",\"name\":\"Union\",\"kind\":\"ngo\"}",
  "{\"do\":\"add-event\",\"kind\":\"offer\",\"title\":\"Port offers more pay\","
  "\"when\":{\"edtf\":\"2031-05-04\",\"wording\":\"on 4 May\"},"
  "\"participants\":[{\"actor\":\"port\",\"role\":\"initiator\"},"
  "{\"actor\":\"union\",\"role\":\"addressee\"}]}",
  "{\"do\":\"add-event\",\"kind\":\"refuse-offer\",\"title\":\"Union wants shorter shifts\","
  "\"when\":{\"edtf\":\"2031-06\"},\"participants\":[{\"actor\":\"union\",\"role\":\"initiator\"}]"
  "}",
  "{\"do\":\"add-event\",\"kind\":\"talks\",\"title\":\"Both sides meet\","
  "\"when\":{\"edtf\":\"2031-07-01/2031-07-03\"},"
  "\"participants\":[{\"actor\":\"port\",\"role\":\"participant\"},"
  "{\"actor\":\"union\",\"role\":\"participant\"}]}",
  "{\"do\":\"add-event\",\"kind\":\"statement\",\"title\":\"Union speaks some day\","
  "\"participants\":[{\"actor\":\"union\",\"role\":\"initiator\"}]}",
  "{\"do\":\"add-event\",\"kind\":\"statement\",\"title\":\"Said in confidence\","
  "\"when\":{\"edtf\":\"2031-07-09\"},\"private\":true,"
  "\"participants\":[{\"actor\":\"port\",\"role\":\"initiator\"}]}",
};

static void
fill (EntenteStudy *study)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GError) error = NULL;

    entente_study_apply_json (study, lines[i], NULL, &error);
    g_assert_no_error (error);
  }
}

EntenteAppFixture *
entente_app_fixture_new (void)
{
  EntenteAppFixture *fixture = g_new0 (EntenteAppFixture, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("entente-app-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "harbour.entente", NULL);
  fixture->study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  fill (fixture->study);
  fixture->session = entente_session_new (fixture->study);
  return fixture;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

void
entente_app_fixture_free (EntenteAppFixture *fixture)
{
  gpointer session = fixture->session, study = fixture->study;

  g_object_add_weak_pointer (session, &session);
  g_object_add_weak_pointer (study, &study);
  g_object_unref (fixture->session);
  entente_app_wait (is_null, &session);
  g_object_unref (fixture->study);
  entente_app_wait (is_null, &study);
  entente_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture);
}

void
entente_app_wait (gboolean (*done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;

  while (!done (data)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  }
}

void
entente_app_rest (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

GtkApplication *
entente_app_get_application (void)
{
  static GtkApplication *application;
  g_autoptr (GError) error = NULL;

  if (application)
    return application;
  application = GTK_APPLICATION (entente_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

GtkWidget *
entente_app_find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = entente_app_find_widget (child, type);
  return found;
}

EntenteWindow *
entente_app_open_window (EntenteAppFixture *fixture)
{
  EntenteWindow *window = entente_window_new (entente_app_get_application ());

  entente_window_set_study (window, fixture->study);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

void
entente_app_close_window (gpointer window)
{
  g_object_add_weak_pointer (window, &window);
  gtk_window_close (window);
  entente_app_wait (is_null, &window);
}

gboolean
entente_app_says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (entente_app_says (child, words))
      return TRUE;
  return FALSE;
}

typedef struct {
  GtkWidget *widget;
  const char *words;
} Words;

static gboolean
says_words (gpointer data)
{
  const Words *words = data;

  return entente_app_says (words->widget, words->words);
}

void
entente_app_wait_for_words (GtkWidget *widget, const char *words)
{
  entente_app_wait (says_words, &(Words){ widget, words });
}
