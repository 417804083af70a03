-- 一个部门登记库：地方、谁审批什么、何处办理什么，以及每夜的结果。地方和事项都是虚构的。
-- A register of departments: places, who approves what, what is handled where, and each night's
-- results. Places and items are invented.
CREATE TABLE place (id TEXT PRIMARY KEY, upper TEXT NOT NULL, level TEXT NOT NULL);
CREATE TABLE approval (department TEXT, item TEXT, PRIMARY KEY (department, item));
CREATE TABLE handled (item TEXT, jurisdiction TEXT REFERENCES place,
                      PRIMARY KEY (item, jurisdiction));

INSERT INTO place VALUES ('澜江省', '全国', '省级'), ('青临市', '澜江省', '市级');
INSERT INTO approval VALUES
  ('交通运输部门', '洗舱水接收'), ('水利部门', '河滩营地管理'), ('城市管理部门', '河滩营地管理');
INSERT INTO handled VALUES
  ('洗舱水接收', '青临市'), ('河滩营地管理', '青临市'), ('露营地垃圾清运', '青临市');

-- 规则的关系，列名不同的各是一个视图：docs/facts.md。Relations of the rules, a view each where the
-- columns are called otherwise: docs/facts.md.
CREATE VIEW "in" AS SELECT id AS child, upper AS parent FROM place;
CREATE VIEW level AS SELECT id AS jurisdiction, level FROM place;
CREATE VIEW approves AS SELECT department, item FROM approval;

CREATE TABLE decision (day TEXT, item TEXT, place TEXT, status TEXT, lead TEXT,
                       PRIMARY KEY (day, item, place));
CREATE TABLE finding (day TEXT, fingerprint TEXT, code TEXT, severity TEXT, message TEXT,
                      PRIMARY KEY (day, fingerprint));
