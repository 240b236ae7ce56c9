/* What follows from claims and links: evidence, answers, status.
 *
 * Pure functions on plain values; what they are fed from is in entente-chronicle-derive.c. Nothing
 * of this is ever stored in a study. Any thread. */
#include "entente-derive.h"

#include <string.h>

/* ---- evidence ---- */

/* Hedged claims count for no side. */
static gboolean
takes_side (const EntenteDeriveClaim *claim, EntenteStance stance)
{
  return claim->hedge == ENTENTE_HEDGE_NONE && claim->stance == stance;
}

/* One voice: the same speaker, or, where no speaker is known, the same origin. */
static gboolean
is_same_voice (const EntenteDeriveClaim *a, const EntenteDeriveClaim *b)
{
  return a->speaker == b->speaker && (a->speaker != ENTENTE_ID_NONE || a->origin == b->origin);
}

static gboolean
has_claim_of_voice (const EntenteDeriveClaim *claims,
                    guint n_claims,
                    const EntenteDeriveClaim *voice,
                    EntenteStance stance)
{
  for (guint i = 0; i < n_claims; i++) {
    if (takes_side (&claims[i], stance) && is_same_voice (&claims[i], voice))
      return TRUE;
  }
  return FALSE;
}

/* Says that the event happened, and has not taken it back. */
static gboolean
is_asserting (const EntenteDeriveClaim *claims, guint n_claims, guint i)
{
  return (takes_side (&claims[i], ENTENTE_STANCE_ASSERTS) ||
          takes_side (&claims[i], ENTENTE_STANCE_CONFIRMS) ||
          takes_side (&claims[i], ENTENTE_STANCE_CORRECTS)) &&
         !has_claim_of_voice (claims, n_claims, &claims[i], ENTENTE_STANCE_RETRACTS);
}

/* Whether each claim asserts the event. Free with g_free. */
static guint8 *
find_asserting (const EntenteDeriveClaim *claims, guint n_claims)
{
  guint8 *asserting = g_new (guint8, n_claims);

  for (guint i = 0; i < n_claims; i++)
    asserting[i] = is_asserting (claims, n_claims, i);
  return asserting;
}

static gboolean
are_different (const char *a, const char *b)
{
  return a != NULL && b != NULL && strcmp (a, b) != 0;
}

/* Both say, and nothing that they say may be the same. */
static gboolean
are_apart (guint64 a, guint64 b)
{
  return a != 0 && b != 0 && (a & b) == 0;
}

static gboolean
do_values_exclude (const EntenteDeriveClaim *a, const EntenteDeriveClaim *b)
{
  gboolean apart = a->has_claimed && b->has_claimed &&
                   (a->claimed.latest_end <= b->claimed.earliest_start ||
                    b->claimed.latest_end <= a->claimed.earliest_start) &&
                   memcmp (&a->claimed, &b->claimed, sizeof (a->claimed)) != 0;

  return apart || are_apart (a->who, b->who) || are_apart (a->to, b->to) ||
         are_apart (a->place, b->place) || are_different (a->claimed_kind, b->claimed_kind) ||
         are_different (a->claimed_text, b->claimed_text);
}

/* The claim gives values of its own; those of a voice that corrected itself are in its correction.
 */
static gboolean
has_valid_values (const EntenteDeriveClaim *claims, guint n_claims, guint i)
{
  const EntenteDeriveClaim *claim = &claims[i];

  return (claim->has_claimed || claim->claimed_kind != NULL || claim->claimed_text != NULL ||
          (claim->who | claim->to | claim->place) != 0) &&
         (claim->stance == ENTENTE_STANCE_CORRECTS ||
          !has_claim_of_voice (claims, n_claims, claim, ENTENTE_STANCE_CORRECTS));
}

/* Do two voices that assert the event give values of which only one can be right? */
static gboolean
has_exclusion (const EntenteDeriveClaim *claims, const guint8 *asserting, guint n_claims)
{
  g_autofree guint *valued = g_new (guint, n_claims);
  guint n = 0;

  for (guint i = 0; i < n_claims; i++) {
    if (!asserting[i] || !has_valid_values (claims, n_claims, i))
      continue;
    for (guint k = 0; k < n; k++) {
      if (!is_same_voice (&claims[i], &claims[valued[k]]) &&
          do_values_exclude (&claims[i], &claims[valued[k]]))
        return TRUE;
    }
    valued[n++] = i;
  }
  return FALSE;
}

static gboolean
is_first_of_origin (const EntenteDeriveClaim *claims, const guint8 *asserting, guint i)
{
  for (guint k = 0; k < i; k++) {
    if (asserting[k] && claims[k].origin == claims[i].origin)
      return FALSE;
  }
  return TRUE;
}

EntenteEvidence
entente_derive_evidence (const EntenteDeriveClaim *claims, guint n_claims)
{
  g_autofree guint8 *asserting = find_asserting (claims, n_claims);
  guint n_asserting = 0;
  guint n_origins = 0;
  gboolean denied = FALSE;
  gboolean retracted = FALSE;
  gboolean confirmed = FALSE;

  for (guint i = 0; i < n_claims; i++) {
    denied = denied || takes_side (&claims[i], ENTENTE_STANCE_DENIES);
    retracted = retracted || takes_side (&claims[i], ENTENTE_STANCE_RETRACTS);
    if (!asserting[i])
      continue;
    n_asserting++;
    n_origins += is_first_of_origin (claims, asserting, i);
    confirmed = confirmed || (claims[i].is_party && claims[i].stance == ENTENTE_STANCE_CONFIRMS);
  }
  if (retracted && n_asserting == 0)
    return ENTENTE_EVIDENCE_WITHDRAWN;
  if (denied && n_origins < 2)
    return ENTENTE_EVIDENCE_DENIED;
  if (denied || has_exclusion (claims, asserting, n_claims))
    return ENTENTE_EVIDENCE_CONTESTED;
  if (confirmed)
    return ENTENTE_EVIDENCE_CONFIRMED;
  if (n_origins > 1)
    return ENTENTE_EVIDENCE_CORROBORATED;
  if (n_asserting > 1)
    return ENTENTE_EVIDENCE_SAME_ORIGIN;
  return n_asserting == 1 ? ENTENTE_EVIDENCE_SINGLE : ENTENTE_EVIDENCE_NONE;
}

/* ---- status ---- */

/* Words about moves, and moves that put others off, are said, not planned. */
static gboolean
is_plannable (const EntenteKind *kind)
{
  return kind == NULL || (kind->group != ENTENTE_GROUP_SAY && kind->group != ENTENTE_GROUP_DENY &&
                          kind->group != ENTENTE_GROUP_DELAY);
}

EntenteStatus
entente_derive_first_status (const EntenteKind *kind, EntenteMode mode, gint64 latest_end)
{
  if (mode == ENTENTE_MODE_FACTUAL || mode == ENTENTE_MODE_HYPOTHETICAL || !is_plannable (kind))
    return ENTENTE_STATUS_NONE;
  if (mode == ENTENTE_MODE_ANNOUNCED && latest_end != ENTENTE_TIME_MAX)
    return ENTENTE_STATUS_SCHEDULED;
  return ENTENTE_STATUS_PROPOSED;
}

/* Some links make a planned thing of what they point at, others speak only of one. */
EntenteStatus
entente_derive_follow_link (EntenteStatus status, EntenteLinkType type)
{
  gboolean planned = status != ENTENTE_STATUS_NONE;

  switch (type) {
  case ENTENTE_LINK_POSTPONES:
    return ENTENTE_STATUS_POSTPONED;
  case ENTENTE_LINK_RESCHEDULES:
    return ENTENTE_STATUS_SCHEDULED;
  case ENTENTE_LINK_CANCELS:
    return ENTENTE_STATUS_CANCELLED;
  case ENTENTE_LINK_WITHDRAWS:
  case ENTENTE_LINK_SUPERSEDES:
    return planned ? ENTENTE_STATUS_CANCELLED : status;
  case ENTENTE_LINK_RESUMES:
  case ENTENTE_LINK_IMPLEMENTS:
    return planned ? ENTENTE_STATUS_HELD : status;
  case ENTENTE_LINK_ACCEPTS:
    return status == ENTENTE_STATUS_PROPOSED ? ENTENTE_STATUS_SCHEDULED : status;
  default:
    return status;
  }
}

EntenteStatus
entente_derive_status (const EntenteKind *kind,
                       EntenteMode mode,
                       const guint8 *link_types,
                       guint n_links,
                       gint64 latest_end,
                       gint64 today)
{
  EntenteStatus status = entente_derive_first_status (kind, mode, latest_end);

  for (guint i = 0; i < n_links; i++)
    status = entente_derive_follow_link (status, (EntenteLinkType) link_types[i]);
  /* The date of a thing told as a fact is not the date for which it is planned. */
  if ((status == ENTENTE_STATUS_PROPOSED || status == ENTENTE_STATUS_SCHEDULED) &&
      mode != ENTENTE_MODE_FACTUAL && latest_end <= today)
    return ENTENTE_STATUS_NO_WORD;
  return status;
}

/* ---- answers ---- */

EntenteAnswered
entente_derive_answered (const EntenteKind *kind, const guint8 *link_types, guint n_links)
{
  if (kind == NULL || !kind->expects_answer)
    return ENTENTE_ANSWERED_NOT_EXPECTED;
  for (guint i = 0; i < n_links; i++) {
    if (entente_link_type_is_answer ((EntenteLinkType) link_types[i]))
      return ENTENTE_ANSWERED_YES;
  }
  return ENTENTE_ANSWERED_NO;
}
