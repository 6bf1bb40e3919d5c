import type { Core } from '@strapi/strapi';

const UID = 'api::dateline.dateline';

interface Place {
  label?: string | null;
  city?: string | null;
  region?: string | null;
  country?: string | null;
}

/** Names a filing place for editors where nobody did: "Halifax, Nova Scotia, CA". */
export function labelPlaces(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    if (context.uid === UID && context.action === 'create') {
      const data = (context.params as { data?: Place }).data;
      if (data && (data.label == null || (typeof data.label === 'string' && data.label.trim() === ''))) {
        data.label = [data.city, data.region, data.country].filter(Boolean).join(', ');
      }
    }
    return next();
  });
}
