import { Box, EmptyStateLayout } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { type TextId, useTexts } from '../texts';
import { usePermission } from './usePermission';

interface Props {
  action: string;
  /** How the roles page calls the permission. */
  permission: TextId;
  title: TextId;
  children: ReactNode;
}

/** A page for those who hold an action; others are told which one they lack, and where it is given. */
export function Needs({ action, permission, title, children }: Props) {
  const texts = useTexts();
  const isAllowed = usePermission(action);
  if (isAllowed === null) return <Page.Loading />;
  if (isAllowed) return children;
  return (
    <Page.Main>
      <Page.Title>{texts(title)}</Page.Title>
      <Layouts.Header title={texts(title)} />
      <Layouts.Content>
        <Box paddingBottom={10}>
          <EmptyStateLayout
            icon={<Lock width="4rem" height="4rem" fill="neutral500" aria-hidden />}
            content={texts('access.needs', { permission: texts(permission) })}
          />
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}
