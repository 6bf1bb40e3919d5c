import { Button, EmptyStateLayout, LinkButton } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useQueryParams } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { useRequest } from '../data/useRequest';
import { useTexts } from '../texts';
import { BoardView } from './BoardView';
import { isForbidden, messageOf, useBoardApi } from './board.api';
import { Chooser } from './Chooser';
import { type Asked, resolveChoice } from './choice';

const SECTIONS = '/content-manager';

/** The section board: fronts as readers get them, for editors to order. */
export default function BoardPage() {
  const api = useBoardApi();
  const texts = useTexts();
  const { data: list, error, reload } = useRequest(api.list);
  const [{ query }, setQuery] = useQueryParams<Asked>();
  const choice = list && resolveChoice(list, query);

  if (!list && !error) return <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{texts('board.title')}</Page.Title>
      <Layouts.Header title={texts('board.title')} subtitle={texts('board.subtitle')} />
      <Layouts.Content>
        {error ? (
          <EmptyStateLayout
            icon={
              isForbidden(error) ? (
                <Lock width="4rem" height="4rem" fill="neutral500" aria-hidden />
              ) : (
                <EmptyDocuments width="16rem" />
              )
            }
            content={
              isForbidden(error) ? texts('board.forbidden') : `${texts('board.failed')} ${messageOf(error)}`.trim()
            }
            action={
              isForbidden(error) ? undefined : (
                <Button variant="secondary" onClick={() => void reload()}>
                  {texts('board.again')}
                </Button>
              )
            }
          />
        ) : null}
        {list && !choice ? (
          <EmptyStateLayout
            icon={<EmptyDocuments width="16rem" />}
            content={texts('board.noSections')}
            action={
              <LinkButton tag={RouterLink} to={SECTIONS} variant="secondary">
                {texts('board.toSections')}
              </LinkButton>
            }
          />
        ) : null}
        {list && choice ? (
          <>
            <Chooser list={list} choice={choice} onChoose={(asked) => setQuery(asked)} />
            <BoardView
              key={`${choice.section.documentId} ${choice.locale}`}
              section={choice.section.documentId}
              locale={choice.locale}
            />
          </>
        ) : null}
      </Layouts.Content>
    </Page.Main>
  );
}
