import type { Figure, RecognisedForm } from '../book/book';
import { scopeOf, type Scope } from '../scope/scope';
import type { Expression } from './express';

/** What forms together say of a scope: one who asks for thousands of projects must not look through all forms for each. */
export class FormFigures {
  private readonly byKey = new Map<string, Figure[]>();
  /** By the key of what is left of their scope without the subject. */
  private readonly ofAllSubjects = new Map<string, Figure[]>();
  private readonly subject: string | undefined;

  constructor(forms: readonly RecognisedForm[]) {
    const subject = forms[0]?.declared.subject.dimension;
    this.subject = subject;
    if (subject === undefined) return;
    for (const { amounts } of forms) {
      for (const { figure } of amounts) {
        const { [subject]: _subject, ...rest } = figure.scope.at;
        push(this.byKey, figure.scope.key, figure);
        push(this.ofAllSubjects, scopeOf(rest).key, figure);
      }
    }
  }

  /** The figures that stand at the scope, or the sum over all of them where it is asked for; undefined where they do not speak of it. */
  express(scope: Scope): Expression | undefined {
    const exact = this.byKey.get(scope.key);
    if (exact) return { figures: exact, direct: exact.length === 1, missingRow: false };
    if (this.subject === undefined || scope.at[this.subject] !== undefined) return undefined;
    const over = this.ofAllSubjects.get(scope.key);
    return over && { figures: over, direct: false, missingRow: false };
  }
}

function push(map: Map<string, Figure[]>, key: string, figure: Figure): void {
  const known = map.get(key);
  if (known) known.push(figure);
  else map.set(key, [figure]);
}
