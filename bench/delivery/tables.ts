// What was measured, for people: the tables of docs/performance.md.
import type { Profiles } from './measure';
import type { WritingResult } from './measure-writing';
import { markdownOf, type Result } from './ratios';
import type { Showing } from './showing';

const MIB = 2 ** 20;

type Memory = Pick<NodeJS.MemoryUsage, 'rss' | 'heapUsed'>;

/** What was measured of one archive on one database. */
export interface Run {
  database: string;
  count: number;
  results: Result[];
  profiles: Profiles;
  memory: { idle: Memory; after: Memory };
  publishing: { results: Result[]; showing: Showing } | null;
}

/** What publishing on one database costs. */
export interface Writes {
  database: string;
  results: WritingResult[];
}

const mib = ({ rss, heapUsed }: Memory) => `${Math.round(rss / MIB)} MiB (heap ${Math.round(heapUsed / MIB)})`;

/** Of each comparison, what was lost from the smaller archive to the larger. */
function growthOf(runs: Run[]): string[] {
  return [...new Set(runs.map(({ database }) => database))].flatMap((database) => {
    const [small, large] = runs.filter((run) => run.database === database).sort((a, b) => a.count - b.count);
    if (!small || !large) return [];
    const rows = small.results.flatMap(({ name, against, ratio }) => {
      const other = large.results.find((one) => one.name === name && one.against === against);
      if (!other || against !== 'trivial') return [];
      const lost = (1 - other.ratio.median / ratio.median) * 100;
      return [`| ${name} | ${ratio.median.toFixed(2)} | ${other.ratio.median.toFixed(2)} | ${lost.toFixed(0)} % |`];
    });
    const head = `### From ${small.count} to ${large.count} stories on ${database}`;
    return [
      [head, '', `| route | ${small.count} | ${large.count} | lost |`, '| --- | --: | --: | --: |', ...rows].join('\n'),
    ];
  });
}

/** Where the time goes, for each that was profiled: groups that take a twentieth and more. */
function profilesOf(profiles: Profiles): string {
  const rows = Object.entries(profiles).map(([name, groups]) => {
    const most = groups.filter(({ share }) => share >= 0.05);
    return `| ${name} | ${most.map(({ group, share }) => `${group} ${Math.round(share * 100)} %`).join(', ')} |`;
  });
  return rows.length > 0 ? ['| what | where its time goes |', '| --- | --- |', ...rows].join('\n') : '';
}

export function tablesOf(runs: Run[], writes: Writes[]): string[] {
  return [
    ...runs.map(({ database, count, results, profiles, memory, publishing }) =>
      [
        `### ${count} stories on ${database}`,
        markdownOf([...results, ...(publishing?.results ?? [])]),
        profilesOf(profiles),
        `Memory: ${mib(memory.idle)} before, ${mib(memory.after)} after all that.`,
        publishing
          ? `Of ${publishing.showing.stories} stories ${publishing.showing.notAtOnce} were not in their section's teasers and rail at once; related links after ${publishing.showing.p50.toFixed(0)} ms (median), ${publishing.showing.p99.toFixed(0)} ms (p99).`
          : '',
      ]
        .filter(Boolean)
        .join('\n\n')
    ),
    ...growthOf(runs),
    ...writes.map(({ database, results }) => {
      const statements = results[0]?.statements;
      return [
        `### Publishing on ${database}`,
        markdownOf(results),
        `Statements of a publish: ${statements?.with} with the plugins, ${statements?.without} without.`,
      ].join('\n\n');
    }),
  ];
}
