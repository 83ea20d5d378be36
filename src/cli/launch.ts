import { isMainThread, parentPort } from 'node:worker_threads';
import { loadProgram, programIn } from './program-file';

// What is run by hand, and by each thread of the program.
const { main, work } = loadProgram(programIn(__dirname));

if (isMainThread) {
  // The status is set, not exited with: what was written to a pipe may still be on its way.
  void main(process.argv.slice(2), __filename).then((status) => {
    process.exitCode ??= status;
  });
} else if (parentPort) work(parentPort);
