import type { Core } from '@strapi/strapi';
import { isServedSecurely } from '../src/setup/public-url';

interface Previews {
  address(uid: string, of: { documentId?: string; locale?: string; status?: string }, template?: string): unknown;
}

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => {
  const previewUrl = env('PREVIEW_URL', '');
  // Without an address of the frontend's own, stories are shown where readers find them: on any of the network's sites.
  const origins = env.array('PREVIEW_ORIGINS', previewUrl ? [new URL(previewUrl).origin] : ['https:']);
  return {
    auth: {
      secret: env('ADMIN_JWT_SECRET')!,
      // Only the admin's own pages ask with it. Without https a browser would not send a secure one back.
      cookie: { sameSite: 'strict', ...(isServedSecurely(env('PUBLIC_URL', '')) ? { secure: true } : {}) },
    },
    apiToken: { salt: env('API_TOKEN_SALT')! },
    transfer: { token: { salt: env('TRANSFER_TOKEN_SALT')! } },
    secrets: { encryptionKey: env('ENCRYPTION_KEY')! },
    flags: { nps: false, promoteEE: false },
    watchIgnoreFiles: ['**/tests/**', '**/scripts/**', '**/docs/**'],
    preview: {
      enabled: true,
      config: {
        allowedOrigins: origins,
        handler: (uid: string, { documentId, locale, status }) => {
          const previews = strapi.plugin('story-blocks').service('previews') as Previews;
          return previews.address(uid, { documentId, locale, status }, previewUrl || undefined) as Promise<string>;
        },
      },
    },
  };
};
