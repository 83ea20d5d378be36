import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** Paths of the files under version control, with `/`; undefined where this is no git checkout or git is missing. */
export function trackedFiles(): readonly string[] | undefined {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  return status === 0 ? stdout.split('\0').filter((file) => file !== '') : undefined;
}
