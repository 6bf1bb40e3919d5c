import { AsyncLocalStorage } from 'node:async_hooks';
import dns from 'node:dns';
import net from 'node:net';
import type { Core } from '@strapi/strapi';
import { Agent, buildConnector } from 'undici';
import { isPublicAddress } from './public-addresses';

const refused = (address: string) => new Error(`${address} is not an address on the internet`);

/** Looks a host up, and gives no address that is not on the internet: what is checked is what is connected to. */
const lookup: net.LookupFunction = (host, options, done) =>
  dns.lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    const wrong = addresses.find(({ address }) => !isPublicAddress(address));
    if (wrong) return done(refused(wrong.address), '', 0);
    if (options.all) return done(null, addresses);
    done(null, addresses[0].address, addresses[0].family);
  });

const connect = buildConnector({ lookup });
/** Connects to the internet alone, on every redirect anew. */
const INTERNET = new Agent({
  connect: (options, done) => {
    // A host that is an IP address needs no look-up.
    const address = options.hostname.replace(/^\[|\]$/g, '');
    if (net.isIP(address) !== 0 && !isPublicAddress(address)) done(refused(address), null);
    else connect(options, done);
  },
});

const fetching = new AsyncLocalStorage<true>();

interface FileService {
  fetchUrlToInputFile(...parts: unknown[]): Promise<unknown>;
}
type Fetch = Core.Strapi['fetch'] & { dispatcher?: unknown };

/**
 * Has the media library fetch files from the internet alone, and not from this machine or its neighbours. Strapi looks the
 * first address up once and refuses some networks; it follows redirects wherever they lead. Where the application goes
 * through a proxy, the proxy decides what is reached.
 */
export function fetchFromInternet(strapi: Core.Strapi): void {
  const file = strapi.plugin('upload').service('file') as FileService;
  const { fetchUrlToInputFile } = file;
  file.fetchUrlToInputFile = (...parts) => fetching.run(true, () => fetchUrlToInputFile(...parts));

  const fetch = strapi.fetch as Fetch;
  const guarded: Core.Strapi['fetch'] = (url, options) =>
    fetch(
      url,
      fetching.getStore() && !fetch.dispatcher ? ({ ...options, dispatcher: INTERNET } as typeof options) : options
    );
  Object.defineProperty(strapi, 'fetch', { value: Object.assign(guarded, fetch) });
}
