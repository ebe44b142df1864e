# To be sourced from the top of the tree. Puts a Node of at least version 20 first on the path: Debian 12's own is 18,
# in which jose finds no Web Crypto. Does nothing where Node is new enough.
# shellcheck shell=bash
if [ "$(node --version | sed 's/^v\([0-9]*\).*/\1/')" -lt 20 ]; then
  if [ ! -x target/node/node_modules/node/bin/node ]; then
    mkdir -p target/node
    npm install --prefix target/node --no-save --no-audit --no-fund --loglevel=error node@22
  fi
  PATH=$PWD/target/node/node_modules/node/bin:$PATH
  export PATH
fi
