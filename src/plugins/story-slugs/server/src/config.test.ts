import { describe, expect, it } from 'vitest';
import { config } from './config';

describe('the settings', () => {
  it('are right as they come', () => {
    expect(() => config.validator(config.default)).not.toThrow();
  });

  it.each([{ maxLength: 5 }, { maxLength: '80' }, { maxLength: 80, maxlength: 80 }])('refuse %j', (settings) => {
    expect(() => config.validator(settings)).toThrow(/maxlength/i);
  });
});
