import { describe, expect, it } from 'vitest';
import { errorLine } from './error-line';

describe('errorLine', () => {
  it.each([
    [
      "insert into `story_blocks_cards` (`title`) values ('Secret') - SQLITE_FULL: database or disk is full",
      'SQLITE_FULL: database or disk is full',
    ],
    ['update "cards" set "title" = $1 where "a" = $2 - deadlock detected', 'deadlock detected'],
    ["select * from `a` where `title` = 'x - y' - no such table: a", 'no such table: a'],
    ['  delete from "a" - permission denied for table a', 'permission denied for table a'],
    [
      'with "x" as (select 1) select * from "x" - canceling statement due to statement timeout',
      'canceling statement due to statement timeout',
    ],
    [
      "Cannot read properties of undefined (reading 'x')\n    at rank (/app/dist/index.js:12:3)",
      "Cannot read properties of undefined (reading 'x')",
    ],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['The signal "mood" gives NaN', 'The signal "mood" gives NaN'],
    ['Selected stories - none', 'Selected stories - none'],
  ])('%j', (message, line) => {
    expect(errorLine(new Error(message))).toBe(line);
  });

  it('is short, and never empty', () => {
    expect(errorLine(new Error('x'.repeat(5_000)))).toHaveLength(500);
    expect(errorLine(new TypeError(''))).toBe('TypeError');
    expect(errorLine('a text that was thrown')).toBe('a text that was thrown');
    expect(errorLine('')).toBe('unknown');
  });
});
