import type { MessagePort } from 'node:worker_threads';
import { checkSnapshot, editionIds } from '../commands/check';
import { DEFAULT_LIMITS } from '../hosts/xlsx/compression';
import { openXlsx } from '../hosts/xlsx/open-xlsx';
import { cliWords } from '../i18n/cli/catalogue';
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

/** Carries out a command in this process and gives its exit status. `worker` is the file that a thread runs in order to `work`. */
export function main(argv: readonly string[], worker: string): Promise<number> {
  const io = nodeIo(process, (because) => {
    const { language } = parseArguments(argv, tools.editionIds);
    process.stderr.write(`${cliWords(language).outputFailed(because)}\n`);
    process.exitCode = 2;
  });
  return run(argv, io, tools, inWorkers(worker, inThisThread(io, tools)));
}

/** Checks the files that a command asks for through the port of this thread. */
export function work(port: MessagePort): void {
  const io = nodeIo(process, () => undefined);
  serve(port, (file, job) => checkFile(file, job, io, tools));
}
