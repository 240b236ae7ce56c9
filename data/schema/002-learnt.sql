-- The file of a study, version 2: what was learnt knows the words that it was learnt from, and a claim may claim
-- who took part and where. Columns are added at the end of a table, so that recorded changes of version 1 still
-- fit. No table is altered: it is copied, so that its text is that of the scripts.

CREATE TEMP TABLE old_lexicon AS SELECT * FROM lexicon;
DROP TABLE lexicon;
CREATE TABLE lexicon (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL CHECK (text <> ''),
  language TEXT,
  kind TEXT,
  actor INTEGER REFERENCES actor (id) ON DELETE SET NULL,
  passage INTEGER REFERENCES passage (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX lexicon_actor ON lexicon (actor) WHERE actor IS NOT NULL;
CREATE INDEX lexicon_passage ON lexicon (passage) WHERE passage IS NOT NULL;
INSERT INTO lexicon SELECT id, text, language, kind, actor, NULL FROM old_lexicon;
DROP TABLE old_lexicon;

CREATE TEMP TABLE old_claim AS SELECT * FROM claim;
DROP TABLE claim;
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
  note TEXT,
  claimed_place INTEGER REFERENCES place (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX claim_event ON claim (event);
CREATE INDEX claim_passage ON claim (passage) WHERE passage IS NOT NULL;
CREATE INDEX claim_outlet ON claim (outlet) WHERE outlet IS NOT NULL;
CREATE INDEX claim_speaker ON claim (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX claim_claimed_place ON claim (claimed_place) WHERE claimed_place IS NOT NULL;
INSERT INTO claim SELECT *, NULL FROM old_claim;
DROP TABLE old_claim;

-- Who acted, or to whom, as a claim says it, where the event says it otherwise.
CREATE TABLE claim_actor (
  claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role = 'initiator' OR role = 'addressee'),
  actor INTEGER NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  PRIMARY KEY (claim, role, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_actor_actor ON claim_actor (actor);
