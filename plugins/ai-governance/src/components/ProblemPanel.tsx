import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { Texts, useTexts } from '../translation';
import { errorWords } from './errorWords';

/** The HTTP status that an error of the API carries, if it has one. */
export function statusOf(error: Error): number | undefined {
  const { statusCode, response } = error as {
    statusCode?: number;
    response?: { status?: number };
  };
  return statusCode ?? response?.status;
}

function words(t: Texts, error: Error): { title: string; text: string } {
  switch (statusOf(error)) {
    case 401:
      return {
        title: t('components.problem.signedOut.title'),
        text: t('components.problem.signedOut.text'),
      };
    case 403:
      return {
        title: t('components.problem.forbidden.title'),
        text: t('components.problem.forbidden.text'),
      };
    case 404:
      return {
        title: t('components.problem.missing.title'),
        text: t('components.problem.missing.text'),
      };
    default:
      return {
        title: t('components.problem.other'),
        text: errorWords(error),
      };
  }
}

/** An error in plain words, with a way to try again. */
export function ProblemPanel(props: { error: Error; retry?: () => void }) {
  const t = useTexts();
  const { title, text } = words(t, props.error);
  return (
    <Alert
      severity="error"
      action={
        props.retry && (
          <Button color="inherit" size="small" onClick={props.retry}>
            {t('components.problem.retry')}
          </Button>
        )
      }
    >
      <AlertTitle>{title}</AlertTitle>
      {text}
    </Alert>
  );
}
