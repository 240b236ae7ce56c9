/* EntenteTimeContext: what is known when a text comes to a time: its day of publication, how it
 * tells, what it told last; and what a time means there. Private to text; pure, one thread at a
 * time.
 *
 * News counts from the day of publication, history from the last date of its story. Which of the
 * two a section is, is for the caller to tell.
 */
#pragma once

#include "entente-time-expression.h"
#include "entente-time-value.h"

G_BEGIN_DECLS

/* Why a time means what it means. */
typedef enum {
  ENTENTE_REASON_SAID, /* the words say it all */
  ENTENTE_REASON_PAST, /* told as past, counted from the publication */
  ENTENTE_REASON_COMING,
  ENTENTE_REASON_NEAREST, /* the nearest to the publication */
  ENTENTE_REASON_PUBLICATION, /* counted from the publication */
  ENTENTE_REASON_STORY, /* counted from a date told before */
  ENTENTE_REASON_STORY_YEAR, /* the year told before */
  ENTENTE_REASON_SPEECH, /* counted from the day it was said */
  ENTENTE_REASON_EVENT, /* hangs on something without date */
  ENTENTE_REASON_UNKNOWN, /* nothing to count from */
  ENTENTE_REASON_EXCHANGED, /* day and month may be the other way round */
  ENTENTE_REASON_YEAR_BEFORE, /* second reading */
  ENTENTE_REASON_YEAR_AFTER,
} EntenteTimeReason;

typedef struct {
  gboolean history; /* else news */
  EntenteTimeValue published; /* NONE when it is not known */
  EntenteTimeValue story; /* the last date told; NONE before the first */
  EntenteTimeValue mentioned; /* the last date of this paragraph, gone to or not */
  EntenteTimeValue told_day; /* the last day told in this paragraph, outside quotations */
  EntenteTimeValue recent; /* the last day told that the news is of */
  guint recent_age; /* paragraphs since */
  int paragraph_year; /* a year said in this paragraph; meaningful with has_paragraph_year */
  gboolean has_paragraph_year;
} EntenteTimeContext;

typedef struct {
  EntenteTimeValue value;
  EntenteTimeReason reason;
  EntenteTimeValue from; /* what it was counted from, for the reason */
  EntenteTimeValue other; /* a second reading, or NONE */
  EntenteTimeReason other_reason;
} EntenteTimeMeaning;

EntenteTimeMeaning entente_time_context_resolve (const EntenteTimeContext *self,
                                                 const EntenteTimeExpression *found);
/* The text goes on behind a time that means @value. */
void entente_time_context_pass (EntenteTimeContext *self,
                                const EntenteTimeExpression *found,
                                const EntenteTimeValue *value);
void entente_time_context_begin_paragraph (EntenteTimeContext *self);

G_END_DECLS
