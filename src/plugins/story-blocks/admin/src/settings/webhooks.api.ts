import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';

/** Told when answers in caches are to go. */
const CHANGED = 'story-blocks.changed';

/** Strapi's own permissions. */
export const WEBHOOK_ACTIONS = { read: 'admin::webhooks.read', create: 'admin::webhooks.create' } as const;

/** One of Strapi's webhooks, as far as it matters here. */
export interface Webhook {
  id: string;
  name: string;
  url: string;
  isEnabled: boolean;
  events: string[];
}
export interface NewWebhook {
  name: string;
  url: string;
  headers: Record<string, string>;
}

/** Strapi's own routes for webhooks, as far as they are about those that are told of changes. */
export function useWebhooksApi() {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      listening: async (): Promise<Webhook[]> => {
        const { data } = await get<{ data: Webhook[] }>('/admin/webhooks');
        return data.data.filter(({ events }) => events.includes(CHANGED));
      },
      add: async (webhook: NewWebhook): Promise<void> => {
        await post('/admin/webhooks', { ...webhook, events: [CHANGED] });
      },
    }),
    [get, post]
  );
}
