import type { Hold, StoryFinding } from '../../../../shared/src';

/** What the datelines plugin finds. */
export interface LineFinding {
  code: string;
  severity: StoryFinding['severity'];
  field: 'dateline' | 'byline' | 'source' | 'date';
  message: string;
  values?: Record<string, string>;
}

/** What story-slugs finds. */
export interface SlugFinding {
  code: string;
  severity: StoryFinding['severity'];
  field: 'slug' | 'title';
  message: string;
  values?: Record<string, string>;
}

/** What is known of a story before it is published. */
export interface Facts {
  title: string;
  hasBody: boolean;
  /** `gone`: it names a section that there is not, in its language. */
  section: 'named' | 'gone' | 'none';
  hasPlace: boolean;
  /** The filing date where it lies ahead of publication; ISO 8601. */
  filedAhead: string | null;
  slug: string | null;
  isSlugTaken: boolean;
  /** The hold that lies on it now. */
  hold: Hold | null;
  lines: readonly LineFinding[];
  slugs: readonly SlugFinding[];
  /** The story's fields by what they mean; those that are not mapped, or not this editor's to read, are left out. */
  fields: Partial<
    Record<
      'title' | 'body' | 'section' | 'datelines' | 'slug' | 'byline' | 'source' | 'datelineDate' | 'filedAt',
      string
    >
  >;
}

const FIELD_OF = { dateline: 'datelines', byline: 'byline', source: 'source', date: 'datelineDate' } as const;
const ORDER = ['error', 'warning', 'info'];

function holdFinding(hold: Hold): StoryFinding {
  const base = { field: null };
  if (hold.state === 'canceled') {
    return { ...base, code: 'KILLED', severity: 'error', message: 'The story is killed. Lift the kill to publish it.' };
  }
  if (hold.state === 'withheld') {
    return {
      ...base,
      code: 'WITHHELD',
      severity: 'error',
      message: 'The story is withheld. Lift the hold to publish it.',
    };
  }
  const until = hold.until ?? '';
  if (hold.failure) {
    return {
      ...base,
      code: 'EMBARGO_FAILED',
      // Nothing refuses it: whoever sees to it may publish the story at once.
      severity: 'warning',
      message: `The embargo ended at ${until}, but the story was not published: ${hold.failure.message}`,
      values: { until },
    };
  }
  return hold.thenPublish
    ? {
        ...base,
        code: 'EMBARGO_THEN_PUBLISHED',
        severity: 'info',
        message: `Under embargo until ${until}; it is published by itself then.`,
        values: { until },
      }
    : {
        ...base,
        code: 'EMBARGO',
        severity: 'warning',
        message: `Under embargo until ${until}; it cannot be published before.`,
        values: { until },
      };
}

/** What matters before a story is published, the gravest first. */
export function findFindings(facts: Facts): StoryFinding[] {
  const { fields, slug } = facts;
  const findings: StoryFinding[] = facts.hold ? [holdFinding(facts.hold)] : [];
  const add = (
    field: keyof Facts['fields'],
    isFound: boolean,
    finding: Pick<StoryFinding, 'code' | 'severity' | 'message' | 'values'>
  ) => {
    const name = fields[field];
    if (name && isFound) findings.push({ ...finding, field: name });
  };
  add('title', facts.title === '', {
    code: 'HEADLINE_MISSING',
    severity: 'error',
    message: 'The story has no headline.',
  });
  add('body', !facts.hasBody, { code: 'BODY_MISSING', severity: 'error', message: 'The story has no text.' });
  add('section', facts.section === 'none', {
    code: 'SECTION_MISSING',
    severity: 'error',
    message: 'The story has no section: it has no kicker and stands on no front.',
  });
  add('section', facts.section === 'gone', {
    code: 'SECTION_GONE',
    severity: 'error',
    message: 'The section of the story does not exist in this language any more. Choose another.',
  });
  add('slug', facts.isSlugTaken, {
    code: 'SLUG_TAKEN',
    severity: 'error',
    message: `Another story has the slug "${slug}", or had it. Choose another.`,
    values: { slug: slug ?? '' },
  });
  add('filedAt', facts.filedAhead !== null, {
    code: 'FILED_AHEAD',
    severity: 'error',
    message: `The story is filed for ${facts.filedAhead}, which is still to come.`,
    values: { filedAt: facts.filedAhead ?? '' },
  });
  add('datelines', !facts.hasPlace, {
    code: 'PLACE_MISSING',
    severity: 'warning',
    message: 'The story has no place, so it has no dateline.',
  });
  for (const { code, severity, field, message, values } of facts.lines) {
    const name = fields[FIELD_OF[field]];
    if (name) findings.push({ code: `datelines.${code}`, severity, field: name, message, values });
  }
  for (const { code, severity, field, message, values } of facts.slugs) {
    const name = fields[field];
    if (name) findings.push({ code: `story-slugs.${code}`, severity, field: name, message, values });
  }
  return findings.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
