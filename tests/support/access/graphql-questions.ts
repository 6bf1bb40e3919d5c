import type { Core } from '@strapi/strapi';
import { type Arguments, createArguments } from './graphql-arguments';
import { type Field, type GraphqlSchema, named, type Type } from './graphql-schema';
import type { Question } from './rest-questions';
import { sample } from './sample';
import type { World } from './world';

const ask = (route: string, graphql: string): Question => ({ route, path: '/graphql', graphql });

const createCall =
  (schema: GraphqlSchema) =>
  (field: Field, args: string[], selection: string, alias = '') => {
    const given = args.filter(Boolean).join(', ');
    const inner = schema.isLeaf(field.type) ? '' : ` { ${selection} }`;
    return `${alias}${field.name}${given ? `(${given})` : ''}${inner}`;
  };

/** Every field of the root: plain, as a draft, filtered, sorted, twice under two names, with all that it leads to. */
function ofRoots(schema: GraphqlSchema, args: Arguments): Question[] {
  const call = createCall(schema);
  return (schema.types.get('Query')?.fields ?? []).flatMap((field, turn) => {
    const type = schema.typeOf(field.type);
    const route = `Query.${field.name}`;
    const isCollection = type.kind === 'OBJECT' && type.name.endsWith('EntityResponseCollection');
    const flat = schema.everything(type, isCollection ? 1 : 0);
    // Strapi makes all of its own fields alike; ours and those of stories are asked everything.
    const isAlike =
      (isCollection || args.idsOf.has(type.name) || args.oracles(field).length > 0) && !args.isOfStories(field);
    const variants = [...args.optional(field), ...args.oracles(field)];
    const lists = args.needed(field);
    const [first = '', second = first] = lists;
    const once = [
      ...(isAlike ? sample(variants, 3, turn) : variants).map((variant) => call(field, [second, variant], flat)),
      call(field, [second], schema.everything(type, 2)),
      `${call(field, [first, 'status: DRAFT'], flat, 'a: ')} ${call(field, [first], flat, 'b: ')}`,
    ];
    const isKnown = args.idsOf.has(named(field.type)) || args.oracles(field).length > 0;
    const everywhere = (isKnown ? lists : lists.slice(0, 8)).flatMap((list) =>
      ['', ...(field.args.some(({ name }) => name === 'status') ? ['status: DRAFT'] : [])].map((more) =>
        call(field, [list, more], flat)
      )
    );
    return [...everywhere, ...once].map((selection) => ask(route, `{ ${selection} }`));
  });
}

type Wrap = (inner: string, more?: string) => string;

/** Finds one way from the root to each type. */
function createReach(schema: GraphqlSchema) {
  const known = new Set<string>();
  const open: { type: Type; wrap: Wrap }[] = [];
  function reach(type: Type, wrap: Wrap): void {
    if (known.has(type.name)) return;
    known.add(type.name);
    if (type.kind === 'OBJECT') open.push({ type, wrap });
    for (const { name } of type.kind === 'UNION' ? (type.possibleTypes ?? []) : []) {
      reach(schema.types.get(name) as Type, (inner, more) => wrap(`... on ${name} { ${inner} }`, more));
    }
  }
  return { reach, next: () => open.shift() };
}

/** Every field of every type that leads to another type. */
function ofTypes(schema: GraphqlSchema, args: Arguments): Question[] {
  const call = createCall(schema);
  const { reach, next } = createReach(schema);
  const roots = schema.types.get('Query')?.fields ?? [];
  for (const isNeedy of [false, true]) {
    for (const field of roots.filter((root) => root.args.some(schema.isRequired) === isNeedy)) {
      const [list] = args.needed(field);
      if (list === undefined) continue;
      reach(schema.typeOf(field.type), (inner, more = '') => `{ ${call(field, [list, more], inner)} }`);
    }
  }
  const questions: Question[] = [];
  let turn = 0;
  for (let at = next(); at; at = next()) {
    const { type, wrap } = at;
    for (const field of type.fields ?? []) {
      const [list] = args.needed(field);
      if (list === undefined || schema.isLeaf(field.type)) continue;
      turn += 1;
      const target = schema.typeOf(field.type);
      const few = schema.everything(target, 0);
      const one = (more = '', above?: string) => wrap(call(field, [list, more], few), above);
      const asked = [wrap(call(field, [list], schema.everything(target, 1))), one('', 'status: DRAFT')];
      const rest = [
        one('status: DRAFT'),
        wrap(`${call(field, [list], few, 'a: ')} ${call(field, [list], few, 'b: ')}`),
        ...['hasPublishedVersion: false', 'publicationFilter: NEVER_PUBLISHED', 'publicationFilter: MODIFIED'].map(
          (above) => one('', above)
        ),
        ...args.oracles(field).map((oracle) => one(oracle)),
        ...args.optional(field).map((value) => one(value)),
      ];
      const more = args.isOfStories(field) ? sample(rest, 2, turn) : sample(rest, 4, turn);
      questions.push(
        ...[...asked, ...(/^(nodes|pageInfo|pagination)$/.test(field.name) ? [] : more)].map((graphql) =>
          ask(`${type.name}.${field.name}`, graphql)
        )
      );
      reach(target, (inner, above) => wrap(call(field, [list], inner), above));
    }
  }
  return questions;
}

/** Every question by GraphQL, made of the running application's schema. */
export function graphqlQuestions(schema: GraphqlSchema, strapi: Core.Strapi, world: World): Question[] {
  const args = createArguments(schema, strapi, world);
  const byAddress = ['{ articles(status: DRAFT) { title } }', '{ articles { localizations { title } } }'].map(
    (query): Question => ({
      route: 'GET /graphql',
      path: `/graphql?query=${encodeURIComponent(query)}`,
      headers: { 'Apollo-Require-Preflight': 'true' },
    })
  );
  const questions = [...ofRoots(schema, args), ...ofTypes(schema, args)];
  return [...byAddress, ...new Map(questions.map((question) => [question.graphql, question])).values()];
}
