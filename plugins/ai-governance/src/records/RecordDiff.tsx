import { ReactNode, useMemo } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { instant } from 'backstage-plugin-ai-governance-common';
import { Texts, useTexts } from '../translation';
import { FieldSchema } from './formSchema';
import { readFor, recordChoices } from './recordChoices';
import { fieldTexts, RecordName, recordTypesIn } from './recordText';
import { useStreamRecords } from './StreamRecords';
import { TextDiff } from './TextDiff';

const useStyles = makeStyles(theme => ({
  section: {
    padding: theme.spacing(1, 2),
    marginTop: theme.spacing(1),
    borderLeft: `4px solid ${theme.palette.divider}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(0.5),
  },
}));

export interface ChangedField {
  key: string;
  title: string;
  from: string;
  to: string;
}

/** The fields whose text differs between two versions of a record's data. */
function changedFields(
  t: Texts,
  schema: FieldSchema,
  from: unknown,
  to: unknown,
  nameOf?: RecordName,
): ChangedField[] {
  const before = fieldTexts(t, schema, from, nameOf);
  const after = fieldTexts(t, schema, to, nameOf);
  return before.flatMap(({ key, title, text }, index) =>
    text === after[index].text
      ? []
      : [{ key, title, from: text, to: after[index].text }],
  );
}

interface DiffProps {
  schema: FieldSchema;
  from: unknown;
  to: unknown;
  same?: string;
  /** Of the fields' titles; 3 unless told. */
  headingLevel?: number;
  beside?: (field: ChangedField) => ReactNode;
}

/** What differs between two versions of a record, field by field. `beside` may add something to a field's title. */
export function RecordDiff(props: DiffProps) {
  const types = useMemo(() => recordTypesIn(props.schema), [props.schema]);
  return types.length > 0 ? (
    <NamedDiff {...props} types={types} />
  ) : (
    <Differences {...props} />
  );
}

/** Other records of the subject that it refers to are said by what they are. */
function NamedDiff(props: DiffProps & { types: readonly string[] }) {
  const t = useTexts();
  const { types } = props;
  const { records = [] } = useStreamRecords(readFor(types));
  const known = recordChoices(t, records, types, instant(Date.now()));
  return (
    <Differences
      {...props}
      nameOf={id => known.find(r => r.id === id)?.summary ?? id}
    />
  );
}

function Differences(props: DiffProps & { nameOf?: RecordName }) {
  const t = useTexts();
  const classes = useStyles();
  const { schema, from, to, nameOf } = props;
  const changed = changedFields(t, schema, from, to, nameOf);
  if (changed.length === 0) {
    return <Typography>{props.same ?? t('records.diff.same')}</Typography>;
  }
  return (
    <>
      {changed.map(field => (
        <section key={field.key} className={classes.section}>
          <div className={classes.head}>
            <Typography
              variant="subtitle1"
              component={`h${props.headingLevel ?? 3}` as 'h3'}
            >
              {field.title}
            </Typography>
            {props.beside?.(field)}
          </div>
          <TextDiff from={field.from} to={field.to} />
        </section>
      ))}
    </>
  );
}
