/** Where something stands in a card. */
export interface Origin {
  /** Headings from the outside in, such as `Uses › Direct use`, or a path in JSON, such as `components[0].modelCard`. */
  where: string;
  /** First and last line of it in the file, from 1. Absent in JSON. */
  lines?: readonly [number, number];
}

/** What a card can say something of: a field of a document, or of the profile. */
export type CardDocument = 'profile' | 'intended-use' | 'data-sheet';

/** A field as a card fills it in, for a person to take or to leave. */
export interface CardProposal {
  document: CardDocument;
  /** The key of the field in the schema of the document. */
  field: string;
  /** As the field has it: Markdown, a word, a list. */
  value: unknown;
  origins: readonly Origin[];
  /** What the person is to look at before they take it. */
  note?: string;
  /** It follows from what the card says, which does not say it in these words: nobody has it taken unless they ask for it. */
  deduced?: true;
}

/**
 * `says-nothing`: the section is there and no one has filled it in. `no-field`: it is about something that these documents do not
 * ask for.
 */
export type LeftOutReason = 'says-nothing' | 'no-field';

export interface LeftOut {
  origin: Origin;
  reason: LeftOutReason;
  /** What stands there, in a line, where it says nothing; empty where nothing stands there. */
  text?: string;
}

/** What one card says of one model. */
export interface ModelCard {
  /** What the model is called there. */
  name?: string;
  proposals: readonly CardProposal[];
  leftOut: readonly LeftOut[];
}

export type CardFormat =
  | 'markdown'
  | 'cyclonedx'
  | 'spdx'
  | 'model-card-toolkit';

export interface ReadCards {
  format: CardFormat;
  /** One for each model; at least one. */
  cards: readonly ModelCard[];
  /** What could not be read, in sentences. */
  problems: readonly string[];
}
