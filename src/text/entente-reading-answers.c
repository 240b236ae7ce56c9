/* Which move answers which: an answer comes later, fits by its kind, and its parties are mirrored. */
#include "config.h"

#include "entente-reading-private.h"

#include <string.h>

#define BACK 40 /* suggestions that are looked at */

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
  { "suspension", ENTENTE_LINK_CANCELS, "|talks|resumption|" },
  { "walk-out", ENTENTE_LINK_CANCELS, "|talks|resumption|" },
  { "resumption", ENTENTE_LINK_RESUMES, "|suspension|walk-out|postponement|" },
  { "withdraw-offer", ENTENTE_LINK_WITHDRAWS, "|offer|" },
  { "withdraw-invitation", ENTENTE_LINK_WITHDRAWS, "|invitation|" },
  { "violation", ENTENTE_LINK_VIOLATES, "|ceasefire|agreement|" },
  { "implementation", ENTENTE_LINK_IMPLEMENTS, "|agreement|promise|framework|" },
  { "concession", ENTENTE_LINK_ACCEPTS, "|demand|ultimatum|" },
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

/* How well the parties are mirrored; 0: not at all. */
static int
rate (const EntenteArticleReading *reading,
      const EntenteSuggestion *answer,
      const EntenteSuggestion *move)
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
    rated -= 2;
  return rated;
}

static void
link_one (EntenteArticleReading *reading, guint index, EntenteLinkType link, const char *answered)
{
  EntenteSuggestion *answer = g_ptr_array_index (reading->suggestions, index);
  int best = 0;

  for (guint n = 1; n <= BACK && n <= index; n++) {
    const EntenteSuggestion *move = g_ptr_array_index (reading->suggestions, index - n);
    g_autofree char *key = g_strconcat ("|", move->kind, "|", NULL);
    int rated = strstr (answered, key) ? rate (reading, answer, move) : 0;

    if (rated > best) {
      best = rated;
      answer->answers = move->id;
      answer->link = link;
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
  }
}
