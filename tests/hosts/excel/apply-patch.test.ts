import type { Edit, OwnSheet, Patch, Receipt } from '../../../src/engine/snapshot/patch';
import type { CellFlag, Snapshot } from '../../../src/engine/snapshot/snapshot';
import { sheetNamed } from '../../../src/engine/snapshot/snapshot';
import { PatchInterrupted } from '../../../src/hosts/excel/apply-patch';
import type { ExcelHost } from '../../../src/hosts/excel/excel-host';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import type { ExcelOptions, TestExcel } from '../../office/excel';
import { openExcel } from '../../office/excel';
import type { SheetInput } from '../../office/model/build';
import { workbookOf } from '../../office/model/build';
import { HostError } from '../../office/server/host-error';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const SHEETS: readonly SheetInput[] = [
  {
    name: '表一',
    rows: [
      ['收入', 10, { formula: 'B9', value: 0 }],
      ['支出', '9.5'],
    ],
    merges: ['D1:E2'],
  },
  { name: '表二', rows: [['x']], isProtected: true },
];

interface Opened {
  readonly excel: TestExcel;
  readonly host: ExcelHost;
}

function open(sheets: readonly SheetInput[] = SHEETS, options: Omit<ExcelOptions, 'workbook'> = {}): Opened {
  const excel = openExcel({ workbook: workbookOf(sheets), ...options });
  return { excel, host: createExcelHost((batch) => excel.Excel.run(batch)) };
}

const patch = (...edits: readonly Edit[]): Patch => ({ for: 'any', command: 'annotate', edits });
const at = (address: string, sheet = '表一') => ({
  sheet,
  row: Number(address.slice(1)) - 1,
  column: address.charCodeAt(0) - 65,
});
const area = (row: number, column: number, bottom = row, right = column) => ({ top: row, left: column, bottom, right });

/** What everybody must be able to rely on: the result is seen on reading, and the receipt takes it back. */
async function expectPatch(
  { host }: Opened,
  edits: readonly Edit[],
  seen: (snapshot: Snapshot) => void,
): Promise<Receipt> {
  const before = await host.readSnapshot();
  const receipt = await host.applyPatch(patch(...edits));
  seen(await host.readSnapshot());
  const undone = await host.applyPatch(receipt.undo);
  expect(await host.readSnapshot()).toEqual(before);
  expect(undone.refused).toEqual([]);
  expect(JSON.parse(JSON.stringify(receipt))).toEqual(receipt);
  return receipt;
}

const cellOf = (snapshot: Snapshot, row: number, column: number): unknown =>
  sheetNamed(snapshot, '表一')
    ?.rows.find((it) => it.row === row)
    ?.cells.find((it) => it.column === column);

describe('cells', () => {
  it.each<readonly [string, Edit, object | undefined]>([
    ['a number over a number', { do: 'setValue', at: at('B1'), to: 12.5 }, { column: 1, value: 12.5 }],
    ['a number over a text', { do: 'setValue', at: at('B2'), to: 9.5 }, { column: 1, value: 9.5 }],
    ['a number over a formula', { do: 'setValue', at: at('C1'), to: 3 }, { column: 2, value: 3 }],
    ['digits as a text', { do: 'setValue', at: at('B1'), to: '2010301' }, { column: 1, value: '2010301' }],
    ['a text that looks like a formula', { do: 'setValue', at: at('B1'), to: '=B2' }, { column: 1, value: '=B2' }],
    ['nothing', { do: 'setValue', at: at('B1'), to: null }, undefined],
    ['a formula', { do: 'setFormula', at: at('B1'), to: 'SUM(B2:B9)' }, { column: 1, value: 0, formula: 'SUM(B2:B9)' }],
    ['into an empty cell', { do: 'setValue', at: at('F9'), to: 1 }, undefined],
  ])('%s', async (_, edit, cell) => {
    await expectPatch(open(), [edit], (snapshot) => {
      if (edit.do !== 'setValue' && edit.do !== 'setFormula') throw new Error('not an edit of a cell');
      if (edit.at.column === 5) expect(cellOf(snapshot, 8, 5)).toEqual({ column: 5, value: 1 });
      else expect(cellOf(snapshot, edit.at.row, edit.at.column)).toEqual(cell);
    });
  });

  it('an amount is shown with the number format that comes with it where the cell has none', async () => {
    const sheets: readonly SheetInput[] = [
      { name: '表一', rows: [[1, { value: 2, format: '#,##0.00' }, { value: '174.00', format: '@' }]] },
    ];
    const format = { code: '0.00' };
    await expectPatch(
      open(sheets),
      [
        { do: 'setValue', at: at('A1'), to: 174, format },
        { do: 'setValue', at: at('B1'), to: 174, format },
        { do: 'setFormula', at: at('C1'), to: 'A1', format },
      ],
      (snapshot) => {
        expect([0, 1, 2].map((column) => cellOf(snapshot, 0, column))).toMatchObject([
          { value: 174, format: '0.00' },
          { value: 174, format: '#,##0.00' },
          { formula: 'A1', format: '0.00' },
        ]);
      },
    );
  });

  it.each<readonly [string, Edit, string]>([
    ['a sheet that is not there', { do: 'setValue', at: at('A1', '表九'), to: 1 }, 'sheet-missing'],
    ['a protected sheet', { do: 'setValue', at: at('A1', '表二'), to: 1 }, 'protected'],
    ['the inside of a merged area', { do: 'setValue', at: at('E2'), to: 1 }, 'merged'],
    [
      'flags of a protected sheet',
      { do: 'setFlags', sheet: '表二', flags: [{ severity: 'error', areas: [area(0, 0)] }] },
      'protected',
    ],
    [
      'notes, which this Excel cannot write',
      { do: 'setNotes', sheet: '表一', notes: [{ row: 0, column: 0, text: 'x' }] },
      'unsupported',
    ],
    ['a sheet of the user', { do: 'removeSheet', sheet: '表一' }, 'not-ours'],
    ['a sheet of ours that is gone', { do: 'removeSheet', sheet: '审核结果' }, 'sheet-missing'],
  ])('refuses %s and writes the rest', async (_, edit, because) => {
    const opened = open();
    const receipt = await expectPatch(opened, [edit, { do: 'setValue', at: at('B1'), to: 7 }], (snapshot) => {
      expect(cellOf(snapshot, 0, 1)).toEqual({ column: 1, value: 7 });
    });
    expect(receipt.refused.map((refusal) => [refusal.edit, refusal.because])).toEqual([[edit, because]]);
  });

  it('takes back what had been written when Excel stops half way', async () => {
    let stops = true;
    const opened = open(SHEETS, {
      // Two batches read, one looks, the fourth writes: its third action is refused.
      beforeAction: (batch, action) => {
        if (stops && batch === 3 && action === 2) throw new HostError('GeneralException', 'stopped');
      },
    });
    const before = await opened.host.readSnapshot();
    const edits = ['B1', 'B2', 'A1'].map((address): Edit => ({ do: 'setValue', at: at(address), to: 77 }));
    const interrupted = await failureOf(() => opened.host.applyPatch(patch(...edits)));
    stops = false;
    expect(interrupted).toBeInstanceOf(PatchInterrupted);
    expect((await opened.host.readSnapshot()).stamp).not.toBe(before.stamp);
    if (interrupted instanceof PatchInterrupted) {
      expect(interrupted.problem).toMatchObject({ key: 'own-mistake', code: 'GeneralException' });
      await opened.host.applyPatch(interrupted.undo);
    }
    expect(await opened.host.readSnapshot()).toEqual(before);
  });
});

async function failureOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  return undefined;
}

const edges = (style: string, color: string): Record<string, string> =>
  Object.fromEntries(
    ['Top', 'Bottom', 'Left', 'Right'].flatMap((edge) => [
      [`borders/Edge${edge}/style`, style],
      [`borders/Edge${edge}/color`, color],
    ]),
  );

describe('flags', () => {
  const flags: readonly CellFlag[] = [
    { severity: 'error', areas: [area(0, 1), area(1, 0, 1, 1)] },
    { severity: 'warning', areas: [area(0, 2)] },
    { severity: 'note', areas: [area(0, 0)] },
  ];

  it('stand in the sheet as one rule a severity and go without a trace', async () => {
    const opened = open();
    await expectPatch(opened, [{ do: 'setFlags', sheet: '表一', flags }], (snapshot) => {
      expect(sheetNamed(snapshot, '表一')?.flags).toEqual(flags);
      const rules = opened.excel.workbook.sheet('表一')?.conditionalFormats ?? [];
      expect(rules.map((rule) => [rule.type, rule.formula, Object.fromEntries(rule.look)])).toEqual([
        ['Custom', '=LEN("budget-flag:note")>0', { 'fill/color': '#EDEDED' }],
        ['Custom', '=LEN("budget-flag:warning")>0', { 'fill/color': '#FFE9B8', ...edges('Dash', '#7A4B00') }],
        [
          'Custom',
          '=LEN("budget-flag:error")>0',
          { 'fill/color': '#F1AEB5', 'font/bold': true, 'font/color': '#000000', ...edges('Continuous', '#A4262C') },
        ],
      ]);
    });
    expect(opened.excel.workbook.sheet('表一')?.conditionalFormats).toEqual([]);
  });

  it('are written in two batches, replaced in two and removed in two', async () => {
    const { excel, host } = open();
    await host.readSnapshot();
    const cost = async (edits: readonly CellFlag[]): Promise<number> => {
      const before = excel.batches.length;
      await host.applyPatch(patch({ do: 'setFlags', sheet: '表一', flags: edits }));
      return excel.batches.length - before;
    };
    expect([await cost(flags), await cost(flags.slice(1)), await cost([]), await cost([])]).toEqual([2, 2, 2, 1]);
  });

  it('written by another pane are replaced all the same, and come back by undo', async () => {
    const { excel, host } = open();
    await host.applyPatch(patch({ do: 'setFlags', sheet: '表一', flags }));
    const second = { excel, host: createExcelHost((batch) => excel.Excel.run(batch)) };
    const receipt = await second.host.applyPatch(patch({ do: 'setFlags', sheet: '表一', flags: [] }));
    expect(receipt.undo.edits).toEqual([{ do: 'setFlags', sheet: '表一', flags }]);
  });

  it("leave the user's own rules alone", async () => {
    const { excel, host } = open();
    await excel.Excel.run(async (context) => {
      const format = context.workbook.worksheets.getItem('表一').getRange('A1:B2').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=LEN("flag:error")>0';
      context.workbook.worksheets.getItem('表一').getRange('A1').conditionalFormats.add('ColorScale');
      await context.sync();
    });
    await host.applyPatch(patch({ do: 'setFlags', sheet: '表一', flags }));
    await host.applyPatch(patch({ do: 'setFlags', sheet: '表一', flags: [] }));
    expect(excel.workbook.sheet('表一')?.conditionalFormats.map((rule) => rule.type)).toEqual(['ColorScale', 'Custom']);
  });

  it('on thousands of cells lose none, although Excel cuts long addresses', async () => {
    const { excel, host } = open();
    const many = {
      severity: 'warning' as const,
      areas: Array.from({ length: 4000 }, (_, index) => area(index * 2, 25)),
    };
    await host.applyPatch(patch({ do: 'setFlags', sheet: '表一', flags: [many] }));
    const rules = excel.workbook.sheet('表一')?.conditionalFormats ?? [];
    expect(rules.length).toBeGreaterThan(1);
    expect(sheetNamed(await host.readSnapshot(), '表一')?.flags.flatMap((flag) => flag.areas)).toHaveLength(4000);
  });
});

describe('sheets of ours', () => {
  const own: OwnSheet = {
    name: '审核结果',
    kind: 'made',
    guide: '点位置跳到单元格。',
    columns: [
      { header: '序号', width: 6 },
      { header: '程度', width: 8 },
      { header: '位置', width: 14 },
      { header: '现为', width: 14 },
      { header: '处理情况', width: 24, input: true, wrap: true },
    ],
    frozenColumns: 3,
    landscape: true,
    rows: [
      {
        level: 0,
        cells: [
          { kind: 'text', text: '1' },
          { kind: 'text', text: '错误', severity: 'error' },
          { kind: 'link', text: '\'2025 "表"\'!E9', to: { sheet: '2025 "表"', row: 8, column: 4 } },
          { kind: 'amount', amount: '1249.62', decimals: 2 },
          { kind: 'text', text: '=不是公式' },
        ],
      },
      { level: 1, cells: [{ kind: 'text', text: '2010301' }, { kind: 'blank' }, { kind: 'text', text: "'引号" }] },
    ],
  };

  it('are made after the others, known again as ours, and taken away again', async () => {
    const opened = open();
    await expectPatch(opened, [{ do: 'putSheet', sheet: own }], (snapshot) => {
      expect(snapshot.sheets.map((sheet) => [sheet.name, sheet.ours])).toEqual([
        ['表一', false],
        ['表二', false],
        ['审核结果', true],
      ]);
    });
  });

  it('hold codes and texts as texts, amounts as numbers, places as links', async () => {
    const { excel, host } = open();
    await host.applyPatch(patch({ do: 'putSheet', sheet: own }));
    const sheet = excel.workbook.sheet('审核结果');
    const held = [2, 3].map((row) =>
      [0, 1, 2, 3, 4]
        .map((column) => sheet?.cell(row, column))
        .map((cell) => [cell?.value, cell?.formula, cell?.format]),
    );
    expect(held).toEqual([
      [
        ['1', undefined, '@'],
        ['错误', undefined, '@'],
        ['\'2025 "表"\'!E9', `HYPERLINK("#'2025 ""表""'!E9","'2025 ""表""'!E9")`, 'General'],
        [1249.62, undefined, '#,##0.00'],
        ['=不是公式', undefined, '@'],
      ],
      [
        ['2010301', undefined, '@'],
        ['', undefined, '@'],
        ["'引号", undefined, '@'],
        ['', undefined, '@'],
        ['', undefined, '@'],
      ],
    ]);
    expect([...(sheet?.names.values() ?? [])]).toEqual([
      { name: '_budget_own_sheet', formula: '=TRUE', visible: false },
    ]);
    expect(sheet?.tabColor).toBe('#7F7F7F');
    expect([sheet?.cell(2, 4)?.locked, sheet?.cell(2, 0)?.locked]).toEqual([false, true]);
  });

  it('are replaced by those of the same name, in two batches', async () => {
    const { excel, host } = open();
    await host.applyPatch(patch({ do: 'putSheet', sheet: own }));
    const before = excel.batches.length;
    const receipt = await host.applyPatch(patch({ do: 'putSheet', sheet: { ...own, rows: [] } }));
    expect(excel.batches.length - before).toBe(2);
    expect(excel.workbook.sheets.map((sheet) => sheet.name)).toEqual(['表一', '表二', '审核结果']);
    await host.applyPatch(receipt.undo);
    expect(excel.workbook.sheet('审核结果')?.cell(3, 0)?.value).toBe('2010301');
  });

  it('never take the place of a sheet of the user', async () => {
    const { excel, host } = open([{ name: '审核结果', rows: [['mine']] }]);
    const receipt = await host.applyPatch(patch({ do: 'putSheet', sheet: own }));
    expect(receipt.refused.map((refusal) => refusal.because)).toEqual(['not-ours']);
    expect(excel.workbook.sheet('审核结果')?.cell(0, 0)?.value).toBe('mine');
  });
});
