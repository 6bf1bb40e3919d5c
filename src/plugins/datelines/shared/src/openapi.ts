import { checkStoryAnswer, checkStorySchema, findingSchema, parseTextAnswer, parseTextSchema } from './check.contract';

const errors = {
  400: 'The body does not fit: `details.errors[0].path` names what.',
  403: 'The caller lacks the permission.',
  413: 'The body has more than 100 KB.',
} as const;

/** What the plugin adds to an application's OpenAPI document. */
export const datelinesApi = {
  routes: [
    {
      method: 'post',
      path: '/datelines/check',
      operationId: 'checkDateline',
      tag: 'Datelines',
      summary: "What is wrong with a story's dateline and byline",
      body: checkStorySchema,
      answer: checkStoryAnswer,
      errors,
      needsToken: true,
    },
    {
      method: 'post',
      path: '/datelines/parse',
      operationId: 'parseDateline',
      tag: 'Datelines',
      summary: 'The dateline and byline at the head of a text',
      body: parseTextSchema,
      answer: parseTextAnswer,
      errors,
      needsToken: true,
    },
  ],
  schemas: { Finding: findingSchema },
  parameters: {},
} as const;
