/* How a move is told: as done, still to come, on a condition, by whom, and with which doubt. */
#include "config.h"

#include "entente-text-moves-private.h"

#include <string.h>

/* What a kind becomes when it is said that it will not be, or will be, done; NULL: it is then no
 * move. */
static const struct {
  const char *kind, *negated, *future;
} turns[] = {
  { "accept-invitation", "refuse-invitation", "accept-invitation" },
  { "accept-offer", "refuse-offer", "accept-offer" },
  { "accept-mediation", "refuse-mediation", "accept-mediation" },
  { "intent-to-talk", "refuse-invitation", "intent-to-talk" },
  { "talks", "refuse-invitation", "intent-to-talk" },
  { "consultation", "refuse-invitation", "intent-to-talk" },
  { "telephone", NULL, "intent-to-talk" },
  { "visit", NULL, "intent-to-talk" },
  { "host", NULL, "intent-to-talk" },
  { "resumption", "refuse-invitation", "intent-to-talk" },
  { "invitation", NULL, "intent-to-talk" },
  { "mediation", NULL, "offer-mediation" },
  { "recognition", "refuse-offer", "recognition" },
  { "release", "refuse-demand", "promise" },
  { "withdrawal", "refuse-demand", "promise" },
  { "concession", "refuse-demand", "promise" },
  { "implementation", "refuse-demand", "promise" },
  { "aid", "refuse-demand", "promise" },
  { "cooperation", "refuse-demand", "promise" },
  { "praise", "refuse-offer", "promise" },
  { "agreement", NULL, "intent-to-talk" },
  { "ceasefire", NULL, "promise" },
  { "apology", "refuse-demand", "promise" },
  { "attack", NULL, "threat" },
  { "sanction", NULL, "threat" },
  { "break-off", NULL, "threat" },
  { "deployment", NULL, "threat" },
  { "coercion", NULL, "threat" },
  { "protest", NULL, "threat" },
  { "confirmation", "no-comment", NULL },
  { "refuse-offer", NULL, "refuse-offer" },
  { "refuse-invitation", "refuse-invitation", "refuse-invitation" },
  { "refuse-demand", "refuse-demand", "refuse-demand" },
  { "offer", NULL, "promise" },
  { "scheduling", NULL, "scheduling" },
  { "promise", NULL, "promise" },
  { "demand", NULL, "demand" },
  { "accusation", NULL, "accusation" },
  { "criticism", NULL, "criticism" },
  { "cancellation", NULL, "cancellation" },
  { "suspension", NULL, "threat" },
  { "walk-out", NULL, "threat" },
  { "investigation", NULL, "investigation" },
  { "statement", NULL, NULL },
  { "veto", NULL, "threat" },
};

static const EntenteToken *
get_token (const EntenteClauses *clauses, gint64 i)
{
  return entente_text_tokens_get (clauses->tokens, i);
}

static const EntenteSentenceSpan *
get_sentence (const EntenteClauses *clauses, guint index)
{
  return &g_array_index (clauses->tokens->sentences, EntenteSentenceSpan, index);
}

static gboolean
turn_kind (EntenteTextMove *move, gboolean is_negated)
{
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++) {
    if (strcmp (turns[i].kind, move->kind) == 0) {
      const char *kind = is_negated ? turns[i].negated : turns[i].future;

      if (kind && strcmp (kind, move->kind) != 0)
        move->is_mutual = FALSE;
      if (kind)
        move->kind = kind;
      return kind != NULL;
    }
  }
  return FALSE;
}

/* "did not meet" tells of no refusal, "will not meet" does. */
static gboolean
is_meeting (const char *kind)
{
  return strcmp (kind, "talks") == 0 || strcmp (kind, "consultation") == 0 ||
         strcmp (kind, "resumption") == 0;
}

/* ---- infinitives ---- */

/* Verbs behind which an infinitive is as good as done, or is done by saying so. */
static const char raising[] = "|begin|start|continue|try|attempt|choose|decide|move|proceed|help|"
                              "come|go|prove|manage|rush|"
                              "seek|step|";
/* Behind these it is announced. */
static const char announcing[] = "|plan|intend|prepare|expect|aim|set|be|arrange|";

/* The verb that the infinitive at @token hangs on, or -1. */
static gint64
find_governor (const EntenteClauses *clauses, guint token)
{
  const EntenteTagged *tag = entente_clauses_tag (clauses, token);
  guint sentence = get_token (clauses, token)->sentence;

  for (gint64 i = (gint64) tag->first - 1; i >= 0 && tag->first - i < 10; i--) {
    EntenteTag other = entente_clauses_tag (clauses, i)->tag;

    if (get_token (clauses, i)->sentence != sentence)
      return -1;
    if (other == ENTENTE_TAG_FINITE || other == ENTENTE_TAG_PASSIVE ||
        other == ENTENTE_TAG_INFINITIVE || other == ENTENTE_TAG_PARTICIPLE)
      return i;
  }
  return -1;
}

static gboolean
list_has (const char *list, const char *word)
{
  g_autofree char *key = g_strconcat ("|", word, "|", NULL);

  return strstr (list, key) != NULL;
}

/* "led the delegation to leave": what they were brought to was done. */
static const char causing[] = "|lead|force|compel|cause|prompt|push|persuade|induce|";

/* FALSE when the infinitive is only a purpose, a wish or part of another move. */
static gboolean
weigh_infinitive (const EntenteClauses *clauses, EntenteTextMove *move, guint token)
{
  gint64 governor = find_governor (clauses, token);
  const EntenteTagged *tag = entente_clauses_tag (clauses, governor);
  gboolean adjacent;

  if (governor < 0 || !tag->verb)
    return FALSE;
  adjacent = entente_clauses_tag (clauses, token)->first - governor <= 2;
  if (list_has (causing, tag->verb->base) && tag->tag == ENTENTE_TAG_FINITE)
    return !tag->is_negated && !tag->is_future && !tag->is_possible;
  if (!adjacent)
    return FALSE;
  if (tag->is_negated || tag->is_possible)
    return FALSE;
  if (list_has (raising, tag->verb->base)) {
    if (tag->is_future)
      move->mode = ENTENTE_MODE_ANNOUNCED;
    return TRUE;
  }
  if (list_has (announcing, tag->verb->base) &&
      !(g_str_equal (tag->verb->base, "be") &&
        entente_clauses_tag (clauses, token)->first != governor + 1)) {
    move->mode = ENTENTE_MODE_ANNOUNCED;
    return turn_kind (move, FALSE);
  }
  return FALSE;
}

/* ---- conditions ---- */

/* "the claim that", "the possibility that": what follows is not told as so. */
static gboolean
is_supposing (const char *fold)
{
  return list_has (
    "|claim|claims|allegation|allegations|possibility|fear|fears|hope|hopes|idea|suggestion|"
    "view|belief|assumption|prospect|risk|danger|chance|rumour|rumor|condition|",
    fold);
}

/* The comma that opens ", which was there," before the one at @comma; -1 when that closes nothing.
 */
static gint64
find_relative_comma (const EntenteClauses *clauses, gint64 comma)
{
  guint sentence = get_token (clauses, comma)->sentence;

  for (gint64 i = comma - 1; i >= 0 && get_token (clauses, i)->sentence == sentence; i--) {
    if (!entente_text_tokens_is (clauses->tokens, i, ","))
      continue;
    return entente_text_tokens_is (clauses->tokens, i + 1, "which") ||
               entente_text_tokens_is (clauses->tokens, i + 1, "who")
             ? i
             : -1;
  }
  return -1;
}

/* TRUE when "if" or the like opens the clause that the token stands in. */
static gboolean
is_in_condition (const EntenteClauses *clauses, guint token)
{
  guint sentence = get_token (clauses, token)->sentence;

  for (gint64 i = (gint64) token - 1; i >= 0 && get_token (clauses, i)->sentence == sentence; i--) {
    const char *fold = get_token (clauses, i)->fold;

    if (g_str_equal (fold, "if") || g_str_equal (fold, "unless") || g_str_equal (fold, "whether") ||
        g_str_equal (fold, "lest") || g_str_equal (fold, "until") ||
        (g_str_equal (fold, "before") && entente_clauses_is_finite (clauses, token)))
      return TRUE;
    if (g_str_equal (fold, "that") && is_supposing (get_token (clauses, i - 1)->fold))
      return TRUE;
    if (g_str_equal (fold, "what") && i == (gint64) get_sentence (clauses, sentence)->first)
      return TRUE; /* "What they implied was ..." */
    if (g_str_equal (fold, ",") && find_relative_comma (clauses, i) >= 0) {
      i = find_relative_comma (clauses, i);
      continue;
    }
    if (g_str_equal (fold, ",") || g_str_equal (fold, ";") ||
        entente_lexicon_is (fold, ENTENTE_WORD_SUBORDINATOR))
      return FALSE;
  }
  return FALSE;
}

/* "If the reports are true, talks began": a condition opens the sentence, or hangs on it behind the
 * move. */
static gboolean
has_condition (const EntenteClauses *clauses, guint token)
{
  const EntenteSentenceSpan *span = get_sentence (clauses, get_token (clauses, token)->sentence);
  gboolean has_comma = FALSE;

  for (guint i = span->first + 1; i < token; i++)
    has_comma |= entente_text_tokens_is (clauses->tokens, i, ",");
  if (has_comma && (entente_text_tokens_is (clauses->tokens, span->first, "if") ||
                    entente_text_tokens_is (clauses->tokens, span->first, "should")))
    return TRUE;
  for (guint i = token + 1; i < span->last; i++) {
    if (entente_text_tokens_is (clauses->tokens, i, "if") ||
        entente_text_tokens_is (clauses->tokens, i, "provided"))
      return TRUE;
    if (entente_clauses_is_finite (clauses, i))
      return FALSE;
  }
  return FALSE;
}

/* ---- who says so ---- */

static const char saying[] =
  "|say|tell|state|declare|announce|report|claim|allege|add|note|argue|stress|emphasize|emphasise|"
  "explain|"
  "insist|warn|confirm|acknowledge|admit|deny|reveal|disclose|suggest|indicate|hint|imply|predict|"
  "believe|"
  "think|maintain|assert|contend|reiterate|write|quote|inform|complain|retort|reply|respond|"
  "conclude|hope|"
  "expect|vow|observe|remark|testify|see|hear|promise|signal|pledge|protest|charge|";

static gboolean
is_saying (const EntenteClauses *clauses, gint64 i)
{
  const EntenteTagged *tag = entente_clauses_tag (clauses, i);

  return tag->verb && tag->tag != ENTENTE_TAG_NONE && tag->tag != ENTENTE_TAG_NOUN &&
         tag->tag != ENTENTE_TAG_ADJECTIVE && list_has (saying, tag->verb->base);
}

/* The saying verb whose words the token is part of, or -1. */
static gint64
find_saying (const EntenteClauses *clauses, guint token)
{
  const EntenteSentenceSpan *span = get_sentence (clauses, get_token (clauses, token)->sentence);
  guint comma = 0;

  for (gint64 i = (gint64) token - 1; i >= (gint64) span->first; i--) {
    if (is_saying (clauses, i)) {
      gboolean has_that = FALSE;

      for (guint j = i + 1; j < token; j++)
        has_that |= entente_text_tokens_is (clauses->tokens, j, "that") ||
                    entente_clauses_is_finite (clauses, j);
      return has_that || entente_clauses_is_finite (clauses, token) ? i : -1;
    }
    if (entente_text_tokens_is (clauses->tokens, i, ";"))
      break;
  }
  for (guint i = token + 1; i < span->last; i++) { /* ", officials said Thursday" */
    const char *fold = get_token (clauses, i)->fold;

    if (g_str_equal (fold, ";"))
      break;
    if (g_str_equal (fold, ",") || g_str_equal (fold, "\"") || g_str_equal (fold, "”"))
      comma = i;
    if (comma && is_saying (clauses, i) &&
        entente_clauses_tag (clauses, i)->tag == ENTENTE_TAG_FINITE && i - comma < 16)
      return i;
  }
  return -1;
}

static void
set_doubt (const EntenteClauses *clauses, EntenteTextMove *move)
{
  const EntenteSentenceSpan *span = get_sentence (clauses, move->sentence);

  for (guint i = span->first; i < span->last; i++) {
    const char *fold = get_token (clauses, i)->fold;
    gboolean near = i + 8 > move->head && i < move->head + 8;

    if (near && entente_lexicon_is (fold, ENTENTE_WORD_HEDGE_REPORTEDLY))
      move->hedge = ENTENTE_HEDGE_REPORTEDLY;
    else if (near && entente_lexicon_is (fold, ENTENTE_WORD_HEDGE_ALLEGEDLY))
      move->hedge = ENTENTE_HEDGE_ALLEGEDLY;
    else if (near && entente_lexicon_is (fold, ENTENTE_WORD_HEDGE_RUMOURED))
      move->hedge = ENTENTE_HEDGE_RUMOURED;
    else if (near && entente_lexicon_is (fold, ENTENTE_WORD_HEDGE_EXPECTED))
      move->hedge = ENTENTE_HEDGE_EXPECTED;
    else if (g_str_equal (fold, "according") &&
             (entente_text_tokens_is (clauses->tokens, i + 2, "reports") ||
              entente_text_tokens_is (clauses->tokens, i + 3, "reports")))
      move->hedge = ENTENTE_HEDGE_REPORTEDLY;
  }
}

/* "it was reported that", "reports that", "was quoted as saying" */
static void
set_speaker (const EntenteClauses *clauses, EntenteTextMove *move)
{
  gint64 says = find_saying (clauses, move->head);
  const EntenteTagged *tag = entente_clauses_tag (clauses, says);

  if (says < 0 || !tag->verb)
    return;
  move->says = (int) says;
  if (tag->tag != ENTENTE_TAG_PASSIVE)
    entente_clauses_find_subject (clauses, says, move->speakers);
  else if (!entente_text_tokens_is (clauses->tokens, (gint64) tag->first - 1, "it") &&
           !entente_text_tokens_is (clauses->tokens, (gint64) says + 1, "to"))
    ; /* "as was said by the minister": no hedge */
  else if (g_str_equal (tag->verb->base, "report") || g_str_equal (tag->verb->base, "say"))
    move->hedge = ENTENTE_HEDGE_REPORTEDLY;
  else if (g_str_equal (tag->verb->base, "claim") || g_str_equal (tag->verb->base, "allege"))
    move->hedge = ENTENTE_HEDGE_ALLEGEDLY;
  else if (g_str_equal (tag->verb->base, "expect"))
    move->hedge = ENTENTE_HEDGE_EXPECTED;
  if (g_str_equal (tag->verb->base, "deny"))
    move->stance = ENTENTE_STANCE_DENIES;
  else if (g_str_equal (tag->verb->base, "confirm"))
    move->stance = ENTENTE_STANCE_CONFIRMS;
}

/* "a process excluding them", "no hope of the two sides meeting": it only says which. */
static gboolean
hangs_on_noun (const EntenteClauses *clauses, guint first)
{
  gint64 k = (gint64) first - 1;
  const EntenteToken *before;
  const EntenteMention *mention;

  while (k > 0 && entente_lexicon_is (get_token (clauses, k)->fold, ENTENTE_WORD_ADVERB))
    k--;
  before = get_token (clauses, k);
  mention = entente_text_actors_at (clauses->actors, k);
  if (before->sentence != get_token (clauses, first)->sentence ||
      before->type != ENTENTE_TOKEN_WORD)
    return FALSE;
  if (mention)
    return g_str_equal (get_token (clauses, (gint64) mention->first - 1)->fold, "of") ||
           entente_text_tokens_is (clauses->tokens, (gint64) mention->first - 2, "of");
  return !entente_lexicon_is (before->fold, ENTENTE_WORD_PREPOSITION) &&
         !entente_lexicon_is (before->fold, ENTENTE_WORD_CONJUNCTION) &&
         !entente_lexicon_is (before->fold, ENTENTE_WORD_SUBORDINATOR) &&
         !entente_lexicon_is (before->fold, ENTENTE_WORD_ADVERB) &&
         !g_str_has_suffix (before->fold, "ly") && !before->is_capital &&
         !entente_lexicon_find_verb (before->fold);
}

/* What a noun with a participle tells as well: "a statement condemning the attack". */
static gboolean
is_said (const char *kind)
{
  return list_has ("|accusation|criticism|appeal|demand|praise|statement|claim|call-for-talks|"
                   "threat|promise|offer|denial|",
                   kind);
}

/* "should not be read as suggesting" */
static gboolean
is_read_as (const EntenteClauses *clauses, guint first)
{
  for (gint64 i = (gint64) first - 2; i >= 0 && first - i < 5; i--) {
    const EntenteTagged *tag = entente_clauses_tag (clauses, i);

    if (tag->tag == ENTENTE_TAG_FINITE || tag->tag == ENTENTE_TAG_PASSIVE)
      return tag->is_negated || tag->is_possible;
  }
  return FALSE;
}

/* "accused of violating", "before allowing": an act that is only spoken of. "by refusing", "after
 * meeting" are done. */
static gboolean
is_only_named (const EntenteClauses *clauses, guint token, const char *kind)
{
  static const char done[] = "|by|after|before|while|following|since|in|";
  const EntenteTagged *tag = entente_clauses_tag (clauses, token);
  const char *before = get_token (clauses, (gint64) tag->first - 1)->fold;

  if (tag->tag != ENTENTE_TAG_PARTICIPLE)
    return FALSE;
  if (g_str_equal (before, "as") && is_read_as (clauses, tag->first))
    return TRUE;
  if (entente_lexicon_is (before, ENTENTE_WORD_CONJUNCTION)) { /* "of hiding and defying" */
    for (gint64 i = (gint64) tag->first - 2; i >= 0 && tag->first - i < 14; i--) {
      EntenteTag other = entente_clauses_tag (clauses, i)->tag;

      if (other == ENTENTE_TAG_PARTICIPLE)
        return is_only_named (clauses, i, kind);
      if (other == ENTENTE_TAG_FINITE ||
          get_token (clauses, i)->sentence != get_token (clauses, token)->sentence)
        break;
    }
  }
  if (is_said (kind) &&
      !list_has ("|agreement|agreements|accord|deal|treaty|pact|plan|protocol|", before))
    return FALSE;
  if (hangs_on_noun (clauses, tag->first))
    return TRUE;
  return entente_lexicon_is (before, ENTENTE_WORD_PREPOSITION) &&
         (!list_has (done, before) || g_str_equal (before, "in"));
}

/* "demanded that Kenya ease restrictions": what is wanted is not done. */
static gboolean
is_wanted (const EntenteClauses *clauses, guint token)
{
  static const char wanting[] =
    "|demand|insist|urge|propose|suggest|request|recommend|ask|require|order|"
    "push|want|prefer|hope|wish|advocate|need|let|allow|permit|";
  const EntenteTagged *tag = entente_clauses_tag (clauses, token);
  const EntenteSentenceSpan *span = get_sentence (clauses, get_token (clauses, token)->sentence);

  if (tag->is_must || tag->is_should)
    return TRUE;
  if (!tag->verb || !(tag->verb->forms & ENTENTE_VERB_BASE) || tag->first < token)
    return FALSE;
  for (gint64 i = (gint64) token - 1; i >= (gint64) span->first && token - i < 20; i--) {
    const EntenteVerb *verb = entente_lexicon_find_verb (get_token (clauses, i)->fold);

    if (verb && list_has (wanting, verb->base))
      return TRUE;
    if (entente_clauses_is_finite (clauses, i))
      return FALSE;
  }
  return FALSE;
}

/* "not ready to talk", "no longer willing to negotiate" */
static gboolean
is_denied_before (const EntenteClauses *clauses, guint token)
{
  for (gint64 i = (gint64) token - 1; i >= 0 && token - i < 4; i--) {
    const char *fold = get_token (clauses, i)->fold;

    if (get_token (clauses, i)->sentence != get_token (clauses, token)->sentence)
      return FALSE;
    if (entente_lexicon_is (fold, ENTENTE_WORD_NEGATION) ||
        (g_str_equal (fold, "no") && entente_text_tokens_is (clauses->tokens, i + 1, "longer")))
      return TRUE;
  }
  return FALSE;
}

/* "Neither Kenya nor Uganda has accepted" */
static gboolean
has_denied_subject (const EntenteClauses *clauses, const EntenteTextMove *move)
{
  gint64 before;

  if (move->who->len == 0)
    return FALSE;
  before = (gint64) g_array_index (move->who, EntenteParty, 0).first - 1;
  if (entente_text_tokens_is (clauses->tokens, before, "the"))
    before--;
  return get_token (clauses, before)->sentence == move->sentence &&
         (entente_text_tokens_is (clauses->tokens, before, "neither") ||
          entente_text_tokens_is (clauses->tokens, before, "no"));
}

gboolean
entente_moves_weigh (const EntenteClauses *clauses,
                     const EntenteMoveMatch *match,
                     EntenteTextMove *move)
{
  const EntenteTagged *tag = entente_clauses_tag (clauses, match->head);
  gboolean is_verb =
    match->pattern->head == ENTENTE_PATTERN_VERB || match->pattern->head == ENTENTE_PATTERN_PASSIVE;
  gboolean negation_told = (match->pattern->flags & ENTENTE_PATTERN_NEGATED) != 0;

  if (get_sentence (clauses, move->sentence)->is_question || is_in_condition (clauses, match->head))
    return FALSE;
  if (is_verb &&
      (is_only_named (clauses, match->head, move->kind) || is_wanted (clauses, match->head)))
    return FALSE;
  set_doubt (clauses, move);
  set_speaker (clauses, move);
  entente_moves_find_speaker (clauses, move);
  if (is_verb && tag->tag == ENTENTE_TAG_INFINITIVE &&
      !weigh_infinitive (clauses, move, match->head))
    return FALSE;
  if (is_verb && negation_told && !tag->is_negated)
    return FALSE;
  if (is_verb && tag->is_negated && !negation_told &&
      (is_meeting (move->kind) && !tag->is_future ? TRUE : !turn_kind (move, TRUE)))
    return FALSE;
  if (is_verb && !tag->is_negated && has_denied_subject (clauses, move) && !turn_kind (move, TRUE))
    return FALSE;
  move->is_negated = is_verb && tag->is_negated;
  if (is_verb && !tag->is_negated && !negation_told && tag->is_future &&
      tag->tag != ENTENTE_TAG_INFINITIVE) {
    if (!turn_kind (move, FALSE))
      return FALSE;
    move->mode =
      has_condition (clauses, match->head) ? ENTENTE_MODE_CONDITIONAL : ENTENTE_MODE_ANNOUNCED;
  } else if (is_verb && tag->is_possible) {
    return FALSE;
  } else if (has_condition (clauses, match->head)) {
    move->mode = ENTENTE_MODE_CONDITIONAL;
  }
  if (match->pattern->head == ENTENTE_PATTERN_WORDS && is_denied_before (clauses, match->head)) {
    if (strcmp (move->kind, "intent-to-talk") != 0 && strcmp (move->kind, "offer") != 0)
      return FALSE;
    move->kind = strcmp (move->kind, "offer") == 0 ? "refuse-demand" : "refuse-invitation";
    move->is_mutual = FALSE;
  }
  if (match->pattern->flags & ENTENTE_PATTERN_FUTURE && !tag->is_future)
    return FALSE;
  if (strcmp (move->kind, "statement") == 0 && tag->verb &&
      (g_str_equal (tag->verb->base, "predict") || g_str_equal (tag->verb->base, "forecast")))
    move->stance = ENTENTE_STANCE_PREDICTS;
  return TRUE;
}
