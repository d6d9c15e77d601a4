import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import MetIcon from '@material-ui/icons/CheckBox';
import OpenIcon from '@material-ui/icons/CheckBoxOutlineBlank';
import {
  Approval,
  approval,
  dayOf,
  DecisionView,
  instant,
  SubjectPosture,
} from 'backstage-plugin-ai-governance-common';
import { Day, shade } from '../components';
import { FieldSchema, formSchemaOf } from '../records';
import { useTexts } from '../translation';
import { ActionButton } from './ActionButton';
import { PartHeading } from './Section';
import { StatementForm } from './StatementForm';
import { draftedForm } from './draftedForm';
import { useOneForm } from './useOneForm';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    padding: theme.spacing(0.5, 0),
  },
  text: { flex: '1 1 300px' },
}));

/** What an approval was given on condition of: what is met, and the button that reports it. */
export function Conditions(props: {
  subject: string;
  posture: SubjectPosture;
  item: DecisionView<Approval>;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const theme = useTheme();
  const { subject, posture, item, reload } = props;
  const conditions = item.data?.conditions ?? [];
  const running = item.data?.decision === 'approved-with-conditions';
  const { form, open, close } = useOneForm<string>(
    () =>
      draftedForm(
        subject,
        approval.type,
        conditions.map(
          ({ met }, index) =>
            running &&
            posture.may.request &&
            !met && [String(index), `met-${item.recordId}-${index}`],
        ),
      ),
    'approval',
  );
  if (conditions.length === 0) return null;
  return (
    <>
      <PartHeading>{t('assurance.approval.conditions.title')}</PartHeading>
      <ul className={classes.list}>
        {conditions.map(({ text, due, met }, index) => (
          <li key={index}>
            <div className={classes.item}>
              {met ? (
                <MetIcon
                  aria-hidden
                  style={{ color: shade(theme, 'success') }}
                />
              ) : (
                <OpenIcon aria-hidden />
              )}
              <Typography component="span" className={classes.text}>
                {text}
              </Typography>
              <Typography
                component="span"
                variant="body2"
                color="textSecondary"
              >
                {met
                  ? t(
                      met.evidence
                        ? 'assurance.approval.conditions.metShown'
                        : 'assurance.approval.conditions.met',
                      { day: <Day day={met.on} />, evidence: met.evidence },
                    )
                  : t('assurance.approval.conditions.notMet', {
                      day: <Day day={due} />,
                    })}
              </Typography>
              {!met && running && form === undefined && (
                <ActionButton
                  small
                  label={t('assurance.approval.conditions.report')}
                  of={text}
                  reason={
                    posture.may.request
                      ? undefined
                      : t('assurance.approval.conditions.owner')
                  }
                  onClick={() => open(String(index))}
                />
              )}
            </div>
            {form === String(index) && (
              <MetForm
                subject={subject}
                item={item}
                index={index}
                close={close}
                reload={reload}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function MetForm(props: {
  subject: string;
  item: DecisionView<Approval>;
  index: number;
  close: () => void;
  reload: () => Promise<void>;
}) {
  const t = useTexts();
  const { subject, item, index, close, reload } = props;
  const { conditions = [] } = item.data!;
  const met = formSchemaOf(approval).properties!.conditions.items!.properties!
    .met as FieldSchema;
  return (
    <StatementForm
      subject={subject}
      type={approval}
      id={`met-${item.recordId}-${index}`}
      title={t('assurance.approval.conditions.form')}
      headingLevel={4}
      text={conditions[index].text}
      schema={() => met}
      start={{ on: dayOf(instant(Date.now())) }}
      record={written => ({
        ...item.data,
        conditions: conditions.map((condition, i) =>
          i === index ? { ...condition, met: written } : condition,
        ),
      })}
      problemsIn={errors => (errors as any).conditions?.[index]?.met}
      revises={item}
      submit={t('assurance.approval.conditions.report')}
      done={t('assurance.approval.conditions.done')}
      onSaved={async () => {
        await reload();
        close();
      }}
      onCancel={close}
      reload={reload}
    />
  );
}
