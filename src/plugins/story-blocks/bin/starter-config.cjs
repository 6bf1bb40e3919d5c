'use strict';

const fs = require('node:fs');

/** Keys of the mapping that a first start can do with, and those that can be added. */
const KEYS = {
  story: 'title slug section source filedAt bylineLabel body summary image priority'.split(' '),
  section: 'name slug label description position storyLayout frontLayout'.split(' '),
  source: 'name code kind rightsLine'.split(' '),
};
const REQUIRED = { story: 'title', section: 'name', source: 'name' };

function attributesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).attributes;
  } catch {
    // Written as code, or absent: the mapping is left to whoever knows the type.
    return {};
  }
}

/** Whether a field called like its key can stand for it: a relation only where it leads to the mapped type. */
const fits = (key, attribute, uids) =>
  attribute && (attribute.type === 'relation' ? attribute.target === uids[key] : attribute.type !== 'component');

function typeText(kind, uids, schemaOf) {
  const attributes = attributesOf(schemaOf(uids[kind]));
  const mapped = KEYS[kind].filter((key) => key === REQUIRED[kind] || fits(key, attributes[key], uids));
  const others = KEYS[kind].filter((key) => !mapped.includes(key));
  return [
    `    ${kind}: {`,
    `      uid: '${uids[kind]}',`,
    ...(others.length > 0 ? [`      // Also known: ${others.join(', ')}.`] : []),
    `      fields: { ${mapped.map((key) => `${key}: '${key}'`).join(', ')} },`,
    '    },',
  ];
}

/**
 * A first `config/newsroom`: fields of the application's types that are called like Wiredesk's keys are mapped, the
 * other keys named.
 *
 * @param {{ story: string, section: string | null, source: string | null }} uids
 * @param {(uid: string) => string} schemaOf The schema file of a content type.
 * @param {boolean} isTypeScript
 */
function starterConfig(uids, schemaOf, isTypeScript) {
  const kinds = Object.keys(KEYS).filter((kind) => uids[kind]);
  return `${[
    '/**',
    ' * Which content types of this application are stories, sections …, and which of their fields mean what: on the left',
    ' * what Wiredesk calls a field, on the right its name here. What does not fit stops the start and is named.',
    ' */',
    `${isTypeScript ? 'export default' : 'module.exports ='} {`,
    '  types: {',
    ...kinds.flatMap((kind) => typeText(kind, uids, schemaOf)),
    '  },',
    '  /** Pages of a section or site that has no layout of its own. */',
    '  defaultLayouts: {',
    "    story: [{ __component: 'story-blocks.related-links' }, { __component: 'story-blocks.section-teaser' }],",
    '    front: [],',
    '  },',
    '};',
  ].join('\n')}\n`;
}

module.exports = { starterConfig };
