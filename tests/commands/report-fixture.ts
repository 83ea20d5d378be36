import type { Cause, Finding, Severity, Unchecked } from '../../src/engine/finding/finding';
import type { FindingFacts, Quoted } from '../../src/engine/finding/facts';
import type { CheckReport } from '../../src/engine/finding/report';
import { parseA1 } from '../../src/engine/snapshot/address';
import type { CellRef } from '../../src/engine/snapshot/address';
import type { CellValue, SheetSnapshot, Snapshot } from '../../src/engine/snapshot/snapshot';

/** `表五!G9` as a reference. */
export function ref(address: string): CellRef {
  const [sheet = '', cell = ''] = address.split('!');
  const at = parseA1(cell);
  if (!at) throw new Error(`not an address: ${address}`);
  return { sheet, ...at };
}

/** A sheet of these rows, the first at row 1; blanks are left out. */
export function sheet(
  name: string,
  rows: readonly (readonly CellValue[])[],
  more: Partial<SheetSnapshot> = {},
): SheetSnapshot {
  return {
    name,
    visibility: 'visible',
    rows: rows.flatMap((values, row) => {
      const cells = values.flatMap((value, column) => (value === null ? [] : [{ column, value }]));
      return cells.length > 0 ? [{ row, cells }] : [];
    }),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    notes: [],
    flags: [],
    isProtected: false,
    ours: false,
    ...more,
  };
}

export function snapshot(...sheets: readonly SheetSnapshot[]): Snapshot {
  return { stamp: 'as-read', sheets };
}

function quoted(address: string, row: string, column: string, amount?: string): Quoted {
  const cell = ref(address);
  return { cell, table: cell.sheet, row, column, ...(amount === undefined ? {} : { amount }) };
}

/** A whole that its parts do not sum to. */
export function partsDiffer(
  id: string,
  whole: string,
  actual: string,
  expected: string,
  parts: readonly string[],
  severity: Severity = 'error',
): Finding {
  const difference = String(Math.round(Number(actual) * 100 - Number(expected) * 100) / 100);
  const facts: FindingFacts = {
    code: 'parts-differ',
    whole: quoted(whole, '文化和旅游', '项目支出', actual),
    parts: expected,
    count: parts.length,
    names: parts,
    difference,
    moneyUnit: '万元',
  };
  return {
    id,
    rule: 'b-hierarchy',
    severity,
    facts,
    cells: [ref(whole), ...parts.map(ref)],
    expected,
    actual,
    difference,
  };
}

/** One figure that stands in two places. */
export function sameDiffer(
  id: string,
  first: [string, string],
  second: [string, string],
  severity: Severity = 'error',
): Finding {
  const difference = String(Math.round(Number(first[1]) * 100 - Number(second[1]) * 100) / 100);
  return {
    id,
    rule: 'same-scope',
    severity,
    facts: {
      code: 'same-differ',
      first: quoted(first[0], '群众文化', '项目支出', first[1]),
      second: quoted(second[0], '群众文化', '合计', second[1]),
      difference,
      moneyUnit: '万元',
    },
    cells: [ref(first[0]), ref(second[0])],
    expected: second[1],
    actual: first[1],
    difference,
  };
}

/** A cause whose one wrong cell is known. */
export function oneCell(id: string, cell: string, suggestion: string, findings: readonly Finding[]): Cause {
  const [speaker] = findings;
  if (!speaker) throw new Error('a cause has findings');
  return {
    id,
    kind: 'cell',
    severity: speaker.severity,
    facts: speaker.facts,
    determined: true,
    confidence: 0.95,
    alternatives: [[{ cell: ref(cell), suggestion }]],
    findings: findings.map((finding) => finding.id),
  };
}

/** A cause that the figures cannot place: either cell may be wrong. */
export function either(id: string, cells: readonly string[], findings: readonly Finding[]): Cause {
  return {
    ...oneCell(id, cells[0] ?? '', '0', findings),
    kind: 'pair',
    determined: false,
    confidence: 0.5,
    alternatives: cells.map((cell) => [{ cell: ref(cell) }]),
  };
}

/** A report that says these things; counts and summary follow from them. */
export function report(
  findings: readonly Finding[],
  causes: readonly Cause[] = [],
  unchecked: readonly Unchecked[] = [],
  more: Partial<CheckReport> = {},
): CheckReport {
  const caused = new Set(causes.flatMap((cause) => cause.findings));
  const counted = [...causes, ...findings.filter((finding) => !caused.has(finding.id))];
  const count = (severity: Severity): number => counted.filter((it) => it.severity === severity).length;
  const notChecked = unchecked.reduce((sum, it) => sum + it.count, 0);
  const equations = {
    total: 20 + findings.length + notChecked,
    passed: 16,
    failed: findings.length,
    notApplicable: 4,
    notChecked,
  };
  return {
    edition: { id: 'xinjiang-2021', name: '新疆2021版' },
    department: '云溪市文化馆',
    year: 2025,
    tables: [
      { id: '表五', sheet: '表五', title: '一般公共预算支出情况表', figures: 30, declaredEmpty: false, equations },
      { id: '表七', sheet: '表七', title: '项目支出情况表', figures: 12, declaredEmpty: false, equations },
    ],
    sheets: [
      { sheet: '表五', tables: ['表五'] },
      { sheet: '表七', tables: ['表七'] },
    ],
    equations,
    unchecked,
    findings,
    causes,
    explained: 0,
    summary: { error: count('error'), warning: count('warning'), note: count('note') },
    ...more,
  };
}
