import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/Done';
import BlockIcon from '@material-ui/icons/Block';
import { BulkConfirmation } from 'backstage-plugin-ai-governance-common';
import { profileFields } from '../../assurance';
import { FieldFacts } from '../../records';
import { Selection } from './useSelection';

const useStyles = makeStyles(theme => ({
  table: {
    ...theme.typography.body2,
    borderCollapse: 'collapse',
    width: '100%',
    '& > thead > tr > th, & > tbody > tr > th, & > tbody > tr > td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(1),
      borderBottom: `1px solid ${theme.palette.divider}`,
      fontWeight: 'normal',
      overflowWrap: 'anywhere',
    },
    '& > thead > tr > th': { fontWeight: 600 },
    '& a': { color: theme.palette.text.primary, textDecoration: 'underline' },
    '& summary': { cursor: 'pointer' },
  },
  title: { fontWeight: 600 },
  choose: { width: 40, '& .MuiCheckbox-root': { padding: 0 } },
  outcome: {
    display: 'flex',
    gap: theme.spacing(0.5),
    alignItems: 'flex-start',
    marginTop: theme.spacing(0.5),
  },
}));

const words: Partial<Record<BulkConfirmation['outcome'], string>> = {
  confirmed: 'Confirmed',
  already: 'You have confirmed it just now',
};

const headKeys = ['owner', 'accountable', 'lifecycle'];
const factKeys = ['purpose', 'data', 'models', 'uses'];
const fieldsIn = (keys: readonly string[]) =>
  profileFields.filter(({ key }) => keys.includes(key));
const others = profileFields.filter(
  ({ key }) => ![...headKeys, ...factKeys].includes(key),
);

/** What the inventory says of systems, a row each: who answers for it, what it is for, which data it has, and the rest to unfold. */
export function EntriesTable(props: {
  items: readonly BulkConfirmation[];
  leftOut: Pick<Selection, 'has'>;
  /** Absent: nothing is chosen any more. */
  onToggle?: (ref: string) => void;
}) {
  const classes = useStyles();
  const { items, leftOut, onToggle } = props;
  return (
    <table className={classes.table} aria-label="Entries">
      <thead>
        <tr>
          {onToggle && (
            <th scope="col" className={classes.choose}>
              Right
            </th>
          )}
          <th scope="col">AI system</th>
          <th scope="col">What the entry says</th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => {
          const { ref, subject, profile, outcome, reason } = item;
          const title = subject?.title ?? ref;
          const word = words[outcome];
          return (
            <tr key={ref}>
              {onToggle && (
                <td className={classes.choose}>
                  <Checkbox
                    size="small"
                    color="primary"
                    disabled={outcome !== 'may'}
                    checked={outcome === 'may' && !leftOut.has(ref)}
                    onChange={() => onToggle(ref)}
                    inputProps={{ 'aria-label': `${title} is right` }}
                  />
                </td>
              )}
              <th scope="row">
                {subject ? (
                  <EntityRefLink
                    entityRef={ref}
                    title={title}
                    className={classes.title}
                    hideIcon
                    disableTooltip
                  />
                ) : (
                  title
                )}
                {profile && (
                  <FieldFacts
                    fields={fieldsIn(headKeys)}
                    data={profile}
                    none="None"
                  />
                )}
                {(word || reason) && (
                  <div className={classes.outcome}>
                    {word ? (
                      <DoneIcon aria-hidden fontSize="small" />
                    ) : (
                      <BlockIcon aria-hidden fontSize="small" />
                    )}
                    <span>{word ?? reason}</span>
                  </div>
                )}
              </th>
              <td>
                {profile && (
                  <>
                    <FieldFacts
                      fields={fieldsIn(factKeys)}
                      data={profile}
                      none="None"
                    />
                    <details>
                      <summary>Everything else that it says</summary>
                      <FieldFacts fields={others} data={profile} none="None" />
                    </details>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
