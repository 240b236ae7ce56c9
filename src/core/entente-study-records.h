/* Records of the study itself: coders, saved views, templates, the user's own fields, settings,
 * what was refused and what was learnt. */
#pragma once

#include "entente-record.h"

G_BEGIN_DECLS

typedef struct {
  EntenteRecord record;
  char *name;
  char *initials;
} EntenteCoder;

typedef struct {
  EntenteRecord record;
  char *name;
  char *query; /* JSON of an EntenteQuery */
  char *layout; /* JSON: lanes, range, page */
  gint64 key; /* 1 to 9, 0 none */
} EntenteView;

typedef struct {
  EntenteRecord record;
  char *name;
  char *kind; /* kind of summary */
  char *options; /* JSON */
} EntenteTemplate;

/* A field that the user added to an entity. */
typedef struct {
  EntenteRecord record;
  char *name;
  char *entity; /* nick of an EntenteEntity */
  char *type; /* "text", "number", "choice", "yes-no"; others count as text */
  char *choices; /* separated by newline */
} EntenteField;

typedef struct {
  EntenteRecord record;
  EntenteId field;
  EntenteId subject; /* record of the field's entity */
  char *value;
} EntenteFieldValue;

/* Settings of the study, e.g. "title"; id is entente_id_from_key (name). */
typedef struct {
  EntenteRecord record;
  char *name;
  char *value;
} EntenteSetting;

typedef struct {
  EntenteRecord record;
  EntenteId revision;
  gint64 start, end; /* code points */
  char *kind; /* what was proposed: id of a kind of move, or ENTENTE_REJECTION_ACTOR */
  char *quote; /* the words, or the name */
} EntenteRejection;

/* Kind of a rejection that says that @quote is no actor. */
#define ENTENTE_REJECTION_ACTOR "actor"

typedef struct {
  EntenteRecord record;
  char *text; /* as entente_lesson_find() writes it: "rebuff/v" */
  char *language;
  char *kind; /* id of a kind of move; NULL: the word tells none */
  EntenteId actor;
  EntenteId passage; /* from which it was learnt, or none */
} EntenteLexicon;

ENTENTE_DECLARE_RECORD (EntenteCoder, entente_coder, CODER)
ENTENTE_DECLARE_RECORD (EntenteView, entente_view, VIEW)
ENTENTE_DECLARE_RECORD (EntenteTemplate, entente_template, TEMPLATE)
ENTENTE_DECLARE_RECORD (EntenteField, entente_field, FIELD)
ENTENTE_DECLARE_RECORD (EntenteFieldValue, entente_field_value, FIELD_VALUE)
ENTENTE_DECLARE_RECORD (EntenteSetting, entente_setting, SETTING)
ENTENTE_DECLARE_RECORD (EntenteRejection, entente_rejection, REJECTION)
ENTENTE_DECLARE_RECORD (EntenteLexicon, entente_lexicon, LEXICON)

G_END_DECLS
