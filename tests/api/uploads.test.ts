import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { logIn } from '../support/admin';
import { createToken, type Json } from '../support/client';
import { root } from '../support/compile';
import { PNG } from '../support/png';
import { bootStrapi, clients, type Running } from '../support/strapi';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const GIF = Uint8Array.from(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));
const WAV = bytes(
  `RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x44\xac\x00\x00\x88\x58\x01\x00\x02\x00\x10\x00data\0\0\0\0`
);
const PDF = bytes(
  '%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'
);
const PAGE = bytes('<!doctype html><script>parent.document.title = "mine"</script>');
const SCRIPT = bytes('fetch("/admin/users/me").then((answer) => answer.json())');
const SVG = bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
const XML = bytes('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>');
const POLYGLOT = bytes('GIF89a/*\x01\x00\x01\x00\x00\x00\x00;*/=1;</script><script>alert(1)</script>');

interface Sent {
  name: string;
  type: string;
  content: Uint8Array;
}

let app: Running;
let author: string;
let admin: string;
let token: string;
const left: number[] = [];

beforeAll(async () => {
  app = await bootStrapi({ client: clients[0] });
  author = await logIn(app, 'strapi-author');
  admin = await logIn(app);
  token = await createToken(app.strapi, 'full-access');
});
afterAll(async () => {
  for (const id of left)
    await fetch(`${app.url}/api/upload/files/${id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${token}` },
    });
  await app?.stop();
});

async function send({ name, type, content }: Sent, route = '/upload', bearer = author) {
  const form = new FormData();
  form.append('files', new Blob([Uint8Array.from(content)], { type }), name);
  const headers = { Authorization: `Bearer ${bearer}` };
  const answer = await fetch(`${app.url}${route}`, { method: 'POST', headers, body: form });
  const text = await answer.text();
  const files: Json[] = answer.ok ? [JSON.parse(text)].flat() : [];
  left.push(...files.map(({ id }) => id).filter((id) => !left.includes(id)));
  return { status: answer.status, text, file: files[0] };
}

const open = (file: string, init?: RequestInit) => fetch(`${app.url}${file}`, init);

describe('the media library refuses', () => {
  test.each<[string, string, Uint8Array]>([
    ['t.html', 'text/html', PAGE],
    ['t.htm', 'text/html', PAGE],
    ['T.HTML', 'application/octet-stream', PAGE],
    ['t.xhtml', 'application/xhtml+xml', XML],
    ['t.xht', 'image/png', XML],
    ['t.xml', 'application/xml', XML],
    ['t.xsl', 'text/xml', XML],
    ['t.js', 'text/javascript', SCRIPT],
    ['t.mjs', 'application/javascript', SCRIPT],
    ['t.js', 'image/png', SCRIPT],
    ['t.swf', 'application/x-shockwave-flash', bytes('FWS\x09')],
    ['t.png.html', 'image/png', PAGE],
    ['t.html', 'image/png', PAGE],
    ['t.html', 'application/octet-stream', POLYGLOT],
    ['t.html', 'image/gif', POLYGLOT],
    ['t.png', 'image/png', PAGE],
    ['t.jpg', 'image/jpeg', SCRIPT],
    ['t.mp4', 'video/mp4', PAGE],
    ['t.mp3', 'audio/mpeg', XML],
    ['t.pdf', 'application/pdf', PAGE],
    ['t.svg', 'image/svg+xml', PNG],
    ['t', 'text/html', PAGE],
    ['t', 'image/png', PAGE],
    ['t', 'application/octet-stream', PAGE],
    ['t.', 'image/png', PAGE],
    ['t.html ', 'image/png', PAGE],
    ['t.php', 'image/png', bytes('<?php system($_GET[0]);')],
    ['t.exe', 'application/octet-stream', bytes('MZ\x90\x00')],
    ['t.json', 'application/json', bytes('{}')],
    ['t.webmanifest', 'application/manifest+json', bytes('{}')],
    ['t.wasm', 'application/wasm', bytes('\0asm\x01\0\0\0')],
    ['t.svgz', 'image/svg+xml', Uint8Array.from([0x1f, 0x8b, 8, 0])],
  ])('%j sent as %s', async (name, type, content) => {
    const sent = await send({ name, type, content });
    expect(sent.status, sent.text).toBe(400);
    expect((await send({ name, type, content }, '/api/upload', token)).status).toBe(400);
  });

  test('pictures of more pixels than a server can open', async () => {
    for (const [format, background] of [
      ['png', '#fff'],
      ['webp', '#000'],
    ] as const) {
      const wide = sharp({ create: { width: 10_000, height: 10_100, channels: 3, background } });
      const content = Uint8Array.from(await wide.toFormat(format).toBuffer());
      const sent = await send({ name: `wide.${format}`, type: `image/${format}`, content });
      expect([sent.status, sent.text], sent.text).toEqual([400, expect.stringContaining('100 million')]);
    }
    const photo = sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: '#888' } });
    const content = Uint8Array.from(await photo.jpeg().toBuffer());
    expect((await send({ name: 'photo.jpg', type: 'image/jpeg', content })).status).toBe(201);
  });

  test('a page in the place of a picture', async () => {
    const { file } = await send({ name: 'place.png', type: 'image/png', content: PNG }, '/upload', admin);
    for (const content of [PAGE, SVG, SCRIPT]) {
      const replaced = await send({ name: 'place.png', type: 'image/png', content }, `/upload?id=${file.id}`, admin);
      expect(replaced.status, replaced.text).toBe(400);
    }
    expect((await open(file.url)).headers.get('content-type')).toBe('image/png');
  });
});

/** Draws ten times as many blurred squares at each level: four seconds at the first, half a minute at the second. */
const heavySvg = (levels: number) => {
  const uses = (of: number) => `<use xlink:href="#g${of}"/>`.repeat(10);
  const groups = Array.from({ length: levels }, (_, n) => `<g id="g${n + 1}">${uses(n)}</g>`).join('');
  return bytes(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><defs><filter id="f"><feGaussianBlur stdDeviation="200"/></filter><g id="g0"><rect width="1000" height="1000" style="filter:url(#f)"/></g>${groups}</defs><use xlink:href="#g${levels}"/></svg>`
  );
};

describe('an SVG that is long to draw', () => {
  const HEAVY = heavySvg(2);
  const soon = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const begun = performance.now();
    const given = await answer;
    expect(performance.now() - begun).toBeLessThan(3_000);
    return given;
  };

  test.each<[string, string, Uint8Array]>([
    ['heavy.svg', 'image/svg+xml', HEAVY],
    ['heavy.txt', 'text/plain', HEAVY],
  ])('%s is not drawn here', async (name, type, content) => {
    const sent = await soon(send({ name, type, content }));
    expect(sent.status, sent.text).toBe(201);
    expect((await soon(send({ name, type, content }, '/api/upload', token))).status).toBe(201);
    const replaced = await soon(send({ name, type, content }, `/upload?id=${sent.file.id}`, author));
    expect(replaced.status, replaced.text).toBe(200);
  });

  test('is none as the admin’s logo either, whose size is read from its text', async () => {
    const put = async (content: Uint8Array, type = 'image/svg+xml') => {
      const form = new FormData();
      form.append('menuLogo', new Blob([Uint8Array.from(content)], { type }), 'logo.svg');
      const headers = { Authorization: `Bearer ${admin}` };
      const answer = await fetch(`${app.url}/admin/project-settings`, { method: 'POST', headers, body: form });
      const text = await answer.text();
      return { status: answer.status, text };
    };
    const heavy = await soon(put(HEAVY));
    expect(heavy.status, heavy.text).toBe(200);
    const logo = await put(bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"/>'));
    expect(JSON.parse(logo.text).menuLogo, logo.text).toMatchObject({ width: 120, height: 40 });
    expect((await put(bytes('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="9"/>'))).status).toBe(400);
    const broken = await put(PNG.slice(0, 20), 'image/png');
    expect([broken.status, broken.text], broken.text).toEqual([400, expect.stringContaining('can be read')]);
  });

  test('an honest one has its size', async () => {
    const content = bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="640px" height="480"/>');
    const { file } = await send({ name: 'map.svg', type: 'image/svg+xml', content });
    expect(file).toMatchObject({ width: 640, height: 480, formats: null, mime: 'image/svg+xml' });
  });
});

describe('a damaged picture', () => {
  /** Its directory leads to itself: what reads one picture of it finds nothing wrong. */
  const TIFF = Uint8Array.from(
    Buffer.from(
      'SUkqABAAAAAAAAAAAAAAAAkAAAEEAAEAAAABAAAAAQEEAAEAAAABAAAAAgEDAAEAAAAIAAAAAwEDAAEAAAABAAAABgEDAAEAAAABAAAAEQEEAAEAAAAIAAAAFQEDAAEAAAABAAAAFgEEAAEAAAABAAAAFwEEAAEAAAABAAAAEAAAAA==',
      'base64'
    )
  );
  const noise = () => sharp({ create: { width: 64, height: 64, channels: 3, background: '#8ac', noise: NOISE } });
  const NOISE = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const stored = async () => [
    fs.readdirSync(path.join(root, 'public/uploads')).sort(),
    await app.strapi.db.query('plugin::upload.file').count(),
  ];
  /** Cut short in the middle, or with other bytes there. */
  const damaged = (content: Uint8Array, cut: boolean) => {
    const middle = Math.floor(content.length / 2);
    return cut ? content.slice(0, middle) : content.map((byte, n) => (n > middle && n % 7 === 0 ? ~byte : byte));
  };

  test('is refused, and nothing of it is stored, nor of those that are sent with it', async () => {
    const before = await stored();
    const broken: [string, Uint8Array][] = [['tiff', TIFF]];
    for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
      const content = Uint8Array.from(await noise().toFormat(format).toBuffer());
      broken.push([format, damaged(content, true)]);
      // In points without compression every byte is one.
      if (format === 'png' || format === 'jpeg') broken.push([format, damaged(content, false)]);
    }
    for (const [format, content] of broken) {
      for (const [route, bearer] of [
        ['/upload', author],
        ['/api/upload', token],
      ] as const) {
        const sent = await send({ name: `broken.${format}`, type: `image/${format}`, content }, route, bearer);
        expect([sent.status, sent.text], `${format} ${sent.text}`).toEqual([
          400,
          expect.stringContaining(`broken.${format} is no picture that can be read`),
        ]);
      }
    }
    const form = new FormData();
    form.append('files', new Blob([PNG], { type: 'image/png' }), 'whole.png');
    form.append('files', new Blob([TIFF], { type: 'image/tiff' }), 'broken.tiff');
    const headers = { Authorization: `Bearer ${token}` };
    const both = await fetch(`${app.url}/api/upload`, { method: 'POST', headers, body: form });
    expect(both.status, await both.text()).toBe(400);
    expect(await stored()).toEqual(before);
  });

  test('whole ones of each format are taken, and an animation', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const) {
      const content = Uint8Array.from(await noise().resize(700).toFormat(format).toBuffer());
      const sent = await send({ name: `whole.${format}`, type: `image/${format}`, content });
      expect(sent.status, `${format} ${sent.text}`).toBe(201);
      if (format !== 'avif') expect(sent.file).toMatchObject({ width: 700, formats: { thumbnail: { width: 156 } } });
    }
    const frames = await noise().resize(60, 120).raw().toBuffer();
    const moving = sharp(frames, { raw: { width: 60, height: 120, channels: 3, pageHeight: 60 } });
    const content = Uint8Array.from(await moving.webp().toBuffer());
    expect((await send({ name: 'moving.webp', type: 'image/webp', content })).status).toBe(201);
  });

  test('of too many pixels is refused whatever it is sent as', async () => {
    const wide = sharp({ create: { width: 10_000, height: 10_100, channels: 3, background: '#fff' } });
    const content = Uint8Array.from(await wide.png().toBuffer());
    const sent = await send({ name: 'notes.txt', type: 'text/plain', content });
    expect(sent.status, sent.text).toBe(400);
  });
});

describe('a file from an address', () => {
  let neighbour: http.Server;
  let port: number;
  let asked = 0;
  beforeAll(async () => {
    neighbour = http.createServer((_request, response) => {
      asked += 1;
      response.writeHead(200, { 'Content-Type': 'image/png' }).end(PNG);
    });
    await new Promise<void>((resolve) => neighbour.listen(0, '0.0.0.0', resolve));
    ({ port } = neighbour.address() as AddressInfo);
  });
  afterAll(() => new Promise((resolve) => neighbour.close(resolve)));

  test.each([
    '0.0.0.0',
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    'localhost',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
  ])('is not fetched from this machine (%s)', async (host) => {
    const answer = await fetch(`${app.url}/upload/actions/upload-from-urls`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${author}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ urls: [`http://${host}:${port}/secret.png`] }),
    });
    const text = await answer.text();
    expect(text).toContain('file:error');
    expect(text).not.toContain('file:complete');
    expect(asked).toBe(0);
  });

  test('comes from no neighbour by way of a redirect or another name', async () => {
    const service = app.strapi.plugin('upload').service('file') as {
      fetchUrlToInputFile(url: string, folder: string): Promise<unknown>;
    };
    // The look-up of Strapi's own check is asked for a name that it lets pass.
    const lookup = vi.spyOn(dns.promises, 'lookup').mockResolvedValue({ address: '93.184.215.14', family: 4 } as never);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fetched-'));
    await expect(service.fetchUrlToInputFile(`http://localhost:${port}/secret.png`, folder)).rejects.toThrow();
    lookup.mockRestore();
    fs.rmSync(folder, { recursive: true });
    expect(asked).toBe(0);
  });
});

describe('files that are sent', () => {
  // Koa's parser names them by random letters alone: what is new in the folder is theirs.
  const received = () => new Set(fs.readdirSync(os.tmpdir()).filter((name) => /^[0-9a-z]{25}$/.test(name)));
  const post = (route: string, parts: [string, string][], headers: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [field, name] of parts) form.append(field, new Blob([PNG], { type: 'image/png' }), name);
    return fetch(`${app.url}${route}`, { method: 'POST', body: form, headers });
  };

  test.each<[string, string, [string, string][], number]>([
    ['to a log-in', '/api/auth/local', [['files', 'a.png']], 400],
    ['to the admin’s log-in', '/admin/login', [['files', 'a.png']], 400],
    ['to a story', '/api/articles', [['files.image', 'a.png']], 400],
    ['to GraphQL', '/graphql', [['map', 'a.png']], 400],
    ['to nowhere', '/uploads/x', [['files', 'a.png']], 400],
    [
      'without the right to',
      '/api/upload',
      [
        ['files', 'a.png'],
        ['files', 'b.png'],
      ],
      403,
    ],
    ['by nobody to the admin', '/upload', [['files', 'a.png']], 401],
  ])('%s do not stay', async (_how, route, parts, status) => {
    const before = received();
    const answer = await post(route, parts);
    expect(answer.status, await answer.text()).toBe(status);
    expect([...received()].filter((name) => !before.has(name))).toEqual([]);
  });

  test('with an unfit text are refused by any spelling of the address, and the admin’s logos are taken', async () => {
    const headers = { Authorization: `Bearer ${token}` };
    for (const route of ['/api/upload', '/api/upload/', '/API/Upload']) {
      const form = new FormData();
      form.append('files', new Blob([PNG], { type: 'image/png' }), 'a.png');
      form.append('fileInfo', '{');
      const answer = await fetch(`${app.url}${route}`, { method: 'POST', body: form, headers });
      expect(answer.status, `${route} ${await answer.text()}`).toBe(400);
    }
    const logo = await post('/admin/project-settings', [['menuLogo', 'logo.png']], {
      Authorization: `Bearer ${admin}`,
    });
    expect(logo.status, await logo.text()).toBe(200);
  });

  test.each([
    '{"__proto__":{"polluted":1},"name":"a"}',
    '{"constructor":{"prototype":{"x":1}},"name":"a"}',
    '[{"toString":1}]',
  ])('with %s beside them are refused', async (fileInfo) => {
    for (const [route, bearer] of [
      ['/api/upload', token],
      ['/upload', author],
    ]) {
      const form = new FormData();
      form.append('files', new Blob([PNG], { type: 'image/png' }), 'a.png');
      form.append('fileInfo', fileInfo);
      const headers = { Authorization: `Bearer ${bearer}` };
      const answer = await fetch(`${app.url}${route}`, { method: 'POST', headers, body: form });
      expect(answer.status, await answer.text()).toBe(400);
    }
  });

  test('are fifty at most', async () => {
    const before = received();
    const many = (count: number) =>
      Array.from({ length: count }, (_, n): [string, string] => ['files', `many-${n}.png`]);
    const answer = await post('/api/upload', many(51), { Authorization: `Bearer ${token}` });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('50 at most')]);
    expect([...received()].filter((name) => !before.has(name))).toEqual([]);
  });

  test('do not stay where they are refused or have another name', async () => {
    const before = received();
    const headers = { Authorization: `Bearer ${token}` };
    await send({ name: 't.html', type: 'image/png', content: PAGE });
    expect((await post('/api/upload', [['other', 'a.png']], headers)).status).toBe(400);
    const taken = await post(
      '/api/upload',
      [
        ['files', 'a.png'],
        ['other', 'b.png'],
      ],
      headers
    );
    expect(taken.status).toBe(201);
    left.push(...((await taken.json()) as Json[]).map(({ id }) => id));
    expect([...received()].filter((name) => !before.has(name))).toEqual([]);
  });
});

describe('the media library takes', () => {
  const SHOWN: [string, string, Uint8Array][] = [
    ['quay.png', 'image/png', PNG],
    ['quay.PNG', 'application/octet-stream', PNG],
    ['quay.html.png', 'image/png', PNG],
    ['a picture', 'image/png', PNG],
    ['wave.gif', 'image/gif', GIF],
    ['hymn.wav', 'audio/wav', WAV],
    ['灯台.png', 'image/png', PNG],
  ];
  const KEPT: [string, string, Uint8Array][] = [
    ['logo.svg', 'image/svg+xml', SVG],
    ['logo.svg', 'image/svg+xml', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['report.pdf', 'application/pdf', PDF],
    ['notes.txt', 'text/plain', bytes('Ships left.')],
    ['page.txt', 'text/plain', PAGE],
    ['tides.csv', 'text/csv', bytes('day,metres\n1,2.5')],
    ['film.vtt', 'text/vtt', bytes('WEBVTT\n')],
  ];

  test('parts of files as browsers ask for them', async () => {
    const { file } = await send({ name: 'part.png', type: 'image/png', content: PNG }, '/upload', admin);
    const part = (range: string) => open(file.url, { headers: { Range: range } });
    expect([(await part('bytes=0-9')).status, (await part('bytes=0-9')).headers.get('content-length')]).toEqual([
      206,
      '10',
    ]);
    for (const range of ['bytes=99999999-', 'bytes=0.5-2', 'bytes=-5', 'bytes=x', 'lines=1-2', 'bytes=5-2']) {
      const answer = await part(range);
      expect([200, 206, 416], range).toContain(answer.status);
      expect(Number(answer.headers.get('content-length') ?? 0), range).toBeGreaterThanOrEqual(0);
    }
  });

  const held = (answer: Response) => {
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none';.*; sandbox$/);
    expect(policy).not.toContain('script-src');
  };

  test.each(SHOWN)('%j sent as %s, and shows it', async (name, type, content) => {
    const sent = await send({ name, type, content });
    expect([200, 201], sent.text).toContain(sent.status);
    const answer = await open(sent.file.url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^(image|audio)\//);
    expect(answer.headers.get('content-disposition')).toBeNull();
    held(answer);
  });

  test.each(KEPT)('%j sent as %s, to download', async (name, type, content) => {
    const sent = await send({ name, type, content });
    expect([200, 201], sent.text).toContain(sent.status);
    for (const init of [{}, { method: 'HEAD' }, { headers: { Range: 'bytes=0-3' } }]) {
      const answer = await open(sent.file.url, init);
      expect([200, 206]).toContain(answer.status);
      expect(answer.headers.get('content-disposition')).toBe('attachment');
      held(answer);
    }
  });
});

describe('a page that was uploaded before types were checked', () => {
  const FILES = [
    'old_page.html',
    'old_script.js',
    'old_page.xhtml',
    'old_feed.xml',
    'old.svg',
    'old_no_ending',
    'old.mjs',
  ];
  const folder = path.join(root, 'public/uploads');
  beforeAll(() => {
    for (const file of FILES) fs.writeFileSync(path.join(folder, file), PAGE);
  });
  afterAll(() => {
    for (const file of FILES) fs.rmSync(path.join(folder, file), { force: true });
  });

  const ways = (file: string) => [
    `/uploads/${file}`,
    `/%75ploads/${file}`,
    `/uploads%2f${file}`,
    `/uploads/./${file}`,
    `//uploads/${file}`,
    `/./uploads/${file}`,
    `/uploads/${file}?download=0`,
  ];
  test.each(FILES)('%s runs nowhere, whatever way it is named', async (file) => {
    let found = 0;
    for (const way of ways(file)) {
      const answer = await open(way);
      if (!(await answer.text()).includes('parent.document')) continue;
      found += 1;
      expect(answer.headers.get('content-disposition'), way).toBe('attachment');
      expect(answer.headers.get('content-security-policy'), way).toMatch(/sandbox$/);
      expect(answer.headers.get('x-content-type-options'), way).toBe('nosniff');
    }
    expect(found).toBeGreaterThan(1);
  });
});
