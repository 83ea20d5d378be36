/** What the screen 依据 says: what a cell means and which equations hold it. Amounts come as people read them. */
export interface EvidenceWords {
  readonly back: string;
  /** To the cell that the trail came from. */
  readonly backTo: (address: string) => string;
  readonly holds: (amount: string, unit: string) => string;
  /** Behind it, where the figures determine it: 应为 147.15  多27.00. */
  readonly shouldBe: (amount: string) => string;
  readonly tooMuch: (amount: string) => string;
  readonly tooLittle: (amount: string) => string;
  /** The box of the amount to write: where it is all but certain, and where it is not. */
  readonly changeTo: string;
  readonly tryTo: string;
  /** Its name for those who hear it; it holds the one that is seen. */
  readonly box: (address: string, label: string) => string;
  readonly accept: string;
  readonly acceptIn: (address: string) => string;
  readonly formula: string;
  readonly noAmount: (typed: string) => string;
  readonly sameAmount: string;
  /** One way of several; `along` are the cells that change with it. */
  readonly settles: (amount: string, along: readonly string[]) => string;
  readonly undetermined: string;
  /** Where cells have to be changed together, in one way or another: what each would hold, and the button of such a way. */
  readonly chooseWay: string;
  readonly becomes: (from: string, to: string) => string;
  readonly changeThese: (count: number) => string;
  readonly changeTheseIn: (addresses: readonly string[]) => string;
  readonly blank: string;
  readonly unreadable: string;
  /** How the equations of the cell come out. */
  readonly equations: (count: number, failed: number) => string;
  readonly noEquations: string;
  readonly noFigure: string;
  /** Goes to the cell that is selected in the sheet now. */
  readonly selected: string;
  /** What an equation says: the whole and how many parts it has, two places of one scope, a rule. */
  readonly isSumOf: (whole: string, parts: number) => string;
  readonly areSame: (left: string, right: string) => string;
  readonly atLeast: (left: string, right: string) => string;
  readonly equals: (left: string, right: string) => string;
  readonly agrees: string;
  readonly notChecked: string;
  /** The right side of a failed equation against the left: 分项多27.00, 表二少17.00. */
  readonly more: (side: string, amount: string) => string;
  readonly less: (side: string, amount: string) => string;
  readonly parts: string;
  /** The right side where neither its table nor its being parts tells it apart. */
  readonly latter: string;
  readonly rounding: (amount: string) => string;
  readonly rest: (count: number) => string;
  readonly groups: {
    readonly parts: (count: number) => string;
    readonly same: (count: number) => string;
    readonly whole: (count: number) => string;
    readonly rule: (count: number) => string;
  };
  /** Above the sentences of the text that speak of the cell. */
  readonly mentions: (count: number) => string;
  /** Of such a sentence: what a click does. */
  readonly inSheet: (address: string) => string;
  readonly inText: string;
  readonly failed: (count: number) => string;
  readonly suspect: string;
  readonly above: string;
  readonly tree: string;
  readonly keys: string;
}
