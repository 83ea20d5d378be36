import { groupBy } from '../../lists/group-by';
import { similarity } from '../../text/normalise';
import type { Check } from '../check';
import { formName, placeInForm } from '../look';
import { makeFinding } from '../make-finding';
import { goalOf } from './goal';

const NEARLY_EQUAL = 0.9;
const MOST_COMPARED = 400;

export const copied: Check = {
  id: 'p-copied',
  severity: 'note',
  describes:
    '两个项目的总体目标几乎一字不差，多半是照抄。例：两个用途不同的项目写同一段目标。几个都相同的只列一条，写明各格。按各自的内容改写；批量的同类项目不必改。',
  run({ book, snapshot }) {
    const goals = book.forms.flatMap((form) => {
      const goal = goalOf(form, snapshot);
      return goal ? [{ form, ...goal }] : [];
    });
    const originalOf = goals.map((goal, index) =>
      goals
        .slice(0, index)
        .findIndex((other) => other.form.subject?.text !== goal.form.subject?.text && alike(other.text, goal.text)),
    );
    // All that are like one are told once, with the first of them.
    const firstOf = (index: number): number => {
      const original = originalOf[index] ?? -1;
      return original < 0 ? index : firstOf(original);
    };
    return groupBy([...goals.keys()], (index) => String(firstOf(index))).flatMap(([at, ...copies]) => {
      const [first, second, ...more] = [at, ...copies].flatMap((index) => goals[index] ?? []);
      if (!first || !second) return [];
      const subjects = [first, second, ...more].map(({ form }) => form.subject?.text ?? '');
      return [
        makeFinding({
          rule: 'p-copied',
          severity: 'note',
          facts: {
            code: 'form-copied',
            first: placeInForm(first.form, first.cell),
            second: placeInForm(second.form, second.cell),
            ...(more.length === 0 ? {} : { more: more.map(({ form }) => formName(form)) }),
          },
          cells: [second.cell, first.cell, ...more.map(({ cell }) => cell)],
          about: [second.form.declared.id, ...subjects],
          table: second.form.declared.id,
          sheet: second.form.frame.sheet,
        }),
      ];
    });
  },
};

const alike = (a: string, b: string): boolean =>
  similarity(a.slice(0, MOST_COMPARED), b.slice(0, MOST_COMPARED), NEARLY_EQUAL) >= NEARLY_EQUAL;
