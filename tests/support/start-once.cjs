// Starts an application on the database that the environment names, and ends it when its tables are made.
require('../../scripts/plugin-source.cjs');
const { createStrapi } = require('@strapi/strapi');

const [appDir, distDir] = process.argv.slice(2);

async function main() {
  const strapi = createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: false });
  await strapi.load();
  await strapi.destroy();
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack ?? error.message ?? error}\n`);
    process.exit(1);
  }
);
