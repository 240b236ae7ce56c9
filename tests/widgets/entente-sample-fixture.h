/* A copy of the sample study with a session, for tests of widgets. */
#pragma once

#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

typedef struct {
  char *folder, *path;
  EntenteStudy *study;
  EntenteSession *session;
} EntenteSample;

EntenteSample *entente_sample_new (void);
/* Asserts that nothing holds the session or the study any longer. */
void entente_sample_free (EntenteSample *sample);
/* Destroys @window, asserts that @view ends with it, and frees the sample. */
void entente_sample_close (EntenteSample *sample, GtkWidget *window, gpointer view);
EntenteChronicle *entente_sample_get_chronicle (EntenteSample *sample);
/* Undoes the last step. */
void entente_sample_undo (EntenteSample *sample);
/* Adds an actor with this name, be it a further one. Its id. */
EntenteId entente_sample_add_actor (EntenteSample *sample, const char *name);
/* Adds an article without words, published on 1 March of that year. Its id. */
EntenteId entente_sample_add_article (EntenteSample *sample, gint64 year);
/* Of every actor a further one with the same name. */
void entente_sample_add_namesakes (EntenteSample *sample);
/* Carries a step out (taken), as somebody else in this study would. */
void entente_sample_apply (EntenteSample *sample, EntenteStep *step);
/* Adds an article with these words, published then (EDTF). Its id. */
EntenteId entente_sample_add_text (EntenteSample *sample, const char *published, const char *text);
EntenteId entente_sample_get_article (EntenteSample *sample);
/* Words of the sample article, which is shown from then on, as a passage that the study does not
 * have. */
EntentePassage *entente_sample_create_passage (EntenteSample *sample, const char *words);
/* Asserts that nothing holds a form once the article is read. */
void entente_sample_drop_form (GtkWidget *form);
/* Lets the main loop run for a little while. */
void entente_sample_settle (EntenteSample *sample);

G_END_DECLS
