import {
  createTranslationMessages,
  TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { screen, waitFor } from '@testing-library/react';
import { recordTypes } from 'backstage-plugin-ai-governance-common';
import { FakeAiGovernance } from '../pages/__testUtils__/FakeAiGovernance';
import { openPortal } from '../pages/__testUtils__/openPortal';
import { messages } from './messages';
import { aiGovernanceTranslationRef } from './ref';

type Nested = { [key: string]: string | Nested };

const flat = (nested: Nested, at = ''): [string, string][] =>
  Object.entries(nested).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${at}${key}`, value] as [string, string]]
      : flat(value, `${at}${key}.`),
  );
const english = flat(messages);

// what Backstage takes from the extensions as it is, and what comes with the types of records
const content = new Set([
  'AI governance',
  'Management system',
  'My work',
  ...recordTypes.flatMap(({ title, plural }) => [title, plural]),
]);

// a language that anybody can tell from English: each text in brackets
const bracketed = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'bracketed',
      params: {
        resource: createTranslationMessages({
          ref: aiGovernanceTranslationRef as TranslationRef,
          messages: Object.fromEntries(
            english.map(([key, text]) => [key, `⟦${text}⟧`]),
          ),
        }),
      },
    }),
  ],
});

describe('A portal with words of its own', () => {
  it.each([
    '/ai-governance',
    '/ai-governance/inventory',
    '/ai-governance/inventory/register',
    '/ai-governance/work',
    '/ai-governance/policy',
    '/ai-governance/training',
    '/ai-governance/registers',
  ])('has them on %s, and no English beside', async path => {
    openPortal(path, new FakeAiGovernance(), [], 'ALLOW', [bracketed]);
    await waitFor(() =>
      expect(screen.getAllByText(/^⟦/).length).toBeGreaterThan(2),
    );
    const plain = new Set(
      english
        .map(([, text]) => text)
        .filter(text => / .*[a-z]/.test(text) && !content.has(text)),
    );
    const shown = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    );
    const left: string[] = [];
    while (shown.nextNode()) {
      const text = shown.currentNode.textContent!.trim();
      if (plain.has(text)) left.push(text);
    }
    expect(left).toEqual([]);
  });
});
