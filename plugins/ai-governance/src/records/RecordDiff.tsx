import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { FieldSchema } from './formSchema';
import { fieldTexts } from './recordText';
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
export function changedFields(
  schema: FieldSchema,
  from: unknown,
  to: unknown,
): ChangedField[] {
  const before = fieldTexts(schema, from);
  const after = fieldTexts(schema, to);
  return before.flatMap(({ key, title, text }, index) =>
    text === after[index].text
      ? []
      : [{ key, title, from: text, to: after[index].text }],
  );
}

/** What differs between two versions of a record, field by field. `beside` may add something to a field's title. */
export function RecordDiff(props: {
  schema: FieldSchema;
  from: unknown;
  to: unknown;
  same?: string;
  /** Of the fields' titles; 3 unless told. */
  headingLevel?: number;
  beside?: (field: ChangedField) => ReactNode;
}) {
  const classes = useStyles();
  const changed = changedFields(props.schema, props.from, props.to);
  if (changed.length === 0) {
    return <Typography>{props.same ?? 'They say the same.'}</Typography>;
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
