-- A whole database as it was kept before actions could be planned: created with five items, three changes since.
BEGIN TRANSACTION;
CREATE TABLE assessment (
	"key" VARCHAR(22) NOT NULL,
	bank_version TEXT NOT NULL,
	created_at TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	created_with INTEGER NOT NULL,
	latest INTEGER NOT NULL,
	PRIMARY KEY ("key")
);
INSERT INTO "assessment" VALUES('AssessmentMadeEarlier1','2026.1','2026-11-22T02:49:14.713161+00:00','2026-11-22T02:49:14.729929+00:00',5,8);
CREATE TABLE detector_schema (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT detector_schema_pkc PRIMARY KEY (version_num)
);
INSERT INTO "detector_schema" VALUES('0001');
CREATE TABLE revision (
	assessment_key VARCHAR(22) NOT NULL,
	number INTEGER NOT NULL,
	kind TEXT NOT NULL,
	item_id TEXT NOT NULL,
	value TEXT,
	"before" TEXT,
	changed_by TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	undoes INTEGER,
	PRIMARY KEY (assessment_key, number),
	FOREIGN KEY(assessment_key) REFERENCES assessment ("key") ON DELETE CASCADE
);
INSERT INTO "revision" VALUES('AssessmentMadeEarlier1',1,'service','service','{"shape": 1, "value": {"council": "Exampleshire", "description": "", "name": "Libraries"}}',NULL,'Ann','2026-11-22T02:49:14.713161+00:00',NULL);
INSERT INTO "revision" VALUES('AssessmentMadeEarlier1',2,'fact','staff','{"shape": 1, "value": 120}',NULL,'Ann','2026-11-22T02:49:14.713161+00:00',NULL);
INSERT INTO "revision" VALUES('AssessmentMadeEarlier1',3,'fact','lock','{"shape": 1, "value": true}',NULL,'Ann','2026-11-22T02:49:14.713161+00:00',NULL);
INSERT INTO "revision" VALUES('AssessmentMadeEarlier1',4,'weight','market','{"shape": 1, "value": 12.5}',NULL,'Ann','2026-11-22T02:49:14.713161+00:00',NULL);
INSERT INTO "revision" VALUES('AssessmentMadeEarlier1',5,'answer','MKT1','{"shape": 1, "value": {"evidence": 2, "level": 3, "links": ["https://example.org"], "note": "Seen é", "reason": "", "state": "level"}}',NULL,'Ann','2026-11-22T02:49:14.713161+00:00',NULL);
INSERT INTO "revision" VALUES('AssessmentMadeEarlier1',6,'answer','STF1','{"shape": 1, "value": {"evidence": 0, "level": null, "links": [], "note": "", "reason": "", "state": "dont_know"}}',NULL,'Ann','2026-11-22T02:49:14.720277+00:00',NULL);
INSERT INTO "revision" VALUES('AssessmentMadeEarlier1',7,'answer','STF1','{"shape": 1, "value": {"evidence": 0, "level": 1, "links": [], "note": "", "reason": "", "state": "level"}}','{"shape": 1, "value": {"evidence": 0, "level": null, "links": [], "note": "", "reason": "", "state": "dont_know"}}','Ben','2026-11-22T02:49:14.724835+00:00',NULL);
INSERT INTO "revision" VALUES('AssessmentMadeEarlier1',8,'answer','STF1','{"shape": 1, "value": {"evidence": 0, "level": null, "links": [], "note": "", "reason": "", "state": "dont_know"}}','{"shape": 1, "value": {"evidence": 0, "level": 1, "links": [], "note": "", "reason": "", "state": "level"}}','Ann','2026-11-22T02:49:14.729929+00:00',7);
CREATE INDEX assessment_by_change ON assessment (changed_at);
CREATE INDEX revision_by_item ON revision (assessment_key, kind, item_id, number);
CREATE TRIGGER revision_never_changes BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revision_goes_with_its_assessment BEFORE DELETE ON revision
    WHEN EXISTS (SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key)
    BEGIN SELECT RAISE(ABORT, 'a revision goes only with its assessment'); END;
COMMIT;
