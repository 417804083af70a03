-- 登记库的行作为事实：docs/facts.md 的 JSON。Rows of the register as facts: JSON of docs/facts.md.
SELECT json_object(
  'in', (SELECT json_group_array(json_array(id, upper)) FROM place),
  'level', (SELECT json_group_array(json_array(id, level)) FROM place),
  'approves', (SELECT json_group_array(json_array(department, item)) FROM approval),
  'handled', (SELECT json_group_array(json_object('item', item, 'jurisdiction', place))
              FROM handled));
