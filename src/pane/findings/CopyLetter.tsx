import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons';
import { returnLetter } from '../../commands/letter';
import type { CheckReport } from '../../engine/finding/report';
import { letterWords } from '../../i18n/letter/catalogue';
import { plainCopy } from '../app/clipboard';
import { useLanguage } from '../app/words-context';
import { ToCopy } from '../parts/ToCopy';
import { useCopying } from '../parts/use-copying';

const useStyles = makeStyles({
  said: { flexBasis: '100%', color: tokens.colorNeutralForeground2, ':empty': { display: 'none' } },
  box: { flexBasis: '100%', display: 'grid' },
});

/** Puts the letter on the clipboard with which a reviewer sends the workbook back. */
export function CopyLetter({ report }: { readonly report: CheckReport }): React.JSX.Element {
  const styles = useStyles();
  const language = useLanguage();
  const words = letterWords(language).copy;
  const { outcome, copy } = useCopying();
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        icon={<Copy16Regular />}
        onClick={() => copy(plainCopy(returnLetter(report, language)))}
      >
        {words.button}
      </Button>
      <Text role="status" className={styles.said}>
        {outcome === 'done' ? words.copied : outcome ? words.blocked : ''}
      </Text>
      {outcome && outcome !== 'done' && (
        <div className={styles.box}>
          <ToCopy text={outcome.plain} label={words.label} />
        </div>
      )}
    </>
  );
}
