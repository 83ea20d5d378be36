import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { CheckMany } from './check-command';
import type { Job } from './check-file';
import type { FileResult } from './file-result';

/** One file for a worker to check. Answered by its result. */
interface Task {
  readonly file: string;
  readonly job: Job;
}

/** Starting a worker (loading the bundle, the catalogue and the editions) costs about as much as checking a few files. */
const FILES_PER_WORKER = 6;
const MOST_WORKERS = 8;

/** Files spread over worker threads running `script`, which must call `serve`; few files are checked by `few` instead. */
export function inWorkers(
  script: string,
  few: CheckMany,
  workers = Math.min(availableParallelism(), MOST_WORKERS),
): CheckMany {
  return async (files, job, done) => {
    const count = Math.min(workers, Math.floor(files.length / FILES_PER_WORKER));
    return count < 2 ? few(files, job, done) : spread(script, count, files, job, done);
  };
}

async function spread(
  script: string,
  count: number,
  files: readonly string[],
  job: Job,
  done: (result: FileResult) => void,
): Promise<readonly FileResult[]> {
  const results: FileResult[] = [];
  let next = 0;
  const work = async (worker: Worker): Promise<void> => {
    const ask = asking(worker);
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file === undefined) return;
      const result = await ask({ file, job });
      results[index] = result;
      done(result);
    }
  };
  const workers = Array.from({ length: count }, () => new Worker(script));
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}

/** A way to ask a worker one thing after the other. Its listeners stay: a worker without any stops delivering messages. */
function asking(worker: Worker): (task: Task) => Promise<FileResult> {
  let waiting:
    { readonly resolve: (result: FileResult) => void; readonly reject: (error: unknown) => void } | undefined;
  worker.on('message', (result: FileResult) => waiting?.resolve(result));
  worker.on('error', (error) => waiting?.reject(error));
  // A worker that runs out of memory ends without an error of its own.
  worker.on('exit', (code) => waiting?.reject(new Error(`a worker ended with ${code}`)));
  return (task) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      worker.postMessage(task);
    });
}

/** Answers each task that arrives at a worker's port. */
export function serve(port: MessagePort, check: (file: string, job: Job) => Promise<FileResult>): void {
  port.on('message', (task: Task) => {
    void check(task.file, task.job).then((result) => port.postMessage(result));
  });
}
