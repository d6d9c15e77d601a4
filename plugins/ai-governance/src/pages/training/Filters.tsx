import { FormEvent, ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { useTableStyles } from '../../training/useTableStyles';
import { useTexts } from '../../translation';

/** The filters of a register of training, and the way back to all of it. */
export function Filters(props: {
  label: string;
  /** Nothing is filtered by. */
  plain: boolean;
  onClear: () => void;
  children: ReactNode;
}) {
  const t = useTexts();
  const classes = useTableStyles();
  return (
    <Paper
      component="form"
      variant="outlined"
      className={classes.filters}
      role="search"
      aria-label={props.label}
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      {props.children}
      {!props.plain && (
        <Button onClick={props.onClear}>
          {t('pages.training.filter.clear')}
        </Button>
      )}
    </Paper>
  );
}
