import { makeStyles } from '@material-ui/core/styles';
import { RecordType } from 'backstage-plugin-ai-governance-common';
import { useTexts } from '../../translation';
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
  const t = useTexts();
  const classes = useStyles();
  return (
    <nav aria-label={t('pages.organization.records.choice')}>
      <ul className={classes.list}>
        {managementTypes.map(one => (
          <li key={one.type}>
            <ChoiceLink search={`?type=${one.type}`} current={one === type}>
              {one.plural}
            </ChoiceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
