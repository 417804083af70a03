-- 结果写回登记库，再与前一夜比较。night 是 mingze 写的数据库：docs/results.md。
-- Results go into the register; then what differs from the night before. night is the database that
-- mingze wrote: docs/results.md.
CREATE TEMP TABLE run AS SELECT value AS day FROM night.meta WHERE name = 'as_of';

BEGIN;
DELETE FROM main.decision WHERE day = (SELECT day FROM run);
DELETE FROM main.finding WHERE day = (SELECT day FROM run);
INSERT INTO main.decision
  SELECT day, item, jurisdiction, status,
         (SELECT group_concat(lead, '、')
          FROM (SELECT DISTINCT candidates.value AS lead FROM night.candidates
                WHERE decision_id = id AND fate = 'stands' ORDER BY lead))
  FROM run, night.decisions WHERE decision = 'leads';
INSERT INTO main.finding
  SELECT day, fingerprint, code, severity, message FROM run, night.findings
  WHERE severity = 'error';
COMMIT;

CREATE TEMP VIEW today AS SELECT * FROM decision WHERE day = (SELECT day FROM run);
CREATE TEMP VIEW before AS SELECT * FROM decision
  WHERE day = (SELECT max(decision.day) FROM decision, run WHERE decision.day < run.day);

SELECT day || '：' || count(*) || ' 项，' || sum(status = 'decided') || ' 项有牵头部门'
  FROM today GROUP BY day;
SELECT '  ' || coalesce(t.place, b.place) || '的' || coalesce(t.item, b.item) || '：'
         || iif(b.item IS NULL, '新增', b.status || coalesce(' ' || b.lead, '')) || ' → '
         || iif(t.item IS NULL, '不再办理', t.status || coalesce(' ' || t.lead, ''))
  FROM today AS t FULL JOIN before AS b ON t.item = b.item AND t.place = b.place
  WHERE t.status IS NOT b.status OR t.lead IS NOT b.lead
  ORDER BY coalesce(t.place, b.place), coalesce(t.item, b.item);
SELECT '  问题：' || message FROM finding AS f, run
  WHERE f.day = run.day AND fingerprint NOT IN
    (SELECT fingerprint FROM finding WHERE day = (SELECT max(day) FROM before))
  ORDER BY message;
