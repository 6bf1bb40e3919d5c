import type { SlugFault } from '../../../shared/src';
import { decodeReferences, findReference } from '../headlines/decode-references';
import { showSlug } from '../segments/slug-fault';
import { describeFault } from '../writes/slug-unsafe-error';

/** What an editor should know of a slug, or of the headline that it is made of. Nothing of it stops a publication. */
export interface SlugFinding {
  code: 'SLUG_UNSAFE' | 'SLUG_ALIKE' | 'HEADLINE_REFERENCES';
  severity: 'warning';
  field: 'slug' | 'title';
  message: string;
  values: Record<string, string>;
}

/** What is known of an entry's slug and headline. */
export interface SlugFacts {
  slug: string;
  headline: string;
  fault: SlugFault | null;
  /** Whether another entry has the slug but for its case. */
  isAlike: boolean;
  /** A free and safe one; asked for where the slug is neither. */
  suggestion: string;
}

/** The findings about an entry's slug and headline. */
export function findSlugFindings({ slug, headline, fault, isAlike, suggestion }: SlugFacts): SlugFinding[] {
  const findings: SlugFinding[] = [];
  const values = { slug: showSlug(slug), suggestion };
  if (fault) {
    findings.push({
      code: 'SLUG_UNSAFE',
      severity: 'warning',
      field: 'slug',
      message: `The slug "${values.slug}" is not a safe part of an address: ${describeFault(fault)}. Use "${suggestion}".`,
      values,
    });
  } else if (isAlike) {
    findings.push({
      code: 'SLUG_ALIKE',
      severity: 'warning',
      field: 'slug',
      message: `Another entry has or had the slug "${values.slug}" in another spelling, upper and lower case for one. Use "${suggestion}".`,
      values,
    });
  }
  const reference = findReference(headline);
  if (reference !== null) {
    const decoded = decodeReferences(headline);
    findings.push({
      code: 'HEADLINE_REFERENCES',
      severity: 'warning',
      field: 'title',
      message: `The headline holds "${reference}", a character as web pages write it. Write "${decoded}".`,
      values: { reference, decoded },
    });
  }
  return findings;
}
