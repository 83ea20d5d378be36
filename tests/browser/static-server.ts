import { createReadStream, existsSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

export interface StaticServer {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a folder on this machine alone; texts given by path take the place of files. */
export async function serve(folder: string, instead: Readonly<Record<string, string>> = {}): Promise<StaticServer> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const text = instead[path];
    const file = join(folder, normalize(path));
    if (text !== undefined) response.writeHead(200, { 'content-type': type }).end(text);
    else if (existsSync(file) && statSync(file).isFile())
      createReadStream(file).pipe(response.writeHead(200, { 'content-type': type }));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
