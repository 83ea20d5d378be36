import { constants } from 'node:fs';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileError, Files } from './io';

/** The files of this machine. */
export const nodeFiles: Files = {
  async read(file) {
    try {
      return { ok: true, bytes: await readFile(file) };
    } catch (error) {
      return { ok: false, because: causeOf(error, { ENOENT: 'not-found', ENOTDIR: 'not-found' }, 'unreadable') };
    }
  },

  async same(a, b) {
    const [first, second] = await Promise.all([identity(a), identity(b)]);
    return first !== undefined && first === second;
  },

  async write(file, bytes) {
    let temporary: string | undefined;
    try {
      // A link stays a link: what it leads to is replaced.
      const target = await realpath(file).catch(() => file);
      if (await isFolder(target)) return 'is-folder';
      temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.part`);
      const handle = await open(
        temporary,
        constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC,
        await modeOf(target),
      );
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, target);
      return undefined;
    } catch (error) {
      if (temporary !== undefined) await rm(temporary, { force: true });
      return causeOf(
        error,
        { ENOENT: 'no-folder', ENOTDIR: 'no-folder', ENOSPC: 'no-space', EDQUOT: 'no-space' },
        'unwritable',
      );
    }
  },
};

const COMMON: Readonly<Record<string, FileError>> = {
  EISDIR: 'is-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EBUSY: 'no-permission',
  EROFS: 'no-permission',
};

function causeOf(error: unknown, own: Readonly<Record<string, FileError>>, otherwise: FileError): FileError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
  // Without a code it did not come from the system, and is a mistake of ours.
  if (code === undefined) throw error;
  return own[code] ?? COMMON[code] ?? otherwise;
}

async function identity(file: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function modeOf(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.mode & 0o777,
    () => 0o666,
  );
}
