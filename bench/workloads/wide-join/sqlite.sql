.mode tabs
create table r1(a integer, b integer, primary key (a, b)) without rowid;
.import r1.tsv r1
create table r2(a integer, b integer, primary key (a, b)) without rowid;
.import r2.tsv r2
create table r3(a integer, b integer, primary key (a, b)) without rowid;
.import r3.tsv r3
create table r4(a integer, b integer, primary key (a, b)) without rowid;
.import r4.tsv r4
create table r5(a integer, b integer, primary key (a, b)) without rowid;
.import r5.tsv r5
create table r6(a integer, b integer, primary key (a, b)) without rowid;
.import r6.tsv r6
create temp table joined as
  select distinct r1.a, r6.b from r1 join r2 on r2.a = r1.b join r3 on r3.a = r2.b
    join r4 on r4.a = r3.b join r5 on r5.a = r4.b join r6 on r6.a = r5.b;
select 'joined=' || (select count(*) from joined);
