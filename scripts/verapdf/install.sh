#!/usr/bin/env bash
# Puts veraPDF, the judge of PDF/A and PDF/UA, where Maven puts it (outside the repository), and says where that is.
# One jar from Maven Central holds all of it; it needs Java 11 or newer.
set -euo pipefail

version=1.28.2
sha256=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6
folder="${HOME}/.m2/repository/org/verapdf/apps/greenfield-apps/${version}"
jar="${folder}/greenfield-apps-${version}.jar"

if [ ! -f "$jar" ]; then
  if command -v mvn >/dev/null; then
    mvn -q -B dependency:get -Dtransitive=false -Dartifact="org.verapdf.apps:greenfield-apps:${version}" >&2
  else
    mkdir -p "$folder"
    curl -fsSL --retry 3 -o "$jar.part" "https://repo1.maven.org/maven2/org/verapdf/apps/greenfield-apps/${version}/greenfield-apps-${version}.jar"
    mv "$jar.part" "$jar"
  fi
fi
echo "${sha256}  ${jar}" | sha256sum --check --quiet >&2
echo "$jar"
