import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ControlView,
  frameworks,
  ResultView,
} from 'backstage-plugin-ai-governance-common';
import {
  needsAction,
  notHolding,
  Sentence,
  StateLabel,
  When,
} from '../components';
import { useTexts } from '../translation';
import { ExemptLink } from './ExemptLink';
import { FixLink } from './FixLink';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  title: { flex: '1 1 200px', fontWeight: 500 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  more: { textTransform: 'none' },
}));

const frameworkTitle = (id: string) =>
  frameworks.find(f => f.id === id)?.title ?? id;

/** One result: how it stands, why, since when and until when, what it is asked for, and the way to mend it. */
export function ResultRow(props: {
  result: ResultView;
  control?: ControlView;
  /** Of the past: nothing leads to where it is mended. */
  readOnly?: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { result, control, readOnly = false } = props;
  const [open, setOpen] = useState(false);
  const details = `why-${result.controlId}`;
  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <StateLabel state={result.state} />
        <Typography className={classes.title} component="span">
          {result.title}
        </Typography>
        <Typography variant="body2" color="textSecondary" component="span">
          {result.controlId}
        </Typography>
      </div>
      <Typography>
        <Sentence text={result.reason} />
      </Typography>
      <div className={classes.facts}>
        <Typography variant="body2" color="textSecondary" component="span">
          {result.validUntil && result.nextState
            ? t('entity.result.sinceUntil', {
                since: <When at={result.since} />,
                state: t(`words.inSentence.state.${result.nextState}`),
                from: <When at={result.validUntil} />,
              })
            : t('entity.result.since', { since: <When at={result.since} /> })}
        </Typography>
        {control && (
          <Button
            className={classes.more}
            size="small"
            color="primary"
            aria-expanded={open}
            aria-controls={details}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'entity.result.hideWhy' : 'entity.result.why')}
          </Button>
        )}
        {!readOnly && needsAction.includes(result.state) && (
          <FixLink
            remediation={result.remediation}
            of={result.title}
            control={result.controlId}
          />
        )}
        {!readOnly && notHolding.includes(result.state) && (
          <ExemptLink control={result.controlId} of={result.title} />
        )}
      </div>
      {control && (
        <div id={details}>
          <Collapse in={open} unmountOnExit>
            <Typography variant="body2">
              {t('entity.result.asked', {
                holdsWhen: control.holdsWhen,
                appliesTo: control.appliesTo,
                level: t(`words.inSentence.level.${control.level}`),
              })}
            </Typography>
            <ul>
              {control.references.map(({ framework, id, title }) => (
                <Typography
                  variant="body2"
                  component="li"
                  key={`${framework} ${id}`}
                >
                  {frameworkTitle(framework)} {id}
                  {title && `: ${title}`}
                </Typography>
              ))}
            </ul>
          </Collapse>
        </div>
      )}
    </li>
  );
}
