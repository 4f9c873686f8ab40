BEGIN TRANSACTION;
CREATE TABLE correction (
            pair INTEGER NOT NULL, number INTEGER NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL,
            PRIMARY KEY (pair, number)
        ) WITHOUT ROWID;
CREATE TABLE decision (
            pair INTEGER NOT NULL, finding TEXT NOT NULL,
            verdict TEXT NOT NULL DEFAULT 'open', note TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (pair, finding)
        ) WITHOUT ROWID;
INSERT INTO "decision" VALUES(1,'02e55151e860','confirmed','');
INSERT INTO "decision" VALUES(1,'03aaa021747b','intended','');
INSERT INTO "decision" VALUES(1,'1b323d25a281','confirmed','');
INSERT INTO "decision" VALUES(1,'2217b165c864','dismissed','a note on percentage');
INSERT INTO "decision" VALUES(1,'2c414d62dd22','confirmed','');
INSERT INTO "decision" VALUES(1,'3029e0e154d3','dismissed','');
INSERT INTO "decision" VALUES(1,'35c565ee070f','confirmed','');
INSERT INTO "decision" VALUES(1,'39fd03593025','intended','');
INSERT INTO "decision" VALUES(1,'42be0060488f','intended','');
INSERT INTO "decision" VALUES(1,'4a3a287a59a1','intended','');
INSERT INTO "decision" VALUES(1,'4d67a565cbc9','confirmed','');
INSERT INTO "decision" VALUES(1,'5552a0b5f5a5','confirmed','');
INSERT INTO "decision" VALUES(1,'56333feda322','dismissed','');
INSERT INTO "decision" VALUES(1,'5759264195bf','dismissed','');
INSERT INTO "decision" VALUES(1,'5b2f26cf029e','confirmed','');
INSERT INTO "decision" VALUES(1,'61d2bdc5ec36','confirmed','a note on number');
INSERT INTO "decision" VALUES(1,'6781682aa198','intended','');
INSERT INTO "decision" VALUES(1,'687154c24383','dismissed','');
INSERT INTO "decision" VALUES(1,'69d4ce09f18b','intended','a note on amount');
INSERT INTO "decision" VALUES(1,'72028aa57955','dismissed','');
INSERT INTO "decision" VALUES(1,'7359f09b9ee8','dismissed','');
INSERT INTO "decision" VALUES(1,'7c8ce1252fc6','intended','a note on date');
INSERT INTO "decision" VALUES(1,'7dbe3f82e924','dismissed','');
INSERT INTO "decision" VALUES(1,'83d003603ed3','dismissed','');
INSERT INTO "decision" VALUES(1,'91d59ada43b0','confirmed','');
INSERT INTO "decision" VALUES(1,'93d718eabfac','intended','');
INSERT INTO "decision" VALUES(1,'96d98b099bc4','confirmed','');
INSERT INTO "decision" VALUES(1,'96ec4143dfa4','dismissed','a note on name');
INSERT INTO "decision" VALUES(1,'9a2fdb572dfc','intended','');
INSERT INTO "decision" VALUES(1,'a3f0a410ad40','intended','');
INSERT INTO "decision" VALUES(1,'b4b2b75e11bf','intended','');
INSERT INTO "decision" VALUES(1,'be85b1659634','confirmed','');
INSERT INTO "decision" VALUES(1,'c1542f659e5f','intended','a note on name');
INSERT INTO "decision" VALUES(1,'c7118c8cdd4f','confirmed','a note on moved');
INSERT INTO "decision" VALUES(1,'cf550bf9f189','confirmed','');
INSERT INTO "decision" VALUES(1,'d872e3f6a00a','dismissed','');
INSERT INTO "decision" VALUES(1,'dc2bc63dd0d6','confirmed','a note on time');
INSERT INTO "decision" VALUES(1,'dcfafb51aaab','dismissed','');
INSERT INTO "decision" VALUES(1,'e5ebb0d301c8','dismissed','a note on only-source');
INSERT INTO "decision" VALUES(1,'e9fa805cc0ae','intended','');
INSERT INTO "decision" VALUES(1,'ea825e1a3c58','dismissed','');
CREATE TABLE edition (
            source TEXT NOT NULL, target TEXT NOT NULL, pair INTEGER NOT NULL,
            PRIMARY KEY (source, target)
        ) WITHOUT ROWID;
INSERT INTO "edition" VALUES('4618958f8c16afedc38ff08911cfb531','9433736593721c577c21f82366c5aa61',1);
CREATE TABLE mark (
            pair INTEGER NOT NULL, side TEXT NOT NULL, paragraph TEXT NOT NULL,
            bookmarked INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (pair, side, paragraph)
        ) WITHOUT ROWID;
CREATE TABLE pair (id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL);
INSERT INTO "pair" VALUES(1,50);
CREATE TABLE place (
            source BLOB NOT NULL, target BLOB NOT NULL, pair INTEGER NOT NULL,
            source_title TEXT NOT NULL, target_title TEXT NOT NULL,
            source_language TEXT NOT NULL, target_language TEXT NOT NULL, opened REAL NOT NULL,
            PRIMARY KEY (source, target)
        ) WITHOUT ROWID;
CREATE TABLE position (pair INTEGER PRIMARY KEY, body TEXT NOT NULL);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('pair',1);
COMMIT;
PRAGMA user_version = 1;
