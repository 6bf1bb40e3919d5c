import { describe, expect, it } from 'vitest';
import { createStyles } from './create-styles';
import { datelineRunsIn } from './find-style';
import { smn } from './smn';
import { styles } from './styles';

describe('createStyles', () => {
  it('holds the styles of the library', () => {
    expect(createStyles().names()).toEqual([
      'ap',
      'afp',
      'reuters',
      'upi',
      'smn',
      'dpa',
      'efe',
      'ansa',
      'tass',
      'xinhua',
      'yonhap',
      'kyodo',
      'reuters-ja',
      'reuters-ar',
    ]);
    expect(createStyles().get('smn')).toBe(smn);
    expect(createStyles().get('constructor')).toBeUndefined();
  });

  it('adds a style to this registry only', () => {
    const house = createStyles();
    house.register({ ...smn, name: 'house' });
    expect(house.names()).toEqual([...createStyles().names(), 'house']);
    expect(createStyles().get('house')).toBeUndefined();
  });

  it('refuses a taken name and a missing one', () => {
    expect(() => createStyles().register({ ...smn })).toThrow('There is a dateline style "smn" already');
    expect(() => createStyles([]).register({ ...smn, name: '' })).toThrow('needs a name');
  });
});

describe('the styles', () => {
  it.each(styles)('$name has twelve months where it has a date', ({ dateline }) => {
    if (dateline.date) expect(dateline.date.months).toHaveLength(12);
  });
});

describe('a style that sets its line at the head of the first paragraph', () => {
  it.each(styles)('$name', ({ name }) => expect(datelineRunsIn({ style: name })).toBe(name !== 'smn'));

  it('is ap for a name that nobody knows, and another plugin’s where it says so', () => {
    expect(datelineRunsIn({ style: 'misspelt' })).toBe(true);
    expect(datelineRunsIn({ style: null })).toBe(true);
    const house = createStyles();
    house.register({ ...smn, name: 'apart' });
    house.register({ ...smn, name: 'run-in', runsIn: true });
    expect(datelineRunsIn({ style: 'apart', styles: house })).toBe(false);
    expect(datelineRunsIn({ style: 'run-in', styles: house })).toBe(true);
  });
});
