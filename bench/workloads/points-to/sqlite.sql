-- Recursion through two relations is no query of SQLite's; each round of this loop joins what is new.
-- `left` tells that the rounds were too few.
.mode tabs
create table new(v integer, o integer);
create table assign(v integer, w integer);
create table load(v integer, b integer, f integer);
create table store(b integer, f integer, w integer);
.import new.tsv new
.import assign.tsv assign
.import load.tsv load
.import store.tsv store
create index assign_w on assign(w);
create index load_b on load(b);
create index store_b on store(b);
create index store_w on store(w);
create temp table points(v integer, o integer, primary key (v, o)) without rowid;
create temp table holds(h integer, f integer, o integer, primary key (h, f, o)) without rowid;
create temp table points_of(o integer, v integer, primary key (o, v)) without rowid;
create temp table new_points(v integer, o integer, primary key (v, o)) without rowid;
create temp table new_holds(h integer, f integer, o integer, primary key (h, f, o)) without rowid;
create temp table next_points(v integer, o integer, primary key (v, o)) without rowid;
create temp table next_holds(h integer, f integer, o integer, primary key (h, f, o)) without rowid;
insert or ignore into new_points select v, o from new;
-- while round
insert into points select v, o from new_points;
insert into points_of select o, v from new_points;
insert into holds select h, f, o from new_holds;
delete from next_points;
delete from next_holds;
insert or ignore into next_points
  select a.v, n.o from new_points n cross join assign a on a.w = n.v;
insert or ignore into next_points
  select l.v, h.o from new_points n cross join load l on l.b = n.v
    cross join holds h on h.h = n.o and h.f = l.f;
insert or ignore into next_points
  select l.v, n.o from new_holds n cross join points_of p on p.o = n.h
    cross join load l on l.b = p.v and l.f = n.f;
insert or ignore into next_holds
  select n.o, s.f, p.o from new_points n cross join store s on s.b = n.v
    cross join points p on p.v = s.w;
insert or ignore into next_holds
  select p.o, s.f, n.o from new_points n cross join store s on s.w = n.v
    cross join points p on p.v = s.b;
delete from new_points;
delete from new_holds;
insert into new_points select v, o from next_points n
  where not exists (select 1 from points p where p.v = n.v and p.o = n.o);
insert into new_holds select h, f, o from next_holds n
  where not exists (select 1 from holds p where p.h = n.h and p.f = n.f and p.o = n.o);
-- end
select 'points=' || (select count(*) from points) || ' holds=' || (select count(*) from holds)
  || (select case when count(*) > 0 then ' left=' || count(*) else '' end from (
    select o from new_points union all select o from new_holds));
