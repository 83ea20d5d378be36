import { groupBy } from '../../lists/group-by';
import type { Book } from '../../book/book';
import { aboutCell, aboutOf, readFacts } from '../../asked/read-facts';
import type { Snapshot } from '../../snapshot/snapshot';
import type { CellRef } from '../../snapshot/address';
import { labelledDepartment } from '../../text/department-label';
import { normaliseText, readable, similarity } from '../../text/normalise';
import type { Check } from '../check';
import { cellsWithin } from '../look';
import { makeFinding } from '../make-finding';

interface Named {
  readonly name: string;
  readonly cell: CellRef;
  readonly table: string;
}

const LEAST_LIKENESS = 0.6;
/** The department without its units is a unit like them. */
const ITSELF = /\(?本级\)?$/;

export const department: Check = {
  id: 's-department',
  severity: 'warning',
  describes:
    '同一文件里编制部门的名称要一致，用全称。例：前几张表写“云州市人民政府办公室”，后几张写“云州市政府办公室”。统一为规范全称。“单位情况”里的部门名称也一起比：改了它，要再编一次，各表才跟着变。',
  run({ book, snapshot }) {
    const named = departmentsOf(book);
    const own = ownName(snapshot);
    const unnamed = own ? unnamedIn(book, snapshot) : [];
    if (own && named.length + unnamed.length > 0) named.push(...unnamed, own);
    const groups = [...groupBy(named, ({ name }) => name)].sort((a, b) => b.length - a.length);
    if (groups.length < 2) return [];
    return [
      makeFinding({
        rule: 's-department',
        severity: 'warning',
        facts: {
          code: 'department-differs',
          names: groups.map((group) => ({
            name: readable(group[0].name),
            tables: [...new Set(group.map(({ table }) => table))],
          })),
          ...(own && groups.some((group) => group.length === 1 && group[0] === own) ? { ours: own.table } : {}),
        },
        // The cells to change first: those of the rarer spellings.
        cells: [...groups].reverse().flatMap((group) => group.map(({ cell }) => cell)),
        about: groups.map((group) => group[0].name).sort(),
        table: groups[1]?.[0].table,
      }),
    ];
  },
};

/** Names at tables; budget units of forms only where they are another spelling of one of these, since a department has units of its own. */
function departmentsOf(book: Book): Named[] {
  const atTables = book.tables.flatMap(({ declared, frame }) =>
    frame.department ? [namedAt(frame.department, declared.id)] : [],
  );
  const atForms = book.forms.flatMap((form) => {
    const unit =
      form.budgetUnit && form.budgetUnit.text !== ''
        ? { name: form.budgetUnit.text, cell: form.budgetUnit.cell }
        : form.frame.department;
    return unit ? [namedAt(unit, form.declared.id)] : [];
  });
  const units = atForms.filter(({ name }) => !ITSELF.test(name));
  const unique = atTables.filter(({ name }) => name !== '');
  return [
    ...unique,
    ...units.filter(({ name }) => unique.length === 0 || unique.some((other) => isSpellingOf(name, other.name))),
  ];
}

/** Tables that say 编制部门： and nothing behind it: they were compiled before anybody had said who. */
function unnamedIn(book: Book, snapshot: Snapshot): readonly Named[] {
  return book.tables.flatMap(({ declared, frame, places: [place] }) => {
    if (frame.department || !place) return [];
    const above = { ...frame, bottom: place.header.top - 1 };
    const [label] = cellsWithin(
      snapshot,
      above,
      ({ value }) => typeof value === 'string' && labelledDepartment(value) === '',
    );
    return label ? [{ name: '', cell: label.ref, table: declared.id }] : [];
  });
}

/** The cover and the text follow the tool's own sheet of facts, the tables only when they are compiled. */
function ownName(snapshot: Snapshot): Named | undefined {
  const answers = readFacts(snapshot);
  const cell = aboutCell(answers, 'department');
  const name = aboutOf(answers).department;
  return cell && name !== undefined ? namedAt({ name, cell }, cell.sheet) : undefined;
}

function namedAt(found: { readonly name: string; readonly cell: CellRef }, table: string): Named {
  // Platforms print the unit's number in front of its name.
  return { name: normaliseText(found.name).replace(/^[([]?\d{3,}[)\]]?[-_:]?/, ''), cell: found.cell, table };
}

function isSpellingOf(a: string, b: string): boolean {
  return a !== '' && (a.includes(b) || b.includes(a) || similarity(a, b, LEAST_LIKENESS) >= LEAST_LIKENESS);
}
