import { useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Checked } from '../session/state';
import { useWords } from './words-context';

const SEVERITIES = ['error', 'warning', 'note'] as const;

/** Tells those who do not see the pane that the results are new ones. */
export function UpdateAnnouncer({ checked }: { readonly checked: Checked | undefined }): null {
  const { announce } = useAnnounce();
  const words = useWords();
  const told = useRef<Checked>();
  useEffect(() => {
    if (!checked || told.current === checked) return;
    const { summary } = checked.report;
    const before = told.current?.report.summary;
    told.current = checked;
    if (before && SEVERITIES.every((severity) => before[severity] === summary[severity])) return;
    const parts = SEVERITIES.filter((severity) => summary[severity] > 0).map((severity) =>
      words.counted[severity](summary[severity]),
    );
    announce(words.done.updated(parts), { batchId: 'checked' });
  }, [announce, checked, words]);
  return null;
}
