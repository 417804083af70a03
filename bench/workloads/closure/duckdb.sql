create table edge as from read_csv('edge.tsv', delim = '\t', header = false, quote = '',
  columns = {'x': 'integer', 'y': 'integer'});
create temp table path as
  with recursive path(x, y) as (
    select x, y from edge union select p.x, e.y from path p join edge e on e.x = p.y)
  from path;
select 'path=' || (select count(*) from path) || ' circle=' || (select count(*) from path where x = y);
