// The same mark that Certdesk sets when its first screen can be used.
document.documentElement.dataset.ready = "1";
performance.mark("ready");
