import { workbook } from '../../notation';
import { findingsIn, lineOf } from './run';
import { changed, sound } from './sound';

test('no check has anything to say about a workbook that is in order', () => {
  expect(findingsIn(workbook(sound)).map(lineOf)).toEqual([]);
});

test('what the tool itself wrote into a checked copy changes nothing', () => {
  const lines = (sheet: string): readonly string[] => sound[sheet] ?? [];
  const copy = changed({
    表三: { lines: lines('表三'), flags: [{ severity: 'error', areas: [{ top: 5, left: 4, bottom: 5, right: 4 }] }] },
    审核结果: {
      lines: ['点位置跳到单元格', '序号 | 程度 | 位置', '1 | 错误 | 表三!E6', '#REF! | XX | [1]表三!E9'],
      ours: true,
    },
  });
  expect(findingsIn(workbook(copy)).map(lineOf)).toEqual([]);
});

test('findings of one kind have ids of their own', () => {
  const findings = findingsIn(
    workbook(
      changed({
        表三: undefined,
        表五: undefined,
        表六: { 1: '', 2: '' },
        绩效1: { 3: '项目名称' },
        绩效2: { 3: '项目名称' },
      }),
    ),
  );
  const ids = findings.map(({ id }) => id);
  expect(findings.length).toBeGreaterThan(5);
  expect(new Set(ids).size).toBe(ids.length);
});
