import { Textarea } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

/** What cannot be copied for the user, selected so that they can. */
export function ToCopy({ text, label }: { readonly text: string; readonly label: string }): React.JSX.Element {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [text]);
  return <Textarea textarea={{ ref: box }} readOnly value={text} aria-label={label} rows={6} />;
}
