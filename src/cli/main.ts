import { checkSnapshot, editionIds } from '../commands/check';
import { openXlsx } from '../hosts/xlsx/open-xlsx';
import { nodeIo } from './node-io';
import { run } from './run';
import type { Tools } from './check-file';

const tools: Tools = { open: (bytes) => openXlsx(bytes), editionIds, check: checkSnapshot };

// The status is set, not exited with: what was written to a pipe may still be on its way.
void run(process.argv.slice(2), nodeIo(process), tools).then((status) => {
  process.exitCode = status;
});
