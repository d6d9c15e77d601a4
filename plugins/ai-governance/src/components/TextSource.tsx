import { ReactNode, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../translation';
import { errorWords } from './errorWords';
import { outOfSight } from './outOfSight';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  // in the sight of screen readers; shown is the button beside it, for this one says that no file is chosen when one was read
  file: outOfSight,
}));

/** Text from a file of this computer, or pasted. */
export function TextSource(props: {
  id: string;
  /** What the file is, for screen readers. */
  fileLabel: string;
  /** The button, such as "Choose a CSV file". */
  choose: string;
  /** As the attribute `accept` of a file input has it. */
  accept: string;
  pasteLabel: string;
  /** What is read, in words. */
  formats: ReactNode;
  /** @throws Error that says to the user why it is not taken */
  read: (file: File) => Promise<string>;
  /** @param name - of the file; absent: pasted */
  onText: (text: string, name?: string) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { id, read, onText } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string>();
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string>();

  const take = async (file: File | undefined) => {
    if (!file) return;
    setName(undefined);
    setProblem(undefined);
    let text: string;
    try {
      text = await read(file);
    } catch (error) {
      setProblem(errorWords(error as Error));
      return;
    }
    setName(file.name);
    onText(text, file.name);
  };
  return (
    <>
      <div className={classes.root}>
        <input
          ref={chooser}
          className={classes.file}
          tabIndex={-1}
          id={`${id}-file`}
          type="file"
          accept={props.accept}
          aria-label={props.fileLabel}
          aria-describedby={`${id}-formats`}
          onChange={event => {
            void take(event.target.files?.[0]);
            // the same file may be chosen again, after it was changed
            event.target.value = '';
          }}
        />
        <Button variant="outlined" onClick={() => chooser.current?.click()}>
          {name ? t('components.textSource.another') : props.choose}
        </Button>
        <Button
          variant="outlined"
          aria-expanded={pasting}
          onClick={() => setPasting(!pasting)}
        >
          {t('components.textSource.paste')}
        </Button>
        {name && (
          <Typography variant="body2" role="status">
            {t('components.textSource.read', { name })}
          </Typography>
        )}
      </div>
      <Typography
        id={`${id}-formats`}
        variant="caption"
        color="textSecondary"
        component="p"
      >
        {props.formats}
      </Typography>
      {problem && <Alert severity="error">{problem}</Alert>}
      {pasting && (
        <div>
          <TextField
            id={`${id}-text`}
            label={props.pasteLabel}
            variant="outlined"
            margin="normal"
            fullWidth
            multiline
            minRows={4}
            maxRows={12}
            value={pasted}
            onChange={event => setPasted(event.target.value)}
          />
          <Button
            variant="outlined"
            disabled={!pasted.trim()}
            onClick={() => {
              setName(t('components.textSource.pasted'));
              onText(pasted);
            }}
          >
            {t('components.textSource.readPasted')}
          </Button>
        </div>
      )}
    </>
  );
}
