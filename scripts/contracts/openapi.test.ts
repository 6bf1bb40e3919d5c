import fs from 'node:fs';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { openApiDocument } from './openapi';

const file = path.resolve(import.meta.dirname, '../../docs/openapi.json');
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the OpenAPI document', () => {
  test('is the one in docs: after a change, npm run openapi writes it', () => {
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(plain(openApiDocument()));
  });

  test('is valid as OpenAPI 3.1', async () => {
    const validator = new Validator();
    const checked = await validator.validate(plain(openApiDocument()));
    expect(checked.errors ?? []).toEqual([]);
    expect(validator.version).toBe('3.1');
  });

  test('has schemas that JSON Schema 2020-12 takes, each reference leading somewhere', () => {
    const document = plain(openApiDocument());
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    addFormats(ajv);
    ajv.addVocabulary(['components']);
    ajv.addSchema({ $id: 'app:', components: document.components });
    for (const name of Object.keys(document.components.schemas)) {
      expect(() => ajv.compile({ $ref: `app:#/components/schemas/${name}` }), name).not.toThrow();
    }
    const text = JSON.stringify(document.paths);
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    for (const name of names) expect(document.components.schemas).toHaveProperty(name);
  });

  test('lets answers grow, and is closed for tests', () => {
    expect(openApiDocument().components.schemas.Site).not.toHaveProperty('additionalProperties');
    expect(openApiDocument({ closed: true }).components.schemas.Site).toHaveProperty('additionalProperties', false);
  });

  test('has an id of its own for every operation', () => {
    const ids = Object.values(openApiDocument().paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId)
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(15);
  });
});
