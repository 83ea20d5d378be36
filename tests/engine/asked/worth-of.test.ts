import { answerTo, type Answers } from '../../../src/engine/asked/answers';
import type { AskedFact } from '../../../src/engine/edition/text';
import type { CellValue } from '../../../src/engine/snapshot/snapshot';

const value: AskedFact = {
  id: 'value',
  group: '国有资产',
  label: '其他车辆价值',
  worthOf: '其他车辆数量',
  kind: 'amount',
  usedIn: '',
  help: '',
};

const answered = (cars: CellValue, worth: CellValue): Answers => ({
  sheet: '单位情况',
  rows: [['其他车辆数量', cars] as const, ['其他车辆价值', worth] as const].map(([label, typed], row) => ({
    group: '国有资产',
    label,
    measure: '',
    value: typed,
    cell: { sheet: '单位情况', row, column: 2 },
  })),
});

test.each<readonly [cars: CellValue, worth: CellValue, said: string]>([
  [0, null, '0'],
  ['无', null, '0'],
  ['0辆', null, '0'],
  [2, null, 'blank'],
  [null, null, 'blank'],
  ['若干', null, 'blank'],
  [0, 12, '12'],
  [2, 12, '12'],
])('%j cars are worth what was answered, and without any nothing: %j', (cars, worth, said) => {
  const answer = answerTo(answered(cars, worth), value);
  expect(answer.kind === 'amount' ? answer.value.toFixed() : answer.kind).toBe(said);
});
