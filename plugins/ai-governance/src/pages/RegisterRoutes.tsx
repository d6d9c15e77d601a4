import { Route, Routes } from 'react-router-dom';
import { EditRegistrationPage } from './EditRegistrationPage';
import { RegisterPage } from './RegisterPage';

/** Registering an AI system, and revising what was registered. */
export function RegisterRoutes() {
  return (
    <Routes>
      <Route path=":namespace/:name" element={<EditRegistrationPage />} />
      <Route path="*" element={<RegisterPage />} />
    </Routes>
  );
}
