import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { Answer } from './client';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<
    string,
    { headers?: Record<string, { required?: boolean }>; content?: Record<string, { schema: unknown }> }
  >;
}
export interface Document {
  paths: Record<string, Record<string, unknown>>;
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** Holds answers against an OpenAPI document, and keeps count of what was seen. */
export function createConformance(document: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats(ajv);
  ajv.addSchema(JSON.parse(JSON.stringify(document)), 'app:');
  const operations = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const described = operation as Operation;
        return [described.operationId, { path, method, ...described }] as const;
      })
    )
  );
  const seen = new Set<string>();

  function operationOf(id: string) {
    const operation = operations.get(id);
    if (!operation) throw new Error(`No operation ${id} is documented.`);
    return operation;
  }

  /** Fails unless the document says that the operation may answer so. */
  function check(id: string, answer: Answer): void {
    const { path, method, responses } = operationOf(id);
    const where = `${id} ${answer.status}`;
    const response = responses[answer.status];
    expect(response, `${where} is documented; it was ${answer.text}`).toBeDefined();
    for (const [name, { required }] of Object.entries(response.headers ?? {})) {
      if (required) expect(answer.headers.get(name), `${where}: header ${name}`).not.toBeNull();
    }
    if (!response.content) {
      expect(answer.text, `${where}: no body`).toBe('');
      seen.add(where);
      return;
    }
    const type = (answer.headers.get('content-type') ?? '').split(';')[0];
    expect(Object.keys(response.content), `${where}: content type`).toContain(type);
    const pointer = ['paths', path, method, 'responses', String(answer.status), 'content', type, 'schema'];
    const validate = ajv.compile({ $ref: `app:#/${pointer.map((part) => encodeURI(escaped(part))).join('/')}` });
    const isValid = validate(type === 'application/json' ? answer.body : answer.text);
    expect(validate.errors ?? [], `${where}: body ${answer.text.slice(0, 2_000)}`).toEqual([]);
    expect(isValid).toBe(true);
    seen.add(`${where} ${type}`);
  }

  /** The address of an operation, with its parameters as the document says that they are written. */
  function addressOf(id: string, params: Record<string, string>): { method: string; address: string } {
    const { path, method, parameters = [] } = operationOf(id);
    const query = new URLSearchParams();
    let address = path;
    for (const [name, value] of Object.entries(params)) {
      const place = parameters.find((parameter) => parameter.name === name)?.in;
      expect(place, `${id} has the parameter ${name}`).toBeDefined();
      if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value));
      else query.set(name, value);
    }
    return { method: method.toUpperCase(), address: `/api${address}${query.size > 0 ? `?${query}` : ''}` };
  }

  /** Everything documented: each operation's statuses, each with its content types. */
  const documented = [...operations.values()].flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, { content }]) =>
      content ? Object.keys(content).map((type) => `${operationId} ${status} ${type}`) : [`${operationId} ${status}`]
    )
  );

  return { check, addressOf, unseen: () => documented.filter((one) => !seen.has(one)) };
}
