// Tells how long the parts of a live check take, each without what it calls of the others: the sources' own functions are wrapped where
// they are exported, and nothing is changed in them. To be required before anything else of the sources is.
require('./typescript.cjs');

/** The test host is not the product's, what it takes is told apart. */
const PARTS = [
  ['测试宿主', '../tests/office/server/executor.ts', 'Executor', 'execute'],
  ['比较和计算', '../src/engine/recheck/recheck.ts', 'evaluateAgainInSteps'],
  ['认表', '../src/engine/recognise/recognise.ts', 'recogniseInSteps'],
  ['推导算式', '../src/engine/equation/derive.ts', 'deriveInSteps'],
  ['其他检查', '../src/engine/check/checks.ts', 'runChecksInSteps'],
  ['归因', '../src/engine/finding/causes.ts', 'groupByCauseInSteps'],
  ['认格', '../src/engine/localise/localise.ts', 'Localiser', 'explain'],
  ['手误', '../src/engine/finding/cause/acts.ts', 'explanationsByActs'],
  ['尾差', '../src/engine/localise/rounding.ts', 'settleRoundingInSteps'],
  ['报告', '../src/engine/check/report.ts', 'reportOnInSteps'],
  ['建议', '../src/commands/fix.ts', 'determinedChanges'],
];

const running = [];
const spent = new Map();
let since = 0;

/** Puts what has passed since the last change of parts to the part that was at work. */
function turn(part) {
  const now = performance.now();
  const last = running[running.length - 1];
  if (last !== undefined) spent.set(last, (spent.get(last) ?? 0) + now - since);
  since = now;
  if (part === undefined) running.pop();
  else running.push(part);
}

function timed(part, work) {
  turn(part);
  try {
    return work();
  } finally {
    turn(undefined);
  }
}

function* stepped(part, steps) {
  for (;;) {
    const step = timed(part, () => steps.next());
    if (step.done) return step.value;
    yield;
  }
}

const isSteps = (value) => typeof value?.next === 'function' && typeof value?.throw === 'function';

for (const [part, file, ...path] of PARTS) {
  const [name, method] = path;
  const module = require(file);
  const owner = method === undefined ? module : module[name].prototype;
  const key = method ?? name;
  const original = owner[key];
  if (typeof original !== 'function') throw new Error(`no ${path.join('.')} in ${file}`);
  owner[key] = function (...given) {
    const made = timed(part, () => original.apply(this, given));
    return isSteps(made) ? stepped(part, made) : made;
  };
}

/** Milliseconds by part since the last call. */
exports.takeParts = () => {
  const parts = new Map(spent);
  spent.clear();
  return parts;
};
