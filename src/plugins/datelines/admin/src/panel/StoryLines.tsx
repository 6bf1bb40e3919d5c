import { Button, Flex, Typography } from '@strapi/design-system';
import type { CheckedForm } from '../../../shared/src/check.contract';
import { useTexts } from '../texts';
import { Findings } from './Findings';
import type { DatelinePanelState } from './useDatelinePanel';

interface Props {
  checked: CheckedForm;
  panel: Pick<DatelinePanelState, 'opening' | 'removeFromBody' | 'moveIntoFields' | 'isLocked'>;
}

/** Words of the first paragraph that are shown after a dateline which runs into it, in code units. */
const SHOWN = 60;
const EAST_ASIAN_END = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]$/u;

/** A dateline with the words that it is set before. */
function withWords(dateline: string, opening: string | null, bodyDateline: string | null): string {
  const text = (opening ?? '').trim();
  const words = bodyDateline && text.startsWith(bodyDateline) ? text.slice(bodyDateline.length).trim() : text;
  if (!dateline || !words) return dateline;
  const shown = words.length > SHOWN ? `${words.slice(0, words.lastIndexOf(' ', SHOWN) + 1 || SHOWN).trim()}…` : words;
  return `${dateline}${EAST_ASIAN_END.test(dateline) ? '' : ' '}${shown}`;
}

/** The story's dateline and byline in the house style, and what is worth checking. */
export const StoryLines = ({ checked, panel }: Props) => {
  const texts = useTexts();
  const { dateline, datelineRunsIn, byline, bodyDateline, findings } = checked;
  const { opening } = panel;
  const line = (text: string, none: string) => (
    <Typography textColor={text ? 'neutral800' : 'neutral600'} style={{ overflowWrap: 'anywhere' }}>
      {text || none}
    </Typography>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {texts('story.heading')}
        </Typography>
        {line(datelineRunsIn ? withWords(dateline, opening, bodyDateline) : dateline, texts('story.noDateline'))}
        {line(byline, texts('story.noByline'))}
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={1} aria-live="polite">
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {texts('findings.heading')}
        </Typography>
        {findings.length === 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {texts('findings.none')}
          </Typography>
        ) : (
          <Findings findings={findings} />
        )}
        {bodyDateline && dateline ? (
          <Button
            variant="secondary"
            fullWidth
            disabled={panel.isLocked}
            onClick={() => panel.removeFromBody(bodyDateline)}
          >
            {texts('bodyDateline.remove')}
          </Button>
        ) : null}
        {bodyDateline && !dateline ? (
          <Button
            variant="secondary"
            fullWidth
            disabled={panel.isLocked}
            onClick={() => panel.moveIntoFields(bodyDateline)}
          >
            {texts('bodyDateline.move')}
          </Button>
        ) : null}
      </Flex>
    </Flex>
  );
};
