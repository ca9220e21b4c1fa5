import type { Ocr } from './ocr.ts';
import { findTesseractCommand } from './tesseract-command.ts';
import { TESSERACT_CORE } from './tesseract-core.ts';

/** What reads print on this machine: its own tesseract with the Vietnamese model, else the one that came with the packages. */
export const openOcr = (): Ocr => findTesseractCommand() ?? TESSERACT_CORE;
