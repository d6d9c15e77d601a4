import { Fragment } from 'react';
import Typography from '@material-ui/core/Typography';
import {
  recordFormSchema,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { Day, When } from '../components';
import { Author, FieldSchema, fieldsOf } from '../records';

/** What the system filled in by itself, in one line: days, people, and who did what and when. */
export function SystemFacts(props: { type: RecordType; data: object }) {
  const data = props.data as Record<string, unknown>;
  const filled = fieldsOf(recordFormSchema(props.type) as FieldSchema).filter(
    ({ key, schema }) =>
      schema.filledIn === 'system' && data[key] !== undefined,
  );
  if (filled.length === 0) return null;
  return (
    <Typography variant="body2" color="textSecondary" component="div">
      {filled.map(({ key, title }, index) => (
        <Fragment key={key}>
          {index > 0 && ' · '}
          {title}: <Value value={data[key]} />
        </Fragment>
      ))}
    </Typography>
  );
}

function Value({ value }: { value: unknown }) {
  if (typeof value === 'object' && value !== null) {
    return (
      <>
        {Object.values(value).map((part, index) => (
          <Fragment key={index}>
            {index > 0 && ', '}
            <Value value={part} />
          </Fragment>
        ))}
      </>
    );
  }
  const text = String(value);
  if (/^(user|group|service):/.test(text)) return <Author author={text} />;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return <Day day={text} />;
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return <When at={text} />;
  return <>{text}</>;
}
