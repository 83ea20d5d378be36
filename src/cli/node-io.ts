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

function outputTo(stream: NodeJS.WriteStream): Output {
  // Whoever reads us may stop reading (`| head`); that is no mistake of anybody.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: Boolean(stream.isTTY),
    columns: stream.isTTY ? stream.columns : undefined,
  };
}
