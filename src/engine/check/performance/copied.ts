import { similarity } from '../../text/normalise';
import type { Check } from '../check';
import { placeInForm } from '../look';
import { makeFinding } from '../make-finding';
import { goalOf } from './goal';

const NEARLY_EQUAL = 0.9;
const MOST_COMPARED = 400;

export const copied: Check = {
  id: 'p-copied',
  severity: 'note',
  describes:
    '两个项目的总体目标几乎一字不差，多半是照抄。例：两个用途不同的项目写同一段目标。按各自的内容改写；批量的同类项目不必改。',
  run({ book, snapshot }) {
    const goals = book.forms.flatMap((form) => {
      const goal = goalOf(form, snapshot);
      return goal ? [{ form, ...goal }] : [];
    });
    return goals.flatMap((goal, index) => {
      // Each copy is told once, against the first that it is like.
      const original = goals
        .slice(0, index)
        .find((other) => other.form.subject?.text !== goal.form.subject?.text && alike(other.text, goal.text));
      if (!original) return [];
      return [
        makeFinding({
          rule: 'p-copied',
          severity: 'note',
          facts: {
            code: 'form-copied',
            first: placeInForm(original.form, original.cell),
            second: placeInForm(goal.form, goal.cell),
          },
          cells: [goal.cell, original.cell],
          about: [goal.form.declared.id, original.form.subject?.text ?? '', goal.form.subject?.text ?? ''],
          table: goal.form.declared.id,
          sheet: goal.form.frame.sheet,
        }),
      ];
    });
  },
};

const alike = (a: string, b: string): boolean =>
  similarity(a.slice(0, MOST_COMPARED), b.slice(0, MOST_COMPARED), NEARLY_EQUAL) >= NEARLY_EQUAL;
