import { expect, it } from 'vitest';
import { previewRelatedSchema } from '../../../../shared/src';
import type { StoryType } from '../../newsroom';
import { toFormValues } from './form-values';

const valuesOf = (values: unknown) => previewRelatedSchema.parse({ type: 'story', values }).values;
const type = (fields: object) => ({ uid: 'story', fields: { title: 'headline', ...fields } }) as StoryType;

it('names the fields as the content type does, and leaves out what the newsroom does not map', () => {
  const mapped = type({ body: 'copy', section: 'desk', externalLinks: { field: 'links', title: 'label', url: 'to' } });
  const values = valuesOf({
    title: 'Ferry runs',
    body: 'Again.',
    section: { disconnect: ['s'] },
    topics: { connect: [{ documentId: 't' }] },
    externalLinks: [{ title: 'Board', url: 'https://a.example' }],
  });
  expect(toFormValues(mapped, values)).toEqual({
    headline: 'Ferry runs',
    copy: 'Again.',
    desk: { connect: [], disconnect: ['s'] },
    links: [{ label: 'Board', to: 'https://a.example' }],
  });
});

it('takes what the form leaves out for empty', () => {
  const values = toFormValues(type({ body: 'copy', filedAt: 'filed' }), valuesOf({}));
  expect(values).toEqual({ headline: '', copy: [], filed: null });
});
