import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { FieldErrorProps, FieldTemplateProps } from '@rjsf/utils';
import { useTexts } from '../../translation';
import { FieldSchema } from '../formSchema';

const useStyles = makeStyles(theme => ({
  asked: { color: theme.palette.text.primary, fontWeight: 600 },
}));

/** A field with its explanation, who asks for it and what is wrong with it, all tied to its input. */
export function FieldTemplate(props: FieldTemplateProps) {
  const t = useTexts();
  const { id, children, displayLabel, rawDescription, errors, hidden } = props;
  const classes = useStyles();
  const { askedBy } = props.schema as FieldSchema;
  if (hidden) return <div hidden>{children}</div>;
  return (
    <div>
      {children}
      {displayLabel && rawDescription && (
        <FormHelperText id={`${id}__description`}>
          {rawDescription}
        </FormHelperText>
      )}
      {askedBy && (
        <FormHelperText id={`${id}__asked`} className={classes.asked}>
          {t('records.form.askedBy', { controls: askedBy })}
        </FormHelperText>
      )}
      {errors}
    </div>
  );
}

export function FieldErrors({ errors = [], idSchema }: FieldErrorProps) {
  if (errors.length === 0) return null;
  return (
    <div id={`${idSchema.$id}__error`}>
      {errors.map((error, index) => (
        <FormHelperText key={index} error>
          {error}
        </FormHelperText>
      ))}
    </div>
  );
}
