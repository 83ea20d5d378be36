import { readFacts } from '../../asked/read-facts';
import type { Answers } from '../../asked/answers';
import { normaliseText } from '../../text/normalise';
import type { AskedRelation } from '../../edition/text';
import { bookSource } from '../../source/book-source';
import type { Check, CheckContext } from '../check';
import { makeFinding } from '../make-finding';
import type { FindingFacts } from '../../finding/facts';
import type { Finding } from '../../finding/finding';
import type { ResolvedRelation } from '../../edition/asked-relations';
import { sideOf, type AskedAbout, type Side } from './side';

export const answersApart: Check = {
  id: 'f-answers',
  severity: 'warning',
  describes:
    '“单位情况”里的回答不能互相矛盾：一部分不能多于全部，个数要与所列的名称相符，有价值的要有数量，新设立的没有上年数；机关运行经费一般不多于公用经费，政府采购预算不能多于支出总计，“三公”经费里的车辆要与车辆的回答相符。例：面向小微企业预留26.20万元，面向中小企业预留只有10.00万元。对照原始资料改其中一格。',
  run(context) {
    const relations = context.book.edition.text?.relations ?? [];
    if (relations.length === 0) return [];
    const answers = readFacts(context.snapshot);
    const projects = projectsIn(answers, context);
    let source: ReturnType<typeof bookSource> | undefined;
    const about = (project: string | undefined): AskedAbout => ({
      answers,
      snapshot: context.snapshot,
      edition: context.book.edition,
      project,
      // The tables are looked at only where a project is asked about.
      now: () => (source ??= bookSource(context.book)),
    });
    return relations.flatMap((relation) =>
      (relation.ofProject ? projects : [undefined]).flatMap((project) => broken(relation, about(project)) ?? []),
    );
  },
};

/** The projects that the sheet asks about, as their groups name them: 项目：机房租用费. */
function projectsIn({ rows }: Answers, { book }: CheckContext): readonly string[] {
  const groups = new Set(book.edition.declared.text?.asksOfProjects.map(({ group }) => normaliseText(group)));
  const named = rows.flatMap(({ group }) => {
    const [, kind = '', project = ''] = /^([^：:]+)[：:](.+)$/.exec(group) ?? [];
    return groups.has(normaliseText(kind)) ? [project.trim()] : [];
  });
  return [...new Set(named)];
}

function broken(relation: ResolvedRelation, about: AskedAbout): Finding | undefined {
  const { declared, op } = relation;
  const left = sideOf(relation.left, about, declared);
  // What nobody answered contradicts nothing: the tables need not be asked.
  const right = left && sideOf(relation.right, about, declared);
  if (!right) return undefined;
  switch (op) {
    case '<=':
      return left.low.greaterThan(right.high) ? finding('more', left, right, declared, about) : undefined;
    case '=':
      return left.low.greaterThan(right.high) || left.high.lessThan(right.low)
        ? finding('unequal', left, right, declared, about)
        : undefined;
    case 'needs':
      return !left.low.isZero() && right.high.isZero() ? finding('without', left, right, declared, about) : undefined;
    case 'excludes':
      return !left.low.isZero() && !right.low.isZero() ? finding('beside', left, right, declared, about) : undefined;
  }
}

function finding(
  how: Extract<FindingFacts, { code: 'answers-apart' }>['how'],
  left: Side,
  right: Side,
  { says, because, severity, usual }: AskedRelation,
  { project }: AskedAbout,
): Finding {
  return makeFinding({
    rule: 'f-answers',
    severity,
    facts: { code: 'answers-apart', how, left: left.said, right: right.said, because, ...(usual ? { usual } : {}) },
    cells: [...left.cells, ...right.cells],
    about: [says, project ?? ''],
    sheet: left.said.cell.sheet,
  });
}
