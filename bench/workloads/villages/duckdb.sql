create table place as from read_csv('place.tsv', delim = '\t', header = false, quote = '',
  nullstr = '-', columns = {'p': 'usmallint', 'parent': 'usmallint', 'level': 'utinyint'});
create table task as from read_csv('task.tsv', delim = '\t', header = false, quote = '',
  columns = {'t': 'usmallint', 'level': 'utinyint'});
create table remit as from read_csv('remit.tsv', delim = '\t', header = false, quote = '',
  columns = {'d': 'usmallint', 't': 'usmallint'});
create table listed as from read_csv('listed.tsv', delim = '\t', header = false, quote = '',
  columns = {'q': 'usmallint', 't': 'usmallint', 'd': 'usmallint'});
create table campaign as from read_csv('campaign.tsv', delim = '\t', header = false, quote = '',
  columns = {'q': 'usmallint', 't': 'usmallint', 'd': 'usmallint'});
create table barred as from read_csv('barred.tsv', delim = '\t', header = false, quote = '',
  columns = {'q': 'usmallint', 't': 'usmallint', 'd': 'usmallint'});
create table helps as from read_csv('helps.tsv', delim = '\t', header = false, quote = '',
  columns = {'q': 'usmallint', 't': 'usmallint', 'd': 'usmallint'});
create table oversees as from read_csv('oversees.tsv', delim = '\t', header = false, quote = '',
  columns = {'e': 'usmallint', 'd': 'usmallint'});

create temp table above as
  with recursive climb(p, steps, q) as (
    select p, 0::utinyint, p from place
    union all select climb.p, (steps + 1)::utinyint, place.parent
      from climb join place on place.p = climb.q where place.parent is not null)
  from climb;
create temp table due as select t, p from task join place using (level);
create temp table excluded as
  select distinct t, p, d from barred join above using (q) semi join due using (t, p);
create temp table by_campaign as
  select distinct t, p, d from campaign join above using (q) semi join due using (t, p)
    anti join excluded using (t, p, d);
create temp table by_list as
  with nearest as (
    select l.t, a.p, arg_min(l.q, steps) as q from (select distinct t, q from listed) l
      join above a using (q) semi join due on due.t = l.t and due.p = a.p group by l.t, a.p)
  select n.t, n.p, l.d from nearest n join listed l using (t, q) anti join excluded x
    on x.t = n.t and x.p = n.p and x.d = l.d;
create temp table leads as
  from by_campaign
  union all from by_list anti join by_campaign using (t, p)
  union all select t, p, d from due join remit using (t) anti join by_campaign using (t, p)
    anti join by_list using (t, p) anti join excluded using (t, p, d);
create temp table answers as
  with recursive answers(d, t, p) as (
    select d, t, p from leads
    union select o.e, a.t, a.p from answers a join oversees o on o.d = a.d)
  from answers;

select 'lead=' || (select count(*) from leads)
  || ' missing=' || (select count(*) from due anti join leads using (t, p))
  || ' conflict=' || (select count(*) from (
       select 1 from leads group by t, p having count(*) > 1))
  || ' moved=' || (select count(*) from (
       select distinct l.t, l.p from leads l join place on place.p = l.p
         join leads m on m.t = l.t and m.p = place.parent and m.d <> l.d))
  || ' thin=' || (
       with staffed as (select t, p from helps join above using (q) group by t, p
                        having count(distinct d) >= 2)
       select count(*) from (select distinct t, p from leads) anti join staffed using (t, p))
  || ' crowded=' || (select count(*) from (
       select 1 from leads group by d, p having count(*) >= 4))
  || ' answers=' || (select count(*) from answers);
