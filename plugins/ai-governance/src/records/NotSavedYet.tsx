import { forwardRef } from 'react';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useTexts } from '../translation';
import { RecordProblem } from './checkRecord';

/** What is to be mended before a revision can be saved. Takes the focus when it is given it. */
export const NotSavedYet = forwardRef<
  HTMLDivElement,
  {
    problems: readonly RecordProblem[];
    /** Of a routine revision. */
    reasonMissing: boolean;
  }
>(({ problems, reasonMissing }, ref) => {
  const t = useTexts();
  return (
    <Alert severity="error" role="alert" ref={ref} tabIndex={-1}>
      <AlertTitle>{t('records.editor.notYet')}</AlertTitle>
      <ul>
        {problems.map(({ where, message }) => (
          <li key={`${where} ${message}`}>
            {where ? `${where}: ${message}` : message}
          </li>
        ))}
        {reasonMissing && <li>{t('records.editor.reasonMissing')}</li>}
      </ul>
    </Alert>
  );
});
