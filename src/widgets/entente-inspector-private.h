/* The inside of the inspector, for its own files only. Main thread. */
#pragma once

#include "entente-date-strip.h"
#include "entente-inspector-head.h"
#include "entente-inspector-own.h"
#include "entente-inspector-questions.h"
#include "entente-inspector.h"

G_BEGIN_DECLS

struct _EntenteInspector {
  AdwBin parent_instance;

  EntenteSession *session;

  GtkWidget *stack;
  AdwStatusPage *empty;
  GtkWidget *empty_keys;
  GtkWidget *many, *many_pair; /* what is offered for two only */
  GtkWidget *page;
  GtkWidget *kind_button;
  GtkWidget *glyph;
  GtkWidget *kind;
  GtkWidget *evidence_pill;
  GtkWidget *evidence_glyph;
  GtkWidget *evidence;
  GtkWidget *title;
  GtkWidget *summary;
  EntenteInspectorHead *when_head;
  GtkWidget *when_button;
  GtkWidget *when;
  GtkWidget *edtf;
  EntenteDateStrip *strip;
  GtkWidget *planned;
  GtkWidget *orders;
  EntenteInspectorHead *who_head;
  GtkWidget *who_button;
  GtkWidget *who;
  EntenteInspectorHead *claims_head;
  GtkWidget *claims;
  GtkWidget *explanation;
  GtkWidget *compare;
  EntenteInspectorHead *answers_head, *rounds_head;
  GtkWidget *answers, *rounds; /* links that say what answers what; that say what is part of what */
  EntenteInspectorQuestions *questions;
  GtkWidget *quote_box;
  GtkWidget *quote_bar;
  GtkWidget *quote;
  EntenteInspectorHead *judgement_head;
  GtkWidget *judgement;
  GtkWidget *facts;
  EntenteInspectorOwn *own;
};

/* What is known of the one event that is selected, borrowed; or NULL. */
EntenteEventDetail *entente_inspector_get_detail (EntenteInspector *self);

/* entente-inspector-actions.c: all actions, and what the template calls to edit; once the template
 * is set. */
void entente_inspector_install_actions (GtkWidgetClass *class);

G_END_DECLS
