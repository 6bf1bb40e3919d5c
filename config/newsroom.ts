/**
 * Which content types of this application are stories, sections, topics … and which of their fields mean what.
 * All Wiredesk plugins read it; a key that does not fit the schemas stops the start with a sentence that names it.
 */
export default {
  types: {
    story: {
      uid: 'api::article.article',
      fields: {
        title: 'title',
        slug: 'slug',
        section: 'section',
        topics: 'topics',
        source: 'source',
        datelines: 'datelines',
        datelineDate: 'datelineDate',
        filedAt: 'filedAt',
        byline: { field: 'byline', author: 'author', name: 'name', location: 'location', role: 'role' },
        bylineLabel: 'bylineLabel',
        body: 'body',
        summary: 'summary',
        image: 'image',
        externalLinks: { field: 'externalLinks', title: 'title', url: 'url' },
        priority: 'priority',
      },
    },
    section: {
      uid: 'api::section.section',
      fields: {
        name: 'name',
        slug: 'slug',
        label: 'label',
        description: 'description',
        site: 'site',
        parent: 'parent',
        position: 'position',
        topics: 'topics',
        storyLayout: 'storyLayout',
        frontLayout: 'frontLayout',
      },
    },
    topic: {
      uid: 'api::topic.topic',
      fields: { name: 'name', slug: 'slug', landingPhrase: 'landingPhrase', landingUrl: 'landingUrl', site: 'site' },
    },
    site: {
      uid: 'api::site.site',
      fields: {
        name: 'name',
        url: 'url',
        owner: 'owner',
        tagline: 'tagline',
        language: 'language',
        timezone: 'timezone',
        datelineStyle: 'datelineStyle',
        urlPattern: 'urlPattern',
        storyLayout: 'storyLayout',
        frontLayout: 'frontLayout',
      },
    },
    author: {
      uid: 'api::author.author',
      fields: { name: 'name', familyName: 'familyName', slug: 'slug' },
    },
    place: {
      uid: 'api::dateline.dateline',
      fields: {
        label: 'label',
        city: 'city',
        region: 'region',
        country: 'country',
        timezone: 'timezone',
        standsAlone: 'standsAlone',
        names: { field: 'names', locale: 'locale', city: 'city', region: 'region' },
        aliases: 'aliases',
      },
    },
    source: {
      uid: 'api::source.source',
      fields: { code: 'code', name: 'name', kind: 'kind', rightsLine: 'rightsLine' },
    },
  },
  /** Pages of a site or section that has no layout of its own. */
  defaultLayouts: {
    story: [
      { __component: 'story-blocks.related-links' },
      { __component: 'story-blocks.section-teaser' },
      { __component: 'story-blocks.share', targets: [{ name: 'Email' }, { name: 'Facebook' }, { name: 'X' }] },
    ],
    front: [],
  },
  datelineStyle: 'ap',
};
