import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  dayOf,
  instant,
  RecordType,
  RegisterEntry,
} from 'backstage-plugin-ai-governance-common';
import { Day } from '../../components';
import { inWords } from '../../records';
import { useTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  overdue: { ...theme.typography.caption, display: 'block', fontWeight: 600 },
  who: { ...theme.typography.caption, display: 'block' },
}));

const textAt = (data: unknown, path: string): string | undefined =>
  path.split('.').reduce<any>((at, key) => at?.[key], data);

/** Cells with where a record stands, how grave it is, until when something is to be done and by whom, as far as its type has them. */
export function RecordFacts(props: {
  type: RecordType<any>;
  entry: RegisterEntry;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { data } = props.entry;
  const { status, severity, owner, due } = props.type.register ?? {};
  const state = status && textAt(data, status.path);
  const grave = severity && textAt(data, severity.path);
  const day = due && textAt(data, due.path);
  const who = owner && textAt(data, owner.path);
  const overdue =
    day !== undefined &&
    day < dayOf(instant(Date.now())) &&
    state !== undefined &&
    status!.open.includes(state);
  return (
    <>
      {status && <td>{state ? inWords(state) : '–'}</td>}
      {severity && <td>{grave ? inWords(grave) : '–'}</td>}
      {due && (
        <td>
          {day ? <Day day={day} /> : t('pages.registers.table.noDate')}
          {overdue && (
            <span className={classes.overdue}>
              {t('pages.registers.table.overdue')}
            </span>
          )}
          {who && (
            <span className={classes.who}>
              <EntityRefLink entityRef={who} hideIcon disableTooltip />
            </span>
          )}
        </td>
      )}
    </>
  );
}
