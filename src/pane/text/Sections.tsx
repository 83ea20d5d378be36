import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { memo, useEffect, useState } from 'react';
import type { TextPlace } from '../../commands/mentions';
import { useScreenWords } from '../app/screen-words';
import { SeverityMark } from '../parts/SeverityMark';
import type { TextPart, TextSection } from './narrated';
import { Spans, type SpanActions } from './Spans';

const useStyles = makeStyles({
  part: {
    margin: '12px 0 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  header: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: '6px',
    alignItems: 'center',
    width: '100%',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis' },
  open: { color: tokens.colorStatusWarningForeground3, whiteSpace: 'nowrap' },
  panel: { margin: '0 0 8px' },
  heading: {
    margin: '4px 0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { margin: '0 0 4px', lineHeight: '24px', textIndent: '2em', overflowWrap: 'anywhere' },
});

const idOf = (section: string, paragraph: number): string => `text-${section}-${paragraph}`;

export interface SectionsProps extends SpanActions {
  readonly parts: readonly TextPart[];
  /** A paragraph that somebody wants to see. A new wish is a new object. */
  readonly at: TextPlace | undefined;
  readonly onCopy: (section: TextSection) => void;
}

/** The text section by section; those are open at first in which something is left to do. */
export const Sections = memo(function Sections({ parts, at, onCopy, ...actions }: SectionsProps): React.JSX.Element {
  const styles = useStyles();
  const words = useScreenWords();
  const [opened, setOpened] = useState(() =>
    parts.flatMap(({ sections }) => sections.filter(({ open }) => open > 0).map(({ key }) => key)),
  );
  const [seen, setSeen] = useState<TextPlace>();
  if (at && seen !== at) {
    setSeen(at);
    if (!opened.includes(at.section)) setOpened([...opened, at.section]);
  }
  useEffect(() => {
    const paragraph = at && document.getElementById(idOf(at.section, at.paragraph));
    paragraph?.scrollIntoView({ block: 'center' });
    paragraph?.focus({ preventScroll: true });
  }, [at]);
  return (
    <Accordion multiple collapsible openItems={opened} onToggle={(_, data) => setOpened(data.openItems.map(String))}>
      {parts.map((part) => (
        <section key={part.name}>
          <h2 className={styles.part}>{part.name}</h2>
          {part.sections.map((one) => (
            <AccordionItem key={one.key} value={one.key}>
              <AccordionHeader as="h3" size="small">
                <span className={styles.header}>
                  <SeverityMark standing={one.open > 0 ? 'warning' : 'agreed'} />
                  <span className={styles.name}>{one.name}</span>
                  {one.open > 0 && <span className={styles.open}>{words.text.open(one.open)}</span>}
                </span>
              </AccordionHeader>
              <AccordionPanel className={styles.panel}>
                {one.section.paragraphs.map(({ level, spans }, index) => {
                  const pieces = <Spans spans={spans} {...actions} />;
                  if (level === 0)
                    return (
                      <p key={index} id={idOf(one.key, index)} className={styles.body} lang="zh-CN" tabIndex={-1}>
                        {pieces}
                      </p>
                    );
                  const Heading = level === 1 ? 'h4' : level === 2 ? 'h5' : 'h6';
                  return (
                    <Heading key={index} className={styles.heading} lang="zh-CN">
                      {pieces}
                    </Heading>
                  );
                })}
                <Button size="small" appearance="subtle" icon={<Copy16Regular />} onClick={() => onCopy(one)}>
                  {words.text.copySection}
                </Button>
              </AccordionPanel>
            </AccordionItem>
          ))}
        </section>
      ))}
    </Accordion>
  );
});
