import { FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import { ManyField } from '../ChoiceFields';
import { inWords } from '../../records';
import { RefField } from '../../register/RefField';
import { useTexts } from '../../translation';
import { SearchField } from '../SearchField';
import { Register } from './registerQuery';
import { SubjectFields } from './SubjectFields';
import { useFilterStyles } from './useFilterStyles';

const choicesOf = (values: readonly string[]) =>
  values.map(value => ({ value, word: inWords(value) }));

/** Filters of a register. Their values stand in the address, so a view can be sent to a colleague. */
export function RegisterFilters({ register }: { register: Register }) {
  const t = useTexts();
  const classes = useFilterStyles();
  const { values, plain, clear, address } = register;
  return (
    <Paper
      component="form"
      variant="outlined"
      className={classes.root}
      role="search"
      aria-label={t('pages.registers.filter.label')}
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      <SearchField
        label={t('pages.registers.filter.text')}
        value={values.q}
        onChange={q => address.change({ q }, { replace: true })}
      />
      <SubjectFields id="register" values={values} address={address} />
      {register.type.register?.status && (
        <ManyField
          id="register-status"
          label={t('pages.registers.filter.status')}
          choices={choicesOf(register.type.register.status.values)}
          value={values.status}
          onChange={status => address.change({ status })}
        />
      )}
      {register.type.register?.severity && (
        <ManyField
          id="register-severity"
          label={t('pages.registers.filter.severity')}
          choices={choicesOf(register.type.register.severity.values)}
          value={values.severity}
          onChange={severity => address.change({ severity })}
        />
      )}
      {register.type.register?.owner && (
        <RefField
          id="ai-governance-register-assignee"
          label={t('pages.registers.filter.assignee')}
          kinds={['User', 'Group']}
          value={values.assignee[0] ?? ''}
          onChange={assignee => address.change({ assignee: assignee ?? '' })}
        />
      )}
      {register.type.register?.status && register.type.register.due && (
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              checked={values.overdue}
              onChange={(_, checked) =>
                address.change({ overdue: checked ? 'true' : '' })
              }
            />
          }
          label={t('pages.registers.filter.overdue')}
        />
      )}
      {!plain && (
        <Button onClick={clear}>{t('pages.registers.filter.clear')}</Button>
      )}
    </Paper>
  );
}
