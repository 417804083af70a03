create table parent as from read_csv('parent.tsv', delim = '\t', header = false, quote = '',
  columns = {'x': 'integer', 'p': 'integer'});
create temp table same as
  with recursive same(x, y) as (
    select a.x, b.x from parent a join parent b on b.p = a.p
    union select a.x, b.x from same s join parent a on a.p = s.x join parent b on b.p = s.y)
  from same;
select 'same=' || (select count(*) from same);
