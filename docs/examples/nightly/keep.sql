-- 结果写回登记库，再与前一夜比较。night 有一行：day 和 answers，即 mingze 的 JSON。
-- Results go into the register; then what differs from the night before. night holds one row: the
-- day, and the answers, which are mingze's JSON.
BEGIN;
DELETE FROM decision WHERE day = (SELECT day FROM night);
DELETE FROM finding WHERE day = (SELECT day FROM night);
INSERT INTO decision
  SELECT day, d.value ->> '$.key.item', d.value ->> '$.key.jurisdiction', d.value ->> '$.status',
         (SELECT group_concat(lead.value, '、') FROM json_each(d.value, '$.values') AS lead)
  FROM night, json_each(answers, '$.decisions') AS d;
INSERT INTO finding
  SELECT day, f.value ->> '$.fingerprint', f.value ->> '$.code', f.value ->> '$.severity',
         f.value ->> '$.message'
  FROM night, json_each(answers, '$.findings') AS f WHERE f.value ->> '$.severity' = 'error';
COMMIT;

CREATE TEMP VIEW today AS SELECT * FROM decision WHERE day = (SELECT day FROM night);
CREATE TEMP VIEW before AS SELECT * FROM decision
  WHERE day = (SELECT max(decision.day) FROM decision, night WHERE decision.day < night.day);

SELECT day || '：' || count(*) || ' 项，' || sum(status = 'decided') || ' 项有牵头部门'
  FROM today GROUP BY day;
SELECT '  ' || coalesce(t.place, b.place) || '的' || coalesce(t.item, b.item) || '：'
         || iif(b.item IS NULL, '新增', b.status || coalesce(' ' || b.lead, '')) || ' → '
         || iif(t.item IS NULL, '不再办理', t.status || coalesce(' ' || t.lead, ''))
  FROM today AS t FULL JOIN before AS b ON t.item = b.item AND t.place = b.place
  WHERE t.status IS NOT b.status OR t.lead IS NOT b.lead
  ORDER BY coalesce(t.place, b.place), coalesce(t.item, b.item);
SELECT '  问题：' || message FROM finding AS f, night
  WHERE f.day = night.day AND fingerprint NOT IN
    (SELECT fingerprint FROM finding WHERE day = (SELECT max(day) FROM before))
  ORDER BY message;
