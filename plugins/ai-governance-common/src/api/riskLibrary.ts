import { z } from 'zod';
import { frameworks } from '../frameworks';
import { namedSource, riskFrameworks } from '../frameworks/riskFrameworks';
import { riskCategories } from '../records/riskAssessment';
import { threatKinds } from '../records/threatModel';
import { RiskLibraryEntry } from '../risk/library/riskLibrary';
import { pageOf } from './schemas';

// Handed on by the entry point of the library and not by the package's own: the catalogues that it names are large.

const sourceSchema = z.object({
  cited: z.string().describe('As a record names it'),
  framework: z.string(),
  frameworkTitle: z.string(),
  title: z.string(),
  url: z.url().optional(),
});

/** An entry of the library as the API shows it, its ids with what they mean. */
export const riskLibraryEntrySchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['risk', 'threat']),
  category: z.enum(riskCategories),
  threat: z
    .enum(threatKinds)
    .optional()
    .describe('Of a threat: its kind in a threat model'),
  text: z.string().describe('What happens, and to whom'),
  causes: z.array(z.string()).describe('What to look for'),
  treatments: z.array(z.string()).describe('What can be done'),
  when: z.string().describe('When it is relevant'),
  sources: z.array(sourceSchema).describe('What means the same'),
  related: z.array(sourceSchema).describe('What CoSAI maps its sources to'),
  controls: z
    .array(sourceSchema)
    .describe('Controls of the CoSAI Risk Map that address it'),
});

export const riskLibraryQuerySchema = z.strictObject({
  kind: z.enum(['risk', 'threat']).optional(),
  category: z.enum(riskCategories).optional(),
  framework: z
    .enum([...riskFrameworks, ...frameworks].map(({ id }) => id))
    .optional()
    .describe('One of its sources, or what they are mapped to, is of it'),
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Every word occurs in title, text, causes or sources'),
});

/** The whole list: it is short and the same for everybody. */
export const riskLibraryPageSchema = pageOf(riskLibraryEntrySchema).omit({
  nextCursor: true,
});

export const riskSuggestionSchema = z.object({
  entry: riskLibraryEntrySchema,
  why: z.array(z.string()).describe('Sentences, each a reason by itself'),
  coveredBy: z
    .array(
      z.object({
        recordType: z.enum(['risk-assessment', 'threat-model']),
        id: z.string().describe('Of the scenario or the threat'),
        title: z.string(),
      }),
    )
    .describe('What the records of the subject already say of it'),
});

export const riskSuggestionsSchema = z.object({
  items: z
    .array(riskSuggestionSchema)
    .describe('Those with the most behind them first'),
  totalItems: z.int().min(0),
  unanswered: z
    .array(z.string())
    .describe('What the profile does not say: an answer may bring more'),
});

export type RiskLibraryEntryView = z.infer<typeof riskLibraryEntrySchema>;
export type RiskLibraryQuery = z.input<typeof riskLibraryQuerySchema>;
export type RiskLibraryPage = z.infer<typeof riskLibraryPageSchema>;
export type RiskSuggestions = z.infer<typeof riskSuggestionsSchema>;

const meant = (ids: readonly string[]) =>
  ids.map(id => namedSource(id)!).filter(Boolean);

export function riskLibraryEntryView(
  entry: RiskLibraryEntry,
): RiskLibraryEntryView {
  const { id, title, kind, category, threat, text, when } = entry;
  return {
    ...{ id, title, kind, category, ...(threat && { threat }), text, when },
    causes: [...entry.causes],
    treatments: [...entry.treatments],
    sources: meant(entry.sources),
    related: meant(entry.related),
    controls: meant(entry.controls),
  };
}
