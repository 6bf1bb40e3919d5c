import { describe, expect, it } from 'vitest';
import { keptPicture, pictureAddresses, shownBody, shownPicture } from './pictures';

const CMS = 'https://cms.example';

describe('the public address of pictures', () => {
  it.each([
    [undefined, ''],
    [null, ''],
    ['', ''],
    [' / ', ''],
    ['https://cms.example', 'https://cms.example'],
    ['https://cms.example/', 'https://cms.example'],
    ['https://cms.example/desk/', 'https://cms.example/desk'],
    ['HTTP://cms.example:8080', 'HTTP://cms.example:8080'],
    ['/desk', '/desk'],
    ['desk/', '/desk'],
  ])('of server.url %j is “%s”', (given, base) => expect(pictureAddresses(given)).toEqual({ base }));
});

describe('a picture of a body', () => {
  it.each<[url: unknown, serverUrl: string, provider: string | undefined, kept: string | null]>([
    ['/uploads/a.jpg', '', 'local', '/uploads/a.jpg'],
    ['/uploads/a.jpg', CMS, undefined, '/uploads/a.jpg'],
    ['uploads/a.jpg', CMS, undefined, '/uploads/a.jpg'],
    ['https://cms.example/uploads/a.jpg', CMS, undefined, '/uploads/a.jpg'],
    ['https://cms.example/desk/uploads/a.jpg', 'https://cms.example/desk/', 'local', '/uploads/a.jpg'],
    ['/desk/uploads/a.jpg', '/desk', undefined, '/uploads/a.jpg'],
    ['http://localhost:1337/uploads/a.jpg', CMS, undefined, '/uploads/a.jpg'],
    ['http://127.0.0.1:1337/uploads/a.jpg', '', undefined, '/uploads/a.jpg'],
    ['http://[::1]:1337/uploads/a.jpg', '', undefined, '/uploads/a.jpg'],
    ['http://0.0.0.0:1337/uploads/a.jpg?w=3', '', undefined, '/uploads/a.jpg?w=3'],
    ['https://old-cms.example/uploads/a.jpg', CMS, 'local', '/uploads/a.jpg'],
    ['https://old-cms.example/desk/uploads/a.jpg', '', 'local', '/uploads/a.jpg'],
    ['https://old-cms.example/uploads/a.jpg', CMS, 'aws-s3', 'https://old-cms.example/uploads/a.jpg'],
    ['https://bucket.s3.example/a.jpg', CMS, 'aws-s3', 'https://bucket.s3.example/a.jpg'],
    ['https://res.cloudinary.example/x/a.jpg', '', 'cloudinary', 'https://res.cloudinary.example/x/a.jpg'],
    ['https://elsewhere.example/uploads/a.jpg', '', undefined, 'https://elsewhere.example/uploads/a.jpg'],
    ['http://localhost:3000/logo.png', '', undefined, 'http://localhost:3000/logo.png'],
    ['http://localhost.example/uploads/a.jpg', '', undefined, 'http://localhost.example/uploads/a.jpg'],
    [
      'https://cms.example.evil.example/uploads/a.jpg',
      CMS,
      undefined,
      'https://cms.example.evil.example/uploads/a.jpg',
    ],
    ['javascript:alert(1)', CMS, 'local', null],
    ['//elsewhere.example/a.jpg', CMS, 'local', null],
    [7, CMS, 'local', null],
  ])('%j under server.url “%s” of %s is kept as %j', (url, serverUrl, provider, kept) => {
    const picture = keptPicture({ url, provider }, pictureAddresses(serverUrl));
    expect(picture?.url ?? null).toBe(kept);
  });

  it('has the addresses of its formats by the same rule, and none that is unsafe', () => {
    const picture = {
      url: 'http://localhost:1337/uploads/a.jpg',
      width: 3,
      previewUrl: null,
      formats: {
        small: { url: '/uploads/small_a.jpg', width: 1 },
        thumbnail: { url: 'http://localhost:1337/uploads/thumbnail_a.jpg' },
        large: { url: 'javascript:alert(1)' },
        medium: null,
      },
    };
    const kept = keptPicture(picture, pictureAddresses(CMS));
    expect(kept).toEqual({
      url: '/uploads/a.jpg',
      width: 3,
      previewUrl: null,
      formats: { small: { url: '/uploads/small_a.jpg', width: 1 }, thumbnail: { url: '/uploads/thumbnail_a.jpg' } },
    });
    expect(shownBody([{ type: 'image', image: kept, children: [] }], pictureAddresses(CMS))).toEqual([
      {
        type: 'image',
        image: {
          url: `${CMS}/uploads/a.jpg`,
          width: 3,
          previewUrl: null,
          formats: {
            small: { url: `${CMS}/uploads/small_a.jpg`, width: 1 },
            thumbnail: { url: `${CMS}/uploads/thumbnail_a.jpg` },
          },
        },
        children: [],
      },
    ]);
  });
});

describe('a picture that readers get', () => {
  it.each([
    ['/uploads/a.jpg', '', '/uploads/a.jpg'],
    ['/uploads/a.jpg', CMS, `${CMS}/uploads/a.jpg`],
    ['/uploads/a.jpg', 'https://cms.example/desk', 'https://cms.example/desk/uploads/a.jpg'],
    ['/uploads/a.jpg', '/desk', '/desk/uploads/a.jpg'],
    ['https://bucket.s3.example/a.jpg', CMS, 'https://bucket.s3.example/a.jpg'],
    ['https://bucket.s3.example/a.jpg', '', 'https://bucket.s3.example/a.jpg'],
  ])('%s under server.url “%s” is at %s', (url, serverUrl, shown) =>
    expect(shownPicture({ url }, pictureAddresses(serverUrl))).toEqual({ url: shown })
  );
});
