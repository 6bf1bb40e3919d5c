import { describe, expect, test } from 'vitest';
import { originsFor, readOrigins } from './origins';

describe('a list of origins', () => {
  test.each([
    ['*', '*'],
    [' * ', '*'],
    ['https://www.example.com,*', '*'],
    ['', []],
    [' , ', []],
    ['https://www.example.com', ['https://www.example.com']],
    ['https://a.example, http://localhost:3000', ['https://a.example', 'http://localhost:3000']],
    ['http://[::1]:8080', ['http://[::1]:8080']],
    ['https://xn--zeitung-9ya.example', ['https://xn--zeitung-9ya.example']],
  ])('%j: %j', (text, origins) => expect(readOrigins(text)).toEqual(origins));

  test.each([
    'https://www.example.com/',
    'https://www.example.com/news',
    'www.example.com',
    'null',
    'https://*.example.com',
    'HTTPS://www.example.com',
    'https://WWW.example.com',
    'https://www.example.com:443',
    'ftp://example.com',
    'https://a.example https://b.example',
    'https://user@example.com',
    'javascript:alert(1)',
  ])('%j is refused by name', (text) => {
    expect(() => readOrigins(`https://a.example,${text}`)).toThrow(`CORS_ORIGINS: "${text}" is no origin`);
  });
});

describe('whose pages may read', () => {
  const routes = { api: '/api', graphql: '/graphql' };
  test.each(['/api', '/api/articles', '/API/articles', '/graphql', '/uploads/a.png'])('%s: the given ones', (path) => {
    expect(originsFor(path, '*', routes)).toEqual(['*']);
    expect(originsFor(path, ['https://a.example'], routes)).toEqual(['https://a.example']);
    expect(originsFor(path, [], routes)).toEqual([]);
  });

  test.each([
    '/',
    '/admin',
    '/admin/login',
    '/apiary',
    '/graphqlx',
    '/content-manager/collection-types/api::article.article',
    '/upload/files',
    '/story-blocks/settings',
    '/favicon.ico',
    '/users-permissions/roles',
    '/_health',
  ])('%s: its own alone', (path) => expect(originsFor(path, '*', routes)).toEqual([]));
});
