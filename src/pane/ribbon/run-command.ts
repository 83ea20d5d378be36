import { entriesOf, standingOf } from '../../commands/entries';
import { paneWords } from '../../i18n/catalogue';
import type { Language } from '../../i18n/language';
import { ribbonWords } from '../../i18n/ribbon/catalogue';
import { verdictOf } from '../overview/verdict';
import { charting } from '../overview/charting';
import { listing } from '../overview/listing';
import { messageText } from '../parts/message-text';
import { hasMarks } from '../session/has-marks';
import type { Session } from '../session/session';
import type { Checked, PaneState } from '../session/state';

/** What a button of the ribbon does at once. */
export type RibbonCommand = 'mark' | 'removeMarks' | 'listEquations' | 'drawCharts';

/** What came of it. */
export interface Outcome {
  /** The sheet that says it. */
  readonly show?: string;
  /** What has to be said besides: something stood in the way, was left out, or there was nothing to do. */
  readonly say?: string;
}

/**
 * Carries a command out as the pane does, over a session of its own, and never waits for anybody: while a cell is being edited nothing
 * is written, and that is said.
 */
export async function runCommand(session: Session, command: RibbonCommand, language: Language): Promise<Outcome> {
  const words = ribbonWords(language);
  const typing = { seen: false };
  const end = session.subscribe(() => {
    if (session.state().freshness !== 'waiting') return;
    typing.seen = true;
    // Only after it has begun to wait can the waiting be called off.
    queueMicrotask(session.dismiss);
  });
  try {
    session.dismiss();
    await session.check();
    const { checked, message } = session.state();
    const idle = checked && idleWords(command, checked, language);
    if (idle !== undefined) return { say: idle };
    if (checked && !message) await carryOut(session, command, language);
    return typing.seen ? { say: words.cellEdit } : outcomeOf(session.state(), language);
  } finally {
    end();
  }
}

async function carryOut(session: Session, command: RibbonCommand, language: Language): Promise<void> {
  switch (command) {
    case 'mark':
      return session.mark();
    case 'removeMarks':
      return session.removeMarks();
    case 'listEquations':
      await session.write(listing(language));
      return;
    case 'drawCharts':
      await session.write(charting(language));
  }
}

/** Why there is nothing to do; undefined where there is. */
function idleWords(command: RibbonCommand, { report, snapshot }: Checked, language: Language): string | undefined {
  const words = ribbonWords(language);
  if (command === 'removeMarks') return hasMarks(snapshot) ? undefined : words.nothingToRemove;
  const { sentence } = verdictOf(report, paneWords(language));
  if (report.tables.length === 0) return sentence;
  if (command !== 'mark' || entriesOf(report).some((entry) => standingOf(entry) !== 'explained')) return undefined;
  return words.nothingToMark(sentence);
}

function outcomeOf({ message, left }: PaneState, language: Language): Outcome {
  if (!message) return {};
  const { text, intent } = messageText(message, paneWords(language));
  const sheet =
    message.kind === 'marked'
      ? message.sheet
      : message.kind === 'wrote' && (message.wrote.what === 'equations' || message.wrote.what === 'charts')
        ? message.wrote.sheet
        : '';
  const isDone = intent === 'success' && !(message.kind === 'removed' && message.kept.length > 0);
  const isNothing = message.kind === 'wrote' && message.wrote.what === 'charts' && message.wrote.charts === 0;
  const half = left !== undefined || (message.kind === 'problem' && message.partlyWritten);
  return {
    ...(sheet === '' || isNothing ? {} : { show: sheet }),
    ...(isDone && !isNothing ? {} : { say: half ? text + ribbonWords(language).seePane : text }),
  };
}
