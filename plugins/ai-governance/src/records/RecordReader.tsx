import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Markdown, safeHref } from '../components';
import { useTexts } from '../translation';
import {
  choiceText,
  FieldSchema,
  Field,
  fieldsOf,
  withRecordTypes,
} from './formSchema';
import { RecordLink } from './RecordLink';

const useStyles = makeStyles(theme => ({
  section: { ...theme.typography.body1, marginBottom: theme.spacing(3) },
  list: { margin: 0, paddingLeft: theme.spacing(3) },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(35%) 1fr',
    lineHeight: 1.5,
    gap: theme.spacing(0.5, 2),
    margin: 0,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, minWidth: 0 },
    // a group within takes its own lines, so that nothing is squeezed into a corner
    '& dt[data-group], & dd[data-group]': { gridColumn: '1 / -1' },
    '& dd[data-group]': { paddingLeft: theme.spacing(2) },
  },
}));

const says = (value: unknown) =>
  value !== undefined &&
  value !== null &&
  !(typeof value === 'string' && value.trim() === '') &&
  !(Array.isArray(value) && value.length === 0);

/** One value as its schema says it is to be read. */
export function FieldValue(props: {
  schema: FieldSchema;
  value: unknown;
  /** What an empty list reads as. */
  none?: string;
}): JSX.Element {
  const t = useTexts();
  const classes = useStyles();
  const { schema, value, none } = props;
  if (Array.isArray(value)) {
    if (value.length === 0) return <>{none}</>;
    return (
      <ul className={classes.list}>
        {value.map((item, index) => (
          <li key={index}>
            <FieldValue schema={schema.items ?? {}} value={item} none={none} />
          </li>
        ))}
      </ul>
    );
  }
  if (schema.properties) {
    const fields = fieldsOf(withRecordTypes(schema, value));
    return <FieldFacts fields={fields} data={value} none={none} />;
  }
  if (typeof value === 'boolean') {
    return <>{value ? t('records.yes') : t('records.no')}</>;
  }
  const text = String(value);
  if (schema.format === 'markdown') return <Markdown text={text} />;
  if (schema.format === 'entityRef') return <Reference text={text} />;
  if (schema.format === 'recordRef') {
    return <RecordLink id={text} types={schema.recordTypes ?? []} />;
  }
  if (schema.format === 'uri') {
    const href = safeHref(text);
    return href ? <Link to={href}>{text}</Link> : <>{text}</>;
  }
  return <>{choiceText(schema, text)}</>;
}

function Reference({ text }: { text: string }) {
  return /^[^:/\s]+:([^:/\s]+\/)?[^:/\s]+$/.test(text) ? (
    <EntityRefLink entityRef={text} defaultNamespace="default" />
  ) : (
    <>{text}</>
  );
}

/** Fields as terms and what they say; those that say nothing are left out. */
export function FieldFacts(props: {
  fields: readonly Field[];
  data: unknown;
  /** What an empty list reads as, where it is an answer. */
  none?: string;
}) {
  const classes = useStyles();
  const { none } = props;
  const data = (props.data ?? {}) as Record<string, unknown>;
  const filled = props.fields.filter(
    ({ key }) => says(data[key]) || (none && Array.isArray(data[key])),
  );
  return (
    <dl className={classes.facts}>
      {filled.map(field => (
        <Term
          key={field.key}
          title={field.title}
          group={Boolean(field.schema.properties)}
        >
          <FieldValue
            schema={field.schema}
            value={data[field.key]}
            none={none}
          />
        </Term>
      ))}
    </dl>
  );
}

function Term(props: { title: string; group: boolean; children: ReactNode }) {
  const group = props.group ? '' : undefined;
  return (
    <>
      <dt data-group={group}>{props.title}</dt>
      <dd data-group={group}>{props.children}</dd>
    </>
  );
}

/** A document: a section for each field, and which sections nobody has written yet. */
export function RecordReader(props: { schema: FieldSchema; data: unknown }) {
  const t = useTexts();
  const classes = useStyles();
  const data = (props.data ?? {}) as Record<string, unknown>;
  const fields = fieldsOf(props.schema);
  const missing = fields.filter(field => !says(data[field.key]));
  return (
    <>
      {fields
        .filter(field => says(data[field.key]))
        .map(field => (
          <section key={field.key} className={classes.section}>
            <Typography variant="h6" component="h3" gutterBottom>
              {field.title}
            </Typography>
            <FieldValue schema={field.schema} value={data[field.key]} />
          </section>
        ))}
      {missing.length > 0 && (
        <Typography color="textSecondary">
          {t('records.reader.missing', {
            sections: missing.map(field => field.title).join(', '),
          })}
        </Typography>
      )}
    </>
  );
}
