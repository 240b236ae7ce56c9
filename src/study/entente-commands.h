/* Commands: what a person does to a study, each as one step ready for entente_study_apply().
 *
 * Pure: they make an EntenteStep with its label in the user's language; they change nothing. A step
 * writes only the fields that the command changes, so it may wait for its turn; what is gone by
 * then refuses it (NOT_FOUND). NULL and an error when the command makes no sense (INVALID). The
 * step is the caller's. Those that take a study read it and block: for the command line.
 */
#pragma once

#include "entente-article-draft.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* A new event with who took part, and, when @passage is not NULL, the claim that carries it (with
 * @passage inserted too unless it has an id already). Arrays may be NULL. Ids of the parts are
 * filled in. */
EntenteStep *entente_commands_add_event (EntenteEvent *event,
                                         GPtrArray *participations,
                                         EntenteClaim *claim,
                                         EntentePassage *passage);
/* What makes @old, as a person saw it, into @event: its fields and its participations (lists may be
 * NULL). Nothing is read. */
EntenteStep *entente_commands_change_event (const EntenteEvent *old,
                                            GPtrArray *old_participations,
                                            const EntenteEvent *event,
                                            GPtrArray *participations);
/* The same, where what is there is read first. */
EntenteStep *entente_commands_edit_event (EntenteStudy *study,
                                          const EntenteEvent *event,
                                          GPtrArray *participations,
                                          GError **error);
/* What many events get at once; everything else of them stays. */
typedef struct {
  const char *kind; /* id; NULL: stays */
  gboolean sets_track;
  EntenteId track; /* or none */
  gboolean clears_issues;
  EntenteId add_issue, remove_issue; /* or none */
  int judgement, pinned, private_; /* -1: stays */
} EntenteEventsChange;

#define ENTENTE_EVENTS_CHANGE_NONE                                                                 \
  {                                                                                                \
    .judgement = -1, .pinned = -1, .private_ = -1                                                  \
  }

/* Events that are as wanted already are not touched; NULL and INVALID when all are, or the kind is
 * none. Nothing is read. */
EntenteStep *entente_commands_change_events (const EntenteChronicle *chronicle,
                                             const EntenteId *events,
                                             guint n,
                                             const EntenteEventsChange *change,
                                             GError **error);
/* The one value that an event has in one of the user's own fields; NULL or "" for none. Nothing is
 * read. */
EntenteStep *entente_commands_fill_field (const EntenteChronicle *chronicle,
                                          EntenteId field,
                                          EntenteId event,
                                          const char *text);
/* The same as a part of @step, which may make the event. */
void entente_commands_add_field (EntenteStep *step,
                                 const EntenteChronicle *chronicle,
                                 EntenteId field,
                                 EntenteId event,
                                 const char *text);
EntenteStep *entente_commands_delete_events (const EntenteId *events, guint n);
/* A further voice under an event; @passage as above. */
EntenteStep *entente_commands_add_claim (EntenteClaim *claim, EntentePassage *passage);
EntenteStep *entente_commands_add_link (EntenteId from,
                                        EntenteId to,
                                        EntenteLinkType type,
                                        EntenteLinkBasis basis);
/* An inferred order: @event before, after, not before or within @days of @other. */
EntenteStep *entente_commands_add_order (EntenteId event,
                                         EntenteId other,
                                         EntenteOrderRelation relation,
                                         gint64 days);
EntenteStep *entente_commands_add_actor (EntenteActor *actor,
                                         GPtrArray *aliases,
                                         GPtrArray *affiliations);
/* An actor with its EntenteAlias and EntenteAffiliation; borrowed, lists may be NULL. */
typedef struct {
  const EntenteActor *actor;
  GPtrArray *aliases;
  GPtrArray *affiliations;
} EntenteWholeActor;

/* What makes @old, as a person saw it, into @wanted. Nothing is read. */
EntenteStep *entente_commands_change_actor (const EntenteWholeActor *old,
                                            const EntenteWholeActor *wanted);
/* Lanes of these actors from the top, and their place in the filter. */
EntenteStep *entente_commands_order_actors (const EntenteId *actors, guint n);
/* Any record: inserted (no id), written whole (an id), or deleted. Label from the entity: "Change
 * claim". */
EntenteStep *entente_commands_put (gpointer record);
/* What makes the record @old, as a person saw it, into @wanted, which has its id; without a
 * difference no change. */
EntenteStep *entente_commands_change (gconstpointer old, gconstpointer wanted);
EntenteStep *entente_commands_delete (EntenteEntity entity, EntenteId id);
/* Inserts these records, which have their ids, before all other changes of @step, in their order:
 * what it names must be there first. */
void entente_commands_insert_first (EntenteStep *step, const GPtrArray *records);
/* One field of a record from text, as typed in a form or given in a file; the others stay. */
EntenteStep *entente_commands_set_field (EntenteEntity entity,
                                         EntenteId id,
                                         const char *field,
                                         const char *text,
                                         GError **error);

/* An article as an importer read it, with its text and notes; @id receives the id that it will
 * have. Further records of the draft get their ids too. */
EntenteStep *entente_commands_add_article (const EntenteArticleDraft *draft, EntenteId *id);
/* Several (EntenteArticleDraft) as one step; @ids: of as many, to be filled. */
EntenteStep *entente_commands_add_articles (const GPtrArray *drafts, EntenteId *ids);

/* Reads an article file as any that is brought in, in a thread; nothing is entered. */
void entente_study_read_draft_async (EntenteStudy *study,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
EntenteArticleDraft *entente_study_read_draft_finish (EntenteStudy *study,
                                                      GAsyncResult *result,
                                                      GError **error);

/* One line of an `apply` file (JSON; format in entente-apply(5)). @base_dir: folder that file names
 * in it start from. */
EntenteStep *entente_commands_from_json (EntenteStudy *study,
                                         const char *line,
                                         const char *base_dir,
                                         GError **error);

/* Carries one such line out. Its "coder", when it names one, does this step and those after it. */
gboolean entente_study_apply_json (EntenteStudy *study,
                                   const char *line,
                                   const char *base_dir,
                                   GError **error);

G_END_DECLS
