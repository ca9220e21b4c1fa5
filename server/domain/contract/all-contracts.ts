/** Every door of the server, in the order in which the description lists them. A test holds it against the router. */
import * as audit from './audit.ts';
import { listBatchHistory } from './batch-history.ts';
import {
  approveReversal,
  cancelBatch,
  correctRecords,
  excludeRecords,
  includeRecords,
  overrideBatch,
  promoteBatch,
  proposeBatch,
  rejectBatch,
  reverseBatch,
  sendBackBatch,
} from './batch-steps.ts';
import {
  countBatchQueues,
  getBatch,
  getBatchGeometry,
  getBatchProposal,
  getBatchRecord,
  getBatchReport,
  getStagingTile,
  listBatchCorrections,
  listBatches,
  listBatchFindings,
  listBatchRecords,
} from './batches.ts';
import { countCampaign, listCampaign } from './campaign.ts';
import { listCommunes } from './communes.ts';
import type { Contract } from './contract.ts';
import * as dealings from './dealings.ts';
import { getApiDocs, getAsset, getOpenApi } from './description.ts';
import { getDesk, getDeskScreen } from './desk.ts';
import { finishSignIn, getMe, getSignOutPage, receiveLogout, signIn, signOut } from './identity.ts';
import { getCommuneCsv, getCommuneGeoPackage } from './open-data.ts';
import { getLiveness, getMetrics, getReadiness } from './operations.ts';
import {
  getAboutPage,
  getCommunePage,
  getCommunesPage,
  getHomePage,
  getParcelPage,
  getSearchPage,
  setPreferences,
} from './pages.ts';
import * as parcels from './parcels.ts';
import { getPortalCommune } from './portal-communes.ts';
import { getPortalParcel, listPortalParcels } from './portal-parcels.ts';
import { searchLand, suggestLand } from './portal-search.ts';
import { listReference } from './reference.ts';
import { getRobots, getSitemap, getSitemapIndex } from './sitemap.ts';
import { getOutlineTile, getParcelTile } from './tiles.ts';
import * as uploads from './uploads.ts';

export const ALL_CONTRACTS: readonly Contract[] = [
  listPortalParcels,
  getPortalParcel,
  searchLand,
  suggestLand,
  getPortalCommune,
  getCommuneCsv,
  getCommuneGeoPackage,
  listCommunes,
  listReference,
  getParcelTile,
  getOutlineTile,
  listCampaign,
  countCampaign,
  listBatches,
  countBatchQueues,
  getBatch,
  getBatchReport,
  listBatchFindings,
  listBatchRecords,
  getBatchRecord,
  getBatchGeometry,
  listBatchCorrections,
  getBatchProposal,
  listBatchHistory,
  getStagingTile,
  correctRecords,
  excludeRecords,
  includeRecords,
  overrideBatch,
  proposeBatch,
  promoteBatch,
  sendBackBatch,
  cancelBatch,
  rejectBatch,
  reverseBatch,
  approveReversal,
  parcels.listParcels,
  parcels.getParcel,
  parcels.getParcelRights,
  parcels.getParcelHistory,
  parcels.getParcelNeighbours,
  audit.listAudit,
  audit.getCheckpoint,
  audit.proveInclusion,
  audit.proveConsistency,
  dealings.openDealing,
  dealings.previewDraft,
  dealings.listDealings,
  dealings.getDealing,
  dealings.previewDealing,
  dealings.lodgeDealing,
  dealings.examineDealing,
  dealings.suspendDealing,
  dealings.resumeDealing,
  dealings.approveDealing,
  dealings.refuseDealing,
  dealings.withdrawDealing,
  getMe,
  signIn,
  finishSignIn,
  getSignOutPage,
  signOut,
  receiveLogout,
  getOpenApi,
  getApiDocs,
  getDesk,
  getDeskScreen,
  getHomePage,
  getSearchPage,
  getParcelPage,
  getCommunesPage,
  getCommunePage,
  getAboutPage,
  setPreferences,
  getRobots,
  getSitemapIndex,
  getSitemap,
  getAsset,
  getLiveness,
  getReadiness,
  getMetrics,
  uploads.postUpload,
  uploads.headUpload,
  uploads.patchUpload,
  uploads.deleteUpload,
  uploads.getUploadOptions,
  uploads.getOneUploadOptions,
  uploads.watchBatches,
  uploads.watchBatch,
  uploads.getBatchProgress,
  uploads.retryBatch,
];
