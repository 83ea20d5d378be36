import type { Session } from '../session/session';
import type { TextView } from './use-text';

export interface TextTabProps {
  readonly session: Session;
  readonly view: TextView;
  /** Causes that are errors. */
  readonly errors: number;
  readonly busy: boolean;
  readonly hidden: boolean;
  readonly onAsk: (reason: string | undefined) => void;
  /** What stands here until the text is written for the first time. */
  readonly before: React.ReactNode;
}

/** The text, and what is pushed over it: the questions that only people can answer. */
export function TextTab({ session, view, errors, busy, hidden, onAsk, before }: TextTabProps): React.ReactNode {
  const { part, told, asking, back, at } = view;
  if (!part || !told.value) return before;
  return (
    <>
      <part.TextScreen
        session={session}
        text={told.value}
        at={at}
        isCurrent={told.isCurrent}
        errors={errors}
        busy={busy}
        hidden={hidden || asking !== undefined}
        onAsk={onAsk}
      />
      {asking && (
        <part.AskScreen session={session} text={told.value} busy={busy} hidden={hidden} at={asking} onBack={back} />
      )}
    </>
  );
}
