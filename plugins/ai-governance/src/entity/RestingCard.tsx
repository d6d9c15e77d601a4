import { useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  GraphEntity,
  RestingList,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../api';
import { Loading, NextStep, ProblemPanel, TierLabel } from '../components';
import { DownloadButton } from '../pages/DownloadButton';
import { useReading } from '../pages/useReading';
import { useRestingGraphLink } from '../routes';
import { CutNote } from './graph/CutNote';
import { Way } from './graph/Way';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  owner: {
    ...theme.typography.subtitle2,
    margin: theme.spacing(1, 0, 0),
    '& a': {
      color: theme.palette.text.primary,
      textDecoration: 'underline',
    },
  },
  item: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    '& a': {
      color: theme.palette.text.primary,
      textDecoration: 'underline',
    },
  },
  download: { marginTop: theme.spacing(1) },
}));

/** How many are shown before somebody asks for all. */
const FEW = 10;

/** Everything that rests on a subject, by the team that owns it: whom a change or an incident reaches. */
export function RestingCard() {
  const classes = useStyles();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const api = useApi(aiGovernanceApiRef);
  const graphLink = useRestingGraphLink();
  const { value, error, reload } = useReading(
    () => api.resting(ref),
    [api, ref],
  );
  const some = value !== undefined && value.items.length > 0;
  return (
    <InfoCard
      title="What rests on it"
      titleTypographyProps={{ component: 'h2' }}
      subheader={value && some ? inWords(value) : undefined}
      deepLink={
        graphLink && some
          ? { title: 'In the catalog graph', link: graphLink(ref) }
          : undefined
      }
    >
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label="Loading what rests on it" />}
      {value && !some && (
        <NextStep
          title="Nothing rests on it"
          text="Nothing in the catalog that you may read says so. Whatever uses it names it in its file under spec.dependsOn."
        />
      )}
      {value && some && (
        <>
          <ByOwner list={value} />
          <div className={classes.download}>
            <DownloadButton
              label="Download as CSV"
              load={() => api.restingCsv(ref)}
              fileName={() => `rests-on-${entity.metadata.name}.csv`}
            />
          </div>
        </>
      )}
      {value && <CutNote list={value} />}
    </InfoCard>
  );
}

const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

function inWords({ items, owners }: RestingList): string {
  const named = owners.filter(({ owner }) => owner !== undefined).length;
  const those = items.length === 1 ? '1 entity' : `${items.length} entities`;
  return `${those} of ${counted(
    named,
    'owner',
  )}: whom a change or an incident reaches`;
}

function ByOwner({ list }: { list: RestingList }) {
  const classes = useStyles();
  const [all, setAll] = useState(false);
  let room = all ? Infinity : FEW;
  const groups = list.owners.map(({ owner, count }) => {
    const owned = list.items.filter(item => item.owner === owner);
    const shown = owned.slice(0, room);
    room -= shown.length;
    return { owner, count, shown };
  });
  return (
    <>
      {groups
        .filter(({ shown }) => shown.length > 0)
        .map(({ owner, count, shown }) => (
          <section key={owner ?? ''}>
            <h3 className={classes.owner}>
              {owner ? (
                <EntityRefLink entityRef={owner} hideIcon />
              ) : (
                'Without an owner'
              )}{' '}
              ({count})
            </h3>
            <ul className={classes.list}>
              {shown.map(item => (
                <li key={item.ref} className={classes.item}>
                  <Resting item={item} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {list.items.length > FEW && (
        <Button size="small" onClick={() => setAll(!all)}>
          {all ? `Show the first ${FEW}` : `Show all ${list.items.length}`}
        </Button>
      )}
    </>
  );
}

/** Kinds as they are written in catalog files. */
const kinds: Record<string, string> = {
  aisystem: 'AI system',
  airesource: 'AI resource',
  api: 'API',
};
const kindWords = ({ kind, type }: GraphEntity) =>
  [kinds[kind] ?? `${kind[0].toLocaleUpperCase('en')}${kind.slice(1)}`, type]
    .filter(Boolean)
    .join(', ');

function Resting({ item }: { item: GraphEntity }) {
  return (
    <>
      <Typography variant="body2" component="div">
        <EntityRefLink entityRef={item.ref} hideIcon disableTooltip>
          {item.title}
        </EntityRefLink>{' '}
        ({kindWords(item)})
        {item.subject && (
          <>
            {' '}
            <TierLabel tier={item.subject.tier} />
          </>
        )}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        <Way entity={item} from="entity" />
      </Typography>
    </>
  );
}
