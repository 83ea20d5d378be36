import type { LeftBecause } from '../../src/engine/fill/plan';
import type { Place } from '../../src/engine/finding/facts';
import { fillWords } from '../../src/i18n/fill/catalogue';
import { LANGUAGES } from '../../src/i18n/language';

const place: Place = { cell: { sheet: '表三', row: 7, column: 4 }, table: '表三', row: '行政运行', column: '合计' };

/** Every reason there is: the compiler asks for a new one here. */
const CELLS: Readonly<Record<Exclude<LeftBecause, `row-${string}`>, readonly string[]>> = {
  unreadable: ['表三!F8'],
  'left-open': ['表三!F8', '表三!G8'],
  'text-formula': ['表三!F8'],
  'lost-reference': [],
  'missing-columns': [],
  'unread-rows': ['表三!E12'],
  'in-label': [],
  merged: [],
  circular: [],
  'too-long': [],
};
const ROWS: Readonly<Record<Extract<LeftBecause, `row-${string}`>, true>> = {
  'row-protected': true,
  'row-beside': true,
  'row-merged': true,
  'row-hidden': true,
  'row-unnamed': true,
  'row-unclear': true,
  'row-refused': true,
};

const kept = {
  place,
  typed: '1080.85',
  computed: '1100.85',
  difference: '-20',
  unit: '万元',
  formula: 'SUM(E9:E11)',
} as const;

test.each(LANGUAGES)('what is said about filling, in %s', (language) => {
  const words = fillWords(language);
  const all = { formulas: 40, values: 6, rows: 2, numbers: 3 };
  expect(
    [
      words.kept(kept),
      words.kept({ ...kept, difference: '20' }),
      words.keptRounding({ ...kept, computed: '1080.84', difference: '0.01' }),
      words.replaced(kept),
      words.allKept,
      words.keptForRow('表三!E8 表三!G8'),
      words.notesHidden(3),
      words.counts(all).join('  '),
      words.counts({ formulas: 0, values: 1, rows: 0, numbers: 0 }).join('  '),
      words.insertedRow(12, '20805 行政事业单位养老支出'),
      words.renewed('SUM(E6:E9)'),
      words.followed,
      words.unknown,
      words.followsHidden(1),
      ...Object.entries(CELLS).map(([because, cells], index) =>
        words.leftCells(place, index % 2 === 0 ? 0 : 2, because as LeftBecause, cells),
      ),
      ...Object.keys(ROWS).map((because, index) =>
        words.leftRows(
          '表三',
          ['208 社会保障和就业支出', '20805 行政事业单位养老支出', '合计', '20808 抚恤'].slice(0, 1 + (index % 4)),
          because as LeftBecause,
        ),
      ),
      words.leftWaiting(place, 16, { areas: [], more: false, cells: 0 }),
      words.leftWaiting(place, 16, { areas: ['表三!F8:G9'], more: false, cells: 4 }),
      words.leftWaiting(place, 1, { areas: ['表三!F8:G9', '表三!F11', '表三!F13'], more: true, cells: 12 }),
      words.nothing,
      words.nothingButRows,
      words.nothingButOpen,
      words.untouched(['表三', '表八']),
      words.nothingTyped,
      words.written('out.xlsx', all),
      words.writtenUnchanged('out.xlsx'),
      words.dryRun({ formulas: 1, values: 0, rows: 0, numbers: 1 }),
      words.remaining('错误2'),
      words.remainingNone,
    ].join('\n'),
  ).toMatchSnapshot();
});
