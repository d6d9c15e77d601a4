import { Route, Routes } from 'react-router-dom';
import { ScorecardsPage } from './ScorecardsPage';
import { TeamPage } from './TeamPage';

/** All teams, and one team. */
export function ScorecardsRoutes() {
  return (
    <Routes>
      <Route path=":namespace/:name" element={<TeamPage />} />
      <Route path="*" element={<ScorecardsPage />} />
    </Routes>
  );
}
