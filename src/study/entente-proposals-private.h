/* What the files of the proposals share among themselves; nobody else includes this. */
#pragma once

#include "entente-proposals.h"

G_BEGIN_DECLS

struct _EntenteProposals {
  gatomicrefcount refs;
  EntenteArticleDetail *detail;
  EntenteChronicle *chronicle; /* whose actors the reading knows */
  EntenteArticleReading *reading; /* with @read, shared with the results that took it over */
  gpointer read; /* GRcBox-like holder of the reading */
  char *fingerprint; /* of all that was given to the reading */
  GArray *proposals; /* EntenteProposal */
};

G_END_DECLS
