import { ECONOMIC, KIND } from '../edition/print';
import type { ResolvedEdition } from '../edition/resolve';
import type { Member } from '../scope/scope';
import type { CellRef } from '../snapshot/address';
import type { LedgerCells } from './ledger-cells';
import type { LedgerRemarks } from './problems';
import type { LedgerWords } from './words';

/** So many rows, and so large a share of all, are the manner of a ledger. */
const FEWEST_NAMED = 3;
const MOST_SHARE = 0.8;

/** What kind of expenditure the rows of a ledger are, and of which project. */
export class RowKinds {
  readonly projectKind: Member | undefined;
  /** Members of the kind that have parts: what is said to be one of them is divided by its economic code. */
  private readonly divided: ReadonlySet<Member>;
  private basicRows = 0;
  /** Those of them that name a project. */
  private readonly named: { readonly at: CellRef; readonly name: string }[] = [];

  constructor(
    private readonly cells: LedgerCells,
    private readonly edition: ResolvedEdition,
    private readonly words: LedgerWords,
    private readonly remarks: LedgerRemarks,
  ) {
    this.projectKind = edition.declared.ledger?.projectKind;
    const kinds = edition.dimensions.byId.get(KIND);
    this.divided = new Set(
      kinds?.kind === 'members' ? kinds.members.flatMap(({ is, parts }) => (parts === undefined ? [] : [is])) : [],
    );
  }

  /** What the row is said to be; where there is no column for it, a row that names a project is one of a project. */
  of(row: number): Member | undefined {
    const { cells, words, remarks } = this;
    if (!cells.has('kind')) return this.byProject(row);
    const text = cells.text(row, 'kind');
    if (text === '') {
      remarks.say('kind-none', cells.place(row, 'kind'), '');
      return undefined;
    }
    const kind = words.kindOf(text);
    if (kind === undefined) {
      const proposed = `${words.kindNames.join('、')}|${words.kindsMeant(text).join('、')}`;
      remarks.say('kind-unknown', cells.place(row, 'kind'), text, proposed);
    }
    return kind;
  }

  /** Basic expenditure is divided by what its economic code is declared to belong to; what was said to be one of the parts stays. */
  settled(row: number, kind: Member, economic: string): Member | undefined {
    const { remarks, cells } = this;
    if (kind === this.projectKind) {
      if (!cells.has('kind') && this.isPay(economic))
        remarks.say('kind-by-project', cells.place(row, 'project'), String(cells.value(row, 'project')).trim());
      return kind;
    }
    if (economic.length < 5) {
      remarks.say('economic-no-leaf', cells.place(row, 'economic'), economic);
      return undefined;
    }
    const placement = this.edition.declared.placements?.find(
      ({ along, dimension, codes }) =>
        along === ECONOMIC && dimension === KIND && codes.some((code) => economic.startsWith(code)),
    );
    if (!this.divided.has(kind)) {
      const isOther = placement !== undefined && placement.member !== kind && !placement.except?.includes(economic);
      if (isOther) remarks.say('economic-other-kind', cells.place(row, 'economic'), economic, placement.member);
      return isOther ? undefined : kind;
    }
    if (placement) return placement.member;
    const unplaced = this.edition.declared.ledger?.unplaced;
    if (unplaced !== undefined) remarks.say('economic-unplaced', cells.place(row, 'economic'), economic, unplaced);
    return unplaced;
  }

  private isPay(economic: string): boolean {
    const { codes = [], except = [] } = this.edition.declared.ledger?.pay ?? {};
    return codes.some((code) => economic.startsWith(code)) && !except.includes(economic);
  }

  /** By what stands where a project is named: 人员经费 is none. */
  private byProject(row: number): Member | undefined {
    const { cells, words, remarks } = this;
    const named = cells.text(row, 'project');
    if (named === '') return words.wholeBasic;
    const basic = this.basicNamed(named);
    if (basic !== undefined) remarks.say('kind-of-name', cells.place(row, 'project'), named);
    return basic ?? this.projectKind;
  }

  /** Basic expenditure or the part of it that a project is called. */
  private basicNamed(project: string): Member | undefined {
    const kind = this.words.kindOf(project);
    return kind === this.projectKind ? undefined : kind;
  }

  project(row: number, kind: Member | undefined): string | undefined {
    const { cells, remarks, projectKind } = this;
    const value = cells.value(row, 'project');
    const name = value === null ? '' : String(value).trim();
    if (kind !== undefined && kind !== projectKind) this.basicRows += 1;
    if (kind === projectKind && name === '')
      remarks.say('project-none', cells.place(row, cells.has('project') ? 'project' : 'kind'), '');
    if (kind === undefined || name === '') return name === '' ? undefined : name;
    const isOfBasic = this.basicNamed(cells.text(row, 'project')) !== undefined;
    // What says once more that it is basic expenditure names no project.
    if (kind !== projectKind && !isOfBasic) this.named.push({ at: cells.place(row, 'project'), name });
    if (kind === projectKind && isOfBasic) remarks.say('project-called-basic', cells.place(row, 'project'), name);
    return name;
  }

  /** After the last row. Where nearly all basic expenditure names a project, as budget management systems give it out, none is a mistake. */
  finish(): void {
    const { named, basicRows, remarks } = this;
    const isUsual = named.length >= FEWEST_NAMED && named.length >= basicRows * MOST_SHARE;
    for (const { at, name } of named) {
      if (isUsual) remarks.say('project-of-basic', at, '', 'usual', 'note');
      else remarks.say('project-of-basic', at, name);
    }
  }
}
