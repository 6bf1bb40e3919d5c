import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeModel, encodeModel } from './encode-model';
import type { TrainedModel } from './train-model';

const float = fc.float({ noNaN: true, noDefaultInfinity: true });
const model: fc.Arbitrary<TrainedModel> = fc
  .record({ size: fc.integer({ min: 0, max: 40 }), dimensions: fc.integer({ min: 0, max: 128 }) })
  .chain(({ size, dimensions }) => {
    const floats = fc.float32Array({ minLength: size, maxLength: size, noNaN: true });
    return fc.record({
      stories: fc.nat(),
      dimensions: fc.constant(dimensions),
      hashes: fc.int32Array({ minLength: size, maxLength: size }),
      words: floats,
      directions: floats,
      lengths: fc.array(float, { minLength: size, maxLength: size }).map((values) => Float32Array.from(values)),
      vectors: fc.int8Array({ minLength: size * dimensions, maxLength: size * dimensions }),
    });
  });

describe('a stored model', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(model, (one) => {
        expect(decodeModel(encodeModel(one))).toEqual(one);
      })
    );
  });

  it('is read from a part of a larger buffer, at any address', () => {
    fc.assert(
      fc.property(model, fc.integer({ min: 0, max: 9 }), (one, before) => {
        const stored = encodeModel(one);
        const larger = Buffer.concat([Buffer.alloc(before, 0xab), stored, Buffer.alloc(5, 0xab)]);
        expect(decodeModel(larger.subarray(before, before + stored.length))).toEqual(one);
      })
    );
  });

  it('is of parts of a larger memory too', () => {
    const one = fc.sample(model, { seed: 5, numRuns: 20 }).find(({ hashes }) => hashes.length > 3) as TrainedModel;
    const memory = new Int32Array([7, ...one.hashes, 9]);
    expect(decodeModel(encodeModel({ ...one, hashes: memory.subarray(1, -1) }))).toEqual(one);
  });
});
