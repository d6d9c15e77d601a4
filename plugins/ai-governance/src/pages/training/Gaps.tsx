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
import { trainingLooks } from '../../training/TrainingStateLabel';
import { useTableStyles } from '../../training/useTableStyles';
import { ManyField, OneField } from '../ChoiceFields';
import { DownloadButton } from '../DownloadButton';
import { ListFoot } from '../ListFoot';
import { PagedAddress } from '../pagedAddress';
import { useReading } from '../useReading';
import { Filters } from './Filters';
import { GapsTable } from './GapsTable';
import { useCourses } from './useCourses';

const DEFAULT_SIZE = 20;

/** Who lacks which course over all AI systems, by team, course and standing. */
export function Gaps({ address }: { address: PagedAddress }) {
  const me = useMe();
  const mine = address.params.has('mine');
  // whose it is must be known before it is asked for
  if (mine && !me) return <Loading label="Loading your training" />;
  return <GapsOf address={address} person={mine ? me : undefined} />;
}

function GapsOf(props: { address: PagedAddress; person?: string }) {
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
            {person ? 'What is asked of you' : 'Who lacks what'}
          </Typography>
          <Typography variant="body2">
            The policy names courses for the owners, reviewers and users of AI
            systems of the high and limited tiers. Who lacks one, or holds one
            that runs out, is here.
          </Typography>
        </div>
        <DownloadButton
          label="Download as CSV"
          load={() => api.trainingGapsCsv(filter)}
          fileName={() =>
            `training-gaps-${new Date().toISOString().slice(0, 10)}.csv`
          }
        />
      </div>
      <Filters label="Filter who lacks what" plain={plain} onClear={clear}>
        <ManyField
          id="gap-course"
          label="Course"
          choices={courses}
          value={course}
          onChange={chosen => address.change({ course: chosen })}
        />
        <OneField
          id="gap-team"
          label="Systems of team and below"
          choices={teams.map(t => ({ value: t.ref, word: t.title }))}
          value={team}
          onChange={chosen => address.change({ team: chosen })}
        />
        <ManyField
          id="gap-state"
          label="Standing"
          choices={trainingStates.map(one => ({
            value: one,
            word: trainingLooks[one].word,
          }))}
          value={state}
          onChange={chosen => address.change({ state: chosen })}
        />
      </Filters>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && <Loading label="Loading who lacks what" />}
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
  const { plain, mine, onClear } = props;
  if (plain) {
    return (
      <NextStep
        title="Nobody lacks a course"
        text="Everybody whose part in an AI system asks for training holds it, or the policy names no courses yet: they stand under training in the governance policy."
      />
    );
  }
  return (
    <NextStep
      title={mine ? 'You lack no course' : 'Nobody fits these filters'}
      text={
        mine
          ? 'What your part in AI systems asks for, you hold. Look at everybody to see who lacks what.'
          : 'Take one away, or begin again with all of them.'
      }
      action={
        <Button variant="outlined" onClick={onClear}>
          Show everybody
        </Button>
      }
    />
  );
}
