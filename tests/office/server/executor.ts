import { HostError } from './host-error';
import type { HostObject } from './host-object';
import { isHostObject, NOTHING } from './host-object';
import type { ActionInfo, ArgumentInfo, ObjectPathInfo, RequestMessage, ResponseMessage } from './message';

/** A batch that carried a load, a call or a write (the library's own, which only release references, are not kept). */
export interface BatchRecord {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  /** False where the answer was too big to be given. */
  readonly isAnswered: boolean;
  /** `Worksheet.getRange`, `Range.values =`, `Range.load`: what was asked, for assertions about what must not be asked. */
  readonly steps: readonly string[];
}

export interface ExecutorOptions {
  /** Excel on the web takes no more than this in one request or response. */
  readonly payloadLimit: number;
  /** Asked before each action: throws what Excel answers while it cannot work. */
  readonly gate: () => void;
  /** Called before each action of a batch that counts, with its place in the batch; a thrown HostError is the answer. */
  readonly beforeAction?: ((batch: number, action: number) => void) | undefined;
  /** Called before the first action of a batch that counts, and after its last one (or the one that was refused). */
  readonly begin?: (actions: number) => void;
  readonly end?: () => void;
  /** Called after something has been written. */
  readonly wrote?: () => void;
}

type Resolved = HostObject | typeof NOTHING;

const PAYLOAD = 'PayloadSizeLimitExceeded';
/** What may be called without writing anything. */
const READS = /^(?:get|_|suspend|select$|activate$)/;
/** What belongs to the pane, not to the workbook. */
const ASIDE: readonly string[] = ['Runtime', 'Application'];

/** Carries out the batches of office.js upon host objects, in order, stopping at the first action that is refused. */
export class Executor {
  readonly batches: BatchRecord[] = [];
  private readonly kept = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(
    private readonly root: HostObject,
    private readonly options: ExecutorOptions,
  ) {}

  execute(request: RequestMessage): ResponseMessage {
    const requestBytes = bytesOf(request.Body);
    const counts = request.Body.Actions.some(isWork);
    if (requestBytes > this.options.payloadLimit) {
      this.options.begin?.(0);
      this.ended(1, '');
      if (counts) this.batches.push({ requestBytes, responseBytes: 0, actions: 0, isAnswered: false, steps: [] });
      return whole(`Request${PAYLOAD}`, 'The request payload size has exceeded the limit.');
    }
    const run = new Run(request, this.root, this.kept, {
      newReference: () => `ref${this.nextReference++}`,
      wrote: () => this.options.wrote?.(),
    });
    const results: { ActionId: number; Value: unknown }[] = [];
    const traceIds: number[] = [];
    let refusal: ResponseMessage['Body']['Error'];
    if (counts) this.options.begin?.(request.Body.Actions.length);
    for (const [index, action] of request.Body.Actions.entries()) {
      try {
        if (counts) {
          this.options.gate();
          this.options.beforeAction?.(this.batches.length, index);
        }
        results.push({ ActionId: action.Id, Value: run.perform(action) ?? null });
        if (action.ActionType === 5) traceIds.push(action.Id);
      } catch (problem) {
        if (!(problem instanceof HostError)) throw problem;
        refusal = { Code: problem.code, Message: problem.message, Location: run.lastStep, ActionIndex: index };
        break;
      }
    }
    const late = counts ? this.ended(request.Body.Actions.length, run.lastStep) : undefined;
    refusal ??= late;
    const response: ResponseMessage = {
      ErrorCode: '',
      ErrorMessage: '',
      Headers: {},
      Body: { Results: results, TraceIds: traceIds, ...(refusal ? { Error: refusal } : {}) },
    };
    const responseBytes = bytesOf(response.Body);
    if (counts)
      this.batches.push({
        requestBytes,
        responseBytes,
        actions: request.Body.Actions.length,
        isAnswered: responseBytes <= this.options.payloadLimit,
        steps: run.steps,
      });
    if (responseBytes > this.options.payloadLimit)
      return whole(`Response${PAYLOAD}`, 'The response payload size has exceeded the limit.');
    return response;
  }

  /** After all actions have happened, the answer may still be an error. */
  private ended(actions: number, step: string): ResponseMessage['Body']['Error'] {
    try {
      this.options.end?.();
      return undefined;
    } catch (problem) {
      if (!(problem instanceof HostError)) throw problem;
      return { Code: problem.code, Message: problem.message, Location: step, ActionIndex: actions - 1 };
    }
  }
}

/** One batch being carried out: every object path means one object, however often it is used. */
class Run {
  readonly steps: string[] = [];
  lastStep = '';
  private readonly objects = new Map<number, Resolved>();
  private readonly references = new Map<HostObject, string>();

  constructor(
    private readonly request: RequestMessage,
    private readonly root: HostObject,
    private readonly kept: Map<string, HostObject>,
    private readonly hooks: { readonly newReference: () => string; readonly wrote: () => void },
  ) {}

  perform(action: ActionInfo): unknown {
    if (action.ActionType === 5) return null;
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case 1:
        return this.describe(object);
      case 2:
        return this.query(object, action);
      case 3:
        return this.method(object, action);
      case 4:
        if (object === NOTHING) throw new HostError('ItemNotFound', 'A null object cannot be written to.');
        this.note(`${object.typeName}.${camel(action.Name)} =`);
        object.write(camel(action.Name), this.args(action.ArgumentInfo)[0]);
        if (!ASIDE.includes(object.typeName)) this.hooks.wrote();
        return null;
      default:
        throw new HostError('NotImplemented', `The test host knows no action of type ${action.ActionType}.`);
    }
  }

  private note(step: string): void {
    this.steps.push(step);
    this.lastStep = step.replace(/ =$/, '');
  }

  private describe(object: Resolved): unknown {
    if (object === NOTHING) return null;
    const reference = this.references.get(object);
    return {
      ...(object.id === undefined ? {} : { Id: object.id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  private query(object: Resolved, action: ActionInfo): unknown {
    if (object === NOTHING) return null;
    const select = [...(action.QueryInfo?.Select ?? []), ...(action.QueryInfo?.Expand ?? [])];
    this.note(`${object.typeName}.load`);
    const items = object.items();
    if (!items) return answer(object, select);
    const from = action.QueryInfo?.Skip ?? 0;
    const to = action.QueryInfo?.Top === undefined ? undefined : from + action.QueryInfo.Top;
    return {
      _Items: items.slice(from, to).map((item) =>
        answer(
          item,
          select.map((name) => name.replace(/^items\//, '')),
        ),
      ),
    };
  }

  private method(object: Resolved, action: ActionInfo): unknown {
    if (action.Name === '_KeepReference') {
      if (object !== NOTHING && object.canBeKept && !this.references.has(object)) {
        const reference = this.hooks.newReference();
        this.references.set(object, reference);
        this.kept.set(reference, object);
      }
      return null;
    }
    if (action.Name === '_RemoveReference') {
      this.kept.delete(String(action.ArgumentInfo?.Arguments?.[0]));
      return null;
    }
    if (object === NOTHING) return null;
    this.note(`${object.typeName}.${camel(action.Name)}`);
    const value = object.call(camel(action.Name), this.args(action.ArgumentInfo));
    if (!READS.test(camel(action.Name))) this.hooks.wrote();
    return isHostObject(value) ? this.describe(value) : value;
  }

  private resolve(id: number): Resolved {
    const known = this.objects.get(id);
    if (known) return known;
    const path = this.request.Body.ObjectPaths[String(id)];
    if (!path) throw new HostError('InvalidObjectPath', `There is no object path ${id}.`);
    const object = this.find(path);
    this.objects.set(id, object);
    return object;
  }

  private find(path: ObjectPathInfo): Resolved {
    if (path.ObjectPathType === 1) return this.root;
    if (path.ObjectPathType === 7) return NOTHING;
    if (path.ObjectPathType === 6) {
      const kept = this.kept.get(path.Name);
      if (!kept) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
      this.references.set(kept, path.Name);
      return kept;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? -1);
    if (parent === NOTHING) return NOTHING;
    if (path.ObjectPathType === 5) {
      this.lastStep = `${parent.typeName}.getItem`;
      const item = parent.item(this.args(path.ArgumentInfo)[0]);
      if (!item) throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
      return item;
    }
    if (path.ObjectPathType === 4) {
      this.lastStep = `${parent.typeName}.${camel(path.Name)}`;
      return asObject(parent.read(camel(path.Name)), this.lastStep);
    }
    if (path.ObjectPathType === 3) {
      this.note(`${parent.typeName}.${camel(path.Name)}`);
      const value = parent.call(camel(path.Name), this.args(path.ArgumentInfo));
      if (!READS.test(camel(path.Name))) this.hooks.wrote();
      return asObject(value, this.lastStep);
    }
    throw new HostError('InvalidObjectPath', `The test host knows no object path of type ${path.ObjectPathType}.`);
  }

  private args(info: ArgumentInfo | undefined): readonly unknown[] {
    return (info?.Arguments ?? []).map((argument, index) => {
      const reference = info?.ReferencedObjectPathIds?.[index];
      return typeof reference === 'number' && reference > 0 ? this.resolve(reference) : argument;
    });
  }
}

function asObject(value: unknown, step: string): Resolved {
  if (value === NOTHING) return NOTHING;
  if (isHostObject(value)) return value;
  throw new HostError('InvalidArgument', `${step} is no object.`);
}

/** The selected properties in PascalCase, nested as they were asked for; all plain ones where nothing was selected. */
function answer(object: HostObject, select: readonly string[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (object.id !== undefined) result['_Id'] = object.id;
  const nested = new Map<string, string[]>();
  const names =
    select.length === 0 || select.includes('*')
      ? [...object.scalars, ...select.filter((name) => name !== '*')]
      : select;
  for (const name of names) {
    const slash = name.indexOf('/');
    if (slash < 0) nested.set(name, nested.get(name) ?? []);
    else {
      const head = name.slice(0, slash);
      nested.set(head, [...(nested.get(head) ?? []), name.slice(slash + 1)]);
    }
  }
  for (const [name, inner] of nested) {
    const value = object.read(name);
    result[name.charAt(0).toUpperCase() + name.slice(1)] =
      value === NOTHING ? null : isHostObject(value) ? nestedAnswer(value, inner) : value;
  }
  return result;
}

function nestedAnswer(object: HostObject, select: readonly string[]): unknown {
  const items = object.items();
  return items
    ? {
        _Items: items.map((item) =>
          answer(
            item,
            select.map((name) => name.replace(/^items\//, '')),
          ),
        ),
      }
    : answer(object, select);
}

function isWork(action: ActionInfo): boolean {
  return (
    action.ActionType === 2 ||
    action.ActionType === 4 ||
    (action.ActionType === 3 && !action.Name.endsWith('Reference'))
  );
}

function whole(code: string, message: string): ResponseMessage {
  return { ErrorCode: code, ErrorMessage: message, Headers: {}, Body: { Results: [], TraceIds: [] } };
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
