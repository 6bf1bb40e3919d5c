import { Flex, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeskBlock, DeskLink, DeskRelated } from '../../../shared/src/desk-related.contract';
import { useTexts } from '../texts';

interface Props {
  /** Null for a story that was never saved. */
  data: DeskRelated | null;
  links: readonly DeskLink[];
  block: DeskBlock | null;
  isOfForm: boolean;
  /** Null where the form has nothing that readers do not have. */
  onSwitch: (() => void) | null;
}

/** Which links these are: readers' own, or those that a text would have; and how many of them the page has room for. */
export const StateLine = ({ data, links, block, isOfForm, onSwitch }: Props) => {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const about = () => {
    if (!data) return texts('related.state.unsaved');
    if (data.state === 'new') return texts('related.state.new');
    if (isOfForm && data.state === 'published') return texts('related.state.changes');
    if (data.state === 'published')
      return texts(data.isRelating ? 'related.state.relating' : 'related.state.published');
    if (data.state === 'held' && data.hold?.until) {
      return texts('related.state.embargo', {
        date: formatDate(data.hold.until, { dateStyle: 'medium', timeStyle: 'short' }),
      });
    }
    return texts(data.state === 'held' ? 'related.state.held' : 'related.state.draft');
  };
  const count = links.filter(({ shown }) => shown).length;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography textColor="neutral800">{about()}</Typography>
      {links.length > 0 ? (
        <Typography variant="pi" textColor="neutral600">
          {block ? texts('related.state.count', { count, total: links.length }) : texts('related.state.noBlock')}
        </Typography>
      ) : null}
      {onSwitch ? (
        <TextButton onClick={onSwitch}>
          {texts(isOfForm ? 'related.state.toReaders' : 'related.state.toChanges')}
        </TextButton>
      ) : null}
    </Flex>
  );
};
