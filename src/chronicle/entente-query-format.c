/* A query as a sentence: "Moves by or to any of 4 actors, without statements".
 *
 * The subject says who, clauses behind commas say what else. What is chosen is named while it is
 * short, counted when it is long; where more than half of the groups of moves are chosen, those
 * left out are named. Any thread. */
#include "config.h"

#include "entente-chronicle-private.h"
#include "entente-query-fields.h"
#include "entente-query.h"
#include "entente-rounds.h"
#include "entente-words.h"

#include <glib/gi18n-lib.h>

/* More names than this are counted. */
#define MAX_NAMES 3

static guint
count_ids (const GArray *ids)
{
  return ids != NULL ? ids->len : 0;
}

static void
add_clause (GPtrArray *clauses, char *clause)
{
  g_ptr_array_add (clauses, clause);
}

/* ---- names ---- */

/* Name of a record; records of these lists have it as their first text. */
static const char *
get_name (const EntenteChronicle *chronicle, EntenteList list, EntenteId id)
{
  guint32 index = entente_roster_find (chronicle->roster, list, id);
  gconstpointer record;
  const char *name;

  if (index == ENTENTE_NO_INDEX)
    return _ ("something deleted");
  record = entente_roster_get (chronicle->roster, list, index);
  switch (list) {
  case ENTENTE_LIST_ACTOR:
    name = ((const EntenteActor *) record)->name;
    break;
  case ENTENTE_LIST_ARTICLE:
    name = ((const EntenteArticle *) record)->title;
    break;
  case ENTENTE_LIST_TRACK:
    name = ((const EntenteTrack *) record)->name;
    break;
  case ENTENTE_LIST_PLACE:
    name = ((const EntentePlace *) record)->name;
    break;
  default:
    name = ((const EntenteIssue *) record)->name;
    break;
  }
  return name != NULL ? name : _ ("unnamed");
}

static GPtrArray *
collect_names (const EntenteChronicle *chronicle, EntenteList list, const GArray *ids)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < count_ids (ids); i++)
    g_ptr_array_add (names,
                     (gpointer) get_name (chronicle, list, g_array_index (ids, EntenteId, i)));
  return names;
}

static char *
count_things (EntenteList list, guint n)
{
  switch (list) {
  case ENTENTE_LIST_ACTOR:
    return g_strdup_printf (ngettext ("%u actor", "%u actors", n), n);
  case ENTENTE_LIST_ARTICLE:
    return g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
  case ENTENTE_LIST_TRACK:
    return g_strdup_printf (ngettext ("%u track", "%u tracks", n), n);
  case ENTENTE_LIST_PLACE:
    return g_strdup_printf (ngettext ("%u place", "%u places", n), n);
  default:
    return g_strdup_printf (ngettext ("%u issue", "%u issues", n), n);
  }
}

/* "A, B or C", or "any of 4 actors". */
static char *
name_any (const EntenteChronicle *chronicle, EntenteList list, const GArray *ids)
{
  g_autoptr (GPtrArray) names = collect_names (chronicle, list, ids);
  g_autofree char *count = NULL;

  if (names->len <= MAX_NAMES)
    return entente_words_join_or (names);
  count = count_things (list, names->len);
  /* Translators: "any of 4 actors". */
  return g_strdup_printf (_ ("any of %s"), count);
}

/* "A, B and C", or "4 actors". */
static char *
name_all (const EntenteChronicle *chronicle, EntenteList list, const GArray *ids)
{
  g_autoptr (GPtrArray) names = collect_names (chronicle, list, ids);

  return names->len <= MAX_NAMES ? entente_words_join_and (names) : count_things (list, names->len);
}

/* ---- the subject ---- */

static char *
format_between (const EntenteQuery *query, const EntenteChronicle *chronicle)
{
  const char *first =
    get_name (chronicle, ENTENTE_LIST_ACTOR, g_array_index (query->actors, EntenteId, 0));
  const char *second =
    get_name (chronicle, ENTENTE_LIST_ACTOR, g_array_index (query->actors, EntenteId, 1));

  switch (query->direction) {
  case ENTENTE_FIRST_TO_SECOND:
    return g_strdup_printf (_ ("Moves by %s towards %s"), first, second);
  case ENTENTE_SECOND_TO_FIRST:
    return g_strdup_printf (_ ("Moves by %s towards %s"), second, first);
  default:
    return g_strdup_printf (_ ("Moves between %s and %s, either way"), first, second);
  }
}

static char *
format_subject (const EntenteQuery *query, const EntenteChronicle *chronicle)
{
  guint n = count_ids (query->actors);
  g_autofree char *names = n > 0 ? name_all (chronicle, ENTENTE_LIST_ACTOR, query->actors) : NULL;

  if (n == 0)
    return g_strdup (_ ("All moves"));
  if (query->match == ENTENTE_MATCH_BETWEEN && n >= 2)
    return format_between (query, chronicle);
  if (query->match == ENTENTE_MATCH_NONE)
    return n == 1 ? g_strdup_printf (_ ("Moves without %s"), names)
                  : g_strdup_printf (_ ("Moves without any of %s"), names);
  if (n == 1)
    return g_strdup_printf (_ ("Moves by or to %s"), names);
  if (query->match == ENTENTE_MATCH_ALL)
    return g_strdup_printf (_ ("Moves by or to all of %s"), names);
  return g_strdup_printf (_ ("Moves by or to any of %s"), names);
}

/* ---- clauses ---- */

static char *
join_labels (EntenteEnum type, guint32 mask)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (int value = 0; value < entente_enum_count (type); value++) {
    if (mask >> value & 1)
      g_ptr_array_add (labels, (gpointer) entente_enum_label (type, value));
  }
  return entente_words_join_or (labels);
}

static void
add_actor_clauses (GPtrArray *clauses, const EntenteQuery *query, const EntenteChronicle *chronicle)
{
  gboolean chosen = count_ids (query->actors) > 0;

  if (chosen && query->exclusive && query->match != ENTENTE_MATCH_NONE)
    add_clause (clauses, g_strdup (_ ("with nobody else")));
  if (query->roles != 0) {
    g_autofree char *roles = join_labels (ENTENTE_ENUM_ROLE, query->roles);

    /* Translators: roles: "as host or mediator". */
    add_clause (clauses, g_strdup_printf (_ ("as %s"), roles));
  }
  if (count_ids (query->by) > 0) {
    g_autofree char *names = name_any (chronicle, ENTENTE_LIST_ACTOR, query->by);

    /* Translators: who made the move. */
    add_clause (clauses, g_strdup_printf (_ ("by %s"), names));
  }
  if (count_ids (query->to) > 0) {
    g_autofree char *names = name_any (chronicle, ENTENTE_LIST_ACTOR, query->to);

    /* Translators: to whom the move was addressed. */
    add_clause (clauses, g_strdup_printf (_ ("to %s"), names));
  }
  if (query->members && (chosen || count_ids (query->by) > 0 || count_ids (query->to) > 0))
    add_clause (clauses,
                g_strdup (query->members_surely ? _ ("with sure members at the date")
                                                : _ ("with members at the date")));
}

/* Groups of moves as things that one may leave out. */
static const char *const group_names[ENTENTE_N_GROUPS] = {
  [ENTENTE_GROUP_INVITE] = N_ ("invitations"), [ENTENTE_GROUP_OFFER] = N_ ("offers"),
  [ENTENTE_GROUP_ACCEPT] = N_ ("acceptances"), [ENTENTE_GROUP_REFUSE] = N_ ("refusals"),
  [ENTENTE_GROUP_DELAY] = N_ ("delays"),       [ENTENTE_GROUP_MEET] = N_ ("meetings"),
  [ENTENTE_GROUP_AGREE] = N_ ("agreements"),   [ENTENTE_GROUP_PRESS] = N_ ("pressure"),
  [ENTENTE_GROUP_SAY] = N_ ("statements"),     [ENTENTE_GROUP_DENY] = N_ ("denials"),
  [ENTENTE_GROUP_DEED] = N_ ("deeds"),         [ENTENTE_GROUP_OUTSIDE] = N_ ("outside events"),
};

static void
add_group_clause (GPtrArray *clauses, const EntenteQuery *query)
{
  guint32 all = (1u << ENTENTE_N_GROUPS) - 1;
  guint n_chosen = (guint) __builtin_popcount (query->groups & all);
  gboolean without = n_chosen > ENTENTE_N_GROUPS / 2;
  guint32 named = without ? ~query->groups & all : query->groups;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (query->groups == 0 || named == 0)
    return;
  for (guint i = 0; i < ENTENTE_N_GROUPS; i++) {
    if (named >> i & 1)
      g_ptr_array_add (names, (gpointer) _ (group_names[i]));
  }
  list = entente_words_join_and (names);
  add_clause (clauses,
              without ? g_strdup_printf (_ ("without %s"), list)
                      : g_strdup_printf (_ ("only %s"), list));
}

static void
add_kind_clause (GPtrArray *clauses, const EntenteQuery *query)
{
  guint n_kinds = entente_kind_count ();
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  gboolean without;
  g_autofree char *list = NULL;

  for (guint i = 0; i < n_kinds; i++) {
    gboolean on = query->kinds[i / 64] >> (i % 64) & 1;

    g_ptr_array_add (on ? chosen : others,
                     (gpointer) entente_kind_get_label (entente_kind_get (i)));
  }
  without = chosen->len > others->len;
  if (chosen->len == 0 || others->len == 0)
    return;
  if ((without ? others : chosen)->len > MAX_NAMES) {
    add_clause (
      clauses,
      g_strdup_printf (ngettext ("of %u kind of move", "of %u kinds of move", chosen->len),
                       chosen->len));
    return;
  }
  list = entente_words_join_or (without ? others : chosen);
  add_clause (clauses,
              without ? g_strdup_printf (_ ("other than %s"), list)
                      : g_strdup_printf (_ ("only %s"), list));
}

static void
add_label_clause (GPtrArray *clauses, const char *format, EntenteEnum type, guint32 mask)
{
  g_autofree char *labels = mask != 0 ? join_labels (type, mask) : NULL;

  if (labels == NULL)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  add_clause (clauses, g_strdup_printf (format, labels));
#pragma GCC diagnostic pop
}

static void
add_choice_clauses (GPtrArray *clauses, const EntenteQuery *query)
{
  add_kind_clause (clauses, query);
  add_group_clause (clauses, query);
  add_label_clause (clauses, _ ("evidence: %s"), ENTENTE_ENUM_EVIDENCE, query->evidence);
  add_label_clause (clauses, _ ("judged %s"), ENTENTE_ENUM_JUDGEMENT, query->judgement);
  add_label_clause (clauses, _ ("mode: %s"), ENTENTE_ENUM_MODE, query->mode);
  add_label_clause (clauses, _ ("status: %s"), ENTENTE_ENUM_STATUS, query->status);
  add_label_clause (clauses, _ ("medium: %s"), ENTENTE_ENUM_MEDIUM, query->medium);
  add_label_clause (clauses, "%s", ENTENTE_ENUM_ANSWERED, query->answered);
  if (query->dated == 1)
    add_clause (clauses, g_strdup (_ ("dated")));
  else if (query->dated == 2)
    add_clause (clauses, g_strdup (_ ("undated")));
}

/* Of the records that an event may have: how they are asked for, and what to have none is called.
 */
static const struct {
  const char *format;
  const char *nothing;
  EntenteList list;
} listed_words[ENTENTE_N_LISTED] = {
  [ENTENTE_LISTED_TRACK] = { N_ ("on track %s"), N_ ("on no track"), ENTENTE_LIST_TRACK },
  [ENTENTE_LISTED_PLACE] = { N_ ("at %s"), N_ ("at no place"), ENTENTE_LIST_PLACE },
  [ENTENTE_LISTED_ISSUE] = { N_ ("on %s"), N_ ("on no issue"), ENTENTE_LIST_ISSUE },
  [ENTENTE_LISTED_ARTICLE] = { N_ ("told in %s"), N_ ("told in no article"), ENTENTE_LIST_ARTICLE },
  [ENTENTE_LISTED_OUTLET] = { N_ ("reported by %s"),
                              N_ ("reported by no outlet"),
                              ENTENTE_LIST_ACTOR },
  [ENTENTE_LISTED_SPEAKER] = { N_ ("according to %s"),
                               N_ ("according to nobody"),
                               ENTENTE_LIST_ACTOR },
};

/* "told in A or B"; NULL when no record is chosen. */
static char *
format_listed (const EntenteQuery *query, const EntenteChronicle *chronicle, EntenteListed listed)
{
  const GArray *ids = entente_query_get_listed (query, listed);
  EntenteList list = listed_words[listed].list;
  g_autofree char *names = NULL;

  if (count_ids (ids) == 0)
    return NULL;
  names = query->listed[listed] == ENTENTE_MATCH_ALL ? name_all (chronicle, list, ids)
                                                     : name_any (chronicle, list, ids);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (listed_words[listed].format), names);
#pragma GCC diagnostic pop
}

static void
add_listed_clause (GPtrArray *clauses,
                   const EntenteQuery *query,
                   const EntenteChronicle *chronicle,
                   EntenteListed listed)
{
  g_autofree char *named = format_listed (query, chronicle, listed);
  const char *nothing = query->empty[listed] ? _ (listed_words[listed].nothing) : NULL;
  g_autofree char *clause = NULL;

  if (named && nothing)
    clause = g_strdup_printf (query->listed[listed] == ENTENTE_MATCH_ALL ? _ ("%s and %s")
                                                                         : _ ("%s or %s"),
                              named,
                              nothing);
  else
    clause = g_strdup (named ? named : nothing);
  if (!clause)
    return;
  if (query->listed[listed] == ENTENTE_MATCH_NONE)
    /* Translators: a part of a filter turned round: "not told in A". */
    add_clause (clauses, g_strdup_printf (_ ("not %s"), clause));
  else
    add_clause (clauses, g_steal_pointer (&clause));
}

static void
add_field_clauses (GPtrArray *clauses, const EntenteQuery *query, const EntenteChronicle *chronicle)
{
  for (guint i = 0; query->fields != NULL && i < query->fields->len; i++) {
    char *clause = entente_field_ask_format (query->fields->pdata[i], chronicle);

    if (clause != NULL)
      add_clause (clauses, clause);
  }
}

/* "something deleted" when it is gone. Free. */
static char *
name_round (const EntenteChronicle *chronicle,
            EntenteId round,
            EntenteTitleFunc get_title,
            gpointer data)
{
  guint row = entente_chronicle_find_row (chronicle, round);
  const char *title = row != ENTENTE_NO_INDEX && get_title != NULL ? get_title (data, round) : NULL;

  if (row == ENTENTE_NO_INDEX)
    return g_strdup (_ ("something deleted"));
  return title != NULL ? g_strdup (title) : entente_rounds_describe (chronicle, row);
}

/* "in 2 rounds"; NULL when none is chosen. */
static char *
format_rounds (const EntenteQuery *query,
               const EntenteChronicle *chronicle,
               EntenteTitleFunc title,
               gpointer data)
{
  guint n = count_ids (query->rounds);
  g_autofree char *name = NULL;

  if (n > 1)
    return g_strdup_printf (ngettext ("in %u round", "in %u rounds", n), n);
  if (n == 0)
    return NULL;
  name = name_round (chronicle, g_array_index (query->rounds, EntenteId, 0), title, data);
  return g_strdup_printf (_ ("in the round “%s”"), name);
}

static void
add_round_clause (GPtrArray *clauses,
                  const EntenteQuery *query,
                  const EntenteChronicle *chronicle,
                  EntenteTitleFunc title,
                  gpointer data)
{
  g_autofree char *named = format_rounds (query, chronicle, title, data);

  if (named != NULL && query->round_empty)
    add_clause (clauses, g_strdup_printf (_ ("%s or %s"), named, _ ("in no round")));
  else if (named != NULL)
    add_clause (clauses, g_steal_pointer (&named));
  else if (query->round_empty)
    add_clause (clauses, g_strdup (_ ("in no round")));
}

static char *
format_day (gint64 time)
{
  EntenteDay day = entente_time_get_day (time);
  g_autoptr (EntenteDate) date = entente_date_new_day (day.year, day.month, day.day);

  return entente_date_format_short (date);
}

static void
add_time_clause (GPtrArray *clauses, const EntenteQuery *query)
{
  g_autofree char *since = query->has_since ? format_day (query->since) : NULL;
  g_autofree char *until = query->has_until ? format_day (query->until - 1) : NULL;
  g_autofree char *range = NULL;

  if (since == NULL && until == NULL)
    return;
  if (since != NULL && until != NULL)
    range = g_strdup_printf (_ ("%s to %s"), since, until);
  else if (since != NULL)
    range = g_strdup_printf (_ ("since %s"), since);
  else
    range = g_strdup_printf (_ ("until %s"), until);
  if (query->surely)
    /* Translators: a stretch of time: "surely 1 Jan 2018 to 12 Nov 2018". */
    add_clause (clauses, g_strdup_printf (_ ("surely %s"), range));
  else
    add_clause (clauses, g_steal_pointer (&range));
}

char *
entente_query_format (const EntenteQuery *query, const EntenteChronicle *chronicle)
{
  return entente_query_format_titled (query, chronicle, NULL, NULL);
}

char *
entente_query_format_titled (const EntenteQuery *query,
                             const EntenteChronicle *chronicle,
                             EntenteTitleFunc title,
                             gpointer data)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) sentence = g_string_new (NULL);

  add_clause (clauses, format_subject (query, chronicle));
  add_actor_clauses (clauses, query, chronicle);
  add_choice_clauses (clauses, query);
  for (guint listed = 0; listed < ENTENTE_N_LISTED; listed++)
    add_listed_clause (clauses, query, chronicle, (EntenteListed) listed);
  add_field_clauses (clauses, query, chronicle);
  add_round_clause (clauses, query, chronicle, title, data);
  add_time_clause (clauses, query);
  if (query->words != NULL && *query->words != '\0')
    add_clause (clauses, g_strdup_printf (_ ("with the words “%s”"), query->words));
  for (guint i = 0; i < clauses->len; i++)
    g_string_append_printf (sentence,
                            i > 0 ? ", %s" : "%s",
                            (const char *) g_ptr_array_index (clauses, i));
  return g_strdup (sentence->str);
}
