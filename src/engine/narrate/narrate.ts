import { Decimal } from 'decimal.js';
import { formatAmount } from '../amount/format';
import { answerTo, saysSomething, type Answer, type Answers } from '../asked/answers';
import { reasonRow, type Reasons } from '../asked/read-reasons';
import type { Phrase, Piece } from '../edition/phrase';
import type { ResolvedEdition } from '../edition/resolve';
import type { ResolvedSection, ResolvedSentence, ResolvedText } from '../edition/resolve-text';
import type { AskedFact, ChangeWords, PhraseWords } from '../edition/text';
import { scopeAt, scopeOf, type DimensionId, type Member, type Members } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { Source, Told } from '../source/source';
import { compare, printed, type Change } from './change';
import { codesAt, isMoney, membersWithMoney, type MemberWithMoney } from './members';
import type {
  AskedReason,
  FigureCell,
  Measure,
  Missing,
  NarratedSection,
  Narration,
  Paragraph,
  Remark,
  Span,
} from './narration';
import { sharesOf, type Share } from './shares';
import { fillTemplate, joinSpans, textOf, withoutClause, words } from './spans';

/** What people answered in the sheets of facts and of reasons. */
export interface NarrateAnswers {
  readonly facts: Answers;
  readonly reasons: Reasons;
}

/** Whom the text is about, and what codes are called. */
export interface NarrateAbout {
  readonly department: string | undefined;
  readonly year: number | undefined;
  /** The name of a code as it is written in the text; undefined where nobody knows one. */
  nameOf(code: Member): string | undefined;
  /** How this year's codes met last year's. */
  readonly remarks?: readonly Remark[];
}

/**
 * Writes the explanatory text of an edition: this year's figures, last year's where there are any, what people answered. Every
 * number that is worked out is a figure span; what is not known is marked and listed, never invented. Undefined where the edition
 * declares no text.
 */
export function narrate(
  edition: ResolvedEdition,
  now: Source,
  before: Source | undefined,
  answers: NarrateAnswers,
  about: NarrateAbout,
): Narration | undefined {
  return edition.text && new Narrator(edition, edition.text, now, before, answers, about).narration();
}

/** Where in the text something is said. */
interface Place {
  readonly section: ResolvedSection;
  readonly scope: Members;
  /** The member that the innermost `Each` is at. */
  readonly item?: { readonly dimension: DimensionId; readonly member: Member };
  /** The scope around it, and the shares of its members. */
  readonly around?: Members;
  readonly share?: Share | undefined;
  readonly project?: string;
}

/** An amount that can be compared with last year's: figures in 万元, or a count. */
interface Compared {
  readonly now: Decimal;
  readonly before: Decimal;
  readonly scope: Members;
  readonly cells: readonly FigureCell[];
}

type Each = Extract<ResolvedSentence, { kind: 'each' }>;

class Narrator {
  private readonly phrases: PhraseWords;
  private readonly reasons = new Map<string, AskedReason>();
  private readonly missing = new Map<string, Narration['missing'][number]>();
  /** There was no such department last year: nothing is compared. */
  private readonly isNew: boolean;
  private readonly before: Source | undefined;

  constructor(
    private readonly edition: ResolvedEdition,
    private readonly text: ResolvedText,
    private readonly now: Source,
    before: Source | undefined,
    private readonly answers: NarrateAnswers,
    private readonly about: NarrateAbout,
  ) {
    this.phrases = text.declared.phrases;
    const isNew = text.asks.get(text.declared.newDepartment);
    const answer = isNew && answerTo(answers.facts, isNew);
    this.isNew = answer?.kind === 'yes-no' && answer.yes;
    this.before = this.isNew ? undefined : before;
  }

  narration(): Narration {
    const facts = this.text.facts.map((section) => this.section(section));
    const sections = this.text.sections.map((section) => this.section(section));
    const glossary = this.text.declared.glossary.map(({ term, says }): Paragraph => ({
      level: 0,
      spans: [words(`${term}：${says}`)],
    }));
    return {
      facts,
      sections,
      glossary: glossary.length === 0 ? [] : [{ id: 'glossary', paragraphs: glossary }],
      reasons: [...this.reasons.values()],
      missing: [...this.missing.values()],
      remarks: this.about.remarks ?? [],
    };
  }

  private section(section: ResolvedSection): NarratedSection {
    const place: Place = { section, scope: section.declared.scope ?? {} };
    return {
      id: section.declared.id,
      paragraphs: [
        { level: 1, spans: joinSpans(this.pieces(section.heading, place)) },
        ...this.sentences(section.says, place),
      ],
    };
  }

  private sentences(says: readonly ResolvedSentence[], place: Place): readonly Paragraph[] {
    return says.flatMap((sentence) => this.sentence(sentence, place));
  }

  private sentence(sentence: ResolvedSentence, place: Place): readonly Paragraph[] {
    switch (sentence.kind) {
      case 'sentence':
        return paragraphsOf(this.pieces(sentence.pieces, place));
      case 'each':
        return this.each(sentence, place);
      case 'choice':
        return this.sentences(this.holds(sentence.if, place) ? sentence.says : sentence.otherwise, place);
      case 'part': {
        const inside = { ...place, scope: scopeAt(place.scope, sentence.scope).at };
        const heading: Paragraph = { level: 2, spans: joinSpans(this.pieces(sentence.heading, inside)) };
        return [heading, ...this.sentences(sentence.says, inside)];
      }
    }
  }

  private holds(condition: Extract<ResolvedSentence, { kind: 'choice' }>['if'], place: Place): boolean {
    if ('facts' in condition)
      return condition.facts.some((fact) =>
        saysSomething(answerTo(this.answers.facts, fact, projectOf(fact, place, this.text))),
      );
    if ('only' in condition) {
      const part = this.now.told(scopeAt(place.scope, condition.only).at);
      // The whole in the dimensions of which the sentence says nothing: 收入 of the appropriation.
      const whole = this.now.told(scopeAt(condition.only, place.scope).at);
      return isMoney(part, this.phrases.decimals) && whole?.value.equals(part.value) === true;
    }
    const scope = scopeAt(place.scope, condition.amount).at;
    const told = this.now.told(scope);
    // What is not told is asked for where the words about the amount stand; to say that there is none would be invented.
    if (told === undefined || isMoney(told, this.phrases.decimals)) return true;
    return condition.orBefore && isMoney(this.before?.told(scope), this.phrases.decimals);
  }

  // Members, one after the other.

  private each(each: Each, place: Place): readonly Paragraph[] {
    const { declared } = each;
    const around = scopeAt(place.scope, declared.scope ?? {}).at;
    const said = this.itemsOf(each, around);
    const shares = this.sharesOf(said, around);
    const places = said.map(({ member, told }): { readonly place: Place; readonly has: boolean } => ({
      place: {
        ...place,
        scope: scopeAt(around, { [declared.each]: member }).at,
        around,
        item: { dimension: declared.each, member },
        share: shares.get(member),
        ...(this.isOpen(declared.each) ? { project: member } : {}),
      },
      has: told === undefined || isMoney(told, this.phrases.decimals),
    }));
    return declared.as === 'sentence' ? this.eachInOne(each, place, places) : this.eachApart(each, places);
  }

  private eachInOne(
    each: Each,
    place: Place,
    places: readonly { readonly place: Place; readonly has: boolean }[],
  ): readonly Paragraph[] {
    const parts = places.flatMap(({ place: at, has }) => {
      const [only] = each.says;
      const spans = this.pieces(has ? (only?.kind === 'sentence' ? only.pieces : []) : (each.none ?? []), at);
      return textOf(spans) === '' ? [] : [spans];
    });
    if (parts.length === 0) return [];
    const between = each.declared.between ?? '';
    const middle = parts.flatMap((spans, index) => (index === 0 ? spans : [words(between), ...spans]));
    return paragraphsOf([...this.pieces(each.before, place), ...middle, ...this.pieces(each.after, place)]);
  }

  private eachApart(
    each: Each,
    places: readonly { readonly place: Place; readonly has: boolean }[],
  ): readonly Paragraph[] {
    let number = 0;
    return places.flatMap(({ place, has }) => {
      const paragraphs = has ? this.sentences(each.says, place) : paragraphsOf(this.pieces(each.none ?? [], place));
      const [first, ...others] = paragraphs;
      if (!first || each.declared.numbered === undefined) return paragraphs;
      number += 1;
      const mark = words(each.declared.numbered === '1.' ? `${number}.` : `（${chineseNumeral(number)}）`);
      return [{ ...first, spans: joinSpans([mark, ...first.spans]) }, ...others];
    });
  }

  /** Of whom is spoken: declared members, else those with money, last year's too where the words compare. */
  private itemsOf(
    { declared, none, speaksOfChange }: Each,
    around: Members,
  ): readonly { readonly member: Member; readonly told: Told | undefined }[] {
    const told = (member: Member): Told | undefined => this.now.told(scopeAt(around, { [declared.each]: member }).at);
    if (declared.only) {
      return declared.only.flatMap((member) => {
        const amount = told(member);
        const isSaid =
          isMoney(amount, this.phrases.decimals) ||
          (none !== undefined && (declared.passOver !== true || this.hadMoney(around, declared.each, member)));
        return isSaid ? [{ member, told: amount }] : [];
      });
    }
    const along = { dimension: declared.each, level: declared.level };
    const now = this.withMoney(this.now, around, along);
    if (!speaksOfChange || !this.before) return now;
    const present = new Set(now.map(({ member }) => member));
    const gone = this.withMoney(this.before, around, along)
      .map(({ member }) => member)
      .filter((member) => !present.has(member) && !isMoney(told(member), this.phrases.decimals));
    const all = [...now, ...gone.map((member) => ({ member, told: told(member) ?? NOTHING }))];
    if (this.edition.dimensions.byId.get(declared.each)?.kind !== 'code') return all;
    // Last year's tables may have said finer, or coarser, what this year's say.
    const leaves = new Set(codesAt([...all.map(({ member }) => member)], declared.level));
    return all
      .filter(({ member }) => present.has(member) || leaves.has(member))
      .sort((a, b) => (a.member < b.member ? -1 : 1));
  }

  private hadMoney(around: Members, dimension: DimensionId, member: Member): boolean {
    return isMoney(this.before?.told(scopeAt(around, { [dimension]: member }).at), this.phrases.decimals);
  }

  private withMoney(
    source: Source,
    within: Members,
    along: Parameters<typeof membersWithMoney>[3],
  ): readonly MemberWithMoney[] {
    return membersWithMoney(source, this.edition.dimensions, within, along, this.phrases.decimals);
  }

  private sharesOf(
    items: readonly { readonly member: Member; readonly told: Told | undefined }[],
    around: Members,
  ): ReadonlyMap<Member, Share> {
    const whole = this.now.told(around);
    const amounts = items.map(({ told }) => told?.value ?? NOTHING.value);
    const shares = whole && sharesOf(amounts, whole.value, this.phrases);
    return new Map(items.flatMap(({ member }, index) => (shares?.[index] ? [[member, shares[index]]] : [])));
  }

  // Phrases.

  private pieces(pieces: readonly Piece[], place: Place): readonly Span[] {
    return pieces.flatMap((piece) => (piece.say === 'words' ? [words(piece.text)] : this.phrase(piece, place)));
  }

  private phrase(phrase: Phrase, place: Place): readonly Span[] {
    switch (phrase.say) {
      case 'department':
        return this.given(this.about.department, 'department', place);
      case 'year':
        return this.given(this.about.year, 'year', place);
      case 'lastYear':
        return this.given(this.about.year === undefined ? undefined : this.about.year - 1, 'year', place);
      case 'it':
        return [words(this.nameOf(place.item))];
      case 'path':
        return [words(this.path(place.item?.member ?? ''))];
      case 'code':
        return [words(place.item?.member ?? '')];
      case 'amount': {
        const scope = scopeAt(place.scope, phrase.scope).at;
        const told = this.now.told(scope);
        return told ? this.amount(told.value, scope, told.cells) : [this.missingAmount(scope, place)];
      }
      case 'share':
        return this.share(phrase.of, place);
      case 'change':
        return this.changeAt(scopeAt(place.scope, phrase.scope).at, this.phrases.change, place);
      case 'changeBrief':
        return this.changeAt(scopeAt(place.scope, phrase.scope).at, this.phrases.changeBrief, place);
      case 'reason':
        return this.reasonAt(scopeAt(place.scope, phrase.scope).at, place);
      case 'list': {
        const within = scopeAt(place.scope, phrase.scope).at;
        const items = this.withMoney(this.now, within, { dimension: phrase.dimension, level: phrase.level });
        return items.flatMap(({ member, told, value }, index) => [
          ...(index === 0 ? [] : [words(this.phrases.listSeparator)]),
          words(this.nameOf({ dimension: phrase.dimension, member })),
          ...this.amount(value, scopeAt(within, { [phrase.dimension]: member }).at, told.cells),
        ]);
      }
      case 'count': {
        const within = scopeAt(place.scope, phrase.scope).at;
        const items = this.withMoney(this.now, within, { dimension: phrase.dimension });
        const cells = items.flatMap(({ told }) => told.cells);
        const count = new Decimal(items.length);
        return fillTemplate(this.phrases.count, {
          count: [this.figure('count', count.toFixed(), count, within, cells)],
        });
      }
      case 'fact':
        return this.fact(phrase.fact, place);
      case 'sum':
        return this.sum(phrase.facts, place);
      case 'factChange':
        return this.changeOfFact(phrase, this.phrases.change, place);
      case 'factChangeBrief':
        return this.changeOfFact(phrase, this.phrases.changeBrief, place);
      case 'factReason':
        return this.reasonOfFact(phrase, place);
    }
  }

  private given(value: string | number | undefined, id: string, place: Place): readonly Span[] {
    if (value !== undefined) return [words(String(value))];
    const fact = this.text.asks.get(id);
    return [fact ? this.missingFact(fact, place, undefined) : words('')];
  }

  private amount(value: Decimal, scope: Members, cells: readonly FigureCell[]): readonly Span[] {
    return [this.figure('amount', this.amountText(value), value, scope, cells), words('万元')];
  }

  /** Nothing is 0, not 0.00: no decimals were left out. */
  private amountText(value: Decimal): string {
    return value.isZero() ? '0' : formatAmount(value, this.phrases.decimals);
  }

  private figure(
    as: Measure,
    text: string,
    value: Decimal,
    scope: Members,
    cells: readonly FigureCell[],
    of?: Members,
  ): Span {
    return { kind: 'figure', text, as, value, scope, cells, ...(of ? { of } : {}) };
  }

  private share(named: Members | undefined, place: Place): readonly Span[] {
    const of = named === undefined ? (place.around ?? {}) : scopeAt(place.scope, named).at;
    const part = this.now.told(place.scope);
    const whole = this.now.told(of);
    // Without the amount itself, which is marked as missing where it stands, no share of it is asked for.
    if (!part) return [];
    if (!whole) return [this.missingAmount(of, place)];
    const share =
      (named === undefined ? place.share : undefined) ??
      sharesOf([part.value], whole.value, { ...this.phrases, shares: 'rounded' })?.[0];
    if (!share) return [];
    const text = formatAmount(share.printed, this.phrases.percentDecimals);
    const figure = this.figure('share', text, share.exact, place.scope, [...part.cells, ...whole.cells], of);
    return fillTemplate(this.phrases.share, { share: [figure] });
  }

  // Compared with last year.

  private comparedAt(scope: Members): Compared | 'no-now' | 'no-before' {
    const now = this.now.told(scope);
    if (!now) return 'no-now';
    const before = this.before?.told(scope);
    if (!before) return 'no-before';
    return { now: now.value, before: before.value, scope, cells: [...now.cells, ...before.cells] };
  }

  private changeAt(scope: Members, said: ChangeWords, place: Place): readonly Span[] {
    if (this.isNew) return [words(said.noPrior)];
    const compared = this.comparedAt(scope);
    // The amount itself is marked as missing already.
    if (compared === 'no-now') return [];
    return compared === 'no-before' ? this.missingPrior(said, place) : this.change(compared, said);
  }

  private change(compared: Compared, said: ChangeWords): readonly Span[] {
    const change = compare(compared.now, compared.before, this.phrases.decimals);
    const template = change.percent === undefined ? withoutClause(said[change.kind], 'percent') : said[change.kind];
    const difference = change.difference.abs();
    const text = formatAmount(difference, this.phrases.decimals);
    return fillTemplate(template, {
      difference: [this.figure('difference', text, difference, compared.scope, compared.cells)],
      percent: change.percent ? [this.percent(change.percent.abs(), compared, said)] : [],
    });
  }

  private percent(percent: Decimal, { scope, cells }: Compared, said: ChangeWords): Span {
    const tooSmall = printed(percent, this.phrases.percentDecimals).isZero();
    const text = tooSmall ? said.percentTooSmall : formatAmount(percent, this.phrases.percentDecimals);
    return this.figure('percent', text, percent, scope, cells);
  }

  private reasonAt(scope: Members, place: Place): readonly Span[] {
    const compared = this.isNew ? 'no-before' : this.comparedAt(scope);
    return typeof compared === 'string'
      ? []
      : this.reason(compared, scopeOf(scope).key, this.subjectOf(scope, place), place);
  }

  private reason(compared: Compared, id: string, about: string, place: Place): readonly Span[] {
    const change = compare(compared.now, compared.before, this.phrases.decimals);
    if (change.difference.isZero()) return [];
    const asked = this.ask(compared, change, id, about, place);
    const said: Span =
      asked.answer !== undefined && asked.answerCell
        ? { kind: 'words-of-person', text: asked.answer, from: asked.answerCell }
        : this.mark(
            'reason',
            this.phrases.missing.reason,
            { id: asked.key, about: asked.about },
            place,
            asked.answerCell,
          );
    return fillTemplate(this.phrases.reason, { reason: [said] });
  }

  /** Asks for a reason; where the same one is asked for again in a section, it is the one of before. */
  private ask(compared: Compared, change: Change, id: string, about: string, place: Place): AskedReason {
    const { id: section, name } = place.section.declared;
    const key = `${section}|${id}`;
    const known = this.reasons.get(key);
    if (known) return known;
    const row = reasonRow(this.answers.reasons, name, about);
    const asked: AskedReason = {
      key,
      section,
      sectionName: name,
      about,
      now: compared.now,
      before: compared.before,
      difference: change.difference,
      percent: change.percent,
      cells: compared.cells,
      answer: row?.reason,
      answerCell: row?.cell,
    };
    this.reasons.set(key, asked);
    return asked;
  }

  /** What a scope is about within its section: 基本支出, 2010301 行政运行. */
  private subjectOf(scope: Members, place: Place): string {
    const fixed = place.section.declared.scope ?? {};
    const own = this.edition.dimensions.list.filter(({ id }) => scope[id] !== undefined && scope[id] !== fixed[id]);
    const said =
      own.length > 0 ? own : this.edition.dimensions.list.filter(({ id }) => scope[id] !== undefined).slice(-1);
    return said
      .map(({ id, kind }) => {
        const member = scope[id] ?? '';
        return kind === 'code' ? `${member} ${this.nameOf({ dimension: id, member })}` : member;
      })
      .join('·');
  }

  // What people answered.

  private answer(fact: AskedFact, place: Place): Answer {
    return answerTo(this.answers.facts, fact, projectOf(fact, place, this.text));
  }

  private fact(fact: AskedFact, place: Place): readonly Span[] {
    const answer = this.answer(fact, place);
    switch (answer.kind) {
      case 'blank':
      case 'unreadable':
        return [this.missingFact(fact, place, answer.cell)];
      case 'text':
      case 'none':
        return [answer.cell ? { kind: 'words-of-person', text: answer.text, from: answer.cell } : words(answer.text)];
      case 'yes-no':
        return [words(answer.yes ? '是' : '否')];
      case 'amount':
      case 'count':
        return this.number(fact, answer.value, cellsOf(answer));
    }
  }

  /** An asked number with its unit. */
  private number(fact: AskedFact, value: Decimal, cells: readonly FigureCell[]): readonly Span[] {
    if (fact.kind === 'amount') return this.amount(value, {}, cells);
    return [this.figure('count', value.toFixed(), value, {}, cells), words(fact.measure ?? '')];
  }

  private sum(facts: readonly AskedFact[], place: Place): readonly Span[] {
    let sum = NOTHING.value;
    const cells: CellRef[] = [];
    for (const fact of facts) {
      const answer = this.answer(fact, place);
      if (answer.kind !== 'amount' && answer.kind !== 'count') return [this.missingFact(fact, place, answer.cell)];
      // The parts are printed beside it: they add up as they are printed.
      sum = sum.plus(fact.kind === 'amount' ? printed(answer.value, this.phrases.decimals) : answer.value);
      cells.push(...cellsOf(answer));
    }
    return facts[0] ? this.number(facts[0], sum, cells) : [];
  }

  private comparedFacts(
    { fact, before }: { readonly fact: AskedFact; readonly before: AskedFact },
    place: Place,
  ): Compared | { readonly open: 'now' | 'before'; readonly cell: CellRef | undefined } {
    const now = this.answer(fact, place);
    if (now.kind !== 'amount' && now.kind !== 'count') return { open: 'now', cell: now.cell };
    const then = this.answer(before, place);
    if (then.kind !== 'amount' && then.kind !== 'count') return { open: 'before', cell: then.cell };
    return { now: now.value, before: then.value, scope: {}, cells: [...cellsOf(now), ...cellsOf(then)] };
  }

  private changeOfFact(
    facts: { readonly fact: AskedFact; readonly before: AskedFact },
    said: ChangeWords,
    place: Place,
  ): readonly Span[] {
    if (this.isNew) return [words(said.noPrior)];
    const compared = this.comparedFacts(facts, place);
    if ('open' in compared)
      return compared.open === 'now' ? [] : [...leadOf(said), this.missingFact(facts.before, place, compared.cell)];
    return facts.fact.kind === 'count' ? this.changeOfCount(facts.fact, compared) : this.change(compared, said);
  }

  private changeOfCount(fact: AskedFact, compared: Compared): readonly Span[] {
    const difference = compared.now.minus(compared.before);
    const { more, less, same } = this.phrases.changeOfCount;
    const figure = this.figure(
      'difference',
      difference.abs().toFixed(),
      difference.abs(),
      compared.scope,
      compared.cells,
    );
    return fillTemplate(difference.isZero() ? same : difference.isPositive() ? more : less, {
      difference: [figure, words(fact.measure ?? '')],
    });
  }

  private reasonOfFact(facts: { readonly fact: AskedFact; readonly before: AskedFact }, place: Place): readonly Span[] {
    const compared = this.isNew ? { open: 'before' } : this.comparedFacts(facts, place);
    return 'open' in compared ? [] : this.reason(compared, facts.fact.id, facts.fact.label, place);
  }

  // What is missing.

  private missingAmount(scope: Members, place: Place): Span {
    const about = this.subjectOf(scope, place);
    return this.mark('amount', this.phrases.missing.amount, { id: scopeOf(scope).key, about }, place, undefined);
  }

  private missingFact(fact: AskedFact, place: Place, cell: CellRef | undefined): Span {
    const text = this.phrases.missing.fact.replace('{fact}', fact.label);
    const project = projectOf(fact, place, this.text);
    const about = project === undefined ? fact.label : `${project}·${fact.label}`;
    return this.mark('fact', text, { id: `${fact.id}|${project ?? ''}`, about }, place, cell, true);
  }

  /** Last year's figures are missing as a whole: listed once a section, marked wherever they belong. */
  private missingPrior(said: ChangeWords, place: Place): readonly Span[] {
    const mark = this.mark('prior', this.phrases.missing.prior, { id: '', about: '' }, place, undefined);
    return [...leadOf(said), mark];
  }

  private mark(
    what: Missing,
    text: string,
    subject: { readonly id: string; readonly about: string },
    { section }: Place,
    fill: CellRef | undefined,
    everywhereTheSame = false,
  ): Span {
    const key = [what, everywhereTheSame ? '' : section.declared.id, subject.id].join('|');
    const cell = fill ? { fill } : {};
    if (!this.missing.has(key))
      this.missing.set(key, { what, text, about: subject.about, section: section.declared.id, ...cell });
    return { kind: 'missing', text, what, ...cell };
  }

  // Names.

  private isOpen(dimension: DimensionId): boolean {
    return this.edition.dimensions.byId.get(dimension)?.kind === 'open';
  }

  private nameOf(item: { readonly dimension: DimensionId; readonly member: Member } | undefined): string {
    if (!item) return '';
    const isCode = this.edition.dimensions.byId.get(item.dimension)?.kind === 'code';
    return isCode ? (this.about.nameOf(item.member) ?? item.member) : item.member;
  }

  /** A code from its 类 down, each level in the edition's words. */
  private path(code: Member): string {
    const levels = [
      { length: 3, level: '类', digits: 3 },
      { length: 5, level: '款', digits: 2 },
      { length: 7, level: '项', digits: 2 },
    ];
    return levels
      .filter(({ length }) => code.length >= length)
      .map(({ length, level, digits }) => {
        const own = code.slice(0, length);
        return this.phrases.path
          .replace('{name}', this.about.nameOf(own) ?? own)
          .replace('{level}', level)
          .replace('{digits}', own.slice(-digits));
      })
      .join('');
  }
}

const NOTHING: Told = { value: new Decimal(0), cells: [], blank: false };

/** The comma that a change begins with, so that a mark in its place is parted from the words before. */
function leadOf(said: ChangeWords): readonly Span[] {
  return said.more.startsWith('，') ? [words('，')] : [];
}

/** Each line that a person typed into an answer of several paragraphs is one. */
function paragraphsOf(spans: readonly Span[]): readonly Paragraph[] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    const [first = '', ...others] = span.kind === 'words-of-person' ? span.text.split(/\s*\n\s*/) : [span.text];
    lines.at(-1)?.push({ ...span, text: first });
    for (const text of others) lines.push([{ ...span, text }]);
  }
  return lines.flatMap((line) => {
    const joined = joinSpans(line);
    return joined.length === 0 ? [] : [{ level: 0 as const, spans: joined }];
  });
}

/** The project that a fact is asked of; undefined for what is asked of the department. */
function projectOf(fact: AskedFact, place: Place, text: ResolvedText): string | undefined {
  return text.asks.get(fact.id) === fact ? undefined : place.project;
}

const cellsOf = (answer: Answer): readonly FigureCell[] => (answer.cell ? [answer.cell] : []);

const DIGITS = '零一二三四五六七八九';

/** 一, 十, 十二, 二十一: up to 99. */
function chineseNumeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : DIGITS.charAt(ones));
}
