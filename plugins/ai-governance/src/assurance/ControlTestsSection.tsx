import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import EffectiveIcon from '@material-ui/icons/CheckCircle';
import PartlyIcon from '@material-ui/icons/Adjust';
import NotIcon from '@material-ui/icons/Cancel';
import {
  ControlTest,
  controlTest,
  dayOf,
  instant,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { Day, shade, SignLabel } from '../components';
import {
  Author,
  choosing,
  FieldFacts,
  fieldsOf,
  formSchemaOf,
  inWords,
  partOf,
} from '../records';
import { useTexts } from '../translation';
import { ActionButton } from './ActionButton';
import { Actions, Section } from './Section';
import { StatementForm } from './StatementForm';
import { Assurance } from './useAssurance';
import { draftedForm } from './draftedForm';
import { useOneForm } from './useOneForm';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(2, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
}));

const fields = [
  'control',
  'testedOn',
  'result',
  'sample',
  'method',
  'findings',
  'evidence',
  'evidenceRecords',
];

const looks = {
  effective: { Icon: EffectiveIcon, color: 'success' },
  'partly-effective': { Icon: PartlyIcon, color: 'warning' },
  'not-effective': { Icon: NotIcon, color: 'error' },
} as const;

function Result({ result }: { result: ControlTest['result'] }) {
  const { Icon, color } = looks[result];
  return (
    <SignLabel
      word={inWords(result)}
      Icon={Icon}
      color={theme => shade(theme, color)}
    />
  );
}

/** What somebody other than the owner found when they tested a control. */
export function ControlTestsSection(props: {
  assurance: Assurance;
  reload: () => Promise<void>;
  /** Whether a new one is written, or the section looked at, as soon as it is there. */
  first?: 'write' | 'see';
}) {
  const t = useTexts();
  const classes = useStyles();
  const { assurance, reload, first } = props;
  const { subject, posture, tests, controls } = assurance;
  const { form, open, close } = useOneForm<'write'>(
    () =>
      posture.may.assure &&
      (first === 'write' ||
        draftedForm(subject, controlTest.type, [['write', 'test-control']]))
        ? 'write'
        : undefined,
    'control-tests',
  );
  const titleOf = (id: string) => {
    const control = controls.find(c => c.id === id);
    return control ? `${control.title} (${id})` : id;
  };
  const ids = controls.map(c => c.id);
  const newestFirst = [...tests].sort((a, b) =>
    (b.data?.testedOn ?? '').localeCompare(a.data?.testedOn ?? ''),
  );
  return (
    <Section
      id="control-tests"
      cameFor={first !== undefined && form === undefined}
      title={t('assurance.tests.title')}
      text={t('assurance.tests.text')}
    >
      {tests.length === 0 && (
        <Typography>{t('assurance.tests.none')}</Typography>
      )}
      <Actions hidden={form !== undefined}>
        <ActionButton
          label={t('assurance.tests.write')}
          reason={posture.may.assure ? undefined : t('assurance.tests.role')}
          onClick={() => open('write')}
        />
      </Actions>
      {form === 'write' && (
        <StatementForm
          subject={subject}
          type={controlTest}
          id="test-control"
          title={t('assurance.tests.write')}
          schema={() =>
            choosing(
              partOf(formSchemaOf(controlTest), fields),
              'control',
              ids,
              Object.fromEntries(ids.map(id => [id, titleOf(id)])),
            )
          }
          start={{ testedOn: dayOf(instant(Date.now())) }}
          record={written => written}
          submit={t('assurance.tests.submit')}
          done={t('assurance.tests.done')}
          onSaved={async () => {
            await reload();
            close();
          }}
          onCancel={close}
          reload={reload}
        />
      )}
      <ul className={classes.list}>
        {newestFirst.map(test => (
          <Test key={test.recordId} test={test} titleOf={titleOf} />
        ))}
      </ul>
    </Section>
  );
}

function Test(props: {
  test: RevisionView<ControlTest>;
  titleOf: (id: string) => string;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { data, author } = props.test;
  if (!data) {
    return <li className={classes.item}>{t('assurance.tests.erased')}</li>;
  }
  const rest = ['method', 'sample', 'findings', 'evidence', 'evidenceRecords'];
  return (
    <li className={classes.item}>
      <Typography variant="subtitle1" component="h3">
        {props.titleOf(data.control)}: <Result result={data.result} />
      </Typography>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('assurance.tests.tested', {
          day: <Day day={data.testedOn} />,
          author: <Author author={author} />,
        })}
      </Typography>
      <FieldFacts
        fields={fieldsOf(partOf(formSchemaOf(controlTest), rest))}
        data={data}
      />
    </li>
  );
}
