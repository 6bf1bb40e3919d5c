import { Box, Flex, Typography } from '@strapi/design-system';

type Entry = [name: string, text: string];

/** The texts of a block, however deep they stand; ids and addresses are of no use to an editor. */
function textsOf(value: unknown, name = ''): Entry[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, name));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => (key === 'documentId' ? [] : textsOf(item, key)));
  }
  return value === null || value === undefined || value === '' ? [] : [[name, String(value)]];
}

/** A block that another plugin registered: its data, a line each. */
export const GenericBlock = ({
  block: { type: _type, heading: _heading, ...data },
}: {
  block: Record<string, unknown>;
}) => (
  <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
    {textsOf(data).map(([name, text], at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: names and texts may repeat, and a block's data does not move
      <Box key={at}>
        <Typography tag="dt" variant="pi" textColor="neutral600">
          {name}
        </Typography>
        <Typography tag="dd" dir="auto" style={{ marginInlineStart: 0, overflowWrap: 'anywhere' }}>
          {text}
        </Typography>
      </Box>
    ))}
  </Flex>
);
