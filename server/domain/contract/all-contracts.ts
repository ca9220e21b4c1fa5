/** Every door of the server, in the order in which the description lists them. A test holds it against the router. */
import * as answers from './answers.ts';
import * as audit from './audit.ts';
import { listBatchHistory } from './batch/batch-history.ts';
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
} from './batch/batch-steps.ts';
import {
  countBatchQueues,
  getBatch,
  getBatchGeometry,
  getBatchOverlaps,
  getBatchProposal,
  getBatchRecord,
  getBatchReport,
  getRecordSurroundings,
  getStagingTile,
  listBatchCorrections,
  listBatches,
  listBatchFindings,
  listBatchParcels,
  listBatchRecords,
} from './batch/batches.ts';
import { countCampaign, listCampaign } from './batch/campaign.ts';
import { COLUMN_PROFILE_DOORS } from './batch/column-profiles.ts';
import * as uploads from './batch/uploads.ts';
import { listCommunes } from './communes.ts';
import type { Contract } from './contract.ts';
import * as dealings from './dealing/dealings.ts';
import { getLiveness, getMetrics, getReadiness } from './dealing/operations.ts';
import { getApiDocs, getAsset, getOpenApi } from './description.ts';
import { getDesk, getDeskScreen } from './desk.ts';
import * as documentLinks from './document/document-links.ts';
import * as documents from './document/documents.ts';
import * as scans from './document/scans.ts';
import * as secondReadings from './document/second-readings.ts';
import * as shelves from './document/shelves.ts';
import { finishSignIn, getAccountPage, getMe, getSignOutPage, receiveLogout, signIn, signOut } from './identity.ts';
import * as indicators from './indicators.ts';
import * as layers from './layers.ts';
import * as lookups from './lookups.ts';
import * as ogc from './ogc.ts';
import { OGC_TILE_DOORS } from './ogc-tiles.ts';
import * as blanks from './paper/blanks.ts';
import * as certificates from './paper/certificates.ts';
import { PAPER_CHECKS } from './paper/paper-checks.ts';
import * as paperTemplates from './paper/paper-templates.ts';
import * as papers from './paper/papers.ts';
import { countRequests } from './paper/request-statistics.ts';
import * as requests from './paper/requests.ts';
import { searchDesk, searchHolders } from './parcel/desk-search.ts';
import { getOwnRecord } from './parcel/own-record.ts';
import { PARCEL_FILE_DOORS } from './parcel/parcel-files.ts';
import { getParcelLineage } from './parcel/parcel-lineage.ts';
import * as parcels from './parcel/parcels.ts';
import * as answerPages from './portal/answer-pages.ts';
import * as business from './portal/business-pages.ts';
import { HELP_DOORS } from './portal/guides.ts';
import { getCommuneCsv, getCommuneGeoPackage } from './portal/open-data.ts';
import {
  getAboutPage,
  getCheckedPage,
  getCheckPage,
  getCommunePage,
  getCommunesPage,
  getHomePage,
  getParcelPage,
  getSearchPage,
  setPreferences,
} from './portal/pages.ts';
import { getPortalCommune } from './portal/portal-communes.ts';
import { listPublicLayers } from './portal/portal-layers.ts';
import { getPortalParcel, listPortalParcels } from './portal/portal-parcels.ts';
import * as portalRequests from './portal/portal-requests.ts';
import { searchLand, suggestLand } from './portal/portal-search.ts';
import * as requestPages from './portal/request-pages.ts';
import { getRobots, getSitemap, getSitemapIndex } from './portal/sitemap.ts';
import * as watchPages from './portal/watch-pages.ts';
import { listReference } from './reference.ts';
import { getLayerTile, getOutlineTile, getParcelTile } from './tiles.ts';
import * as watches from './watches.ts';

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
  getLayerTile,
  listPublicLayers,
  ogc.getOgcLanding,
  ogc.getOgcRoot,
  ogc.getOgcConformance,
  ogc.getOgcApi,
  ogc.listOgcCollections,
  ogc.getOgcCollection,
  ogc.getOgcQueryables,
  ogc.listOgcItems,
  ogc.getOgcItem,
  ...OGC_TILE_DOORS,
  listCampaign,
  countCampaign,
  listBatches,
  countBatchQueues,
  getBatch,
  getBatchReport,
  listBatchFindings,
  listBatchRecords,
  getBatchRecord,
  getRecordSurroundings,
  getBatchGeometry,
  getBatchOverlaps,
  listBatchParcels,
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
  getParcelLineage,
  ...PARCEL_FILE_DOORS,
  ...layers.LAYER_DOORS,
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
  papers.issuePaper,
  papers.listPapers,
  papers.getPaper,
  papers.getPaperPdf,
  paperTemplates.listPaperTemplates,
  paperTemplates.getPaperTemplatePdf,
  ...PAPER_CHECKS,
  certificates.listCertificates,
  certificates.getCertificate,
  certificates.printCertificate,
  certificates.printCertificateChange,
  certificates.listPrinters,
  certificates.keepPrinter,
  certificates.printRuler,
  blanks.getBlankStock,
  blanks.listBlankMoves,
  blanks.moveBlanks,
  requests.listRequests,
  countRequests,
  requests.getRequest,
  requests.acceptRequest,
  requests.setRequestFee,
  requests.suspendRequest,
  requests.resumeRequest,
  requests.fulfilRequest,
  requests.refuseRequest,
  requests.reissueRequestCode,
  portalRequests.submitRequest,
  portalRequests.followRequest,
  portalRequests.fetchRequestPaper,
  documents.listDocuments,
  documents.getDocument,
  documents.getDocumentFields,
  documents.getDocumentPage,
  documents.getDocumentFile,
  documents.holdDocument,
  documents.releaseDocument,
  documents.putDocumentField,
  documents.confirmDocument,
  documents.rejectDocument,
  ...documentLinks.DOCUMENT_LINK_DOORS,
  ...scans.SCAN_DOORS,
  ...shelves.SHELF_DOORS,
  ...COLUMN_PROFILE_DOORS,
  secondReadings.getSecondReadingRate,
  secondReadings.getSecondReading,
  secondReadings.readAgain,
  secondReadings.settleReadings,
  lookups.openLookup,
  lookups.openAreaLookup,
  lookups.listLookups,
  lookups.getLookupQuota,
  lookups.getLookup,
  lookups.listLookupRows,
  lookups.getLookupCsv,
  lookups.getLookupWorkbook,
  lookups.getLookupGeoPackage,
  lookups.forgetLookup,
  answers.giveAnswer,
  answers.listAnswerKeys,
  answers.listAnswersAboutMe,
  ...watches.WATCH_DOORS,
  indicators.getPortalIndicators,
  indicators.getPortalIndicatorDays,
  indicators.getPortalIndicatorsCsv,
  indicators.getIndicators,
  indicators.getIndicatorDays,
  indicators.getIndicatorsCsv,
  getOwnRecord,
  getMe,
  getAccountPage,
  signIn,
  finishSignIn,
  getSignOutPage,
  signOut,
  receiveLogout,
  getOpenApi,
  getApiDocs,
  getDesk,
  getDeskScreen,
  searchDesk,
  searchHolders,
  getHomePage,
  getSearchPage,
  getParcelPage,
  getCommunesPage,
  getCommunePage,
  getAboutPage,
  ...HELP_DOORS,
  getCheckPage,
  getCheckedPage,
  requestPages.getRequestStartPage,
  requestPages.getRequestQuestionPage,
  requestPages.answerRequestQuestion,
  requestPages.getRequestAnswersPage,
  requestPages.sendRequestForm,
  requestPages.getRequestSentPage,
  requestPages.getSentForm,
  requestPages.forgetRequest,
  requestPages.getFollowPage,
  requestPages.openFollowedRequest,
  requestPages.getFollowedPage,
  requestPages.getFollowedPaper,
  indicators.getIndicatorsPage,
  business.getBusinessPage,
  business.sendLookupForm,
  ...answerPages.ANSWER_PAGES,
  ...watchPages.WATCH_PAGES,
  business.getBusinessLookupPage,
  business.forgetLookupForm,
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
