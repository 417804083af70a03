create table open as from read_csv('case.tsv', delim = '\t', header = false, quote = '',
  columns = {'c': 'integer'});
create table filed as from read_csv('filed.tsv', delim = '\t', header = false, quote = '',
  columns = {'c': 'integer', 'o': 'integer'});
create table assigned as from read_csv('assigned.tsv', delim = '\t', header = false, quote = '',
  columns = {'c': 'integer', 'o': 'integer'});
create table ordered as from read_csv('ordered.tsv', delim = '\t', header = false, quote = '',
  columns = {'c': 'integer', 'o': 'integer'});
create table recused as from read_csv('recused.tsv', delim = '\t', header = false, quote = '',
  columns = {'c': 'integer', 'o': 'integer'});
create temp table candidate as
  select c, o, 1 as ground from filed union all select c, o, 2 from assigned
  union all select c, o, 3 from ordered;
create temp table choice as
  select distinct c, o from (
    select c, o, ground, max(ground) over (partition by c) as best
    from candidate anti join recused using (c, o))
  where ground = best;
create temp table chosen as select c, count(*) as n from choice group by c;
select 'decided=' || (select count(*) from chosen where n = 1)
  || ' missing=' || (select count(*) from open where c not in (select c from chosen))
  || ' conflict=' || (select count(*) from chosen where n > 1)
  || ' values=' || (select count(*) from choice);
