.mode tabs
create table open(c integer primary key);
create table filed(c integer, o integer, primary key (c, o)) without rowid;
create table assigned(c integer, o integer, primary key (c, o)) without rowid;
create table ordered(c integer, o integer, primary key (c, o)) without rowid;
create table recused(c integer, o integer, primary key (c, o)) without rowid;
.import case.tsv open
.import filed.tsv filed
.import assigned.tsv assigned
.import ordered.tsv ordered
.import recused.tsv recused
create temp table candidate as
  select c, o, 1 as ground from filed union all select c, o, 2 from assigned
  union all select c, o, 3 from ordered;
create temp table choice(c integer, o integer, primary key (c, o)) without rowid;
insert or ignore into choice
  select c, o from (
    select c, o, ground, max(ground) over (partition by c) as best from candidate x
    where not exists (select 1 from recused r where r.c = x.c and r.o = x.o))
  where ground = best order by 1, 2;
create temp table chosen as select c, count(*) as n from choice group by c;
select 'decided=' || (select count(*) from chosen where n = 1)
  || ' missing=' || (select count(*) from open where c not in (select c from chosen))
  || ' conflict=' || (select count(*) from chosen where n > 1)
  || ' values=' || (select count(*) from choice);
