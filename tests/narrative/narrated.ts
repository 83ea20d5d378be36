import { catalogue } from '../../src/commands/catalogue';
import { editionById } from '../../src/commands/check';
import { drawFacts } from '../../src/commands/sheets/facts';
import { drawReasons } from '../../src/commands/sheets/reasons';
import { NO_ANSWERS } from '../../src/engine/asked/answers';
import { readFacts } from '../../src/engine/asked/read-facts';
import { NO_REASONS, readReasons, type Reasons } from '../../src/engine/asked/read-reasons';
import { narrate } from '../../src/engine/narrate/narrate';
import type { AskedReason, NarratedSection, Narration } from '../../src/engine/narrate/narration';
import { typed, workbookOf } from '../fixtures/drawn';
import { usualFacts, type Department } from './department';
import { lineSource } from './line-source';

/** The text of a department: its answers are typed into the sheets that ask for them, and read from there. */
export async function narrated(department: Department): Promise<Narration> {
  const edition = await editionById('xinjiang-2021');
  const text = edition.declared.text;
  if (!text) throw new Error('no text');
  const now = lineSource(department.lines, 'now', edition);
  const before = department.hasPrior ? lineSource(department.lines, 'before', edition) : undefined;

  const projects = Object.keys(department.projects ?? {});
  const given: Department['facts'] = {
    ...usualFacts,
    ...department.facts,
    department: department.name,
    year: department.year,
  };
  let sheet = drawFacts(text, NO_ANSWERS, projects);
  const values = [
    ...text.asks.map(({ id }) => given[id] ?? '无'),
    ...projects.flatMap((project) => text.asksOfProjects.map(({ id }) => department.projects?.[project]?.[id] ?? '')),
  ];
  values.forEach((value, index) => {
    if (value !== '') sheet = typed(sheet, index + 2, 2, value);
  });
  const facts = readFacts(workbookOf(sheet));

  const names = catalogue();
  const write = (reasons: Reasons): Narration => {
    const about = {
      department: department.name,
      year: department.year,
      nameOf: (code: string): string | undefined => names.nameOf(code, department.year) ?? department.names?.[code],
    };
    const narration = narrate(edition, now, before, { facts, reasons }, about);
    if (!narration) throw new Error('no narration');
    return narration;
  };
  const { reasons: asked } = write(NO_REASONS);
  let asking = drawReasons(asked, NO_REASONS);
  asked.forEach((one, index) => {
    const reason = reasonFor(one, department.reasons ?? {});
    if (reason !== undefined) asking = typed(asking, index + 2, 7, reason);
  });
  return write(readReasons(workbookOf(asking)));
}

function reasonFor({ sectionName, about }: AskedReason, reasons: Readonly<Record<string, string>>): string | undefined {
  const names = catalogue();
  const byCode = Object.keys(reasons).find(
    (key) => /^\d+$/.test(key) && about.includes(names.nameOf(key, 2021) ?? key),
  );
  return reasons[`${sectionName} · ${about}`] ?? reasons[about] ?? (byCode === undefined ? undefined : reasons[byCode]);
}

/** The text as it is read aloud: a paragraph a line. */
export function asText({ facts, sections, reasons, missing, remarks }: Narration): string {
  const lines = (list: readonly NarratedSection[]): readonly string[] =>
    list.flatMap(({ paragraphs }) => paragraphs.map(({ spans }) => spans.map((span) => span.text).join('')));
  return [
    ...lines(facts),
    '',
    ...lines(sections),
    '',
    `要问的原因：${reasons.length === 0 ? '无' : ''}`,
    ...reasons.map(({ sectionName, about, answer }) => `${sectionName} · ${about}：${answer ?? '（待填）'}`),
    `待填：${missing.length === 0 ? '无' : ''}`,
    ...missing.map(({ section, text, about }) => [section, text, about].join(' ').trim()),
    ...remarks.map((remark) => `提醒：${JSON.stringify(remark)}`),
    '',
  ].join('\n');
}
