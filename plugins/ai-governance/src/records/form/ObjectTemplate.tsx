import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ObjectFieldTemplateProps } from '@rjsf/utils';
import { FieldSchema } from '../formSchema';
import { additionPath, RecordFormContext } from './fieldIds';

const useStyles = makeStyles(theme => ({
  group: {
    margin: 0,
    minWidth: 0,
    padding: theme.spacing(1, 2, 2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  legend: { padding: theme.spacing(0, 0.5), fontWeight: 500 },
  fields: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
    marginTop: theme.spacing(1),
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  // where there are two columns at least
  long: { [theme.breakpoints.up('md')]: { gridColumn: 'span 2' } },
}));

/** Sections, lists and groups take the whole width; short fields stand side by side. */
const isWide = (schema: FieldSchema) =>
  schema.format === 'markdown' ||
  schema.format === 'recordRef' ||
  schema.type === 'array' ||
  schema.type === 'object' ||
  // choices by their titles, which are longer than their ids
  schema.choiceTitles !== undefined ||
  (schema.description?.length ?? 0) > 80;

/** A line that may be a sentence, such as a title: read whole while it is written. */
const isLong = (schema: FieldSchema) =>
  schema.type === 'string' &&
  schema.format === undefined &&
  (schema.maxLength ?? 0) >= 200;

export function ObjectTemplate(
  props: ObjectFieldTemplateProps<any, any, RecordFormContext>,
) {
  const classes = useStyles();
  const { title, description, properties, schema, formData } = props;
  const { additions, idPrefix } = props.registry.formContext;
  const id = props.idSchema.$id;
  const path = additionPath(id, idPrefix);
  const addition = additions[path]?.(formData ?? {});
  const widthOf = (field: FieldSchema) => {
    if (isWide(field)) return classes.wide;
    return isLong(field) ? classes.long : undefined;
  };
  const fields = (
    <div className={classes.fields}>
      {properties.map(property => (
        <div
          key={property.name}
          className={widthOf(schema.properties?.[property.name] ?? {})}
        >
          {property.content}
        </div>
      ))}
      {addition && <div className={classes.wide}>{addition}</div>}
    </div>
  );
  // The whole form, and an item of a list, which its list gives a title.
  if (path === '' || path.endsWith('[]')) return fields;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        {title}
        {props.required ? ' *' : ''}
      </legend>
      {description && (
        <Typography variant="body2" color="textSecondary">
          {description}
        </Typography>
      )}
      {fields}
    </fieldset>
  );
}
