-- Questions know the words that they were marked in, the note whose source is missing, and the move that was
-- proposed as an answer and is none. Columns are added at the end of a table, so that recorded changes of older
-- versions still fit.

CREATE TEMP TABLE old_question AS SELECT * FROM question;
DROP TABLE question;
CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  text TEXT,
  kind TEXT,
  event INTEGER REFERENCES event (id) ON DELETE SET NULL,
  status TEXT NOT NULL CHECK (
    status = 'open' OR status = 'resolved' OR status = 'set-aside'),
  resolved_by INTEGER REFERENCES claim (id) ON DELETE SET NULL,
  reason TEXT,
  passage INTEGER REFERENCES passage (id) ON DELETE SET NULL,
  footnote INTEGER REFERENCES footnote (id) ON DELETE CASCADE,
  answer INTEGER REFERENCES event (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX question_event ON question (event) WHERE event IS NOT NULL;
CREATE INDEX question_resolved_by ON question (resolved_by) WHERE resolved_by IS NOT NULL;
CREATE INDEX question_passage ON question (passage) WHERE passage IS NOT NULL;
CREATE INDEX question_footnote ON question (footnote) WHERE footnote IS NOT NULL;
CREATE INDEX question_answer ON question (answer) WHERE answer IS NOT NULL;
INSERT INTO question SELECT *, NULL, NULL, NULL FROM old_question;
DROP TABLE old_question;
