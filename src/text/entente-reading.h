/* EntenteArticleReading: what the program reads out of an article, for a person to accept, change
 * or reject: expressions of time, mentions of actors, and suggestions of moves in order, each with
 * a reason in words.
 *
 * Nothing of it is a record. A suggestion says who did what towards whom, when, how it is told and
 * by whom, and which suggestion it answers. Offsets are those of the text that was read, in bytes
 * and in code points. A plain value owned by the caller; pure, deterministic, any thread, linear in
 * the length of the text.
 */
#pragma once

#include "entente-learnt-words.h"
#include "entente-text-actors.h"
#include "entente-text-times.h"

G_BEGIN_DECLS

typedef struct {
  gsize start, end; /* bytes of the text, [start, end) */
  gint64 start_char, end_char; /* the same in code points */
} EntenteReadingSpan;

/* An actor as the text names it. */
typedef struct {
  EntenteReadingSpan span;
  guint actor; /* index into `actors` of the reading */
  const char *reason; /* untranslated, for entente_reading_explain(); never NULL */
} EntenteReadingMention;

typedef struct {
  char *name; /* that of the study where it is known */
  EntenteActorKind kind;
  EntenteId known; /* actor of the study, or ENTENTE_ID_NONE: to be made */
  const char *iso3166; /* or NULL */
  int of; /* index of the actor that it belongs to, or -1 */
} EntenteReadingActor;

typedef struct {
  int actor; /* index into `actors`, or -1: only words */
  char *words; /* as they stand, "he" already being the name that it stands for */
  EntenteReadingSpan span; /* of the words, where there are only words; else empty */
  EntenteRole role; /* INITIATOR, ADDRESSEE, PARTICIPANT */
} EntenteReadingParty;

typedef struct {
  guint id; /* 1 for the first */
  guint rank; /* 0: the surest of its sentence */
  EntenteReadingSpan span; /* the words that tell the move */
  EntenteReadingSpan sentence; /* the sentence that they stand in: the quote of a claim */
  const char *kind; /* id of an EntenteKind, static */
  GPtrArray *parties; /* of EntenteReadingParty */
  EntenteDate *
    when; /* with wording, basis and readings; undated but bounded; or NULL when nothing is known */
  EntenteMode mode;
  EntenteStance stance;
  EntenteHedge hedge;
  int speaker; /* index into `actors` of who says so, or -1: the text itself, or a speaker without a
                  name */
  char *speaker_words; /* "a senior official", or NULL */
  EntenteNaming naming; /* of the speaker */
  guint answers; /* id of the suggestion that it answers, or 0 */
  EntenteLinkType link; /* how, when it answers one */
  char *telling; /* who did what, in words of the text: "Kenya and Uganda held talks"; or NULL */
  char *reason; /* in the user's language: both of the following */
  char *kind_reason; /* why it is this kind */
  char *when_reason; /* why it was then, or NULL */
} EntenteSuggestion;

typedef struct {
  GArray *times; /* of EntenteTextTime */
  GArray *actors; /* of EntenteReadingActor */
  GArray *mentions; /* of EntenteReadingMention, in order */
  GPtrArray *suggestions; /* of EntenteSuggestion, as they stand */
} EntenteArticleReading;

/* A note that bounds the statement carrying its mark: told on or before @cited. */
typedef struct {
  const char *marker; /* "3" for "[3]" */
  const EntenteDate *cited;
} EntenteReadingNote;

/* What is read; everything is borrowed during the call. */
typedef struct {
  const char *text; /* valid UTF-8 */
  gsize length; /* bytes */
  const EntenteStructure *structure; /* of the text, or NULL: then all of it is body */
  const EntenteDate *published; /* or NULL: that of the structure */
  const EntenteKnownName *names; /* of the study */
  guint n_names;
  const EntenteReadingNote *notes; /* those of the structure count too */
  guint n_notes;
  const EntenteLearntWord *words; /* that the study has learnt */
  guint n_words;
  const char *const
    *refused; /* names that are no actors, unless the study has them; NULL-terminated, or NULL */
} EntenteReadingInput;

/* NULL only when cancelled. */
EntenteArticleReading *entente_reading_new (const EntenteReadingInput *input,
                                            GCancellable *cancellable,
                                            GError **error);
void entente_reading_free (EntenteArticleReading *reading);
/* The reason of a mention in the user's language; static. */
const char *entente_reading_explain (const EntenteReadingMention *mention);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteArticleReading, entente_reading_free)

G_END_DECLS
