import { LeftOut, Origin } from './ModelCard';

/** Fields of documents that sections and values are read into. */
export type DocumentTarget =
  | `intended-use.${
      | 'purpose'
      | 'users'
      | 'inScope'
      | 'outOfScope'
      | 'limitations'
      | 'assumptions'
      | 'oversight'
      | 'guidance'
      | 'inputs'
      | 'outputs'}`
  | `data-sheet.${
      | 'description'
      | 'training'
      | 'tuning'
      | 'reference'
      | 'preparation'
      | 'purpose'
      | 'bias'}`;

/** Facts that the profile follows from; `description` is what the model is, in words. */
export type FactTarget = `fact.${
  | 'name'
  | 'version'
  | 'developer'
  | 'description'
  | 'license'
  | 'task'
  | 'baseModel'
  | 'dependency'
  | 'dataset'
  | 'personalData'
  | 'autonomy'}`;

export type Target = DocumentTarget | FactTarget;

/** One thing that a card says of what a target asks for. */
export interface Statement {
  target: Target;
  /** Markdown for a document; plain text, one line, for a fact other than the description. */
  text: string;
  /** What it is called there, where a field has several of them. */
  label?: string;
  origin: Origin;
  /** Of two descriptions the one with the higher weight counts. */
  weight?: number;
}

/** What a reader of one format found of one model. */
export interface Found {
  statements: Statement[];
  leftOut: LeftOut[];
}
