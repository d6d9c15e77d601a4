import { useMemo } from 'react';
import { withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/material-ui';
import { ErrorSchema, RJSFSchema, UiSchema } from '@rjsf/utils';
import { customizeValidator } from '@rjsf/validator-ajv8';
import { RecordType } from 'backstage-plugin-ai-governance-common';
import {
  FieldSchema,
  fieldsOf,
  formSchemaOf,
  withRecordTypes,
} from '../formSchema';
import { StreamRecords } from '../StreamRecords';
import { ChoiceWidget } from './ChoiceWidget';
import { EntityRefWidget } from './EntityRefWidget';
import { FormAdditions, OpenedItem, RecordFormContext } from './fieldIds';
import { FieldErrors, FieldTemplate } from './FieldTemplate';
import { ListTemplate } from './ListTemplate';
import { MarkdownWidget } from './MarkdownWidget';
import { ObjectTemplate } from './ObjectTemplate';
import { RatingWidget } from './RatingWidget';
import { RecordRefWidget } from './RecordRefWidget';
import { TextWidget } from './TextWidget';

const ThemedForm = withTheme<any, RJSFSchema, RecordFormContext>(
  Theme as object,
);

const templates = {
  FieldTemplate,
  FieldErrorTemplate: FieldErrors,
  ObjectFieldTemplate: ObjectTemplate,
  ArrayFieldTemplate: ListTemplate,
};

// By name: formats of the schema, and those that `look` chooses.
const widgets = {
  TextWidget,
  SelectWidget: ChoiceWidget,
  DateWidget: TextWidget,
  URLWidget: TextWidget,
  markdown: MarkdownWidget,
  entityRef: EntityRefWidget,
  recordRef: RecordRefWidget,
  rating: RatingWidget,
};

const validator = customizeValidator<any, RJSFSchema, RecordFormContext>({
  customFormats: {
    markdown: () => true,
    entityRef: () => true,
    recordRef: () => true,
  },
});

/** A short scale of whole numbers is shown point by point. */
function isRating({ type, minimum, maximum }: FieldSchema) {
  return (
    type === 'integer' &&
    minimum !== undefined &&
    maximum !== undefined &&
    maximum - minimum < 10
  );
}

function look(schema: FieldSchema): UiSchema {
  if (isRating(schema)) return { 'ui:widget': 'rating' };
  if (schema.items) return { items: look(schema.items) };
  return Object.fromEntries(
    fieldsOf(schema).map(field => [field.key, look(field.schema)]),
  );
}

const noAdditions: FormAdditions = {};

/**
 * The form of any record type, from its schema alone. Holds nothing itself: what is typed goes to `onChange`, what is wrong
 * comes from the outside.
 */
export function RecordForm(props: {
  type: RecordType;
  /** Of whose records others are picked, full reference; absent: of none. */
  subject?: string;
  /** Some of the fields of the type's schema; all of them when absent. */
  schema?: FieldSchema;
  /** Where several forms of a type are open at once: their own id each. */
  id?: string;
  value: unknown;
  onChange: (value: unknown) => void;
  errors?: ErrorSchema;
  additions?: FormAdditions;
  opened?: OpenedItem;
  disabled?: boolean;
}) {
  const { type, value, additions = noAdditions, opened } = props;
  const schema = withRecordTypes(props.schema ?? formSchemaOf(type), value);
  const uiSchema = useMemo(() => look(schema), [schema]);
  const idPrefix = props.id ?? type.type;
  const formContext = useMemo(
    () => ({ additions, idPrefix, opened }),
    [additions, idPrefix, opened],
  );
  return (
    <StreamRecords subject={props.subject}>
      <ThemedForm
        // No form of its own: Enter in a line of text must not write to the ledger.
        tagName="div"
        schema={schema as RJSFSchema}
        uiSchema={uiSchema}
        validator={validator}
        templates={templates as object}
        widgets={widgets}
        formContext={formContext}
        formData={value}
        onChange={event => props.onChange(event.formData)}
        extraErrors={props.errors}
        idPrefix={idPrefix}
        disabled={props.disabled}
        // Checked by the record type itself, as the ledger does: see checkRecord.
        noValidate
        showErrorList={false}
        experimental_defaultFormStateBehavior={{
          emptyObjectFields: 'skipEmptyDefaults',
          arrayMinItems: { populate: 'never' },
        }}
      >
        {/* a child, so that the form brings no button of its own */}
        <></>
      </ThemedForm>
    </StreamRecords>
  );
}
