import { expect, test } from 'vitest';
import { isSvg, svgSize } from './svg-size';

test.each<[string, number | null, number | null]>([
  ['<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"/>', 120, 80],
  ["<?xml version='1.0'?><!-- a quay --><svg width='12.4px' height='8px'>", 12, 8],
  ['<svg viewBox="0 0 640 480">', 640, 480],
  ['<svg viewBox="-1,-2, 640, 480" width="100%" height="100%">', 640, 480],
  ['<svg width="3cm" height="2cm">', null, null],
  ['<svg width="0" height="0">', null, null],
  ['<svg width="99999999999" height="1e9">', null, null],
  ['<svg stroke-width="7" width="10" data-height="9" height="20">', 10, 20],
  ['<svg>', null, null],
  ['no picture', null, null],
])('%s', (text, width, height) => {
  expect(svgSize(text)).toEqual({ width, height });
});

test('what is an SVG is told by its root', () => {
  expect(isSvg('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe(true);
  expect(isSvg('<html><body>svg</body></html>')).toBe(false);
});

test('a long head is read once', () => {
  const texts = [`<svg ${' '.repeat(900_000)}`, '<svg '.repeat(200_000), `<svg ${'width="'.repeat(100_000)}`];
  const before = performance.now();
  for (const text of texts) svgSize(text);
  expect(performance.now() - before).toBeLessThan(100);
});
