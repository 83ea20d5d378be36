import { annotationPatch } from '../../src/commands/annotate';
import { checkSnapshot } from '../../src/commands/check';
import { fixPatch } from '../../src/commands/fix';
import { returnLetter } from '../../src/commands/letter';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { compiledWorkbook, SCHOOL, typedInto } from '../fixtures/compiled-department';
import { placeOf, type Place } from '../fixtures/edit';

const formulas = compiledWorkbook(SCHOOL, false);
const values = compiledWorkbook(SCHOOL, true);

/** What each cell's note says of errors and of what is to be verified, what `fix` says of each change, and the letter. */
async function toldOf(workbook: Snapshot, edits: Readonly<Record<Place, CellValue>>) {
  const after = typedInto(workbook, edits);
  const report = await checkSnapshot(after);
  const notes = annotationPatch(after, report, 'zh-CN').edits.flatMap((edit) =>
    edit.do === 'setNotes'
      ? edit.notes.flatMap(({ text, ...at }) => {
          const lines = text.split('\n').filter((line) => /^[×▲]/.test(line) && !line.includes('指标待填'));
          return lines.map((line) => `${placeOf({ sheet: edit.sheet, ...at })} ${line.replace(/^. [^：]*：/, '')}`);
        })
      : [],
  );
  const changes = fixPatch(after, report, { language: 'zh-CN' }).changes.map(
    ({ cell, sentence }) => `${placeOf(cell)} ${sentence}`,
  );
  return { notes, changes, letter: returnLetter(report, 'zh-CN') };
}

test.each<
  readonly [
    string,
    Promise<Snapshot>,
    Readonly<Record<Place, CellValue>>,
    readonly string[],
    readonly string[],
    readonly string[],
  ]
>([
  [
    'two amounts in each other’s places',
    values,
    { '表六!E7': 64.25, '表六!E8': 120.5 },
    [
      '表六!E7 表六“基本工资”人员经费现为64.25万元，表六“津贴补贴”人员经费现为120.50，疑似互相写反，应为120.50和64.25。',
      '表六!E8 表六“津贴补贴”人员经费现为120.50万元，表六“基本工资”人员经费现为64.25，疑似互相写反，应为64.25（台账第3行也是）和120.50。',
    ],
    ['应为64.25（台账第3行也是）和120.50'],
    ['表六!E7 表六“基本工资”人员经费，疑似与表六!E8互相写反', '表六!E8 表六“津贴补贴”人员经费，疑似与表六!E7互相写反'],
  ],
  [
    'an amount beside its place',
    values,
    { '表二!J8': null, '表二!K8': 9.3 },
    [
      '表二!J8 表二“小学教育”事业收入空着，应为9.30万元（台账第6行也是），疑似表二“小学教育”上级补助收入的9.30写错了位置。',
      '表二!K8 表二“小学教育”上级补助收入的9.30万元疑似写错位置，应在表二“小学教育”事业收入（台账第6行也是）：改后分别为空（同列没有数的都空着）和9.30。',
    ],
    ['改后分别为空（同列没有数的都空着）和9.30'],
    [
      '表二!J8 表二“小学教育”事业收入，疑似写到了表二!K8',
      '表二!K8 表二“小学教育”上级补助收入，疑似写错位置，应在表二!J8；应为空，同列没有数的都空着',
    ],
  ],
  [
    'an amount and the sum made of it',
    values,
    { '表六!E7': 102.5, '表六!D7': 102.5 },
    [
      '表六!D7 表六“基本工资”合计现为102.50万元，应为120.50（台账第2行也是），少18.00。疑似相邻两位颠倒；差同一数额的一并更正：表六!E7现为102.50，应为120.50。',
      '表六!E7 表六“基本工资”人员经费现为102.50万元，应为120.50，少18.00；差同一数额的一并更正：表六!D7现为102.50，应为120.50。',
    ],
    ['应为120.50（台账第2行也是）', '表六!E7现为102.50，应为120.50'],
    ['表六!D7 表六“基本工资”合计，疑似相邻两位颠倒', '表六!E7 表六“基本工资”人员经费，随表六!D7一并更正'],
  ],
  [
    'an amount that the ledger has in another column',
    formulas,
    { '表二!J8': 5.3, '表二!H8': 16.6 },
    [
      '表二!H8 表二“小学教育”财政专户（教育收费）现为16.60万元，台账第5行为12.60，多4.00；表二“小学教育”事业收入现为5.30万元，台账第6行为9.30，少4.00。请核实：台账对就改表，表对就改台账后重新编制。',
      '表二!J8 表二“小学教育”事业收入现为5.30万元，台账第6行为9.30，少4.00；表二“小学教育”财政专户（教育收费）现为16.60万元，台账第5行为12.60，多4.00。请核实：台账对就改表，表对就改台账后重新编制。',
    ],
    ['现为16.60万元，台账第5行为12.60', '现为5.30万元，台账第6行为9.30'],
    [],
  ],
])('of %s each cell is said what it holds and should hold', async (_, workbook, edits, said, inLetter, changed) => {
  const { notes, changes, letter } = await toldOf(await workbook, edits);
  expect(notes).toEqual(said);
  // What the figures do not determine is not changed; a change is said with its amounts, so that the reason of its own cell is enough.
  expect([...changes].sort()).toEqual(changed);
  for (const values of inLetter) expect(letter).toContain(values);
});
