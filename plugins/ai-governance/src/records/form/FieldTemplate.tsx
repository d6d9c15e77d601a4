import FormHelperText from '@material-ui/core/FormHelperText';
import { FieldErrorProps, FieldTemplateProps } from '@rjsf/utils';

/** A field with its explanation and what is wrong with it, both tied to its input. */
export function FieldTemplate(props: FieldTemplateProps) {
  const { id, children, displayLabel, rawDescription, errors, hidden } = props;
  if (hidden) return <div hidden>{children}</div>;
  return (
    <div>
      {children}
      {displayLabel && rawDescription && (
        <FormHelperText id={`${id}__description`}>
          {rawDescription}
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
