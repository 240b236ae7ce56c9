/* Random studies for tests of properties: records as a scholar has them, fed to builders in any
 * part.
 *
 * Drawn from the random numbers of GLib's tests, so a failure comes again with the same seed. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* An event with all that hangs on it. */
typedef struct {
  EntenteEvent *event;
  GArray *parts; /* EntenteParticipationRow, event filled in */
  GArray *issues; /* EntenteId */
  GArray *claims; /* EntenteClaimRow, strings static */
} EntenteStudyEvent;

typedef struct {
  GPtrArray *actors; /* EntenteActor, and so on; no order */
  GPtrArray *aliases;
  GPtrArray *affiliations;
  GPtrArray *places;
  GPtrArray *tracks;
  GPtrArray *issues;
  GPtrArray *eras;
  GPtrArray *articles;
  GPtrArray *events; /* EntenteStudyEvent, by rising id */
  GArray *links; /* EntenteLinkRow */
  GArray *orders; /* EntenteOrderRow; edits change them when there are some from the start */
  EntenteId last_id;
  gboolean plain; /* events are days without claims, for large studies */
} EntenteRandomStudy;

/* What an edit touched. */
typedef struct {
  GArray *changed; /* EntenteId of events to be read again; sorted, each once */
  GArray *removed; /* EntenteId */
  gboolean lists[ENTENTE_N_ENTITIES]; /* lists to be read again */
} EntenteStudyEdit;

EntenteRandomStudy *entente_random_study_new (guint n_events, gboolean plain);
void entente_random_study_free (EntenteRandomStudy *study);
/* Changes some records at random. */
EntenteStudyEdit *entente_random_study_edit (EntenteRandomStudy *study);
void entente_study_edit_free (EntenteStudyEdit *edit);

/* All rows into @builder. */
void entente_random_study_feed (const EntenteRandomStudy *study, EntenteChronicleBuilder *builder);
/* All rows, built. */
EntenteChronicle *entente_random_study_build (const EntenteRandomStudy *study, gint64 today);
/* @old patched by what @edit touched. */
EntenteChronicle *entente_random_study_patch (const EntenteRandomStudy *study,
                                              const EntenteStudyEdit *edit,
                                              const EntenteChronicle *old);

const EntenteStudyEvent *entente_random_study_find (const EntenteRandomStudy *study, EntenteId id);
/* Id of a random record of @records, or none when there is none. */
EntenteId entente_random_id (const GPtrArray *records);
/* True once in @n times. */
gboolean entente_random_once_in (guint n);

/* ---- for edits ---- */

/* A number below @n; 0 when @n is 0. */
guint entente_random_pick (guint n);
EntenteId entente_random_id_or_none (const GPtrArray *records, guint once_in);
void entente_random_study_add_actor (EntenteRandomStudy *study);
void entente_random_study_add_affiliation (EntenteRandomStudy *study);
void entente_random_study_add_article (EntenteRandomStudy *study);
void entente_random_study_add_claim (EntenteRandomStudy *study, EntenteStudyEvent *event);
EntenteStudyEvent *entente_random_study_add_event (EntenteRandomStudy *study);
EntenteOrderRow entente_random_study_add_order (EntenteRandomStudy *study);
EntenteLinkRow entente_random_study_add_link (EntenteRandomStudy *study);
void entente_random_study_fill_event (const EntenteRandomStudy *study, EntenteEvent *event);
void entente_random_study_fill_parts (const EntenteRandomStudy *study, EntenteStudyEvent *event);
void entente_random_study_fill_issues (const EntenteRandomStudy *study, EntenteStudyEvent *event);
EntenteStudyEvent *entente_random_study_pick_event (const EntenteRandomStudy *study);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRandomStudy, entente_random_study_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStudyEdit, entente_study_edit_free)

G_END_DECLS
