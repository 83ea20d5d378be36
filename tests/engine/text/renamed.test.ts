import { renamedTo } from '../../../src/engine/text/renamed';

test.each<readonly [string, readonly string[], readonly string[], readonly (readonly [string, string])[]]>([
  ['one that is alike', ['实验室设备'], ['中学实验室设备购置', '校舍维修'], [['实验室设备', '中学实验室设备购置']]],
  ['none that is alike', ['实验室设备'], ['校舍维修'], []],
  ['two that are alike', ['实验室设备'], ['中学实验室设备', '小学实验室设备'], []],
  ['one that is like two', ['中学实验室设备', '小学实验室设备'], ['实验室设备'], []],
  ['nothing new', ['实验室设备'], [], []],
])('%s', (_, gone, fresh, expected) => {
  expect([...renamedTo(gone, fresh)]).toEqual(expected);
});
