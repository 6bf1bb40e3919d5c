import type { Core } from '@strapi/strapi';

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  {
    name: 'strapi::cors',
    config: {
      // Strapi's own, and the tag of an answer that a frontend of another origin keeps: it reads it, and sends it back.
      headers: ['Content-Type', 'Authorization', 'Origin', 'Accept', 'If-None-Match'],
      expose: ['ETag', 'Cache-Tag'],
    },
  },
  'strapi::poweredBy',
  'global::refuse-null',
  'strapi::query',
  'global::limit-query',
  'strapi::body',
  'global::limit-body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
