import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { CardProposal } from 'backstage-plugin-ai-governance-common/model-cards';
import { Markdown } from '../components';
import { useTexts } from '../translation';
import { originWords, proposalText, proposalTitle } from './cardWords';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  within: {
    // below the words of the box
    marginLeft: theme.spacing(4),
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
    overflowWrap: 'anywhere',
  },
  text: {
    maxHeight: 220,
    overflowY: 'auto',
    padding: theme.spacing(1),
  },
  title: { fontWeight: 700 },
}));

/** What a card says of one document: each field to be taken or left, with where it comes from. */
export function CardProposals(props: {
  id: string;
  /** Name of the group. */
  title: string;
  proposals: readonly CardProposal[];
  chosen: ReadonlySet<CardProposal>;
  /** Why nothing of it can be taken. */
  barred?: string;
  onChoose: (proposal: CardProposal, taken: boolean) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { id, title, proposals, chosen, barred, onChoose } = props;
  return (
    <section aria-labelledby={id}>
      <Typography
        variant="subtitle1"
        component="h5"
        id={id}
        className={classes.title}
      >
        {title}
      </Typography>
      {barred && (
        <Typography variant="body2" paragraph>
          {barred}
        </Typography>
      )}
      <ul className={classes.list}>
        {proposals.map(proposal => {
          const { document, field, note, origins } = proposal;
          const name = proposalTitle(t, proposal);
          const about = `${id}-${field}`;
          return (
            <li key={field} className={classes.item}>
              {barred ? (
                <Typography variant="body2">{name}</Typography>
              ) : (
                <FormControlLabel
                  control={
                    <Checkbox
                      size="small"
                      color="primary"
                      checked={chosen.has(proposal)}
                      onChange={(_, taken) => onChoose(proposal, taken)}
                      inputProps={{ 'aria-describedby': about }}
                    />
                  }
                  label={name}
                />
              )}
              <div className={classes.within}>
                <div id={about}>
                  <Typography
                    variant="caption"
                    color="textSecondary"
                    component="p"
                  >
                    {t('modelCard.origin.from', {
                      place: originWords(t, origins),
                    })}
                  </Typography>
                  {note && <Typography variant="body2">{note}</Typography>}
                </div>
                <Paper
                  variant="outlined"
                  className={classes.text}
                  role="group"
                  aria-label={t('modelCard.taken', { field: name })}
                  // what is scrolled is reached by keyboard
                  tabIndex={0}
                >
                  {document === 'profile' || Array.isArray(proposal.value) ? (
                    <span style={{ whiteSpace: 'pre-line' }}>
                      {proposalText(t, proposal)}
                    </span>
                  ) : (
                    <Markdown
                      text={proposalText(t, proposal)}
                      headingLevel={6}
                    />
                  )}
                </Paper>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
