import * as fc from 'fast-check';
import { findingId } from '../../../src/engine/finding/id';

test('equal parts give equal ids, on every machine', () => {
  expect(findingId('k-leaf', '表五', '201')).toBe(findingId('k-leaf', '表五', '201'));
  expect(findingId('k-leaf', '表五', '201')).toMatch(/^k-leaf-[0-9a-z]{14}$/);
});

test('where the parts are cut matters, and so does their order', () => {
  expect(findingId('r', 'ab', 'c')).not.toBe(findingId('r', 'a', 'bc'));
  expect(findingId('r', 'a', 'b')).not.toBe(findingId('r', 'b', 'a'));
});

test('different parts give different ids', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 200 }), (texts) => {
      expect(new Set(texts.map((text) => findingId('r', text))).size).toBe(texts.length);
    }),
  );
});
