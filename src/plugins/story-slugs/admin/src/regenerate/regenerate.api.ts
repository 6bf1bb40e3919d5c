import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import { PLUGIN_ID } from '../../../shared/src/ids';
import type { Regeneration } from '../../../shared/src/slugs.contract';

/** Which slugs are made again. */
export interface RegenerateWish {
  published: boolean;
  chosen: boolean;
}

export function useRegenerateApi() {
  const { get, post } = useFetchClient();
  return React.useMemo(
    () => ({
      /** What would change; nothing is written. */
      async report(wish: RegenerateWish): Promise<Regeneration> {
        return (await get<{ data: Regeneration }>(`/${PLUGIN_ID}/regenerate`, { params: wish })).data.data;
      },
      async run(wish: RegenerateWish): Promise<Regeneration> {
        return (await post<{ data: Regeneration }>(`/${PLUGIN_ID}/regenerate`, { data: wish })).data.data;
      },
    }),
    [get, post]
  );
}
