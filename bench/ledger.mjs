import { readFileSync } from 'node:fs';
import path from 'node:path';

const HEADERS = ['功能科目', '名称', '支出类型', '经济科目', '名称', '项目名称', '资金来源', '本年', '上年', '备注'];
const FUNDS = ['一般公共预算', '一般公共预算', '一般公共预算', '政府性基金预算', '事业收入', '其他收入'];
const ECONOMIC =
  '30101 30102 30103 30107 30108 30110 30112 30113 30199 30201 30202 30205 30206 30207 30211 30213 30216 30217 30226 30227 30228 30229 30231 30239 30299 30302 30305 30309 30399 31002'.split(
    ' ',
  );

/** Published functional items, out of the data that the catalogue is made of. */
function functionalItems(root) {
  const source = readFileSync(path.join(root, 'src/editions/shared/classification/published.ts'), 'utf8');
  return [...source.matchAll(/^(2\d{6}) \d+ /gm)].map(([, code]) => code);
}

/** A workbook that holds nothing but a ledger of so many rows: a large department with many projects. The same every time. */
export function ledgerWorkbook(rows, root) {
  const items = functionalItems(root);
  let state = 20210101;
  const below = (n) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
  const pick = (list) => list[below(list.length)];
  const lines = Array.from({ length: rows }, () => {
    const isProject = below(3) === 0;
    const project = below(400);
    const cents = 1 + below(1_000_000);
    return [
      // A project is of one item.
      isProject ? items[(project * 7) % items.length] : pick(items),
      undefined,
      isProject ? '项目支出' : '基本支出',
      pick(ECONOMIC),
      undefined,
      isProject ? `第${project + 1}号项目` : undefined,
      pick(FUNDS),
      cents / 100,
      below(4) === 0 ? undefined : (1 + below(1_000_000)) / 100,
    ];
  });
  return [{ name: '台账', merges: [], rows: [HEADERS, ...lines] }];
}
