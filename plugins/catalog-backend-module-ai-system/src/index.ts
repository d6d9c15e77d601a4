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
export { type Mapping, type MappingInput } from './register/mappingSchema';
export { readMapping } from './register/readMapping';
export {
  mapRegister,
  RegisterMapper,
  type MappedRegister,
  type MapOptions,
  type RegisterRow,
} from './register/mapRegister';
export { readRegister, type RegisterReading } from './register/readRegister';
export { BrokenCsvError, readCsv, type CsvFormat } from './register/readCsv';
export { catalogModuleAiSystemRegister } from './register/registerModule';
export {
  registerSource,
  type RegisterSource,
  type SourceConfig,
} from './register/RegisterSource';
export {
  readRegisterConfigs,
  type RegisterConfig,
} from './register/readRegisterConfig';
export { catalogModuleAiSystemRegistrations } from './registrations/registrationsModule';
