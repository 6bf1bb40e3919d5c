import type { ParsedCredit } from '../../text/src';

/** A person's whole name in the order in which it is written. */
export function creditName({ name, givenName, familyName, familyFirst, suffix }: ParsedCredit): string {
  const parts = familyFirst ? [familyName, givenName] : [givenName, familyName];
  const whole = name ?? parts.filter(Boolean).join(' ');
  return suffix ? `${whole} ${suffix}` : whole;
}
