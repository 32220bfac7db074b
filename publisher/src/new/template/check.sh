#!/bin/sh
# Makes feed.json of the tables and checks it. It ends with 0 if the feed can be published.
set -eu
cd "$(dirname "$0")"
policy-explorer import tables -o feed.json
policy-explorer check feed.json
