// duckdb.js THREADS: runs the SQL on standard input in DuckDB in memory and prints the single value of
// the last statement. Needs @duckdb/node-api (bench/compare/peers.sh puts it under build/).
const fs = require('fs');
const { DuckDBInstance } = require('@duckdb/node-api');

(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: process.argv[2] });
  const connection = await instance.connect();
  await connection.run('set preserve_insertion_order = false');
  const script = fs.readFileSync(0, 'utf8').replace(/--.*$/gm, '');
  const statements = script.split(';').filter((statement) => statement.trim());
  const last = statements.pop();
  for (const statement of statements) await connection.run(statement);
  const answer = await connection.runAndReadAll(last);
  console.log(answer.getRows()[0][0]);
  process.exit(0);
})();
