import { checkSnapshot, recogniseBest } from '../../src/commands/check';
import { compileWorkbook, type Compiled, type CompileWish } from '../../src/commands/compile';
import { goneForms, openForms } from '../../src/commands/compile/keep-forms';
import { goalOf } from '../../src/engine/check/performance/goal';
import { figuresOf } from '../../src/engine/book/book';
import { addressOf } from '../../src/engine/snapshot/address';
import type { CellValue, Snapshot } from '../../src/engine/snapshot/snapshot';
import { compileSentence } from '../../src/i18n/compile/sentence';
import { afterCompiling } from '../fixtures/compiled';
import { valueAt, withValues } from '../fixtures/edit';
import { mended } from '../fixtures/sample';
import { ledgerWorkbook, rowsOf, sampleLedger, sampleLines } from '../fixtures/sample-ledger';
import { linesOf } from '../fixtures/drawn';

const about: CompileWish = { department: '云州市人民政府办公室', year: 2021 };

async function compiled(snapshot: Snapshot, wish: CompileWish = about): Promise<Compiled> {
  const result = await compileWorkbook(snapshot, wish);
  if (!result.ok) throw new Error(result.because);
  return result;
}

/** What the tables of a workbook say: amounts by table and scope, blanks and zeros left out. */
async function amountsIn(
  snapshot: Snapshot,
  only: (table: string) => boolean = () => true,
): Promise<readonly string[]> {
  const best = await recogniseBest(snapshot);
  if (!best) throw new Error('nothing recognised');
  return [...figuresOf(best.book)]
    .filter(({ value, table }) => value !== undefined && !value.isZero() && only(table))
    .map(({ table, scope, value }) => `${table} ${scope.key} ${value?.toFixed() ?? ''}`)
    .sort();
}

const isTable = (table: string): boolean => table !== '绩效';

/** The ledger of the sample, with the code that its tables use for office equipment. */
const asInTheTables = ledgerWorkbook(
  rowsOf(
    sampleLines.map((line) =>
      line[2] === '31002' ? ([...line.slice(0, 2), '30242', ...line.slice(3)] as never) : line,
    ),
  ),
);

describe('the ledger of the sample', () => {
  test('compiles to the figures of the mended tables', async () => {
    const result = await compiled(asInTheTables);
    const after = afterCompiling(asInTheTables, result);
    expect(await amountsIn(after, isTable)).toEqual(await amountsIn(mended, isTable));
    expect(result.compilation.untold).toEqual([]);
    expect(result.compilation.conflicts).toEqual([]);
    expect(result.from).toEqual({
      kind: 'ledger',
      sheet: '台账',
      rows: 24,
      amounts: 24,
      inPart: 0,
      leftOut: 0,
      onlyBefore: 0,
    });
  });

  test('beside its tables it is known for what it is, and not for a table that nobody recognised', async () => {
    const { sheets } = await checkSnapshot(afterCompiling(asInTheTables, await compiled(asInTheTables)));
    expect(sheets.find(({ sheet }) => sheet === '台账')?.reason).toEqual({ code: 'sheet-ledger', sheet: '台账' });
    expect(sheets.filter(({ reason }) => reason?.code === 'sheet-unknown')).toEqual([]);
  });

  test.each([false, true])('holds the same with values instead of formulas: %s', async (values) => {
    const result = await compiled(sampleLedger, { ...about, values });
    const formulasIn = (areForms: boolean): readonly string[] =>
      result.compilation.sheets
        .filter(({ name }) => name.startsWith('绩效') === areForms)
        .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? [])));
    expect(formulasIn(false).length > 50).toBe(!values);
    expect(formulasIn(true)).toHaveLength(values ? 0 : 5);
    if (values) expect(formulasIn(false)).toEqual([]);
    const after = afterCompiling(sampleLedger, result);
    expect(await amountsIn(after)).toEqual(await amountsIn(afterCompiling(sampleLedger, await compiled(sampleLedger))));
  });

  test('reconciles: no error anywhere, and no warning but of what is to be filled in', async () => {
    const report = await checkSnapshot(afterCompiling(sampleLedger, await compiled(sampleLedger)));
    expect(report.summary.error).toBe(0);
    expect(report.equations.failed).toBe(0);
    expect(report.unchecked).toEqual([]);
    const told = report.findings.filter(({ severity }) => severity !== 'note');
    // All five forms are to be filled in: that is said once.
    expect(told.map(({ rule, table, cells }) => [rule, table, cells.map(({ sheet }) => sheet)])).toEqual([
      ['p-kinds', '绩效', ['绩效1', '绩效2', '绩效3', '绩效4', '绩效5']],
    ]);
  });

  test('formulas are what an accountant writes', async () => {
    const after = afterCompiling(sampleLedger, await compiled(sampleLedger));
    const formulaAt = (place: string): string | undefined => {
      const [name = '', address = ''] = place.split('!');
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      const cells = after.sheets
        .find((sheet) => sheet.name === name)
        ?.rows.find(({ row }) => row === Number(digits) - 1)?.cells;
      return cells?.find(({ column }) => column === letters.charCodeAt(0) - 65)?.formula;
    };
    expect(
      ['表一!B36', '表二!F8', '表三!E9', '表三!E8', '表三!E11', '表六!D24', '表七!F7', '表八!A6', '表五!F9'].map(
        (place) => [place, formulaAt(place) ?? valueAt(after, place as never)],
      ),
    ).toEqual([
      ['表一!B36', 'SUM(B6,B10:B17)'],
      ['表二!F8', '表五!E9'],
      ['表三!E9', 'SUM(F9:G9)'],
      ['表三!E8', 'SUM(E9:E10)'],
      ['表三!E11', 'E7'],
      ['表六!D24', 'SUM(D7:D23)'],
      ['表七!F7', 'SUM(F8:F11)'],
      ['表八!A6', 'SUM(A7:A8)'],
      ['表五!F9', 1249.62],
    ]);
  });

  test('the order of its rows does not matter to any figure', async () => {
    const turned = ledgerWorkbook(rowsOf([...sampleLines].reverse()));
    expect(await amountsIn(afterCompiling(turned, await compiled(turned)))).toEqual(
      await amountsIn(afterCompiling(sampleLedger, await compiled(sampleLedger))),
    );
  });

  test('a table without amounts has its remark', async () => {
    const result = await compiled(sampleLedger);
    const table9 = result.compilation.sheets.find(({ name }) => name === '表九');
    expect(table9 && linesOf(table9).at(-1)).toBe(
      '备注：云州市人民政府办公室2021年没有安排政府性基金预算支出，本表为空表。 |  |  |  |  |  | ',
    );
  });
});

test.each<readonly [string, readonly [functional: string, economic: string], readonly [string, string]]>([
  ['no name in the ledger', ['', ''], ['', '']],
  ['a name in the ledger', ['某某支出', '某某费用'], ['某某支出', '某某费用']],
  ['the code in the place of the name', ['2010377', '30277'], ['', '']],
])('a code that no catalogue has, with %s', async (_, [functionalName, economicName], expected) => {
  const [headers = [], ...lines] = rowsOf([
    ['2010377', '基本支出', '30277', '', '一般公共预算', 3, ''],
    ['2010301', '基本支出', '30201', '', '一般公共预算', 3, ''],
  ]);
  const named = lines.map((line, index) =>
    line.map((value, column) =>
      index > 0 ? value : column === 1 ? functionalName : column === 4 ? economicName : value,
    ),
  );
  const ledger = ledgerWorkbook([headers, ...named]);
  const after = afterCompiling(ledger, await compiled(ledger));
  const rowOf = (table: string, code: string) =>
    after.sheets
      .find(({ name }) => name === table)
      ?.rows.find(({ cells }) =>
        cells
          .map(({ value }) => String(value ?? ''))
          .join('')
          .startsWith(code),
      )
      ?.cells.find(({ column }) => column === (table === '表六' ? 2 : 3))?.value ?? '';
  expect([rowOf('表五', '2010377'), rowOf('表六', '30277')]).toEqual(expected);
  expect([rowOf('表五', '2010301'), rowOf('表六', '30201')]).toEqual(['行政运行', '办公费']);
});

describe('compiling again', () => {
  const firstTime = async (): Promise<Snapshot> => afterCompiling(sampleLedger, await compiled(sampleLedger));

  test('changes nothing where the ledger is the same', async () => {
    const once = await firstTime();
    const again = await compiled(once);
    expect([again.replaced, again.compilation.forms.length]).toEqual([[], 0]);
    expect(await amountsIn(afterCompiling(once, again))).toEqual(await amountsIn(once));
  });

  test('amounts that somebody typed into the tables meanwhile are listed', async () => {
    const once = withValues(await firstTime(), { '表五!F9': 1250 });
    const { replaced } = await compiled(once);
    expect(replaced.map(({ figure, now }) => [addressOf(figure.cell), figure.value?.toFixed(), now])).toEqual([
      ['表五!F9', '1250', '1249.62'],
    ]);
  });

  test('what people filled into performance tables stays; amounts follow the ledger; projects that are gone are named', async () => {
    const filledIn = withValues(await firstTime(), { '绩效3!B9': '保障驻村工作队日常运转。', '绩效3!D12': '座谈次数' });
    const lines = sampleLines
      .map((line) => (line[3] === '群众工作经费' ? ([...line.slice(0, 5), 9, 7] as never) : line))
      .filter((line) => line[3] !== '机场设施租用费');
    const ledger = ledgerWorkbook(
      rowsOf([...lines, ['2010399', '项目支出', '30201', '新项目', '一般公共预算', 3, '']]),
    );
    const workbook: Snapshot = { ...filledIn, sheets: [...ledger.sheets, ...filledIn.sheets.slice(1)] };
    const result = await compiled(workbook);
    const after = afterCompiling(workbook, result);
    const said = (place: string): CellValue => valueAt(after, place);
    expect([said('绩效3!B9'), said('绩效3!D12'), said('绩效3!C6'), said('绩效6!B3')]).toEqual([
      '保障驻村工作队日常运转。',
      '座谈次数',
      9,
      '新项目',
    ]);
    expect(goneForms(result.keptForms, result.compilation.forms)).toEqual([
      { project: '机场设施租用费', sheet: '绩效2', alike: undefined },
    ]);
    expect(result.compilation.forms.map(({ project }) => project)).toEqual(['新项目']);
  });

  test('a formula in a performance table stays one', async () => {
    const once = await firstTime();
    const lines = sampleLines.map((line) =>
      line[3] === '群众工作经费' ? ([...line.slice(0, 5), 9, 7] as never) : line,
    );
    const workbook: Snapshot = { ...once, sheets: [...ledgerWorkbook(rowsOf(lines)).sheets, ...once.sheets.slice(1)] };
    const after = afterCompiling(workbook, await compiled(workbook));
    const cellOf = (snapshot: Snapshot, row: number) =>
      snapshot.sheets.find(({ name }) => name === '绩效3')?.rows[row]?.cells.find(({ column }) => column === 2);
    expect([cellOf(once, 4)?.formula, cellOf(after, 4)?.formula, cellOf(after, 5)?.value]).toEqual([
      'SUM(C6:C7)',
      'SUM(C6:C7)',
      9,
    ]);
  });

  test('a project that is gone may be the new one that is called alike', async () => {
    const once = await firstTime();
    const lines = sampleLines.map((line) =>
      line[3] === '机场设施租用费' ? ([...line.slice(0, 3), '机场航站设施租用费', ...line.slice(4)] as never) : line,
    );
    const workbook: Snapshot = { ...once, sheets: [...ledgerWorkbook(rowsOf(lines)).sheets, ...once.sheets.slice(1)] };
    const { keptForms, compilation, replaced } = await compiled(workbook);
    expect(goneForms(keptForms, compilation.forms)).toEqual([
      { project: '机场设施租用费', sheet: '绩效2', alike: { project: '机场航站设施租用费', sheet: '绩效6' } },
    ]);
    // What stood in its row is said to have been its, not only to be nowhere.
    const gone = { member: '机场设施租用费', renamed: '机场航站设施租用费' };
    expect(replaced.map((one) => one.gone)).toEqual(replaced.map(() => gone));
    expect(replaced.length).toBeGreaterThan(0);
  });

  test('what was answered under the former name of a project is told with the name it may have now, until it is taken over', async () => {
    const answered = (snapshot: Snapshot, label: string, group: string): string => {
      const sheet = snapshot.sheets.find(({ name }) => name === '单位情况');
      const row = sheet?.rows.find(({ cells }) => cells[0]?.value === group && cells[1]?.value === label);
      if (!row) throw new Error(`no row ${group} ${label}`);
      return `单位情况!C${row.row + 1}`;
    };
    const once = await firstTime();
    const before = answered(once, '项目承担单位', '项目：机场设施租用费');
    const filled = withValues(once, { [before]: '机场办' });
    const lines = sampleLines.map((line) =>
      line[3] === '机场设施租用费' ? ([...line.slice(0, 3), '机场航站设施租用费', ...line.slice(4)] as never) : line,
    );
    const workbook: Snapshot = {
      ...filled,
      sheets: [...ledgerWorkbook(rowsOf(lines)).sheets, ...filled.sheets.slice(1)],
    };
    const first = await compiled(workbook);
    const left = [['机场设施租用费', 1, { project: '机场航站设施租用费', group: '项目：机场航站设施租用费' }]];
    const told = ({ open }: Compiled) => open.left.map(({ project, rows, renamed }) => [project, rows.length, renamed]);
    expect(told(first)).toEqual(left);
    const after = afterCompiling(workbook, first);
    expect(told(await compiled(after))).toEqual(left);
    const parked = answered(after, '项目承担单位', '项目：机场设施租用费');
    const taken = withValues(after, { [parked.replace('!C', '!A')]: '项目：机场航站设施租用费' });
    const last = await compiled(taken);
    expect(told(last)).toEqual([]);
    const anew = afterCompiling(taken, last);
    expect(valueAt(anew, answered(anew, '项目承担单位', '项目：机场航站设施租用费'))).toBe('机场办');
  });

  test('performance tables are open until somebody fills them in, whether they are new or were there before', async () => {
    const once = await firstTime();
    const { keptForms, compilation } = await compiled(withValues(once, { '绩效3!D12': '座谈次数' }));
    expect(openForms(keptForms, compilation.forms)).toEqual(['绩效1', '绩效2', '绩效4', '绩效5']);
  });

  /** As Excel does it: formulas follow the name. */
  const renamed = (snapshot: Snapshot, from: string, to: string): Snapshot => ({
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      name: sheet.name === from ? to : sheet.name,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell.formula === undefined ? cell : { ...cell, formula: cell.formula.replaceAll(`${from}!`, `${to}!`) },
        ),
      })),
    })),
  });

  test('tables that somebody gave another name are made anew under it, and stand there once', async () => {
    const once = renamed(renamed(await firstTime(), '表三', '支出总表'), '表四', '表三');
    const again = await compiled(withValues(once, { '支出总表!F9': 1250 }));
    const after = afterCompiling(once, again);
    expect(after.sheets.map(({ name }) => name).sort()).toEqual(once.sheets.map(({ name }) => name).sort());
    expect(await amountsIn(after)).toEqual(await amountsIn(await firstTime()));
    expect(again.replaced.map(({ figure }) => addressOf(figure.cell))).toEqual(['支出总表!F9']);
    expect((await checkSnapshot(after)).summary.error).toBe(0);
  });

  test('of a table that somebody copied, the sheet that is called like it is made anew', async () => {
    const once = await firstTime();
    const copy = { ...once.sheets.find(({ name }) => name === '表三')!, name: '表三 (2)' };
    const names = (await compiled({ ...once, sheets: [copy, ...once.sheets] })).compilation.sheets.map(
      ({ name }) => name,
    );
    expect([names.includes('表三'), names.includes('表三 (2)')]).toEqual([true, false]);
  });

  test('a sheet of the user’s own that bears the name of a table is left alone', async () => {
    const theirs = ledgerWorkbook([['我的草稿']], '表五').sheets;
    const workbook: Snapshot = { ...sampleLedger, sheets: [...sampleLedger.sheets, ...theirs] };
    const result = await compiled(workbook);
    expect(result.compilation.sheets.map(({ name }) => name)).toContain('表五 (2)');
    expect(valueAt(afterCompiling(workbook, result), '表五!A1')).toBe('我的草稿');
  });
});

describe('a workbook of tables instead of a ledger', () => {
  test('compiles to the same figures, into a new workbook', async () => {
    const result = await compiled(mended);
    expect([result.into, result.from.kind]).toEqual(['blank', 'tables']);
    expect(await amountsIn(afterCompiling(mended, result), isTable)).toEqual(await amountsIn(mended, isTable));
  });

  test('takes along what people wrote into the performance tables, each line by its kind', async () => {
    const result = await compiled(mended);
    const after = afterCompiling(mended, result);
    const written = async (snapshot: Snapshot) => {
      const best = await recogniseBest(snapshot);
      return (best?.book.forms ?? [])
        .filter(({ indicators }) => indicators.some(({ level3 }) => level3 !== ''))
        .map(({ subject, indicators, ...form }) => [
          subject?.text,
          goalOf({ subject, indicators, ...form }, snapshot)?.text,
          indicators
            .filter(({ level3, value }) => level3 !== '' || value !== '')
            .map(({ level2, level3, value }) => `${level2} ${level3} ${value}`)
            .sort(),
        ])
        .sort();
    };
    const before = await written(mended);
    expect(before.length).toBeGreaterThan(2);
    expect(await written(after)).toEqual(before);
    expect(result.compilation.forms.filter(({ isFilled }) => isFilled)).toHaveLength(before.length);
  });

  test('keeps the unit that a performance table names, where it is not the department', async () => {
    const units = async (wish: CompileWish) => {
      const best = await recogniseBest(afterCompiling(other, await compiled(other, wish)));
      return new Set((best?.book.forms ?? []).map(({ budgetUnit }) => budgetUnit?.text));
    };
    const [form] = (await recogniseBest(mended))?.book.forms ?? [];
    const other = withValues(mended, { [form?.budgetUnit ? addressOf(form.budgetUnit.cell) : '']: '云州市信息中心' });
    expect(await units(about)).toEqual(new Set(['云州市信息中心', about.department]));
    // The department that was renamed is called by its new name in all of them.
    expect(await units({ ...about, department: '云州市政府办' })).toEqual(new Set(['云州市信息中心', '云州市政府办']));
  });

  test('what it does not tell is listed', async () => {
    const withoutBasic: Snapshot = {
      ...mended,
      sheets: mended.sheets.filter(({ name }) => name !== '表六' && name !== '表八'),
    };
    const { compilation } = await compiled(withoutBasic);
    expect([...new Set(compilation.untold.map(({ table }) => table))]).toEqual(['表六', '表八']);
  });
});

describe('what cannot be compiled', () => {
  test.each<[string, Snapshot, string]>([
    ['nothing that is a ledger or a table', ledgerWorkbook([['备忘'], ['买纸']]), 'nothing'],
    ['a ledger without rows', ledgerWorkbook(rowsOf([])), 'empty'],
    [
      'a ledger without a column that is needed',
      ledgerWorkbook([
        ['功能科目', '经济科目', '本年'],
        [2010301, 30101, 5],
      ]),
      'unreadable',
    ],
  ])('%s', async (_says, snapshot, because) => {
    const result = await compileWorkbook(snapshot, about);
    expect(result.ok ? 'compiled' : result.because).toBe(because);
  });

  test('rows with mistakes are left out and named, the rest is compiled', async () => {
    const ledger = ledgerWorkbook(rowsOf([...sampleLines, ['2010301', '基本支出', '30101', '', '银行贷款', 5, '']]));
    const result = await compiled(ledger);
    expect(result.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['l-fund-unknown', 'error']]);
    expect(result.from).toEqual({
      kind: 'ledger',
      sheet: '台账',
      rows: 24,
      amounts: 24,
      inPart: 0,
      leftOut: 1,
      onlyBefore: 0,
    });
  });
});

describe('last year’s ledger in a sheet of its own', () => {
  const ofYear = (year: number, lines: typeof sampleLines): readonly (readonly CellValue[])[] =>
    rowsOf(lines.map((line) => [...line.slice(0, 6), ''] as never)).map((cells, row) =>
      cells.map((cell, column) => (row === 0 && column === 7 ? `${year}年预算数` : cell)),
    );
  const last = sampleLines.flatMap(([a, b, c, d, e, , before]) =>
    before === '' ? [] : [[a, b, c, d, e, before, ''] as const],
  );
  const workbook: Snapshot = {
    ...asInTheTables,
    sheets: [
      ...ledgerWorkbook(ofYear(2020, last), '去年明细').sheets,
      ...ledgerWorkbook(ofYear(2021, sampleLines), '明细').sheets,
    ],
  };

  test('tells last year’s amounts, and the tables are held against this year’s', async () => {
    const [apart, together] = [
      await compiled(workbook, { department: about.department ?? '' }),
      await compiled(ledgerWorkbook(rowsOf(sampleLines))),
    ];
    const priorIn = ({ patch }: Compiled): readonly string[] =>
      patch.edits
        .flatMap((edit) => (edit.do === 'drawSheet' && edit.sheet.name === '上年数' ? linesOf(edit.sheet) : []))
        .map((line) => line.replace(/(?:台账|去年明细)$/, ''));
    expect(apart.from).toMatchObject({ sheet: '明细', rows: 24, amounts: 24, inPart: 0, leftOut: 0, onlyBefore: 0 });
    expect(priorIn(apart)).toEqual(priorIn(together));
    expect(apart.open.missing.some(({ what }) => what === 'prior')).toBe(false);
    const after = afterCompiling(workbook, apart);
    const rules = async (snapshot: Snapshot): Promise<readonly string[]> => {
      const { findings } = await checkSnapshot(snapshot);
      return findings.map(({ rule }) => rule).filter((rule) => /ledger|f-prior|^l-/.test(rule));
    };
    expect(await rules(after)).toEqual([]);
    const prior = after.sheets.find(({ name }) => name === '上年数');
    const row = prior?.rows.find(({ cells }) => cells.some(({ value }) => value === 1271.82))?.row ?? -1;
    expect(await rules(withValues(after, { [`上年数!E${row + 1}`]: 1217.82 }))).toEqual(['f-prior']);
  });
});

describe('codes that no list has', () => {
  const lines = [...sampleLines, ['2082201', '项目支出', '30399', '移民直补', '政府性基金预算', 5, ''] as never];
  const without = ledgerWorkbook(rowsOf(lines));
  const sheetOf = (rows: readonly (readonly CellValue[])[]): Snapshot => ({
    ...without,
    sheets: [...without.sheets, ...ledgerWorkbook(rows, '科目表').sheets],
  });
  test('are taken with a word to check them', async () => {
    const result = await compiled(without);
    expect(result.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['l-code-unlisted', 'warning']]);
    expect(result.from).toMatchObject({ rows: 25, leftOut: 0 });
    expect(result.open.missing.some(({ what }) => what === 'name')).toBe(true);
  });

  test('are known with their names where somebody wrote them into the sheet of codes', async () => {
    const result = await compiled(
      sheetOf([
        ['20822', '大中型水库移民后期扶持基金支出'],
        [2082201, '移民补助'],
        ['2010301', '别的名称'],
      ]),
    );
    expect(result.findings).toEqual([]);
    const printed = result.compilation.sheets.flatMap(linesOf).join('\n');
    expect(printed).toContain('大中型水库移民后期扶持基金支出');
    expect(printed).toContain('移民补助');
    expect(printed).not.toContain('别的名称');
  });
});

test('amounts that are rounded are told column by column, each with its own rows', async () => {
  const lines = sampleLines.map((line, index) => {
    const [now, before] = [line[5], line[6]];
    return [...line.slice(0, 5), index < 2 ? 318.55123 : now, index > 0 && index < 4 ? 404.61234 : before] as never;
  });
  const { findings } = await compiled(ledgerWorkbook(rowsOf(lines)));
  const rounded = findings.filter(({ rule }) => rule === 'l-rounded');
  expect(rounded.map(({ cells }) => cells.map(addressOf))).toEqual([
    ['台账!H2', '台账!H3'],
    ['台账!I3', '台账!I4', '台账!I5'],
  ]);
  expect(rounded.map(({ facts }) => compileSentence(facts, 'zh-CN').slice(0, 14))).toEqual([
    '台账第2、3行H列的金额超过',
    '台账第3至5行I列的金额超过',
  ]);
  expect(new Set(rounded.map(({ id }) => id)).size).toBe(2);
});

describe('what only people know', () => {
  const askedIn = ({ patch }: Compiled) =>
    new Map(patch.edits.flatMap((edit) => (edit.do === 'drawSheet' ? [[edit.sheet.name, edit.sheet] as const] : [])));

  test('is asked at once: reasons with their figures, last year’s figures out of the ledger', async () => {
    const result = await compiled(asInTheTables);
    const sheets = askedIn(result);
    const [reasons, last] = ['增减原因', '上年数'].map((name) => {
      const sheet = sheets.get(name);
      if (!sheet) throw new Error(`no sheet ${name}`);
      return linesOf(sheet);
    });
    expect(reasons).toContain('3 | 三、支出预算 | 基本支出 | 1249.62 | 1271.82 | -22.2 | -1.75 |  | 待填');
    expect(last).toContain('表三 |  | 合计 | 基本支出 | 1271.82 |  | 台账');
    expect(result.open.missing.some(({ what }) => what === 'prior')).toBe(false);
    expect(result.open.sheets).toEqual({ fact: '单位情况', reason: '增减原因', prior: '上年数' });
  });

  test('last year’s figures follow the ledger; those that somebody typed stay', async () => {
    const first = afterCompiling(asInTheTables, await compiled(asInTheTables));
    const rowOf = (sheet: string, words: string): number => {
      const found = first.sheets
        .find(({ name }) => name === sheet)
        ?.rows.find(({ cells }) =>
          cells
            .map(({ value }) => String(value))
            .join('|')
            .includes(words),
        );
      if (!found) throw new Error(words);
      return found.row;
    };
    const car = rowOf('上年数', '公务接待费');
    const changed = withValues(first, {
      '台账!I2': 341.2,
      [`上年数!E${car + 1}`]: 45,
      [`上年数!G${car + 1}`]: '决算核对',
    });
    const last = askedIn(await compiled(changed)).get('上年数');
    if (!last) throw new Error('no sheet');
    expect(linesOf(last)).toContain('表三 |  | 合计 | 基本支出 | 1281.82 |  | 台账');
    expect(linesOf(last)).toContain('表八 |  | 合计 | 公务接待费 | 45 |  | 台账为46.00');
  });

  test('without last year’s figures in the ledger they are asked for', async () => {
    const without = ledgerWorkbook(rowsOf(sampleLines.map((line) => [...line.slice(0, 6), ''] as never)));
    const { open } = await compiled(without);
    expect(open.missing.filter(({ what }) => what === 'prior').length).toBeGreaterThan(0);
  });
});

describe('a ledger of the tool’s own', () => {
  const remarksIn = ({ patch }: Compiled) =>
    patch.edits.flatMap((edit) =>
      edit.do === 'setValue' && edit.at.sheet === '台账' ? [`${addressOf(edit.at)} ${edit.to}`] : [],
    );
  const own = (snapshot: Snapshot): Snapshot => ({
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({ ...sheet, ours: true })),
  });
  const withCheck = withValues(sampleLedger, {
    '台账!K1': '检查',
    '台账!K4': '旧的话',
    '台账!A3': '2019999',
    '台账!H5': '约20',
  });

  test('has what was found beside each row; what is no longer so goes', async () => {
    const result = await compiled(own(withCheck));
    expect(remarksIn(result)).toEqual([
      '台账!K4 null',
      '台账!K5 台账第5行“本年”列填的是“约20”，读不出金额，这一行没有编入。',
    ]);
  });

  test('its row is to be as high as that needs', async () => {
    const { patch } = await compiled(own(withCheck));
    const fits = patch.edits.flatMap((edit) =>
      edit.do === 'setValue' && edit.at.sheet === '台账' ? [edit.fitsRow] : [],
    );
    expect(fits).toEqual([true, true]);
  });

  test('a ledger of the user’s is left as it is', async () => {
    expect(remarksIn(await compiled(withCheck))).toEqual([]);
  });
});
