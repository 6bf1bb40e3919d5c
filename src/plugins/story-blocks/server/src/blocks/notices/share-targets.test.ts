import { describe, expect, it } from 'vitest';
import { SHARE_ENDPOINTS } from './data/share-endpoints';
import { shareUrl } from './share-targets';

const story = { url: 'https://a.example/b?c=d&e', title: 'Rain & sun: 50% “more”' };
const url = encodeURIComponent(story.url);
const title = encodeURIComponent(story.title);

describe('shareUrl', () => {
  it('fills the places of a template with encoded text', () => {
    const target = { name: 'Own', urlTemplate: ' https://own.example/?u={url}&t={title}&again={url}&x={other} ' };
    expect(shareUrl(target, story)).toBe(`https://own.example/?u=${url}&t=${title}&again=${url}&x={other}`);
  });

  it('takes a headline for text, whatever is in it', () => {
    const target = { name: 'Own', urlTemplate: 'https://own.example/?t={title}&u={url}' };
    expect(shareUrl(target, { ...story, title: "$& {url} $'" })).toBe(
      `https://own.example/?t=${encodeURIComponent("$& {url} $'")}&u=${url}`
    );
    expect(shareUrl(target, { ...story, title: 'a\uD800b' })).toBe(`https://own.example/?t=a%EF%BF%BDb&u=${url}`);
  });

  it.each([
    'Facebook',
    'X',
    'twitter',
    'X (Twitter)',
    'LinkedIn',
    'REDDIT',
    'WhatsApp',
    'Telegram',
    'E-mail',
    'Hacker News',
  ])('knows %s by its name', (name) => {
    for (const urlTemplate of ['', ' ', null, undefined]) {
      expect(shareUrl({ name, urlTemplate }, story)).toContain(url);
    }
  });

  it('has a working address for each network that it knows', () => {
    for (const name of SHARE_ENDPOINTS.keys()) {
      expect(shareUrl({ name }, story)).toMatch(/^(https:\/\/[a-z.-]+\/|mailto:\?)/);
    }
  });

  it.each(['del.icio.us', 'Digg', 'Google', 'constructor', '', '???'])('knows no address for %j', (name) => {
    expect(shareUrl({ name, urlTemplate: '' }, story)).toBeNull();
  });

  it.each([
    'javascript:alert("{title}")',
    '{url}',
    '/share?u={url}',
    '//own.example/{url}',
    'ftp://a.example/{url}',
    'x',
  ])('refuses the template %j', (urlTemplate) => expect(shareUrl({ name: 'Reddit', urlTemplate }, story)).toBeNull());

  it('has nothing to share where the story has no absolute address', () => {
    for (const none of [null, '', '/b', 'mailto:a@a.example', 'javascript:x']) {
      expect(shareUrl({ name: 'Reddit' }, { url: none, title: 'x' })).toBeNull();
    }
  });
});
