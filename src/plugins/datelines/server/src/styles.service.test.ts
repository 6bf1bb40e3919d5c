import { describe, expect, it } from 'vitest';
import { smn, styles } from '../../text/src';
import { createStylesService } from './styles.service';

describe('the styles service', () => {
  it('takes styles until Strapi starts', () => {
    const service = createStylesService();
    service.register({ ...smn, name: 'early' });
    service.close();
    expect(() => service.register({ ...smn, name: 'late' })).toThrow('The dateline style "late" comes too late');
    expect(service.names()).toEqual([...styles.map(({ name }) => name), 'early']);
  });
});
