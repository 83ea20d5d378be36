import { readReasons, reasonRow } from '../../../src/engine/asked/read-reasons';
import { workbook } from '../../notation';

describe('the sheet of reasons', () => {
  const reasons = readReasons(
    workbook({
      增减原因: {
        lines: [
          '只写“主要原因是”之后的话。',
          '序号 | 说明部分 | 事项 | 本年 | 上年 | 增减额 | 增减% | 主要原因 | 状态',
          '1 | 三、支出预算 | 基本支出 | 1249.62 | 1302.62 | -53.00 | -4.07 | 年中调出4人 | 已填',
          '2 |  | 项目支出 | 174 | 150 | 24 | 16 |  | 待填',
          '3 | 二、收入预算 | 上级专项收入 | 17 |  | 17 |  | 无 | 待填',
        ],
        ours: true,
      },
    }),
  );

  test('is read by section and subject, whatever number the section has', () => {
    expect(reasonRow(reasons, '四、支出预算', '基本支出')).toMatchObject({
      reason: '年中调出4人',
      cell: { sheet: '增减原因', row: 2, column: 7 },
    });
  });

  test('keeps what is open open, and says where it is to be answered', () => {
    expect(reasonRow(reasons, '三、支出预算', '项目支出')).toMatchObject({ reason: undefined, cell: { row: 3 } });
    expect(reasonRow(reasons, '二、收入预算', '上级专项收入')).toMatchObject({ reason: undefined, typed: '无' });
    expect(reasonRow(reasons, '二、收入预算', '事业收入')).toBeUndefined();
  });

  test('reads the figures that stood beside the answer', () => {
    const row = reasonRow(reasons, '三、支出预算', '基本支出');
    expect([row?.now?.toFixed(), row?.before?.toFixed()]).toEqual(['1249.62', '1302.62']);
  });
});

describe('the reason for a code', () => {
  const rowsOf = (...abouts: readonly string[]) =>
    readReasons(
      workbook({
        增减原因: {
          lines: [
            '说明部分 | 事项 | 主要原因',
            ...abouts.map((about) => {
              const [item = '', reason = ''] = about.split('：');
              return `五、一般公共预算 | ${item} | ${reason}`;
            }),
          ],
          ours: true,
        },
      }),
    );
  const SECTION = '五、一般公共预算';

  test.each<[says: string, rows: readonly string[], about: string, reason: string | undefined]>([
    ['got its name since', ["'2012901：调入2人"], '2012901 行政运行', '调入2人'],
    ['lost its name since', ['2012901 行政运行：调入2人'], '2012901', '调入2人'],
    ['is called otherwise now', ['2130599 免费培训：扩大培训'], '2130599 其他扶贫支出', '扩大培训'],
    ['has a row without an answer too', ['2012901 行政运行：', "'2012901：调入2人"], '2012901 行政运行', '调入2人'],
    ['is answered under both names', ["'2012901：调出2人", '2012901 行政运行：调入2人'], '2012901 行政运行', '调入2人'],
    ['is divided', ['20129 群众团体·项目支出：新增项目'], '20129·项目支出', '新增项目'],
    ['is another of the same name', ['2012901 行政运行：调入2人'], '2012801 行政运行', undefined],
    ['is the section of it', ['2012901 行政运行：调入2人'], '20129 行政运行', undefined],
    ['is divided otherwise', ['20129 群众团体·项目支出：新增项目'], '20129 群众团体·基本支出', undefined],
    ['is none but a number in a name', ['300 人培训：扩大'], '300 人食堂', undefined],
  ])('that %s', (_says, rows, about, reason) => {
    expect(reasonRow(rowsOf(...rows), SECTION, about)?.reason).toBe(reason);
  });

  test('of another section is not taken', () => {
    expect(reasonRow(rowsOf("'2012901：调入2人"), '九、政府性基金', '2012901 行政运行')).toBeUndefined();
  });
});
