import path from 'node:path';
import type { CheckMany } from '../../src/cli/check-command';
import { inWorkers } from '../../src/cli/workers';

// Answers a task with the name of its file, later ones sooner; ends without a word for `end`.
const script = path.join(__dirname, 'answering-worker.cjs');
const job = { edition: undefined, linesIn: undefined };
const files = Array.from({ length: 20 }, (_, index) => `${index}.xlsx`);
const here: CheckMany = async (names) => names.map((file) => ({ file, kind: 'unusable', because: 'unreadable' }));

test('results come in the order of the files, whichever is done first', async () => {
  const done: string[] = [];
  const results = await inWorkers(script, here, 3)(files, job, (result) => done.push(result.file));
  expect(results.map((result) => result.file)).toEqual(files);
  expect(results.every((result) => result.kind === 'unusable' && result.because === 'not-found')).toBe(true);
  expect([...done].sort()).toEqual([...files].sort());
});

test('a few files are checked here', async () => {
  const results = await inWorkers(script, here, 3)(files.slice(0, 5), job, () => undefined);
  expect(results.every((result) => result.kind === 'unusable' && result.because === 'unreadable')).toBe(true);
});

test('a worker that ends in the middle is a mistake that is told, not a wait without end', async () => {
  await expect(inWorkers(script, here, 2)([...files, 'end'], job, () => undefined)).rejects.toThrow('ended');
});
