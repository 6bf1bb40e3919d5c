import { Box, Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { BoardList } from '../../../shared/src/board.contract';
import { useTexts } from '../texts';
import { type Asked, type Choice, nameIn } from './choice';

interface Props {
  list: BoardList;
  choice: Choice;
  onChoose(asked: Asked): void;
}

/** Sections that belong to no site, or to one that the administrator may not read. */
const NO_SITE = '-';

const Named = ({ lang, children }: { lang?: string | null; children: ReactNode }) => (
  <span dir="auto" lang={lang ?? undefined}>
    {children}
  </span>
);

/** Which site, section and language the board shows. */
export const Chooser = ({ list, choice, onChoose }: Props) => {
  const texts = useTexts();
  const { section, siteId, locale } = choice;
  const hasHomeless = list.sections.some((one) => one.siteId === null);
  const beside = list.sections.filter((one) => one.siteId === siteId);
  const languages = section.languages.filter((language) => language.locale !== null);
  const languageName = (code: string | null) => list.locales.find((one) => one.code === code)?.name ?? code ?? '';
  const firstOf = (site: string) => list.sections.find((one) => (one.siteId ?? NO_SITE) === site)?.documentId;
  const column = (label: string, select: ReactNode) => (
    <Grid.Item col={4} s={12} direction="column" alignItems="stretch">
      <Field.Root>
        <Field.Label>{label}</Field.Label>
        {select}
      </Field.Root>
    </Grid.Item>
  );
  return (
    <Box paddingBottom={6}>
      <Grid.Root gap={4}>
        {list.sites.length > 0
          ? column(
              texts('board.site'),
              <SingleSelect
                value={siteId ?? NO_SITE}
                onChange={(site) =>
                  onChoose({ site: String(site), section: firstOf(String(site)), locale: locale ?? undefined })
                }
              >
                {list.sites.map((site) => (
                  <SingleSelectOption key={site.documentId} value={site.documentId}>
                    <Named>{site.name}</Named>
                  </SingleSelectOption>
                ))}
                {hasHomeless ? <SingleSelectOption value={NO_SITE}>{texts('board.noSite')}</SingleSelectOption> : null}
              </SingleSelect>
            )
          : null}
        {column(
          texts('board.section'),
          <SingleSelect
            value={section.documentId}
            onChange={(id) => onChoose({ site: siteId ?? undefined, section: String(id), locale: locale ?? undefined })}
          >
            {beside.map((one) => {
              const named = nameIn(one, locale);
              return (
                <SingleSelectOption key={one.documentId} value={one.documentId}>
                  <Named lang={named?.locale}>{named?.name}</Named>
                </SingleSelectOption>
              );
            })}
          </SingleSelect>
        )}
        {languages.length > 0
          ? column(
              texts('board.language'),
              <SingleSelect
                value={locale ?? ''}
                onChange={(code) =>
                  onChoose({ site: siteId ?? undefined, section: section.documentId, locale: String(code) })
                }
              >
                {languages.map((language) => (
                  <SingleSelectOption key={language.locale} value={language.locale ?? ''}>
                    {languageName(language.locale)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            )
          : null}
      </Grid.Root>
    </Box>
  );
};
