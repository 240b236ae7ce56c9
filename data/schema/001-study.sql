-- The file of a study, version 1.
--
-- Every table of content is named by the nick of its entity (`order` is event_order) and its columns
-- by the fields of its record. Vocabularies are stored by nick. An id of 0 ("none") is NULL, and so is
-- an empty text. A date is three columns: X_edtf (NULL: no date; '': undated), X_wording, and
-- X_extra for what EDTF cannot say; the date of an event has its points and marks as columns, so that
-- all events can be read without parsing. Points are seconds of civil time after derived bounds; NULL
-- is open or unknown.
--
-- Foreign keys delete or clear what hangs on a row; within one table they do nothing, because the
-- order of rows within a table of a changeset is not ours. Every foreign key has an index: without one
-- each delete of its target would scan this table. No trigger, no view.
--
-- Vocabularies are checked with OR: a list behind IN is made a temporary table of for every row.

CREATE TABLE coder (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  initials TEXT
) STRICT;

CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  parent INTEGER REFERENCES place (id),
  latitude REAL NOT NULL,
  longitude REAL NOT NULL
) STRICT;
CREATE INDEX place_parent ON place (parent) WHERE parent IS NOT NULL;

CREATE TABLE issue (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  parent INTEGER REFERENCES issue (id),
  note TEXT
) STRICT;
CREATE INDEX issue_parent ON issue (parent) WHERE parent IS NOT NULL;

CREATE TABLE era (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  extent_edtf TEXT,
  extent_wording TEXT,
  extent_extra TEXT,
  recurring INTEGER NOT NULL CHECK (recurring IN (0, 1))
) STRICT;

CREATE TABLE actor (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (
    kind = 'state' OR kind = 'government' OR kind = 'body' OR kind = 'armed-movement' OR
    kind = 'faction' OR kind = 'bloc' OR kind = 'party' OR kind = 'international-organisation' OR
    kind = 'ngo' OR kind = 'company' OR kind = 'community' OR kind = 'media' OR kind = 'person' OR
    kind = 'unnamed-role'),
  name TEXT NOT NULL CHECK (name <> ''),
  short_label TEXT,
  colour TEXT,
  wikidata TEXT,
  iso3166 TEXT,
  cameo TEXT,
  grade TEXT,
  pseudonym TEXT,
  lane_order INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE alias (
  id INTEGER PRIMARY KEY,
  actor INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''),
  language TEXT,
  script TEXT,
  kind TEXT NOT NULL CHECK (
    kind = 'spelling' OR kind = 'transliteration' OR kind = 'abbreviation' OR kind = 'title' OR
    kind = 'metonym'),
  valid_from_edtf TEXT,
  valid_from_wording TEXT,
  valid_from_extra TEXT,
  valid_to_edtf TEXT,
  valid_to_wording TEXT,
  valid_to_extra TEXT
) STRICT;
CREATE INDEX alias_actor ON alias (actor);

CREATE TABLE affiliation (
  id INTEGER PRIMARY KEY,
  actor INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  parent INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  role TEXT,
  from_edtf TEXT,
  from_wording TEXT,
  from_extra TEXT,
  to_edtf TEXT,
  to_wording TEXT,
  to_extra TEXT,
  evidence TEXT,
  certainty TEXT NOT NULL CHECK (
    certainty = 'certain' OR certainty = 'probable' OR certainty = 'disputed')
) STRICT;
CREATE INDEX affiliation_actor ON affiliation (actor);
CREATE INDEX affiliation_parent ON affiliation (parent);

CREATE TABLE track (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (
    kind = 'official' OR kind = 'back-channel' OR kind = 'proximity' OR kind = 'shuttle' OR
    kind = '1.5' OR kind = '2' OR kind = 'public'),
  secret INTEGER NOT NULL CHECK (secret IN (0, 1)),
  host INTEGER REFERENCES actor (id) ON DELETE SET NULL,
  mediator INTEGER REFERENCES actor (id) ON DELETE SET NULL,
  extent_edtf TEXT,
  extent_wording TEXT,
  extent_extra TEXT
) STRICT;
CREATE INDEX track_host ON track (host) WHERE host IS NOT NULL;
CREATE INDEX track_mediator ON track (mediator) WHERE mediator IS NOT NULL;

-- `sequence` is the order of import.
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL,
  title TEXT,
  authors TEXT,
  publication INTEGER REFERENCES actor (id) ON DELETE SET NULL,
  publication_name TEXT,
  published_edtf TEXT,
  published_wording TEXT,
  published_extra TEXT,
  retrieved_edtf TEXT,
  retrieved_wording TEXT,
  retrieved_extra TEXT,
  url TEXT,
  language TEXT,
  origin INTEGER REFERENCES article (id),
  note TEXT
) STRICT;
CREATE INDEX article_sequence ON article (sequence);
CREATE INDEX article_publication ON article (publication) WHERE publication IS NOT NULL;
CREATE INDEX article_origin ON article (origin) WHERE origin IS NOT NULL;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  sha256 TEXT,
  made_from INTEGER REFERENCES revision (id),
  why TEXT,
  source_name TEXT,
  text TEXT
) STRICT;
CREATE INDEX revision_article ON revision (article);
CREATE INDEX revision_made_from ON revision (made_from) WHERE made_from IS NOT NULL;

CREATE TABLE footnote (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  marker TEXT,
  position INTEGER NOT NULL,
  text TEXT,
  cited_date_edtf TEXT,
  cited_date_wording TEXT,
  cited_date_extra TEXT,
  cited_source TEXT
) STRICT;
CREATE INDEX footnote_revision ON footnote (revision, position);

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  quote TEXT,
  prefix TEXT,
  suffix TEXT
) STRICT;
CREATE INDEX passage_revision ON passage (revision);

-- Narrow columns first: the reading of all events stops before the long texts.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  when_earliest_start INTEGER,
  when_latest_start INTEGER,
  when_earliest_end INTEGER,
  when_latest_end INTEGER,
  when_form TEXT NOT NULL,
  when_precision TEXT NOT NULL,
  when_basis TEXT NOT NULL,
  when_flags INTEGER NOT NULL,
  when_day_order INTEGER NOT NULL,
  telling INTEGER NOT NULL,
  track INTEGER REFERENCES track (id) ON DELETE SET NULL,
  place INTEGER REFERENCES place (id) ON DELETE SET NULL,
  medium TEXT NOT NULL CHECK (
    medium = 'none' OR medium = 'meeting' OR medium = 'telephone' OR medium = 'letter' OR
    medium = 'open-letter' OR medium = 'statement' OR medium = 'interview' OR
    medium = 'press-conference' OR medium = 'speech' OR medium = 'social' OR medium = 'document' OR
    medium = 'leak'),
  mode TEXT NOT NULL CHECK (
    mode = 'factual' OR mode = 'announced' OR mode = 'conditional' OR mode = 'hypothetical'),
  judgement TEXT NOT NULL CHECK (
    judgement = 'undecided' OR judgement = 'certain' OR judgement = 'probable' OR
    judgement = 'doubtful' OR judgement = 'rejected'),
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  private INTEGER NOT NULL CHECK (private IN (0, 1)),
  planned_edtf TEXT,
  planned_wording TEXT,
  planned_extra TEXT,
  when_edtf TEXT,
  when_wording TEXT,
  when_calendar TEXT,
  when_entered TEXT,
  when_not_before INTEGER,
  when_not_after INTEGER,
  when_bound_reason TEXT,
  title TEXT,
  summary TEXT,
  judgement_reason TEXT
) STRICT;
CREATE INDEX event_track ON event (track) WHERE track IS NOT NULL;
CREATE INDEX event_place ON event (place) WHERE place IS NOT NULL;

-- Other readings of the wording of an event's date.
CREATE TABLE reading (
  event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  edtf TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (event, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_issue (
  event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  issue INTEGER NOT NULL REFERENCES issue (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  PRIMARY KEY (event, issue)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_issue_issue ON event_issue (issue);

CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (
    role = 'initiator' OR role = 'addressee' OR role = 'host' OR role = 'mediator' OR
    role = 'participant' OR role = 'observer' OR role = 'spokesman' OR role = 'signatory' OR
    role = 'guarantor' OR role = 'invited' OR role = 'absent' OR role = 'excluded' OR
    role = 'mentioned'),
  speaks_for INTEGER REFERENCES actor (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX participation_event ON participation (event);
CREATE INDEX participation_actor ON participation (actor);
CREATE INDEX participation_speaks_for ON participation (speaks_for) WHERE speaks_for IS NOT NULL;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  passage INTEGER REFERENCES passage (id) ON DELETE CASCADE,
  outlet INTEGER REFERENCES actor (id) ON DELETE SET NULL,
  speaker INTEGER REFERENCES actor (id) ON DELETE SET NULL,
  naming TEXT NOT NULL CHECK (
    naming = 'named' OR naming = 'office' OR naming = 'anonymous'),
  stance TEXT NOT NULL CHECK (
    stance = 'asserts' OR stance = 'confirms' OR stance = 'denies' OR
    stance = 'declines-comment' OR stance = 'neither' OR stance = 'predicts' OR
    stance = 'promises' OR stance = 'corrects' OR stance = 'retracts'),
  hedge TEXT NOT NULL CHECK (
    hedge = 'none' OR hedge = 'reportedly' OR hedge = 'may' OR hedge = 'expected' OR
    hedge = 'allegedly' OR hedge = 'rumoured'),
  outlet_name TEXT,
  speaker_class TEXT,
  claimed_when_edtf TEXT,
  claimed_when_wording TEXT,
  claimed_when_extra TEXT,
  claimed_kind TEXT,
  claimed_text TEXT,
  note TEXT
) STRICT;
CREATE INDEX claim_event ON claim (event);
CREATE INDEX claim_passage ON claim (passage) WHERE passage IS NOT NULL;
CREATE INDEX claim_outlet ON claim (outlet) WHERE outlet IS NOT NULL;
CREATE INDEX claim_speaker ON claim (speaker) WHERE speaker IS NOT NULL;

CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  "from" INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  "to" INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (
    type = 'accepts' OR type = 'accepts-conditionally' OR type = 'refuses' OR type = 'counters' OR
    type = 'answers' OR type = 'declines-to-answer' OR type = 'postpones' OR
    type = 'reschedules' OR type = 'cancels' OR type = 'resumes' OR type = 'withdraws' OR
    type = 'supersedes' OR type = 'confirms' OR type = 'denies' OR type = 'implements' OR
    type = 'violates' OR type = 'part-of'),
  basis TEXT NOT NULL CHECK (basis IN ('stated', 'inferred')),
  passage INTEGER REFERENCES passage (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX link_from ON link ("from");
CREATE INDEX link_to ON link ("to");
CREATE INDEX link_passage ON link (passage) WHERE passage IS NOT NULL;

CREATE TABLE event_order (
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  relation TEXT NOT NULL CHECK (
    relation = 'before' OR relation = 'after' OR relation = 'not-before' OR
    relation = 'within-days'),
  days INTEGER NOT NULL,
  passage INTEGER REFERENCES passage (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX event_order_event ON event_order (event);
CREATE INDEX event_order_other ON event_order (other);
CREATE INDEX event_order_passage ON event_order (passage) WHERE passage IS NOT NULL;

CREATE TABLE position (
  id INTEGER PRIMARY KEY,
  actor INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  issue INTEGER REFERENCES issue (id) ON DELETE SET NULL,
  when_edtf TEXT,
  when_wording TEXT,
  when_extra TEXT,
  kind TEXT NOT NULL CHECK (
    kind = 'demand' OR kind = 'offer' OR kind = 'precondition' OR kind = 'red-line' OR
    kind = 'agreement' OR kind = 'rejection' OR kind = 'silence'),
  text TEXT,
  passage INTEGER REFERENCES passage (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX position_actor ON position (actor);
CREATE INDEX position_issue ON position (issue) WHERE issue IS NOT NULL;
CREATE INDEX position_passage ON position (passage) WHERE passage IS NOT NULL;

CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  text TEXT,
  kind TEXT,
  event INTEGER REFERENCES event (id) ON DELETE SET NULL,
  status TEXT NOT NULL CHECK (
    status = 'open' OR status = 'resolved' OR status = 'set-aside'),
  resolved_by INTEGER REFERENCES claim (id) ON DELETE SET NULL,
  reason TEXT
) STRICT;
CREATE INDEX question_event ON question (event) WHERE event IS NOT NULL;
CREATE INDEX question_resolved_by ON question (resolved_by) WHERE resolved_by IS NOT NULL;

CREATE TABLE view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  query TEXT,
  layout TEXT,
  key INTEGER NOT NULL
) STRICT;

CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT,
  options TEXT
) STRICT;

CREATE TABLE field (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  entity TEXT NOT NULL,
  type TEXT,
  choices TEXT
) STRICT;

-- `subject` is a record of the field's entity, whichever that is, so no foreign key can say so.
CREATE TABLE field_value (
  id INTEGER PRIMARY KEY,
  field INTEGER NOT NULL REFERENCES field (id) ON DELETE CASCADE,
  subject INTEGER NOT NULL,
  value TEXT
) STRICT;
CREATE INDEX field_value_field ON field_value (field);
CREATE INDEX field_value_subject ON field_value (subject);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  value TEXT
) STRICT;
CREATE UNIQUE INDEX setting_name ON setting (name);

CREATE TABLE rejection (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT,
  quote TEXT
) STRICT;
CREATE INDEX rejection_revision ON rejection (revision);

CREATE TABLE lexicon (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL CHECK (text <> ''),
  language TEXT,
  kind TEXT,
  actor INTEGER REFERENCES actor (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX lexicon_actor ON lexicon (actor) WHERE actor IS NOT NULL;

-- Who did what when. Rows are never deleted: an undo is a row that names the row that it undoes, a
-- redo one that names the row that it does again. Only other rows have chunks: one changeset,
-- deflated, cut into pieces.
CREATE TABLE journal (
  number INTEGER PRIMARY KEY,
  time INTEGER,
  coder TEXT,
  label TEXT NOT NULL,
  undoes INTEGER REFERENCES journal (number),
  redoes INTEGER REFERENCES journal (number),
  CHECK (undoes IS NULL OR redoes IS NULL)
) STRICT;

CREATE TABLE journal_chunk (
  id INTEGER PRIMARY KEY,
  journal INTEGER NOT NULL REFERENCES journal (number),
  number INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX journal_chunk_journal ON journal_chunk (journal, number);

-- Text of forms that were not saved yet.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  subject INTEGER NOT NULL,
  text TEXT,
  time INTEGER
) STRICT;

-- What went wrong.
CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  time INTEGER,
  text TEXT NOT NULL
) STRICT;

-- Copies that were made, and whether their check found them whole.
CREATE TABLE backup (
  id INTEGER PRIMARY KEY,
  time INTEGER,
  path TEXT NOT NULL,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1))
) STRICT;

-- The index of words may be dropped and built anew at any time. `counter` is the file's own change
-- counter as the last writer that kept the index left it.
CREATE VIRTUAL TABLE search_event USING fts5 (
  title, summary, judgement_reason,
  content='event', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_claim USING fts5 (
  note, claimed_text,
  content='claim', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_passage USING fts5 (
  quote,
  content='passage', content_rowid='id', columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_article USING fts5 (
  title, authors, note,
  content='article', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_revision USING fts5 (
  text,
  content='revision', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  counter INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (id, counter) VALUES (1, 0);
