import { Decimal } from 'decimal.js';
import { compare } from '../../../src/engine/narrate/change';

// This year, last year: what a reader of two decimals sees.
test.each([
  ['100', '80', 'more', '20', '25'],
  ['80', '100', 'less', '-20', '-20'],
  ['100', '100', 'same', '0', '0'],
  ['100', '0', 'fresh', '100', undefined],
  ['0', '100', 'gone', '-100', '-100'],
  ['0', '0', 'never', '0', undefined],
  // Nothing that is printed as 0.00 is there for a reader.
  ['100', '0.004', 'fresh', '100', undefined],
  ['0.004', '0.003', 'never', '0', undefined],
  ['12.344', '12.341', 'same', '0', '0'],
  // 3.335 and 3.3349 are printed 3.34 and 3.33: whoever subtracts and divides has these.
  ['3.335', '3.3349', 'more', '0.01', '0.3003003003003003003'],
  // Of a base below zero, and of a fall below zero, a percentage says nothing.
  ['5', '-5', 'more', '10', undefined],
  ['-5', '5', 'less', '-10', undefined],
  ['-5', '0', 'less', '-5', undefined],
  ['0', '-5', 'more', '5', undefined],
])('%s after %s: %s %s, %s %%', (now, before, kind, difference, percent) => {
  const change = compare(new Decimal(now), new Decimal(before), 2);
  expect(change.kind).toBe(kind);
  expect(change.difference.toFixed()).toBe(difference);
  expect(change.percent?.toFixed()).toBe(percent);
});
