import { useState } from 'react';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import {
  ControlView,
  noCounts,
  ResultView,
  StateCounts,
} from 'backstage-plugin-ai-governance-common';
import { CountsBar, countsText, needsAction } from '../components';
import { useTexts } from '../translation';
import { ResultRow } from './ResultRow';

const useStyles = makeStyles(theme => ({
  family: {
    boxShadow: 'none',
    border: `1px solid ${theme.palette.divider}`,
    '&:before': { display: 'none' },
  },
  summary: {
    display: 'grid',
    flex: 1,
    gridTemplateColumns: 'minmax(100px, 160px) minmax(60px, 160px) 1fr',
    alignItems: 'center',
    gap: theme.spacing(2),
  },
  rows: { flex: 1, minWidth: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  more: { textTransform: 'none' },
}));

function countsOf(results: readonly ResultView[]): StateCounts {
  const counts = noCounts();
  for (const { state } of results) counts[state] += 1;
  return counts;
}

const urgency = ({ state }: ResultView) => needsAction.indexOf(state);

function Family(props: {
  family: string;
  title: string;
  results: readonly ResultView[];
  controls: readonly ControlView[];
  readOnly: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { family, title, results, controls, readOnly } = props;
  // Decided when the page opens: a family must not fold under the reader when its last result comes to hold.
  const [open, setOpen] = useState(() =>
    results.some(result => needsAction.includes(result.state)),
  );
  const [whole, setWhole] = useState(false);
  const counts = countsOf(results);
  const urgent = results
    .filter(result => needsAction.includes(result.state))
    .sort((a, b) => urgency(a) - urgency(b));
  const rest = results.filter(result => !urgent.includes(result));
  const row = (result: ResultView) => (
    <ResultRow
      key={result.controlId}
      result={result}
      control={controls.find(c => c.id === result.controlId)}
      readOnly={readOnly}
    />
  );
  return (
    <Accordion
      className={classes.family}
      expanded={open}
      onChange={(_, expanded) => setOpen(expanded)}
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        id={`family-${family}`}
        aria-controls={`family-${family}-results`}
        expandIcon={<ExpandIcon />}
      >
        <span className={classes.summary}>
          <Typography component="span">{title}</Typography>
          <CountsBar counts={counts} />
          <Typography variant="body2" color="textSecondary" component="span">
            {countsText(t, counts)}
          </Typography>
        </span>
      </AccordionSummary>
      <AccordionDetails>
        <div className={classes.rows}>
          {urgent.length > 0 && (
            <ul className={classes.list}>{urgent.map(row)}</ul>
          )}
          {urgent.length > 0 && rest.length > 0 && (
            <Button
              size="small"
              color="primary"
              className={classes.more}
              aria-expanded={whole}
              onClick={() => setWhole(!whole)}
            >
              {t(whole ? 'entity.results.hide' : 'entity.results.show', {
                count: rest.length,
              })}
            </Button>
          )}
          {(whole || urgent.length === 0) && (
            <ul className={classes.list}>{rest.map(row)}</ul>
          )}
        </div>
      </AccordionDetails>
    </Accordion>
  );
}

/** Every result by family, what needs somebody first; a family in which all is well is folded. */
export function ResultList(props: {
  results: readonly ResultView[];
  controls: readonly ControlView[];
  /** Of the past: nothing leads to where it is mended. */
  readOnly?: boolean;
}) {
  const { results, controls, readOnly = false } = props;
  const families = [...new Set(results.map(result => result.family))];
  return (
    <>
      {families.map(family => (
        <Family
          key={family}
          family={family}
          title={controls.find(c => c.family === family)?.familyTitle ?? family}
          results={results.filter(result => result.family === family)}
          controls={controls}
          readOnly={readOnly}
        />
      ))}
    </>
  );
}
