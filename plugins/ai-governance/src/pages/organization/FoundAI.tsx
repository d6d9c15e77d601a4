import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  DiscoveredQuery,
  systemRegisterPermission,
} from 'backstage-plugin-ai-governance-common';
import { useLocation } from 'react-router-dom';
import { aiGovernanceApiRef } from '../../api';
import {
  Loading,
  NextStep,
  ProblemPanel,
  useOnPageGround,
} from '../../components';
import { Texts, useTexts } from '../../translation';
import { OneField } from '../ChoiceFields';
import { ListFoot } from '../ListFoot';
import { usePagedAddress } from '../pagedAddress';
import { Section } from '../policy/Section';
import { useReading } from '../useReading';
import { FoundItem } from './FoundItem';
import { MayOfOrganization } from './managementTypes';

const useStyles = makeStyles(theme => ({
  about: { maxWidth: 900 },
  filter: { width: 220, maxWidth: '100%', margin: theme.spacing(1, 0, 2) },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  card: { maxWidth: 900 },
}));

/** The heading that an address leads to. */
export const FOUND = 'found-not-registered';

type Status = NonNullable<DiscoveredQuery['status']>;

const statuses: readonly Status[] = ['open', 'decided'];

/** AI that the catalog shows and nobody has registered, to register it or to say why it need not be. */
export function FoundAI(props: {
  may: MayOfOrganization;
  /** Read again when it changes. */
  written: number;
}) {
  const t = useTexts();
  const classes = useStyles();
  const onGround = useOnPageGround();
  const { may, written } = props;
  const { params, keep } = usePagedAddress();
  const { hash } = useLocation();
  const asked = params.get('found');
  const status = statuses.find(one => one === asked);
  useEffect(() => {
    if (hash === `#${FOUND}`) document.getElementById(FOUND)?.focus();
  }, [hash]);
  return (
    <Section title={t('pages.organization.found.title')} id={FOUND}>
      <Typography paragraph className={classes.about}>
        {t('pages.organization.found.about')}
      </Typography>
      {may.read && (
        <div className={`${classes.filter} ${onGround.field}`}>
          <OneField
            id="found-status"
            label={t('pages.organization.found.status.label')}
            choices={statuses.map(value => ({
              value,
              word: t(`pages.organization.found.status.${value}`),
            }))}
            value={status ?? ''}
            onChange={found => keep({ found })}
          />
        </div>
      )}
      <FoundList key={status} status={status} may={may} written={written} />
    </Section>
  );
}

const DEFAULT_SIZE = 10;

/** A page of the list; it begins at the first when it is asked for something else. */
function FoundList(props: {
  status: Status | undefined;
  may: MayOfOrganization;
  written: number;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { status, may, written } = props;
  const api = useApi(aiGovernanceApiRef);
  const { allowed: mayRegister } = usePermission({
    permission: systemRegisterPermission,
  });
  const [limit, setLimit] = useState(DEFAULT_SIZE);
  const [cursors, setCursors] = useState<string[]>([]);
  const cursor = cursors.at(-1);
  const { value, error, pending, reload } = useReading(
    () => api.discovered({ status, limit, cursor }),
    [api, status, limit, cursor, written],
  );
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label={t('pages.organization.found.loading')} />
    );
  }
  const { items, totalItems, nextCursor, owners } = value;
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      {totalItems === 0 && !pending && (
        <NextStep
          {...emptyWords(
            t,
            value.configured,
            status,
            owners.reduce((sum, { count }) => sum + count, 0),
          )}
        />
      )}
      {totalItems > 0 && (
        <Paper variant="outlined" className={classes.card}>
          <ul
            className={classes.list}
            aria-label={t('pages.organization.found.title')}
          >
            {items.map(found => (
              <FoundItem
                key={found.ref}
                found={found}
                readsDecisions={may.read}
                mayDecide={may.append}
                mayRegister={mayRegister}
              />
            ))}
          </ul>
          <ListFoot
            address={{
              cursor,
              // the first page has no cursor
              trail: ['', ...cursors].slice(0, -1),
              next: to => setCursors([...cursors, to]),
              previous: () => setCursors(cursors.slice(0, -1)),
              first: () => setCursors([]),
            }}
            limit={limit}
            onLimit={size => {
              setLimit(Number(size));
              setCursors([]);
            }}
            shown={items.length}
            totalItems={totalItems}
            nextCursor={nextCursor}
            pending={pending}
          />
        </Paper>
      )}
    </>
  );
}

/** What an empty list says. */
function emptyWords(
  t: Texts,
  configured: boolean,
  status: Status | undefined,
  all: number,
) {
  if (!configured) {
    return {
      title: t('pages.organization.found.notSought.title'),
      text: t('pages.organization.found.notSought.text'),
    };
  }
  if (all === 0) {
    return {
      title: t('pages.organization.found.nothing.title'),
      text: t('pages.organization.found.nothing.text'),
    };
  }
  return status === 'open'
    ? {
        title: t('pages.organization.found.noneOpen.title'),
        text: t('pages.organization.found.noneOpen.text'),
      }
    : {
        title: t('pages.organization.found.noneDecided.title'),
        text: t('pages.organization.found.noneDecided.text'),
      };
}
