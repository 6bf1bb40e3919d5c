import { z } from 'zod';
import { railSchema, relatedLinkSchema, teaserSchema } from './pieces.contract';

const heading = z.string().nullable();

export const relatedLinksBlockSchema = z
  .object({ type: z.literal('related-links'), heading, links: z.array(relatedLinkSchema) })
  .meta({ id: 'RelatedLinksBlock' });
export const sectionTeaserBlockSchema = z
  .object({ type: z.literal('section-teaser'), teasers: z.array(teaserSchema) })
  .meta({ id: 'SectionTeaserBlock' });
export const headlineRailsBlockSchema = z
  .object({ type: z.literal('headline-rails'), rails: z.array(railSchema) })
  .meta({ id: 'HeadlineRailsBlock' });
export const appealBlockSchema = z
  .object({
    type: z.literal('appeal'),
    heading,
    paragraphs: z.array(z.string()),
    offers: z.array(
      z
        .object({
          name: z.string(),
          price: z.string().nullable(),
          note: z.string().nullable(),
          url: z.string().nullable(),
        })
        .meta({ graphql: 'AppealOffer' })
    ),
  })
  .meta({ id: 'AppealBlock' });
export const commentsBlockSchema = z
  .object({ type: z.literal('comments'), text: z.string() })
  .meta({ id: 'CommentsBlock' });
export const shareBlockSchema = z
  .object({
    type: z.literal('share'),
    heading,
    targets: z.array(z.object({ name: z.string(), url: z.string().nullable() }).meta({ graphql: 'ShareTarget' })),
  })
  .meta({ id: 'ShareBlock' });
export const rightsBlockSchema = z.object({ type: z.literal('rights'), text: z.string() }).meta({ id: 'RightsBlock' });
/** A block of another plugin: its type is the component's uid, whose dot none of ours has, so that `type` tells them apart. */
export const otherBlockSchema = z
  .looseObject({ type: z.templateLiteral([z.string(), '.', z.string()]) })
  .meta({ id: 'OtherBlock', graphql: 'GenericBlock' });

export const blockSchema = z
  .union([
    relatedLinksBlockSchema,
    sectionTeaserBlockSchema,
    headlineRailsBlockSchema,
    appealBlockSchema,
    commentsBlockSchema,
    shareBlockSchema,
    rightsBlockSchema,
    otherBlockSchema,
  ])
  .meta({ id: 'Block', graphql: 'StoryBlock' });
/** A block as readers get it: `switch (block.type)` tells which. */
export type FilledBlock = z.infer<typeof blockSchema>;
/** What a block of ours is filled with; its `type` is put to it when it is answered. */
export type BlockData<Type extends FilledBlock['type']> = Omit<Extract<FilledBlock, { type: Type }>, 'type'>;
