import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { messages } from './messages';

/**
 * Every text of the plugin's screens, so that a portal can have them in its own words or in another language:
 * https://backstage.io/docs/plugins/internationalization. What comes from the policy, the controls and the types of
 * records is content and is shown as it is kept.
 *
 * @public
 */
export const aiGovernanceTranslationRef = createTranslationRef({
  id: 'ai-governance',
  messages,
});
