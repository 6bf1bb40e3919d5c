import { describe, expect, it } from 'vitest';
import { checkNewsroom, type Model } from './check-newsroom';

const place: Model = { attributes: { city: { type: 'string' }, names: { type: 'component' } } };

describe('checkNewsroom', () => {
  it('maps nothing where there is no file', () => {
    expect(checkNewsroom(undefined, {})).toEqual({ types: {}, datelineStyle: 'ap' });
  });

  it('fills in the parts of a component that is given by its name', () => {
    const input = { types: { place: { uid: 'api::place.place', fields: { city: 'city', names: 'names' } } } };
    expect(checkNewsroom(input, { 'api::place.place': place }).types.place?.fields.names).toEqual({
      field: 'names',
      locale: 'locale',
      city: 'city',
      region: 'region',
    });
  });

  it('names the key whose field the type does not have', () => {
    const input = { types: { place: { uid: 'api::place.place', fields: { city: 'town' } } } };
    expect(() => checkNewsroom(input, { 'api::place.place': place })).toThrow(
      'config/newsroom: types.place.fields.city names "town", but api::place.place has no such field.'
    );
    expect(() => checkNewsroom(input, {})).toThrow('types.place.uid is "api::place.place", which no content type has');
  });

  it('leaves keys of other plugins alone', () => {
    const input = { types: {}, defaultLayouts: { story: [] }, datelineStyle: 'smn' };
    expect(checkNewsroom(input, {}).datelineStyle).toBe('smn');
  });
});
