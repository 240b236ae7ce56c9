/* EntenteMatcher: a query made ready to judge rows of one chronicle.
 *
 * Private to this layer; shared by entente_query_match() and the facets. Tells which criteria a row
 * fails, so that one pass serves every facet: a row counts for the values of a criterion when it
 * fails no other. Used by one thread; made anew for each job. */
#pragma once

#include "entente-chronicle-private.h"
#include "entente-query.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_CRITERION_KIND,
  ENTENTE_CRITERION_GROUP,
  ENTENTE_CRITERION_EVIDENCE,
  ENTENTE_CRITERION_JUDGEMENT,
  ENTENTE_CRITERION_MODE,
  ENTENTE_CRITERION_STATUS,
  ENTENTE_CRITERION_MEDIUM,
  ENTENTE_CRITERION_ANSWERED,
  ENTENTE_CRITERION_DATED,
  ENTENTE_CRITERION_TIME,
  ENTENTE_CRITERION_WORDS,
  ENTENTE_CRITERION_FIELDS, /* the user's own, all of them */
  ENTENTE_CRITERION_ROUND,
  ENTENTE_CRITERION_TRACK, /* from here in the order of EntenteListed */
  ENTENTE_CRITERION_PLACE,
  ENTENTE_CRITERION_ISSUE,
  ENTENTE_CRITERION_ARTICLE,
  ENTENTE_CRITERION_OUTLET,
  ENTENTE_CRITERION_SPEAKER,
  ENTENTE_CRITERION_ACTORS,
  ENTENTE_CRITERION_BY,
  ENTENTE_CRITERION_TO,
  ENTENTE_N_CRITERIA
} EntenteCriterion;

#define ENTENTE_FAILS(criterion) (1u << (criterion))

/* Does one of the chosen actors stand for an actor? Bits, so that participations can be or-ed. */
enum { ENTENTE_COVERS_ALWAYS = 1, ENTENTE_COVERS_AT_TIMES = 2 };

/* Some chosen actors, and for which actors they stand. */
typedef struct {
  guint n;
  guint32 *indexes; /* ENTENTE_NO_INDEX for one that the study does not have */
  guint n_actors; /* of the study */
  guint8 *covers; /* by actor, and 0 for nobody behind the last */
} EntenteChosen;

/* What is asked of the records of one kind that an event has. */
typedef struct {
  guint8 *chosen; /* by index; NULL when nothing is asked; of places and issues those below a chosen
                     one too */
  guint32 *parents; /* of places and issues where some stand under others; else NULL */
  guint n_chosen; /* how many there are to be met; those that the study does not have can not be */
  EntenteMatch match;
  gboolean empty;
} EntenteListedTest;

typedef struct {
  const EntenteChronicle *chronicle;
  const EntenteQuery *query;
  const EntenteBitset *words; /* or NULL */
  EntenteBitset *fields; /* rows that have what is asked of the user's own fields, or NULL */
  EntenteBitset *rounds; /* rows of the chosen rounds and their moves, or NULL */
  guint32 active; /* criteria that restrict, a bit each */
  gboolean has_facts; /* some of the masks that follow restrict */
  guint64 kinds[2]; /* all ones when any will do, like the masks that follow */
  guint8 kind_groups[256]; /* group of each kind */
  guint32 groups, evidence, judgement, mode, status, medium, answered, dated;
  guint32 role_mask;
  gboolean is_simple; /* of actors nothing is asked but that one of them takes part */
  EntenteChosen actors, by, to;
  EntenteListedTest listed[ENTENTE_N_LISTED];
  GArray *scratch; /* of the assignment of actors to participants */
} EntenteMatcher;

void entente_matcher_init (EntenteMatcher *matcher,
                           const EntenteChronicle *chronicle,
                           const EntenteQuery *query,
                           const EntenteBitset *words);
void entente_matcher_clear (EntenteMatcher *matcher);

/* Criteria that row @i of @block (number @row) fails; it may stop after @enough (1 or 2) of
 * them. */
guint32 entente_matcher_test (const EntenteMatcher *matcher,
                              const EntenteBlock *block,
                              guint i,
                              guint row,
                              guint enough);

/* Parent of each place or issue by index, as in the tree of them; NULL where nothing stands under
 * anything, and for other records. Free. */
guint32 *entente_matcher_find_parents (const EntenteChronicle *chronicle, EntenteListed listed);

/* ---- entente-matcher-actors.c ---- */

void entente_chosen_init (EntenteChosen *chosen,
                          const EntenteChronicle *chronicle,
                          const EntenteQuery *query,
                          const GArray *ids);
void entente_chosen_clear (EntenteChosen *chosen);
guint32 entente_matcher_test_actors (const EntenteMatcher *matcher,
                                     const EntenteBlock *block,
                                     guint i);
/* Would the row pass the criterion of actors with @actor in place of those chosen (any), or besides
 * them (all, between)? For none, and between two that are chosen: does it pass as it is? @actor is
 * one that takes part. */
gboolean entente_matcher_accepts_actor (const EntenteMatcher *matcher,
                                        const EntenteBlock *block,
                                        guint i,
                                        guint32 actor);

static inline gboolean
entente_matcher_has_role (const EntenteMatcher *matcher, const EntentePart *part)
{
  return (matcher->role_mask >> part->role) & 1;
}

/* What the participations that count are covered by: without a branch, for the filter most used. */
static inline guint
entente_matcher_get_cover (const EntenteMatcher *matcher, const EntenteBlock *block, guint i)
{
  const EntenteChosen *chosen = &matcher->actors;
  guint n;
  const EntentePart *parts = entente_block_get_parts (block, i, &n);
  guint cover = 0;

  for (guint k = 0; k < n; k++) {
    guint here =
      chosen->covers[parts[k].actor] | chosen->covers[MIN (parts[k].speaks_for, chosen->n_actors)];

    cover |= here & (0u - (matcher->role_mask >> parts[k].role & 1));
  }
  return cover;
}

G_END_DECLS
