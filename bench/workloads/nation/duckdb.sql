-- Names become small whole numbers first, which is about twice as fast here as texts.
create table place_row as from read_csv('jurisdiction.tsv', delim = '\t', header = false, quote = '',
  columns = {'name': 'varchar', 'parent': 'varchar', 'level': 'utinyint'});
create table line as select line as name, (row_number() over ())::utinyint as l
  from read_csv('line.tsv', delim = '\t', header = false, quote = '', columns = {'line': 'varchar'});
create table item_row as from read_csv('item.tsv', delim = '\t', header = false, quote = '',
  columns = {'name': 'varchar', 'level': 'utinyint'});
create table number_of_place as select name, (row_number() over ())::usmallint as p from place_row;
create table place as select n.p, r.level, q.p as parent from place_row r
  join number_of_place n using (name) left join number_of_place q on q.name = r.parent;
create table item as select name, (row_number() over ())::usmallint as i
  from (select distinct name from item_row);
create table item_level as select i, level from item_row join item using (name);
create table approves as select distinct i, l
  from read_csv('approves.tsv', delim = '\t', header = false, quote = '',
                columns = {'line': 'varchar', 'item': 'varchar'}) r
  join item on item.name = r.item join line on line.name = r.line;
create table listed as select p, i, l, role = 'lead' as leads
  from read_csv('listed.tsv', delim = '\t', header = false, quote = '', columns = {
                'place': 'varchar', 'item': 'varchar', 'line': 'varchar', 'role': 'varchar'}) r
  join number_of_place n on n.name = r.place join item on item.name = r.item
  join line on line.name = r.line;
create table designated as select p, i, l
  from read_csv('designated.tsv', delim = '\t', header = false, quote = '',
                columns = {'place': 'varchar', 'item': 'varchar', 'line': 'varchar'}) r
  join number_of_place n on n.name = r.place join item on item.name = r.item
  join line on line.name = r.line;
create table asks as select n.p, i, q.p as q
  from read_csv('asks.tsv', delim = '\t', header = false, quote = '',
                columns = {'place': 'varchar', 'item': 'varchar', 'asked': 'varchar'}) r
  join number_of_place n on n.name = r.place join item on item.name = r.item
  join number_of_place q on q.name = r.asked;
create table told as select l, q.p as q, n.p, i
  from read_csv('dept_designated.tsv', delim = '\t', header = false, quote = '', columns = {
                'line': 'varchar', 'origin': 'varchar', 'place': 'varchar', 'item': 'varchar',
                'told': 'varchar'}) r
  join number_of_place n on n.name = r.place join item on item.name = r.item
  join number_of_place q on q.name = r.origin join line on line.name = r.line;

create temp table above as
  with recursive climb(p, steps, q) as (
    select p, 0::utinyint, p from place
    union all select climb.p, (steps + 1)::utinyint, place.parent
      from climb join place on place.p = climb.q where place.parent is not null)
  from climb;
create temp table matter as select i, p from item_level join place using (level);
create temp table designation as
  with nearest as (
    select d.i, a.p, arg_min(d.p, steps) as q from (select distinct i, p from designated) d
      join above a on a.q = d.p semi join matter m on m.i = d.i and m.p = a.p group by d.i, a.p)
  select distinct n.i, n.p, d.l from nearest n join designated d on d.i = n.i and d.p = n.q;
create temp table list as
  with nearest as (
    select d.i, a.p, arg_min(d.p, steps) as q from (select distinct i, p from listed where leads) d
      join above a on a.q = d.p semi join matter m on m.i = d.i and m.p = a.p group by d.i, a.p)
  select distinct n.i, n.p, d.l from nearest n
    join listed d on d.i = n.i and d.p = n.q and d.leads;
create temp table leads as
  from designation
  union all from list anti join designation using (i, p)
  union all select i, p, l from matter anti join designation using (i, p)
    anti join list using (i, p) join approves using (i);

select 'lead=' || (select count(*) from leads)
  || ' missing=' || (select count(*) from matter anti join leads using (i, p))
  || ' conflict=' || (select count(*) from (
       select 1 from leads group by i, p having count(*) > 1))
  || ' interference=' || (select count(*) from (
       select distinct t.l, t.q, t.p, t.i from told t
         join above a on a.p = t.p and a.q = t.q and steps > 0))
  || ' unanswered=' || (select count(*) from (
       select distinct i, q from asks x
       where not exists (select 1 from designated d where d.i = x.i and d.p = x.q)
         and not exists (select 1 from asks y where y.i = x.i and y.p = x.q and y.q <> x.q)))
  || ' cycle=' || (
       with recursive reaches(i, p, q) as (
         select i, p, q from asks
         union select r.i, r.p, a.q from reaches r join asks a on a.i = r.i and a.p = r.q)
       select count(*) from (select distinct i, p from reaches where p = q))
  || ' unaccountable=' || (
       with helps as (select distinct i, a.p, l from listed d semi join approves using (i, l)
                        join above a on a.q = d.p where not leads)
       select count(*) from (select i, p, l from matter join approves using (i))
         anti join leads using (i, p, l) anti join helps using (i, p, l));
