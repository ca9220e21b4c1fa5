import { Link } from 'react-router';
import { useWords } from './use-words.tsx';

/** An address under the desk that leads nowhere. */
export function NotFound() {
  const { w } = useWords();
  return (
    <div className="list-state">
      <h1>{w('notFound.title')}</h1>
      <p>{w('notFound.text')}</p>
      <p>
        <Link to="/desk">{w('trouble.home')}</Link>
      </p>
    </div>
  );
}
