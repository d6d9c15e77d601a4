export { authModuleExampleUsers as default } from './authModuleExampleUsers';
