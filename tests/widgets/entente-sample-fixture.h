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
/* Lets the main loop run for a little while. */
void entente_sample_settle (EntenteSample *sample);

G_END_DECLS
