/* Names of the kinds of move, in running text: "acceptance of an invitation".
 *
 * Only names stand here; what a kind is stands in data/kinds.tsv, and both must list the same kinds
 * (a test sees to it). Sorted by group as in that table.
 */
#include "config.h"

#include "entente-kind-labels.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *id;
  const char *label; /* untranslated */
} labels[] = {
  { "invitation", N_ ("invitation") },
  { "call-for-talks", N_ ("call for talks") },
  { "intent-to-talk", N_ ("intent to talk") },
  { "request-mediation", N_ ("request for mediation") },
  { "offer", N_ ("offer") },
  { "counter-offer", N_ ("counter-offer") },
  { "offer-mediation", N_ ("offer to mediate") },
  { "promise", N_ ("promise") },
  { "concession", N_ ("concession") },
  { "accept-invitation", N_ ("acceptance of an invitation") },
  { "accept-conditionally", N_ ("acceptance on condition") },
  { "accept-offer", N_ ("acceptance of an offer") },
  { "accept-mediation", N_ ("acceptance of mediation") },
  { "refuse-invitation", N_ ("refusal of an invitation") },
  { "refuse-offer", N_ ("refusal of an offer") },
  { "refuse-mediation", N_ ("refusal of mediation") },
  { "refuse-demand", N_ ("refusal of a demand") },
  { "withdraw-invitation", N_ ("withdrawal of an invitation") },
  { "withdraw-offer", N_ ("withdrawal of an offer") },
  { "veto", N_ ("veto") },
  { "postponement", N_ ("postponement") },
  { "suspension", N_ ("suspension") },
  { "walk-out", N_ ("walk-out") },
  { "cancellation", N_ ("cancellation") },
  { "end-mediation", N_ ("end of mediation") },
  { "talks", N_ ("talks") },
  { "consultation", N_ ("consultation") },
  { "telephone", N_ ("telephone call") },
  { "visit", N_ ("visit") },
  { "host", N_ ("reception") },
  { "third-place", N_ ("meeting in a third place") },
  { "mediation", N_ ("mediation") },
  { "back-channel", N_ ("back channel") },
  { "resumption", N_ ("resumption of talks") },
  { "agreement", N_ ("agreement") },
  { "framework", N_ ("framework") },
  { "scheduling", N_ ("scheduling") },
  { "demand", N_ ("demand") },
  { "precondition", N_ ("precondition") },
  { "appeal", N_ ("appeal") },
  { "ultimatum", N_ ("ultimatum") },
  { "threat", N_ ("threat") },
  { "accusation", N_ ("accusation") },
  { "criticism", N_ ("criticism") },
  { "statement", N_ ("statement") },
  { "claim", N_ ("claim") },
  { "report", N_ ("report") },
  { "confirmation", N_ ("confirmation") },
  { "leak", N_ ("leak") },
  { "praise", N_ ("praise") },
  { "recognition", N_ ("recognition") },
  { "apology", N_ ("apology") },
  { "envoy-named", N_ ("naming of an envoy") },
  { "denial", N_ ("denial") },
  { "no-comment", N_ ("no comment") },
  { "neither-nor", N_ ("neither confirmation nor denial") },
  { "ceasefire", N_ ("ceasefire") },
  { "withdrawal", N_ ("withdrawal of forces") },
  { "release", N_ ("release") },
  { "implementation", N_ ("implementation") },
  { "violation", N_ ("breach") },
  { "break-off", N_ ("break-off of relations") },
  { "sanction", N_ ("sanctions") },
  { "cooperation", N_ ("cooperation") },
  { "aid", N_ ("aid") },
  { "investigation", N_ ("investigation") },
  { "protest", N_ ("protest") },
  { "deployment", N_ ("deployment") },
  { "coercion", N_ ("coercion") },
  { "attack", N_ ("attack") },
  { "outside-event", N_ ("outside event") },
};

const char *
entente_kind_find_label (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    if (g_str_equal (id, labels[i].id))
      return labels[i].label;
  }
  return NULL;
}
