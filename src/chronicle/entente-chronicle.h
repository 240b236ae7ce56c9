/* EntenteChronicle: all events of a study as sorted columns.
 *
 * Immutable and reference counted: a change makes a new chronicle that shares every unchanged block
 * of rows with the old one, so matcher, scene and printer may read it in any thread without a lock.
 * Rows are numbered from 0 in the one order (entente_date_key_compare, undated last). Actors,
 * places, tracks, issues, eras and articles are numbered too, in order of id; these numbers
 * ("index") hold within one chronicle only. Evidence, answers and status are derived when it is
 * built (entente-derive.h).
 */
#pragma once

#include "entente-orders.h"

G_BEGIN_DECLS

typedef struct _EntenteChronicle EntenteChronicle;
typedef struct _EntenteChronicleBuilder EntenteChronicleBuilder;

#define ENTENTE_NO_INDEX G_MAXUINT32

/* One participation of an event. */
typedef struct {
  guint32 actor : 24; /* index of an actor */
  guint32 role : 8; /* EntenteRole */
  guint32 speaks_for; /* index, or ENTENTE_NO_INDEX */
} EntentePart;

/* One claim under an event. */
typedef struct {
  EntenteId id;
  guint32 article; /* index, or ENTENTE_NO_INDEX */
  guint32 outlet; /* index of an actor, or ENTENTE_NO_INDEX */
  guint32 speaker; /* index of an actor, or ENTENTE_NO_INDEX */
  guint32 origin; /* number of the independent origin among the claims of the event: the article
                   * that the claim goes back to, else its outlet; equal for reprints */
  guint8 stance, hedge;
} EntenteVoice;

/* One answer: a link seen from one end. */
typedef struct {
  EntenteId id;
  guint32 row; /* of the other event */
  guint8 type; /* EntenteLinkType */
  guint8 basis; /* EntenteLinkBasis */
} EntenteThread;

/* ---- building ---- */

EntenteChronicleBuilder *entente_chronicle_builder_new (void);
void entente_chronicle_builder_free (EntenteChronicleBuilder *builder);
/* The sink whose `sink` argument is the builder; fill it on one thread. */
const EntenteRowSink *entente_chronicle_builder_get_sink (void);
/* Says that the list of @entity (actor, alias, affiliation, place, track, issue, era, article,
 * field, field value) is given in full even when no record of it follows: for a patch after the
 * last one was deleted. */
void entente_chronicle_builder_set_complete (EntenteChronicleBuilder *builder,
                                             EntenteEntity entity);
/* Sorts, derives, and gives the chronicle; the builder is spent, that is freed. @today (civil
 * seconds) decides "no word after the planned date". Rows that name a missing event or actor are
 * dropped. */
EntenteChronicle *entente_chronicle_builder_build (EntenteChronicleBuilder *builder, gint64 today);

/* A new chronicle in which the events @removed are gone and the events that @fresh was filled with
 * (with all their participations, claims, links and orders) replace or join those of @chronicle.
 * When @fresh holds any actor, alias, affiliation, place, track, issue, era or article, it must
 * hold all of that entity, and they replace the old lists. An event whose rows changed in any way,
 * be it that the publication of an article under its claims is another, must be in @fresh. @fresh
 * is spent, that is freed. Equal to building anew from all rows. */
EntenteChronicle *entente_chronicle_patch (const EntenteChronicle *chronicle,
                                           const EntenteId *removed,
                                           guint n_removed,
                                           EntenteChronicleBuilder *fresh);

/* Rows one after the other that an older chronicle has too, with all that belongs to them. */
typedef struct {
  guint first, n; /* rows [first, first + n) */
  guint before; /* first of them in the older one; ENTENTE_NO_INDEX: they are new or changed */
} EntenteStretch;

/* All rows of @chronicle in stretches, in order: what a patch shares with @before (NULL: nothing).
 * None is shared when actors, places or other records changed. Array of EntenteStretch. Free. */
GArray *entente_chronicle_compare (const EntenteChronicle *chronicle,
                                   const EntenteChronicle *before);

EntenteChronicle *entente_chronicle_new_empty (void);
EntenteChronicle *entente_chronicle_ref (const EntenteChronicle *chronicle);
void entente_chronicle_unref (EntenteChronicle *chronicle);

/* ---- rows ---- */

guint entente_chronicle_get_n_rows (const EntenteChronicle *chronicle);
/* Rows from this one on have no known bound and so no place on an axis. */
guint entente_chronicle_get_n_placed (const EntenteChronicle *chronicle);
EntenteId entente_chronicle_get_id (const EntenteChronicle *chronicle, guint row);
/* Row of an event, or ENTENTE_NO_INDEX. */
guint entente_chronicle_find_row (const EntenteChronicle *chronicle, EntenteId id);
/* Everything of a row at once; cheap. */
void entente_chronicle_get_row (const EntenteChronicle *chronicle, guint row, EntenteEventRow *out);
gint64 entente_chronicle_get_place (const EntenteChronicle *chronicle, guint row);
EntenteSpan entente_chronicle_get_window (const EntenteChronicle *chronicle, guint row);
/* Days from a move to its @answer, from start to start, as a range: 0 or more, since nothing is
 * answered before it was made; @max_days is G_MAXINT64 when open. FALSE when nothing can be said,
 * or when the answer is dated before the move. */
gboolean entente_chronicle_get_days_to_answer (const EntenteChronicle *chronicle,
                                               guint row,
                                               guint answer,
                                               gint64 *min_days,
                                               gint64 *max_days);
const EntenteKind *entente_chronicle_get_kind (const EntenteChronicle *chronicle, guint row);
EntenteEvidence entente_chronicle_get_evidence (const EntenteChronicle *chronicle, guint row);
EntenteStatus entente_chronicle_get_status (const EntenteChronicle *chronicle, guint row);
EntenteAnswered entente_chronicle_get_answered (const EntenteChronicle *chronicle, guint row);
/* First initiator, else first participant with a matching role; ENTENTE_NO_INDEX when none. Its
 * lane and hue. */
guint32 entente_chronicle_get_lead (const EntenteChronicle *chronicle, guint row);
const EntentePart *entente_chronicle_get_parts (const EntenteChronicle *chronicle,
                                                guint row,
                                                guint *n);
const EntenteVoice *entente_chronicle_get_voices (const EntenteChronicle *chronicle,
                                                  guint row,
                                                  guint *n);
/* Indexes of issues. */
const guint32 *entente_chronicle_get_event_issues (const EntenteChronicle *chronicle,
                                                   guint row,
                                                   guint *n);
/* Events that this one answers; events that answer this one. Borrowed until the chronicle goes. */
const EntenteThread *entente_chronicle_get_answers_to (const EntenteChronicle *chronicle,
                                                       guint row,
                                                       guint *n);
const EntenteThread *entente_chronicle_get_answered_by (const EntenteChronicle *chronicle,
                                                        guint row,
                                                        guint *n);
/* Rows of the whole thread of @row (linked directly or through others), sorted; at most @limit.
 * Free the array. */
GArray *entente_chronicle_get_thread (const EntenteChronicle *chronicle, guint row, guint limit);
/* What orders say of the event of a row, or NULL when none names it; borrowed. */
const EntenteOrdered *entente_chronicle_get_ordered (const EntenteChronicle *chronicle, guint row);
/* All orders; NULL when there are none. Borrowed. */
const EntenteOrders *entente_chronicle_get_orders (const EntenteChronicle *chronicle);
/* From the start of the first window to the end of the last; FALSE when nothing is dated. Open ends
 * are left out. */
gboolean entente_chronicle_get_extent (const EntenteChronicle *chronicle, EntenteSpan *extent);

/* ---- roster ---- */

guint entente_chronicle_get_n_actors (const EntenteChronicle *chronicle);
const EntenteActor *entente_chronicle_get_actor (const EntenteChronicle *chronicle, guint32 index);
guint32 entente_chronicle_find_actor (const EntenteChronicle *chronicle, EntenteId id);
/* Indexes of all actors with this name or alias after folding (EntenteActor.name, short label,
 * aliases). Free. */
GArray *entente_chronicle_find_actors_by_name (const EntenteChronicle *chronicle, const char *name);
/* Aliases of an actor, borrowed. */
const EntenteAlias *const *entente_chronicle_get_aliases (const EntenteChronicle *chronicle,
                                                          guint32 actor,
                                                          guint *n);
/* Affiliations in which the actor is the member; in which it is the parent. Borrowed. */
const EntenteAffiliation *const *entente_chronicle_get_affiliations (
  const EntenteChronicle *chronicle,
  guint32 actor,
  guint *n);
const EntenteAffiliation *const *entente_chronicle_get_members (const EntenteChronicle *chronicle,
                                                                guint32 actor,
                                                                guint *n);
/* Was @actor @parent or one of its members (through any number of steps) at some time in @window?
 * Possibly; with @surely: throughout the window by certain affiliations with told dates. */
gboolean entente_chronicle_stands_for (const EntenteChronicle *chronicle,
                                       guint32 actor,
                                       guint32 parent,
                                       EntenteSpan window,
                                       gboolean surely);
/* Rank of a body by its or its members' first event, from 0: the hue of an actor without a colour
 * of its own. Members rank behind all bodies. */
guint entente_chronicle_get_actor_rank (const EntenteChronicle *chronicle, guint32 actor);
/* The actor whose hue @actor takes at the date of a move in @window: itself when it belongs to
 * nobody; the topmost body it belonged to; ENTENTE_NO_INDEX when two are possible (drawn grey). */
guint32 entente_chronicle_get_body (const EntenteChronicle *chronicle,
                                    guint32 actor,
                                    EntenteSpan window);
/* Number of rows in which the actor takes part in any role; with matching roles only. */
guint entente_chronicle_get_actor_count (const EntenteChronicle *chronicle,
                                         guint32 actor,
                                         gboolean matching_only);

guint entente_chronicle_get_n_articles (const EntenteChronicle *chronicle);
const EntenteArticle *entente_chronicle_get_article (const EntenteChronicle *chronicle,
                                                     guint32 index);
guint32 entente_chronicle_find_article (const EntenteChronicle *chronicle, EntenteId id);
guint entente_chronicle_get_n_tracks (const EntenteChronicle *chronicle);
const EntenteTrack *entente_chronicle_get_track (const EntenteChronicle *chronicle, guint32 index);
guint32 entente_chronicle_find_track (const EntenteChronicle *chronicle, EntenteId id);
guint entente_chronicle_get_n_places (const EntenteChronicle *chronicle);
const EntentePlace *entente_chronicle_get_place_record (const EntenteChronicle *chronicle,
                                                        guint32 index);
guint32 entente_chronicle_find_place (const EntenteChronicle *chronicle, EntenteId id);
guint entente_chronicle_get_n_issues (const EntenteChronicle *chronicle);
const EntenteIssue *entente_chronicle_get_issue (const EntenteChronicle *chronicle, guint32 index);
guint32 entente_chronicle_find_issue (const EntenteChronicle *chronicle, EntenteId id);
guint entente_chronicle_get_n_eras (const EntenteChronicle *chronicle);
const EntenteEra *entente_chronicle_get_era (const EntenteChronicle *chronicle, guint32 index);
/* Of which events some may not be there: a part of a study holds no others. */
guint entente_chronicle_get_n_turning_points (const EntenteChronicle *chronicle);
const EntenteTurningPoint *entente_chronicle_get_turning_point (const EntenteChronicle *chronicle,
                                                                guint32 index);

/* "Invitation · Afghan government to Taleban": what stands for a title that nobody gave. Free. */
char *entente_chronicle_describe (const EntenteChronicle *chronicle, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteChronicle, entente_chronicle_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteChronicleBuilder, entente_chronicle_builder_free)

G_END_DECLS
