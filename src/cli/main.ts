import { isMainThread, parentPort } from 'node:worker_threads';
import { checkSnapshot, editionIds } from '../commands/check';
import { DEFAULT_LIMITS } from '../hosts/xlsx/compression';
import { openXlsx } from '../hosts/xlsx/open-xlsx';
import { cliWords } from '../i18n/catalogue';
import { parseArguments } from './arguments';
import { inThisThread } from './check-command';
import { checkFile } from './check-file';
import type { Tools } from './check-file';
import { NODE_COMPRESSION } from './node-compression';
import { nodeIo } from './node-io';
import { run } from './run';
import { inWorkers, serve } from './workers';

const packing = { limits: DEFAULT_LIMITS, compression: NODE_COMPRESSION };
const tools: Tools = { open: (bytes) => openXlsx(bytes, packing), editionIds, check: checkSnapshot };
const argv = process.argv.slice(2);
const io = nodeIo(process, (because) => {
  const { language } = parseArguments(argv, tools.editionIds);
  process.stderr.write(`${cliWords(language).outputFailed(because)}\n`);
  process.exitCode = 2;
});

// The bundle is its own worker: one file is all there is to ship.
if (isMainThread) {
  // The status is set, not exited with: what was written to a pipe may still be on its way.
  void run(argv, io, tools, inWorkers(__filename, inThisThread(io, tools))).then((status) => {
    process.exitCode ??= status;
  });
} else if (parentPort) {
  serve(parentPort, (file, job) => checkFile(file, job, io, tools));
}
