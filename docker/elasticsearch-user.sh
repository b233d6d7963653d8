#!/bin/bash
# Makes the role and the user of the showcase; running it again only sets the password anew.
set -euo pipefail

send() {
  curl -s -S -f -u "elastic:$ELASTIC_PASSWORD" -H 'Content-Type: application/json' \
    -X PUT "${ELASTICSEARCH:-http://elasticsearch:9200}/_security/$1" -d "$2"
  echo
}

# All indices but the system's own: this Elasticsearch holds nothing else.
send role/sightings '{
  "cluster": ["monitor"],
  "indices": [{"names": ["*"], "privileges": ["all"]}]
}'

password=${SIGHTINGS_ELASTIC_PASSWORD//\\/\\\\}
password=${password//\"/\\\"}
send user/sightings "{\"password\": \"$password\", \"roles\": [\"sightings\"], \"full_name\": \"Sightings showcase\"}"
