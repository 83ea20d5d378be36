import { isatty } from 'node:tty';
import { nodeFiles } from './files';
import type { Io, Output } from './io';

/** The world of a real command: the process's streams, environment and files. */
export function nodeIo(process: NodeJS.Process): Io {
  return {
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    env: process.env,
    now: () => performance.now(),
    files: nodeFiles,
  };
}

function outputTo(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  // Whoever reads us may stop reading (`| head`); that is no mistake of anybody.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
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
