// Another node of an application, on the database that the environment names: says where it listens, runs until it is told
// to stop, and then says how many of its statements wrote links.
require('../../scripts/plugin-source.cjs');
const { createStrapi } = require('@strapi/strapi');

const [appDir, distDir] = process.argv.slice(2);

async function main() {
  const strapi = createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: false });
  await strapi.load();
  strapi.log.level = 'warn';
  let wrote = 0;
  strapi.db.connection.on('query', ({ sql }) => {
    if (/^insert into ("\w+"\.)?"story_blocks_(links|index)"/.test(sql)) wrote += 1;
  });
  process.on('message', async () => {
    await strapi.destroy();
    process.send({ wrote }, () => process.exit(0));
  });
  strapi.server.mount();
  const server = strapi.server.httpServer.listen(0, '127.0.0.1', () =>
    process.send({ url: `http://127.0.0.1:${server.address().port}` })
  );
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
