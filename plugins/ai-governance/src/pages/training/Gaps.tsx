import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import {
  TrainingGapFilter,
  trainingAppendPermission,
  trainingStates,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { useMe } from '../../assurance/useMe';
import { Loading, NextStep, ProblemPanel } from '../../components';
import { useTableStyles } from '../../training/useTableStyles';
import { ManyField, OneField } from '../ChoiceFields';
import { DownloadButton } from '../DownloadButton';
import { ListFoot } from '../ListFoot';
import { PagedAddress } from '../pagedAddress';
import { useReading } from '../useReading';
import { useTexts } from '../../translation';
import { Filters } from './Filters';
import { GapsTable } from './GapsTable';
import { useCourses } from './useCourses';

const DEFAULT_SIZE = 20;

/** Who lacks which course over all AI systems, by team, course and standing. */
export function Gaps({ address }: { address: PagedAddress }) {
  const t = useTexts();
  const me = useMe();
  const mine = address.params.has('mine');
  // whose it is must be known before it is asked for
  if (mine && !me) {
    return <Loading label={t('pages.training.gaps.loadingMine')} />;
  }
  return <GapsOf address={address} person={mine ? me : undefined} />;
}

function GapsOf(props: { address: PagedAddress; person?: string }) {
  const t = useTexts();
  const { address, person } = props;
  const { params, cursor } = address;
  const classes = useTableStyles();
  const api = useApi(aiGovernanceApiRef);
  const { allowed: mayRecord } = usePermission({
    permission: trainingAppendPermission,
  });
  const teams = useReading(() => api.teamScorecards(), [api]).value ?? [];
  const courses = useCourses();
  const [course, state, team] = [
    params.getAll('course'),
    params.getAll('state'),
    params.get('team') ?? '',
  ];
  const filter: TrainingGapFilter = {
    ...(course.length > 0 && { course }),
    ...(state.length > 0 && { state }),
    ...(team && { team }),
    ...(person && { person }),
  };
  const plain = Object.keys(filter).length === 0;
  const limit = Number(params.get('limit')) || DEFAULT_SIZE;
  const query = { ...filter, limit, cursor };
  const { value, error, pending, reload } = useReading(
    () => api.trainingGaps(query),
    [api, JSON.stringify(query)],
  );
  const clear = () =>
    address.change({ course: '', state: '', team: '', mine: '' });
  return (
    <>
      <div className={classes.head}>
        <div className={classes.about}>
          <Typography variant="h5" component="h3">
            {t(
              person ? 'pages.training.gaps.mine' : 'pages.training.gaps.title',
            )}
          </Typography>
          <Typography variant="body2">
            {t('pages.training.gaps.text')}
          </Typography>
        </div>
        <DownloadButton
          label={t('pages.training.download')}
          load={() => api.trainingGapsCsv(filter)}
          fileName={() =>
            `training-gaps-${new Date().toISOString().slice(0, 10)}.csv`
          }
        />
      </div>
      <Filters
        label={t('pages.training.gaps.filter')}
        plain={plain}
        onClear={clear}
      >
        <ManyField
          id="gap-course"
          label={t('pages.training.filter.course')}
          choices={courses}
          value={course}
          onChange={chosen => address.change({ course: chosen })}
        />
        <OneField
          id="gap-team"
          label={t('pages.training.filter.team')}
          choices={teams.map(({ ref, title }) => ({ value: ref, word: title }))}
          value={team}
          onChange={chosen => address.change({ team: chosen })}
        />
        <ManyField
          id="gap-state"
          label={t('pages.training.filter.standing')}
          choices={trainingStates.map(one => ({
            value: one,
            word: t(`training.state.${one}`),
          }))}
          value={state}
          onChange={chosen => address.change({ state: chosen })}
        />
      </Filters>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label={t('pages.training.gaps.loading')} />}
      {value && value.totalItems === 0 && !pending && (
        <Nothing plain={plain} mine={person !== undefined} onClear={clear} />
      )}
      {value && value.totalItems > 0 && (
        <Paper variant="outlined">
          <GapsTable
            gaps={value.items}
            mayRecord={mayRecord}
            busy={pending}
            reload={reload}
          />
          <ListFoot
            address={address}
            limit={limit}
            onLimit={size => address.change({ limit: size })}
            shown={value.items.length}
            totalItems={value.totalItems}
            nextCursor={value.nextCursor}
            pending={pending}
          />
        </Paper>
      )}
    </>
  );
}

function Nothing(props: {
  plain: boolean;
  mine: boolean;
  onClear: () => void;
}) {
  const t = useTexts();
  const { plain, mine, onClear } = props;
  const nothing = mine ? 'noneMine' : 'noneFits';
  if (plain) {
    return (
      <NextStep
        title={t('pages.training.gaps.none.title')}
        text={t('pages.training.gaps.none.text')}
      />
    );
  }
  return (
    <NextStep
      title={t(`pages.training.gaps.${nothing}.title`)}
      text={t(`pages.training.gaps.${nothing}.text`)}
      action={
        <Button variant="outlined" onClick={onClear}>
          {t('pages.training.gaps.everybody')}
        </Button>
      }
    />
  );
}
