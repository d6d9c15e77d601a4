import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/Done';
import BlockIcon from '@material-ui/icons/Block';
import { BulkConfirmation } from 'backstage-plugin-ai-governance-common';
import { profileFields } from '../../assurance';
import { FieldFacts } from '../../records';
import { TextKey, useTexts } from '../../translation';
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

const words: Partial<Record<BulkConfirmation['outcome'], TextKey>> = {
  confirmed: 'pages.bulk.entries.confirmed',
  already: 'pages.bulk.entries.already',
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
  const t = useTexts();
  const classes = useStyles();
  const { items, leftOut, onToggle } = props;
  return (
    <table className={classes.table} aria-label={t('pages.bulk.entries.label')}>
      <thead>
        <tr>
          {onToggle && (
            <th scope="col" className={classes.choose}>
              {t('pages.bulk.entries.right')}
            </th>
          )}
          <th scope="col">{t('pages.bulk.entries.system')}</th>
          <th scope="col">{t('pages.bulk.entries.says')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => {
          const { ref, subject, profile, outcome, reason } = item;
          const title = subject?.title ?? ref;
          const key = words[outcome];
          const word = key && t(key);
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
                    inputProps={{
                      'aria-label': t('pages.bulk.entries.isRight', { title }),
                    }}
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
                    none={t('pages.bulk.entries.none')}
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
                      none={t('pages.bulk.entries.none')}
                    />
                    <details>
                      <summary>{t('pages.bulk.entries.others')}</summary>
                      <FieldFacts
                        fields={others}
                        data={profile}
                        none={t('pages.bulk.entries.none')}
                      />
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
