/* A study with a session, filled and changed at random; and the validator of list models. For tests
 * of model. */
#pragma once

#include "entente-session.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;
  EntenteStudy *study;
  EntenteSession *session;
  GArray *actors; /* EntenteId */
  GArray *events; /* EntenteId of events that are there */
  GRand *random;
} EntenteModelFixture;

/* @n_actors actors, every third of them a member of another, and @n_events events. */
EntenteModelFixture *entente_model_fixture_new (guint n_actors, guint n_events);
/* Ends session and study, and asserts that both are finalized. */
void entente_model_fixture_free (EntenteModelFixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteModelFixture, entente_model_fixture_free)

EntenteId entente_model_fixture_add_actor (EntenteModelFixture *fixture,
                                           const char *name,
                                           EntenteId parent);
EntenteId entente_model_fixture_add_issue (EntenteModelFixture *fixture,
                                           const char *name,
                                           EntenteId parent);
EntenteId entente_model_fixture_add_event (EntenteModelFixture *fixture);
/* @n dated events of all kinds, without parties, as one step. */
void entente_model_fixture_add_many (EntenteModelFixture *fixture, guint n);
/* Adds, changes or deletes an event, undoes or redoes, or changes the filter. */
void entente_model_fixture_change (EntenteModelFixture *fixture);
void entente_model_fixture_set_filter (EntenteModelFixture *fixture);
/* Runs the main loop until nothing is under way; at most some seconds. */
void entente_model_fixture_settle (EntenteModelFixture *fixture);
/* Lets go of an object, and asserts that nobody else keeps it: a job that was given up does so
 * until its thread ends. */
void entente_model_fixture_release (gpointer object);
/* Runs the main loop until @flag is TRUE. */
void entente_model_fixture_wait (const gboolean *flag);

/* ---- validator ---- */

/* Mirrors a list by its "items-changed" alone and asserts that both are equal, after each change
 * and at the end. */
typedef struct {
  GListModel *model;
  GPtrArray *items;
  guint n_changes;
} EntenteListMirror;

EntenteListMirror *entente_list_mirror_new (GListModel *model);
void entente_list_mirror_free (EntenteListMirror *mirror);
void entente_list_mirror_check (EntenteListMirror *mirror);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteListMirror, entente_list_mirror_free)

G_END_DECLS
