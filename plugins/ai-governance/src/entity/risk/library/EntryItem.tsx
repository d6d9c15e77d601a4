import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import CoveredIcon from '@material-ui/icons/CheckCircle';
import type { RiskLibraryEntry } from 'backstage-plugin-ai-governance-common/risk-library';
import { shade } from '../../../components';
import { inWords } from '../../../records';
import { useTexts } from '../../../translation';
import { SourceChips } from './SourceChips';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5, 2),
  },
  words: { flex: '1 1 300px', minWidth: 0 },
  buttons: { display: 'inline-flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  covered: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  list: { margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(3) },
  details: { marginTop: theme.spacing(1) },
}));

function Lines(props: { title: string; lines: readonly string[] }) {
  const classes = useStyles();
  if (props.lines.length === 0) return null;
  return (
    <>
      <Typography variant="subtitle2" component="p">
        {props.title}
      </Typography>
      <ul className={classes.list}>
        {props.lines.map(line => (
          <Typography component="li" variant="body2" key={line}>
            {line}
          </Typography>
        ))}
      </ul>
    </>
  );
}

/** An entry of the library: what it is, why it is suggested, whether it is there already, and a button that takes it over. */
export function EntryItem(props: {
  entry: RiskLibraryEntry;
  why?: readonly string[];
  /** Titles of what the text already says of it. */
  covered: readonly string[];
  /** What the button says, with the title after it for those who do not see where it stands; absent: no button. */
  action?: { label: string; onClick: () => void };
}) {
  const t = useTexts();
  const classes = useStyles();
  const theme = useTheme();
  const { entry, why = [], covered, action } = props;
  const [open, setOpen] = useState(false);
  const details = `library-${entry.id}-details`;
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <div className={classes.words}>
          <Typography component="h4" variant="subtitle1">
            {entry.title}{' '}
            <Typography
              component="span"
              variant="body2"
              color="textSecondary"
              noWrap
            >
              {inWords(entry.kind)} · {inWords(entry.category)}
            </Typography>
          </Typography>
          {why.map(reason => (
            <Typography variant="body2" key={reason}>
              {reason}
            </Typography>
          ))}
          {covered.length > 0 && (
            <Typography variant="body2" className={classes.covered}>
              <CoveredIcon
                aria-hidden
                fontSize="small"
                style={{ color: shade(theme, 'success') }}
              />
              {t('entity.library.covered', {
                titles: covered
                  .map(title => t('entity.library.quoted', { title }))
                  .join(', '),
              })}
            </Typography>
          )}
        </div>
        <span className={classes.buttons}>
          <Button
            size="small"
            aria-expanded={open}
            aria-controls={details}
            aria-label={t(
              open ? 'entity.library.lessOf' : 'entity.library.moreOf',
              { title: entry.title },
            )}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'entity.library.less' : 'entity.library.more')}
          </Button>
          {action && (
            <Button
              size="small"
              variant="outlined"
              color="primary"
              aria-label={`${action.label}: ${entry.title}`}
              onClick={action.onClick}
            >
              {action.label}
            </Button>
          )}
        </span>
      </div>
      <div id={details} hidden={!open} className={classes.details}>
        {open && (
          <>
            <Typography variant="body2" paragraph>
              {entry.text}
            </Typography>
            <Lines title={t('entity.library.causes')} lines={entry.causes} />
            <Lines
              title={t('entity.library.treatments')}
              lines={entry.treatments}
            />
            <Typography variant="body2" paragraph>
              <strong>{t('entity.library.when')}</strong> {entry.when}
            </Typography>
            <Typography variant="subtitle2" component="p">
              {t('entity.risk.knownAs')}
            </Typography>
            <SourceChips
              ids={[...entry.sources, ...entry.related]}
              label={t('entity.risk.knownAsOf', { title: entry.title })}
            />
            <Typography variant="subtitle2" component="p">
              {t('entity.library.controls')}
            </Typography>
            <SourceChips
              ids={entry.controls}
              label={t('entity.library.controlsOf', { title: entry.title })}
            />
          </>
        )}
      </div>
    </li>
  );
}
