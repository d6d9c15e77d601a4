import { Route, Routes } from 'react-router-dom';
import { NamedScorecardPage } from './NamedScorecardPage';
import { ScorecardsPage } from './ScorecardsPage';
import { TeamPage } from './TeamPage';

/** All teams, one team, and one scorecard that has a name. */
export function ScorecardsRoutes() {
  return (
    <Routes>
      <Route path="-/:id" element={<NamedScorecardPage />} />
      <Route path=":namespace/:name" element={<TeamPage />} />
      <Route path="*" element={<ScorecardsPage />} />
    </Routes>
  );
}
