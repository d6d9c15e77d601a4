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
import { TextKey, Texts, useTexts } from '../translation';
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
  const t = useTexts();
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
      title={t('entity.resting.title')}
      titleTypographyProps={{ component: 'h2' }}
      subheader={value && some ? inWords(t, value) : undefined}
      deepLink={
        graphLink && some
          ? { title: t('entity.resting.graph'), link: graphLink(ref) }
          : undefined
      }
    >
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label={t('entity.resting.loading')} />}
      {value && !some && (
        <NextStep
          title={t('entity.resting.none.title')}
          text={t('entity.resting.none.text')}
        />
      )}
      {value && some && (
        <>
          <ByOwner list={value} />
          <div className={classes.download}>
            <DownloadButton
              label={t('entity.resting.csv')}
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

function inWords(t: Texts, { items, owners }: RestingList): string {
  const named = owners.filter(({ owner }) => owner !== undefined).length;
  return t('entity.resting.reached', {
    count: items.length,
    owners: t('entity.resting.owners', { count: named }),
  });
}

function ByOwner({ list }: { list: RestingList }) {
  const t = useTexts();
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
                t('entity.resting.noOwner')
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
          {all
            ? t('entity.resting.showFirst', { count: FEW })
            : t('entity.resting.showAll', { count: list.items.length })}
        </Button>
      )}
    </>
  );
}

/** Kinds as they are written in catalog files. */
const kinds: Record<string, TextKey | undefined> = {
  aisystem: 'entity.resting.kind.aisystem',
  airesource: 'entity.resting.kind.airesource',
  api: 'entity.resting.kind.api',
};
function kindWords(t: Texts, { kind, type }: GraphEntity) {
  const key = kinds[kind];
  const word = key
    ? t(key)
    : `${kind[0].toLocaleUpperCase('en')}${kind.slice(1)}`;
  return [word, type].filter(Boolean).join(', ');
}

function Resting({ item }: { item: GraphEntity }) {
  const t = useTexts();
  return (
    <>
      <Typography variant="body2" component="div">
        <EntityRefLink entityRef={item.ref} hideIcon disableTooltip>
          {item.title}
        </EntityRefLink>{' '}
        ({kindWords(t, item)})
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
