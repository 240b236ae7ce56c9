/* Vocabularies: every value has a nick and a label, and nicks read back. */
#include "config.h"

#include "entente-enums.h"

#include "entente-date.h"
#include "entente-kind.h"

#include <glib.h>
#include <string.h>

static const struct {
  EntenteEnum type;
  int last;
  const char *last_nick;
} lasts[] = {
  { ENTENTE_ENUM_ACTOR_KIND, ENTENTE_ACTOR_UNNAMED_ROLE, "unnamed-role" },
  { ENTENTE_ENUM_ALIAS_KIND, ENTENTE_ALIAS_METONYM, "metonym" },
  { ENTENTE_ENUM_ROLE, ENTENTE_ROLE_MENTIONED, "mentioned" },
  { ENTENTE_ENUM_MODE, ENTENTE_MODE_HYPOTHETICAL, "hypothetical" },
  { ENTENTE_ENUM_JUDGEMENT, ENTENTE_JUDGEMENT_REJECTED, "rejected" },
  { ENTENTE_ENUM_MEDIUM, ENTENTE_MEDIUM_LEAK, "leak" },
  { ENTENTE_ENUM_STANCE, ENTENTE_STANCE_RETRACTS, "retracts" },
  { ENTENTE_ENUM_HEDGE, ENTENTE_HEDGE_RUMOURED, "rumoured" },
  { ENTENTE_ENUM_NAMING, ENTENTE_NAMING_ANONYMOUS, "anonymous" },
  { ENTENTE_ENUM_LINK_TYPE, ENTENTE_LINK_PART_OF, "part-of" },
  { ENTENTE_ENUM_LINK_BASIS, ENTENTE_LINK_INFERRED, "inferred" },
  { ENTENTE_ENUM_ORDER_RELATION, ENTENTE_ORDER_WITHIN_DAYS, "within-days" },
  { ENTENTE_ENUM_POSITION_KIND, ENTENTE_POSITION_SILENCE, "silence" },
  { ENTENTE_ENUM_QUESTION_STATUS, ENTENTE_QUESTION_SET_ASIDE, "set-aside" },
  { ENTENTE_ENUM_CERTAINTY, ENTENTE_CERTAINTY_DISPUTED, "disputed" },
  { ENTENTE_ENUM_TRACK_KIND, ENTENTE_TRACK_PUBLIC, "public" },
  { ENTENTE_ENUM_EVIDENCE, ENTENTE_EVIDENCE_WITHDRAWN, "withdrawn" },
  { ENTENTE_ENUM_STATUS, ENTENTE_STATUS_NO_WORD, "no-word" },
  { ENTENTE_ENUM_ANSWERED, ENTENTE_ANSWERED_NO, "no" },
  { ENTENTE_ENUM_BASIS, ENTENTE_BASIS_CLOCK, "clock" },
  { ENTENTE_ENUM_CALENDAR, ENTENTE_CALENDAR_ISLAMIC, "islamic" },
  { ENTENTE_ENUM_KIND_GROUP, ENTENTE_GROUP_OUTSIDE, "outside" },
};

static void
test_lasts (void)
{
  g_assert_cmpint (G_N_ELEMENTS (lasts), ==, ENTENTE_N_ENUMS);
  for (gsize i = 0; i < G_N_ELEMENTS (lasts); i++) {
    g_assert_cmpint (entente_enum_count (lasts[i].type), ==, lasts[i].last + 1);
    g_assert_cmpstr (entente_enum_nick (lasts[i].type, lasts[i].last), ==, lasts[i].last_nick);
  }
}

static void
assert_nick (const char *nick)
{
  g_assert_nonnull (nick);
  g_assert_cmpuint (strspn (nick, "abcdefghijklmnopqrstuvwxyz0123456789-."), ==, strlen (nick));
}

static void
test_every_value (void)
{
  for (int type = 0; type < ENTENTE_N_ENUMS; type++) {
    assert_nick (entente_enum_name (type));
    for (int value = 0; value < entente_enum_count (type); value++) {
      const char *nick = entente_enum_nick (type, value);
      int read = -1;

      assert_nick (nick);
      g_assert_cmpstr (entente_enum_label (type, value), !=, "");
      g_assert_true (entente_enum_parse (type, nick, &read));
      g_assert_cmpint (read, ==, value); /* so no nick stands twice */
    }
  }
}

static void
test_out_of_range (void)
{
  int value = 5;

  g_assert_null (entente_enum_nick (ENTENTE_ENUM_ROLE, -1));
  g_assert_null (entente_enum_nick (ENTENTE_ENUM_ROLE, 13));
  g_assert_null (entente_enum_label (ENTENTE_ENUM_ROLE, 13));
  g_assert_false (entente_enum_parse (ENTENTE_ENUM_ROLE, "Host", &value));
  g_assert_false (entente_enum_parse (ENTENTE_ENUM_ROLE, "", &value));
  g_assert_false (entente_enum_parse (ENTENTE_ENUM_ROLE, NULL, &value));
  g_assert_cmpint (value, ==, 5);
}

static void
test_nicks_of_tracks (void)
{
  g_assert_cmpstr (entente_enum_nick (ENTENTE_ENUM_TRACK_KIND, ENTENTE_TRACK_ONE_AND_A_HALF),
                   ==,
                   "1.5");
  g_assert_cmpstr (entente_enum_nick (ENTENTE_ENUM_TRACK_KIND, ENTENTE_TRACK_TWO), ==, "2");
}

static void
test_matching_roles (void)
{
  int n_matching = 0;

  for (int role = 0; role < entente_enum_count (ENTENTE_ENUM_ROLE); role++)
    n_matching += entente_role_is_matching (role);
  g_assert_cmpint (n_matching, ==, 9);
  g_assert_true (entente_role_is_matching (ENTENTE_ROLE_SPOKESMAN));
  g_assert_false (entente_role_is_matching (ENTENTE_ROLE_MENTIONED));
  g_assert_false (entente_role_is_matching (ENTENTE_ROLE_OBSERVER));
  g_assert_false (entente_role_is_matching (ENTENTE_ROLE_ABSENT));
  g_assert_false (entente_role_is_matching (ENTENTE_ROLE_EXCLUDED));
}

static void
test_answers (void)
{
  int n_answers = 0;

  for (int type = 0; type < entente_enum_count (ENTENTE_ENUM_LINK_TYPE); type++) {
    n_answers += entente_link_type_is_answer (type);
    g_assert_cmpstr (entente_link_type_passive_label (type), !=, NULL);
  }
  g_assert_cmpint (n_answers, ==, 6);
  g_assert_true (entente_link_type_is_answer (ENTENTE_LINK_DECLINES_TO_ANSWER));
  g_assert_false (entente_link_type_is_answer (ENTENTE_LINK_POSTPONES));
  g_assert_false (entente_link_type_is_answer (ENTENTE_LINK_DENIES));
  g_assert_null (entente_link_type_passive_label (ENTENTE_LINK_PART_OF + 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/enums/lasts", test_lasts);
  g_test_add_func ("/enums/every-value", test_every_value);
  g_test_add_func ("/enums/out-of-range", test_out_of_range);
  g_test_add_func ("/enums/nicks-of-tracks", test_nicks_of_tracks);
  g_test_add_func ("/enums/matching-roles", test_matching_roles);
  g_test_add_func ("/enums/answers", test_answers);
  return g_test_run ();
}
