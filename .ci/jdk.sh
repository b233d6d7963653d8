# Finds a JDK 25 and exports JAVA_HOME. To be sourced.
sightings_jdk() {
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/javac" ] && grep -Eqs '^JAVA_VERSION="25([."]|$)' "$candidate/release"; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

if ! JAVA_HOME=$(sightings_jdk); then
  echo "Sightings needs a JDK 25. None was found in JAVA_HOME, /usr/lib/jvm, ~/.sdkman or ~/.jdks." >&2
  echo "Install one (for example Temurin 25) or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
