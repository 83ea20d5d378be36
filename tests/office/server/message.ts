/** One `context.sync()` as it leaves the library. */
export interface RequestMessage {
  readonly Body: {
    readonly Actions: readonly ActionInfo[];
    readonly ObjectPaths: Readonly<Record<string, ObjectPathInfo>>;
  };
}

export interface ActionInfo {
  readonly Id: number;
  /** 1 instantiate, 2 query, 3 method, 4 set property, 5 trace. */
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ObjectPathInfo {
  readonly Id: number;
  /** 1 global object, 3 method, 4 property, 5 indexer, 6 kept reference, 7 null object. */
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** For each argument the path of the object it is, or null/0 where it is a plain value. */
  readonly ReferencedObjectPathIds?: readonly (number | null | readonly unknown[])[];
}

export interface ResponseMessage {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: {
    readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
    readonly TraceIds: readonly number[];
    readonly Error?: {
      readonly Code: string;
      readonly Message: string;
      readonly Location: string;
      readonly ActionIndex: number;
    };
  };
}
