import { Session } from 'node:inspector/promises';
import path from 'node:path';

/** Functions by the time that they took themselves while `work` was done, the most first: milliseconds, name and place. */
export async function selfTimes(work) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const spent = new Map();
  for (const [index, id] of profile.samples.entries()) {
    const { functionName, url, lineNumber } = byId.get(id).callFrame;
    const place = `${functionName || '(anonymous)'} ${path.basename(url)}:${lineNumber + 1}`;
    spent.set(place, (spent.get(place) ?? 0) + profile.timeDeltas[index] / 1000);
  }
  return [...spent].sort(([, a], [, b]) => b - a);
}
