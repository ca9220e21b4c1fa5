import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { UPLOAD_ROLES } from '../../../server/domain/batch/upload.ts';
import { filesOfDrop } from '../upload/files-of-drop.ts';
import { useNotices } from './notices.tsx';
import { useHasRole, useOfficer } from './session/use-me.tsx';
import { useWords } from './use-words.tsx';

const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Files may be dropped on any screen; they come to the list of uploads. What was left unfinished goes on. */
export function DropAnywhere() {
  const { w } = useWords();
  const tell = useNotices();
  const officer = useOfficer();
  const may = useHasRole(...UPLOAD_ROLES);
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  useEffect(() => {
    import('../upload/upload-shelf.ts')
      .then(({ forgetStale }) => forgetStale())
      .then(async () => may && (await import('../upload/upload-store.ts')).resumeUploads(officer.me.id))
      .catch(reportError);
    if (!may) return;
    // What a drop needs is there before it: the network may be away by then.
    Promise.all([import('../upload/take-files.ts'), import('../upload/upload-screen.tsx')]).catch(reportError);
  }, [may, officer.me.id]);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      // Else the browser would open the file and leave the desk.
      event.preventDefault();
      if (may) setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (!may || !event.dataTransfer) return;
      const dropped = filesOfDrop(event.dataTransfer);
      const unread = () => tell({ text: w('upload.folderUnread'), tone: 'trouble' });
      Promise.all([import('../upload/take-files.ts'), dropped.catch(unread)])
        .then(async ([{ takeFiles }, files]) => {
          if (!files) return;
          const kinds = await takeFiles(officer, files);
          // Scans have a list of their own, below what is still on its way.
          return navigate(kinds.every((kind) => kind === 'scan') ? '/desk/scans' : '/desk/upload');
        })
        .catch(reportError);
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, [may, officer, navigate, tell, w]);
  return over ? (
    <div className="drop-over" aria-hidden="true">
      <p>{w('upload.dropHere')}</p>
    </div>
  ) : null;
}
