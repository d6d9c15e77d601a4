/** The name of the field in a template: `ui:field: AiSystemAnswers`. */
export const ANSWERS_FIELD = 'AiSystemAnswers';
