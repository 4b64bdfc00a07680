#!/usr/bin/env bash
# Boots build.ps1: in pwsh where it is installed, else in the repository's own small host. Wants nothing but the .NET SDK.
#   ./build.sh [build | demo | test | shell | pack | help | clean] [options of build.ps1]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# No process of the build stays behind, and nothing is said to anyone.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

if ! command -v dotnet >/dev/null; then
    for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet /opt/dotnet; do
        if [ -n "$folder" ] && [ -x "$folder/dotnet" ]; then
            export DOTNET_ROOT=$folder PATH=$folder:$PATH
            break
        fi
    done
fi
if ! command -v dotnet >/dev/null; then
    echo "The .NET SDK 10 is needed, and there is no dotnet in PATH: https://dotnet.microsoft.com/download" >&2
    exit 127
fi

# DOCKERPS_OWN_HOST=1 takes the repository's host although there is a pwsh.
host=()
if [ -z "${DOCKERPS_OWN_HOST:-}" ] && command -v pwsh >/dev/null &&
    pwsh -NoProfile -NonInteractive -Command 'exit [int]($PSVersionTable.PSVersion -lt [version]"7.4")'; then
    host=(pwsh -NoLogo)
else
    project=$root/tests/Shell/DockerPS.Shell.csproj
    if ! log=$(dotnet build "$project" --configuration Release --verbosity quiet 2>&1); then
        printf '%s\n' "$log" >&2
        exit 1
    fi
    host=(dotnet "$root/tests/Shell/bin/Release/net10.0/DockerPS.Shell.dll" -NoLogo)
fi

if [ "${1:-}" = shell ]; then
    # Not as a child of build.ps1: Ctrl-C at the prompt would end the script around it.
    shift
    "${host[@]}" -NoProfile -File "$root/build.ps1" build -ModuleOnly "$@"
    export DOCKERPS_MODULE=$root/DockerPS.psd1
    exec "${host[@]}" -NoExit -Command 'Import-Module $env:DOCKERPS_MODULE'
fi

exec "${host[@]}" -NoProfile -File "$root/build.ps1" "$@"
