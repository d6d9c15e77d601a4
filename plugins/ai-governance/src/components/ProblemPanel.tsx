import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { errorWords } from './errorWords';

/** The HTTP status that an error of the API carries, if it has one. */
export function statusOf(error: Error): number | undefined {
  const { statusCode, response } = error as {
    statusCode?: number;
    response?: { status?: number };
  };
  return statusCode ?? response?.status;
}

function words(error: Error): { title: string; text: string } {
  switch (statusOf(error)) {
    case 401:
      return {
        title: 'You are signed out',
        text: 'Sign in again, then try once more.',
      };
    case 403:
      return {
        title: 'You may not see this',
        text: 'Your role does not include it. Ask the owner, or whoever looks after permissions in this portal.',
      };
    case 404:
      return {
        title: 'Nothing found',
        text: 'It is not under AI governance, or you may not see it.',
      };
    default:
      return { title: 'This could not be loaded', text: errorWords(error) };
  }
}

/** An error in plain words, with a way to try again. */
export function ProblemPanel(props: { error: Error; retry?: () => void }) {
  const { title, text } = words(props.error);
  return (
    <Alert
      severity="error"
      action={
        props.retry && (
          <Button color="inherit" size="small" onClick={props.retry}>
            Try again
          </Button>
        )
      }
    >
      <AlertTitle>{title}</AlertTitle>
      {text}
    </Alert>
  );
}
