import { validateYupSchema, yup } from '@strapi/utils';
import { describe, expect, test } from 'vitest';
import { namedFault } from './body-shape';

describe('an address of mail', () => {
  test.each([
    'ana@quay.example',
    'Ana.Lund+news@mail.quay.example',
    "o'hara_1@a-b.example",
    'ána@münchen.example',
    'ana@localhost',
    '',
    ' ana@quay.example ',
  ])('%j is taken', (address) => expect(namedFault('email', address)).toBeNull());

  test.each([
    '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    `a@${'a.'.repeat(30)}`,
    `a@${'a-'.repeat(60)}`,
    `a@${'a.'.repeat(30)}1`,
    `a@${'a.'.repeat(30)}\u{10437}`,
    `a@${'a.'.repeat(30)}a-`,
    `${'a.'.repeat(60)}@`,
    'a@b@c.example',
    `a@${'a'.repeat(300)}.example`,
  ])('%j is refused at once', (address) => {
    const from = process.hrtime.bigint();
    expect(namedFault('email', address)?.parameter).toBe('email');
    expect(namedFault('contactEmail', address)?.parameter).toBe('contactEmail');
    // Where it doubles with each letter it takes hours.
    expect(Number(process.hrtime.bigint() - from)).toBeLessThan(1e9);
  });

  test('passes Strapi’s own validator in no time, whatever passes here', async () => {
    const check = validateYupSchema(yup.object({ email: yup.string().email() }));
    const from = Date.now();
    for (const email of [
      `a@${'a.'.repeat(100)}example`,
      `${'a.'.repeat(30)}a@${'a-b.'.repeat(40)}example`,
      `a@${'1.'.repeat(60)}a`,
    ]) {
      expect(namedFault('email', email)).toBeNull();
      await check({ email });
    }
    expect(Date.now() - from).toBeLessThan(5_000);
  });

  test('is looked at in fields of that name alone', () => {
    expect(namedFault('title', 'a@b@c')).toBeNull();
    expect(namedFault('emailSubject', 'Hello')).toBeNull();
    expect(namedFault('email', 'Write to us')).toBeNull();
    expect(namedFault('email', { contains: 'a@' })).toBeNull();
    expect(namedFault('identifier', 'anybody')).toBeNull();
    expect(namedFault('identifier', 'x'.repeat(300))?.parameter).toBe('identifier');
  });
});
