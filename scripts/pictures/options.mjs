import { parseArgs } from 'node:util';

/** Has the pictures that the documents show: each state in light, on the smaller screen. */
const KEPT = 'docs/images/desk';

export const USAGE = `Usage: npm run pictures -- [--url http://127.0.0.1:1337] [--email EMAIL] [--password PASSWORD]
  [--out docs/images/desk] [--only NAME,NAME] [--all]
Takes pictures of what editors see in the admin panel of a running demo, which it leaves as it found it. --only takes the
states whose names begin so, or so; --all takes each in light and dark on two screens, for which --out must name a folder.`;

/** What was asked for on the command line; log-in and address are the demo's own where nothing is said. */
export function readOptions(args = process.argv.slice(2), env = process.env) {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string', default: `http://127.0.0.1:${env.PORT || 1337}` },
      email: { type: 'string', default: env.DEMO_ADMIN_EMAIL || 'editor@wiredesk.example' },
      password: { type: 'string', default: env.DEMO_ADMIN_PASSWORD || 'Wiredesk-demo-1' },
      out: { type: 'string', default: KEPT },
      only: { type: 'string', default: '' },
      all: { type: 'boolean', default: false },
    },
  });
  if (values.all && values.out === KEPT)
    throw new Error('--all takes more pictures than the documents show: name a folder with --out.');
  return { ...values, url: values.url.replace(/\/$/, '') };
}
