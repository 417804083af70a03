// duckdb.js THREADS: runs the SQL on standard input in DuckDB in memory and prints the single value of
// the last statement. What stands from `-- while TABLE` to `-- end` is run as long as the table has
// rows. Needs @duckdb/node-api (bench/compare/peers.sh puts it under build/).
const fs = require('fs');
const { DuckDBInstance } = require('@duckdb/node-api');

(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: process.argv[2] });
  const connection = await instance.connect();
  await connection.run('set preserve_insertion_order = false');
  const run = async (sql) => {
    for (const statement of sql.replace(/--.*$/gm, '').split(';'))
      if (statement.trim()) last = await connection.runAndReadAll(statement);
    return last.getRows()[0]?.[0];
  };
  let last;
  let [before, ...loops] = fs.readFileSync(0, 'utf8').split(/^-- while /m);
  await run(before);
  for (const loop of loops) {
    const [, table, body, after] = /^(\w+)\n([^]*?)^-- end\n([^]*)$/m.exec(loop);
    while (await run(`select count(*) from ${table}`)) await run(body);
    await run(after);
  }
  console.log(last.getRows()[0][0]);
  process.exit(0);
})();
