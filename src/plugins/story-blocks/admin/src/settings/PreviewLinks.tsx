import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PreviewLink, SettingsPreview } from '../../../shared/src/settings.contract';
import { type TextId, useTexts } from '../texts';
import en from '../translations/en.json';

const keyOf = ({ documentId, locale }: PreviewLink) => `${documentId} ${locale}`;

/** A link's move against the other list. */
function moveOf(link: PreviewLink, place: number, before: PreviewLink[]): { text: TextId; by: number } | null {
  const was = before.findIndex((other) => keyOf(other) === keyOf(link));
  if (was < 0) return { text: 'settings.preview.new', by: 0 };
  if (was === place) return null;
  return { text: was > place ? 'settings.preview.up' : 'settings.preview.down', by: Math.abs(was - place) };
}

function LinkList({ title, links, before }: { title: string; links: PreviewLink[]; before?: PreviewLink[] }) {
  const texts = useTexts();
  const { formatNumber } = useIntl();
  const reasonText = (reason: string) => {
    const id = `settings.reason.${reason}`;
    return id in en ? texts(id as TextId) : reason;
  };
  return (
    <Box flex="1" minWidth="300px">
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {title}
      </Typography>
      {links.length === 0 && <Typography tag="p">{texts('settings.preview.noLinks')}</Typography>}
      <Box tag="ol" paddingTop={2} style={{ listStyle: 'none' }}>
        {links.map((link, place) => {
          const move = before && moveOf(link, place, before);
          return (
            <Box tag="li" key={keyOf(link)} paddingTop={2} paddingBottom={2}>
              <Flex gap={2} alignItems="baseline">
                <Box minWidth="1.6rem">
                  <Typography variant="pi" textColor="neutral600" aria-hidden>
                    {place + 1}
                  </Typography>
                </Box>
                <Box flex="1" minWidth={0}>
                  <Typography dir="auto" lang={link.locale || undefined} tag="span">
                    {link.title ?? texts('settings.preview.hidden')}
                  </Typography>
                  <Flex gap={2} wrap="wrap" paddingTop={1}>
                    <Typography variant="pi" textColor="neutral600">
                      {formatNumber(link.score, { minimumFractionDigits: 3, maximumFractionDigits: 3 })}
                    </Typography>
                    <Typography variant="pi" textColor="neutral600">
                      {link.reasons.map(reasonText).join(' · ')}
                    </Typography>
                    {move && (
                      <Badge
                        size="S"
                        {...(move.text === 'settings.preview.down'
                          ? { backgroundColor: 'neutral150', textColor: 'neutral800' }
                          : { backgroundColor: 'primary100', textColor: 'primary700' })}
                      >
                        {texts(move.text, { by: move.by })}
                      </Badge>
                    )}
                  </Flex>
                </Box>
              </Flex>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

/** Both lists beside each other, the edited one with what moves in it. */
export function PreviewLinks({ now, edited }: SettingsPreview) {
  const texts = useTexts();
  return (
    <Flex gap={8} alignItems="flex-start" wrap="wrap">
      <LinkList title={texts('settings.preview.now')} links={now} />
      <LinkList title={texts('settings.preview.edited')} links={edited} before={now} />
    </Flex>
  );
}
