/* Which move answers which: an answer comes later, fits by its kind, and its parties are mirrored.
 */
#include "config.h"

#include "entente-reading-private.h"

#include <string.h>

#define BACK 40 /* suggestions that are looked at */
#define REPLY 3 /* how far a reply may stand behind */
#define NEAR 4 /* those that are near */
/* those of the same sentence that stand behind: "their refusal led him to leave" */
#define AHEAD 3

static const struct {
  const char *kind;
  EntenteLinkType link;
  const char *answered; /* kinds, between "|" */
} answers[] = {
  { "accept-invitation",
    ENTENTE_LINK_ACCEPTS,
    "|invitation|call-for-talks|offer|intent-to-talk|appeal|" },
  { "accept-offer",
    ENTENTE_LINK_ACCEPTS,
    "|offer|counter-offer|demand|offer-mediation|precondition|" },
  { "accept-conditionally",
    ENTENTE_LINK_ACCEPTS_CONDITIONALLY,
    "|offer|counter-offer|invitation|demand|" },
  { "accept-mediation", ENTENTE_LINK_ACCEPTS, "|offer-mediation|" },
  { "refuse-invitation",
    ENTENTE_LINK_REFUSES,
    "|invitation|call-for-talks|offer|intent-to-talk|appeal|scheduling|" },
  { "refuse-offer", ENTENTE_LINK_REFUSES, "|offer|counter-offer|invitation|call-for-talks|" },
  { "refuse-demand", ENTENTE_LINK_REFUSES, "|demand|appeal|ultimatum|precondition|offer|" },
  { "refuse-mediation", ENTENTE_LINK_REFUSES, "|offer-mediation|" },
  { "counter-offer", ENTENTE_LINK_COUNTERS, "|offer|counter-offer|demand|" },
  { "denial", ENTENTE_LINK_DENIES, "|accusation|claim|criticism|report|statement|" },
  { "confirmation", ENTENTE_LINK_CONFIRMS, "|claim|report|accusation|leak|" },
  { "no-comment", ENTENTE_LINK_DECLINES_TO_ANSWER, "|claim|report|accusation|" },
  { "postponement", ENTENTE_LINK_POSTPONES, "|scheduling|intent-to-talk|invitation|talks|" },
  { "cancellation", ENTENTE_LINK_CANCELS, "|scheduling|intent-to-talk|invitation|talks|" },
  { "suspension", ENTENTE_LINK_ANSWERS, "|walk-out|refuse-offer|refuse-demand|violation|attack|" },
  { "walk-out",
    ENTENTE_LINK_ANSWERS,
    "|refuse-offer|refuse-demand|refuse-invitation|violation|attack|" },
  { "resumption", ENTENTE_LINK_RESUMES, "|suspension|walk-out|postponement|" },
  { "withdraw-offer", ENTENTE_LINK_WITHDRAWS, "|offer|" },
  { "withdraw-invitation", ENTENTE_LINK_WITHDRAWS, "|invitation|" },
  { "violation", ENTENTE_LINK_VIOLATES, "|ceasefire|agreement|" },
  { "implementation", ENTENTE_LINK_IMPLEMENTS, "|agreement|promise|framework|" },
  { "concession", ENTENTE_LINK_ACCEPTS, "|demand|ultimatum|" },
  { "offer", ENTENTE_LINK_COUNTERS, "|offer|counter-offer|demand|call-for-talks|precondition|" },
};

/* Answers only where both are mirrored, right after: "accused" and "insisted". */
static const struct {
  const char *kind, *answered;
} replies[] = {
  { "statement", "|accusation|criticism|demand|ultimatum|claim|threat|" },
  { "claim", "|accusation|claim|criticism|" },
  { "accusation",
    "|accusation|refuse-demand|refuse-offer|refuse-invitation|attack|sanction|statement|" },
  { "criticism", "|refuse-demand|refuse-offer|refuse-invitation|attack|sanction|statement|" },
  { "appeal", "|refuse-demand|refuse-offer|refuse-invitation|" },
  { "demand", "|refuse-demand|refuse-offer|" },
  { "threat", "|threat|ultimatum|demand|attack|sanction|" },
  { "break-off", "|agreement|attack|accusation|sanction|" },
};

/* The actor, or the state or party that it stands for. */
static int
get_side (const EntenteArticleReading *reading, int actor)
{
  for (guint n = 0; actor >= 0 && n < 4; n++) {
    int of = g_array_index (reading->actors, EntenteReadingActor, actor).of;

    if (of < 0)
      break;
    actor = of;
  }
  return actor;
}

/* TRUE when a party of @one with that role is of the side of one of @other with the other role. */
static gboolean
meets (const EntenteArticleReading *reading,
       const EntenteSuggestion *one,
       EntenteRole role,
       const EntenteSuggestion *other,
       EntenteRole other_role)
{
  for (guint i = 0; i < one->parties->len; i++) {
    const EntenteReadingParty *a = g_ptr_array_index (one->parties, i);

    for (guint j = 0; j < other->parties->len; j++) {
      const EntenteReadingParty *b = g_ptr_array_index (other->parties, j);

      if (a->role == role && b->role == other_role && a->actor >= 0 &&
          get_side (reading, a->actor) == get_side (reading, b->actor))
        return TRUE;
    }
  }
  return FALSE;
}

/* How well the parties are mirrored; 0: not at all. What is put off or taken back (@is_own) is
 * mostly one's own. */
static int
rate (const EntenteArticleReading *reading,
      const EntenteSuggestion *answer,
      const EntenteSuggestion *move,
      gboolean is_own)
{
  int rated = 0;

  if (meets (reading, answer, ENTENTE_ROLE_INITIATOR, move, ENTENTE_ROLE_ADDRESSEE))
    rated += 2;
  if (meets (reading, answer, ENTENTE_ROLE_ADDRESSEE, move, ENTENTE_ROLE_INITIATOR))
    rated += 2;
  if (meets (reading, answer, ENTENTE_ROLE_PARTICIPANT, move, ENTENTE_ROLE_PARTICIPANT) ||
      meets (reading, answer, ENTENTE_ROLE_INITIATOR, move, ENTENTE_ROLE_PARTICIPANT) ||
      meets (reading, answer, ENTENTE_ROLE_PARTICIPANT, move, ENTENTE_ROLE_ADDRESSEE) ||
      meets (reading, answer, ENTENTE_ROLE_PARTICIPANT, move, ENTENTE_ROLE_INITIATOR))
    rated += 1;
  if (meets (reading, answer, ENTENTE_ROLE_INITIATOR, move, ENTENTE_ROLE_INITIATOR))
    rated += is_own ? 2 : -2;
  return rated;
}

static gboolean
has_role (const EntenteSuggestion *suggestion, EntenteRole role)
{
  for (guint i = 0; i < suggestion->parties->len; i++) {
    if (((const EntenteReadingParty *) g_ptr_array_index (suggestion->parties, i))->role == role)
      return TRUE;
  }
  return FALSE;
}

/* Where one side names nobody: a move told just before, by others. */
static int
rate_near (const EntenteArticleReading *reading,
           const EntenteSuggestion *answer,
           const EntenteSuggestion *move)
{
  gboolean is_open = !has_role (move, ENTENTE_ROLE_ADDRESSEE) ||
                     !has_role (answer, ENTENTE_ROLE_ADDRESSEE) ||
                     !has_role (answer, ENTENTE_ROLE_INITIATOR);

  return is_open && answer->id - move->id <= NEAR &&
             !meets (reading, answer, ENTENTE_ROLE_INITIATOR, move, ENTENTE_ROLE_INITIATOR)
           ? 1
           : 0;
}

/* A refusal that names nobody is addressed to those whom it refuses. */
static void
complete_addressees (EntenteSuggestion *answer, const EntenteSuggestion *move)
{
  if (has_role (answer, ENTENTE_ROLE_ADDRESSEE) || has_role (answer, ENTENTE_ROLE_PARTICIPANT))
    return;
  for (guint i = 0; i < move->parties->len; i++) {
    const EntenteReadingParty *party = g_ptr_array_index (move->parties, i);
    EntenteReadingParty *made;

    if (party->role != ENTENTE_ROLE_INITIATOR || party->actor < 0)
      continue;
    made = g_new0 (EntenteReadingParty, 1);
    made->actor = party->actor;
    made->words = g_strdup (party->words);
    made->role = ENTENTE_ROLE_ADDRESSEE;
    g_ptr_array_add (answer->parties, made);
  }
}

static int
rate_pair (const EntenteArticleReading *reading,
           const EntenteSuggestion *answer,
           const EntenteSuggestion *move,
           const char *answered,
           gboolean is_own)
{
  g_autofree char *key = g_strconcat ("|", move->kind, "|", NULL);
  int rated;

  if (!strstr (answered, key) || move->answers == answer->id)
    return 0;
  rated = rate (reading, answer, move, is_own);
  return rated > 0 ? rated : move->id < answer->id ? rate_near (reading, answer, move) : 0;
}

static void
link_one (EntenteArticleReading *reading, guint index, EntenteLinkType link, const char *answered)
{
  EntenteSuggestion *answer = g_ptr_array_index (reading->suggestions, index);
  const EntenteSuggestion *found = NULL;
  gboolean is_own = link == ENTENTE_LINK_POSTPONES || link == ENTENTE_LINK_CANCELS ||
                    link == ENTENTE_LINK_RESUMES || link == ENTENTE_LINK_WITHDRAWS ||
                    link == ENTENTE_LINK_IMPLEMENTS || link == ENTENTE_LINK_VIOLATES;
  int best = 0;

  for (guint n = 0; n <= BACK + AHEAD && n <= index + AHEAD; n++) {
    const EntenteSuggestion *move;
    guint other = index + AHEAD - n;
    int rated;

    if (other == index || other >= reading->suggestions->len)
      continue;
    move = g_ptr_array_index (reading->suggestions, other);
    if (other > index && move->sentence.start != answer->sentence.start)
      continue;
    rated = rate_pair (reading, answer, move, answered, is_own);
    if (rated > best) {
      best = rated;
      found = move;
    }
  }
  if (!found)
    return;
  answer->answers = found->id;
  answer->link = link;
  if (link == ENTENTE_LINK_REFUSES || link == ENTENTE_LINK_ACCEPTS)
    complete_addressees (answer, found);
}

static void
link_reply (EntenteArticleReading *reading, guint index, const char *answered)
{
  EntenteSuggestion *reply = g_ptr_array_index (reading->suggestions, index);

  for (guint n = 1; n <= REPLY && n <= index; n++) {
    const EntenteSuggestion *move = g_ptr_array_index (reading->suggestions, index - n);
    g_autofree char *key = g_strconcat ("|", move->kind, "|", NULL);

    if (strstr (answered, key) &&
        meets (reading, reply, ENTENTE_ROLE_INITIATOR, move, ENTENTE_ROLE_ADDRESSEE) &&
        !meets (reading, reply, ENTENTE_ROLE_INITIATOR, move, ENTENTE_ROLE_INITIATOR)) {
      reply->answers = move->id;
      reply->link = ENTENTE_LINK_ANSWERS;
      return;
    }
    if (strstr (answered, key) &&
        meets (reading, reply, ENTENTE_ROLE_ADDRESSEE, move, ENTENTE_ROLE_INITIATOR) &&
        g_str_has_prefix (move->kind, "refuse-")) {
      reply->answers = move->id;
      reply->link = ENTENTE_LINK_ANSWERS;
      return;
    }
  }
}

void
entente_reader_link_answers (EntenteReader *self)
{
  for (guint i = 0; i < self->made->suggestions->len; i++) {
    const EntenteSuggestion *suggestion = g_ptr_array_index (self->made->suggestions, i);

    for (guint j = 0; j < G_N_ELEMENTS (answers); j++) {
      if (strcmp (answers[j].kind, suggestion->kind) == 0)
        link_one (self->made, i, answers[j].link, answers[j].answered);
    }
    for (guint j = 0; j < G_N_ELEMENTS (replies); j++) {
      if (strcmp (replies[j].kind, suggestion->kind) == 0)
        link_reply (self->made, i, replies[j].answered);
    }
  }
}
