.mode tabs
create table parent(x integer, p integer, primary key (p, x)) without rowid;
.import parent.tsv parent
create temp table same as
  with recursive same(x, y) as (
    select a.x, b.x from parent a join parent b on b.p = a.p
    union select a.x, b.x from same s join parent a on a.p = s.x join parent b on b.p = s.y)
  select x, y from same;
select 'same=' || (select count(*) from same);
