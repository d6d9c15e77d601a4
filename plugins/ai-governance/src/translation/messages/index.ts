import { assurance } from './assurance';
import { catalog } from './catalog';
import { components } from './components';
import { entity } from './entity';
import { home } from './home';
import { modelCard } from './modelCard';
import { pages } from './pages';
import { records } from './records';
import { register } from './register';
import { scaffolder } from './scaffolder';
import { scorecards } from './scorecards';
import { search } from './search';
import { training } from './training';
import { words } from './words';

/** Every text of the screens in English, by the folder that shows it; `words` are of all of them. */
export const messages = {
  assurance,
  catalog,
  components,
  entity,
  home,
  modelCard,
  pages,
  records,
  register,
  scaffolder,
  scorecards,
  search,
  training,
  words,
} as const;
