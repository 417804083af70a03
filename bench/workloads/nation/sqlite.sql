-- Whole numbers for places and items; the nearest list and designation are found by climbing the tree.
pragma temp_store = memory;
.mode tabs
create table place_row(name text primary key, parent text, level integer) without rowid;
create table item_row(name text, level integer, primary key (name, level)) without rowid;
create table approves_row(line text, item text);
create table listed_row(place text, item text, line text, role text);
create table designated_row(place text, item text, line text);
create table asks_row(place text, item text, asked text);
create table told_row(by text, origin text, place text, item text, line text);
.import jurisdiction.tsv place_row
.import item.tsv item_row
.import approves.tsv approves_row
.import listed.tsv listed_row
.import designated.tsv designated_row
.import asks.tsv asks_row
.import dept_designated.tsv told_row

create table place(p integer primary key, name text unique, level integer, parent integer);
insert into place(name, level) select name, level from place_row order by level, name;
update place set parent = (select q.p from place_row r join place q on q.name = r.parent
                           where r.name = place.name);
create index place_level on place(level);
create table item(i integer primary key, name text unique);
insert into item(name) select distinct name from item_row order by name;
create table approves(i integer, line text, primary key (i, line)) without rowid;
insert or ignore into approves select i, line from approves_row a join item on name = a.item;
create table lists(i integer, p integer, line text, primary key (i, p, line)) without rowid;
insert or ignore into lists
  select i.i, p.p, r.line from listed_row r join item i on i.name = r.item
    join place p on p.name = r.place where r.role = 'lead' order by 1, 2, 3;
create table helps(i integer, line text, p integer, primary key (i, line, p)) without rowid;
insert or ignore into helps
  select i.i, r.line, p.p from listed_row r join item i on i.name = r.item
    join place p on p.name = r.place join approves a on a.i = i.i and a.line = r.line
  where r.role = 'coop' order by 1, 2, 3;
create table designates(i integer, p integer, line text, primary key (i, p, line)) without rowid;
insert or ignore into designates
  select i.i, p.p, r.line from designated_row r join item i on i.name = r.item
    join place p on p.name = r.place order by 1, 2, 3;
create table asks(i integer, p integer, q integer, primary key (i, p, q)) without rowid;
insert or ignore into asks
  select i.i, p.p, q.p from asks_row r join item i on i.name = r.item
    join place p on p.name = r.place join place q on q.name = r.asked;
create table above(p integer, steps integer, q integer, primary key (p, steps)) without rowid;
insert into above
  with recursive climb(p, steps, q) as (
    select p, 0, p from place
    union all select climb.p, steps + 1, place.parent from climb join place on place.p = climb.q
      where place.parent is not null)
  select p, steps, q from climb;

create temp table matter(i integer, p integer, designating integer, listing integer);
insert into matter
  select i.i, p.p,
    (select q from above a where a.p = p.p and exists (
       select 1 from designates d where d.i = i.i and d.p = a.q) order by steps limit 1),
    (select q from above a where a.p = p.p and exists (
       select 1 from lists l where l.i = i.i and l.p = a.q) order by steps limit 1)
  from item i cross join item_row r on r.name = i.name cross join place p on p.level = r.level;
create temp table leads(i integer, p integer, line text, primary key (i, p, line)) without rowid;
insert into leads
  select m.i, m.p, d.line from matter m cross join designates d on d.i = m.i and d.p = designating
  union all
  select m.i, m.p, l.line from matter m cross join lists l on l.i = m.i and l.p = listing
    where designating is null
  union all
  select m.i, m.p, a.line from matter m cross join approves a on a.i = m.i
    where designating is null and listing is null
  order by 1, 2, 3;

select 'lead=' || (select count(*) from leads) || ' missing=' || (
    select count(*) from matter m
    where not exists (select 1 from leads l where l.i = m.i and l.p = m.p)) || ' conflict=' || (
    select count(*) from (select 1 from leads group by i, p having count(*) > 1)) ||
  ' interference=' || (
    select count(*) from (
      select distinct t.by, q.p, p.p, t.item from told_row t join place q on q.name = t.origin
        join place p on p.name = t.place join above a on a.p = p.p and a.q = q.p and steps > 0)) ||
  ' unanswered=' || (
    select count(*) from (
      select distinct i, q from asks x
      where not exists (select 1 from designates d where d.i = x.i and d.p = x.q)
        and not exists (select 1 from asks y where y.i = x.i and y.p = x.q and y.q <> x.q))) ||
  ' cycle=' || (
    with recursive reaches(i, p, q) as (
      select i, p, q from asks
      union select r.i, r.p, a.q from reaches r join asks a on a.i = r.i and a.p = r.q)
    select count(*) from (select distinct i, p from reaches where p = q)) ||
  ' unaccountable=' || (
    select count(*) from matter m cross join approves a on a.i = m.i
    where not exists (select 1 from leads l where l.i = m.i and l.p = m.p and l.line = a.line)
      and not exists (select 1 from above x cross join helps h
                      where x.p = m.p and h.i = m.i and h.line = a.line and h.p = x.q));
