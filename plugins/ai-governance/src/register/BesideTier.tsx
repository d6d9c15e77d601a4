import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { GovernancePolicy } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../translation';
import { Draft } from './questions';
import { TierPreview } from './TierPreview';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(240px, 28%)',
    gap: theme.spacing(3),
    alignItems: 'start',
    // narrower than this it stands below; until then it is seen while one answers
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  preview: {
    position: 'sticky',
    top: theme.spacing(2),
    padding: theme.spacing(2),
    maxHeight: `calc(100vh - ${theme.spacing(4)}px)`,
    overflowY: 'auto',
    [theme.breakpoints.down('xs')]: { position: 'static', maxHeight: 'none' },
  },
}));

/** Questions, and beside them what follows from the answers so far. */
export function BesideTier(props: {
  draft: Draft;
  policy: GovernancePolicy;
  namespace?: string;
  children: ReactNode;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { children, ...preview } = props;
  return (
    <div className={classes.root}>
      {children}
      <Paper
        variant="outlined"
        component="aside"
        aria-label={t('register.tier.label')}
        // what is scrolled is reached by keyboard
        tabIndex={0}
        className={classes.preview}
      >
        <TierPreview {...preview} />
      </Paper>
    </div>
  );
}
