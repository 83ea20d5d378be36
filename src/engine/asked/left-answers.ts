import type { AskedFact } from '../edition/text';
import { normaliseText } from '../text/normalise';
import { renamedTo } from '../text/renamed';
import { projectGroup, type Answers, type FactRow } from './answers';
import { wordsOf } from './own-columns';

/** What was answered of a project that is no longer asked of. */
export interface LeftAnswers {
  readonly project: string;
  readonly rows: readonly FactRow[];
  /** The project of which nothing is answered and that may be the same under another name: its name, and how its rows are headed. */
  readonly renamed: { readonly project: string; readonly group: string } | undefined;
}

/** Answers about projects that are not (or not any more) among those asked of, project by project. */
export function leftAnswers(
  answers: Answers,
  asksOfProjects: readonly Pick<AskedFact, 'group'>[],
  projects: readonly string[],
): readonly LeftAnswers[] {
  const answered = new Map<
    string,
    { readonly fact: Pick<AskedFact, 'group'>; readonly name: string; rows: FactRow[] }
  >();
  for (const row of answers.rows) {
    if (wordsOf(row.value) === '') continue;
    const fact = asksOfProjects.find((one) =>
      normaliseText(row.group).startsWith(normaliseText(projectGroup(one, ''))),
    );
    if (!fact) continue;
    const key = normaliseText(row.group);
    const known = answered.get(key);
    if (known) known.rows.push(row);
    else answered.set(key, { fact, name: row.group.slice(row.group.search(/[：:]/) + 1).trim(), rows: [row] });
  }
  const groupsOf = (project: string): readonly string[] =>
    asksOfProjects.map((fact) => normaliseText(projectGroup(fact, project)));
  const asked = new Set(projects.flatMap(groupsOf));
  const left = [...answered].flatMap(([key, one]) => (asked.has(key) ? [] : [one]));
  if (left.length === 0) return [];
  const fresh = projects.filter((project) => !groupsOf(project).some((group) => answered.has(group)));
  const renamed = renamedTo(
    left.map(({ name }) => name),
    fresh,
  );
  return left.map(({ fact, name, rows }) => {
    const to = renamed.get(name);
    return {
      project: name,
      rows,
      renamed: to === undefined ? undefined : { project: to, group: projectGroup(fact, to) },
    };
  });
}
