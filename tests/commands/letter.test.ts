import { returnLetter } from '../../src/commands/letter';
import type { Cause, Explanation } from '../../src/engine/finding/finding';
import { takeEnglish } from '../../src/i18n/catalogue';
import { english } from '../../src/i18n/english';
import { either, oneCell, partsDiffer, ref, report, sameDiffer } from './report-fixture';

takeEnglish(english);

const sum = partsDiffer('f-sum', '表五!G8', '347.15', '374.15', ['表五!G9', '表五!G10']);
const total = partsDiffer('f-total', '表五!E9', '1347.15', '1374.15', ['表五!F9', '表五!G9']);
const twice = sameDiffer('f-twice', ['表五!G9', '174.15'], ['表七!C5', '147.15']);
const other = sameDiffer('f-other', ['表一!B9', '38.50'], ['表二!E6', '18.50'], 'warning');
const faint = partsDiffer('f-faint', '表六!E20', '961.61', '961.60', ['表六!E8', '表六!E9'], 'note');
const slip: Cause = oneCell('c-slip', '表五!G9', '147.15', [twice, sum, total]);
const undecided: Cause = { ...either('c-undecided', ['表一!B9', '表二!E6'], [other]), severity: 'warning' };

describe('the letter that sends a budget back', () => {
  test('numbers errors and points to check through, each with its place, what it should be, and what agrees afterwards', () => {
    expect(returnLetter(report([twice, sum, total, other, faint], [slip, undecided]), 'zh-CN')).toMatchSnapshot();
  });

  test('the same in English', () => {
    expect(returnLetter(report([twice, sum, total, other, faint], [slip, undecided]), 'en')).toMatchSnapshot();
  });

  test('points to check alone ask for no correction', () => {
    const letter = returnLetter(report([other], [undecided]), 'zh-CN');
    expect(letter).toContain('没有错误，有1处需核实');
    expect(letter).not.toContain('需要修改的错误');
    expect(letter).toMatch(/^一、需要核实的问题（1处）$/m);
  });

  test('what has been explained is counted and not asked for again', () => {
    const explanation: Explanation = { reason: '县级下达口径不同', name: '王敏', date: '2025-02-10', holds: true };
    const letter = returnLetter(report([other], [{ ...undecided, explanation }], [], { explained: 1 }), 'zh-CN');
    expect(letter).toContain('没有发现需要修改或核实的问题');
    expect(letter).toContain('1处已作说明的问题');
    expect(letter).not.toContain('表一!B9');
  });

  test('where nothing is wrong it says so, and what was not looked at', () => {
    const facts = { code: 'unchecked-columns', table: '表三', headers: ['项目支出'], count: 3 } as const;
    const letter = returnLetter(
      report([], [], [{ rule: 'c-project', facts, cells: [ref('表三!A1')], count: 3 }]),
      'zh-CN',
    );
    expect(letter).toMatch(/没有发现.*\n\n另有3项没有检查：[^。]+。\n$/);
  });
});
