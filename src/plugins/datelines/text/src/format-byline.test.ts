import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Credit, formatByline } from '.';

const berger: Credit = { name: 'Sebastien Berger', familyName: 'Berger', location: 'Pyongyang' };
const lee: Credit = { name: 'Claire Lee', familyName: 'Lee', location: 'Seoul' };
const kim: Credit = { name: 'Kim Min-ji', familyName: 'Kim' };

describe('formatByline', () => {
  it('writes smn as published, with commas and family names in capitals', () => {
    expect(formatByline([berger, lee], { style: 'smn' })).toBe('By Sebastien BERGER in Pyongyang, Claire LEE in Seoul');
  });

  it('writes ap with a conjunction, and no comma before it', () => {
    expect(formatByline([berger, lee])).toBe('By Sebastien Berger in Pyongyang and Claire Lee in Seoul');
    expect(formatByline([berger, lee, kim], { style: 'ap', locale: 'en-US' })).toBe(
      'By Sebastien Berger in Pyongyang, Claire Lee in Seoul and Kim Min-ji'
    );
  });

  it.each([
    ['fr', 'Par Sebastien Berger (Pyongyang) et Claire Lee (Seoul)'],
    ['ja', '文・Sebastien Berger（Pyongyang）、Claire Lee（Seoul）'],
    ['ar', 'بقلم Sebastien Berger في Pyongyang وClaire Lee في Seoul'],
    ['fi', 'Sebastien Berger (Pyongyang) ja Claire Lee (Seoul)'],
  ])('has the wording of %s', (locale, expected) => {
    expect(formatByline([berger, lee], { locale })).toBe(expected);
  });

  it('is English where the locale is none', () => {
    expect(formatByline([kim], { locale: '???' })).toBe('By Kim Min-ji');
  });

  it('sets a role in brackets, so that it is not taken for a name', () => {
    const photos = { ...lee, role: 'photos' };
    expect(formatByline([berger, photos], { style: 'smn' })).toBe(
      'By Sebastien BERGER in Pyongyang, Claire LEE (photos) in Seoul'
    );
    expect(formatByline([photos], { locale: 'fr' })).toBe('Par Claire Lee (photos, Seoul)');
    expect(formatByline([{ name: 'Claire Lee', role: 'editor' }])).toBe('By Claire Lee (editor)');
  });

  it.each([
    ['Kim Jong Un', 'Kim', 'en', 'KIM Jong Un'],
    ['Lee Lee', 'Lee', 'en', 'Lee LEE'],
    ['Ayşe Yiğit', 'Yiğit', 'tr', 'Ayşe YİĞİT'],
    ['Jörg Großmann', 'Großmann', 'de', 'Jörg GROSSMANN'],
    ['Ursula von der Leyen', 'von der Leyen', 'en', 'Ursula VON DER LEYEN'],
    ['Kofi Annan', 'Ann', 'en', 'Kofi Annan'],
    ['Claire Lee', 'Smith', 'en', 'Claire Lee'],
    ['Claire LEE', 'Lee', 'en', 'Claire LEE'],
  ])('writes %s with family name %s in %s', (name, familyName, locale, expected) => {
    expect(formatByline([{ name, familyName }], { style: 'smn', locale })).toContain(expected);
  });

  it('is empty where nobody is named', () => {
    expect(formatByline([])).toBe('');
    expect(formatByline([{ name: ' ', location: 'Seoul' }])).toBe('');
  });

  it('takes a dollar sign in a name as it is', () => {
    expect(formatByline([{ name: "Ke$ha $& $'" }])).toBe("By Ke$ha $& $'");
  });

  it('never throws on content and gives one line', () => {
    const credit = fc.record({
      name: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
      familyName: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
      location: fc.anything(),
      role: fc.anything(),
    });
    const credits = fc.oneof(fc.array(fc.oneof(credit, fc.anything())), fc.anything());
    fc.assert(
      fc.property(
        credits,
        fc.constantFrom('ap', 'smn'),
        fc.oneof(fc.string(), fc.constant('tr')),
        (list, style, locale) => {
          expect(formatByline(list as Credit[], { style, locale })).not.toMatch(/[\n\r\t\0]/);
        }
      )
    );
  });

  it('keeps every letter of a name, whatever its family name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,8}$/), fc.stringMatching(/^[A-Za-z]{1,8}$/), (given, family) => {
        const written = formatByline([{ name: `${given} ${family}`, familyName: family }], { style: 'smn' });
        expect(written).toBe(`By ${given} ${family.toUpperCase()}`);
      })
    );
  });
});
