import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import {
  Confirmation,
  confirmation,
  governedProfile,
  RevisionView,
} from 'backstage-plugin-ai-governance-common';
import { Markdown, When } from '../components';
import { Author, FieldFacts, formSchemaOf } from '../records';
import { useTexts } from '../translation';
import { profileFields } from './profileFields';
import { ActionButton } from './ActionButton';
import { Actions, PartHeading, Section } from './Section';
import { StatementForm } from './StatementForm';
import { Assurance } from './useAssurance';
import { whyNotAsk } from './useDeciders';
import { draftedForm } from './draftedForm';
import { useOneForm } from './useOneForm';

const newestFirst = (a: RevisionView<any>, b: RevisionView<any>) =>
  b.recordedAt.localeCompare(a.recordedAt);

/** That the owner has looked at the inventory entry and it is right. */
export function ConfirmationSection(props: {
  assurance: Assurance;
  reload: () => Promise<void>;
  first?: boolean;
}) {
  const t = useTexts();
  const { assurance, reload, first } = props;
  const { subject, posture, confirmations } = assurance;
  const { form, open, close } = useOneForm<'confirm'>(
    () =>
      !whyNotAsk(t, posture) &&
      (first ||
        draftedForm(subject, confirmation.type, [['confirm', 'confirm']]))
        ? 'confirm'
        : undefined,
    'confirmation',
  );
  const [last, ...earlier] = [...confirmations].sort(newestFirst);
  const facts = (
    <FieldFacts
      fields={profileFields}
      data={posture.profile}
      // that nothing applies is an answer, and to be confirmed like any other
      none={t('assurance.confirmation.nothing')}
    />
  );
  return (
    <Section
      id="confirmation"
      title={t('assurance.confirmation.title')}
      text={t('assurance.confirmation.text')}
    >
      {last ? (
        <Confirmed
          last={last}
          changed={
            last.data?.confirmed !== undefined &&
            last.data.confirmed.profile !== governedProfile(posture.profile)
          }
        />
      ) : (
        <Typography>{t('assurance.confirmation.none')}</Typography>
      )}
      <Actions hidden={form !== undefined}>
        <ActionButton
          label={t('assurance.confirmation.confirm')}
          reason={
            posture.may.request ? undefined : t('assurance.confirmation.who')
          }
          onClick={() => open('confirm')}
        />
      </Actions>
      {form === 'confirm' && (
        <StatementForm
          subject={subject}
          type={confirmation}
          id="confirm"
          title={t('assurance.confirmation.confirm')}
          text={t('assurance.confirmation.formText')}
          schema={() => formSchemaOf(confirmation)}
          start={{}}
          record={written => written}
          submit={t('assurance.confirmation.submit')}
          done={t('assurance.confirmation.done')}
          onSaved={async () => {
            await reload();
            close();
          }}
          onCancel={close}
          reload={reload}
        >
          {facts}
        </StatementForm>
      )}
      {earlier.length > 0 && (
        <>
          <PartHeading>{t('assurance.confirmation.earlier')}</PartHeading>
          <ul>
            {earlier.map(one => (
              <Typography component="li" key={one.recordId}>
                <Author author={one.author} />, <When at={one.recordedAt} />
              </Typography>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function confirmedBy(as: 'owner' | 'accountable' | undefined) {
  if (!as) return 'assurance.confirmation.by';
  return as === 'owner'
    ? 'assurance.confirmation.byOwner'
    : 'assurance.confirmation.byAccountable';
}

function Confirmed(props: {
  last: RevisionView<Confirmation>;
  changed: boolean;
}) {
  const t = useTexts();
  const { last, changed } = props;
  return (
    <>
      <Typography>
        {t(confirmedBy(last.data?.confirmed?.as), {
          author: <Author author={last.author} />,
          at: <When at={last.recordedAt} />,
        })}
      </Typography>
      {last.data?.note && <Markdown text={last.data.note} />}
      {changed && (
        <Alert severity="info">{t('assurance.confirmation.changed')}</Alert>
      )}
    </>
  );
}
