import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { aiGovernanceApiRef } from '../../api';
import { Loading, NextStep, ProblemPanel } from '../../components';
import { inventoryRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { ListFoot } from '../ListFoot';
import { useReading } from '../useReading';
import { ConfirmTogether, isConfirmation } from './ConfirmTogether';
import { useWorkPlaces } from './useWorkPlaces';
import { WorkCounts } from './WorkCounts';
import { workGroups } from './workGroups';
import { useWorkQuery } from './workQuery';
import { WorkRow } from './WorkRow';

const useStyles = makeStyles(theme => ({
  foot: { marginTop: theme.spacing(2) },
  heading: { margin: theme.spacing(3, 0, 1) },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** A page of what there is to do, by how urgent it is. */
export function WorkList({ work }: { work: ReturnType<typeof useWorkQuery> }) {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const { address, scope, owner, limit, query } = work;
  const askable = scope !== 'team' || owner.length > 0;
  const { value, error, pending, reload } = useReading(
    async () => (askable ? api.work(query) : undefined),
    [api, JSON.stringify(query)],
  );
  const items = value?.items ?? [];
  const places = useWorkPlaces(items);
  if (!askable) {
    return (
      <NextStep
        title={t('pages.work.list.whose.title')}
        text={t('pages.work.list.whose.text')}
      />
    );
  }
  if (!value) {
    return error ? (
      <ProblemPanel error={error} retry={reload} />
    ) : (
      <Loading label={t('pages.work.list.loading')} />
    );
  }
  return (
    <>
      {error && <ProblemPanel error={error} retry={reload} />}
      <WorkCounts work={value} mine={scope === 'mine'} />
      {items.filter(isConfirmation).length > 1 && (
        <ConfirmTogether query={query} onDone={reload} />
      )}
      {value.totalItems === 0 && !pending ? (
        <NothingToDo work={work} />
      ) : (
        <>
          {workGroups(items).map(group => (
            <section
              key={group.key}
              aria-label={t(`pages.work.list.group.${group.key}`)}
            >
              <Typography
                variant="h5"
                component="h3"
                className={classes.heading}
              >
                {t(`pages.work.list.group.${group.key}`)}
              </Typography>
              <Paper variant="outlined" component="ul" className={classes.list}>
                {group.items.map(item => (
                  <WorkRow key={item.id} item={item} place={places(item)} />
                ))}
              </Paper>
            </section>
          ))}
          <Paper variant="outlined" className={classes.foot}>
            <ListFoot
              address={address}
              limit={limit}
              onLimit={size => address.change({ limit: size })}
              shown={items.length}
              totalItems={value.totalItems}
              nextCursor={value.nextCursor}
              pending={pending}
            />
          </Paper>
        </>
      )}
    </>
  );
}

function NothingToDo({ work }: { work: ReturnType<typeof useWorkQuery> }) {
  const t = useTexts();
  const inventory = useRouteRef(inventoryRouteRef)();
  const { address, scope, kind, tier } = work;
  if (kind.length > 0 || tier.length > 0) {
    return (
      <NextStep
        title={t('pages.work.list.nothingOfKind.title')}
        text={t('pages.work.list.nothingOfKind.text')}
        action={
          <Button
            variant="outlined"
            onClick={() => address.change({ kind: '', tier: '' })}
          >
            {t('pages.work.list.nothingOfKind.all')}
          </Button>
        }
      />
    );
  }
  return (
    <NextStep
      title={t('pages.work.list.nothing.title')}
      text={
        scope === 'mine'
          ? t('pages.work.list.nothing.mine')
          : t('pages.work.list.nothing.all')
      }
      action={
        <LinkButton variant="outlined" to={inventory}>
          {t('pages.work.list.nothing.inventory')}
        </LinkButton>
      }
    />
  );
}
