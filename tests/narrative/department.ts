/** A department of our own invention: its line items, and what it answers. */
export interface Department {
  readonly file: string;
  readonly name: string;
  readonly year: number;
  /** As `lineSource` reads them. */
  readonly lines: readonly string[];
  /** What its tables call the codes that the catalogue does not know. */
  readonly names?: Readonly<Record<string, string>>;
  /** There is a last year to compare with. */
  readonly hasPrior: boolean;
  /** By the id of the question; what is not listed is answered 无, `''` is left blank. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** By project and id. */
  readonly projects?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  /** By `section · subject`, or by the subject alone; what is not listed stays open. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** What every one of them answers, unless it says otherwise. */
export const usualFacts: Department['facts'] = {
  newDepartment: '否',
  duties:
    '（一）贯彻执行党和国家有关方针政策。\n（二）承担职责范围内的管理和服务工作。\n（三）承办上级交办的其他事项。',
  offices: 3,
  officeNames: '办公室、业务科、财务科',
  posts: 20,
  inService: 18,
  inServiceBefore: 18,
  retired: 6,
  retiredBefore: 5,
  appropriationUse: '',
  furnitureValue: 12.5,
  otherAssetsValue: 38.26,
};
