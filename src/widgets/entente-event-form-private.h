/* What the files of the form of an event share among themselves; nobody else includes this. */
#pragma once

#include "entente-claim-fields.h"
#include "entente-date-field.h"
#include "entente-event-form.h"
#include "entente-event-more.h"
#include "entente-form-keeper.h"
#include "entente-kind-field.h"
#include "entente-same-event-row.h"
#include "entente-suggestion-list.h"
#include "entente-who-field.h"

G_BEGIN_DECLS

struct _EntenteEventForm {
  GtkBox parent_instance;

  EntenteSession *session;
  EntentePassage *passage; /* of a new event, or NULL */
  EntenteId article; /* behind the words, or none */
  EntenteEventDetail *detail; /* of the event that is changed, or NULL */
  gboolean is_filling;
  gboolean is_touched; /* what, when, who or title */
  char *claim_state, *fields_state; /* of the other rows as they were filled in */
  EntenteProposed
    proposed; /* event, claim, actors, links and reason of the kind: what the rows began with */
  GCancellable *reading; /* of the article, before anything is proposed; or NULL */
  gboolean accepts_when_read, edits_when_read; /* Enter, or Shift+Enter, was pressed meanwhile */
  char *lesson; /* what the words would teach, or NULL */
  gboolean is_writing;
  int room_px; /* that the form has, or 0: as much as it likes */
  GtkWidget *focus; /* that had the keyboard before writing; weak */

  GtkWidget *scroller;
  EntenteKindField *kind;
  GtkWidget *kind_note;
  GtkWidget *lesson_check;
  EntenteFormKeeper *keeper; /* of what is typed, or NULL; its widget is where the form is shown */
  EntenteDateField *when;
  EntenteWhoField *who;
  GtkWidget *who_note;
  GtkWidget *title;
  GtkWidget *title_note;
  GtkWidget *links;
  EntenteSameEventRow *same;
  GtkWidget *evidence;
  GtkWidget *more;
  GtkWidget *error;
  GtkWidget *footer;
  GtkWidget *add;
  EntenteClaimFields *claim;
  EntenteEventMore *fields;
};

/* entente-event-form.c: from here on, what differs was filled in by hand. */
void entente_event_form_keep_state (EntenteEventForm *form);
/* What is typed is kept by @keeper, which lives as long as the form. */
void entente_event_form_set_keeper (EntenteEventForm *form, EntenteFormKeeper *keeper);
/* The kind is another: says what it means. */
void entente_event_form_show_kind (EntenteEventForm *form);
/* entente-event-form-accept.c: do the words become a claim of an event that there is? */
gboolean entente_event_form_is_same (EntenteEventForm *form);
/* Adds what is filled in, at once or when the article was read; with @edits it opens in its own
 * form then. */
void entente_event_form_accept_read (EntenteEventForm *form, gboolean edits);
/* What was accepted while the article is read is not added, unless it is accepted again. FALSE:
 * nothing was. */
gboolean entente_event_form_stop_waiting (EntenteEventForm *form);

/* entente-event-form-learn.c: offers to learn what the words teach for the kind that is chosen. */
void entente_event_form_offer_lesson (EntenteEventForm *form);
/* Offers it again whenever the article was read anew. */
void entente_event_form_follow_reading (EntenteEventForm *form);
/* Adds what is to be learnt to @step, which enters @passage. */
void entente_event_form_learn (EntenteEventForm *form,
                               EntenteStep *step,
                               const EntentePassage *passage);
/* A name is no actor. */
void entente_event_form_refuse_name (EntenteEventForm *form, const char *name);
/* entente-event-form-draft.c: tells the panes of the window what a new event is filled with, as
 * long as the form shows. */
void entente_event_form_show_draft (EntenteEventForm *form);
/* The rows are others. */
void entente_event_form_update_draft (EntenteEventForm *form);

/* entente-event-form-fill.c: fills the rows in from the words, which must be there. */
void entente_event_form_read_words (EntenteEventForm *form);
/* The form goes: nothing is filled in, or added, any more. */
void entente_event_form_stop_reading (EntenteEventForm *form);
/* Says why this kind was proposed, and what it means. */
void entente_event_form_explain_kind (EntenteEventForm *form);
/* Lines of events say their titles once these are read. */
void entente_event_form_follow_titles (EntenteEventForm *form);
/* Answers that were proposed and are still wanted, for the event and what tells it (or none). */
void entente_event_form_add_links (EntenteEventForm *form,
                                   EntenteStep *step,
                                   EntenteId event,
                                   EntenteId passage);
/* Makes the proposed speaker an actor, if it is one that the study does not have: it goes to
 * @records. */
void entente_event_form_make_speaker (EntenteEventForm *form,
                                      EntenteClaim *claim,
                                      GPtrArray *records);

/* entente-event-form-sheet.c: is the window of @parent too narrow for a popover at the words? */
gboolean entente_event_form_is_narrow (GtkWidget *parent);
void entente_event_form_popup_sheet (GtkPopover *popover, EntenteEventForm *form);

/* entente-event-form-keys.c: Alt and a number for the kind; Shift+Enter. */
void entente_event_form_add_keys (GtkWidgetClass *class);
void entente_event_form_attach_keys (EntenteEventForm *form);

/* entente-event-form-present.c: shows the form of the event that was just added. */
void entente_event_form_edit_added (EntenteEventForm *form, EntenteId event);

G_END_DECLS
