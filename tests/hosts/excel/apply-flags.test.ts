import { sheetNamed } from '../../../src/engine/snapshot/snapshot';
import type { CellFlag } from '../../../src/engine/snapshot/snapshot';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import { area, expectPatch, open, patch, refusals } from './opened';
import { BUDGET } from './patches';

// A busy machine must not fail a test.
jest.setTimeout(600_000);

const edges = (style: string, color: string): Record<string, string> =>
  Object.fromEntries(
    ['Top', 'Bottom', 'Left', 'Right'].flatMap((edge) => [
      [`borders/Edge${edge}/style`, style],
      [`borders/Edge${edge}/color`, color],
    ]),
  );

const flags: readonly CellFlag[] = [
  { severity: 'error', areas: [area('B1'), area('A2:B2')] },
  { severity: 'warning', areas: [area('C1')] },
  { severity: 'note', areas: [area('A1')] },
];

const setFlags = (of: readonly CellFlag[], sheet = '表三') => patch([{ do: 'setFlags', sheet, flags: of }]);

describe('flags', () => {
  it('stand in the sheet as one rule a severity and go without a trace', async () => {
    const one = open(BUDGET);
    await expectPatch(one, [{ do: 'setFlags', sheet: '表三', flags }], (snapshot) => {
      expect(sheetNamed(snapshot, '表三')?.flags).toEqual(flags);
      const rules = one.excel.workbook.sheet('表三')?.conditionalFormats ?? [];
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
  });

  it('of figures that agree are icons beside the numbers, known again by another pane, and go without a trace', async () => {
    const one = open(BUDGET);
    const agreed: readonly CellFlag[] = [...flags, { severity: 'agreed', areas: [area('D1:D3'), area('C2')] }];
    await expectPatch(one, [{ do: 'setFlags', sheet: '表三', flags: agreed }], (snapshot) => {
      expect(sheetNamed(snapshot, '表三')?.flags).toEqual(agreed);
      const [icons] = one.excel.workbook.sheet('表三')?.conditionalFormats ?? [];
      expect([icons?.type, icons?.areas, Object.fromEntries(icons?.look ?? [])]).toEqual([
        'IconSet',
        [area('D1:D3'), area('C2')],
        {
          'iconSet/style': 'ThreeSymbols2',
          'iconSet/criteria': [
            { type: 'Percent', operator: 'GreaterThanOrEqual', formula: '=0', customIcon: null },
            { type: 'Number', operator: 'GreaterThanOrEqual', formula: '=-2E+307', customIcon: null },
            { type: 'Number', operator: 'GreaterThanOrEqual', formula: '=-1E+307', customIcon: null },
          ],
          'iconSet/showIconOnly': false,
          'iconSet/reverseIconOrder': false,
        },
      ]);
    });
    await one.host.applyPatch(setFlags(agreed));
    const second = createExcelHost((batch) => one.excel.Excel.run(batch));
    expect(sheetNamed(await second.readSnapshot(), '表三')?.flags).toEqual(agreed);
    await second.applyPatch(setFlags([]));
    expect(one.excel.workbook.sheet('表三')?.conditionalFormats).toEqual([]);
  });

  it("of figures that agree are told from the user's own icon sets", async () => {
    const { excel, host } = open(BUDGET);
    await excel.Excel.run(async (context) => {
      const { conditionalFormats } = context.workbook.worksheets.getItem('表三').getRange('A1:B2');
      conditionalFormats.add('IconSet');
      conditionalFormats.add('IconSet').iconSet.style = 'ThreeSymbols2';
      await context.sync();
    });
    await host.applyPatch(setFlags([{ severity: 'agreed', areas: [area('B1')] }]));
    expect(sheetNamed(await host.readSnapshot(), '表三')?.flags).toEqual([{ severity: 'agreed', areas: [area('B1')] }]);
    await host.applyPatch(setFlags([]));
    expect(excel.workbook.sheet('表三')?.conditionalFormats.map(({ look }) => look.get('iconSet/style'))).toEqual([
      'ThreeSymbols2',
      'ThreeTrafficLights1',
    ]);
  });

  it('written by another pane are replaced all the same, and come back by undo', async () => {
    const { excel, host } = open(BUDGET);
    await host.applyPatch(setFlags(flags));
    const second = createExcelHost((batch) => excel.Excel.run(batch));
    const receipt = await second.applyPatch(setFlags([]));
    expect(receipt.undo.edits).toEqual([{ do: 'setFlags', sheet: '表三', flags }]);
  });

  it('come back where their cells are by now', async () => {
    const one = open(BUDGET);
    await one.host.readSnapshot();
    await one.host.applyPatch(setFlags(flags));
    one.excel.user.insertsRow('表三', 2);
    await one.host.readSnapshot();
    const { undo } = await one.host.applyPatch(setFlags([]));
    await one.host.applyPatch(undo);
    expect(sheetNamed(await one.host.readSnapshot(), '表三')?.flags[0]?.areas).toEqual([area('B1'), area('A3:B3')]);
  });

  it("leave the user's own rules and formats alone", async () => {
    const { excel, host } = open(BUDGET);
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表三');
      const format = sheet.getRange('A1:B2').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=LEN("flag:error")>0';
      sheet.getRange('A1').conditionalFormats.add('ColorScale');
      sheet.getRange('B1').format.fill.color = '#00FF00';
      await context.sync();
    });
    await host.applyPatch(setFlags(flags));
    expect(excel.workbook.sheet('表三')?.cell(0, 1)?.look.get('fill/color')).toBe('#00FF00');
    await host.applyPatch(setFlags([]));
    expect(excel.workbook.sheet('表三')?.conditionalFormats.map((rule) => rule.type)).toEqual(['ColorScale', 'Custom']);
  });

  it('on thousands of cells lose none, although Excel cuts long addresses', async () => {
    const { excel, host } = open(BUDGET);
    const areas = Array.from({ length: 4000 }, (_, index) => area(`Z${index * 2 + 1}`));
    await host.applyPatch(setFlags([{ severity: 'warning', areas }]));
    expect(excel.workbook.sheet('表三')?.conditionalFormats.length).toBeGreaterThan(1);
    const read = sheetNamed(await host.readSnapshot(), '表三');
    expect(read?.flags.flatMap((flag) => flag.areas)).toHaveLength(4000);
  });

  it.each([
    ['of a protected sheet', '锁', 'protected 锁'],
    ['of a sheet that is gone', '表九', 'sheet-missing 表九'],
  ])('%s are refused', async (_, sheet, refusal) => {
    const { host } = open(BUDGET);
    expect(refusals(await host.applyPatch(setFlags(flags, sheet)))).toEqual([refusal]);
  });

  it('that nobody asks for and nobody has cost no writing', async () => {
    const { excel, host } = open(BUDGET);
    await host.applyPatch(setFlags([]));
    expect(excel.batches).toHaveLength(1);
  });
});
