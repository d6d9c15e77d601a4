import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { aiGovernanceApiRef } from '../api';
import { Loading, ProblemPanel, useLoad } from '../components';
import { BesideTier } from '../register/BesideTier';
import { Draft } from '../register/questions';
import { RegistrationFields } from '../register/RegistrationFields';
import { useTexts } from '../translation';
import { AnswersOptions, problemsOf } from './answers';

const useStyles = makeStyles(theme => ({
  // the first section begins where the field does
  fields: { '& > section:first-child': { marginTop: 0 } },
  problems: { marginTop: theme.spacing(3) },
  list: { margin: 0, paddingLeft: 20 },
}));

/** What is declared of an AI system, as a field of a template: the questions of the registration, with the tier beside them. */
export function AnswersField(props: {
  formData?: Draft;
  rawErrors?: string[];
  disabled?: boolean;
  uiSchema?: { 'ui:options'?: AnswersOptions };
  onChange: (answers: Draft) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const { value: view, error, reload } = useLoad(() => api.policy(), [api]);
  const { formData: answers = {}, rawErrors = [], disabled = false } = props;
  const options = props.uiSchema?.['ui:options'] ?? {};
  // what was mended is said no more, and what is missing only once the form has asked for it
  const problems = rawErrors.length > 0 ? problemsOf(t, answers, options) : [];
  if (error) return <ProblemPanel error={error} retry={reload} />;
  if (!view) return <Loading label={t('scaffolder.loading')} />;
  return (
    <BesideTier draft={answers} policy={view.policy}>
      <div className={classes.fields}>
        <RegistrationFields
          draft={answers}
          policy={view.policy}
          problems={
            new Map(problems.map(({ path, message }) => [path, message]))
          }
          disabled={disabled}
          within={options.within}
          onChange={change => props.onChange({ ...answers, ...change })}
        />
        {problems.length > 0 && (
          <Alert severity="error" role="alert" className={classes.problems}>
            <AlertTitle>{t('scaffolder.incomplete')}</AlertTitle>
            <ul className={classes.list}>
              {problems.map(({ path, where, message }) => (
                <li key={`${path} ${message}`}>{`${where}: ${message}`}</li>
              ))}
            </ul>
          </Alert>
        )}
      </div>
    </BesideTier>
  );
}
