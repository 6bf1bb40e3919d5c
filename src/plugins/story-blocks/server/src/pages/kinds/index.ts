import { authorFront } from './author/author.kind';
import type { Front, FrontAsked } from './front/fill-front';
import type { FrontData } from './front/front-kind';
import type { PageKind } from './page-kind';
import { sectionFront } from './section/section.kind';
import { story } from './story/story.kind';
import { topicFront } from './topic/topic.kind';

export const OUR_FRONTS: readonly PageKind<FrontAsked, Front, FrontData>[] = [sectionFront, topicFront, authorFront];

/** Our kinds of page, in the order in which receipts name their pages. */
export const OUR_KINDS: readonly PageKind[] = [story, ...OUR_FRONTS];
