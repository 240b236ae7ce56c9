/* A table of answers by the kinds that they answer. */
#include "config.h"

#include "entente-kind-answers.h"

#include <string.h>

/* Calls that ask the other side to come, terms that ask it to take them, pressure that asks it to
 * yield. */
#define CALLS "|invitation|call-for-talks|"
#define OFFERS "|offer|counter-offer|accept-conditionally|"
#define DEMANDS "|demand|precondition|appeal|ultimatum|"
#define MEDIATION "|request-mediation|offer-mediation|"

static const struct {
  const char *kind;
  EntenteLinkType link;
  const char *answered; /* kinds, between "|" */
} answers[] = {
  { "accept-invitation", ENTENTE_LINK_ACCEPTS, CALLS "|appeal|" },
  { "accept-conditionally", ENTENTE_LINK_ACCEPTS_CONDITIONALLY, CALLS OFFERS DEMANDS MEDIATION },
  { "accept-offer", ENTENTE_LINK_ACCEPTS, CALLS OFFERS DEMANDS },
  { "accept-mediation", ENTENTE_LINK_ACCEPTS, MEDIATION },
  { "intent-to-talk", ENTENTE_LINK_ACCEPTS, CALLS "|appeal|" },
  { "offer-mediation", ENTENTE_LINK_ACCEPTS, "|request-mediation|" },
  { "mediation", ENTENTE_LINK_ACCEPTS, MEDIATION },
  { "concession", ENTENTE_LINK_ACCEPTS, DEMANDS "|accept-conditionally|" },
  { "promise", ENTENTE_LINK_ACCEPTS, DEMANDS },
  { "release", ENTENTE_LINK_ACCEPTS, DEMANDS },
  { "withdrawal", ENTENTE_LINK_ACCEPTS, DEMANDS },
  { "ceasefire", ENTENTE_LINK_ACCEPTS, DEMANDS OFFERS },
  { "refuse-invitation", ENTENTE_LINK_REFUSES, CALLS OFFERS "|appeal|" },
  { "refuse-offer", ENTENTE_LINK_REFUSES, CALLS OFFERS },
  { "refuse-mediation", ENTENTE_LINK_REFUSES, MEDIATION },
  { "refuse-demand", ENTENTE_LINK_REFUSES, DEMANDS "|accept-conditionally|" },
  { "counter-offer", ENTENTE_LINK_COUNTERS, OFFERS DEMANDS },
  { "offer", ENTENTE_LINK_COUNTERS, OFFERS DEMANDS "|call-for-talks|" },
  { "precondition", ENTENTE_LINK_COUNTERS, CALLS OFFERS },
  { "no-comment", ENTENTE_LINK_DECLINES_TO_ANSWER, CALLS OFFERS DEMANDS MEDIATION },
  { "neither-nor", ENTENTE_LINK_DECLINES_TO_ANSWER, CALLS OFFERS },
  { "talks", ENTENTE_LINK_ANSWERS, CALLS },
  { "consultation", ENTENTE_LINK_ANSWERS, CALLS },
  { "third-place", ENTENTE_LINK_ANSWERS, CALLS },
  { "visit", ENTENTE_LINK_ANSWERS, "|invitation|" },
  { "resumption", ENTENTE_LINK_ANSWERS, CALLS "|appeal|" },
  { "agreement", ENTENTE_LINK_ACCEPTS, OFFERS },
  { "scheduling", ENTENTE_LINK_ACCEPTS, CALLS },
};

/* Each name stands between bars, so none is found within another. */
static gboolean
is_named (const char *list, const char *id)
{
  gsize length = strlen (id);

  for (const char *at = strstr (list, id); at; at = strstr (at + 1, id))
    if (at > list && at[-1] == '|' && at[length] == '|')
      return TRUE;
  return FALSE;
}

gboolean
entente_kind_may_answer (const EntenteKind *answer, const EntenteKind *move, EntenteLinkType *type)
{
  if (!move->expects_answer)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    if (strcmp (answers[i].kind, answer->id) != 0 || !is_named (answers[i].answered, move->id))
      continue;
    *type = answers[i].link;
    return TRUE;
  }
  return FALSE;
}

gboolean
entente_kind_is_reply (const EntenteKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (strcmp (answers[i].kind, kind->id) == 0)
      return TRUE;
  return FALSE;
}
