import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { mostAtOnce } from 'backstage-plugin-ai-governance-common';
import { ProblemPanel } from '../../components';
import { useTexts } from '../../translation';
import { Selection } from './useSelection';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  count: { flexGrow: 1 },
}));

/** How many rows of a list are chosen, how to choose all that match, and what can be done with them. */
export function SelectionBar(props: {
  selection: Selection;
  totalItems: number;
  /** Ids of all that match, as many as one request may take. */
  all: () => Promise<readonly string[]>;
  children: ReactNode;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { selection, totalItems, all, children } = props;
  const { chosen, choose, clear } = selection;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const most = Math.min(totalItems, mostAtOnce);
  const chooseAll = async () => {
    setBusy(true);
    setError(undefined);
    try {
      choose(await all());
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.count} role="status">
        {chosen.length === 0
          ? t('pages.bulk.choose.about')
          : t('pages.bulk.choose.chosen', { count: chosen.length })}
      </Typography>
      {error && <ProblemPanel error={error} retry={chooseAll} />}
      {chosen.length > 0 && chosen.length < most && (
        <Button size="small" disabled={busy} onClick={chooseAll}>
          {totalItems > mostAtOnce
            ? t('pages.bulk.choose.first', {
                count: mostAtOnce,
                all: totalItems,
              })
            : t('pages.bulk.choose.all', { count: totalItems })}
        </Button>
      )}
      {chosen.length > 0 && (
        <Button size="small" onClick={clear}>
          {t('pages.bulk.choose.none')}
        </Button>
      )}
      {children}
    </div>
  );
}
