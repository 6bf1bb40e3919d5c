import { describe, expect, it } from 'vitest';
import { config } from './config';

describe('the settings', () => {
  it('are right as they come', () => {
    expect(() => config.validator(config.default)).not.toThrow();
  });

  it.each([{ maxLength: 5 }, { maxLength: '80' }, { maxLength: 80, maxlength: 80 }])('refuse %j', (settings) => {
    expect(() => config.validator({ ...config.default, ...settings })).toThrow(/maxlength/i);
  });

  it('take stop words by base language', () => {
    expect(() => config.validator({ maxLength: 80, stopWords: { en: ['the'] } })).not.toThrow();
    expect(() => config.validator({ maxLength: 80, stopWords: { 'en-GB': ['the'] } })).toThrow(/stopWords.*en-GB/);
    expect(() => config.validator({ maxLength: 80, stopWords: { en: 'the' } })).toThrow(/stopWords/);
  });
});
