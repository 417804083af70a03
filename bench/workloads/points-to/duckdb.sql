-- Recursion through two relations as a loop, each round of which joins what is new.
create table new as from read_csv('new.tsv', delim = '\t', header = false, quote = '',
  columns = {'v': 'integer', 'o': 'integer'});
create table assign as from read_csv('assign.tsv', delim = '\t', header = false, quote = '',
  columns = {'v': 'integer', 'w': 'integer'});
create table load as from read_csv('load.tsv', delim = '\t', header = false, quote = '',
  columns = {'v': 'integer', 'b': 'integer', 'f': 'integer'});
create table store as from read_csv('store.tsv', delim = '\t', header = false, quote = '',
  columns = {'b': 'integer', 'f': 'integer', 'w': 'integer'});
create temp table points(v integer, o integer);
create temp table holds(h integer, f integer, o integer);
create temp table new_points as select distinct v, o from new;
create temp table new_holds as from holds;
create temp view round as select o from new_points union all select o from new_holds;
-- while round
insert into points from new_points;
insert into holds from new_holds;
create or replace temp table next_points as
  select a.v, n.o from new_points n join assign a on a.w = n.v
  union select l.v, h.o from new_points n join load l on l.b = n.v
    join holds h on h.h = n.o and h.f = l.f
  union select l.v, n.o from new_holds n join points p on p.o = n.h
    join load l on l.b = p.v and l.f = n.f;
create or replace temp table next_holds as
  select n.o as h, s.f, p.o from new_points n join store s on s.b = n.v join points p on p.v = s.w
  union select p.o, s.f, n.o from new_points n join store s on s.w = n.v
    join points p on p.v = s.b;
create or replace temp table new_points as from next_points anti join points using (v, o);
create or replace temp table new_holds as from next_holds anti join holds using (h, f, o);
-- end
select 'points=' || (select count(*) from points) || ' holds=' || (select count(*) from holds);
