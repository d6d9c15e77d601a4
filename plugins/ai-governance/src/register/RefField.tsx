import FormHelperText from '@material-ui/core/FormHelperText';
import { WidgetProps } from '@rjsf/utils';
import { ReactNode } from 'react';
import { EntityRefWidget } from '../records';

/** A reference picked in the catalog, with what helps to choose it below. */
export function RefField(props: {
  id: string;
  label: string;
  kinds: readonly string[];
  value: string | undefined;
  required?: boolean;
  problem?: string;
  help?: ReactNode;
  disabled?: boolean;
  onChange: (value: string | undefined) => void;
}) {
  const { id, label, kinds, problem, help } = props;
  // the widget of the record forms, with what it reads of a form
  const widget = {
    id,
    label,
    required: props.required,
    disabled: props.disabled,
    value: props.value,
    onChange: props.onChange,
    schema: { kinds, description: help ? ' ' : undefined },
    rawErrors: problem ? [problem] : [],
  } as unknown as WidgetProps;
  return (
    <div>
      <EntityRefWidget {...widget} />
      {help && (
        <FormHelperText component="div" id={`${id}__description`}>
          {help}
        </FormHelperText>
      )}
      {problem && (
        <FormHelperText error id={`${id}__error`}>
          {problem}
        </FormHelperText>
      )}
    </div>
  );
}
