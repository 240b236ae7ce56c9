/* Names of vocabularies are read as the vocabularies say, met before or not. */
#include "config.h"

#include "entente-store-fixture.h"

#include "entente-enums.h"
#include "entente-kind.h"
#include "entente-nicks.h"

/* A statement at a row whose only column is @text. */
static EntenteStatement *
select_text (EntenteDb *db, const char *text)
{
  EntenteStatement *statement = entente_statement_prepare (db, "SELECT ?1", NULL);

  entente_statement_bind_text (statement, 1, text);
  g_assert_cmpint (entente_statement_step (statement, NULL), ==, ENTENTE_STEP_ROW);
  return statement;
}

static void
test_vocabularies (void)
{
  static const struct {
    EntenteNicks nicks;
    EntenteEnum vocabulary;
  } cases[] = {
    { ENTENTE_NICKS_BASIS, ENTENTE_ENUM_BASIS },
    { ENTENTE_NICKS_MEDIUM, ENTENTE_ENUM_MEDIUM },
    { ENTENTE_NICKS_MODE, ENTENTE_ENUM_MODE },
    { ENTENTE_NICKS_JUDGEMENT, ENTENTE_ENUM_JUDGEMENT },
    { ENTENTE_NICKS_ROLE, ENTENTE_ENUM_ROLE },
    { ENTENTE_NICKS_STANCE, ENTENTE_ENUM_STANCE },
    { ENTENTE_NICKS_HEDGE, ENTENTE_ENUM_HEDGE },
    { ENTENTE_NICKS_LINK_TYPE, ENTENTE_ENUM_LINK_TYPE },
    { ENTENTE_NICKS_LINK_BASIS, ENTENTE_ENUM_LINK_BASIS },
  };
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();

  for (guint round = 0; round < 2; round++) {
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
      for (int value = 0; value < entente_enum_count (cases[i].vocabulary); value++) {
        g_autoptr (EntenteStatement) statement =
          select_text (db, entente_enum_nick (cases[i].vocabulary, value));
        guint8 found = 255;

        g_assert_true (entente_nicks_read (statement, 0, cases[i].nicks, &found));
        g_assert_cmpint (found, ==, value);
      }
    }
  }
}

static void
test_unknown (void)
{
  static const char *const texts[] = { NULL,
                                       "nonsense",
                                       "a very long name that no vocabulary has" };
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (EntenteStatement) statement = select_text (db, texts[i]);
    guint8 found;

    g_assert_false (entente_nicks_read (statement, 0, ENTENTE_NICKS_ROLE, &found));
    g_assert_false (entente_nicks_read (statement, 0, ENTENTE_NICKS_FORM, &found));
  }
}

static void
test_kinds (void)
{
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (EntenteStatement) unknown = select_text (db, "a-kind-of-next-year");

  for (guint i = 0; i < entente_kind_count (); i++) {
    g_autoptr (EntenteStatement) statement = select_text (db, entente_kind_get (i)->id);

    g_assert_cmpuint (entente_nicks_read_kind (statement, 0), ==, i);
  }
  g_assert_cmpuint (entente_nicks_read_kind (unknown, 0),
                    ==,
                    entente_kind_find ("outside-event")->index);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/nicks/vocabularies", test_vocabularies);
  g_test_add_func ("/store/nicks/unknown", test_unknown);
  g_test_add_func ("/store/nicks/kinds", test_kinds);
  return g_test_run ();
}
