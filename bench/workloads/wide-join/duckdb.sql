create table r1 as from read_csv('r1.tsv', delim = '\t', header = false, quote = '',
  columns = {'a': 'integer', 'b': 'integer'});
create table r2 as from read_csv('r2.tsv', delim = '\t', header = false, quote = '',
  columns = {'a': 'integer', 'b': 'integer'});
create table r3 as from read_csv('r3.tsv', delim = '\t', header = false, quote = '',
  columns = {'a': 'integer', 'b': 'integer'});
create table r4 as from read_csv('r4.tsv', delim = '\t', header = false, quote = '',
  columns = {'a': 'integer', 'b': 'integer'});
create table r5 as from read_csv('r5.tsv', delim = '\t', header = false, quote = '',
  columns = {'a': 'integer', 'b': 'integer'});
create table r6 as from read_csv('r6.tsv', delim = '\t', header = false, quote = '',
  columns = {'a': 'integer', 'b': 'integer'});
create temp table joined as
  select distinct r1.a, r6.b from r1 join r2 on r2.a = r1.b join r3 on r3.a = r2.b
    join r4 on r4.a = r3.b join r5 on r5.a = r4.b join r6 on r6.a = r5.b;
select 'joined=' || (select count(*) from joined);
