import { ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { makeStyles } from '@material-ui/core/styles';
import {
  GovernancePolicy,
  Registration,
  suggestedName,
} from 'backstage-plugin-ai-governance-common';
import { errorWords } from '../components';
import { useTexts } from '../translation';
import { BesideTier } from './BesideTier';
import { checkDraft, DraftProblem } from './draft';
import { LineField } from './LineField';
import { Draft, fieldWord } from './questions';
import { RegistrationFields } from './RegistrationFields';
import { SimilarSystems } from './SimilarSystems';

const useStyles = makeStyles(theme => ({
  form: {
    maxWidth: 820,
    // on the ground of a page the secondary colour is too pale to read
    '& .MuiFormLabel-root:not(.Mui-error), & .MuiFormHelperText-root:not(.Mui-error)':
      { color: theme.palette.text.primary },
  },
  names: { display: 'grid', gap: theme.spacing(2) },
  foot: { display: 'grid', gap: theme.spacing(2), marginTop: theme.spacing(4) },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) },
}));

/** A registration as it is filled in, with its tier beside it. Holds what is typed until it is sent, also when sending fails. */
export function RegistrationForm(props: {
  initial: Draft;
  policy: GovernancePolicy;
  namespace?: string;
  /** The name never changes once it is registered. */
  registered: boolean;
  sendLabel: string;
  sending: boolean;
  /** Why it was not taken. */
  refusal?: Error;
  /** What is shown above the button, such as what somebody else wrote meanwhile. */
  notice?: ReactNode;
  /** Answers from elsewhere, each time another object: they replace what is answered. */
  added?: Draft;
  onSend: (registration: Registration) => void;
  onCancel: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { policy, registered, sending, refusal } = props;
  const [draft, setDraft] = useState<Draft>(props.initial);
  const [named, setNamed] = useState(registered);
  const [problems, setProblems] = useState<DraftProblem[]>([]);
  const [attempts, setAttempts] = useState(0);
  const wrong = useRef<HTMLDivElement>(null);
  const byPath = useMemo(
    () => new Map(problems.map(({ path, message }) => [path, message])),
    [problems],
  );
  useEffect(() => {
    if (attempts > 0 || refusal) wrong.current?.focus();
  }, [attempts, refusal]);

  const change = (next: Draft) => {
    setDraft(before => ({ ...before, ...next }));
    const paths = Object.keys(next);
    setProblems(before =>
      before.filter(({ path }) => !paths.includes(path.split(/[.[]/)[0])),
    );
  };
  const { added } = props;
  const [seen, setSeen] = useState(added);
  if (added !== seen) {
    setSeen(added);
    if (added) {
      const { title, data } = added;
      change({
        ...added,
        ...(data && { data: { ...draft.data, ...data } }),
        ...(title && !named && { name: suggestedName(title) }),
      });
    }
  }
  const send = () => {
    const checked = checkDraft(t, draft);
    if (checked.ok) {
      props.onSend(checked.data);
      return;
    }
    setProblems(checked.problems);
    setAttempts(attempts + 1);
  };
  const line = (
    path: 'title' | 'name',
    help: string,
    onChange: (text: string) => void,
    disabled = false,
  ) => (
    <LineField
      id={`register-${path}`}
      label={fieldWord(t, path)}
      required
      disabled={sending || disabled}
      problem={byPath.get(path)}
      help={help}
      max={path === 'name' ? 63 : 200}
      value={draft[path]}
      onChange={onChange}
    />
  );

  return (
    <BesideTier draft={draft} policy={policy} namespace={props.namespace}>
      <form
        className={classes.form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          send();
        }}
      >
        <div className={classes.names}>
          {line('title', t('register.help.title'), title =>
            change(named ? { title } : { title, name: suggestedName(title) }),
          )}
          {!registered && (
            <SimilarSystems title={draft.title} vendor={draft.vendor?.name} />
          )}
          {line(
            'name',
            t(registered ? 'register.help.nameKept' : 'register.help.name'),
            name => {
              setNamed(name !== '');
              change({ name });
            },
            registered,
          )}
        </div>
        <RegistrationFields
          draft={draft}
          policy={policy}
          problems={byPath}
          disabled={sending}
          onChange={change}
        />
        <div className={classes.foot}>
          {problems.length > 0 && (
            <Alert severity="error" role="alert" ref={wrong} tabIndex={-1}>
              <AlertTitle>{t('register.form.unsent')}</AlertTitle>
              <ul style={{ margin: 0, paddingLeft: 20 }}>
                {problems.map(({ path, where, message }) => (
                  <li key={`${path} ${message}`}>
                    {where ? `${where}: ${message}` : message}
                  </li>
                ))}
              </ul>
            </Alert>
          )}
          {refusal && (
            <Alert severity="error" role="alert" ref={wrong} tabIndex={-1}>
              <AlertTitle>{t('register.form.refused.title')}</AlertTitle>
              {t('register.form.refused.text', { reason: errorWords(refusal) })}
            </Alert>
          )}
          {props.notice}
          <div className={classes.actions}>
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={sending}
            >
              {sending ? t('register.form.sending') : props.sendLabel}
            </Button>
            <Button disabled={sending} onClick={props.onCancel}>
              {t('components.cancel')}
            </Button>
          </div>
        </div>
      </form>
    </BesideTier>
  );
}
