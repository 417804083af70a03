pragma temp_store = memory;
.mode tabs
create table place(p integer primary key, parent text, level integer);
create table task(t integer, level integer, primary key (t, level)) without rowid;
create table remit(d integer, t integer, primary key (t, d)) without rowid;
create table listed(q integer, t integer, d integer, primary key (t, q, d)) without rowid;
create table campaign(q integer, t integer, d integer, primary key (t, q, d)) without rowid;
create table barred(q integer, t integer, d integer, primary key (t, q, d)) without rowid;
create table helps(q integer, t integer, d integer, primary key (t, q, d)) without rowid;
create table oversees(e integer, d integer, primary key (d, e)) without rowid;
.import place.tsv place
.import task.tsv task
.import remit.tsv remit
.import listed.tsv listed
.import campaign.tsv campaign
.import barred.tsv barred
.import helps.tsv helps
.import oversees.tsv oversees
create index place_level on place(level);
create table above(p integer, steps integer, q integer, primary key (p, steps)) without rowid;
insert into above
  with recursive climb(p, steps, q) as (
    select p, 0, p from place
    union all select climb.p, steps + 1, cast(parent as integer)
      from climb join place on place.p = climb.q where parent <> '-')
  select p, steps, q from climb;

create temp table due(t integer, p integer, listing integer, primary key (t, p)) without rowid;
insert into due
  select t, p, (select q from above a where a.p = place.p and exists (
                  select 1 from listed l where l.t = task.t and l.q = a.q) order by steps limit 1)
  from task cross join place on place.level = task.level order by 1, 2;
create temp table excluded(t integer, p integer, d integer, primary key (t, p, d)) without rowid;
insert or ignore into excluded
  select due.t, due.p, d from due cross join above a on a.p = due.p
    cross join barred b on b.t = due.t and b.q = a.q;
create temp table by_campaign(t integer, p integer, d integer, primary key (t, p, d)) without rowid;
insert or ignore into by_campaign
  select due.t, due.p, d from due cross join above a on a.p = due.p
    cross join campaign c on c.t = due.t and c.q = a.q
  where not exists (select 1 from excluded x where x.t = c.t and x.p = due.p and x.d = c.d);
create temp table by_list(t integer, p integer, d integer, primary key (t, p, d)) without rowid;
insert into by_list
  select due.t, due.p, d from due cross join listed l on l.t = due.t and l.q = listing
  where not exists (select 1 from excluded x where x.t = l.t and x.p = due.p and x.d = l.d);
create temp table leads(t integer, p integer, d integer, primary key (t, p, d)) without rowid;
insert into leads
  select t, p, d from by_campaign
  union all
  select t, p, d from by_list l
    where not exists (select 1 from by_campaign c where c.t = l.t and c.p = l.p)
  union all
  select due.t, due.p, r.d from due cross join remit r on r.t = due.t
    where not exists (select 1 from by_campaign c where c.t = due.t and c.p = due.p)
      and not exists (select 1 from by_list l where l.t = due.t and l.p = due.p)
      and not exists (select 1 from excluded x where x.t = due.t and x.p = due.p and x.d = r.d)
  order by 1, 2, 3;
create temp table answers as
  with recursive answers(d, t, p) as (
    select d, t, p from leads
    union select o.e, a.t, a.p from answers a join oversees o on o.d = a.d)
  select d, t, p from answers;

select 'lead=' || (select count(*) from leads) || ' missing=' || (
    select count(*) from due
    where not exists (select 1 from leads l where l.t = due.t and l.p = due.p)) ||
  ' conflict=' || (select count(*) from (select 1 from leads group by t, p having count(*) > 1)) ||
  ' moved=' || (
    select count(*) from (
      select distinct l.t, l.p from leads l cross join above a on a.p = l.p and steps = 1
        cross join leads m on m.t = l.t and m.p = a.q and m.d <> l.d)) ||
  ' thin=' || (
    select count(*) from (select distinct t, p from leads) l
    where 2 > (select count(distinct h.d) from above a cross join helps h
               where a.p = l.p and h.t = l.t and h.q = a.q)) ||
  ' crowded=' || (select count(*) from (select 1 from leads group by d, p having count(*) >= 4)) ||
  ' answers=' || (select count(*) from answers);
