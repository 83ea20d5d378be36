import { isatty } from 'node:tty';
import { nodeFiles } from './files';
import type { Io, Output } from './io';

/** Why results could not be written to where the output was sent. */
export type OutputProblem = 'no-space' | 'unwritable';

/**
 * The world of a real command: the process's streams, environment and files. `failed` is told, once, that what was written
 * to stdout did not arrive; whoever reads us may stop reading (`| head`), and that is no mistake of anybody.
 */
export function nodeIo(process: NodeJS.Process, failed: (because: OutputProblem) => void): Io {
  let told = false;
  return {
    stdout: outputTo(process.stdout, ({ code }) => {
      if (told || code === 'EPIPE') return;
      told = true;
      failed(code === 'ENOSPC' || code === 'EDQUOT' ? 'no-space' : 'unwritable');
    }),
    // Where stderr itself fails there is nobody left to tell.
    stderr: outputTo(process.stderr, () => undefined),
    env: process.env,
    now: () => performance.now(),
    files: nodeFiles,
  };
}

function outputTo(
  stream: NodeJS.WriteStream & { readonly fd: number },
  onError: (error: NodeJS.ErrnoException) => void,
): Output {
  stream.on('error', onError);
  // Asked of the descriptor: a pipe has no `isTTY` at all, whatever its type says.
  const isTerminal = isatty(stream.fd);
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal,
    columns: isTerminal ? stream.columns : undefined,
  };
}
