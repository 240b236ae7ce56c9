/* What follows from claims and links: evidence, answers, status. Pure functions, tested alone. */
#pragma once

#include "entente-row.h"

G_BEGIN_DECLS

typedef struct {
  guint32 origin; /* equal numbers: one origin */
  guint8 stance, hedge;
  EntenteId speaker; /* or none */
  gboolean is_party; /* the speaker is an initiator or addressee, or spoke for one */
  gboolean has_claimed;
  EntenteDatePoints claimed;
  const char *claimed_kind;
  const char *claimed_text;
  guint64 who, to, place; /* sets of what is claimed, a bit for each; what may be the same has one
                             bit; 0: not claimed */
} EntenteDeriveClaim;

/* First state that fits, in this order: withdrawn, denied, contested, confirmed, corroborated,
 * same-origin, single, none. Hedged, predicting, promising and "neither" claims count for no side.
 * A denial of what nobody asserts is `denied` too. */
EntenteEvidence entente_derive_evidence (const EntenteDeriveClaim *claims, guint n_claims);

/* Status of a planned thing from its kind, mode and the types of links that point at it, oldest
 * first: the newest wins. Links that put off, reschedule or cancel make a planned thing of what
 * they point at. */
EntenteStatus entente_derive_status (const EntenteKind *kind,
                                     EntenteMode mode,
                                     const guint8 *link_types,
                                     guint n_links,
                                     gint64 latest_end,
                                     gint64 today);
/* The two steps of it: what it is by itself, and what a link that points at it makes of that. */
EntenteStatus entente_derive_first_status (const EntenteKind *kind,
                                           EntenteMode mode,
                                           gint64 latest_end);
EntenteStatus entente_derive_follow_link (EntenteStatus status, EntenteLinkType type);
EntenteAnswered entente_derive_answered (const EntenteKind *kind,
                                         const guint8 *link_types,
                                         guint n_links);

G_END_DECLS
