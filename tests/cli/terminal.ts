import type { Files, Io, Output } from '../../src/cli/io';
import type { Tools } from '../../src/cli/check-file';
import { openXlsx } from '../../src/hosts/xlsx/open-xlsx';
import type { CheckReport } from '../../src/engine/finding/report';
import { run } from '../../src/cli/run';

/** What one run of the command line did. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: ReadonlyMap<string, Uint8Array>;
}

export interface World {
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The report that a check gives, whatever the file holds; the real check where it is left out. */
  readonly check?: Tools['check'];
  readonly open?: Tools['open'];
}

/** A command run in a world made of these files, with a clock that moves 0.12 seconds a look. */
export async function budget(argv: readonly string[], world: World = {}): Promise<Ran> {
  let [stdout, stderr, clock] = ['', '', 0];
  const written = new Map<string, Uint8Array>();
  const output = (write: (text: string) => void): Output => ({
    write,
    isTerminal: world.terminal ?? false,
    columns: world.terminal ? (world.columns ?? 80) : undefined,
  });
  const files: Files = {
    read: async (path) => {
      const bytes = world.files?.[path];
      return bytes ? { ok: true, bytes } : { ok: false, because: 'not-found' };
    },
    same: async (a, b) => a === b,
    write: async (path, bytes) => {
      if (path.startsWith('missing/')) return 'no-folder';
      written.set(path, bytes);
      return undefined;
    },
  };
  const io: Io = {
    stdout: output((text) => (stdout += text)),
    stderr: output((text) => (stderr += text)),
    env: world.env ?? {},
    now: () => (clock += 120),
    files,
  };
  const tools: Tools = {
    open: world.open ?? openXlsx,
    editionIds: ['xinjiang-2021', 'other-2026'],
    check: world.check ?? (async () => Promise.reject(new Error('no check was given'))),
  };
  const status = await run(argv, io, tools);
  return { status, stdout, stderr, written };
}

/** A check that answers by what stands in A1 of the first sheet. */
export function answering(reports: Readonly<Record<string, CheckReport>>): Tools['check'] {
  return async (snapshot) => {
    const name = String(snapshot.sheets[0]?.rows[0]?.cells[0]?.value);
    const report = reports[name];
    if (!report) throw new Error(`no report for ${name}`);
    return report;
  };
}
