import { describe, expect, test } from 'vitest';
import { agrees, isShown, readUploadTypes } from './types';

test('types are read from a list; an empty one is what newsrooms use', () => {
  expect(readUploadTypes(' image/PNG , application/pdf')).toEqual(['image/png', 'application/pdf']);
  expect(readUploadTypes('')).toContain('image/jpeg');
  expect(readUploadTypes(',')).toEqual(readUploadTypes(''));
});

test.each(['*', '*/*', 'png', '.png', 'image', 'image/png; q=1', 'image/'])('%j is no type', (text) => {
  expect(() => readUploadTypes(text)).toThrow('UPLOAD_TYPES');
});

test.each([
  ['image/png', true],
  ['IMAGE/JPEG', true],
  ['video/mp4', true],
  ['audio/mpeg', true],
  ['image/svg+xml', false],
  ['image/svg+xml; charset=utf-8', false],
  ['text/html; charset=utf-8', false],
  ['application/pdf', false],
  ['text/plain; charset=utf-8', false],
  ['application/octet-stream', false],
  ['', false],
])('%s is shown by itself: %s', (type, shown) => expect(isShown(type)).toBe(shown));

describe('bytes and type', () => {
  test.each([
    ['image/png', 'image/png'],
    ['image/jpeg', 'image/png'],
    ['image/svg+xml', undefined],
    ['image/svg+xml', 'application/xml'],
    ['audio/mp4', 'video/mp4'],
    ['audio/ogg', 'application/ogg'],
    ['application/pdf', 'application/pdf'],
    ['text/csv', undefined],
    ['text/vtt', 'text/vtt'],
    ['text/plain', 'image/bmp'],
    ['application/vnd.oasis.opendocument.text', 'application/zip'],
  ])('%s agrees with %s', (type, found) => expect(agrees(type, found)).toBe(true));

  test.each([
    ['image/png', undefined],
    ['image/png', 'application/pdf'],
    ['image/png', 'application/xml'],
    ['image/svg+xml', 'image/png'],
    ['video/mp4', undefined],
    ['audio/mpeg', 'image/gif'],
    ['application/pdf', undefined],
  ])('%s does not agree with %s', (type, found) => expect(agrees(type, found)).toBe(false));
});
