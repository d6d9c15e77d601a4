import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import {
  CompletionFilter,
  peopleReadPermission,
  trainingAppendPermission,
} from 'backstage-plugin-ai-governance-common';
import { aiGovernanceApiRef } from '../../api';
import { Loading, NextStep, ProblemPanel } from '../../components';
import { useTableStyles } from '../../training/useTableStyles';
import { ManyField } from '../ChoiceFields';
import { DownloadButton } from '../DownloadButton';
import { ListFoot } from '../ListFoot';
import { PagedAddress } from '../pagedAddress';
import { SearchField } from '../SearchField';
import { useReading } from '../useReading';
import { useTexts } from '../../translation';
import { CompletionsTable } from './CompletionsTable';
import { Filters } from './Filters';
import { useCourses } from './useCourses';

const DEFAULT_SIZE = 20;
const states = ['lapsed', 'runs-out', 'holds', 'withdrawn'] as const;

/** Every completion that is recorded, for who may read what is stated of others. */
export function CompletionsRegister({ address }: { address: PagedAddress }) {
  const t = useTexts();
  const { allowed, loading } = usePermission({
    permission: peopleReadPermission,
  });
  if (loading) {
    return <Loading label={t('pages.training.completions.loading')} />;
  }
  if (!allowed) {
    return (
      <NextStep
        title={t('pages.training.completions.denied.title')}
        text={t('pages.training.completions.denied.text')}
      />
    );
  }
  return <Register address={address} />;
}

function Register({ address }: { address: PagedAddress }) {
  const t = useTexts();
  const { params, cursor } = address;
  const classes = useTableStyles();
  const api = useApi(aiGovernanceApiRef);
  const { allowed: mayRecord } = usePermission({
    permission: trainingAppendPermission,
  });
  const courses = useCourses();
  const [course, state, q] = [
    params.getAll('course'),
    params.getAll('state'),
    params.get('q') ?? '',
  ];
  const filter: CompletionFilter = {
    ...(course.length > 0 && { course }),
    ...(state.length > 0 && { state }),
    ...(q && { q }),
  };
  const plain = Object.keys(filter).length === 0;
  const nothing = plain ? 'none' : 'noneFits';
  const limit = Number(params.get('limit')) || DEFAULT_SIZE;
  const query = { ...filter, limit, cursor };
  const { value, error, pending, reload } = useReading(
    () => api.completions(query),
    [api, JSON.stringify(query)],
  );
  const clear = () => address.change({ course: '', state: '', q: '' });
  return (
    <>
      <div className={classes.head}>
        <div className={classes.about}>
          <Typography variant="h5" component="h3">
            {t('pages.training.completions.title')}
          </Typography>
          <Typography variant="body2">
            {t('pages.training.completions.text')}
          </Typography>
        </div>
        <DownloadButton
          label={t('pages.training.download')}
          load={() => api.completionsCsv(filter)}
          fileName={() =>
            `training-${new Date().toISOString().slice(0, 10)}.csv`
          }
        />
      </div>
      <Filters
        label={t('pages.training.completions.filter')}
        plain={plain}
        onClear={clear}
      >
        <SearchField
          label={t('pages.training.filter.search')}
          value={q}
          onChange={text => address.change({ q: text }, { replace: true })}
        />
        <ManyField
          id="completion-course"
          label={t('pages.training.filter.course')}
          choices={courses}
          value={course}
          onChange={chosen => address.change({ course: chosen })}
        />
        <ManyField
          id="completion-state"
          label={t('pages.training.filter.standing')}
          choices={states.map(one => ({
            value: one,
            word: t(`training.state.${one}`),
          }))}
          value={state}
          onChange={chosen => address.change({ state: chosen })}
        />
      </Filters>
      {error && <ProblemPanel error={error} retry={reload} />}
      {!value && !error && (
        <Loading label={t('pages.training.completions.loading')} />
      )}
      {value && value.totalItems === 0 && !pending && (
        <NextStep
          title={t(`pages.training.completions.${nothing}.title`)}
          text={t(`pages.training.completions.${nothing}.text`)}
          action={
            <Button
              variant="outlined"
              onClick={() =>
                plain ? address.change({ show: 'upload' }) : clear()
              }
            >
              {t(`pages.training.completions.${nothing}.action`)}
            </Button>
          }
        />
      )}
      {value && value.totalItems > 0 && (
        <Paper variant="outlined">
          <CompletionsTable
            completions={value.items}
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
