import { workbookOf } from './model/build';
import type { SheetInput } from './model/build';
import type { ExcelOptions, TestExcel } from './excel';
import { openExcel } from './excel';

const open = (
  sheets: readonly SheetInput[] = [
    {
      name: '表一',
      rows: [
        ['名称', 1.5],
        ['合计', { formula: 'SUM(B1)', value: 1.5 }],
      ],
    },
  ],
  options: Omit<ExcelOptions, 'workbook'> = {},
): TestExcel => openExcel({ workbook: workbookOf(sheets), ...options });

/** A criterion of which nothing is said. */
const NONE = {} as Excel.ConditionalIconCriterion;
const criterion = (type: 'Number' | 'Percent' | 'Formula', formula: string): Excel.ConditionalIconCriterion => ({
  type,
  operator: 'GreaterThanOrEqual',
  formula,
});

/** The code of the error that the library throws. */
async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'nothing was refused';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe('the genuine library is in front', () => {
  it('answers values, formulas, formats and texts of a range', async () => {
    const excel = open([
      {
        name: '表一',
        rows: [
          ['名称', { value: 1234.5, format: '#,##0.00' }],
          ['合计', { formula: 'SUM(B1)', value: 1234.5 }],
        ],
      },
    ]);
    await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets
        .getItem('表一')
        .getRange('A1:B2')
        .load('values,formulas,numberFormat,text,address');
      await context.sync();
      expect(range.values).toEqual([
        ['名称', 1234.5],
        ['合计', 1234.5],
      ]);
      expect(range.formulas).toEqual([
        ['名称', 1234.5],
        ['合计', '=SUM(B1)'],
      ]);
      expect(range.numberFormat).toEqual([
        ['General', '#,##0.00'],
        ['General', 'General'],
      ]);
      expect(range.text).toEqual([
        ['名称', '1,234.50'],
        ['合计', '1234.5'],
      ]);
      expect(range.address).toBe('表一!A1:B2');
    });
  });

  it.each([
    [
      'a property that was not loaded',
      'PropertyNotLoaded',
      (context: Excel.RequestContext) =>
        Promise.resolve(context.workbook.worksheets.getItem('表一').getRange('A1').values),
    ],
    [
      'a property loaded but not synced',
      'PropertyNotLoaded',
      (context: Excel.RequestContext) => Promise.resolve(context.workbook.worksheets.load('items/name').items),
    ],
  ])('refuses %s', async (_, code, use) => {
    expect(await codeOf(open().Excel.run(async (context) => use(context)))).toBe(code);
  });

  it('keeps a range over several batches and releases it without counting', async () => {
    const excel = open();
    await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('表一').getRange('B1');
      range.load('values');
      await context.sync();
      range.values = [[7]];
      await context.sync();
    });
    expect(excel.workbook.sheet('表一')?.cell(0, 1)?.value).toBe(7);
    expect(excel.batches).toHaveLength(2);
  });

  it('tells of a selection and of typing, in all sheets', async () => {
    const excel = open();
    const seen: string[] = [];
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.onSelectionChanged.add(async (event) => void seen.push(`selected ${event.address}`));
      context.workbook.worksheets.onChanged.add(async (event) => void seen.push(`changed ${event.address}`));
      await context.sync();
    });
    excel.userSelects('表一', 'B2');
    excel.userTypes('表一', 'B1', '12');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(seen).toEqual(['selected B2', 'changed B1']);
    expect(excel.workbook.sheet('表一')?.cell(0, 1)?.value).toBe(12);
  });
});

describe('refuses what Excel refuses', () => {
  type Use = (context: Excel.RequestContext) => void;
  const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('表一');
  const cases: readonly (readonly [string, string, Use])[] = [
    ['an unknown sheet', 'ItemNotFound', (context) => void context.workbook.worksheets.getItem('表九').load('name')],
    ['a bad address', 'InvalidArgument', (context) => void sheet(context).getRange('R1C1X').load('values')],
    [
      'an address of another sheet',
      'InvalidArgument',
      (context) => void sheet(context).getRange('表二!A1').load('values'),
    ],
    ['too few rows', 'InvalidArgument', (context) => (sheet(context).getRange('A1:A2').values = [[1]])],
    [
      'too many columns',
      'InvalidArgument',
      (context) =>
        (sheet(context).getRange('A1:A2').values = [
          [1, 2],
          [3, 4],
        ]),
    ],
    [
      'a sheet name that exists',
      'ItemAlreadyExists',
      (context) => void context.workbook.worksheets.add('表一').load('name'),
    ],
    [
      'a sheet name with a slash',
      'InvalidArgument',
      (context) => void context.workbook.worksheets.add('表/一').load('name'),
    ],
    ['deleting the only sheet', 'InvalidOperation', (context) => sheet(context).delete()],
    ['a member that the test host does not know', 'ApiNotFound', (context) => sheet(context).calculate(true)],
  ];
  it.each(cases)('%s → %s', async (_, code, use) => {
    const excel = open();
    expect(
      await codeOf(
        excel.Excel.run(async (context) => {
          use(context);
          await context.sync();
        }),
      ),
    ).toBe(code);
  });

  it.each<readonly [string, Use]>([
    ['values', (context) => (sheet(context).getRange('A1').values = [[1]])],
    ['number formats', (context) => (sheet(context).getRange('A1').numberFormat = [['@']])],
    [
      'conditional formats',
      (context) => void sheet(context).getRange('A1').conditionalFormats.add('Custom').load('id'),
    ],
  ])('%s of a protected sheet → AccessDenied', async (_, use) => {
    const excel = open([{ name: '表一', rows: [['x']], isProtected: true }]);
    expect(
      await codeOf(
        excel.Excel.run(async (context) => {
          use(context);
          await context.sync();
        }),
      ),
    ).toBe('AccessDenied');
    expect(excel.workbook.sheet('表一')?.cell(0, 0)?.value).toBe('x');
  });

  it('everything while somebody types in a cell', async () => {
    const excel = open();
    excel.workbook.inCellEdit = true;
    expect(
      await codeOf(
        excel.Excel.run(async (context) => {
          sheet(context).load('name');
          await context.sync();
        }),
      ),
    ).toBe('InvalidOperationInCellEditMode');
  });

  it.each([
    ['1.9', 'ApiNotFound'],
    ['1.13', 'nothing was refused'],
  ])('a member of ExcelApi 1.13 at %s → %s', async (excelApi, code) => {
    const excel = open(undefined, { excelApi });
    expect(
      await codeOf(
        excel.Excel.run(async (context) => {
          sheet(context).getRange('A1').getMergedAreasOrNullObject().load('address');
          await context.sync();
        }),
      ),
    ).toBe(code);
  });

  it('an answer above the payload limit', async () => {
    const excel = open([{ name: '表一', rows: [['字'.repeat(2000)]] }], { payloadLimit: 4096 });
    expect(
      await codeOf(
        excel.Excel.run(async (context) => {
          sheet(context).getRange('A1').load('values');
          await context.sync();
        }),
      ),
    ).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('the actions before the refused one have happened', async () => {
    const excel = open();
    await codeOf(
      excel.Excel.run(async (context) => {
        sheet(context).getRange('A1').values = [['written']];
        sheet(context).getRange('A2').values = [['a', 'b']];
        sheet(context).getRange('A3').values = [['never']];
        await context.sync();
      }),
    );
    const model = excel.workbook.sheet('表一');
    expect([0, 1, 2].map((row) => model?.cell(row, 0)?.value)).toEqual(['written', '合计', undefined]);
  });
});

describe('takes a written text as if it were typed', () => {
  it.each<readonly [string, string, unknown, string | undefined]>([
    ['2010301', 'General', 2010301, undefined],
    ['2010301', '@', '2010301', undefined],
    ["'2010301", 'General', '2010301', undefined],
    ['1,234.50', 'General', 1234.5, undefined],
    ['=A1', 'General', '名称', 'A1'],
    ['-B1', 'General', -1.5, '-B1'],
    ['-5', 'General', -5, undefined],
    ['=A1', '@', '=A1', undefined],
    ['12. 22', 'General', '12. 22', undefined],
  ])('%s into %s', async (text, format, value, formula) => {
    const excel = open();
    await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('表一').getRange('C1');
      range.numberFormat = [[format]];
      range.values = [[text]];
      await context.sync();
    });
    const cell = excel.workbook.sheet('表一')?.cell(0, 2);
    expect([cell?.value, cell?.formula]).toEqual([value, formula]);
  });
});

describe('structure', () => {
  it('knows merges, hidden rows and columns, protection, names and the used range', async () => {
    const excel = open([
      {
        name: '表一',
        rows: [['标题'], ['a', 1]],
        merges: ['A1:B1'],
        hiddenRows: [2],
        hiddenColumns: ['B'],
        isProtected: true,
      },
      { name: '空' },
    ]);
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('表一');
      const used = sheet.getUsedRangeOrNullObject(true).load('address');
      const merged = used.getMergedAreasOrNullObject();
      merged.areas.load('items/address');
      const rows = used.getRowProperties({ rowHidden: true });
      const columns = used.getColumnProperties({ columnHidden: true });
      sheet.protection.load('protected');
      const empty = context.workbook.worksheets.getItem('空').getUsedRangeOrNullObject(true).load('address');
      const emptyMerged = empty.getMergedAreasOrNullObject();
      emptyMerged.load('address');
      await context.sync();
      expect(used.address).toBe('表一!A1:B2');
      expect(merged.areas.items.map((area) => area.address)).toEqual(['表一!A1:B1']);
      expect(rows.value).toEqual([{ rowHidden: false }, { rowHidden: true }]);
      expect(columns.value).toEqual([{ columnHidden: false }, { columnHidden: true }]);
      expect(sheet.protection.protected).toBe(true);
      expect([empty.isNullObject, emptyMerged.isNullObject]).toEqual([true, true]);
    });
  });

  it.each<readonly [string, (icons: Excel.IconSetConditionalFormat) => unknown]>([
    ['an icon set that is none', (icons) => (icons.style = 'ThreeSymbols3' as 'ThreeSymbols')],
    ['too few criteria', (icons) => (icons.criteria = [criterion('Number', '=1'), criterion('Number', '=2')])],
    ['no value', (icons) => (icons.criteria = [NONE, criterion('Number', ''), criterion('Number', '=2')])],
    ['no number', (icons) => (icons.criteria = [NONE, criterion('Number', '=x'), criterion('Number', '=2')])],
    ['a number Excel lacks', (icons) => (icons.criteria = [NONE, criterion('Number', '=-1E+309'), NONE])],
    ['more than all', (icons) => (icons.criteria = [NONE, criterion('Percent', '=5'), criterion('Percent', '=101')])],
    [
      'a relative reference',
      (icons) => (icons.criteria = [NONE, criterion('Formula', '=A1'), criterion('Number', '=2')]),
    ],
    ['criteria without a kind', (icons) => (icons.criteria = [NONE, NONE, NONE])],
  ])('%s for icons → InvalidArgument', async (_, use) => {
    const excel = open();
    expect(
      await codeOf(
        excel.Excel.run(async (context) => {
          use(context.workbook.worksheets.getItem('表一').getRange('A1').conditionalFormats.add('IconSet').iconSet);
          await context.sync();
        }),
      ),
    ).toBe('InvalidArgument');
  });

  it.each<readonly [string, (sheet: Excel.Worksheet) => unknown]>([
    ['a kind of chart that is none', (sheet) => sheet.charts.add('Bars' as 'Pie', sheet.getRange('A1:B2'), 'Columns')],
    ['a chart of nothing', (sheet) => sheet.charts.add('Pie', sheet.getRange('G7:H9'), 'Columns')],
    ['a title that is no cell', (sheet) => charted(sheet).title.setFormula('=A1')],
    ['a title in a sheet that is not there', (sheet) => charted(sheet).title.setFormula('=表九!$A$1')],
    ['a series that is not there', (sheet) => (charted(sheet).series.getItemAt(3).hasDataLabels = true)],
    ['a gap too wide', (sheet) => (charted(sheet).series.getItemAt(0).gapWidth = 501)],
    ['an end before the start', (sheet) => charted(sheet).setPosition('E9', 'D2')],
  ])('%s → InvalidArgument', async (_, use) => {
    const excel = open();
    expect(
      await codeOf(
        excel.Excel.run(async (context) => {
          use(context.workbook.worksheets.getItem('表一'));
          await context.sync();
        }),
      ),
    ).toBe('InvalidArgument');
  });

  it('draws nothing on a protected sheet', async () => {
    const excel = open([
      {
        name: '表一',
        rows: [
          ['a', '金额'],
          ['b', 1],
        ],
        isProtected: true,
      },
    ]);
    expect(
      await codeOf(
        excel.Excel.run(async (context) => {
          charted(context.workbook.worksheets.getItem('表一'));
          await context.sync();
        }),
      ),
    ).toBe('AccessDenied');
  });

  it('gives a new icon set equal shares, and another style its own', async () => {
    const excel = open();
    await excel.Excel.run(async (context) => {
      const format = context.workbook.worksheets.getItem('表一').getRange('A1').conditionalFormats.add('IconSet');
      format.load('type,iconSet/style,iconSet/criteria,customOrNullObject/rule/formula');
      await context.sync();
      expect([format.type, format.iconSet.style, format.customOrNullObject.isNullObject]).toEqual([
        'IconSet',
        'ThreeTrafficLights1',
        true,
      ]);
      expect(format.iconSet.criteria.map(({ formula }) => formula)).toEqual(['=0', '=33', '=67']);
      format.iconSet.style = 'FourRating';
      format.iconSet.load('criteria');
      await context.sync();
      expect(format.iconSet.criteria.map(({ formula }) => formula)).toEqual(['=0', '=25', '=50', '=75']);
    });
  });

  it('keeps a custom conditional format over several areas and finds it again', async () => {
    const excel = open();
    await excel.Excel.run(async (context) => {
      const format = context.workbook.worksheets.getItem('表一').getRanges('A1,B2:B3').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=TRUE';
      format.custom.format.fill.color = '#F1AEB5';
      format.custom.format.borders.getItem('EdgeTop').style = 'Continuous';
      await context.sync();
    });
    await excel.Excel.run(async (context) => {
      const formats = context.workbook.worksheets.getItem('表一').getRange().conditionalFormats;
      formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
      await context.sync();
      expect(formats.items.map((format) => [format.type, format.customOrNullObject.rule.formula])).toEqual([
        ['Custom', '=TRUE'],
      ]);
    });
    const [format] = excel.workbook.sheet('表一')?.conditionalFormats ?? [];
    expect(Object.fromEntries(format?.look ?? [])).toEqual({
      'fill/color': '#F1AEB5',
      'borders/EdgeTop/style': 'Continuous',
    });
  });
});

function charted(sheet: Excel.Worksheet): Excel.Chart {
  sheet.getRange('A1:B1').values = [['名称', '金额']];
  return sheet.charts.add('BarClustered', sheet.getRange('A1:B2'), 'Columns');
}
