import { groupBy } from '../../lists/group-by';
import type { FactsByCode, Place } from '../../finding/facts';
import type { Finding } from '../../finding/finding';
import { findingId } from '../../finding/id';
import type { CodeCheck } from './coded-row';

/** More findings of one rule in one table than these are one thing to look at: a list of codes made some other way. */
export const MOST_APART = 20;
const EXAMPLES = 3;

/**
 * The check, with findings of one severity in one table told as one where there are more than `MOST_APART`. It stands on the
 * cells of all of them.
 */
export function together(check: CodeCheck): CodeCheck {
  return (rows, context) => {
    const findings = check(rows, context);
    if (findings.length <= MOST_APART) return findings;
    return groupBy(findings, ({ rule, severity, table }) => [rule, severity, table].join(' ')).flatMap((group) =>
      group.length > MOST_APART ? (asOne(group) ?? group) : group,
    );
  };
}

function asOne(group: readonly [Finding, ...Finding[]]): Finding | undefined {
  const [{ rule, severity, table }] = group;
  const examples = group.slice(0, EXAMPLES).flatMap((finding) => exampleOf(finding) ?? []);
  const [first] = examples;
  if (!first) return undefined;
  return {
    id: findingId(rule, table ?? '', 'many', severity),
    rule,
    severity,
    facts: {
      code: 'code-many',
      about: first.about,
      place: first.place,
      count: group.length,
      examples: examples.map(({ printed }) => printed),
    },
    cells: group.flatMap((finding) => finding.cells),
    ...(table === undefined ? {} : { table }),
  };
}

function exampleOf({
  facts,
}: Finding):
  { readonly about: FactsByCode['code-many']['about']; readonly place: Place; readonly printed: string } | undefined {
  switch (facts.code) {
    case 'code-shape':
      return { about: facts.code, place: facts.place, printed: facts.raw };
    case 'code-unknown':
    case 'code-domain':
      return { about: facts.code, place: facts.place, printed: facts.printed };
    case 'code-other-name':
    case 'code-stale-name':
    case 'code-wrong-code':
      return { about: facts.code, place: facts.place, printed: `${facts.printed}${facts.name}` };
    default:
      return undefined;
  }
}
