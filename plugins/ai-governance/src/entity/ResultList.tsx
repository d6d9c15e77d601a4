import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
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
  list: { listStyle: 'none', margin: 0, padding: 0, flex: 1, minWidth: 0 },
}));

function countsOf(results: readonly ResultView[]): StateCounts {
  const counts = noCounts();
  for (const { state } of results) counts[state] += 1;
  return counts;
}

const urgency = ({ state }: ResultView) => {
  const rank = needsAction.indexOf(state);
  return rank < 0 ? needsAction.length : rank;
};

/** Every result by family, what needs somebody first; a family in which all is well is folded. */
export function ResultList(props: {
  results: readonly ResultView[];
  controls: readonly ControlView[];
}) {
  const classes = useStyles();
  const { results, controls } = props;
  const families = [...new Set(results.map(result => result.family))];
  return (
    <>
      {families.map(family => {
        const own = results.filter(result => result.family === family);
        const counts = countsOf(own);
        const title =
          controls.find(c => c.family === family)?.familyTitle ?? family;
        return (
          <Accordion
            key={family}
            className={classes.family}
            defaultExpanded={own.some(r => needsAction.includes(r.state))}
            TransitionProps={{ unmountOnExit: true }}
          >
            <AccordionSummary expandIcon={<ExpandIcon />}>
              <span className={classes.summary}>
                <Typography component="span">{title}</Typography>
                <CountsBar counts={counts} />
                <Typography
                  variant="body2"
                  color="textSecondary"
                  component="span"
                >
                  {countsText(counts)}
                </Typography>
              </span>
            </AccordionSummary>
            <AccordionDetails>
              <ul className={classes.list}>
                {[...own]
                  .sort((a, b) => urgency(a) - urgency(b))
                  .map(result => (
                    <ResultRow
                      key={result.controlId}
                      result={result}
                      control={controls.find(c => c.id === result.controlId)}
                    />
                  ))}
              </ul>
            </AccordionDetails>
          </Accordion>
        );
      })}
    </>
  );
}
