import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first, or one of them would run alone at the end, with the other cores at rest. */
const LONGEST = [
  'access',
  'truth',
  'random-operations',
  'holds',
  'worker-troubles',
  'bad-input',
  'pins',
  'holds-failed-end',
  'transactions',
  'hostile-queries',
  'settings-and-health',
  'related-panel',
  'story-panel',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.indexOf(path.basename(moduleId, '.test.ts'));
  return place < 0 ? LONGEST.length : place;
};

/** Vitest's own order, which knows of the last run, with these in front. */
export default class LongestFirst extends BaseSequencer {
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
