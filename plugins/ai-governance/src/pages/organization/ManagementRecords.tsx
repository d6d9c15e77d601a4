import { useEffect } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { aiGovernanceApiRef } from '../../api';
import { useTexts } from '../../translation';
import { DownloadButton } from '../DownloadButton';
import { usePagedAddress } from '../pagedAddress';
import { ManagementChoice } from './ManagementChoice';
import { ManagementList } from './ManagementList';
import { managementTypeOf, MayOfOrganization } from './managementTypes';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(3),
    marginTop: theme.spacing(4),
    gridTemplateColumns: '200px minmax(0, 1fr)',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1, 2),
  },
  about: { flex: '1 1 300px' },
  title: { outline: 'none' },
}));

/** The records of the management system, a register at a time. */
export function ManagementRecords(props: {
  may: MayOfOrganization;
  /** The page shows elsewhere what follows from a record. */
  onWritten: () => Promise<void>;
}) {
  const t = useTexts();
  const { may, onWritten } = props;
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const address = usePagedAddress();
  const type = managementTypeOf(address.params.get('type'));
  const isSought = ['see', 'write'].some(key => address.params.has(key));
  useEffect(() => {
    // far down on its page: the address leads there
    if (isSought) document.getElementById(type.type)?.focus();
  }, [isSought, type.type]);
  return (
    <section
      className={classes.root}
      aria-label={t('pages.organization.records.label')}
    >
      <ManagementChoice type={type} />
      <div>
        <div className={classes.head}>
          <div className={classes.about}>
            <Typography
              variant="h5"
              component="h3"
              id={type.type}
              tabIndex={-1}
              className={classes.title}
            >
              {type.plural}
            </Typography>
            <Typography variant="body2">{type.description}</Typography>
          </div>
          <DownloadButton
            label={t('pages.organization.records.csv')}
            load={() => api.organizationRecordsCsv({ type: type.type })}
            fileName={() =>
              `${type.type}-${new Date().toISOString().slice(0, 10)}.csv`
            }
          />
        </div>
        <ManagementList
          key={type.type}
          type={type}
          may={may}
          address={address}
          onWritten={onWritten}
        />
      </div>
    </section>
  );
}
