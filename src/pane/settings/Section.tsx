import { makeStyles, Text } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px', justifyItems: 'start' },
  name: { margin: 0 },
});

/** A part of the settings under its heading. */
export function Section({
  name,
  children,
}: {
  readonly name: string;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Text as="h2" id={id} weight="semibold" className={styles.name}>
        {name}
      </Text>
      {children}
    </section>
  );
}
