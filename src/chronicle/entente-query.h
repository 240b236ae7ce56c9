/* EntenteQuery: a filter, as an immutable value.
 *
 * Several values of one criterion mean "or"; several criteria mean "and"; an empty criterion means
 * "no restriction". A query names records by id, so it outlives a chronicle. Reference counted;
 * safe in any thread. To change one: entente_query_copy(), set fields, share.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_MATCH_ANY, /* one of the actors takes part */
  ENTENTE_MATCH_ALL, /* each takes part, met by different participants */
  ENTENTE_MATCH_NONE, /* none takes part */
  /* The first initiates towards the second (addressee or invited), or back, or both have the same
   * acting role; with fewer than two actors like ANY. */
  ENTENTE_MATCH_BETWEEN,
} EntenteMatch;

typedef enum {
  ENTENTE_EITHER_WAY,
  ENTENTE_FIRST_TO_SECOND,
  ENTENTE_SECOND_TO_FIRST,
} EntenteDirection;

/* The criteria whose values are records, of which an event may have several or none. */
typedef enum {
  ENTENTE_LISTED_TRACK,
  ENTENTE_LISTED_PLACE,
  ENTENTE_LISTED_ISSUE,
  ENTENTE_LISTED_ARTICLE,
  ENTENTE_LISTED_OUTLET,
  ENTENTE_LISTED_SPEAKER,
  ENTENTE_N_LISTED
} EntenteListed;

typedef struct {
  EntenteMatch match;
  GArray *actors; /* EntenteId; BETWEEN uses the first two */
  EntenteDirection direction;
  gboolean exclusive; /* no other matching actor takes part; means nothing under NONE */
  gboolean members; /* an actor stands for all who belonged to it at the date of the event */
  gboolean members_surely;
  guint32 roles; /* 1 << EntenteRole; 0: the matching roles */
  GArray *by; /* EntenteId: one of these initiates */
  GArray *to; /* EntenteId: one of these is addressee or invited */
  guint64 kinds[2]; /* bit a kind index; all 0: any kind */
  guint32 groups; /* 1 << EntenteKindGroup */
  guint32 evidence; /* 1 << EntenteEvidence */
  guint32 judgement; /* 1 << EntenteJudgement */
  guint32 mode; /* 1 << EntenteMode */
  guint32 status; /* 1 << EntenteStatus */
  guint32 medium; /* 1 << EntenteMedium */
  guint32 answered; /* 1 << EntenteAnswered */
  guint32 dated; /* 1: dated, 2: undated */
  GArray
    *rounds; /* EntenteId of rounds (entente-rounds.h): the move is one of them, or part of one */
  gboolean round_empty; /* to be in no round is one more of the values */
  GArray *tracks, *places, *issues, *articles, *outlets, *speakers; /* EntenteId */
  GPtrArray *fields; /* of the user's own: EntenteFieldAsk (entente-query-fields.h), or NULL */
  /* By EntenteListed: the event has any of them, all of them or none of them; not BETWEEN. */
  EntenteMatch listed[ENTENTE_N_LISTED];
  /* By EntenteListed: to have nothing is one more of the values. */
  gboolean empty[ENTENTE_N_LISTED];
  gboolean has_since, has_until;
  gint64 since; /* civil seconds: latest point at or after it */
  gint64 until; /* civil seconds, exclusive: earliest point before it */
  gboolean surely; /* the whole window within [since, until) */
  char *words; /* full-text search, or NULL */
} EntenteQuery;

GType entente_query_get_type (void);
EntenteQuery *entente_query_new (void); /* everything */
EntenteQuery *entente_query_copy (const EntenteQuery *query);
/* Lets everything pass; how members count stays as in @query. */
EntenteQuery *entente_query_new_cleared (const EntenteQuery *query);
EntenteQuery *entente_query_ref (const EntenteQuery *query);
void entente_query_unref (EntenteQuery *query);
gboolean entente_query_equal (const EntenteQuery *a, const EntenteQuery *b);
gboolean entente_query_is_empty (const EntenteQuery *query);
gboolean entente_query_has_time (const EntenteQuery *query);
/* Array helpers for the id criteria: TRUE when @id is in @ids (which may be NULL). */
gboolean entente_query_has_id (const GArray *ids, EntenteId id);
/* Adds or takes out an id before the query is shared; makes the array when NULL. */
void entente_query_toggle_id (GArray **ids, EntenteId id, gboolean on);
/* The records chosen of a criterion, or NULL; borrowed. */
const GArray *entente_query_get_listed (const EntenteQuery *query, EntenteListed listed);
/* Does the query ask anything of this criterion? */
gboolean entente_query_restricts (const EntenteQuery *query, EntenteListed listed);
/* The moves of one actor, before the query is shared: what was asked of several actors (between
 * them, none of them, nobody else) is asked no more; the other criteria stay. */
void entente_query_only_actor (EntenteQuery *query, EntenteId actor);

/* The moves of one round, before the query is shared. */
void entente_query_set_round (EntenteQuery *query, EntenteId round);

/* The filter as a sentence: "Moves by or to any of United States and Taleban, without statements".
 * Free. */
char *entente_query_format (const EntenteQuery *query, const EntenteChronicle *chronicle);

/* Titles of events are no part of a chronicle: who has them says here, borrowed, NULL when not
 * known. */
typedef const char *(*EntenteTitleFunc) (gpointer data, EntenteId event);
/* The same with the titles of rounds, which are described by kind and time without. @title may be
 * NULL. Free. */
char *entente_query_format_titled (const EntenteQuery *query,
                                   const EntenteChronicle *chronicle,
                                   EntenteTitleFunc title,
                                   gpointer data);

/* Rows that match. @words is the set of rows found by full-text search for query->words, or NULL
 * when the query has no words. Safe in any thread; NULL only when @cancelled (an atomic flag, may
 * be NULL) became TRUE. */
EntenteBitset *entente_query_match (const EntenteQuery *query,
                                    const EntenteChronicle *chronicle,
                                    const EntenteBitset *words,
                                    const gboolean *cancelled);
/* Number of matching rows that a time filter cannot judge: the query without time, undated only. */
guint entente_query_count_undated (const EntenteQuery *query,
                                   const EntenteChronicle *chronicle,
                                   const EntenteBitset *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteQuery, entente_query_unref)

G_END_DECLS
