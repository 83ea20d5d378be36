import { Writable } from 'node:stream';
import { nodeIo } from '../../src/cli/node-io';

/** What is told where writing to these streams ends like this. */
async function toldOf(stdout: string | undefined, stderr?: string): Promise<readonly string[]> {
  const stream = (code: string | undefined): Writable =>
    new Writable({
      autoDestroy: false,
      write: (_chunk, _encoding, done) => done(code === undefined ? null : Object.assign(new Error(code), { code })),
    });
  const told: string[] = [];
  const world = { stdout: stream(stdout), stderr: stream(stderr), env: {} };
  const io = nodeIo(world as unknown as NodeJS.Process, (because) => told.push(because));
  io.stdout.write('结果\n');
  io.stderr.write('说明\n');
  io.stdout.write('又一行\n');
  await new Promise((resolve) => setImmediate(resolve));
  return told;
}

test.each([
  ['nothing fails', undefined, undefined, []],
  ['the disk is full', 'ENOSPC', undefined, ['no-space']],
  ['any other failure', 'EIO', undefined, ['unwritable']],
  ['whoever reads stops reading', 'EPIPE', undefined, []],
  ['stderr itself fails', undefined, 'ENOSPC', []],
])('%s', async (_, stdout, stderr, told) => {
  expect(await toldOf(stdout, stderr)).toEqual(told);
});
