.mode tabs
create table edge(x integer, y integer, primary key (x, y)) without rowid;
.import edge.tsv edge
create temp table path as
  with recursive path(x, y) as (
    select x, y from edge union select p.x, e.y from path p join edge e on e.x = p.y)
  select x, y from path;
select 'path=' || (select count(*) from path) || ' circle=' || (select count(*) from path where x = y);
