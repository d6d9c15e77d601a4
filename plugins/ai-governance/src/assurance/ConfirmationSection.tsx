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
  const { assurance, reload, first } = props;
  const { subject, posture, confirmations } = assurance;
  const { form, open, close } = useOneForm<'confirm'>(
    () =>
      !whyNotAsk(posture) &&
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
      none="None"
    />
  );
  return (
    <Section
      id="confirmation"
      title="Confirmation of the entry"
      text="The owner or the accountable leader looks at what the inventory says of the system, and says that it is right."
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
        <Typography>
          Nobody has confirmed the entry yet. Look at the facts, mend at their
          source what is wrong, then confirm.
        </Typography>
      )}
      <Actions hidden={form !== undefined}>
        <ActionButton
          label="Confirm that the entry is right"
          reason={
            posture.may.request
              ? undefined
              : 'The owner or the accountable leader confirms it.'
          }
          onClick={() => open('confirm')}
        />
      </Actions>
      {form === 'confirm' && (
        <StatementForm
          subject={subject}
          type={confirmation}
          id="confirm"
          title="Confirm that the entry is right"
          text="This is what the inventory says. What is wrong is mended at its source, not here."
          schema={() => formSchemaOf(confirmation)}
          start={{}}
          record={written => written}
          submit="Confirm: it is right"
          done="Entry confirmed."
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
          <PartHeading>Earlier</PartHeading>
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

function Confirmed(props: {
  last: RevisionView<Confirmation>;
  changed: boolean;
}) {
  const { last, changed } = props;
  return (
    <>
      <Typography>
        Confirmed by <Author author={last.author} />
        {last.data?.confirmed &&
          (last.data.confirmed.as === 'owner'
            ? ', of the owner'
            : ', the accountable leader')}
        , <When at={last.recordedAt} />.
      </Typography>
      {last.data?.note && <Markdown text={last.data.note} />}
      {changed && (
        <Alert severity="info">
          The profile has changed since: look at it again.
        </Alert>
      )}
    </>
  );
}
