import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';

const useStyles = makeStyles({
  skeleton: { padding: '12px', display: 'grid', rowGap: '12px' },
});

/** What stands where nothing has been read yet. */
export function FirstReading({ label }: { readonly label: string }): React.JSX.Element {
  const styles = useStyles();
  return (
    <Skeleton className={styles.skeleton} aria-label={label}>
      {[60, 90, 100, 100, 80].map((width, index) => (
        <SkeletonItem key={index} style={{ width: `${width}%` }} />
      ))}
    </Skeleton>
  );
}
