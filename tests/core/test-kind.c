/* Kinds of move: the table is whole, and codes find their kinds. */
#include "config.h"

#include "entente-kind.h"

#include "entente-kind-labels.h"

#include <glib.h>
#include <string.h>

static void
test_every_kind (void)
{
  gboolean seen[ENTENTE_N_GROUPS] = { FALSE };

  g_assert_cmpuint (entente_kind_count (), ==, 71);
  for (guint i = 0; i < entente_kind_count (); i++) {
    const EntenteKind *kind = entente_kind_get (i);

    g_assert_cmpuint (kind->index, ==, i);
    g_assert_true (entente_kind_find (kind->id) == kind); /* so no id stands twice */
    g_assert_cmpstr (kind->definition, !=, "");
    g_assert_cmpstr (entente_kind_get_definition (kind), ==, kind->definition);
    g_assert_cmpstr (entente_kind_get_label (kind), !=, "");
    seen[kind->group] = TRUE;
  }
  for (int group = 0; group < ENTENTE_N_GROUPS; group++)
    g_assert_true (seen[group]);
}

/* Words are translated in C and read as data: both say the same. */
static void
test_every_kind_has_words (void)
{
  for (guint i = 0; i < entente_kind_count (); i++) {
    const EntenteKind *kind = entente_kind_get (i);
    const EntenteKindWords *words = entente_kind_find_words (kind->id);

    g_assert_nonnull (words);
    g_assert_cmpstr (words->definition, ==, kind->definition);
    g_assert_cmpstr (entente_kind_get_label (kind), ==, words->label);
  }
  g_assert_null (entente_kind_find_words ("no such kind"));
}

static void
test_groups_stand_together (void)
{
  for (guint i = 1; i < entente_kind_count (); i++)
    g_assert_cmpint (entente_kind_get (i)->group, >=, entente_kind_get (i - 1)->group);
}

static void
test_codes_are_codes (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entente_kind_count (); i++) {
    const EntenteKind *kind = entente_kind_get (i);

    if (kind->cameo != NULL)
      g_assert_cmpuint (strspn (kind->cameo, "0123456789"), ==, strlen (kind->cameo));
    for (guint k = 0; kind->cameo_in[k] != NULL; k++) {
      g_assert_cmpuint (strspn (kind->cameo_in[k], "0123456789"), ==, strlen (kind->cameo_in[k]));
      g_assert_true (g_hash_table_add (seen, (gpointer) kind->cameo_in[k]));
    }
  }
}

static void
test_find (void)
{
  const EntenteKind *invitation = entente_kind_find ("invitation");

  g_assert_nonnull (invitation);
  g_assert_cmpint (invitation->group, ==, ENTENTE_GROUP_INVITE);
  g_assert_true (invitation->expects_answer);
  g_assert_cmpstr (invitation->cameo, ==, "036");
  g_assert_cmpstr (invitation->plover, ==, "AGREE");
  g_assert_null (invitation->cameo_in[0]);
  g_assert_false (entente_kind_find ("promise")->expects_answer);
  g_assert_null (entente_kind_find ("counter-offer")->cameo);
  g_assert_null (entente_kind_find ("counter-offer")->plover);
  g_assert_null (entente_kind_find ("no such kind"));
  g_assert_null (entente_kind_find (""));
  g_assert_null (entente_kind_find (NULL));
  g_assert_cmpstr (entente_kind_get_label (entente_kind_find ("accept-invitation")),
                   ==,
                   "acceptance of an invitation");
}

static void
test_from_cameo (void)
{
  static const struct {
    const char *code;
    const char *id;
  } cases[] = {
    { "0231", "appeal" },    { "026", "call-for-talks" }, { "0261", "call-for-talks" },
    { "0871", "ceasefire" }, { "0874", "withdrawal" },    { "08", "concession" },
    { "190", "attack" },     { "196", "violation" },      { "1961", "violation" },
    { "18", "attack" },      { "203", "attack" },         { "015", "claim" },
    { "010", "statement" },  { "04", "consultation" },    { "046", "talks" },
    { "112", "accusation" }, { "111", "criticism" },      { "139", "ultimatum" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const EntenteKind *kind = entente_kind_from_cameo (cases[i].code);

    g_assert_nonnull (kind);
    g_assert_cmpstr (kind->id, ==, cases[i].id);
  }
  g_assert_null (entente_kind_from_cameo ("99"));
  g_assert_null (entente_kind_from_cameo (""));
  g_assert_null (entente_kind_from_cameo (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/every-kind", test_every_kind);
  g_test_add_func ("/kind/every-kind-has-words", test_every_kind_has_words);
  g_test_add_func ("/kind/groups-stand-together", test_groups_stand_together);
  g_test_add_func ("/kind/codes-are-codes", test_codes_are_codes);
  g_test_add_func ("/kind/find", test_find);
  g_test_add_func ("/kind/from-cameo", test_from_cameo);
  return g_test_run ();
}
