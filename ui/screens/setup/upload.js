// @ts-check
// Step 6: the certificate gets into NetSuite, by hand or for me. A record whose Consumer Key nobody
// knows leaves the first way only.

import { onlyTargetProves, workingCredential } from "../../lib/connection-facts.js";
import { uploadByHand } from "./upload-by-hand.js";
import { uploadForMe } from "./upload-for-me.js";
import { setUploadWay, uploadWay, wayCards } from "./upload-method.js";

/** @import { StepPart, Walk } from "./screen.js" */

/** @param {Walk} walk @returns {StepPart} */
export function uploadStep(walk) {
  const id = walk.view().id;
  const ways = () => (onlyTargetProves(walk.view()) ? null : wayCards(way()));
  const byHand = uploadByHand(walk, ways);
  const forMe = uploadForMe(walk, ways);
  /** A certificate that is in NetSuite already is only to be looked at: by hand its ID is shown, and the other way has nothing to upload. */
  const isUploaded = () => workingCredential(walk.view())?.certificateIdConfirmed ?? false;
  const way = () => (onlyTargetProves(walk.view()) ? "by-hand" : uploadWay(id, forMe.usual() && !isUploaded() ? "for-me" : "by-hand"));
  const part = () => (way() === "for-me" ? forMe : byHand);

  return {
    html: () => part().html(),
    prepare: forMe.prepare ?? (async () => {}),
    entered: () => {
      forMe.entered?.();
      if (way() === "for-me") return forMe.begin();
    },
    left: () => forMe.left?.(),
    typed: (element) => part().typed?.(element),
    chosen: (element) => {
      if (element.id !== "way-by-hand" && element.id !== "way-for-me") return part().chosen?.(element);
      setUploadWay(id, element.id === "way-for-me" ? "for-me" : "by-hand");
      walk.draw();
      if (way() === "for-me") return forMe.begin();
    },
    acts: { ...forMe.acts, ...byHand.acts },
  };
}
