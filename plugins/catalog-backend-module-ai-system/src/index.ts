/**
 * The `AISystem` kind for the Backstage catalog.
 *
 * @packageDocumentation
 */
export {
  catalogModuleAiSystem as default,
  catalogModuleAiSystemProcessor,
} from './module';
export { aiSystemModel } from './aiSystemModel';
