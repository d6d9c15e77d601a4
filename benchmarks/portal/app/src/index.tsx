// The app of Backstage's own template, but for how one signs in: with every plugin among its dependencies that `app.packages` does not exclude.
import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';
import { createApp } from '@backstage/frontend-defaults';
import ReactDOM from 'react-dom/client';
import { signInModule } from '../../../../packages/app/src/signIn';

const app = createApp({ features: [signInModule] });
ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
