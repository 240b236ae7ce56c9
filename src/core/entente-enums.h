/* The closed vocabularies of the model, one enumeration each, with the one table of their names.
 *
 * Each value has a nick (stored in files and used on the command line: "with-hyphens") and a label
 * (translated, for the window and paper). Values are stored in a study by nick, never by number, so
 * enumerations may be reordered. Safe in any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_ACTOR_STATE,
  ENTENTE_ACTOR_GOVERNMENT,
  ENTENTE_ACTOR_BODY,
  ENTENTE_ACTOR_ARMED_MOVEMENT,
  ENTENTE_ACTOR_FACTION,
  ENTENTE_ACTOR_BLOC,
  ENTENTE_ACTOR_PARTY,
  ENTENTE_ACTOR_INTERNATIONAL_ORGANISATION,
  ENTENTE_ACTOR_NGO,
  ENTENTE_ACTOR_COMPANY,
  ENTENTE_ACTOR_COMMUNITY,
  ENTENTE_ACTOR_MEDIA,
  ENTENTE_ACTOR_PERSON,
  ENTENTE_ACTOR_UNNAMED_ROLE, /* "a senior official" */
} EntenteActorKind;

typedef enum {
  ENTENTE_ALIAS_SPELLING,
  ENTENTE_ALIAS_TRANSLITERATION,
  ENTENTE_ALIAS_ABBREVIATION,
  ENTENTE_ALIAS_TITLE,
  ENTENTE_ALIAS_METONYM, /* "Washington" */
} EntenteAliasKind;

typedef enum {
  ENTENTE_ROLE_INITIATOR,
  ENTENTE_ROLE_ADDRESSEE,
  ENTENTE_ROLE_HOST,
  ENTENTE_ROLE_MEDIATOR,
  ENTENTE_ROLE_PARTICIPANT,
  ENTENTE_ROLE_OBSERVER,
  ENTENTE_ROLE_SPOKESMAN,
  ENTENTE_ROLE_SIGNATORY,
  ENTENTE_ROLE_GUARANTOR,
  ENTENTE_ROLE_INVITED,
  ENTENTE_ROLE_ABSENT,
  ENTENTE_ROLE_EXCLUDED,
  ENTENTE_ROLE_MENTIONED,
} EntenteRole;

typedef enum {
  ENTENTE_MODE_FACTUAL,
  ENTENTE_MODE_ANNOUNCED,
  ENTENTE_MODE_CONDITIONAL,
  ENTENTE_MODE_HYPOTHETICAL,
} EntenteMode;

/* The scholar's own judgement; never mixed with hedge or naming. */
typedef enum {
  ENTENTE_JUDGEMENT_UNDECIDED,
  ENTENTE_JUDGEMENT_CERTAIN,
  ENTENTE_JUDGEMENT_PROBABLE,
  ENTENTE_JUDGEMENT_DOUBTFUL,
  ENTENTE_JUDGEMENT_REJECTED,
} EntenteJudgement;

typedef enum {
  ENTENTE_MEDIUM_NONE,
  ENTENTE_MEDIUM_MEETING,
  ENTENTE_MEDIUM_TELEPHONE,
  ENTENTE_MEDIUM_LETTER,
  ENTENTE_MEDIUM_OPEN_LETTER,
  ENTENTE_MEDIUM_STATEMENT,
  ENTENTE_MEDIUM_INTERVIEW,
  ENTENTE_MEDIUM_PRESS_CONFERENCE,
  ENTENTE_MEDIUM_SPEECH,
  ENTENTE_MEDIUM_SOCIAL,
  ENTENTE_MEDIUM_DOCUMENT,
  ENTENTE_MEDIUM_LEAK,
} EntenteMedium;

typedef enum {
  ENTENTE_STANCE_ASSERTS,
  ENTENTE_STANCE_CONFIRMS,
  ENTENTE_STANCE_DENIES,
  ENTENTE_STANCE_DECLINES_COMMENT,
  ENTENTE_STANCE_NEITHER, /* neither confirms nor denies */
  ENTENTE_STANCE_PREDICTS,
  ENTENTE_STANCE_PROMISES,
  ENTENTE_STANCE_CORRECTS,
  ENTENTE_STANCE_RETRACTS,
} EntenteStance;

typedef enum {
  ENTENTE_HEDGE_NONE,
  ENTENTE_HEDGE_REPORTEDLY,
  ENTENTE_HEDGE_MAY,
  ENTENTE_HEDGE_EXPECTED,
  ENTENTE_HEDGE_ALLEGEDLY,
  ENTENTE_HEDGE_RUMOURED,
} EntenteHedge;

typedef enum {
  ENTENTE_NAMING_NAMED,
  ENTENTE_NAMING_OFFICE,
  ENTENTE_NAMING_ANONYMOUS,
} EntenteNaming;

typedef enum {
  ENTENTE_LINK_ACCEPTS,
  ENTENTE_LINK_ACCEPTS_CONDITIONALLY,
  ENTENTE_LINK_REFUSES,
  ENTENTE_LINK_COUNTERS,
  ENTENTE_LINK_ANSWERS,
  ENTENTE_LINK_DECLINES_TO_ANSWER,
  ENTENTE_LINK_POSTPONES,
  ENTENTE_LINK_RESCHEDULES,
  ENTENTE_LINK_CANCELS,
  ENTENTE_LINK_RESUMES,
  ENTENTE_LINK_WITHDRAWS,
  ENTENTE_LINK_SUPERSEDES,
  ENTENTE_LINK_CONFIRMS,
  ENTENTE_LINK_DENIES,
  ENTENTE_LINK_IMPLEMENTS,
  ENTENTE_LINK_VIOLATES,
  ENTENTE_LINK_PART_OF,
} EntenteLinkType;

typedef enum { ENTENTE_LINK_STATED, ENTENTE_LINK_INFERRED } EntenteLinkBasis;

typedef enum {
  ENTENTE_ORDER_BEFORE,
  ENTENTE_ORDER_AFTER,
  ENTENTE_ORDER_NOT_BEFORE,
  ENTENTE_ORDER_WITHIN_DAYS,
} EntenteOrderRelation;

typedef enum {
  ENTENTE_POSITION_DEMAND,
  ENTENTE_POSITION_OFFER,
  ENTENTE_POSITION_PRECONDITION,
  ENTENTE_POSITION_RED_LINE,
  ENTENTE_POSITION_AGREEMENT,
  ENTENTE_POSITION_REJECTION,
  ENTENTE_POSITION_SILENCE,
} EntentePositionKind;

typedef enum {
  ENTENTE_QUESTION_OPEN,
  ENTENTE_QUESTION_RESOLVED,
  ENTENTE_QUESTION_SET_ASIDE,
} EntenteQuestionStatus;

typedef enum {
  ENTENTE_CERTAINTY_CERTAIN,
  ENTENTE_CERTAINTY_PROBABLE,
  ENTENTE_CERTAINTY_DISPUTED,
} EntenteCertainty;

typedef enum {
  ENTENTE_TRACK_OFFICIAL,
  ENTENTE_TRACK_BACK_CHANNEL,
  ENTENTE_TRACK_PROXIMITY,
  ENTENTE_TRACK_SHUTTLE,
  ENTENTE_TRACK_ONE_AND_A_HALF, /* nick "1.5" */
  ENTENTE_TRACK_TWO, /* nick "2" */
  ENTENTE_TRACK_PUBLIC,
} EntenteTrackKind;

/* Derived, never stored: how well an event is attested. */
typedef enum {
  ENTENTE_EVIDENCE_NONE,
  ENTENTE_EVIDENCE_SINGLE,
  ENTENTE_EVIDENCE_SAME_ORIGIN,
  ENTENTE_EVIDENCE_CORROBORATED,
  ENTENTE_EVIDENCE_CONFIRMED,
  ENTENTE_EVIDENCE_CONTESTED,
  ENTENTE_EVIDENCE_DENIED,
  ENTENTE_EVIDENCE_WITHDRAWN,
} EntenteEvidence;

/* Derived: state of a planned thing. */
typedef enum {
  ENTENTE_STATUS_NONE, /* not a planned thing */
  ENTENTE_STATUS_PROPOSED,
  ENTENTE_STATUS_SCHEDULED,
  ENTENTE_STATUS_POSTPONED,
  ENTENTE_STATUS_HELD,
  ENTENTE_STATUS_CANCELLED,
  ENTENTE_STATUS_NO_WORD, /* its date passed without word */
} EntenteStatus;

/* Derived: whether a move that expects an answer has one. */
typedef enum {
  ENTENTE_ANSWERED_NOT_EXPECTED,
  ENTENTE_ANSWERED_YES,
  ENTENTE_ANSWERED_NO,
} EntenteAnswered;

typedef enum {
  ENTENTE_ENUM_ACTOR_KIND,
  ENTENTE_ENUM_ALIAS_KIND,
  ENTENTE_ENUM_ROLE,
  ENTENTE_ENUM_MODE,
  ENTENTE_ENUM_JUDGEMENT,
  ENTENTE_ENUM_MEDIUM,
  ENTENTE_ENUM_STANCE,
  ENTENTE_ENUM_HEDGE,
  ENTENTE_ENUM_NAMING,
  ENTENTE_ENUM_LINK_TYPE,
  ENTENTE_ENUM_LINK_BASIS,
  ENTENTE_ENUM_ORDER_RELATION,
  ENTENTE_ENUM_POSITION_KIND,
  ENTENTE_ENUM_QUESTION_STATUS,
  ENTENTE_ENUM_CERTAINTY,
  ENTENTE_ENUM_TRACK_KIND,
  ENTENTE_ENUM_EVIDENCE,
  ENTENTE_ENUM_STATUS,
  ENTENTE_ENUM_ANSWERED,
  ENTENTE_ENUM_BASIS, /* EntenteBasis of entente-date.h */
  ENTENTE_ENUM_CALENDAR, /* EntenteCalendar */
  ENTENTE_ENUM_KIND_GROUP, /* EntenteKindGroup of entente-kind.h */
  ENTENTE_N_ENUMS
} EntenteEnum;

/* Number of values of @type; values run from 0. */
int entente_enum_count (EntenteEnum type);
/* Nick of @value, or NULL when it is out of range. */
const char *entente_enum_nick (EntenteEnum type, int value);
/* Label of @value in the user's language, or NULL when it is out of range. */
const char *entente_enum_label (EntenteEnum type, int value);
/* Value of @nick. FALSE when there is none; @value is then untouched. */
gboolean entente_enum_parse (EntenteEnum type, const char *nick, int *value);
/* Name of the vocabulary, as in messages: "role". */
const char *entente_enum_name (EntenteEnum type);

/* Initiator, addressee, participant, host, mediator, signatory, guarantor, invited, spokesman: the
 * roles that a filter by actor matches unless it asks for others. */
gboolean entente_role_is_matching (EntenteRole role);

/* A move of this type answers the move that it points at: accepts, accepts on condition, refuses,
 * counters, answers, declines to answer. All other types speak of a move or change it, and leave it
 * unanswered. */
gboolean entente_link_type_is_answer (EntenteLinkType type);
/* What is said of the move that a link of @type points at, in the user's language: "refused by".
 * NULL when it is out of range. */
const char *entente_link_type_passive_label (EntenteLinkType type);

/* @label with a capital at its beginning, by the rules of the locale: "iptal" is "İptal" in
 * Turkish. Free. */
char *entente_label_capitalise (const char *label);

G_END_DECLS
