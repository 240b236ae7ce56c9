/* The event of a form, told to the panes of its window. */
#include "config.h"

#include "entente-event-draft.h"
#include "entente-model-fixture.h"

static void
count_cb (EntenteEventDraft *draft, guint *n)
{
  ++*n;
}

static void
show (EntenteEventDraft *draft, gconstpointer owner, const char *title)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();

  event->title = g_strdup (title);
  entente_event_draft_show (draft, owner, event, parts, actors, 7);
}

/* A form that closes late takes back nothing that another one shows. */
static void
test_owners (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 2);
  EntenteEventDraft *draft = entente_session_get_draft (fixture->session);
  guint n = 0, one, other;

  g_signal_connect (draft, "changed", G_CALLBACK (count_cb), &n);
  g_assert_true (entente_session_get_draft (fixture->session) == draft);
  g_assert_null (entente_event_draft_get_event (draft));
  entente_event_draft_clear (draft, &one);
  g_assert_cmpuint (n, ==, 0);
  show (draft, &one, "First");
  show (draft, &other, "Second");
  g_assert_cmpuint (n, ==, 2);
  entente_event_draft_clear (draft, &one);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (entente_event_draft_get_event (draft)->title, ==, "Second");
  g_assert_cmpint (entente_event_draft_get_article (draft), ==, 7);
  g_assert_cmpuint (entente_event_draft_get_parts (draft)->len, ==, 0);
  entente_event_draft_clear (draft, &other);
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (entente_event_draft_get_event (draft));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-draft/owners", test_owners);
  return g_test_run ();
}
