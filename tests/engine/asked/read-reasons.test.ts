import { readReasons, reasonRow, reasonWords } from '../../../src/engine/asked/read-reasons';
import { workbook } from '../../notation';

describe('a reason follows “主要原因是”', () => {
  test.each([
    ['年中调出4人', '年中调出4人'],
    ['主要原因是年中调出4人。', '年中调出4人'],
    ['主要原因：年中调出4人；', '年中调出4人'],
    ['，主要原因是：年中调出4人，1人退休。', '年中调出4人，1人退休'],
    ['原因是项目完成', '项目完成'],
    ['主要是压减开支', '压减开支'],
    ['主要是由于压减开支', '压减开支'],
    ['一是人员减少\n二是压减开支', '一是人员减少；二是压减开支'],
    ['厉行节约！', '厉行节约'],
    ['厉行节约!。', '厉行节约'],
    ['厉行节约……', '厉行节约'],
    ['厉行节约？', '厉行节约'],
    ['压减10%', '压减10%'],
    ['落实“过紧日子”', '落实“过紧日子”'],
    ['一是人员减少，二是压减开支，三是项目完成。', '一是人员减少；二是压减开支；三是项目完成'],
    ['主要原因有：一是人员减少，二是压减开支', '一是人员减少；二是压减开支'],
    ['1.人员减少，2.压减2.5万元', '1.人员减少；2.压减2.5万元'],
    ['（一）人员减少。（二）压减开支', '（一）人员减少；（二）压减开支'],
    ['①人员减少，②压减开支', '①人员减少；②压减开支'],
    ['人员减少，二是压减开支', '人员减少，二是压减开支'],
    ['由于人员减少', '人员减少'],
    ['', undefined],
    ['无', undefined],
    ['主要原因是无。', undefined],
    ['因新增森林生态效益补偿项目', '新增森林生态效益补偿项目'],
    ['是由于新增项目', '新增项目'],
    ['因为人员增加。', '人员增加'],
    ['，人员增加', '人员增加'],
    ['因公出国任务减少', '因公出国任务减少'],
    ['因公务接待批次减少', '公务接待批次减少'],
    ['因公用经费压减', '公用经费压减'],
    ['是退休1人', '退休1人'],
    ['是否新增项目尚未确定', '是否新增项目尚未确定'],
    ['由于政策调整所致', '政策调整'],
    ['缴费基数上调导致', '缴费基数上调'],
    ['政策性增支造成的', '政策性增支'],
    ['征拆任务减少，主要原因是土地出让减少', '征拆任务减少，土地出让减少'],
    ['1.工资正常增长2.社保基数调整2.5%', '1.工资正常增长；2.社保基数调整2.5%'],
    ['1.在职人员增加12人，2.压减', '1.在职人员增加12人；2.压减'],
    ['一是人员减少二是压减开支', '一是人员减少；二是压减开支'],
    ['①人员减少②压减开支', '①人员减少；②压减开支'],
    ['（一）人员减少（二）压减开支', '（一）人员减少；（二）压减开支'],
    ['口径不一致', '口径不一致'],
    ['首先，人员减少；其次，压减开支。', '首先，人员减少；其次，压减开支'],
    ['因素调整', '因素调整'],
    ['待填', undefined],
    ['【待填：增减原因】', undefined],
    ['与上年无变化', undefined],
    ['。', undefined],
    ['.', undefined],
    ['123', undefined],
    ['略', undefined],
    ['同上', undefined],
    ['。同上', undefined],
    ['原因同上', undefined],
    ['与上同', undefined],
    ['与上述相同', undefined],
    ['与上一项一致', undefined],
    ['同第3条', undefined],
    ['同上述原因', undefined],
    ['如上所述', undefined],
    ['同前项', undefined],
    ['与上年一致', undefined],
    ['与上级部门联合开展检查增加', '与上级部门联合开展检查增加'],
    ['同步提高养老金标准', '同步提高养老金标准'],
    ['。人员增加', '人员增加'],
    ['-人员增加', '人员增加'],
    ['啊啊啊', undefined],
    ['涨', undefined],
    ['N/A', undefined],
    ['见附件', undefined],
    ['详见附表。', undefined],
    ['主要原因是见附件1', undefined],
    ['见附件一', undefined],
    ['详见附件2。', undefined],
    ['见附件（3）', undefined],
    ['具体见附件1、附件2', undefined],
    ['参见附表1和2', undefined],
    ['见附件1说明', undefined],
    ['见附件1所列设备需更新', '见附件1所列设备需更新'],
    ['人员减少、压减开支等原因', '人员减少、压减开支等'],
    ['由于人员减少、压减开支等原因所致。', '人员减少、压减开支等'],
    ['人员减少等多方面的原因', '人员减少等'],
    ['压减开支的原因', '压减开支'],
    ['等原因', undefined],
    ['查明原因后追加', '查明原因后追加'],
    ['历史原因', '历史原因'],
    ['增加', undefined],
    ['比上年减少1.68万元', undefined],
    ['较上年预算增长4.5%', undefined],
    ['减少了采购', '减少了采购'],
    ['增加2人', undefined],
    ['在职人员增加2人', '在职人员增加2人'],
    ['见习人员增加', '见习人员增加'],
    ['略有压减', '略有压减'],
    ['厉行节约，\n压减开支', '厉行节约，压减开支'],
    ['厉行节约。\n压减开支。', '厉行节约；压减开支'],
    ['1.人员减少；\r\n2.压减开支', '1.人员减少；2.压减开支'],
  ])('%j → %j', (typed, words) => {
    expect(reasonWords(typed)).toBe(words);
  });
});

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
