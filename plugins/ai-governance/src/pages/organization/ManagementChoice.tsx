import { makeStyles } from '@material-ui/core/styles';
import { RecordType } from 'backstage-plugin-ai-governance-common';
import { ChoiceLink } from '../ChoiceLink';
import { managementTypes } from './managementTypes';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    [theme.breakpoints.down('sm')]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
    },
  },
}));

/** Which register is open. */
export function ManagementChoice({ type }: { type: RecordType<any> }) {
  const classes = useStyles();
  return (
    <nav aria-label="Records">
      <ul className={classes.list}>
        {managementTypes.map(t => (
          <li key={t.type}>
            <ChoiceLink search={`?type=${t.type}`} current={t === type}>
              {t.plural}
            </ChoiceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
