import { Box, Flex, Typography } from '@strapi/design-system';
import { Fragment, type ReactNode } from 'react';
import { openingParagraph } from '../../../../shared/src/body-dateline';
import { runIn } from '../../../../shared/src/dateline-text';
import { pictureAddress } from '../../picture-address';
import { useTexts } from '../../texts';

interface Node {
  type?: string;
  text?: string;
  url?: string;
  format?: string;
  bold?: boolean;
  italic?: boolean;
  children?: Node[];
  image?: { url?: string; alternativeText?: string | null };
}

/** An address as text: nothing leads out of the preview, with what is not saved in the form behind it. */
const Inline = ({ node }: { node: Node }): ReactNode => {
  if (node.type === 'link') return <u>{childrenOf(node)}</u>;
  const text = node.bold ? <strong>{node.text}</strong> : node.text;
  return node.italic ? <em>{text}</em> : text;
};

const childrenOf = (node: Node) =>
  (node.children ?? []).map((child, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of a text have no ids, and do not move
    <Fragment key={at}>
      {child.type === 'list' || child.type === 'list-item' ? <BlockNode node={child} /> : <Inline node={child} />}
    </Fragment>
  ));

const BlockNode = ({ node }: { node: Node }): ReactNode => {
  switch (node.type) {
    case 'heading':
      return (
        <Typography tag="h4" variant="delta" dir="auto">
          {childrenOf(node)}
        </Typography>
      );
    case 'list':
      return (
        <Box tag={node.format === 'ordered' ? 'ol' : 'ul'} paddingLeft={6} style={{ listStyle: 'initial' }}>
          {childrenOf(node)}
        </Box>
      );
    case 'list-item':
      return (
        <li>
          <Typography dir="auto">{childrenOf(node)}</Typography>
        </li>
      );
    case 'quote':
      return (
        <Box
          tag="blockquote"
          margin={0}
          paddingLeft={4}
          borderStyle="solid"
          borderWidth="0 0 0 3px"
          borderColor="neutral300"
        >
          <Typography dir="auto">{childrenOf(node)}</Typography>
        </Box>
      );
    case 'image':
      return (
        <img
          src={pictureAddress(node.image?.url ?? '')}
          alt={node.image?.alternativeText ?? ''}
          style={{ maxWidth: '100%' }}
        />
      );
    default:
      return (
        <Typography tag="p" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {childrenOf(node)}
        </Typography>
      );
  }
};

interface Props {
  body: unknown[];
  /** Set at the head of the first paragraph; null where it has a line of its own. */
  dateline?: string | null;
}

/** A paragraph with the dateline at its head. */
function ledBy(dateline: string, paragraph: Node): Node {
  const lead = { type: 'text', bold: true, text: runIn(dateline, '') };
  return { ...paragraph, children: [lead, ...(paragraph.children ?? [])] };
}

/** A story's text. */
export const BodyView = ({ body, dateline = null }: Props) => {
  const texts = useTexts();
  const opening = dateline === null ? -1 : openingParagraph(body);
  if (body.length === 0) return <Typography textColor="neutral600">{texts('story.body.none')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {(body as Node[]).map((node, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text have no ids, and do not move
        <BlockNode key={at} node={dateline !== null && at === opening ? ledBy(dateline, node) : node} />
      ))}
    </Flex>
  );
};
