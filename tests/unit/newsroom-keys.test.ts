import { PLUGIN_KEYS } from '@wiredesk/newsroom';
import { expect, test } from 'vitest';
import { OWN_KEYS } from '../../src/plugins/story-blocks/server/src/newsroom';

test('the keys that are told from unknown ones without story-blocks are all that it has', () => {
  expect(PLUGIN_KEYS).toEqual({ 'story-blocks': OWN_KEYS });
});
